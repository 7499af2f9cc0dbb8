import { expect, it } from 'vitest';
import { NOT_PRINTABLE, printable } from './printable.ts';

/** A font with the letters of western Europe and Turkish. */
const latin = (codePoint: number): boolean => codePoint < 0x250 || (codePoint > 0x2010 && codePoint < 0x2030);

it.each([
  ['Zoë vraagt: ‘Kan ’t?’ – ja', 'Zoë vraagt: ‘Kan ’t?’ – ja'],
  ['Yılmaz İĞŞ', 'Yılmaz İĞŞ'],
  ['Zoe\u0308', 'Zoë'],
  ['a\ufb02uiten, o\ufb03ce', 'afluiten, office'],
  ['een\u00a0huis\taan de kade', 'een huis aan de kade'],
  ['een\r\ntwee\u2028drie', 'een\ntwee\ndrie'],
  ['a\u0000b\u0007c\u202ed\u200be\ud83d', 'abcde'],
  ['Rust 👨‍👩‍👧‍👦 met geld 🇳🇱', 'Rust  met geld '],
  ['Familie Кириллица Ελλάδα', `Familie ${NOT_PRINTABLE}`],
  ['Bel مرحبا of\n汉字', `Bel ${NOT_PRINTABLE} of\n${NOT_PRINTABLE}`],
  ['', ''],
])('%j is printed as %j', (typed, printed) => {
  expect(printable(typed, latin)).toBe(printed);
});
