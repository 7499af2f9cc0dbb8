import fc from 'fast-check';
import sodium from 'libsodium-wrappers-sumo';
import { beforeAll, describe, expect, it } from 'vitest';
import { bytesToHex, hexToBytes } from './bytes.ts';
import {
  ZERO_HASH,
  deviceIdOf,
  openEnvelope,
  parseEnvelope,
  readKeybox,
  sealEnvelope,
  signKeybox,
  verifyEnvelope,
  type SigningDevice,
} from './envelope.ts';
import type { EnvelopeBody } from './envelopeBody.ts';
import { paddedLength } from './padding.ts';

const room = '11'.repeat(16);
const lane = '22'.repeat(16);
const key = new Uint8Array(32).fill(7);
const nonce = new Uint8Array(24).fill(9);
const body: EnvelopeBody = {
  frontier: [{ lane: '33'.repeat(16), seq: 4 }],
  schemaMajor: 1,
  appVersion: '0.1.0',
  writtenAtMs: 1_763_000_000_000,
  documentKind: 'household',
  householdId: '44'.repeat(16),
  part: 0,
  parts: 1,
  payload: new Uint8Array([1, 2, 3]),
};
let device: SigningDevice;
let other: SigningDevice;

const deviceFrom = (seedByte: number): SigningDevice => {
  const pair = sodium.crypto_sign_seed_keypair(new Uint8Array(32).fill(seedByte));
  return { device: deviceIdOf(pair.publicKey), signPublicKey: pair.publicKey, signSecretKey: pair.privateKey };
};

beforeAll(async () => {
  await sodium.ready;
  device = deviceFrom(1);
  other = deviceFrom(2);
});

const seal = (seq = 0) =>
  sealEnvelope(room, { kind: 'UPDATE', keyEpoch: 3, lane, seq, prev: ZERO_HASH, cover: [] }, body, key, nonce, device);
const parsed = (bytes: Uint8Array) => {
  const envelope = parseEnvelope(bytes);
  if (!envelope) throw new Error('not an envelope');
  return envelope;
};

/** Like a Node Buffer: slice() is a view, not a copy. */
class SharedSlice extends Uint8Array {
  override slice(start?: number, end?: number): Uint8Array<ArrayBuffer> {
    return super.subarray(start, end) as Uint8Array<ArrayBuffer>;
  }
}

