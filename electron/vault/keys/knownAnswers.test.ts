/**
 * Frozen answers. Each primitive is held against a published vector or a second implementation; each of our own
 * derivations is held against the value it had when the first vault was made. If one of these changes, vaults that
 * exist can no longer be opened.
 */
import { argon2Sync, createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { fromHex, toHex, utf8 } from './bytes.ts';
import { canonical, slotContext } from './header.ts';
import { argon2id, PRODUCTION_KEY_POLICY } from './kdf.ts';
import { deriveKey, deriveSubkeys } from './masterKey.ts';
import { openPassphraseSlot, openRecoverySlot } from './slots.ts';
import { sodium } from './sodium.ts';
import { unwrapSecret, wrapSecret } from './wrap.ts';
import { deviceIdOf } from './identity.ts';
import { scriptedRandom } from './testRandom.ts';
import type { ProfileId } from '../../../shared/domain/ids.ts';

const counted = (length: number, from = 0): Uint8Array =>
  Uint8Array.from({ length }, (_, index) => (index + from) & 255);

describe('Argon2id', () => {
  test('of Node, the second opinion below, gives the vector of RFC 9106 5.3', () => {
    const tag = argon2Sync('argon2id', {
      message: Buffer.alloc(32, 1),
      nonce: Buffer.alloc(16, 2),
      secret: Buffer.alloc(8, 3),
      associatedData: Buffer.alloc(12, 4),
      parallelism: 4,
      tagLength: 32,
      memory: 32,
      passes: 3,
    });
    expect(toHex(tag)).toBe('0d640df58d78766c08c037a34a8b53c9d01ef0452d75b65eb52520e96b01e659');
  });
  test.each([
    ['tulp kiosk wandel bezem lamp', 8, 1],
    ['é € 𝄞', 64, 3],
    ['x'.repeat(300), 1_024, 2],
  ])('of ours equals the one of Node for %s', (text, memoryKiB, passes) => {
    const request = { passphrase: utf8(text), salt: counted(16), memoryKiB, passes };
    const second = argon2Sync('argon2id', {
      message: request.passphrase,
      nonce: request.salt,
      parallelism: 1,
      tagLength: 32,
      memory: memoryKiB,
      passes,
    });
    expect(toHex(argon2id(request))).toBe(toHex(second));
  });
  test('with the production parameters is frozen [K3]', { timeout: 60_000 }, () => {
    const { memoryKiB, passes } = PRODUCTION_KEY_POLICY.preferred;
    const key = argon2id({ passphrase: utf8('password'), salt: new Uint8Array(16).fill(2), memoryKiB, passes });
    expect(toHex(key)).toBe('fe525ab59ed3b936920e320c0c812a4721c7e8213b4bd4b960c9f15b409c9540');
    expect(PRODUCTION_KEY_POLICY.floor).toEqual({ memoryKiB: 65_536, passes: 3 });
  });
});

describe('XChaCha20-Poly1305', () => {
  test('gives the vector of draft-irtf-cfrg-xchacha A.3.1', () => {
    const plain = utf8(
      "Ladies and Gentlemen of the class of '99: If I could offer you only one tip for the future, sunscreen would be it.",
    );
    const sealed = sodium.crypto_aead_xchacha20poly1305_ietf_encrypt(
      plain,
      fromHex('50515253c0c1c2c3c4c5c6c7'),
      null,
      counted(24, 0x40),
      counted(32, 0x80),
    );
    expect(toHex(sealed)).toBe(
      'bd6d179d3e83d43b9576579493c0e939572a1700252bfaccbed2902c21396cbb' +
        '731c7f1b0b4aa6440bf3a82f4eda7e39ae64c6708c54c216cb96b72e1213b452' +
        '2f8c9ba40db5d945b11b69b982c1bb9e3f3fac2bc369488f76b2383565d3fff9' +
        '21f9664c97637da9768812f615c68b13b52ec0875924c1c7987947deafd8780a' +
        'cf49',
    );
  });
  test('opens only with the key, the bytes and the place that it was closed with', () => {
    const key = counted(32);
    const box = wrapSecret(counted(32, 9), key, 'here', scriptedRandom([...counted(24, 3)]));
    expect(toHex(unwrapSecret(box, key, 'here') ?? new Uint8Array())).toBe(toHex(counted(32, 9)));
    expect(unwrapSecret(box, key, 'there')).toBeNull();
    expect(unwrapSecret(box, counted(32, 1), 'here')).toBeNull();
    expect(
      unwrapSecret({ ...box, wrapped: box.wrapped.replace(/^./, (c) => (c === '0' ? '1' : '0')) }, key, 'here'),
    ).toBeNull();
  });
});

describe('BLAKE2b', () => {
  test('gives the vector of RFC 7693 A, and equals the one of Node', () => {
    const abc = toHex(sodium.crypto_generichash(64, utf8('abc'), null));
    expect(abc).toBe(
      'ba80a53f981c4d0d6a2797b69f12f6e94c212f14685ac4b74b12bb6fdbffa2d1' +
        '7d87c5392aab792dc252d5de4533cc9518d38aa8dbf1925ab92386edd4009923',
    );
    expect(abc).toBe(createHash('blake2b512').update('abc').digest('hex'));
  });
  test('with a key gives the first lines of the reference vectors', () => {
    expect(toHex(sodium.crypto_generichash(64, new Uint8Array(0), counted(64)))).toBe(
      '10ebb67700b1868efb4417987acf4690ae9d972fb7a590c2f02871799aaa4786' +
        'b5e996e8f0f4eb981fc214b005f42d2ff4233499391653df7aefcbc13fc51568',
    );
  });
});

describe('our own derivations', () => {
  test('give the frozen subkeys, each another [K3]', () => {
    const keys = deriveSubkeys(counted(32));
    expect(Object.fromEntries(Object.entries(keys).map(([purpose, key]) => [purpose, toHex(key)]))).toEqual(SUBKEYS);
    expect(new Set(Object.values(SUBKEYS)).size).toBe(5);
    expect(toHex(deriveKey(counted(32), 'samenspel/database/v1'))).toBe(SUBKEYS['database']);
  });
  test('give the frozen id of a device', () => {
    expect(deviceIdOf(counted(32))).toBe(DEVICE_ID);
  });
  test('open the frozen slots', async () => {
    const deps = {
      random: scriptedRandom([]),
      stretch: (request: Parameters<typeof argon2id>[0]) => Promise.resolve(argon2id(request)),
      keyPolicy: { ...PRODUCTION_KEY_POLICY, floor: { memoryKiB: 8, passes: 1 } },
      keychain: null,
    };
    const profileId = '0f'.repeat(16) as ProfileId;
    const byPassphrase = await openPassphraseSlot(
      PASSPHRASE_SLOT,
      profileId,
      utf8('tulp kiosk wandel bezem lamp'),
      deps,
    );
    expect(typeof byPassphrase === 'string' ? byPassphrase : toHex(byPassphrase.masterKey)).toBe(toHex(counted(32)));
    const byCode = openRecoverySlot(RECOVERY_SLOT, profileId, counted(32, 100));
    expect(typeof byCode === 'string' ? byCode : toHex(byCode.masterKey)).toBe(toHex(counted(32)));
    // A slot belongs to its vault, its parameters and its type.
    expect(openRecoverySlot(RECOVERY_SLOT, 'f0'.repeat(16) as ProfileId, counted(32, 100))).toBe('WRONG');
    expect(openRecoverySlot({ ...RECOVERY_SLOT, type: 'team' }, profileId, counted(32, 100))).toBe('WRONG');
    expect(
      await openPassphraseSlot(
        { ...PASSPHRASE_SLOT, keychain: true },
        profileId,
        utf8('tulp kiosk wandel bezem lamp'),
        deps,
      ),
    ).toBe('WRONG');
  });
  test('write the header in one canonical form', () => {
    expect(canonical({ b: [1, { d: null, c: 'é"' }], a: true })).toBe('{"a":true,"b":[1,{"c":"é\\"","d":null}]}');
    expect(slotContext('0f'.repeat(16) as ProfileId, RECOVERY_SLOT)).toBe(
      '{"kdf":{"algorithm":"blake2b"},"keychain":false,"profileId":"0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f",' +
        `"salt":"${RECOVERY_SLOT.salt}","type":"recovery","version":1,"what":"samenspel/slot/v1"}`,
    );
  });
});

const SUBKEYS: Readonly<Record<string, string>> = {
  database: '7c65bd0c80ef216d03de881fb984a8aa3377ea2bdc19ecdd41bce5116aa693b6',
  audit: '693ba510e97eab1a2fd608e4c1ac82102390f7bd718c84f56a04417d3bd06be3',
  identity: 'acc5b256a67d97617f4ff6ce18788780915aee87152a39f0cc66d8dcd86728b1',
  header: '3eb5281222131229c0aa9b35b7a1a879be2780fc47f360af4b7de5fd498e2e59',
  pin: '6c7a7540cb346215f029d9d002b354af3cf7ff0536194f9cccc7c337790e317c',
};
const DEVICE_ID = 'f39a2cad58411cd49f577e5086b8031f';
const PASSPHRASE_SLOT = {
  type: 'passphrase',
  kdf: { algorithm: 'argon2id', memoryKiB: 64, passes: 2 },
  keychain: false,
  salt: '75d1e30c50535f3f08c74e5327ca81b2',
  nonce: '9b7a44728f2eff5375cefacf008610dde691616fc6102bfa',
  wrapped: '2180ba85144dc7cad6e78bf2ce3fada09c81d714caf7b397068c77734dcc19707e59bf4f90bbda54382b168d40174432',
} as const;
const RECOVERY_SLOT = {
  type: 'recovery',
  kdf: { algorithm: 'blake2b' },
  keychain: false,
  salt: '797f3aeb954a5f095529c53f274cd457',
  nonce: '8e801abeb6f23c9734eb21fa4be903f7c0f25bb0016da9d0',
  wrapped: '030167a49b67874619ce7c61ee82fa577e10b92c8ebea1f1afac18b98eeff1eeda715c8479f45dd7b8e3aa1b14d6c7d0',
} as const;
