/** What stands in a document that the vault refused and not in the one it has: text to copy from, nothing more. */
import * as Y from 'yjs';
import type { UnsavedText } from './saveState.ts';

/** Entries of a multi-value record: [field, value, user, minute]. */
const valueOf = (entry: unknown): string | null =>
  Array.isArray(entry) && typeof entry[1] === 'string' && typeof entry[0] === 'string' ? entry[1] : null;

const fieldOf = (entry: unknown): string => (Array.isArray(entry) && typeof entry[0] === 'string' ? entry[0] : '');

/** Texts and typed values of `refused` that `stored` does not have, in the order of the document. */
export function typedBeside(refused: Y.Doc, stored: Y.Doc): UnsavedText[] {
  const found: UnsavedText[] = [];
  for (const root of refused.share.keys()) {
    if (root.startsWith('t:')) {
      const text = refused.getText(root).toJSON();
      if (text.trim() !== '' && text !== stored.getText(root).toJSON()) found.push({ where: root, text });
    } else if (root.startsWith('s:')) {
      found.push(...typedValues(root, refused.getArray(root).toJSON(), stored.getArray(root).toJSON()));
    } else if (root.startsWith('r:')) {
      const records: Record<string, unknown> = refused.getMap(root).toJSON();
      const known: Record<string, unknown> = stored.getMap(root).toJSON();
      for (const [id, entries] of Object.entries(records)) {
        const before = known[id];
        if (Array.isArray(entries))
          found.push(...typedValues(`${root}:${id}`, entries, Array.isArray(before) ? before : []));
      }
    }
  }
  return found;
}

/** Sentences only: codes, ids and dates are chosen again faster than they are copied. */
const isTyped = (value: string): boolean =>
  value.trim().length > 1 &&
  !/^[0-9a-f]{32}$/.test(value) &&
  !/^[A-Z0-9_]+$/.test(value) &&
  !/^\d{4}-\d{2}-\d{2}/.test(value);

function typedValues(where: string, entries: readonly unknown[], before: readonly unknown[]): UnsavedText[] {
  const known = new Set(before.map((entry) => `${fieldOf(entry)}=${valueOf(entry) ?? ''}`));
  return entries.flatMap((entry) => {
    const value = valueOf(entry);
    if (value === null || !isTyped(value) || fieldOf(entry) === 'ord' || fieldOf(entry) === 'deleted') return [];
    return known.has(`${fieldOf(entry)}=${value}`) ? [] : [{ where: `${where}:${fieldOf(entry)}`, text: value }];
  });
}
