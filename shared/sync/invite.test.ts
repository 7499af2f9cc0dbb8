import sodium from 'libsodium-wrappers-sumo';
import { beforeAll, describe, expect, it } from 'vitest';
import { bytesToHex } from './bytes.ts';
import {
  JoinAnswer,
  JoinRequest,
  inviteCodeFrom,
  inviteSecretsOf,
  joinTranscript,
  openJoin,
  parseInviteCode,
  sealJoin,
} from './invite.ts';

const nonce = new Uint8Array(24).fill(5);
const request: JoinRequest = {
  user: '11'.repeat(16),
  device: '22'.repeat(16),
  name: 'Samira Haddou',
  jobTitle: 'Gebiedsteam Noord',
  signPublicKey: '33'.repeat(32),
  boxPublicKey: '44'.repeat(32),
};
const code = 'A1B2-C3D4-E5F6-G7H8-J9KM';

beforeAll(() => sodium.ready);

describe('invite', () => {
  it('reads a code the way people type it', () => {
    expect(inviteCodeFrom(new Uint8Array(20).map((_, index) => index))).toBe('0123-4567-89AB-CDEF-GHJK');
    expect(parseInviteCode(' a1b2 c3d4-e5f6g7h8 j9km ')).toBe(code);
    expect(parseInviteCode('AlB2-C3D4-E5F6-G7H8-J9KM')).toBe(code);
    expect(parseInviteCode('A1B2-C3D4-E5F6-G7H8-J9K')).toBeNull();
    expect(parseInviteCode('A1B2-C3D4-E5F6-G7H8-J9K!')).toBeNull();
  });

  it('keeps its frozen derivation', () => {
    const secrets = inviteSecretsOf(code);
    expect([secrets.invite, bytesToHex(secrets.key)]).toMatchInlineSnapshot(`
      [
        "3989b1fc88193c3ac1c94fc550b5d95b",
        "5385f91e33313bcaf2dece429ccea0775cbd693a385ae4169ef09e95a29e276e",
      ]
    `);
  });

  it('opens only with the same code and in the same direction', () => {
    const { key } = inviteSecretsOf(code);
    const sealed = sealJoin('request', request, key, nonce);
    expect(openJoin('request', JoinRequest, sealed, key)).toEqual(request);
    expect(openJoin('answer', JoinAnswer, sealed, key)).toBeNull();
    expect(openJoin('request', JoinRequest, sealed, inviteSecretsOf('0000-0000-0000-0000-0000').key)).toBeNull();
    expect(
      openJoin(
        'request',
        JoinRequest,
        sealed.map((byte, index) => (index === 60 ? byte ^ 1 : byte)),
        key,
      ),
    ).toBeNull();
    expect(bytesToHex(sealed)).not.toContain(bytesToHex(new TextEncoder().encode('Samira')));
  });

  it('shows other words when anything between the screens was swapped [Y11]', () => {
    const transcript = (change: Partial<JoinRequest>, root = '55'.repeat(32)) =>
      bytesToHex(joinTranscript({ ...request, ...change }, '66'.repeat(16), '77'.repeat(16), root));
    const words = new Set([
      transcript({}),
      transcript({ boxPublicKey: '88'.repeat(32) }),
      transcript({ signPublicKey: '88'.repeat(32) }),
      transcript({}, '99'.repeat(32)),
    ]);
    expect(words.size).toBe(4);
  });
});
