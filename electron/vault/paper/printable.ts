/**
 * Typed text as our fonts can print it, so that a paper never shows empty boxes and its text layer never misses a word in
 * silence. Letters of another script are said to be missing, in place; what is no letter (emoji, marks that nobody sees)
 * is left out. Ordinary Dutch comes through as it was.
 */

/** Whether a font has a picture for this character. */
export type HasGlyph = (codePoint: number) => boolean;

/** What stands where letters cannot be printed. */
export const NOT_PRINTABLE = '[kan niet op papier]';

const GAP = '\ue000';
/** Two or three letters in one character, as they are pasted from other papers. */
const JOINED_LETTERS = /[\ufb00-\ufb06]/g;
const SPACES = /[\t\v\f\p{Zs}]/gu;
const LINE_ENDS = /\r\n?|[\u0085\u2028\u2029]/g;

export function printable(text: string, hasGlyph: HasGlyph): string {
  const plain = text
    .toWellFormed()
    .replace(/[\ufffd\ue000]/g, '')
    .normalize('NFC')
    .replace(JOINED_LETTERS, (letters) => letters.normalize('NFKD'))
    .replace(LINE_ENDS, '\n')
    .replace(SPACES, ' ');
  let printed = '';
  for (const letter of plain) {
    if (letter === '\n' || (!/\p{C}/u.test(letter) && hasGlyph(letter.codePointAt(0) ?? 0))) printed += letter;
    else if (/[\p{L}\p{N}]/u.test(letter)) printed += GAP;
  }
  return printed.replace(/\ue000(?:[^\S\n]*\ue000)*/g, NOT_PRINTABLE);
}
