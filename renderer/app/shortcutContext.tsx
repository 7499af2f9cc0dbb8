import { createContext, useContext, useEffect, useRef, type ReactNode } from 'react';
import type { Shortcut, Shortcuts } from './shortcuts.ts';

const Context = createContext<Shortcuts | null>(null);

export function ShortcutProvider({
  shortcuts,
  children,
}: {
  readonly shortcuts: Shortcuts;
  readonly children: ReactNode;
}) {
  return <Context value={shortcuts}>{children}</Context>;
}

export function useShortcuts(): Shortcuts {
  const shortcuts = useContext(Context);
  if (!shortcuts) throw new Error('no shortcuts around this component');
  return shortcuts;
}

interface Options {
  readonly label?: string;
  readonly inDialog?: boolean;
  /** False: the key is not ours now. */
  readonly enabled?: boolean;
}

/** A key that works while this component is on screen. `run` may change every render. */
export function useShortcut(
  keys: string,
  run: Shortcut['run'],
  { label, inDialog = false, enabled = true }: Options = {},
): void {
  const shortcuts = useShortcuts();
  const latest = useRef(run);
  useEffect(() => {
    latest.current = run;
  });
  useEffect(() => {
    if (!enabled) return undefined;
    return shortcuts.add({ keys, inDialog, run: () => latest.current(), ...(label ? { label } : {}) });
  }, [shortcuts, keys, label, inDialog, enabled]);
}
