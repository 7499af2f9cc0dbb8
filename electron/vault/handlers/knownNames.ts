/**
 * Which words of a text are names of people in the dossiers of this vault. For what must be about nobody: a wijksignaal.
 * Asks too often rather than too seldom: a name that is also a word is a name here, in small letters too.
 */
import { foldedWords } from '../documents/searchText.ts';
import type { OpenVault } from '../openVault.ts';

/** Words in names that name nobody. */
const NO_NAME: ReadonlySet<string> = new Set(
  'van der den des het ten ter aan bij uit zur von bin ibn mevrouw meneer fam familie gezin huishouden mevr dhr'.split(
    ' ',
  ),
);
const SHORTEST = 3;

/** The words of a text, as they were written, that are in the name of a person or a household here. Each once. */
export function knownNamesIn({ db }: Pick<OpenVault['store'], 'db'>): (text: string) => readonly string[] {
  const names = db
    .prepare<[], string>(`SELECT first_name || ' ' || last_name FROM person UNION SELECT name FROM household`)
    .pluck();
  return (text) => {
    const written = new Map<string, string>();
    for (const word of text.split(/[^\p{L}\p{M}\p{N}]+/u))
      for (const folded of foldedWords(word))
        if (folded.length >= SHORTEST && !NO_NAME.has(folded)) written.set(folded, word);
    if (written.size === 0) return [];
    const found = new Set<string>();
    for (const name of names.iterate())
      for (const part of foldedWords(name)) {
        const word = written.get(part);
        if (word !== undefined) found.add(word);
      }
    return [...found];
  };
}
