/**
 * The bytes of documents on disk: a snapshot and the updates after it.
 *
 * Promises: a document loads as its snapshot with the later updates merged once; compaction replaces rows only by
 * loading them and writing what was loaded, so text that was deleted is really gone from it (merging updates would keep
 * it); what a person may want to read back of it goes to recordHistory.ts in the same transaction;
 * it removes exactly the rows that it folded in. Of a document that is shared, a row that is not yet in an envelope for
 * the team is never removed.
 */
import * as Y from 'yjs';
import type { Random } from '../../../shared/deps.ts';
import { DOC_SCHEMA_MAJOR, type DocumentKind } from '../../../shared/documents/schema.ts';
import type { DocumentId, HouseholdId } from '../../../shared/domain/ids.ts';
import { createDocumentKey } from '../keys/documentKeys.ts';
import type { Store } from '../store/open.ts';
import { RecordHistory, type LogRow } from './recordHistory.ts';
import { RowNumbers } from './rowNumbers.ts';

export interface DocumentFacts {
  readonly documentId: DocumentId;
  readonly householdId: HouseholdId;
  readonly kind: DocumentKind;
  readonly schemaMajor: number;
}

export interface NewDocumentRow extends DocumentFacts {
  readonly createdBy: string;
  readonly createdOnDevice: string;
  readonly createdAtMs: number;
}

/** A log longer than this is folded in, however small its rows. */
const MAX_ROWS = 200;
/** Below this size a log is left alone: folding in every second save would only wear the disk. */
const SMALL_LOG_BYTES = 8 * 1024;

/** Of these a person can read back what stood there before (history.list); of a sociale kaart of thousands it would only take long. */
const HAS_HISTORY: ReadonlySet<DocumentKind> = new Set(['household', 'restricted']);

/** The valid update that changes nothing. */
const EMPTY = Uint8Array.of(0, 0);

interface Row extends LogRow {
  readonly seq: number;
}

export class DocumentLog {
  readonly #store: Store;
  readonly #history: RecordHistory;
  readonly #numbers: RowNumbers;
  readonly #statements;

