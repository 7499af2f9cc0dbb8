/**
 * A werkaantekening as it is typed: on disk 400 ms after the last key, and before anything is hidden or locked. Calls go
 * one after the other, so that one field is one note.
 */
import { useCallback, useEffect, useRef, useState } from 'react';
import type { PrivateNote } from '../../../shared/contract/commands/plan.ts';
import type { HouseholdId } from '../../../shared/domain/ids.ts';
import type { AppError } from '../../../shared/errors.ts';
import { holdDraft } from '../../data/drafts.ts';
import { setTimer } from '../../data/platform.ts';
import { useVault } from '../../data/useVault.tsx';

const PAUSE_MS = 400;

export interface NoteField {
  readonly text: string;
  /** The note as it is on disk; null while nothing was saved. */
  readonly note: PrivateNote | null;
  readonly error: AppError | null;
  change(text: string): void;
  /** Saves now. */
  settle(): Promise<void>;
  /** Saves, and begins another one. */
  next(): Promise<void>;
}

export function useNote(start: PrivateNote | null, householdId: HouseholdId | null): NoteField {
  const { calls } = useVault();
  const [text, setText] = useState(start?.text ?? '');
  const [note, setNote] = useState(start);
  const [error, setError] = useState<AppError | null>(null);
  const live = useRef({
    text,
    note: start,
    dirty: false,
    turn: Promise.resolve(),
    timer: null as ReturnType<typeof setTimer> | null,
  });
  const settle = useCallback((): Promise<void> => {
    const current = live.current;
    current.timer?.cancel();
    current.timer = null;
    current.turn = current.turn.then(async () => {
      if (!current.dirty || current.text.trim() === '') return;
      current.dirty = false;
      const noteId = current.note?.noteId;
      const saved = await calls.call('worknote.save', {
        ...(noteId === undefined ? {} : { noteId }),
        householdId: current.note?.householdId ?? householdId,
        text: current.text,
      });
      if (saved.ok) current.note = saved.value;
      else current.dirty = true;
      setNote(current.note);
      setError(saved.ok ? null : saved.error);
    });
    return current.turn;
  }, [calls, householdId]);
  useEffect(() => {
    const release = holdDraft(() => void settle());
    return () => {
      release();
      void settle();
    };
  }, [settle]);
  return {
    text,
    note,
    error,
    change(typed) {
      const current = live.current;
      current.text = typed;
      current.dirty = true;
      setText(typed);
      current.timer?.cancel();
      current.timer = setTimer(() => void settle(), PAUSE_MS);
    },
    settle,
    async next() {
      await settle();
      const current = live.current;
      if (current.dirty && current.text.trim() !== '') return;
      current.text = '';
      current.note = null;
      current.dirty = false;
      setText('');
      setNote(null);
    },
  };
}
