/**
 * Lists and search hold what this worker may open, no more: a dossier that was withdrawn leaves them, one that is given
 * (back) comes in. The document itself stays as it is on disk, closed; every command answers as if it were not there.
 */
import type { DocumentFacts } from './documentLog.ts';
import type { DocumentParts } from './rebuildProjection.ts';
import { allRecords } from './projector.ts';

const TABLES = ['open_choice', 'deadline', 'visit', 'action', 'conversation', 'person', 'household'] as const;

/** Brings the rows in line with `mayRead`. Answers how many documents came or went, and which went. */
export function followAccess(
  parts: DocumentParts,
  mayRead: (documentId: string) => boolean,
): { readonly moved: number; readonly gone: readonly DocumentFacts[] } {
  const { store, log, shadows, projector, index } = parts;
  const listed = new Set(store.db.prepare<[], string>('SELECT document_id FROM household').pluck().all());
  const moved = log
    .all()
    .filter(({ kind, documentId }) => kind === 'household' && mayRead(documentId) !== listed.has(documentId));
  const gone: DocumentFacts[] = [];
  store.transaction(() => {
    for (const facts of moved) {
      if (listed.has(facts.documentId)) {
        for (const table of TABLES)
          store.db.prepare<[string]>(`DELETE FROM ${table} WHERE document_id = ?`).run(facts.documentId);
        gone.push(facts);
        continue;
      }
      const shadow = shadows.get(facts.documentId);
      if (!shadow.ok) continue;
      const records = allRecords(shadow.value.doc);
      projector.apply(facts, shadow.value.doc, records);
      index.indexDocument(facts.documentId, facts.householdId, shadow.value.doc, records);
    }
  });
  for (const { documentId } of gone) index.leave(documentId);
  // Once for all: each time it rewrites the whole index.
  if (gone.length > 0) index.scrub();
  return { moved: moved.length, gone };
}
