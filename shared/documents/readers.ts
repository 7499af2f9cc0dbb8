/**
 * Reading documents. Nothing here throws on what a document holds: a value that cannot be read is listed, the rest of
 * the record reads on. Records are never given twice and come in one order on every device.
 */
import type * as Y from 'yjs';
import type { RecordId, UserId } from '../domain/ids.ts';
import { DeletionReader } from './deletion.ts';
import { compareOrdered } from './order.ts';
import { DELETED, readRecordArray, type ValueVersion } from './record.ts';
import { recordArray, recordsOf, textOf } from './roots.ts';
import { recordKinds, ruleOfKind, type FieldOf, type KindRule, type RecordKind, type RecordValues } from './schema.ts';

export interface RecordView<K extends RecordKind = RecordKind> {
  readonly id: RecordId;
  /** Only fields that were ever written. Of two versions the latest by (minute, user): the same on every device. */
  readonly values: Readonly<RecordValues<K>>;
  /** Fields with more than one value, with all of them, latest last. */
  readonly conflicts: Readonly<Partial<Record<FieldOf<K>, readonly ValueVersion[]>>>;
  readonly deleted: boolean;
  /** Deleted by one while another edited it: it counts as not deleted, until a person decides. */
  readonly deletedBesideEdit: boolean;
  readonly createdBy: UserId | null;
  readonly createdMinute: number;
  readonly changedBy: UserId | null;
  readonly changedMinute: number;
  /** Fields with a value that this version cannot read, fields it does not know, and '?' for a broken entry. */
  readonly invalid: readonly string[];
}

export interface Conflict {
  readonly kind: RecordKind;
  readonly id: RecordId;
  readonly field: string;
  readonly versions: readonly ValueVersion[];
}

function ruleOf(kind: string): KindRule {
  const rule = ruleOfKind(kind);
  if (rule === null) throw new Error('unknown kind of record');
  return rule;
}

function viewOf<K extends RecordKind>(
  deletions: DeletionReader,
  kind: K,
  id: string,
  array: Y.Array<unknown>,
): RecordView<K> {
  const reading = readRecordArray(ruleOf(kind), array);
  const values: Record<string, unknown> = {};
  const conflicts: Record<string, readonly ValueVersion[]> = {};
  for (const [field, { versions }] of reading.fields) {
    values[field] = versions.at(-1)?.value;
    if (versions.length > 1 && field !== DELETED) conflicts[field] = versions;
  }
  return {
    id: id as RecordId,
    values: values as RecordValues<K>,
    conflicts: conflicts as RecordView<K>['conflicts'],
    ...deletions.read(kind, id, reading.fields.get(DELETED)),
    createdBy: reading.made?.user ?? null,
    createdMinute: reading.made?.minute ?? 0,
    changedBy: reading.changed?.user ?? null,
    changedMinute: reading.changed?.minute ?? 0,
    invalid: reading.invalid,
  };
}

/** One record, deleted or not; null when the document does not hold it. A singleton's id is its kind. */
export function readRecord<K extends RecordKind>(doc: Y.Doc, kind: K, id: string): RecordView<K> | null {
  const array = recordArray(doc, kind, id);
  return array === null ? null : viewOf(new DeletionReader(doc), kind, id, array);
}

/** All records of a kind by (ord, id); deleted ones only when asked for. */
export function readRecords<K extends RecordKind>(
  doc: Y.Doc,
  kind: K,
  options: { readonly withDeleted?: boolean } = {},
): RecordView<K>[] {
  const deletions = new DeletionReader(doc);
  const ids = ruleOf(kind).singleton ? [kind] : [...(recordsOf(doc, kind)?.keys() ?? [])];
  const views: { readonly ord: string; readonly view: RecordView<K> }[] = [];
  for (const id of ids) {
    const array = recordArray(doc, kind, id);
    if (array === null) continue;
    const view = viewOf(deletions, kind, id, array);
    if (view.deleted && options.withDeleted !== true) continue;
    const ord = 'ord' in view.values && typeof view.values.ord === 'string' ? view.values.ord : '';
    views.push({ ord, view });
  }
  views.sort((a, b) => compareOrdered({ id: a.view.id, ord: a.ord }, { id: b.view.id, ord: b.ord }));
  return views.map(({ view }) => view);
}

/** The text of a section, '' when it was never written. */
export function readText(doc: Y.Doc, kind: RecordKind, id: string, section: string): string {
  if (!ruleOf(kind).sections.includes(section)) throw new Error('unknown text section');
  return textOf(doc, id, section);
}

/** Every field of the document that waits for a choice: "Jij en [naam] pasten dit allebei aan. Niets is weg." */
export function listConflicts(doc: Y.Doc): Conflict[] {
  const found: Conflict[] = [];
  for (const kind of Object.keys(recordKinds) as RecordKind[]) {
    for (const view of readRecords(doc, kind)) {
      const conflicts = Object.entries(view.conflicts) as [string, readonly ValueVersion[]][];
      for (const [field, versions] of conflicts) found.push({ kind, id: view.id, field, versions });
    }
  }
  return found;
}

/** Records that one deleted while another edited them: "Weggehaald terwijl een collega schreef", with [Zet terug]. */
export function listDeletedBesideEdit(doc: Y.Doc): { readonly kind: RecordKind; readonly id: RecordId }[] {
  const kinds = Object.keys(recordKinds) as RecordKind[];
  return kinds.flatMap((kind) =>
    readRecords(doc, kind)
      .filter((view) => view.deletedBesideEdit)
      .map(({ id }) => ({ kind, id })),
  );
}