describe('envelope v1', () => {
  it('keeps its frozen bytes (golden vector)', () => {
    const bytes = seal(0x1_0000_0001);
    expect(bytes.length).toBe(102 + 256 + 16 + 64);
    expect(bytesToHex(bytes.subarray(0, 102))).toMatchInlineSnapshot(
      `"010103000000e6808f33fbec87975122804ac9ceda8e22222222222222222222222222222222010000000100000000000000000000000000000000000909090909090909090909090909090909090909090909092239290a58b03c195965d45621c7b0b90000"`,
    );
    expect(parsed(bytes).hash).toMatchInlineSnapshot(`"92643ad295dd614a02b1d148b6182293"`);
  });

  it('round-trips header and body', () => {
    const envelope = parsed(seal(0x1_0000_0001));
    expect(envelope).toMatchObject({
      kind: 'UPDATE',
      keyEpoch: 3,
      lane,
      seq: 0x1_0000_0001,
      prev: ZERO_HASH,
      device: device.device,
    });
    expect(verifyEnvelope(room, envelope, device.signPublicKey)).toBe(true);
    expect(openEnvelope(room, envelope, key)).toEqual({ ok: true, value: body });
  });

  it('rejects every single-byte change [Y2]', () => {
    const bytes = seal();
    for (let index = 0; index < bytes.length; index++) {
      const altered = bytes.slice();
      altered[index] = (altered[index] ?? 0) ^ 0x01;
      const envelope = parseEnvelope(altered);
      expect(envelope !== null && verifyEnvelope(room, envelope, device.signPublicKey), `byte ${String(index)}`).toBe(
        false,
      );
    }
  });

  it('belongs to one room, one device and one key [Y2]', () => {
    const envelope = parsed(seal());
    expect(verifyEnvelope('55'.repeat(16), envelope, device.signPublicKey)).toBe(false);
    expect(verifyEnvelope(room, envelope, other.signPublicKey)).toBe(false);
    expect(openEnvelope(room, envelope, new Uint8Array(32).fill(8))).toEqual({ ok: false, error: 'KEY_MISMATCH' });
    expect(openEnvelope('55'.repeat(16), envelope, key).ok).toBe(false);
  });

  it('opens from bytes that share memory with others, and leaves them alone', () => {
    const bytes = seal();
    const pooled = new SharedSlice(bytes);
    expect(openEnvelope(room, parsed(pooled), key)).toEqual({ ok: true, value: body });
    expect(Uint8Array.from(pooled)).toEqual(bytes);
  });

  it('carries a cover only on a snapshot', () => {
    const cover = [{ lane, seq: 12, head: '66'.repeat(16) }];
    const bytes = sealEnvelope(
      room,
      { kind: 'SNAPSHOT', keyEpoch: 0, lane, seq: 1, prev: ZERO_HASH, cover },
      body,
      key,
      nonce,
      device,
    );
    const envelope = parsed(bytes);
    expect(envelope.cover).toEqual(cover);
    expect(openEnvelope(room, envelope, key).ok).toBe(true);
    const asUpdate = bytes.slice();
    asUpdate[1] = 1;
    expect(parseEnvelope(asUpdate)).toBeNull();
  });

  it('gives each reader of a keybox the key, and nobody else', () => {
    const pair = sodium.crypto_box_seed_keypair(new Uint8Array(32).fill(3));
    const boxes = [{ reader: device.device, sealed: sodium.crypto_box_seal(key, pair.publicKey) }];
    const envelope = parsed(signKeybox(room, { keyEpoch: 1, lane, seq: 0, prev: ZERO_HASH }, boxes, device));
    expect(verifyEnvelope(room, envelope, device.signPublicKey)).toBe(true);
    const box = readKeybox(envelope)?.[0];
    expect(box && sodium.crypto_box_seal_open(box.sealed, pair.publicKey, pair.privateKey)).toEqual(key);
    expect(readKeybox(parsed(seal()))).toBeNull();
  });

  it('never throws on hostile bytes and never accepts them', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 600 }), (bytes) => {
        const envelope = parseEnvelope(bytes);
        if (envelope) expect(verifyEnvelope(room, envelope, device.signPublicKey)).toBe(false);
      }),
      { seed: 20261121, numRuns: 2000 },
    );
  });

  it('hides the length of short notes and wastes at most 12 % on long ones', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 700_000 }), (length) => {
        const padded = paddedLength(length);
        expect(padded).toBeGreaterThanOrEqual(length);
        expect(padded).toBeLessThanOrEqual(Math.max(256, length + 256, length * 1.12));
        expect(paddedLength(padded)).toBe(padded);
      }),
      { seed: 20261121, numRuns: 500 },
    );
  });
});

it('reads the header of kinds and versions of later, and of nothing that has none', () => {
  const changed = (at: number, value: number) => {
    const bytes = seal(7).slice();
    bytes[at] = value;
    return parseEnvelope(bytes);
  };
  for (const later of [changed(1, 9), changed(0, 2)])
    expect(later).toMatchObject({ kind: 'NEWER', device: device.device, lane, seq: 7, prev: ZERO_HASH, cover: [] });
  expect(changed(0, 0)).toBeNull();
  expect(changed(1, 0)).toBeNull();
  expect(changed(1, 2)).toBeNull();
});

it('reads hex back', () => {
  expect(hexToBytes(bytesToHex(key))).toEqual(key);
});
