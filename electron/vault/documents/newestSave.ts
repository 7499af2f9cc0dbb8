/**
 * The latest moment that the vault itself knows of: a clock that is before it was set back.
 *
 * Promises: it reads the last saves and the households, never the whole log, which would be most of the database at every
 * unlock. Once the last saves were made on a clock that was set back, the households still tell.
 */
import type { Store } from '../store/open.ts';

const LAST_SAVES = 5;

/** Answers a function that gives it in milliseconds; 0 in an empty vault. */
export function newestSaveReader({ db }: Pick<Store, 'db'>): () => number {
  const newest = db
    .prepare<[number], number>(
      `SELECT max(
         coalesce((SELECT max(changed_at_ms) FROM household), 0),
         coalesce((SELECT max(made_at_ms) FROM (SELECT made_at_ms FROM document_update ORDER BY seq DESC LIMIT ?)), 0))`,
    )
    .pluck();
  return () => newest.get(LAST_SAVES) ?? 0;
}
