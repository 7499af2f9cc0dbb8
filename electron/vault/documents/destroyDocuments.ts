/**
 * Takes documents away for good: bytes, keys, rows of lists and search, what is known of sharing. Only for documents that
 * were never shared; one that others have is archived instead. With them go what their fields read before and the forms
 * that were begun in them. One transaction, or part of the caller's.
 */
import type { Store } from '../store/open.ts';
import { forgetDrafts } from './formDrafts.ts';

/** Children before parents, as foreign keys want. */
const BY_DOCUMENT = [
  'search_dirty', 'search_entry', 'open_choice', 'deadline', 'visit', 'action', 'conversation', 'person', 'household',
  'organisation', 'municipality', 'record_touch', 'record_history', 'document_snapshot', 'document_update', 'document_key',
]; // prettier-ignore
const BY_ROOM = ['room_sync', 'lane', 'outer_envelope', 'room_key', 'key_reader', 'seen_by'];

/** The words of documents in the search index, by the numbers of their entries. */
export interface SearchWords {
  entriesOf(documentId: string): readonly number[];
  forget(entryIds: readonly number[]): void;
}

export function destroyDocuments(store: Store, documentIds: readonly string[], words: SearchWords): void {
  const { db } = store;
  store.transaction(() => {
    const entries = documentIds.flatMap((documentId) => words.entriesOf(documentId));
    const households = db.prepare<[string], string>('SELECT household_id FROM household WHERE document_id = ?').pluck();
    const forgetVisit = db.prepare<[string]>('DELETE FROM household_visit WHERE household_id = ?');
    const statements = [
      ...BY_DOCUMENT.map((table) => db.prepare<[string]>(`DELETE FROM ${table} WHERE document_id = ?`)),
      ...BY_ROOM.map((table) => db.prepare<[string]>(`DELETE FROM ${table} WHERE room = ?`)),
      db.prepare<[string]>('DELETE FROM document WHERE document_id = ?'),
    ];
    for (const documentId of documentIds) {
      for (const householdId of households.all(documentId)) forgetVisit.run(householdId);
      forgetDrafts(store, documentId);
      for (const statement of statements) statement.run(documentId);
    }
    // Last: between other statements the index writes itself to disk at each of them, which is fifty times as slow.
    words.forget(entries);
  });
}
