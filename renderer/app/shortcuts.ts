/**
 * Keys for everything, heard in the capture phase so that no control swallows them. No single letters (WCAG 2.1.4) and
 * none that a browser tab keeps for itself without an alternative. The one registered last wins, so a dialog or a
 * screen may take a key over from the frame.
 */
export interface Shortcut {
  /** Such as `Ctrl+K`, `Alt+1`, `F1`, `Ctrl+Shift+H`. On a Mac, Command counts as Ctrl. */
  readonly keys: string;
  /** What it does, for the sheet under F1; without it the key is not listed (an alternative of another). */
  readonly label?: string;
  /** Also while a dialog is open. */
  readonly inDialog?: boolean;
  /** Returns false when it does not apply now; then the key goes on its way. */
  readonly run: () => boolean | void;
}

export interface Shortcuts {
  add(shortcut: Shortcut): () => void;
  /** Everything that works now, first registered first, for the sheet under F1. */
  listed(): readonly Shortcut[];
  /** Handles a key press; true when it was ours. */
  handle(event: KeyPress): boolean;
}

export interface KeyPress {
  readonly key: string;
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
  readonly isComposing: boolean;
  readonly repeat: boolean;
  getModifierState(key: string): boolean;
}

/** A key press as text, or null when it is ordinary typing. */
export function combinationOf(event: KeyPress): string | null {
  // AltGr types characters on many keyboards and reports itself as Ctrl+Alt.
  if (event.isComposing || event.getModifierState('AltGraph')) return null;
  const digit = /^(?:Digit|Numpad)(\d)$/.exec(event.code)?.[1];
  const key = digit ?? (event.key.length === 1 ? event.key.toUpperCase() : event.key);
  const isFunctionKey = /^F\d{1,2}$/.test(key);
  const ctrl = event.ctrlKey || event.metaKey;
  if (!ctrl && !event.altKey && !isFunctionKey) return null;
  return [ctrl ? 'Ctrl' : '', event.altKey ? 'Alt' : '', event.shiftKey ? 'Shift' : '', key].filter(Boolean).join('+');
}

export function createShortcuts(isDialogOpen: () => boolean): Shortcuts {
  const registered: Shortcut[] = [];
  return {
    add(shortcut) {
      registered.push(shortcut);
      return () => {
        const index = registered.indexOf(shortcut);
        if (index >= 0) registered.splice(index, 1);
      };
    },
    listed() {
      const byKeys = new Map<string, Shortcut>();
      for (const shortcut of registered) if (shortcut.label) byKeys.set(shortcut.keys, shortcut);
      return [...byKeys.values()];
    },
    handle(event) {
      const keys = combinationOf(event);
      if (keys === null) return false;
      const dialog = isDialogOpen();
      for (const shortcut of registered.toReversed()) {
        if (shortcut.keys !== keys || (dialog && !shortcut.inDialog)) continue;
        if (event.repeat) return true;
        if (shortcut.run() !== false) return true;
      }
      return false;
    },
  };
}
