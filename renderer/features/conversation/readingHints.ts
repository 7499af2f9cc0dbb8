/** Quiet hints for who writes for a resident: how it reads, and words with a plainer one. Never a mark, never a block. */
import { readability, writingHints } from '../../../shared/domain/readability.ts';

const PLAIN_FROM = 65;
/** Of a few words the figure says nothing. */
const ENOUGH_WORDS = 12;
const MOST = 4;

/** At most four sentences; none for a text that reads well. */
export function readingHints(text: string): readonly string[] {
  const figures = readability(text);
  if (figures === null) return [];
  const hints = writingHints(text).map(({ kind, found, hint }) =>
    kind === 'LONG_SENTENCE' ? hint : `‘${found}’: ${hint}`,
  );
  if (figures.words >= ENOUGH_WORDS && figures.fleschDouma < PLAIN_FROM)
    hints.push('Dit leest nog lastig. Gebruik kortere woorden en zinnen.');
  return hints.slice(0, MOST);
}
