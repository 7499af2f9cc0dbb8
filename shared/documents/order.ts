/**
 * Order of records by hand: a key between the keys of the neighbours, so that moving one record writes one field and
 * two people who move different records do not disturb each other. Two records that got the same key at the same
 * time are ordered by id; the next insertion after them lands behind both.
 */
import { generateKeyBetween } from 'fractional-indexing';

export interface Ordered {
  readonly id: string;
  readonly ord: string;
}

/** By key, then by id: the same on every device. Records without a key come first. */
export function compareOrdered(a: Ordered, b: Ordered): number {
  if (a.ord !== b.ord) return a.ord < b.ord ? -1 : 1;
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}

function keyBetween(before: string | null, after: string | null): string | null {
  try {
    return generateKeyBetween(before, after);
  } catch {
    return null;
  }
}

/**
 * The key for a record that comes at `index` among `sorted` (by compareOrdered, without the record that moves). Keys
 * that no version of ours could have made are skipped.
 */
export function orderKeyAt(sorted: readonly Ordered[], index: number): string {
  const usable = (key: string): boolean => key !== '' && keyBetween(key, null) !== null;
  const before = sorted.slice(0, index).findLast(({ ord }) => usable(ord))?.ord ?? null;
  const after = sorted.slice(index).find(({ ord }) => usable(ord) && (before === null || ord > before))?.ord ?? null;
  const key = keyBetween(before, after);
  if (key === null) throw new Error('no order key between these neighbours');
  return key;
}

/** The key for a record that comes last. */
export function orderKeyAtEnd(sorted: readonly Ordered[]): string {
  return orderKeyAt(sorted, sorted.length);
}
