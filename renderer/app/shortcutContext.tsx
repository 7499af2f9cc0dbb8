import { createContext, useContext, useLayoutEffect, useRef, type ReactNode } from 'react';
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

interface Options extends Pick<Shortcut, 'label' | 'group' | 'icon' | 'keyOnly'> {
  readonly inDialog?: boolean;
  /** False: the key is not ours now. */
  readonly enabled?: boolean;
}

/** Something that can be done, by key and in the palette, while this component is on screen. `run` may change every render. */
export function useShortcut(
  keys: string | null,
  run: Shortcut['run'],
  { label, group, icon, keyOnly = false, inDialog = false, enabled = true }: Options = {},
): void {
  const shortcuts = useShortcuts();
  const latest = useRef(run);
  // Together with the screen: a key that is pressed on its first picture is not lost.
  useLayoutEffect(() => {
    latest.current = run;
  });
  useLayoutEffect(() => {
    if (!enabled) return undefined;
    return shortcuts.add({
      keys,
      inDialog,
      keyOnly,
      run: () => latest.current(),
      ...(label ? { label } : {}),
      ...(group ? { group } : {}),
      ...(icon ? { icon } : {}),
    });
  }, [shortcuts, keys, label, group, icon, keyOnly, inDialog, enabled]);
}

/** Something that can be done without a key of its own: it stands in the palette while this component is on screen. */
export function useAppCommand(label: string, run: () => void, options: Omit<Options, 'label' | 'keyOnly'> = {}): void {
  useShortcut(null, run, { ...options, label });
}
