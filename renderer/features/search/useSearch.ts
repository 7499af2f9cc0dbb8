/** Asks as somebody types: newest first at every key, ranked when asked. Late answers to older questions are dropped. */
import { useEffect, useState } from 'react';
import type { SearchFilter, SearchHit } from '../../../shared/contract/commands/overview.ts';
import type { AppError } from '../../../shared/errors.ts';
import { useVault } from '../../data/useVault.tsx';

export interface SearchState {
  /** What the hits belong to. */
  readonly text: string;
  readonly hits: readonly SearchHit[];
  readonly error: AppError | null;
}

const NOTHING: SearchState = { text: '', hits: [], error: null };

/** The hits for this text; the former ones stay in view until the answer is there. */
export function useSearch(text: string, ranked: boolean, limit: number, filter?: SearchFilter): SearchState {
  const { calls, replicas } = useVault();
  const [state, setState] = useState<SearchState>(NOTHING);
  useEffect(() => {
    // What was typed a moment ago can be found too.
    void replicas.flushAll();
  }, [replicas]);
  useEffect(() => {
    const wanted = text.trim();
    if (wanted === '') {
      setState(NOTHING);
      return undefined;
    }
    let current = true;
    const mode = ranked ? 'ranked' : 'typing';
    void calls.call('search.query', { text: wanted, mode, limit, ...(filter ? { filter } : {}) }).then((answer) => {
      if (!current) return;
      setState(
        answer.ok
          ? { text: wanted, hits: answer.value.hits, error: null }
          : { text: wanted, hits: [], error: answer.error },
      );
    });
    return () => {
      current = false;
    };
  }, [calls, text, ranked, limit, filter]);
  return state;
}
