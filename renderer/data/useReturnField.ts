/** The field somebody was in before hiding or locking, so that what was open around it opens again. Ids only. */
import { useState, type Dispatch, type SetStateAction } from 'react';
import { useOpenSession } from './sessionContext.tsx';
import { useWantedField } from './wantedField.ts';

/** The field that was asked for, else the stored `data-field`, or '' when there was none. */
export function useReturnField(): string {
  const stored = useOpenSession().place?.field ?? '';
  return useWantedField().field || stored;
}

/** The id of the record of this kind that the field belongs to, or null. */
export function recordIdIn(field: string, kind: string): string | null {
  const match = /^([a-zA-Z]+)\.([0-9a-f]{32})\./.exec(field);
  return match?.[1] === kind ? (match[2] ?? null) : null;
}

/** Whether something stands open: it begins open when the field that one returns to is inside. */
export function useOpenAround(inside: (field: string) => boolean): [boolean, Dispatch<SetStateAction<boolean>>] {
  const field = useReturnField();
  return useState(() => field !== '' && inside(field));
}
