/**
 * What a passphrase is: the same bytes however it was typed, strong enough, and not one that everybody tries first.
 *
 * Canonical form: NFKC, trimmed, runs of white space as one space, UTF-8. Changing this locks people out.
 * Rule: at least 14 characters, or four different words of three letters or more; at most 200 characters; what is left
 * after taking away well-known words, digits and repetition must still be something. No composition rules.
 */
import { COMMON_WORDS } from './commonPassphrases.ts';
import { dutchWords } from './dutchWords.ts';
import { pickOne } from './uniform.ts';
import { utf8 } from './bytes.ts';
import type { Random } from '../../../shared/deps.ts';
import type { ErrorOf } from '../../../shared/errors.ts';

export type Weakness = ErrorOf<'PassphraseTooWeak'>['reason'];

const MIN_CHARACTERS = 14;
const MAX_CHARACTERS = 200;
const MIN_WORDS = 4;
const SUGGESTED_WORDS = 5;
/** Letters that must remain after the well-known parts are gone. */
const MIN_OWN_LETTERS = 5;

const canonicalText = (typed: Uint8Array): string =>
  new TextDecoder().decode(typed).normalize('NFKC').trim().replace(/\s+/gu, ' ');

/** The bytes that are stretched; the caller wipes them. */
export function canonicalPassphrase(typed: Uint8Array): Uint8Array {
  return utf8(canonicalText(typed));
}

/** Why this passphrase may not be used for a new slot; null when it may. `personal`: words people know of the worker. */
export function weaknessOf(typed: Uint8Array, personal: readonly string[] = []): Weakness | null {
  const text = canonicalText(typed);
  const length = [...text].length;
  if (length > MAX_CHARACTERS) return 'TOO_LONG';
  const folded = fold(text);
  const words = folded.split(/[^\p{L}\p{N}]+/u).filter((word) => word.length >= 3);
  if (length < MIN_CHARACTERS && new Set(words).size < MIN_WORDS) return 'TOO_SHORT';
  return isCommon(folded, personal.map(fold)) ? 'TOO_COMMON' : null;
}

/** Five random words, each of the 7,134 equally likely: 64.0 bit. */
export function suggestWords(random: Random): string[] {
  return Array.from({ length: SUGGESTED_WORDS }, () => pickOne(dutchWords, random));
}

/** Lower case without accents, and with the letters back that people replace by digits. */
function fold(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}

const unleet = (text: string): string =>
  text.replace(/[@4]/gu, 'a').replace(/3/gu, 'e').replace(/[1!]/gu, 'i').replace(/0/gu, 'o').replace(/[5$]/gu, 's');

function isCommon(folded: string, personal: readonly string[]): boolean {
  const known = [
    ...COMMON_WORDS,
    ...personal.flatMap((text) => text.split(' ')).filter((word) => word.length >= 3),
  ].sort((a, b) => b.length - a.length);
  return [folded, unleet(folded)].some((text) => {
    let rest = text.replace(/[^\p{L}]+/gu, '');
    for (const word of known) rest = rest.replaceAll(word, '');
    return new Set(withoutRuns(rest)).size < MIN_OWN_LETTERS;
  });
}

/** Takes away letters that only repeat the one before or go on in the alphabet or on the keyboard. */
function withoutRuns(letters: string): string[] {
  const rows = ['abcdefghijklmnopqrstuvwxyz', 'qwertyuiop', 'asdfghjkl', 'zxcvbnm', 'azertyuiop'];
  const follows = (a: string, b: string) => a === b || rows.some((row) => row.includes(a + b) || row.includes(b + a));
  const all = [...letters];
  return all.filter((letter, index) => {
    const [before2, before] = [all[index - 2], all[index - 1]];
    return !(before2 !== undefined && before !== undefined && follows(before2, before) && follows(before, letter));
  });
}
