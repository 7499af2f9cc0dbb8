/**
 * Counting without pointing at anyone: a count below the minimum is not shown, a share is not shown when it would
 * give such a count away, and in a table a second cell is hidden when the first could be worked out from the sum.
 */

export type Cell =
  { readonly kind: 'NUMBER'; readonly value: number } | { readonly kind: 'FEWER_THAN'; readonly minimum: number };

/** The count, or that it is too small to show. Zero says nothing about anyone and is shown. */
export function cell(count: number, minimum: number): Cell {
  return count === 0 || count >= minimum ? { kind: 'NUMBER', value: count } : { kind: 'FEWER_THAN', minimum };
}

export function cellInWords(shown: Cell): string {
  return shown.kind === 'NUMBER' ? String(shown.value) : `minder dan ${shown.minimum}`;
}

export type Share =
  | { readonly kind: 'SHARE'; readonly part: number; readonly whole: number; readonly share: number }
  | { readonly kind: 'TOO_FEW' }
  | { readonly kind: 'NOTHING' };

/** `part` of `whole`; hidden when the part or what is left over is too small to show. */
export function share(part: number, whole: number, minimum: number): Share {
  if (whole === 0) return { kind: 'NOTHING' };
  const small = (count: number): boolean => count > 0 && count < minimum;
  if (whole < minimum || small(part) || small(whole - part)) return { kind: 'TOO_FEW' };
  return { kind: 'SHARE', part, whole, share: part / whole };
}

/** Counts per key. When one cell is hidden, the next smallest is too, or the sum would tell. */
export function table(counts: ReadonlyMap<string, number>, minimum: number): ReadonlyMap<string, Cell> {
  const cells = new Map([...counts].map(([key, count]) => [key, cell(count, minimum)] as const));
  const hidden = [...cells].filter(([, shown]) => shown.kind === 'FEWER_THAN');
  if (hidden.length !== 1) return cells;
  const next = [...counts]
    .filter(([key, count]) => count > 0 && cells.get(key)?.kind === 'NUMBER')
    .toSorted(([a, one], [b, other]) => one - other || (a < b ? -1 : 1))[0];
  if (next) cells.set(next[0], { kind: 'FEWER_THAN', minimum: Math.max(minimum, next[1] + 1) });
  return cells;
}

/** The middle of the values; null when there are fewer than the minimum. */
export function median(values: readonly number[], minimum: number): number | null {
  if (values.length === 0 || values.length < minimum) return null;
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? 0) + upper) / 2;
}
