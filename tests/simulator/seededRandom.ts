/** Chance that can be played again: the same seed gives the same numbers (sfc32). */
import type { Random } from '../../shared/deps.ts';

export class SeededRandom implements Random {
  #a: number;
  #b: number;
  #c = 0x9e37_79b9;
  #count = 1;

  constructor(seed: number, stream = 0) {
    this.#a = seed >>> 0;
    this.#b = (Math.floor(seed / 2 ** 32) ^ Math.imul(stream + 1, 0x85eb_ca6b)) >>> 0;
    for (let round = 0; round < 12; round++) this.#next();
  }

  #next(): number {
    const sum = (this.#a + this.#b + this.#count) | 0;
    this.#count = (this.#count + 1) | 0;
    this.#a = this.#b ^ (this.#b >>> 9);
    this.#b = (this.#c + (this.#c << 3)) | 0;
    this.#c = ((this.#c << 21) | (this.#c >>> 11)) + sum;
    return sum >>> 0;
  }

  bytes(length: number): Uint8Array {
    return Uint8Array.from({ length }, () => this.#next() & 0xff);
  }

  /** A whole number from 0 up to, not including, `below`. */
  below(below: number): number {
    return this.#next() % below;
  }

  chance(part: number): boolean {
    return this.#next() / 2 ** 32 < part;
  }

  pick<T>(from: readonly T[]): T {
    const chosen = from[this.below(from.length)];
    if (chosen === undefined) throw new Error('nothing to pick from');
    return chosen;
  }
}
