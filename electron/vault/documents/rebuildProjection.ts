/**
 * Drops the rows of lists and search and makes them again from the documents. A document that cannot be read keeps its
 * bytes and has no rows; the others go on.
 *
 * Two ways to the same rows: `rebuildProjection` in one transaction, for a vault that nobody uses yet (at opening), and
 * `rebuildInSlices` document by document with saves in between. There a list is whole at every moment; search finds less
 * until its words are back. Cut off half way it is begun again at the next opening: a mark says so.
 */
import { inSlices, pause, type SliceDeps } from '../slices.ts';
import type { Progress } from '../progress.ts';
import type { Store } from '../store/open.ts';
import type { DocumentFacts, DocumentLog } from './documentLog.ts';
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

export interface RebuildOptions {
  /** Runs before the (last) commit. */
  readonly inTransaction?: (() => void) | undefined;
  readonly mayRead: (documentId: string) => boolean;
  readonly progress: Progress;
}

export interface Rebuilt {
  readonly documents: number;
  readonly records: number;
}

/** Stands in `meta` while a rebuild in slices is under way. */
const UNDER_WAY = 'store.rebuild';
const MOST_DOCUMENTS = 40;

/** Throws StoreFailure, and then nothing changed. */
export function rebuildProjection(parts: DocumentParts, { inTransaction, mayRead, progress }: RebuildOptions): Rebuilt {
  const { store, log, projector, index } = parts;
  const counted = store.transaction(() => {
    index.clear();
    projector.clear();
    const documents = log.all().filter(({ documentId }) => mayRead(documentId));
    progress.step('DOSSIERS', documents.length);
    let records = 0;
    for (const [at, facts] of documents.entries()) {
      records += makeRows(parts, facts);
      progress.done(at + 1);
    }
    store.db.prepare<[string]>('DELETE FROM meta WHERE key = ?').run(UNDER_WAY);
    inTransaction?.();
    return { documents: documents.length, records };
  });
  progress.step('TIDY');
  index.scrub();
  return counted;
}

/** True when a rebuild in slices was cut off: lists and search have to be made again before they are shown. */
export const rebuildWasCutOff = ({ db }: Store): boolean =>
  db.prepare<[string], number>('SELECT 1 FROM meta WHERE key = ?').pluck().get(UNDER_WAY) !== undefined;

/** The same between other work. Answers null when the vault closed meanwhile. Throws StoreFailure. */
export async function rebuildInSlices(
  parts: DocumentParts,
  { inTransaction, mayRead, progress }: RebuildOptions,
  deps: SliceDeps & { readonly wanted: () => boolean },
): Promise<Rebuilt | null> {
  const { store, log, projector, index } = parts;
  const { wanted } = deps;
  store.transaction(() => {
    store.db
      .prepare<[string, Uint8Array]>('INSERT OR REPLACE INTO meta (key, value) VALUES (?, ?)')
      .run(UNDER_WAY, Uint8Array.of(1));
    index.forgetAllWords();
  });
  const documents = log.all();
  progress.step('DOSSIERS', documents.length);
  let read = 0;
  let records = 0;
  const whole = await inSlices(
    {
      all: documents,
      most: MOST_DOCUMENTS,
      work: (part) =>
        store.transaction(() => {
          for (const facts of part) {
            projector.clearDocument(facts.documentId);
            index.dropRows(facts.documentId);
            if (log.facts(facts.documentId) === null || !mayRead(facts.documentId)) continue;
            read += 1;
            records += makeRows(parts, facts);
          }
        }),
      done: (count) => progress.done(count),
      wanted,
    },
    deps,
  );
  if (!whole) return null;
  store.transaction(() => {
    store.db.prepare<[string]>('DELETE FROM meta WHERE key = ?').run(UNDER_WAY);
    inTransaction?.();
  });
  progress.step('TIDY');
  await scrubInSlices(index, deps);
  return { documents: read, records };
}

/** Takes the words that went away from the disk, a piece at a time. */
export async function scrubInSlices(
  index: SearchIndex,
  deps: SliceDeps & { readonly wanted: () => boolean },
): Promise<void> {
  for (let first = true; deps.wanted() && !index.scrubPiece(first); first = false) await pause(deps);
}

/** The rows of one document that has none; answers how many records it has. */
function makeRows({ shadows, projector, index }: DocumentParts, facts: DocumentFacts): number {
  const shadow = shadows.get(facts.documentId);
  if (!shadow.ok) return 0;
  const { doc } = shadow.value;
  const all = allRecords(doc);
  projector.apply(facts, doc, all);
  if (facts.kind === 'household') index.indexDocument(facts.documentId, facts.householdId, doc, all);
  return all.length;
}
