/**
 * How words are compared in search, the same for what is indexed and for what is typed.
 *
 * Promises: case and diacritics do not count, nor do letters that Unicode does not take apart (ı, ł, ø, ß); characters
 * that nobody sees (zero-width, bidi marks) do not split a word; a typed text becomes plain words, so nothing in it is
 * ever an operator; positions always refer to the text as it was written.
 */

/** Letters without a decomposition in Unicode that people type without their stroke or as two letters. */
const LETTERS: Readonly<Record<string, string>> = {
  ı: 'i', ł: 'l', ø: 'o', đ: 'd', ð: 'd', ħ: 'h', ŧ: 't', ŋ: 'n', ĸ: 'k', ɨ: 'i', ə: 'e',
  ß: 'ss', æ: 'ae', œ: 'oe', þ: 'th',
}; // prettier-ignore
const WORD = /[\p{L}\p{N}\p{M}\p{Co}\p{Cf}]+/gu;
const ASCII_WORD = /^[0-9A-Za-z]+$/;
const MARKS = /[^\p{L}\p{N}\p{Co}]+/gu;
const BIDI_CONTROLS = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** Longer words are compared by their beginning. */
const MAX_WORD = 64;
const MAX_QUERY_WORDS = 8;

/** One word folded: "Yılmaz" and "YILMAZ" both give "yilmaz". */
export function foldWord(word: string): string {
  if (ASCII_WORD.test(word)) return word.toLowerCase().slice(0, MAX_WORD);
  let folded = '';
  for (const letter of word.normalize('NFKD').replace(MARKS, '').toLowerCase()) folded += LETTERS[letter] ?? letter;
  // Lower-casing can bring a mark back.
  return cutAt(folded.replace(MARKS, ''), MAX_WORD);
}

/** The words of a text, folded, in order: this is what the index holds. */
export function foldedWords(text: string): string[] {
  return (text.match(WORD) ?? []).map(foldWord).filter((word) => word !== '');
}

export interface SearchWords {
  /** Words that must be there whole. */
  readonly whole: readonly string[];
  /** The word being typed: a beginning is enough. Empty when nothing was typed. */
  readonly prefix: string;
}

/** What a person typed, as words. The last one counts as unfinished. */
export function searchWords(typed: string): SearchWords {
  const words = foldedWords(typed.slice(0, 1_000)).slice(-MAX_QUERY_WORDS);
  return { whole: [...new Set(words.slice(0, -1))], prefix: words.at(-1) ?? '' };
}

/** Whether a text holds every word: the rule of the index, for a text that is not in it yet. */
export function matches(text: string, words: SearchWords): boolean {
  const missing = new Set(words.whole);
  let prefixFound = words.prefix === '';
  for (const run of text.matchAll(WORD)) {
    const word = foldWord(run[0]);
    missing.delete(word);
    prefixFound ||= word.startsWith(words.prefix);
    if (prefixFound && missing.size === 0) return true;
  }
  return false;
}

export interface ExcerptPart {
  readonly text: string;
  readonly hit: boolean;
}

const BEFORE = 48;
const LENGTH = 160;

/** About 160 characters around the first hit, in parts. Without a hit: the beginning, unmarked. */
export function excerptAround(text: string, words: SearchWords): ExcerptPart[] {
  const first = firstHit(text, words);
  const from = first === null ? 0 : startOfExcerpt(text, first.start);
  const to = endOfExcerpt(text, from, first?.end ?? 0);
  const parts: ExcerptPart[] = [];
  const add = (part: string, hit: boolean): void => {
    const visible = part.replace(BIDI_CONTROLS, '').replace(/\s+/g, ' ');
    if (visible !== '') parts.push({ text: visible, hit });
  };
  if (from > 0) add('… ', false);
  let position = from;
  if (first !== null) {
    const window = text.slice(from, to);
    for (const run of window.matchAll(WORD)) {
      const length = hitLength(run[0], words);
      if (length === 0) continue;
      add(text.slice(position, from + run.index), false);
      position = from + run.index + length;
      add(text.slice(from + run.index, position), true);
    }
  }
  add(text.slice(position, to), false);
  if (to < text.length) add(' …', false);
  return mergePlain(parts);
}

/** The first words of a text on one line, at most `length` characters, never cut inside a character. */
export function openingWords(text: string, length = LENGTH): string {
  const line = text
    .slice(0, length * 4)
    .replace(BIDI_CONTROLS, '')
    .replace(/\s+/g, ' ')
    .trim();
  if (line.length <= length) return line;
  const cut = cutAt(line, length - 1);
  const space = cut.lastIndexOf(' ');
  return `${space > length / 2 ? cut.slice(0, space) : cut}…`;
}

function firstHit(text: string, words: SearchWords): { start: number; end: number } | null {
  for (const run of text.matchAll(WORD)) {
    const length = hitLength(run[0], words);
    if (length > 0) return { start: run.index, end: run.index + length };
  }
  return null;
}

/** How much of a written word is hit: all of it, or the letters that were typed so far. 0 is no hit. */
function hitLength(written: string, words: SearchWords): number {
  const folded = foldWord(written);
  if (words.whole.includes(folded)) return written.length;
  if (words.prefix === '' || !folded.startsWith(words.prefix)) return 0;
  if (folded.length === words.prefix.length) return written.length;
  let seen = 0;
  let length = 0;
  for (const letter of written) {
    const size = foldWord(letter).length;
    // A mark after the last letter belongs to that letter.
    if (seen >= words.prefix.length && size > 0) break;
    seen += size;
    length += letter.length;
  }
  return length;
}

function startOfExcerpt(text: string, hit: number): number {
  if (hit <= BEFORE) return 0;
  const space = text.slice(hit - BEFORE, hit).search(/\s/);
  return space >= 0 ? hit - BEFORE + space + 1 : wholeCharacter(text, hit - BEFORE / 2);
}

function endOfExcerpt(text: string, from: number, hitEnd: number): number {
  const wanted = Math.max(from + LENGTH, Math.min(hitEnd, from + 2 * LENGTH));
  if (wanted >= text.length) return text.length;
  const space = text.slice(0, wanted).lastIndexOf(' ');
  return space > Math.max(hitEnd, from + LENGTH / 2) ? space : wholeCharacter(text, wanted);
}

/** Moves a position back when it would cut a surrogate pair or a letter from its mark. */
function wholeCharacter(text: string, position: number): number {
  let at = position;
  while (
    at > 0 &&
    at > position - 16 &&
    (/[\udc00-\udfff]/.test(text[at] ?? '') || /\p{M}|\u200d/u.test(text[at] ?? ''))
  )
    at -= 1;
  return at;
}

function cutAt(text: string, length: number): string {
  return text.length <= length ? text : text.slice(0, wholeCharacter(text, length));
}

function mergePlain(parts: readonly ExcerptPart[]): ExcerptPart[] {
  const merged: ExcerptPart[] = [];
  for (const part of parts) {
    const last = merged.at(-1);
    if (last !== undefined && !last.hit && !part.hit)
      merged[merged.length - 1] = { text: last.text + part.text, hit: false };
    else merged.push(part);
  }
  return merged;
}
