/**
 * What the fields and texts of a record read before, who changed them and when.
 *
 * Promises: a save writes nothing for it. Changes are read from the log of the document as long as that has them; when
 * the log is folded in, what it would lose is written here in the same transaction, so that no change is told twice or
 * not at all. Typing on in one text by one person is one change. What a person erases (`erase`) is gone from both.
 * Never shared: every laptop tells what it saw. It goes with its document.
 */
import * as Y from 'yjs';
import { parseEntries } from '../../../shared/documents/record.ts';
import { readRecord, readText } from '../../../shared/documents/readers.ts';
import { recordArray } from '../../../shared/documents/roots.ts';
import { recordKinds, ruleOfKind, type RecordKind } from '../../../shared/documents/schema.ts';
import { touchedRecords } from '../../../shared/documents/touched.ts';
import type { Store } from '../store/open.ts';

export interface LogRow {
  readonly bytes: Uint8Array;
  readonly madeAtMs: number;
  /** '' the worker of this laptop, '?' unknown, else the colleague who wrote it. */
  readonly author: string;
}

/** One change of one part: `before` stood there until `atMs`. */
export interface PartChange {
  readonly kind: string;
  readonly recordId: string;
  readonly part: string;
  readonly atMs: number;
  readonly user: string;
  readonly before: string;
}

/** Changes of one part by one person within this time read as one. */
export const TOGETHER_MS = 10 * 60_000;
/** Order and marks that no person wrote. */
const SILENT: ReadonlySet<string> = new Set(['ord', 'deleted', 'replaces']);

interface Part {
  readonly value: string;
  readonly user: string | null;
  readonly section: boolean;
}
type Reading = ReadonlyMap<string, Part>;
const NOTHING: Reading = new Map();

const asText = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));

/** What stands in every part of a record now; values that wait for a choice stand beside each other. */
export function readingOf(doc: Y.Doc, kind: RecordKind, id: string): Reading {
  const view = readRecord(doc, kind, id);
  if (view === null) return NOTHING;
  const parts = new Map<string, Part>();
  const users = new Map<string, string>();
  for (const { field, user } of parseEntries(recordArray(doc, kind, id)?.toArray() ?? []).entries)
    users.set(field, user);
  const conflicts: Readonly<Record<string, readonly { readonly value: unknown }[] | undefined>> = view.conflicts;
  for (const [field, value] of Object.entries(view.values)) {
    if (SILENT.has(field)) continue;
    const versions = conflicts[field]?.map((version) => asText(version.value));
    const shown = versions === undefined || versions.length < 2 ? asText(value) : versions.toSorted().join(' / ');
    parts.set(field, { value: shown, user: users.get(field) ?? null, section: false });
  }
  for (const section of ruleOfKind(kind)?.sections ?? [])
    parts.set(section, { value: readText(doc, kind, id, section), user: null, section: true });
  return parts;
}

/** The changes in these rows on top of a snapshot, oldest first; of one record when `only` is given. */
export function changesIn(
  snapshot: Uint8Array | null,
  rows: readonly LogRow[],
  only?: { readonly kind: string; readonly recordId: string },
): PartChange[] {
  const doc = new Y.Doc();
  if (snapshot !== null) Y.applyUpdate(doc, snapshot, 'load');
  const wanted = (kind: string, id: string): boolean =>
    Object.hasOwn(recordKinds, kind) && (only === undefined || (only.kind === kind && only.recordId === id));
  const known = new Map<string, Reading>();
  // Which records the rows touch is known only after them, so what stood there first is read from the snapshot.
  const first = new Y.Doc();
  if (snapshot !== null) Y.applyUpdate(first, snapshot, 'load');
  const changes: PartChange[] = [];
  let row: LogRow | null = null;
  doc.on('afterTransaction', (transaction: Y.Transaction) => {
    if (row === null) return;
    for (const { kind, id } of touchedRecords(transaction)) {
      if (!wanted(kind, id)) continue;
      const key = `${kind} ${id}`;
      const before = known.get(key) ?? readingOf(first, kind as RecordKind, id);
      const after = readingOf(doc, kind as RecordKind, id);
      known.set(key, after);
      // What a record was made with is told by its own stamp, and by what changed it later.
      if (before === NOTHING) continue;
      addChanges(changes, { kind, recordId: id, row, before, after });
    }
  });
  for (row of rows) Y.applyUpdate(doc, row.bytes, 'load');
  doc.destroy();
  first.destroy();
  return changes;
}

interface Step {
  readonly kind: string;
  readonly recordId: string;
  readonly row: LogRow;
  readonly before: Reading;
  readonly after: Reading;
}

function addChanges(changes: PartChange[], { kind, recordId, row, before, after }: Step): void {
  for (const part of new Set([...before.keys(), ...after.keys()])) {
    const was = before.get(part)?.value ?? '';
    const now = after.get(part);
    if (was === (now?.value ?? '')) continue;
    const user = (now?.section === false ? now.user : null) ?? row.author;
    const at = changes.findLastIndex(
      (change) => change.kind === kind && change.recordId === recordId && change.part === part,
    );
    const last = changes[at];
    if (last !== undefined && last.user === user && row.madeAtMs - last.atMs < TOGETHER_MS)
      changes[at] = { ...last, atMs: row.madeAtMs };
    else changes.push({ kind, recordId, part, atMs: row.madeAtMs, user, before: was });
  }
}

export class RecordHistory {
  readonly #statements;

  constructor(store: Store) {
    const { db } = store;
    this.#statements = {
      put: db.prepare<[object]>(
        `INSERT INTO record_history (document_id, kind, record_id, part, at_ms, user, before)
         VALUES (@documentId, @kind, @recordId, @part, @atMs, @user, @before)`,
      ),
      of: db.prepare<[string, string, string], PartChange>(
        `SELECT kind, record_id AS recordId, part, at_ms AS atMs, user, before FROM record_history
         WHERE document_id = ? AND kind = ? AND record_id = ? ORDER BY at_ms, seq`,
      ),
      erase: db.prepare<[string, string, string]>(
        `DELETE FROM record_history WHERE document_id = ? AND kind = ? AND record_id = ?`,
      ),
    };
  }

  /** Keeps what folding these rows in would lose. Inside the transaction that folds. */
  keep(documentId: string, snapshot: Uint8Array | null, rows: readonly LogRow[]): void {
    for (const change of changesIn(snapshot, rows)) this.#statements.put.run({ documentId, ...change });
  }

  /** What was kept of one record, oldest first. */
  of(documentId: string, kind: string, recordId: string): readonly PartChange[] {
    return this.#statements.of.all(documentId, kind, recordId);
  }

  /** Forgets what was kept of one record. Inside the transaction that folded its log in. */
  erase(documentId: string, kind: string, recordId: string): void {
    this.#statements.erase.run(documentId, kind, recordId);
  }
}
