/**
 * Drops the rows of lists and search and makes them again from the documents, in one transaction. A document that
 * cannot be read keeps its bytes and has no rows; the others go on.
 */
import type { Store } from '../store/open.ts';
import type { DocumentLog } from './documentLog.ts';
import { allRecords, type Projector } from './projector.ts';
import type { SearchIndex } from './searchIndex.ts';
import type { ShadowDocuments } from './shadowDocuments.ts';

/** What works on documents together. */
export interface DocumentParts {
  readonly store: Store;
  readonly log: DocumentLog;
  readonly shadows: ShadowDocuments;
  readonly projector: Projector;
  readonly index: SearchIndex;
}

/** `inTransaction` runs before the commit. Throws StoreFailure, and then nothing changed. */
export function rebuildProjection(
  parts: DocumentParts,
  inTransaction?: () => void,
  mayRead: (documentId: string) => boolean = () => true,
): { documents: number; records: number } {
  const { store, log, shadows, projector, index } = parts;
  const counted = store.transaction(() => {
    index.clear();
    projector.clear();
    const documents = log.all().filter(({ documentId }) => mayRead(documentId));
    let records = 0;
    for (const facts of documents) {
      const shadow = shadows.get(facts.documentId);
      if (!shadow.ok) continue;
      const { doc } = shadow.value;
      const all = allRecords(doc);
      projector.apply(facts, doc, all);
      if (facts.kind === 'household') index.indexDocument(facts.documentId, facts.householdId, doc, all);
      records += all.length;
    }
    inTransaction?.();
    return { documents: documents.length, records };
  });
  index.scrub();
  return counted;
}
