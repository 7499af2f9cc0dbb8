import sodium from 'libsodium-wrappers-sumo';
import { beforeAll, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { ZERO_HASH, deviceIdOf, sealEnvelope, type SigningDevice } from './envelope.ts';
import { appendEnvelopes, laneClientOf, readLanes, removeEnvelopes } from './outerDoc.ts';

const room = '11'.repeat(16);
const lanes = ['aa'.repeat(16), 'bb'.repeat(16)] as const;
let device: SigningDevice;

beforeAll(async () => {
  await sodium.ready;
  const pair = sodium.crypto_sign_seed_keypair(new Uint8Array(32).fill(1));
  device = { device: deviceIdOf(pair.publicKey), signPublicKey: pair.publicKey, signSecretKey: pair.privateKey };
});

const envelope = (lane: string, seq: number) =>
  sealEnvelope(
    room,
    { kind: 'UPDATE', keyEpoch: 0, lane, seq, prev: ZERO_HASH, cover: [] },
    {
      frontier: [],
      schemaMajor: 1,
      appVersion: '0',
      writtenAtMs: 0,
      documentKind: 'household',
      householdId: room,
      part: 0,
      parts: 1,
      payload: new Uint8Array([seq]),
    },
    new Uint8Array(32),
    new Uint8Array(24).fill(seq),
    device,
  );

describe('outer document', () => {
  it('makes the state vector the cursor of each lane', () => {
    const outer = new Y.Doc();
    appendEnvelopes(outer, lanes[0], 100, [envelope(lanes[0], 0), envelope(lanes[0], 1)]);
    appendEnvelopes(outer, lanes[1], 200, [envelope(lanes[1], 0)]);
    expect(Object.fromEntries(Y.decodeStateVector(Y.encodeStateVector(outer)))).toEqual({ 100: 2, 200: 1 });
  });

  it('goes on in the same lane after a restart, from the stored updates', () => {
    const first = new Y.Doc();
    const stored = appendEnvelopes(first, lanes[0], 100, [envelope(lanes[0], 0)]);
    const second = new Y.Doc();
    Y.applyUpdate(second, stored);
    const next = appendEnvelopes(second, lanes[0], 100, [envelope(lanes[0], 1)]);
    Y.applyUpdate(first, next);
    expect(readLanes(first).map((item) => item.envelope.seq)).toEqual([0, 1]);
  });

  it('leaves one struct per lane after compaction', () => {
    const outer = new Y.Doc();
    for (let seq = 0; seq < 50; seq++)
      appendEnvelopes(outer, lanes[seq % 2 === 0 ? 0 : 1], seq % 2 === 0 ? 100 : 200, [
        envelope(lanes[seq % 2 === 0 ? 0 : 1], seq),
      ]);
    removeEnvelopes(outer, new Set(readLanes(outer).map((item) => item.envelope.hash)));
    expect(readLanes(outer)).toEqual([]);
    expect(Y.decodeUpdate(Y.encodeStateAsUpdate(outer)).structs).toHaveLength(2);
  });

  it('leaves out what is no envelope, and roots that are no lane', () => {
    const outer = new Y.Doc();
    outer.getArray('l:' + lanes[0]).push(['text', new Uint8Array([1, 2])]);
    outer.getArray('other').push([envelope(lanes[0], 0)]);
    expect(readLanes(outer)).toEqual([]);
  });

  it('never makes client 0', () => {
    expect(laneClientOf(new Uint8Array(4))).toBe(1);
    expect(laneClientOf(new Uint8Array([255, 255, 255, 255]))).toBe(0xffff_ffff);
  });
});
