import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeFrame, encodeControl, encodeRoomFrame, refusals, type ControlFrame } from './frames.ts';

const id = 'ab'.repeat(16);
const bytes = new Uint8Array([1, 2, 3]);
const everyFrame: readonly ControlFrame[] = [
  { type: 'challenge', protocol: 1, nonce: bytes, serverIncarnation: id, serverTimeMs: 5 },
  { type: 'auth', protocol: 1, team: id, device: id, signature: bytes },
  { type: 'welcome', logLength: 3, logHead: id, serverTimeMs: 5 },
  { type: 'open', index: 4, room: id },
  { type: 'close', index: 4 },
  ...refusals.map((reason) => ({ type: 'refused', index: 4, reason }) as const),
  { type: 'ack', index: 4, stateVector: bytes },
  { type: 'caughtUp', index: 4 },
  { type: 'readLog', from: 0 },
  { type: 'logEntries', from: 0, entries: [bytes, bytes] },
  { type: 'appendLog', request: 7, entry: bytes },
  { type: 'appended', request: 7, ok: true, reason: '' },
  { type: 'appended', request: 7, ok: false, reason: 'HEAD_MOVED' },
  { type: 'invite', invite: id, expiresAtMs: 5 },
  { type: 'joinRequest', invite: id, sealed: bytes },
  { type: 'joinAnswer', invite: id, sealed: bytes },
  { type: 'ping' },
  { type: 'pong' },
  { type: 'found', protocol: 1, entry: bytes, proof: bytes },
];

describe('frames', () => {
  it('round-trip, each of them', () => {
    for (const frame of everyFrame) expect(decodeFrame(encodeControl(frame))).toEqual({ kind: 'control', frame });
    expect(decodeFrame(encodeRoomFrame(300, bytes))).toEqual({ kind: 'room', index: 300, message: bytes });
  });

  it('survive truncation, trailing bytes and noise without throwing', () => {
    for (const frame of everyFrame) {
      const encoded = encodeControl(frame);
      for (let length = 0; length < encoded.length; length++)
        expect(decodeFrame(encoded.subarray(0, length))).toBeNull();
      expect(decodeFrame(new Uint8Array([...encoded, 0]))).toBeNull();
    }
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (noise) => {
        decodeFrame(new Uint8Array([0, ...noise]));
        decodeFrame(noise);
      }),
      { seed: 20261121, numRuns: 5000 },
    );
  });
});
