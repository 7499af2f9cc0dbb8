/**
 * Keeps the full-text index up with the documents, out of the way of saving.
 *
 * Promises: a save only marks records; the index follows 3 seconds after the last mark, when asked (blur, hide, lock),
 * and before a search; marks are on disk, so nothing is forgotten when the process ends. After `purge` no word of the
 * document is in the database file or its log, also not as an index term.
 *
 * Numbers: an entry's number holds its group and its day, so that reading a group backwards by number is reading it
 * newest first, without sorting: group * 2^42 + day * 2^24 + a count.
 */
import type * as Y from 'yjs';
import type { Touched } from '../../../shared/documents/touched.ts';
import type { Perspective } from '../../../shared/domain/codes.ts';
import { calendarDateAt, daysBetween } from '../../../shared/domain/dates.ts';
import type { Store } from '../store/open.ts';
import type { VaultDeps } from '../vaultDeps.ts';
import { isSearched, searchableOf, type Searchable, type SearchedKind } from './searchable.ts';
import { foldedWords } from './searchText.ts';

const GROUP = 2 ** 42;
const DAY = 2 ** 24;
const FIRST_DAY = '1900-01-01';

/** Pause after the last save before the index follows. */
export const INDEX_DELAY_MS = 3_000;
/** So many records at a time, so that a large catch-up does not hold up typing. */
const SLICE = 200;
const FLUSH_SLICES = 5;
/** Pages of the index that are written in one piece of `scrubPiece`: some milliseconds. */
const MERGE_PAGES = 64;

export const SEARCH_GROUPS = ['households', 'persons', 'notes'] as const;
export type SearchGroup = (typeof SEARCH_GROUPS)[number];

/** The numbers of a group, from and up to; with days, only of what has a date from the first up to and with the last. */
export function entriesOf(group: SearchGroup, days: Days = {}): readonly [from: number, to: number] {
  const start = (SEARCH_GROUPS.indexOf(group) + 1) * GROUP;
  const from = days.from === undefined ? 0 : dayNumber(days.from);
  const until = days.until === undefined ? GROUP / DAY : dayNumber(days.until) + 1;
  return [start + from * DAY, start + until * DAY];
}

interface Days {
  readonly from?: string | undefined;
  readonly until?: string | undefined;
}

const dayNumber = (date: string): number => Math.min(Math.max(0, daysBetween(FIRST_DAY, date)), GROUP / DAY - 1);

/** A word in the index that nobody types: what is about this perspective. */
export const perspectiveWord = (code: Perspective): string => `0q${code.toLowerCase()}`;

export const groupOf = (kind: SearchedKind): SearchGroup =>
  kind === 'household' ? 'households' : kind === 'persons' ? 'persons' : 'notes';

export interface DirtyRecord {
  readonly documentId: string;
  readonly householdId: string;
  readonly kind: SearchedKind;
  readonly recordId: string;
}

export interface SearchIndexDeps {
  readonly store: Store;
  readonly setTimer: VaultDeps['setTimer'];
  /** Gives the standing document to read from; null when it cannot be loaded. */
  withDocument<T>(documentId: string, read: (doc: Y.Doc) => T): T | null;
}

interface KnownEntry {
  readonly entryId: number;
  readonly date: string | null;
}

export class SearchIndex {
  readonly #deps: SearchIndexDeps;
  readonly #statements;
  #timer: { cancel(): void } | null = null;

