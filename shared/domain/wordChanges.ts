/**
 * What changed between two texts, in words, for a person to read: whole words that went and came, in order. Nothing is
 * left out: the kept and removed parts together are the earlier text, the kept and added parts the later one.
 */
export interface WordChange {
  readonly kind: 'kept' | 'removed' | 'added';
  readonly text: string;
}

/** More words than this that differ are told as one text that went and one that came. */
const MOST_COMPARED = 2_000;

const wordsOf = (text: string): readonly string[] => text.match(/[^\s]+\s*|\s+/g) ?? [];

/** The parts of both texts, in reading order: what went stands before what came in its place. */
export function wordChanges(before: string, after: string): readonly WordChange[] {
  const [was, is] = [wordsOf(before), wordsOf(after)];
  let start = 0;
  while (start < was.length && start < is.length && was[start] === is[start]) start += 1;
  let end = 0;
  while (end < was.length - start && end < is.length - start && was.at(-1 - end) === is.at(-1 - end)) end += 1;
  const gone = was.slice(start, was.length - end);
  const came = is.slice(start, is.length - end);
  return joined([
    ...was.slice(0, start).map((text) => ({ kind: 'kept', text }) as const),
    ...(gone.length * came.length > MOST_COMPARED ** 2 ? whole(gone, came) : compared(gone, came)),
    ...was.slice(was.length - end).map((text) => ({ kind: 'kept', text }) as const),
  ]);
}

const whole = (gone: readonly string[], came: readonly string[]): WordChange[] => [
  { kind: 'removed', text: gone.join('') },
  { kind: 'added', text: came.join('') },
];

/** By the longest common row of words. */
function compared(gone: readonly string[], came: readonly string[]): WordChange[] {
  const width = came.length + 1;
  const lengths = new Uint32Array((gone.length + 1) * width);
  const at = (row: number, column: number): number => lengths[row * width + column] ?? 0;
  for (let row = gone.length - 1; row >= 0; row -= 1)
    for (let column = came.length - 1; column >= 0; column -= 1)
      lengths[row * width + column] =
        gone[row] === came[column] ? at(row + 1, column + 1) + 1 : Math.max(at(row + 1, column), at(row, column + 1));
  const parts: WordChange[] = [];
  let [row, column] = [0, 0];
  while (row < gone.length || column < came.length) {
    const [old = '', fresh = ''] = [gone[row], came[column]];
    if (row < gone.length && column < came.length && old === fresh) {
      parts.push({ kind: 'kept', text: old });
      row += 1;
      column += 1;
    } else if (row < gone.length && (column >= came.length || at(row + 1, column) >= at(row, column + 1))) {
      parts.push({ kind: 'removed', text: old });
      row += 1;
    } else {
      parts.push({ kind: 'added', text: fresh });
      column += 1;
    }
  }
  return parts;
}

function joined(parts: readonly WordChange[]): readonly WordChange[] {
  const told: WordChange[] = [];
  for (const part of parts) {
    const last = told.at(-1);
    if (part.text === '') continue;
    if (last?.kind === part.kind) told[told.length - 1] = { kind: part.kind, text: last.text + part.text };
    else told.push(part);
  }
  return told;
}
