/** Lists ask the vault and ask again when rows may have changed; the old answer stays in view meanwhile. */
import { useCallback, useEffect, useRef, useState } from 'react';
import type { CommandName, ErrorsOf, InputOf, OutputOf } from '../../shared/contract/contract.ts';
import { useVault } from './useVault.tsx';

export interface Query<N extends CommandName> {
  /** Null until the first answer. */
  readonly data: OutputOf<N> | null;
  readonly error: ErrorsOf<N> | null;
  /** Asks again now. */
  reload(): void;
}

const AFTER_CHANGE_MS = 120;

/** Asks `name` with `input`, again when the input changes, and again after `lists.changed`. */
export function useQuery<N extends CommandName>(name: N, input: InputOf<N>): Query<N> {
  const { calls } = useVault();
  const [answer, setAnswer] = useState<{ data: OutputOf<N> | null; error: ErrorsOf<N> | null }>({
    data: null,
    error: null,
  });
  const latest = useRef({ input, ask: 0 });
  latest.current.input = input;
  const key = JSON.stringify(input);

  const reload = useCallback(() => {
    const ask = (latest.current.ask += 1);
    void calls.call(name, latest.current.input).then((result) => {
      if (ask !== latest.current.ask) return; // a newer question is under way
      setAnswer((before) =>
        result.ok
          ? { data: result.value as OutputOf<N>, error: null }
          : { data: before.data, error: result.error as ErrorsOf<N> },
      );
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

  return { data: answer.data, error: answer.error, reload };
}
