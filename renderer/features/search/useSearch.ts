/** Asks as somebody types: newest first at every key, ranked when asked. Late answers to older questions are dropped. */
import { startTransition, useEffect, useRef, useState } from 'react';
import type { OrganisationRow } from '../../../shared/contract/commands/organisations.ts';
import type { SearchFilter, SearchHit } from '../../../shared/contract/commands/overview.ts';
import type { Perspective } from '../../../shared/domain/codes.ts';
import type { AppError } from '../../../shared/errors.ts';
import { useVault } from '../../data/useVault.tsx';

export interface SearchQuestion {
  readonly text: string;
  readonly ranked: boolean;
  readonly limit: number;
  readonly filter?: SearchFilter | undefined;
  /** Asks the sociale kaart too; one answer, drawn once. */
  readonly organisations?: { readonly perspective: Perspective | ''; readonly limit: number } | undefined;
}

interface Found {
  /** What the hits belong to. */
  readonly text: string;
  readonly hits: readonly SearchHit[];
  readonly organisations: readonly OrganisationRow[];
  readonly error: AppError | null;
}

export interface SearchState extends Found {
  /** False while the hits still belong to an earlier question: fit to look at, not to act on. */
  readonly settled: boolean;
}

const NOTHING: Found & { readonly key: string } = { key: '', text: '', hits: [], organisations: [], error: null };

/** The hits for this question; the former ones stay in view until the answer is there. */
export function useSearch(question: SearchQuestion): SearchState {
  const { calls, replicas } = useVault();
  const [state, setState] = useState(NOTHING);
  const wanted = question.text.trim();
  const key = wanted === '' ? '' : JSON.stringify([{ ...question, text: wanted }]);
  const latest = useRef(question);
  latest.current = question;
  useEffect(() => {
    // What was typed a moment ago can be found too.
    void replicas.flushAll();
  }, [replicas]);
  useEffect(() => {
    if (key === '') {
      setState(NOTHING);
      return undefined;
    }
    let current = true;
    const { ranked, limit, filter, organisations } = latest.current;
    const text = latest.current.text.trim();
    const mode = ranked ? 'ranked' : 'typing';
    void Promise.all([
      calls.call('search.query', { text, mode, limit, ...(filter ? { filter } : {}) }),
      organisations ? calls.call('organisation.list', { text, ...organisations }) : null,
    ]).then(([found, kaart]) => {
      if (!current) return;
      const rows = kaart?.ok ? kaart.value.rows : [];
      startTransition(() =>
        setState({
          key,
          text,
          hits: found.ok ? found.value.hits : [],
          organisations: rows,
          error: found.ok ? null : found.error,
        }),
      );
    });
    return () => {
      current = false;
    };
  }, [calls, key]);
  return { ...state, settled: state.key === key };
}
