/**
 * What must be saved and then leave the memory of this screen when it is hidden or locked. Whoever holds readable
 * things of a household registers here; the session calls `flushAll`, then unmounts the screens, then `forgetAll`.
 */
export type ForgetReason = 'hide' | 'lock';

export interface Forgettable {
  /** Saves what waits; true when nothing is left unsaved. */
  flush(): Promise<boolean>;
  /** Drops everything readable. A `lock` also drops what could not be saved. */
  forget(why: ForgetReason): void;
}

const registered = new Set<Forgettable>();

/** Registers until the returned function is called. */
export function onForget(forgettable: Forgettable): () => void {
  registered.add(forgettable);
  return () => registered.delete(forgettable);
}

/** Saves everything, and waits at most `longestMs`; true when nothing is left unsaved. */
export async function flushAll(longestMs: number): Promise<boolean> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tooLong = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), longestMs);
  });
  const saved = Promise.all([...registered].map((entry) => entry.flush())).then((all) => all.every(Boolean));
  const done = await Promise.race([saved, tooLong]);
  clearTimeout(timer);
  return done;
}

/** Drops everything readable, at once. */
export function forgetAll(why: ForgetReason): void {
  for (const entry of [...registered]) entry.forget(why);
}
