import fc from 'fast-check';
import * as encoding from 'lib0/encoding';
import { describe, expect, it } from 'vitest';
import { MAX_MESSAGE_BYTES } from './bytes.ts';
import { decodeEnvelope, encodeEnvelope, MAX_DEPTH, type Envelope } from './codec.ts';
import { CONTRACT_VERSION } from './contract.ts';

const seed = Number(process.env['SEED'] ?? 1);
const value = fc.letrec((tie) => ({
  any: fc.oneof(
    { maxDepth: 4 },
    fc.string({ unit: 'grapheme' }),
    fc.integer(),
    fc.double({ noNaN: true }),
    fc.boolean(),
    fc.constant(null),
    fc.uint8Array({ maxLength: 64 }),
    fc.array(tie('any'), { maxLength: 6 }),
    fc.dictionary(
      fc.string({ maxLength: 8 }).filter((key) => key !== '__proto__'),
      tie('any'),
      { maxKeys: 6 },
    ),
  ),
})).any;
const id = fc.nat();
const name = fc.string({ maxLength: 60 });
const envelope: fc.Arbitrary<Envelope> = fc.oneof(
  fc.record({ kind: fc.constant('request' as const), id, name, input: value }),
  fc.record({ kind: fc.constant('reply' as const), id, outcome: value }),
  fc.record({ kind: fc.constant('event' as const), name, payload: value }),
  fc.record({ kind: fc.constant('cancel' as const), id }),
);

/** A request whose input nests this deep. */
function nested(depth: number): Uint8Array {
  return encodeEnvelope({
    kind: 'request',
    id: 7,
    name: 'x',
    input: Array.from({ length: depth }).reduce<unknown>((inner) => [inner], 1),
  });
}

describe('envelopes as bytes', () => {
  it('give back what went in', () => {
    fc.assert(
      fc.property(envelope, (sent) => {
        const received = decodeEnvelope(encodeEnvelope(sent));
        expect(received).toEqual({ ok: true, value: sent });
      }),
      { seed, numRuns: 500 },
    );
  });

  it('never throw on random bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
        expect(decodeEnvelope(bytes)).toHaveProperty('ok');
      }),
      { seed, numRuns: 3_000 },
    );
  });

  it('never throw on a good message that was cut, flipped or extended', () => {
    fc.assert(
      fc.property(envelope, fc.nat(), fc.integer({ min: 1, max: 255 }), fc.nat(2), (sent, where, flip, how) => {
        const good = encodeEnvelope(sent);
        const at = where % good.length;
        const bad =
          how === 0
            ? good.slice(0, at)
            : how === 1
              ? good.map((byte, index) => (index === at ? byte ^ flip : byte))
              : new Uint8Array([...good, flip]);
        const decoded = decodeEnvelope(bad);
        expect(decoded).toHaveProperty('ok');
        if (how === 2) expect(decoded.ok).toBe(false);
      }),
      { seed, numRuns: 2_000 },
    );
  });

  it('refuse a message over the limit before reading it, and still say which call it was', () => {
    const large = new Uint8Array(MAX_MESSAGE_BYTES + 1);
    large.set(encodeEnvelope({ kind: 'cancel', id: 42 }));
    expect(decodeEnvelope(large)).toEqual({ ok: false, error: { reason: 'TOO_LARGE', kind: 'cancel', id: 42 } });
  });

  it('carry a message of exactly the limit', () => {
    const overhead = encodeEnvelope({ kind: 'reply', id: 1, outcome: new Uint8Array(4_000_000) }).length - 4_000_000;
    const full = encodeEnvelope({ kind: 'reply', id: 1, outcome: new Uint8Array(MAX_MESSAGE_BYTES - overhead) });
    expect(full.length).toBe(MAX_MESSAGE_BYTES);
    expect(decodeEnvelope(full).ok).toBe(true);
  });

  it('bound how deep a value nests', () => {
    expect(decodeEnvelope(nested(MAX_DEPTH)).ok).toBe(true);
    expect(decodeEnvelope(nested(MAX_DEPTH + 1)).ok).toBe(false);
    // A million opening brackets: `117 1` is an array of one.
    const start = nested(0).slice(0, -2);
    const brackets = new Uint8Array(start.length + 2_000_000).map((_, index) =>
      index < start.length ? (start[index] ?? 0) : (index - start.length) % 2 === 0 ? 117 : 1,
    );
    expect(decodeEnvelope(brackets).ok).toBe(false);
  });

  it('refuse an array that claims a length it does not have', () => {
    const encoder = encoding.createEncoder();
    encoding.writeVarUint(encoder, CONTRACT_VERSION);
    encoding.writeUint8(encoder, 2);
    encoding.writeVarUint(encoder, 1);
    encoding.writeUint8(encoder, 117);
    encoding.writeVarUint(encoder, 2 ** 40);
    expect(decodeEnvelope(encoding.toUint8Array(encoder)).ok).toBe(false);
  });

  it('refuse a key that would change the prototype', () => {
    const good = encodeEnvelope({ kind: 'reply', id: 1, outcome: { xxprotoxx: { admin: true } } });
    const text = Buffer.from(good).toString('latin1').replace('xxprotoxx', '__proto__');
    expect(decodeEnvelope(new Uint8Array(Buffer.from(text, 'latin1'))).ok).toBe(false);
  });

  it('name the call of a message from another version, so that it can be answered', () => {
    const other = encodeEnvelope({ kind: 'request', id: 9, name: 'app.info', input: {} });
    other[0] = CONTRACT_VERSION + 1;
    expect(decodeEnvelope(other)).toEqual({ ok: false, error: { reason: 'OTHER_VERSION', kind: 'request', id: 9 } });
  });

  it('give plain Uint8Arrays, also out of a Buffer', () => {
    const message = Buffer.from(encodeEnvelope({ kind: 'reply', id: 1, outcome: new Uint8Array([1, 2, 3]) }));
    const decoded = decodeEnvelope(message);
    expect(decoded.ok && decoded.value.kind === 'reply' && Object.getPrototypeOf(decoded.value.outcome)).toBe(
      Uint8Array.prototype,
    );
  });
});
