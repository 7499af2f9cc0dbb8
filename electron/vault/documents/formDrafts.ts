/** Where forms that were begun lie in the store, and how those of one document are forgotten. */
import type { Store } from '../store/open.ts';

/** Before the key of a form, in the table of places and settings. */
export const DRAFT_PREFIX = 'draft.';

/** Forgets the drafts that belong to a document, inside the caller's transaction. */
export function forgetDrafts(store: Store, documentId: string): void {
  store.db.prepare(`DELETE FROM ui_state WHERE key GLOB ?`).run(`${DRAFT_PREFIX}${documentId}.*`);
}
