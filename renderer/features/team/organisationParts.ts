/**
 * The three parts of the organisation key between founding and the last print. Leaving the screen, hiding it or an impatient
 * click must not lose them: they stay in this window's memory until all three are on paper, and go at lock; the vault
 * gives them again after an unlock, until it is told that they are on paper.
 */
import { onForget } from '../../data/forget.ts';

export interface OrganisationPart {
  readonly number: number;
  readonly groups: readonly string[];
}

export interface KeptParts {
  readonly teamName: string;
  readonly parts: readonly OrganisationPart[];
}

let kept: KeptParts | null = null;
const listeners = new Set<() => void>();

function set(next: KeptParts | null): void {
  kept = next;
  for (const listener of [...listeners]) listener();
}

/** Keeps the parts until they are printed. */
export function keepParts(teamName: string, parts: readonly OrganisationPart[]): void {
  set({ teamName, parts });
}

/** All three are on paper. */
export const dropParts = (): void => set(null);

onForget({
  forget(why) {
    if (why === 'lock') set(null);
  },
});

export const keptParts = {
  subscribe: (listener: () => void): (() => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
  snapshot: (): KeptParts | null => kept,
};