  constructor(store: Store) {
    this.#store = store;
    this.#history = new RecordHistory(store);
    this.#numbers = new RowNumbers(store);
    const { db } = store;
    this.#statements = {
      facts: db.prepare<[string], DocumentFacts>(
        `SELECT document_id AS documentId, household_id AS householdId, kind, schema_major AS schemaMajor
         FROM document WHERE document_id = ?`,
      ),
      all: db.prepare<[], DocumentFacts>(
        `SELECT document_id AS documentId, household_id AS householdId, kind, schema_major AS schemaMajor
         FROM document ORDER BY created_at_ms, document_id`,
      ),
      snapshot: db.prepare<[string], { bytes: Uint8Array; uptoSeq: number }>(
        `SELECT bytes, upto_seq AS uptoSeq FROM document_snapshot WHERE document_id = ?`,
      ),
      updates: db.prepare<[string, number], Row>(
        `SELECT seq, bytes, made_at_ms AS madeAtMs, author FROM document_update WHERE document_id = ? AND seq > ? ORDER BY seq`,
      ),
      size: db.prepare<[string, number], { rows: number; bytes: number }>(
        `SELECT count(*) AS rows, coalesce(sum(length(bytes)), 0) AS bytes FROM document_update WHERE document_id = ? AND seq > ?`,
      ),
      snapshotSize: db.prepare<[string], { bytes: number; uptoSeq: number }>(
        `SELECT length(bytes) AS bytes, upto_seq AS uptoSeq FROM document_snapshot WHERE document_id = ?`,
      ),
      lastRow: db
        .prepare<[string], number | null>(`SELECT max(seq) FROM document_update WHERE document_id = ?`)
        .pluck(),
      addDocument: db.prepare(
        `INSERT INTO document (document_id, household_id, kind, created_by, created_on_device, created_at_ms, schema_major, doc_generation)
         VALUES (@documentId, @householdId, @kind, @createdBy, @createdOnDevice, @createdAtMs, @schemaMajor, 0)`,
      ),
      addUpdate: db.prepare<[number, string, Uint8Array, number]>(
        `INSERT INTO document_update (seq, document_id, bytes, sealed, made_at_ms) VALUES (?, ?, ?, 0, ?)`,
      ),
      addSealedUpdate: db.prepare<[number, string, Uint8Array, number, string]>(
        `INSERT INTO document_update (seq, document_id, bytes, sealed, made_at_ms, author) VALUES (?, ?, ?, 1, ?, ?)`,
      ),
      raiseSchema: db.prepare<[number, string]>(
        `UPDATE document SET schema_major = max(schema_major, ?) WHERE document_id = ?`,
      ),
      putSnapshot: db.prepare<[string, Uint8Array, number, number]>(
        `INSERT INTO document_snapshot (document_id, bytes, upto_seq, made_at_ms) VALUES (?, ?, ?, ?)
         ON CONFLICT (document_id) DO UPDATE SET bytes = excluded.bytes, upto_seq = excluded.upto_seq, made_at_ms = excluded.made_at_ms`,
      ),
      dropFolded: db.prepare<[string, number]>(`DELETE FROM document_update WHERE document_id = ? AND seq <= ?`),
      dropSealed: db.prepare<[string, number]>(
        `DELETE FROM document_update WHERE document_id = ? AND seq <= ? AND sealed = 1`,
      ),
    };
  }

  facts(documentId: string): DocumentFacts | null {
    return this.#statements.facts.get(documentId) ?? null;
  }

  all(): DocumentFacts[] {
    return this.#statements.all.all();
  }

  /** Writes a new document with a random key of its own and its first state. Inside the caller's transaction. */
  add(row: NewDocumentRow, state: Uint8Array, random: Random): void {
    this.#statements.addDocument.run(row);
    createDocumentKey(this.#store, row.documentId, { random, madeAtMs: row.createdAtMs }).fill(0);
    this.#statements.addUpdate.run(this.#numbers.next(), row.documentId, state, row.createdAtMs);
  }

  /** Adds one saved change, not yet in an envelope. Inside the caller's transaction. */
  append(documentId: string, update: Uint8Array, atMs: number): void {
    this.#statements.addUpdate.run(this.#numbers.next(), documentId, update, atMs);
  }

  /** Makes a document that a colleague made; its keys are in the key ring. Inside the caller's transaction. */
  addFromTeam(facts: DocumentFacts, atMs: number): void {
    this.#statements.addDocument.run({ ...facts, createdBy: '', createdOnDevice: '', createdAtMs: atMs });
  }

  /** Adds what colleagues wrote: it came in envelopes, so it is not sealed again. Inside the caller's transaction. */
  appendFromTeam(facts: DocumentFacts, update: Uint8Array, atMs: number, author: string): void {
    this.#statements.addSealedUpdate.run(this.#numbers.next(), facts.documentId, update, atMs, author);
    this.#statements.raiseSchema.run(facts.schemaMajor, facts.documentId);
  }

  /** The number of the newest row of a document; 0 when all are folded in. */
  lastRow(documentId: string): number {
    return this.#statements.lastRow.get(documentId) ?? 0;
  }

  /** Fills an empty document and gives the bytes it was filled with. Throws when they are not a document. */
  loadInto(doc: Y.Doc, documentId: string): Uint8Array {
    const { merged } = this.#read(documentId);
    if (merged !== null) Y.applyUpdate(doc, merged, 'load');
    if (doc.store.pendingStructs !== null || doc.store.pendingDs !== null)
      throw new Error('updates of this document are missing');
    // A copy of its own: what the driver gives is a Buffer.
    return new Uint8Array(merged ?? EMPTY);
  }

  /** True when the log has grown so much that folding it in pays. */
  wantsCompaction(documentId: string): boolean {
    const snapshot = this.#statements.snapshotSize.get(documentId);
    const log = this.#statements.size.get(documentId, snapshot?.uptoSeq ?? 0) ?? { rows: 0, bytes: 0 };
    if (log.rows > MAX_ROWS) return true;
    return log.rows > 1 && log.bytes > Math.max(SMALL_LOG_BYTES, snapshot?.bytes ?? 0);
  }

  /** Loads, re-encodes and replaces, in one transaction. `shared`: rows that are not sealed stay. */
  compact(documentId: string, nowMs: number, shared: boolean): void {
    this.#store.transaction(() => {
      const { merged, lastSeq, snapshot, rows } = this.#read(documentId);
      if (merged === null) return;
      if (HAS_HISTORY.has(this.facts(documentId)?.kind ?? 'household')) this.#history.keep(documentId, snapshot, rows);
      const doc = new Y.Doc();
      Y.applyUpdate(doc, merged, 'load');
      this.#statements.putSnapshot.run(documentId, Y.encodeStateAsUpdate(doc), lastSeq, nowMs);
      doc.destroy();
      (shared ? this.#statements.dropSealed : this.#statements.dropFolded).run(documentId, lastSeq);
    });
  }

  /** The snapshot and the rows after it, for who tells what changed. */
  since(documentId: string): { readonly snapshot: Uint8Array | null; readonly rows: readonly LogRow[] } {
    const { snapshot, rows } = this.#read(documentId);
    return { snapshot, rows };
  }

  #read(documentId: string): {
    merged: Uint8Array | null;
    lastSeq: number;
    snapshot: Uint8Array | null;
    rows: readonly LogRow[];
  } {
    const snapshot = this.#statements.snapshot.get(documentId);
    const rows = this.#statements.updates.all(documentId, snapshot?.uptoSeq ?? 0);
    const parts = [...(snapshot === undefined ? [] : [snapshot.bytes]), ...rows.map((row) => row.bytes)];
    const merged = parts.length > 1 ? Y.mergeUpdates(parts) : (parts[0] ?? null);
    return { merged, lastSeq: rows.at(-1)?.seq ?? snapshot?.uptoSeq ?? 0, snapshot: snapshot?.bytes ?? null, rows };
  }
}

/** A newer app wrote it: we read what we know and write nothing. */
export const isWritable = (facts: DocumentFacts): boolean => facts.schemaMajor <= DOC_SCHEMA_MAJOR;
