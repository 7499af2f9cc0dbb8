/**
 * Deleting is a mark, never a removal, and it never hides what the deleter had not seen.
 *
 * The mark holds a fingerprint of all that the record held when it was deleted: its other entries, its texts, and the
 * records that belong to it. As long as the record still reads like that, it is deleted. Once a colleague's edit from
 * elsewhere arrives, the fingerprint differs: the record counts as not deleted and says `deletedBesideEdit`, so that
 * a person decides. A restore beside a delete keeps the record too.
 */
import type * as Y from 'yjs';
import { DELETED, parseEntries, valueJson, type FieldReading } from './record.ts';
import { recordArray, recordsOf } from './roots.ts';
import { recordKinds, type KindRule } from './schema.ts';

interface Owned {
  /** Text root names by record id; by name, so that sections of a newer version count as well. */
  readonly textsById: ReadonlyMap<string, readonly string[]>;
  /** Records of child kinds by the id of their parent. */
  readonly childrenById: ReadonlyMap<string, readonly { readonly kind: string; readonly id: string }[]>;
}

export interface DeletionState {
  readonly deleted: boolean;
  readonly deletedBesideEdit: boolean;
}

const rules: Readonly<Record<string, KindRule>> = recordKinds;

function push<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}

function indexOwned(doc: Y.Doc): Owned {
  const textsById = new Map<string, string[]>();
  for (const name of doc.share.keys()) {
    const id = /^t:([^:]+):/.exec(name)?.[1];
    if (id !== undefined) push(textsById, id, name);
  }
  const childrenById = new Map<string, { kind: string; id: string }[]>();
  for (const [kind, { parent }] of Object.entries(rules)) {
    if (parent === undefined) continue;
    for (const id of recordsOf(doc, kind)?.keys() ?? []) {
      const entries = parseEntries(recordArray(doc, kind, id)?.toArray() ?? []).entries;
      const parents = new Set(
        entries
          .filter((entry) => entry.field === parent.field && typeof entry.value === 'string')
          .map((entry) => entry.value as string),
      );
      for (const parentId of parents) push(childrenById, parentId, { kind, id });
    }
  }
  return { textsById, childrenById };
}

const MULTIPLIERS = [2654435761, 1597334677, 2246822507, 3266489909];

/** 128 bit, not cryptographic: it tells states of one record apart, and nobody gains by a collision. */
function hash(text: string): string {
  const lanes = MULTIPLIERS.map((multiplier) => {
    let lane = multiplier;
    for (let index = 0; index < text.length; index += 1)
      lane = Math.imul(((lane << 5) | (lane >>> 27)) ^ text.charCodeAt(index), multiplier);
    return ((lane ^ (lane >>> 15)) >>> 0).toString(36);
  });
  return lanes.join('-');
}

function describe(doc: Y.Doc, owned: Owned, kind: string, id: string): string[] {
  const { made, entries, malformed } = parseEntries(recordArray(doc, kind, id)?.toArray() ?? []);
  const values = entries
    .filter(({ field }) => field !== DELETED)
    .map(({ field, value, user, minute }) => [field, value, user, minute]);
  const texts = (owned.textsById.get(id) ?? [])
    .map((name) => [name, doc.getText(name).toString()])
    .filter(([, text]) => text !== '');
  const children = (owned.childrenById.get(id) ?? []).map((child) =>
    describe(doc, owned, child.kind, child.id).join('\n'),
  );
  return [
    `${kind} ${id}`,
    ...[made, ...values, ...malformed].map(valueJson).sort(),
    ...texts.map(valueJson).sort(),
    ...children.sort(),
  ];
}

/** Reads deletion marks of one document; the work for texts and parts is done once, and only when a mark is met. */
export class DeletionReader {
  readonly #doc: Y.Doc;
  #owned: Owned | null = null;

  constructor(doc: Y.Doc) {
    this.#doc = doc;
  }

  /** What a delete writes now. */
  fingerprint(kind: string, id: string): string {
    this.#owned ??= indexOwned(this.#doc);
    return hash(describe(this.#doc, this.#owned, kind, id).join('\n'));
  }

  read(kind: string, id: string, mark: FieldReading | undefined): DeletionState {
    const marks = mark?.versions.map((version) => version.value) ?? [];
    if (marks.every((value) => value === '')) return { deleted: false, deletedBesideEdit: false };
    const deleted = !marks.includes('') && marks.includes(this.fingerprint(kind, id));
    return { deleted, deletedBesideEdit: !deleted };
  }
}
