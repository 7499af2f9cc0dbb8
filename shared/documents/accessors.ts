/**
 * The only writers of documents. Every write is one transaction with a named origin; every value is checked by the
 * schema first, and a value that does not fit is a bug of the caller and throws before anything is written.
 * Decision fields are only written by a writer with origin `decision`, which only commands of the vault make.
 */
import * as Y from 'yjs';
import type { Clock, Random } from '../deps.ts';
import { newId, type RecordId, type UserId } from '../domain/ids.ts';
import type { Result } from '../result.ts';
import { DeletionReader } from './deletion.ts';
import type { Origin } from './origins.ts';
import { DELETED, minuteAt, newRecordEntries, readRecordArray, setRecordFields, type Stamp } from './record.ts';
import { recordArray, recordsRoot, singletonRoot, textRoot } from './roots.ts';
import { ruleOfField, ruleOfKind, type FieldOf, type KindRule, type RecordKind, type RecordValues } from './schema.ts';
import { replaceYText, type TextChange, type TextTooLong } from './text.ts';

export interface Writer {
  readonly user: UserId;
  /** `local` when absent. */
  readonly origin?: Extract<Origin, 'local' | 'decision'>;
  nowMs(): number;
  newId(): RecordId;
}

/** Who writes, with which clock and which source of ids. */
export function newWriter(user: UserId, clock: Clock, random: Random, origin: 'local' | 'decision' = 'local'): Writer {
  return { user, origin, nowMs: () => clock.nowMs(), newId: () => newId<RecordId>(random) };
}

function ruleOf(kind: string): KindRule {
  const rule = ruleOfKind(kind);
  if (rule === null) throw new Error(`unknown kind ${kind}`);
  return rule;
}

function existing(doc: Y.Doc, kind: string, id: string): Y.Array<unknown> {
  const array = recordArray(doc, kind, id);
  if (array === null) throw new Error(`no such record in ${kind}`);
  return array;
}

/** Strings become well-formed Unicode: a half surrogate would read differently after a trip over the wire. */
function wellFormed(value: unknown): unknown {
  if (typeof value === 'string') return value.toWellFormed();
  return Array.isArray(value) ? value.map(wellFormed) : value;
}

function checkedValues(
  kind: string,
  rule: KindRule,
  values: object,
  writer: Writer,
  made: boolean,
): Map<string, unknown> {
  const checked = new Map<string, unknown>();
  for (const [field, value] of Object.entries(values) as [string, unknown][]) {
    const fieldRule = ruleOfField(rule, field);
    if (fieldRule === null || field === DELETED) throw new Error(`${kind}.${field} is not a field to set`);
    if (fieldRule.writer === 'decision' && writer.origin !== 'decision')
      throw new Error(`${kind}.${field} takes a decision`);
    if (fieldRule.immutable && !made) throw new Error(`${kind}.${field} is immutable`);
    const parsed = fieldRule.schema.safeParse(wellFormed(value));
    if (!parsed.success) throw new Error(`${kind}.${field} got a value that does not fit`);
    checked.set(field, parsed.data);
  }
  return checked;
}

const stampOf = (writer: Writer): Stamp => ({ user: writer.user, minute: minuteAt(writer.nowMs()) });
const originOf = (writer: Writer): Origin => writer.origin ?? 'local';

/** Makes a record whole, in one transaction, and returns its id (for a singleton the name of its kind). */
export function createRecord<K extends RecordKind>(
  doc: Y.Doc,
  kind: K,
  values: RecordValues<K>,
  writer: Writer,
): RecordId {
  const rule = ruleOf(kind);
  const entries = newRecordEntries(checkedValues(kind, rule, values, writer, true), stampOf(writer), rule.singleton);
  const id = rule.singleton ? (kind as string as RecordId) : writer.newId();
  if (recordArray(doc, kind, id) !== null) throw new Error(`this record of ${kind} exists`);
  doc.transact(() => {
    if (rule.singleton) doc.getArray<unknown>(singletonRoot(kind)).push(entries);
    else doc.getMap(recordsRoot(kind)).set(id, Y.Array.from(entries));
  }, originOf(writer));
  return id;
}

/** Sets fields of a record. A field that already holds this one value is left alone. */
export function setFields<K extends RecordKind>(
  doc: Y.Doc,
  kind: K,
  id: string,
  values: RecordValues<K>,
  writer: Writer,
): void {
  const rule = ruleOf(kind);
  const array = existing(doc, kind, id);
  const checked = checkedValues(kind, rule, values, writer, false);
  doc.transact(() => setRecordFields(rule, array, checked, stampOf(writer)), originOf(writer));
}

/** Ends "twee versies": the chosen value replaces all versions that are seen here. */
export function chooseValue<K extends RecordKind, F extends FieldOf<K>>(
  doc: Y.Doc,
  kind: K,
  id: string,
  field: F,
  value: NonNullable<RecordValues<K>[F]>,
  writer: Writer,
): void {
  setFields(doc, kind, id, { [field]: value } as unknown as RecordValues<K>, writer);
}

function setDeletion(
  doc: Y.Doc,
  kind: RecordKind,
  id: string,
  mark: (array: Y.Array<unknown>) => string | null,
  writer: Writer,
): void {
  const rule = ruleOf(kind);
  if (ruleOfField(rule, DELETED) === null) throw new Error(`a record of ${kind} cannot be deleted`);
  const array = existing(doc, kind, id);
  const value = mark(array);
  if (value === null) return;
  doc.transact(() => setRecordFields(rule, array, new Map([[DELETED, value]]), stampOf(writer)), originOf(writer));
}

/** Marks a record as deleted, as it reads here and now. What others did to it meanwhile keeps it (see deletion.ts). */
export function markDeleted(doc: Y.Doc, kind: RecordKind, id: string, writer: Writer): void {
  setDeletion(doc, kind, id, () => new DeletionReader(doc).fingerprint(kind, id), writer);
}

/** Takes a record back, and ends "weggehaald terwijl een collega schreef" in favour of keeping it. */
export function restoreDeleted(doc: Y.Doc, kind: RecordKind, id: string, writer: Writer): void {
  setDeletion(doc, kind, id, (array) => (readRecordArray(ruleOf(kind), array).fields.has(DELETED) ? '' : null), writer);
}

/** The text of a section, to observe. Change it through replaceText only. */
export function sectionText(doc: Y.Doc, kind: RecordKind, id: string, section: string): Y.Text {
  if (!ruleOf(kind).sections.includes(section)) throw new Error(`${kind} has no section ${section}`);
  return doc.getText(textRoot(id, section));
}

/**
 * Makes a section read `next` by the smallest change; `caret` is its place in `next`. Returns the changed range, null
 * when nothing changed, or TextTooLong, in which case nothing was written.
 */
export function replaceText(
  doc: Y.Doc,
  kind: RecordKind,
  id: string,
  section: string,
  next: string,
  caret?: number,
): Result<TextChange | null, TextTooLong> {
  const text = sectionText(doc, kind, id, section);
  existing(doc, kind, id);
  return doc.transact(() => replaceYText(text, next, caret), 'local' satisfies Origin);
}
