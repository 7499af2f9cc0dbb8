/**
 * What stands in the form, kept on disk while it is typed: 400 ms after the last key, and before anything is hidden or
 * locked. Calls go one after the other, so that one form is one walk-in.
 */
import { useCallback, useEffect, useRef, useState } from 'react';
import type { WalkIn, WalkInForm } from '../../../shared/contract/commands/consultation.ts';
import type { DocumentId, RecordId } from '../../../shared/domain/ids.ts';
import type { AppError } from '../../../shared/errors.ts';
import { holdDraft } from '../../data/drafts.ts';
import { useVault } from '../../data/useVault.tsx';
import { EMPTY_FORM, formOf, isEmptyForm } from './walkInText.ts';

const PAUSE_MS = 400;

export interface WalkInDraft {
  readonly form: WalkInForm;
  readonly error: AppError | null;
  change(changes: Partial<WalkInForm>): void;
  /** Saves; the id, or null when it did not (see `error`). */
  save(): Promise<RecordId | null>;
  /** Puts aside to finish later; an empty form is simply left. */
  putAside(): Promise<boolean>;
}

export function useWalkInDraft(documentId: DocumentId, start: WalkIn | null): WalkInDraft {
  const { calls } = useVault();
  const [form, setForm] = useState<WalkInForm>(() => (start === null ? EMPTY_FORM : formOf(start)));
  const [error, setError] = useState<AppError | null>(null);
  const live = useRef({
    form,
    walkInId: start?.walkInId ?? null,
    dirty: false,
    over: false,
    calls: Promise.resolve(),
    timer: null as ReturnType<typeof setTimeout> | null,
  });

  const inTurn = useCallback(<T>(run: () => Promise<T>): Promise<T> => {
    const turn = live.current.calls.then(run);
    live.current.calls = turn.then(
      () => undefined,
      () => undefined,
    );
    return turn;
  }, []);

  const keep = useCallback(
    (state: 'CONCEPT' | 'LATER'): Promise<boolean> => {
      const current = live.current;
      if (current.timer !== null) clearTimeout(current.timer);
      current.timer = null;
      return inTurn(async () => {
        if (current.over || (!current.dirty && state === 'CONCEPT')) return true;
        if (current.walkInId === null && isEmptyForm(current.form)) return true;
        current.dirty = false;
        const { walkInId } = current;
        const kept = await calls.call('consultation.keep', { documentId, walkInId, form: current.form, state });
        if (kept.ok) current.walkInId = kept.value.walkInId;
        else current.dirty = true;
        setError(kept.ok ? null : kept.error);
        return kept.ok;
      });
    },
    [calls, documentId, inTurn],
  );

  useEffect(() => {
    const release = holdDraft(() => void keep('CONCEPT'));
    return () => {
      release();
      void keep('CONCEPT');
    };
  }, [keep]);

  return {
    form,
    error,
    change(changes) {
      const current = live.current;
      current.form = { ...current.form, ...changes };
      current.dirty = true;
      setForm(current.form);
      if (current.timer !== null) clearTimeout(current.timer);
      current.timer = setTimeout(() => void keep('CONCEPT'), PAUSE_MS);
    },
    async save() {
      const current = live.current;
      if (current.timer !== null) clearTimeout(current.timer);
      return inTurn(async () => {
        if (current.over) return null;
        const { walkInId } = current;
        const saved = await calls.call('consultation.save', { documentId, walkInId, form: current.form });
        setError(saved.ok ? null : saved.error);
        if (!saved.ok) return null;
        current.over = true;
        return saved.value.walkInId;
      });
    },
    async putAside() {
      const kept = await keep('LATER');
      if (kept) live.current.over = true;
      return kept;
    },
  };
}
