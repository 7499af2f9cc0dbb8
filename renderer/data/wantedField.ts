/** The field that somebody asked to go to, so that what stands around it opens. Ids only. */
import { useSyncExternalStore } from 'react';
import { onForget } from './forget.ts';

export interface WantedField {
  readonly field: string;
  /** Another number for every wish, also for the same field twice. */
  readonly count: number;
}

let wanted: WantedField = { field: '', count: 0 };
const listeners = new Set<() => void>();

function set(field: string): void {
  wanted = { field, count: wanted.count + 1 };
  for (const listener of [...listeners]) listener();
}

/** Asks that what stands around this field opens. */
export const wantField = (field: string): void => set(field);

onForget({ forget: () => set('') });

/** The last wish; screens that open around a field are made anew when its count changes. */
export function useWantedField(): WantedField {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => wanted,
  );
}
