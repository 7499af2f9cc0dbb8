/**
 * The one list of what can be done now, with the keys for it: the palette (Ctrl+K) and the sheet (F1) are both made from
 * it, so that what has a name here is found there. Keys are heard in the capture phase so that no control swallows them.
 * No single letters (WCAG 2.1.4) and none that a browser tab keeps for itself without an alternative. The one registered
 * last wins, so a dialog or a screen may take a key over from the frame.
 */
import type { IconName } from '../ui/Icon.tsx';

export const COMMAND_GROUPS = ['Op dit scherm', 'Ga naar', 'Overal', 'Beeld'] as const;
export type CommandGroup = (typeof COMMAND_GROUPS)[number];

export interface Shortcut {
  /** Such as `Ctrl+K`, `Alt+1`, `F1`, `Ctrl+Shift+H`. On a Mac, Command counts as Ctrl. Null: through the palette only. */
  readonly keys: string | null;
  /** What it does; without it the key is an alternative of another and is not listed. */
  readonly label?: string;
  readonly group?: CommandGroup;
  readonly icon?: IconName;
  /** Only a key, such as the one of the palette itself. */
  readonly keyOnly?: boolean;
  /** Also while a dialog is open. */
  readonly inDialog?: boolean;
  /** Returns false when it does not apply now; then the key goes on its way. */
  readonly run: () => boolean | void;
}

export interface Shortcuts {
  add(shortcut: Shortcut): () => void;
  /** Every key that works now, first registered first, for the sheet under F1. */
  listed(): readonly Shortcut[];
  /** Everything that can be done now, for the palette: each name once, what was done last on top. */
  commands(): readonly Shortcut[];
  /** Does one of them, as its key would. */
  run(command: Shortcut): void;
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

/** What was done last stands on top; names of commands only, and only while the window is there. */
const REMEMBERED = 8;

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
  let recent: readonly string[] = [];
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
      for (const shortcut of registered)
        if (shortcut.label && shortcut.keys !== null) byKeys.set(shortcut.keys, shortcut);
      return [...byKeys.values()];
    },
    commands() {
      const byLabel = new Map<string, Shortcut>();
      for (const shortcut of registered) {
        if (!shortcut.label || shortcut.keyOnly) continue;
        const known = byLabel.get(shortcut.label);
        // A button and a key that do the same are one; the key is shown.
        if (!known || shortcut.keys !== null) byLabel.set(shortcut.label, shortcut);
      }
      const age = ({ label = '' }: Shortcut): number =>
        recent.includes(label) ? recent.indexOf(label) : recent.length;
      return [...byLabel.values()].toSorted((a, b) => age(a) - age(b));
    },
    run(command) {
      const { label = '' } = command;
      recent = [label, ...recent.filter((other) => other !== label)].slice(0, REMEMBERED);
      command.run();
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
