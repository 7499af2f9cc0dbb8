/**
 * At most one message at a time: "Bewaard op deze laptop. Ongedaan maken". It stays until the next one, until it is
 * closed, or until the screen is hidden. Never the only place for an error.
 */
export interface Toast {
  readonly text: string;
  /** Shown as "Ongedaan maken" and on Ctrl+Z outside a text field. */
  readonly undo?: () => void;
}

type Listener = () => void;

let current: Toast | null = null;
const listeners = new Set<Listener>();

function set(next: Toast | null): void {
  current = next;
  for (const listener of listeners) listener();
}

/** Replaces the message in view. */
export function showToast(toast: Toast): void {
  set(toast);
}

export function clearToast(): void {
  if (current) set(null);
}

/** Takes the undo of the message in view, once; false when there is none. */
export function undoToast(): boolean {
  const undo = current?.undo;
  if (!undo) return false;
  set(null);
  undo();
  return true;
}

export const toastStore = {
  subscribe: (listener: Listener): (() => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
  snapshot: (): Toast | null => current,
};
