/**
 * Words in a form field that are not in the document yet: they get there after a short pause, when the field is left,
 * and before anything is hidden or locked.
 */
const pending = new Set<() => void>();

/** Registers a commit to be called by commitDrafts, until the returned function is called. */
export function holdDraft(commit: () => void): () => void {
  pending.add(commit);
  return () => pending.delete(commit);
}

/** Puts every waiting word into its document. */
export function commitDrafts(): void {
  for (const commit of [...pending]) commit();
}
