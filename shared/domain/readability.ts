/**
 * How hard a Dutch text reads: the Flesch-Douma figure and the length of sentences. For our own texts and as a
 * quiet hint to a writer; never sent anywhere and never a mark for a person.
 *
 * Syllables are counted from the spelling: each Dutch vowel sound is one, a diaeresis starts a new one. Loan
 * words with a silent e count one too many. That is close enough for a text of some sentences.
 */

/** Longest first, so that "eeu" is not read as "ee" and "u". */
const VOWEL_SOUND = /aai|ooi|oei|eeu|ieu|aa|ee|oo|uu|ie|oe|eu|ui|ij|ei|au|ou|ai|oi|[aeiouy]/g;

/** Letters a to z, with the diaeresis as a break and other accents dropped. */
function plainLetters(word: string): string {
  return word
    .toLowerCase()
    .normalize('NFD')
    .replaceAll(/([aeiou])\u0308/g, '-$1')
    .replaceAll(/\p{M}/gu, '');
}

/** Syllables of one word, at least 1. */
export function syllables(word: string): number {
  return Math.max(1, plainLetters(word).match(VOWEL_SOUND)?.length ?? 1);
}

export function wordsOf(text: string): readonly string[] {
  return text.match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}'’-]*/gu) ?? [];
}

/** Sentences end at . ! ? : or a line end; a dot inside a number or abbreviation does not end one. */
export function sentencesOf(text: string): readonly string[] {
  return text
    .split(/(?<=[.!?:])\s+|\n+/u)
    .map((sentence) => sentence.trim())
    .filter((sentence) => wordsOf(sentence).length > 0);
}

export interface Readability {
  readonly words: number;
  readonly sentences: number;
  readonly wordsPerSentence: number;
  readonly syllablesPerWord: number;
  readonly longestSentence: number;
  /** Flesch-Douma: from about 65 a text is plain, below 45 it is hard. */
  readonly fleschDouma: number;
}

/** The figures of a text; null for a text without words. */
export function readability(text: string): Readability | null {
  const sentences = sentencesOf(text).map(wordsOf);
  const words = sentences.flat();
  if (words.length === 0) return null;
  const wordsPerSentence = words.length / sentences.length;
  const syllablesPerWord = words.reduce((sum, word) => sum + syllables(word), 0) / words.length;
  return {
    words: words.length,
    sentences: sentences.length,
    wordsPerSentence,
    syllablesPerWord,
    longestSentence: Math.max(...sentences.map((sentence) => sentence.length)),
    fleschDouma: 206.84 - 77 * syllablesPerWord - 0.93 * wordsPerSentence,
  };
}

/** Words of the office with what one says instead; a hint while writing for a resident. */
export const PLAIN_WORDS: Readonly<Record<string, string>> = {
  maatwerkvoorziening: 'hulp op maat',
  zelfredzaamheid: 'zelf kunnen',
  zelfredzaam: 'zelf kunnen',
  beschikking: 'brief met het besluit',
  mantelzorger: 'wie voor u zorgt',
  regisseur: 'vaste contactpersoon',
  participatie: 'meedoen',
  participeren: 'meedoen',
  indicatie: 'besluit over hulp',
  traject: 'hulp',
  problematiek: 'problemen',
  casus: 'situatie',
  client: 'inwoner',
  cliënt: 'inwoner',
  conform: 'volgens',
  dient: 'moet',
  teneinde: 'om',
  middels: 'met',
  inzake: 'over',
};

export interface WritingHint {
  readonly kind: 'LONG_SENTENCE' | 'OFFICE_WORD' | 'ABSOLUTE' | 'JUDGEMENT';
  readonly found: string;
  readonly hint: string;
}

const LONG_SENTENCE = 20;
const ABSOLUTE_WORDS: ReadonlySet<string> = new Set(['altijd', 'nooit', 'niemand', 'iedereen']);
const JUDGEMENTS: readonly string[] = ['onwillig', 'niet gemotiveerd', 'ongemotiveerd', 'manipulatief', 'lastig gezin'];

/** Hints for whoever writes a note or letter. Short sentences, plain words, facts instead of judgements. */
export function writingHints(text: string): readonly WritingHint[] {
  const hints: WritingHint[] = [];
  for (const sentence of sentencesOf(text)) {
    const count = wordsOf(sentence).length;
    if (count > LONG_SENTENCE) {
      hints.push({
        kind: 'LONG_SENTENCE',
        found: sentence,
        hint: `Deze zin heeft ${count} woorden. Kan het in twee zinnen?`,
      });
    }
  }
  for (const word of new Set(wordsOf(text).map((found) => found.toLowerCase()))) {
    const plain = Object.hasOwn(PLAIN_WORDS, word) ? PLAIN_WORDS[word] : undefined;
    if (plain !== undefined) hints.push({ kind: 'OFFICE_WORD', found: word, hint: `Schrijf liever: ${plain}.` });
    if (ABSOLUTE_WORDS.has(word)) hints.push({ kind: 'ABSOLUTE', found: word, hint: 'Klopt dit echt elke keer?' });
  }
  const lower = text.toLowerCase();
  for (const found of JUDGEMENTS) {
    if (lower.includes(found))
      hints.push({ kind: 'JUDGEMENT', found, hint: 'Wat zag of hoorde je precies? Schrijf dat op.' });
  }
  return hints;
}
