/**
 * Which records a transaction touched: what a projection must write again and what a screen must read again, no more.
 * A change of a part (a line, a text) touches its parent too, because a delete mark covers the parts.
 */
import * as Y from 'yjs';
import { parseEntries } from './record.ts';
import { parseRootName, recordArray, recordsRoot, singletonRoot } from './roots.ts';
import { recordKinds, ruleOfKind, type KindRule } from './schema.ts';

export interface Touched {
  readonly kind: string;
  readonly id: string;
}

export type Place =
  | { readonly type: 'records'; readonly kind: string }
  | { readonly type: 'record'; readonly kind: string; readonly id: string }
  | { readonly type: 'text'; readonly id: string; readonly section: string };

type AnyType = Y.Transaction['changed'] extends Map<infer T, unknown> ? T : never;

const kindRoots = Object.entries<KindRule>(recordKinds).map(([kind, rule]) => {
  const singleton = rule.singleton === true;
  return { kind, singleton, root: singleton ? singletonRoot(kind) : recordsRoot(kind) };
});
const places = new WeakMap<object, Place>();

/**
 * The name of a root. An update brings a root as a type without a class; the first `getMap` replaces that object, while
 * a running transaction still names the old one. Its items know the new one.
 */
function rootOf(type: AnyType): ReturnType<typeof parseRootName> {
  const parent = (type._start ?? type._map.values().next().value)?.parent;
  const current = parent instanceof Y.AbstractType ? parent : type;
  for (const [name, shared] of current.doc?.share ?? []) if (shared === current) return parseRootName(name);
  return null;
}

function findPlace(type: AnyType): Place | null {
  const item = type._item;
  if (item === null) {
    const root = rootOf(type);
    if (root?.type !== 'singleton') return root;
    return ruleOfKind(root.kind)?.singleton === true ? { type: 'record', kind: root.kind, id: root.kind } : null;
  }
  if (!(item.parent instanceof Y.AbstractType) || item.parent._item !== null || typeof item.parentSub !== 'string')
    return null;
  const root = rootOf(item.parent);
  return root?.type === 'records' ? { type: 'record', kind: root.kind, id: item.parentSub } : null;
}

/** What a shared type of a document is, or null when it stands where nothing of ours stands. */
export function placeOf(type: AnyType): Place | null {
  const known = places.get(type);
  if (known !== undefined) return known;
  const place = findPlace(type);
  if (place !== null) places.set(type, place);
  return place;
}

/** The kinds that hold a record with this id: one, unless a broken app reused an id. */
export function kindsOfRecord(doc: Y.Doc, id: string): string[] {
  // For every save, so without making a name for each kind.
  return kindRoots.flatMap(({ kind, root, singleton }) => {
    if (!doc.share.has(root) || (singleton && id !== kind)) return [];
    return recordArray(doc, kind, id) === null ? [] : [kind];
  });
}

/** The ids that a record names as its parent; one, unless a broken app wrote two. */
export function parentIds(doc: Y.Doc, kind: string, id: string): string[] {
  const field = ruleOfKind(kind)?.parent?.field;
  if (field === undefined) return [];
  const { entries } = parseEntries(recordArray(doc, kind, id)?.toArray() ?? []);
  return [...new Set(entries.filter((entry) => entry.field === field).map((entry) => String(entry.value)))];
}

/** The records that a finished transaction touched, with the parents of touched parts. */
export function touchedRecords(transaction: Y.Transaction): Touched[] {
  const { doc } = transaction;
  const touched = new Map<string, Touched>();
  const touch = (kind: string, id: string): void => {
    if (ruleOfKind(kind) === null || touched.has(`${kind} ${id}`)) return;
    touched.set(`${kind} ${id}`, { kind, id });
    const parent = ruleOfKind(kind)?.parent;
    if (parent !== undefined) for (const parentId of parentIds(doc, kind, id)) touch(parent.kind, parentId);
  };
  for (const [type, keys] of transaction.changed) {
    const place = placeOf(type);
    if (place === null) continue;
    if (place.type === 'record') touch(place.kind, place.id);
    else if (place.type === 'text') for (const kind of kindsOfRecord(doc, place.id)) touch(kind, place.id);
    else for (const key of keys) if (key !== null) touch(place.kind, key.toString());
  }
  return [...touched.values()];
}
