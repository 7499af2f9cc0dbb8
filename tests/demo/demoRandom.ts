/** Seeded chance for invented data: the same seed gives the same caseload, also on another machine. */
export interface Chance {
  /** 0 <= value < 1 */
  next(): number;
  /** A whole number, both ends included. */
  between(from: number, to: number): number;
  pick<T>(items: readonly T[]): T;
  /** True in `share` of the cases. */
  often(share: number): boolean;
  /** `count` different items, in their own order. */
  some<T>(items: readonly T[], count: number): T[];
  /** 32 lower-case hex digits. */
  hexId(): string;
}

export function chanceFrom(seed: number): Chance {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const between = (from: number, to: number): number => from + Math.floor(next() * (to - from + 1));
  const pick = <T>(items: readonly T[]): T => {
    const item = items[between(0, items.length - 1)];
    if (item === undefined) throw new Error('nothing to pick from');
    return item;
  };
  return {
    next,
    between,
    pick,
    often: (share) => next() < share,
    some: (items, count) => {
      const left = items.map((_, index) => index);
      while (left.length > Math.max(0, count)) left.splice(between(0, left.length - 1), 1);
      return left.map((index) => items[index]).filter((item) => item !== undefined);
    },
    hexId: () =>
      Array.from({ length: 4 }, () =>
        Math.floor(next() * 4_294_967_296)
          .toString(16)
          .padStart(8, '0'),
      ).join(''),
  };
}
