/**
 * What must be gone from this screen when it is hidden or locked. Everything that holds content (replicas, lists,
 * search results) registers here; hiding and locking first give it the time to save, then make it forget.
 */
export interface Forgettable {
  /** Saves what waits; true when nothing waits any more. */
  flush?(): Promise<boolean>;
  /** Drops every trace of content from memory. */
  forget(why: 'hide' | 'lock'): void;
}

const parts = new Set<Forgettable>();

/** Registers a holder of content until the returned function is called. */
export function onForget(part: Forgettable): () => void {
  parts.add(part);
  return () => parts.delete(part);
}

/** Saves everything that waits. True when all of it is on disk. */
export async function flushScreen(): Promise<boolean> {
  const done = await Promise.all([...parts].map((part) => part.flush?.() ?? Promise.resolve(true)));
  return done.every(Boolean);
}

/** Drops all content. A part that fails does not keep the others from forgetting. */
export function forgetScreen(why: 'hide' | 'lock'): void {
  const failures: unknown[] = [];
  for (const part of [...parts]) {
    try {
      part.forget(why);
    } catch (failure) {
      failures.push(failure);
    }
  }
  if (failures.length > 0) throw new AggregateError(failures, 'forgetting failed');
}
