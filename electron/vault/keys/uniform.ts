/** Fair choices from secure random bytes: no modulo bias. */
import type { Random } from '../../../shared/deps.ts';

/** A whole number from 0 up to and without `bound`, each equally likely. `bound` is at most 2^24. */
export function uniformBelow(bound: number, random: Random): number {
  if (!Number.isInteger(bound) || bound < 1 || bound > 2 ** 24) throw new Error('bound out of range');
  // Numbers above the largest multiple of `bound` would favour the small ones: throw the dice again.
  const limit = 2 ** 24 - (2 ** 24 % bound);
  for (;;) {
    const [high = 0, middle = 0, low = 0] = random.bytes(3);
    const thrown = high * 65_536 + middle * 256 + low;
    if (thrown < limit) return thrown % bound;
  }
}

export function pickOne<T>(from: readonly T[], random: Random): T {
  const picked = from[uniformBelow(from.length, random)];
  if (picked === undefined) throw new Error('nothing to pick from');
  return picked;
}

/** `count` different numbers below `bound`, ascending; every set is equally likely. */
export function pickDistinct(count: number, bound: number, random: Random): number[] {
  const left = Array.from({ length: bound }, (_, index) => index);
  const picked: number[] = [];
  while (picked.length < count && left.length > 0) picked.push(...left.splice(uniformBelow(left.length, random), 1));
  return picked.sort((a, b) => a - b);
}
