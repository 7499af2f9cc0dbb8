/**
 * Names of the root types and access to them. Root types merge by name on every device; nothing else may be
 * created lazily. Reading never creates a root.
 */
import * as Y from 'yjs';
import { ruleOfKind } from './schema.ts';

export type RootName =
  | { readonly type: 'records'; readonly kind: string }
  | { readonly type: 'singleton'; readonly kind: string }
  | { readonly type: 'text'; readonly id: string; readonly section: string };

export const recordsRoot = (kind: string): string => `r:${kind}`;
export const singletonRoot = (kind: string): string => `s:${kind}`;
export const textRoot = (id: string, section: string): string => `t:${id}:${section}`;

/** Takes a root name apart; null when it is not one of ours. Says nothing about whether kind or record exist. */
export function parseRootName(name: string): RootName | null {
  if (name.startsWith('r:')) return { type: 'records', kind: name.slice(2) };
  if (name.startsWith('s:')) return { type: 'singleton', kind: name.slice(2) };
  const text = /^t:([^:]+):(.+)$/s.exec(name);
  return text?.[1] !== undefined && text[2] !== undefined ? { type: 'text', id: text[1], section: text[2] } : null;
}

/** The map of all records of a kind, or null when the document holds none. */
export function recordsOf(doc: Y.Doc, kind: string): Y.Map<unknown> | null {
  return doc.share.has(recordsRoot(kind)) ? doc.getMap(recordsRoot(kind)) : null;
}

/** The entries of one record, or null when it does not exist (or is not an array, which only a broken app makes). */
export function recordArray(doc: Y.Doc, kind: string, id: string): Y.Array<unknown> | null {
  if (ruleOfKind(kind)?.singleton === true) {
    if (id !== kind || !doc.share.has(singletonRoot(kind))) return null;
    const array = doc.getArray<unknown>(singletonRoot(kind));
    return array.length > 0 ? array : null;
  }
  const record = recordsOf(doc, kind)?.get(id);
  return record instanceof Y.Array ? (record as Y.Array<unknown>) : null;
}

/** The text of a section, '' when it was never written. */
export function textOf(doc: Y.Doc, id: string, section: string): string {
  const name = textRoot(id, section);
  return doc.share.has(name) ? doc.getText(name).toString() : '';
}
