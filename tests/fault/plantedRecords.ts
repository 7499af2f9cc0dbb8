/**
 * Puts a text into every field that a screen may write, in a record of every kind, found from the schema itself: a kind
 * or a field that is added later is planted too.
 */
import * as Y from 'yjs';
import type { z } from 'zod';
import { createRecord, replaceText, setFields, type Writer } from '../../shared/documents/accessors.ts';
import { readRecords } from '../../shared/documents/readers.ts';
import { ruleOfKind, type FieldRule, type RecordKind, type RecordValues } from '../../shared/documents/schema.ts';

export interface Planted {
  /** `kind.field` and `kind#section`, each holding the text whole or cut to what fits. */
  readonly places: readonly string[];
  /** One update per record, in the order in which they have to be pushed. */
  readonly updates: readonly { readonly kind: string; readonly update: Uint8Array }[];
}

/** What a field takes when it does not take free text. */
const OTHERS: readonly unknown[] = ['2026-11-21', true, 5, [], 'a0'];

/** Plants into records of these kinds. `text` gives the text for a place; it is cut until the field takes it. */
export function plantEverywhere(
  doc: Y.Doc,
  kinds: readonly RecordKind[],
  writer: Writer,
  text: (place: string) => string,
  /** Also the fields that only a command of the vault may write; the writer must be one of decisions then. */
  decisions = false,
): Planted {
  const places: string[] = [];
  const updates: { kind: string; update: Uint8Array }[] = [];
  const made = new Map<string, string>();
  for (const kind of parentsFirst(kinds)) {
    const rule = ruleOfKind(kind);
    if (rule === null) continue;
    const before = Y.encodeStateVector(doc);
    const values: Record<string, unknown> = {};
    const planted: string[] = [];
    for (const [name, field] of Object.entries(rule.fields)) {
      // A record that is marked as deleted or put in order by a text would not be shown.
      if ((field.writer !== 'screen' && !decisions) || name === 'deleted' || name === 'ord') continue;
      const place = `${kind}.${name}`;
      const free = cutToFit(field, text(place));
      if (free !== null) planted.push(place);
      values[name] =
        free ?? other(field, name, rule.parent?.field === name ? made.get(rule.parent.kind) : undefined, writer);
      if (values[name] === undefined) delete values[name];
    }
    const id = place(doc, kind, rule.singleton, values, writer);
    made.set(kind, id);
    for (const section of rule.sections) {
      replaceText(doc, kind, id, section, text(`${kind}#${section}`));
      planted.push(`${kind}#${section}`);
    }
    places.push(...planted);
    updates.push({ kind, update: Y.encodeStateAsUpdate(doc, before) });
  }
  return { places, updates };
}

function place(doc: Y.Doc, kind: RecordKind, singleton: boolean, values: object, writer: Writer): string {
  const there = singleton ? readRecords(doc, kind)[0] : undefined;
  if (there === undefined) return createRecord(doc, kind, values as RecordValues<typeof kind>, writer);
  setFields(doc, kind, there.id, values as RecordValues<typeof kind>, writer);
  return there.id;
}

function cutToFit({ schema }: FieldRule, text: string): string | null {
  for (const length of [text.length, 40, 20, 10]) {
    const cut = text.slice(0, length);
    if (schema.safeParse(cut).success) return cut;
  }
  return null;
}

function other({ schema }: FieldRule, name: string, parentId: string | undefined, writer: Writer): unknown {
  const ids = [parentId, name === 'author' ? writer.user : undefined].filter((id) => id !== undefined);
  const candidates = [...ids, ...optionsOf(schema), ...OTHERS, ''];
  return candidates.find((candidate) => schema.safeParse(candidate).success);
}

/** The codes of an enumeration, also inside a union. */
function optionsOf(schema: z.ZodType): readonly unknown[] {
  if (!('options' in schema) || !Array.isArray(schema.options)) return [];
  return (schema.options as readonly unknown[]).flatMap((option) =>
    typeof option === 'object' && option !== null ? optionsOf(option as z.ZodType) : [option],
  );
}

function parentsFirst(kinds: readonly RecordKind[]): readonly RecordKind[] {
  const depth = (kind: string, seen = 0): number => {
    const parent = ruleOfKind(kind)?.parent?.kind;
    return parent === undefined || seen > 9 ? 0 : 1 + depth(parent, seen + 1);
  };
  return [...kinds].sort((a, b) => depth(a) - depth(b));
}
