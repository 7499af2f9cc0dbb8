/** The field somebody was in before hiding or locking, so that what was open around it opens again. Ids only. */
import { useOpenSession } from './sessionContext.tsx';

/** The stored `data-field`, or '' when there was none. */
export function useReturnField(): string {
  return useOpenSession().place?.field ?? '';
}

/** The id of the record of this kind that the field belongs to, or null. */
export function recordIdIn(field: string, kind: string): string | null {
  const match = /^([a-zA-Z]+)\.([0-9a-f]{32})\./.exec(field);
  return match?.[1] === kind ? (match[2] ?? null) : null;
}
