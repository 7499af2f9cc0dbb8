/** A form field that writes when somebody pauses, leaves, or the screen goes: one change per thought, not per key. */
import { useCallback, useEffect, useRef, useState } from 'react';
import { holdDraft } from './drafts.ts';

const PAUSE_MS = 400;

export interface Draft {
  /** What stands in the field. */
  readonly value: string;
  /** Why it is not written, when it is not. */
  readonly error: string | undefined;
  change(next: string): void;
  /** Writes now; call when the field is left. */
  settle(): void;
}

/** `write` returns a sentence when the value cannot be taken; then the typed text stays in view. */
export function useDraft(stored: string, write: (next: string) => string | undefined): Draft {
  const [draft, setDraft] = useState<string | null>(null);
  const [error, setError] = useState<string | undefined>(undefined);
  const live = useRef({ draft: null as string | null, write, stored });
  live.current.write = write;
  live.current.stored = stored;
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);

  const commit = useCallback((leaving: boolean) => {
    if (timer.current !== null) clearTimeout(timer.current);
    timer.current = null;
    const current = live.current;
    const next = current.draft;
    if (next === null) return;
    const problem = next === current.stored ? undefined : current.write(next);
    if (problem !== undefined) {
      if (leaving) setError(problem); // nobody is corrected while typing
      return;
    }
    current.stored = next;
    setError(undefined);
    if (leaving) {
      current.draft = null;
      setDraft(null);
    }
  }, []);

  useEffect(() => {
    const release = holdDraft(() => commit(false));
    return () => {
      release();
      commit(false);
    };
  }, [commit]);

  return {
    value: draft ?? stored,
    error,
    change(next) {
      live.current.draft = next;
      setDraft(next);
      if (timer.current !== null) clearTimeout(timer.current);
      timer.current = setTimeout(() => commit(false), PAUSE_MS);
    },
    settle: () => commit(true),
  };
}
