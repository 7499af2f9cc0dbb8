/** Random sources for tests: repeatable, and never for anything else. */
import { sodium } from './sodium.ts';
import type { Random } from '../../../shared/deps.ts';

/** The same stream for the same seed. */
export function countingRandom(seed: number): Random {
  let calls = 0;
  return {
    bytes(length) {
      const from = new Uint8Array(32);
      new DataView(from.buffer).setUint32(0, seed);
      new DataView(from.buffer).setUint32(4, calls++);
      return sodium.randombytes_buf_deterministic(length, from);
    },
  };
}

/** Exactly these bytes, in this order. */
export function scriptedRandom(script: readonly number[]): Random {
  let at = 0;
  return {
    bytes(length) {
      at += length;
      if (at > script.length) throw new Error('the script of random bytes has run out');
      return Uint8Array.from(script.slice(at - length, at));
    },
  };
}
