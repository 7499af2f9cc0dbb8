/** The gemeenteprofiel in use, and its look on the screen; asked again whenever somebody changed it. */
import { useEffect, useState } from 'react';
import { defaultProfile } from '../../shared/domain/defaultProfile.ts';
import type { Gemeenteprofiel } from '../../shared/domain/gemeenteprofiel.ts';
import { themeProblems, type ThemeTokens } from '../../shared/domain/themeTokens.ts';
import type { VaultCalls } from './replica.ts';

/** The standard profile until the vault has answered. */
export function useProfile(calls: VaultCalls): Gemeenteprofiel {
  const [profile, setProfile] = useState<Gemeenteprofiel>(defaultProfile);
  useEffect(() => {
    let stopped = false;
    const ask = (): void => {
      void calls.call('municipality.get', {}).then((result) => {
        if (!stopped && result.ok) setProfile(result.value.profile);
      });
    };
    ask();
    const stop = calls.on('municipality.changed', ask);
    return () => {
      stopped = true;
      stop();
    };
  }, [calls]);
  const { theme } = profile;
  useEffect(() => {
    const root = document.documentElement;
    applyTheme(root, theme);
    // Before unlock nobody's municipality is known.
    return () => applyTheme(root, defaultProfile.theme);
  }, [theme]);
  return profile;
}

/** Sets the values of a municipality on <html>, through the style object: the policy of the page allows no style text. */
export function applyTheme(root: HTMLElement, theme: ThemeTokens): void {
  // A theme that cannot be read is never shown, wherever it came from.
  const used = themeProblems(theme).length === 0 ? theme : defaultProfile.theme;
  const values: Readonly<Record<string, string>> = {
    '--gem-primary': used.primary,
    '--gem-on-primary': used.onPrimary,
    '--gem-primary-dark': used.primaryDark,
    '--gem-on-primary-dark': used.onPrimaryDark,
    '--gem-font-family': `'${used.fontFamily}'`,
    '--gem-voice-font-family': `'${used.voiceFontFamily}'`,
    '--gem-border-radius': `${String(used.borderRadiusPx)}px`,
  };
  for (const [name, value] of Object.entries(values)) root.style.setProperty(name, value);
}
