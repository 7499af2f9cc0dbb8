/**
 * Lists ask the vault and ask again when rows may have changed; the old answer stays in view meanwhile. An answer that
 * says the same as the one before draws nothing: most changes while somebody types change no list.
 */
import { equalityDeep } from 'lib0/function';
import { startTransition, useCallback, useEffect, useRef, useState } from 'react';
import type { CommandName, ErrorsOf, InputOf, OutputOf } from '../../shared/contract/contract.ts';
import { useVault } from './useVault.tsx';

export interface Query<N extends CommandName> {
  /** Null until the first answer. */
  readonly data: OutputOf<N> | null;
  readonly error: ErrorsOf<N> | null;
  /** False while `data` still belongs to an earlier input: fit to look at, not to act on. */
  readonly settled: boolean;
  /** Asks again now. */
  reload(): void;
}

interface Answer<N extends CommandName> {
  /** The input that it answers, as text. */
  readonly key: string | null;
  readonly data: OutputOf<N> | null;
  readonly error: ErrorsOf<N> | null;
}

const AFTER_CHANGE_MS = 120;

/** Asks `name` with `input`, again when the input changes, and again after `lists.changed`. */
export function useQuery<N extends CommandName>(name: N, input: InputOf<N>): Query<N> {
  const { calls } = useVault();
  const [answer, setAnswer] = useState<Answer<N>>({ key: null, data: null, error: null });
  const key = JSON.stringify(input);
  const latest = useRef({ input, key, ask: 0 });
  latest.current.input = input;
  latest.current.key = key;

  const reload = useCallback(() => {
    const ask = (latest.current.ask += 1);
    const asked = latest.current.key;
    void calls.call(name, latest.current.input).then((result) => {
      if (ask !== latest.current.ask) return; // a newer question is under way
      const take = (before: Answer<N>): Answer<N> => {
        if (!result.ok) return { key: asked, data: before.data, error: result.error as ErrorsOf<N> };
        const same = equalityDeep(before.data, result.value);
        if (same && before.error === null && before.key === asked) return before;
        return { key: asked, data: same ? before.data : (result.value as OutputOf<N>), error: null };
      };
      // A key that comes in between is drawn first.
      startTransition(() => setAnswer(take));
    });
  }, [calls, name]);

  useEffect(() => {
    reload();
    const current = latest.current;
    return () => {
      current.ask += 1;
    };
  }, [reload, key]);

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const stop = calls.on('lists.changed', () => {
      clearTimeout(timer);
      timer = setTimeout(reload, AFTER_CHANGE_MS);
    });
    return () => {
      stop();
      clearTimeout(timer);
    };
  }, [calls, reload]);

  return { data: answer.data, error: answer.error, settled: answer.key === key, reload };
}
