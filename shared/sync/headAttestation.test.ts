import fc from 'fast-check';
import { expect, it } from 'vitest';
import { decodeAttestation, encodeAttestation } from './headAttestation.ts';

const hex = (bytes: number) =>
  fc.uint8Array({ minLength: bytes, maxLength: bytes }).map((value) => Buffer.from(value).toString('hex'));
const attestation = fc.record({
  audit: fc.option(fc.record({ seq: fc.nat(), mac: hex(32) })),
  logLength: fc.nat(),
  logHead: hex(32),
  lanes: fc.array(fc.record({ room: hex(16), lane: hex(16), seq: fc.nat(), head: hex(16) }), { maxLength: 20 }),
});

it('reads back what it wrote, also when a later version adds something', () => {
  fc.assert(
    fc.property(attestation, fc.uint8Array({ maxLength: 9 }), (given, later) => {
      const bytes = encodeAttestation(given);
      expect(decodeAttestation(Uint8Array.of(...bytes, ...later))).toEqual(given);
    }),
  );
});

it('takes no other bytes for one and never throws', () => {
  fc.assert(
    fc.property(attestation, fc.nat(), (given, at) => {
      const bytes = encodeAttestation(given);
      expect(decodeAttestation(bytes.slice(0, at % bytes.length))).toBeNull();
    }),
  );
  fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => void decodeAttestation(bytes)));
});
