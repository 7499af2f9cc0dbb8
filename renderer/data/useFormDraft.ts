/**
 * The state of a form that becomes a record or a decision at the press of a button. Use this and not `useState` for
 * what a person types or chooses in one: it survives hiding and locking. (A test looks for forms that do not.)
 */
import { useCallback, useRef, useState } from 'react';
import type { DraftValues } from '../../shared/contract/commands/drafts.ts';
import { useVault } from './useVault.tsx';

export interface FormDraft<T extends DraftValues> {
  readonly values: T;
  /** Whether the form holds something else than it starts with. */
  readonly begun: boolean;
  change(values: Partial<T>): void;
  /** The form was finished or given up: it begins anew, and nothing is kept. */
  done(): void;
}

/**
 * `name`: `<document id>.<form>.<record>`, made of ids and names only. `start`: what the form holds when nobody began;
 * what comes back from the store has the same fields and sorts of values.
 */
export function useFormDraft<T extends DraftValues>(name: string, start: T): FormDraft<T> {
  const { drafts } = useVault();
  const first = useRef(start);
  const [held, setHeld] = useState<Partial<T>>(() => fitting(drafts.get(name), first.current));
  const live = useRef(held);
  const change = useCallback(
    (values: Partial<T>) => {
      live.current = { ...live.current, ...values };
      setHeld(live.current);
      drafts.put(name, live.current as DraftValues);
    },
    [drafts, name],
  );
  const done = useCallback(() => {
    live.current = {};
    setHeld({});
    if (drafts.get(name) !== null) drafts.put(name, null);
  }, [drafts, name]);
  return { values: { ...start, ...held }, begun: Object.keys(held).length > 0, change, done };
}

/** Whether a form with this name, or the beginning of one, was begun and not finished. */
export function useHasDraft(prefix: string): boolean {
  return useVault().drafts.begun(prefix).length > 0;
}

/** Stored values that the form knows, of the sort that it expects; a choice may be open (null) or a text. */
function fitting<T extends DraftValues>(stored: DraftValues | null, start: T): Partial<T> {
  const fits = (key: string, value: unknown): boolean => {
    if (!Object.hasOwn(start, key)) return false;
    const like = start[key];
    return typeof value === typeof like || (like === null && typeof value === 'string') || value === null;
  };
  return Object.fromEntries(Object.entries(stored ?? {}).filter(([key, value]) => fits(key, value))) as Partial<T>;
}