  constructor(deps: SearchIndexDeps) {
    this.#deps = deps;
    const { db } = deps.store;
    this.#statements = {
      mark: db.prepare<[string, string, string, number]>(
        `INSERT INTO search_dirty (document_id, kind, record_id, marked_at_ms) VALUES (?, ?, ?, ?)
         ON CONFLICT (document_id, kind, record_id) DO NOTHING`,
      ),
      markParts: db.prepare<[string, string]>(
        `INSERT OR IGNORE INTO search_dirty (document_id, kind, record_id, marked_at_ms)
         SELECT document_id, kind, record_id, 0 FROM search_entry
         WHERE document_id = ? AND conversation_id = ? AND kind <> 'conversations'`,
      ),
      unmark: db.prepare<[string, string, string]>(
        `DELETE FROM search_dirty WHERE document_id = ? AND kind = ? AND record_id = ?`,
      ),
      dirty: db.prepare<[number], DirtyRecord>(
        `SELECT d.document_id AS documentId, o.household_id AS householdId, d.kind, d.record_id AS recordId
         FROM search_dirty d JOIN document o USING (document_id) ORDER BY d.document_id LIMIT ?`,
      ),
      countDirty: db.prepare<[], number>(`SELECT count(*) FROM search_dirty`).pluck(),
      find: db.prepare<[string, string, string], KnownEntry>(
        `SELECT entry_id AS entryId, date FROM search_entry WHERE document_id = ? AND kind = ? AND record_id = ?`,
      ),
      entries: db.prepare<[string], number>(`SELECT entry_id FROM search_entry WHERE document_id = ?`).pluck(),
      lastOfDay: db
        .prepare<[number, number], number | null>(
          `SELECT max(entry_id) FROM search_entry WHERE entry_id >= ? AND entry_id < ?`,
        )
        .pluck(),
      addEntry: db.prepare(
        `INSERT INTO search_entry (entry_id, document_id, kind, record_id, household_id, conversation_id, person_id, title, body, voice, date)
         VALUES (@entryId, @documentId, @kind, @recordId, @householdId, @conversationId, @personId, @title, @body, @voice, @date)`,
      ),
      addWords: db.prepare<[number, string]>(`INSERT INTO search_fts (rowid, words) VALUES (?, ?)`),
      dropRows: db.prepare<[string]>(`DELETE FROM search_entry WHERE document_id = ?`),
      dropEntry: db.prepare<[number]>(`DELETE FROM search_entry WHERE entry_id = ?`),
      mergeWords: db.prepare<[number]>(`INSERT INTO search_fts (search_fts, rank) VALUES ('merge', ?)`),
      dropWords: db.prepare<[number]>(`DELETE FROM search_fts WHERE rowid = ?`),
    };
  }

  /** Marks records for indexing, inside the transaction that saves them. Not the moment to spend time. */
  mark(documentId: string, touched: readonly Touched[], atMs: number): void {
    for (const { kind, id } of touched) if (isSearched(kind)) this.#statements.mark.run(documentId, kind, id, atMs);
  }

  /** Starts the pause again; called after a save. */
  followSoon(): void {
    this.#timer?.cancel();
    this.#timer = this.#deps.setTimer(() => this.#indexSlice(), INDEX_DELAY_MS);
  }

  /**
   * The index follows now: at blur, hide and lock, and before a search. After a very large change it takes the first
   * thousand; the rest stays marked on disk, is searched directly and follows later, so that a lock never waits for it.
   */
  flush(): void {
    this.end();
    for (let slice = 0; slice < FLUSH_SLICES; slice += 1) if (this.#index(SLICE) < SLICE) return;
    if (this.waiting() > 0) this.#timer = this.#deps.setTimer(() => this.#indexSlice(), 0);
  }

  /** How many records are marked. */
  waiting(): number {
    return this.#statements.countDirty.get() ?? 0;
  }

  /** The marked records, for a search that does not wait for the index. */
  marked(): DirtyRecord[] {
    return this.#statements.dirty.all(-1).filter((record) => isSearched(record.kind));
  }

  /** Takes everything out of the index; for a rebuild, inside its transaction. */
  clear(): void {
    this.#deps.store.db.exec(
      `DELETE FROM search_dirty; DELETE FROM search_entry; INSERT INTO search_fts (search_fts) VALUES ('delete-all')`,
    );
  }

  /** Indexes one document whole, without marks: for a rebuild or a new document, inside the caller's transaction. */
  indexDocument(documentId: string, householdId: string, doc: Y.Doc, records: readonly Touched[]): void {
    for (const { kind, id } of records) {
      if (isSearched(kind)) this.#put({ documentId, householdId, kind, recordId: id }, searchableOf(doc, kind, id));
    }
  }

  /** Takes a document out so that none of its words can be found on the disk any more. */
  purge(documentId: string): void {
    this.leave(documentId);
    this.scrub();
  }

  /** Takes a document out of search; `scrub` afterwards takes its words from the disk too. */
  leave(documentId: string): void {
    const { store } = this.#deps;
    store.transaction(() => {
      for (const entryId of this.#statements.entries.all(documentId)) this.#drop(entryId);
      store.db.prepare<[string]>(`DELETE FROM search_dirty WHERE document_id = ?`).run(documentId);
    });
  }

  /** The numbers under which the words of a document stand. */
  entriesOf(documentId: string): readonly number[] {
    return this.#statements.entries.all(documentId);
  }

  /** Forgets every word at once and keeps the rows: for a rebuild in pieces, each of which puts the words of a document back. */
  forgetAllWords(): void {
    this.#deps.store.db.exec(`DELETE FROM search_dirty; INSERT INTO search_fts (search_fts) VALUES ('delete-all')`);
  }

  /** Drops the rows of a document whose words are gone already; inside the caller's transaction. */
  dropRows(documentId: string): void {
    this.#statements.dropRows.run(documentId);
  }

  /** Takes words out by the numbers of their entries, inside the caller's transaction; the rows are the caller's. */
  forget(entryIds: readonly number[]): void {
    for (const entryId of entryIds) this.#statements.dropWords.run(entryId);
  }

  /** Rewrites the index without what was taken out, then empties the write-ahead log. Slow; never while saving. */
  scrub(): void {
    const { store } = this.#deps;
    store.transaction(() => store.db.exec(`INSERT INTO search_fts (search_fts) VALUES ('optimize')`));
    store.checkpoint();
  }

  /** One piece of what `scrub` does; true when it is done. `first`: everything that stands apart is to become one. */
  scrubPiece(first: boolean): boolean {
    const { store } = this.#deps;
    const changes = store.db.prepare<[], number>('SELECT total_changes()').pluck();
    const before = changes.get() ?? 0;
    store.transaction(() => this.#statements.mergeWords.run(first ? -MERGE_PAGES : MERGE_PAGES));
    // As the documentation of FTS5 says: fewer than two rows changed is nothing left to merge.
    const done = (changes.get() ?? 0) - before < 2;
    if (done) store.checkpoint();
    return done;
  }

  /** Stops following; what is marked stays marked. */
  end(): void {
    this.#timer?.cancel();
    this.#timer = null;
  }

  #indexSlice(): void {
    this.#timer = this.#index(SLICE) === SLICE ? this.#deps.setTimer(() => this.#indexSlice(), 0) : null;
  }

  /** Indexes up to `limit` marked records in one transaction; answers how many. */
  #index(limit: number): number {
    const { store, withDocument } = this.#deps;
    const records = this.#statements.dirty.all(limit);
    if (records.length === 0) return 0;
    // Reading comes first: loading a document is no work for inside a transaction.
    const read = records.map((record) => ({
      record,
      found: isSearched(record.kind)
        ? withDocument(record.documentId, (doc) => searchableOf(doc, record.kind, record.recordId))
        : null,
    }));
    store.transaction(() => {
      for (const { record, found } of read) {
        this.#statements.unmark.run(record.documentId, record.kind, record.recordId);
        this.#put(record, found);
      }
    });
    return records.length;
  }

  #put(record: DirtyRecord, found: Searchable | null): void {
    const { documentId, kind, recordId, householdId } = record;
    const known = this.#statements.find.get(documentId, kind, recordId) ?? null;
    if (known !== null) this.#drop(known.entryId);
    if (kind === 'conversations' && known !== null && known.date !== (found?.date ?? null)) {
      this.#statements.markParts.run(documentId, recordId);
    }
    if (found === null) return;
    const entryId = this.#numberFor(kind, found);
    const { changedMinute: _, extra, perspectives, ...shown } = found;
    this.#statements.addEntry.run({ entryId, documentId, householdId, kind, recordId, ...shown });
    this.#statements.addWords.run(
      entryId,
      [...foldedWords(`${found.title}\n${found.body}\n${extra}`), ...perspectives.map(perspectiveWord)].join(' '),
    );
  }

  #drop(entryId: number): void {
    this.#statements.dropEntry.run(entryId);
    this.#statements.dropWords.run(entryId);
  }

  #numberFor(kind: SearchedKind, found: Searchable): number {
    const date = found.date ?? calendarDateAt(found.changedMinute * 60_000);
    const first = entriesOf(groupOf(kind))[0] + dayNumber(date) * DAY;
    return (this.#statements.lastOfDay.get(first, first + DAY) ?? first) + 1;
  }
}
