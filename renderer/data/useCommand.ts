/** One command behind a button: busy while it runs, and its error until the next try. */
import { useCallback, useEffect, useRef, useState } from 'react';
import type { CommandName, ErrorsOf, InputOf, OutputOf } from '../../shared/contract/contract.ts';
import { useVault } from './useVault.tsx';

export interface Command<N extends CommandName> {
  readonly busy: boolean;
  readonly error: ErrorsOf<N> | null;
  /** The answer, or null when it failed (see `error`) or was already running. */
  run(input: InputOf<N>): Promise<OutputOf<N> | null>;
  clearError(): void;
}

/** Runs `name` at most once at a time: a second press while it runs does nothing. */
export function useCommand<N extends CommandName>(name: N): Command<N> {
  const { calls } = useVault();
  const [state, setState] = useState<{ busy: boolean; error: ErrorsOf<N> | null }>({ busy: false, error: null });
  const running = useRef(false);
  const mounted = useRef(true);
  useEffect(() => {
    mounted.current = true;
    return () => {
      mounted.current = false;
    };
  }, []);
  const run = useCallback(
    async (input: InputOf<N>): Promise<OutputOf<N> | null> => {
      if (running.current) return null;
      running.current = true;
      setState({ busy: true, error: null });
      const result = await calls.call(name, input);
      running.current = false;
      if (mounted.current) setState({ busy: false, error: result.ok ? null : (result.error as ErrorsOf<N>) });
      return result.ok ? (result.value as OutputOf<N>) : null;
    },
    [calls, name],
  );
  const clearError = useCallback(() => setState((before) => ({ ...before, error: null })), []);
  return { ...state, run, clearError };
}
