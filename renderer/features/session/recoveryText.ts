/** The recovery code as people copy it from paper: groups of four characters without O, I, L and U. */

/** What was typed, as the paper has it: O is a zero, I and L are a one, in capitals, nothing else. */
export function normalGroup(typed: string): string {
  return typed
    .toUpperCase()
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1')
    .replaceAll(/[^0-9A-Z]/g, '');
}

const ORDINALS = ['eerste', 'tweede', 'derde', 'vierde', 'vijfde', 'zesde'];

/** Which character to look at, in words; null when it fits. */
export function groupProblem(typed: string, expected: string): string | null {
  const given = normalGroup(typed);
  if (given === expected) return null;
  const wrong = [...expected].findIndex((character, index) => character !== given[index]);
  if (given.length < expected.length && wrong === given.length) return null; // still typing
  return `Kijk nog eens naar het ${ORDINALS[Math.max(0, wrong)] ?? 'laatste'} teken.`;
}
