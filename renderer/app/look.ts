/**
 * How the screen looks for this worker: on <html>, so that tokens do the rest. "Follow the system" is resolved here.
 */
import { useEffect } from 'react';
import type { Settings } from '../../shared/contract/commands/session.ts';

/** Before unlock nobody is known, so the system decides. */
export const SYSTEM_LOOK: Settings = { theme: 'system', contrast: 'system', density: 'compact', textScale: 1 };

export function applyLook(root: HTMLElement, look: Settings, systemIsDark: boolean): void {
  root.dataset['theme'] = look.theme === 'system' ? (systemIsDark ? 'dark' : 'light') : look.theme;
  if (look.contrast === 'more') root.dataset['contrast'] = 'more';
  else delete root.dataset['contrast'];
  if (look.density === 'ruim') root.dataset['density'] = 'ruim';
  else delete root.dataset['density'];
  root.style.fontSize = look.textScale === 1 ? '' : `${Math.round(look.textScale * 100)}%`;
}

/** Keeps <html> in step with these settings and with the system. */
export function useLook(look: Settings): void {
  useEffect(() => {
    const dark = window.matchMedia('(prefers-color-scheme: dark)');
    const apply = (): void => applyLook(document.documentElement, look, dark.matches);
    apply();
    dark.addEventListener('change', apply);
    return () => dark.removeEventListener('change', apply);
  }, [look]);
}
