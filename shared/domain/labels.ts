/**
 * The one catalogue from code to Dutch word. A code without a label does not compile, and a label lives nowhere
 * else. Words that differ per municipality (perspectives, roles, places) come from the gemeenteprofiel, which
 * starts from these.
 */
import { careLabels } from './careLabels.ts';
import { householdLabels } from './householdLabels.ts';
import { planLabels } from './planLabels.ts';

export const labels = { ...householdLabels, ...planLabels, ...careLabels } as const;
export type LabelGroup = keyof typeof labels;

/** The Dutch word of a code. A code from a newer version is shown as it is, never hidden. */
export function labelOf(group: LabelGroup, code: string): string {
  const words: Readonly<Record<string, string>> = labels[group];
  return Object.hasOwn(words, code) ? (words[code] ?? code) : code;
}
