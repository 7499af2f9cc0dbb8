/**
 * A document as plain data and back, with nothing lost: every record with its id, who made it, every value of a field
 * that waits for a choice, and its texts. What was deleted stays behind. Taking it in again is whole or not at all: one
 * value that does not fit refuses all of it and names the place.
 */
import * as Y from 'yjs';
import { z } from 'zod';
import { RecordId, UserId } from '../domain/ids.ts';
import { err, ok, type Result } from '../result.ts';
import { DELETED, newRecordEntries, parseEntries, valueJson } from './record.ts';
import { readRecord, readRecords } from './readers.ts';
import { recordArray, recordsRoot, singletonRoot, textOf, textRoot } from './roots.ts';
import {
  documentKinds,
  MAX_TEXT_CHARS,
  ruleOfField,
  ruleOfKind,
  type DocumentKind,
  type RecordKind,
} from './schema.ts';

const Version = z.strictObject({ value: z.unknown(), user: UserId, minute: z.number().int().min(0) });
const ExportedRecord = z.strictObject({
  id: z.string().max(40),
  made: z.strictObject({ user: UserId, minute: z.number().int().min(0) }),
  fields: z.record(z.string().max(60), z.array(Version).min(1).max(100)),
  texts: z.record(z.string().max(80), z.string().max(2 * MAX_TEXT_CHARS)),
});
export type ExportedRecord = z.infer<typeof ExportedRecord>;
export const ExportedDocument = z.record(z.string().max(40), z.array(ExportedRecord).max(100_000));
export type ExportedDocument = z.infer<typeof ExportedDocument>;

/** A document as data. A part of what was deleted is left out with it. */
export function exportDocument(doc: Y.Doc, kind: DocumentKind): ExportedDocument {
  const exported: ExportedDocument = {};
  for (const recordKind of Object.keys(documentKinds[kind]) as RecordKind[]) {
    const rule = ruleOfKind(recordKind);
    const records = readRecords(doc, recordKind).flatMap((view): ExportedRecord[] => {
      const parentField = rule?.parent?.field;
      const parentId = parentField === undefined ? undefined : (view.values as Record<string, unknown>)[parentField];
      if (rule?.parent !== undefined && typeof parentId === 'string') {
        const parent = readRecord(doc, rule.parent.kind as RecordKind, parentId);
        if (parent === null || parent.deleted) return [];
      }
      const { made, entries } = parseEntries(recordArray(doc, recordKind, view.id)?.toArray() ?? []);
      if (made === null) return [];
      const fields: Record<string, ExportedRecord['fields'][string]> = {};
      for (const { field, value, user, minute } of entries) {
        // A field of a newer version cannot be checked when it comes back; the document itself keeps it.
        if (field === DELETED || rule === null || ruleOfField(rule, field)?.schema.safeParse(value).success !== true)
          continue;
        (fields[field] ??= []).push({ value, user, minute });
      }
      const texts = Object.fromEntries(
        (rule?.sections ?? [])
          .map((section) => [section, textOf(doc, view.id, section)] as const)
          .filter(([, text]) => text !== ''),
      );
      return [{ id: view.id, made, fields, texts }];
    });
    if (records.length > 0) exported[recordKind] = records;
  }
  return exported;
}

interface Checked {
  readonly kind: RecordKind;
  readonly record: ExportedRecord;
}

function checkRecord(kind: RecordKind, record: ExportedRecord, place: string): string | null {
  const rule = ruleOfKind(kind);
  if (rule === null) return place;
  if (rule.singleton ? record.id !== kind : !RecordId.safeParse(record.id).success) return `${place}.id`;
  for (const [field, versions] of Object.entries(record.fields)) {
    const fieldRule = ruleOfField(rule, field);
    const fits = versions.every(({ value }) => {
      const parsed = fieldRule?.schema.safeParse(value);
      return parsed?.success === true && valueJson(parsed.data) === valueJson(value);
    });
    if (fieldRule === null || field === DELETED || !fits) return `${place}.${field}`;
  }
  const unknown = Object.keys(record.texts).find((section) => !rule.sections.includes(section));
  return unknown === undefined ? null : `${place}.${unknown}`;
}

/** Fills an empty document; an error names the place that does not fit, and then nothing was written. */
export function importDocument(doc: Y.Doc, kind: DocumentKind, data: ExportedDocument): Result<null, string> {
  const checked: Checked[] = [];
  const ids = new Set<string>();
  for (const [recordKind, records] of Object.entries(data)) {
    if (!Object.hasOwn(documentKinds[kind], recordKind)) return err(recordKind);
    for (const [index, record] of records.entries()) {
      const place = `${recordKind}.${String(index)}`;
      const wrong = checkRecord(recordKind as RecordKind, record, place);
      if (wrong !== null) return err(wrong);
      if (ids.has(record.id)) return err(`${place}.id`);
      ids.add(record.id);
      checked.push({ kind: recordKind as RecordKind, record });
    }
  }
  for (const { kind: recordKind, record } of checked) {
    const parent = ruleOfKind(recordKind)?.parent;
    const of = parent === undefined ? undefined : record.fields[parent.field]?.[0]?.value;
    if (parent !== undefined && (typeof of !== 'string' || !ids.has(of))) return err(`${recordKind}.${parent.field}`);
  }
  doc.transact(() => {
    for (const { kind: recordKind, record } of checked) {
      const singleton = ruleOfKind(recordKind)?.singleton === true;
      const entries = newRecordEntries(new Map(), record.made, singleton);
      for (const [field, versions] of Object.entries(record.fields))
        for (const { value, user, minute } of versions) entries.push([field, value, user, minute]);
      if (singleton) doc.getArray<unknown>(singletonRoot(recordKind)).push(entries);
      else doc.getMap(recordsRoot(recordKind)).set(record.id, Y.Array.from(entries));
      for (const [section, text] of Object.entries(record.texts))
        doc.getText(textRoot(record.id, section)).insert(0, text.toWellFormed());
    }
  }, 'decision');
  return ok(null);
}
