/**
 * Folding of names and addresses, so that the same family met twice is noticed: Dutch tussenvoegsels, Turkish
 * letters, and the many ways to write an Arabic name. Pure text work; keys and hashes are made elsewhere.
 *
 * The input of a match mark is part of what devices agree on: changing how a mark is folded needs a new
 * MARK_VERSION, or marks of old and new apps never meet.
 */

export const MARK_VERSION = 1;

/** Letters that do not come apart into a letter and an accent. */
const OWN_LETTERS: Readonly<Record<string, string>> = {
  ı: 'i',
  ł: 'l',
  ø: 'o',
  đ: 'd',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ð: 'd',
  þ: 'th',
};

/** Lower case, without accents, with everything that is not a letter or digit as one space. */
export function foldText(text: string): string {
  return text
    .replaceAll('İ', 'i')
    .toLowerCase()
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[ıłøđßæœðþ]/g, (letter) => OWN_LETTERS[letter] ?? letter)
    .replaceAll(/['’‘`ʼ]/g, '')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

const PARTICLES: ReadonlySet<string> = new Set(
  'van de der den het t ten ter te in op aan bij vd vander vande vanden von zu du la le di da dos el al as es ad ed ar er at et ben bin bint ibn ait abu abou oulad ould'.split(
    ' ',
  ),
);

/** Words of a name without particles, unless nothing else is left. */
function coreWords(folded: string): readonly string[] {
  const words = folded
    .replaceAll(/\bv d\b/g, 'vd')
    .split(' ')
    .filter((word) => word !== '');
  const core = words.filter((word) => !PARTICLES.has(word));
  return core.length > 0 ? core : words;
}

/** In this order: later rules see what earlier ones made. */
const SOUNDS: readonly (readonly [RegExp, string])[] = [
  [/sch$/g, 's'],
  [/(sch|tsj|sj|sh|ch|tch)/g, 's'],
  [/(kh|gh)/g, 'g'],
  [/(dzj|dj|dz)/g, 'j'],
  [/(ph|v|w)/g, 'f'],
  [/th/g, 't'],
  [/d/g, 't'],
  [/x/g, 'ks'],
  [/(ck|q|c)/g, 'k'],
  [/z/g, 's'],
];

/**
 * How a word sounds, roughly: Yılmaz and Jilmas are one, and so are Mohamed and Muhammad. Vowels count only in
 * front, and then all alike.
 */
export function soundKey(word: string): string {
  const folded = foldText(word).replaceAll(' ', '');
  const spelled = SOUNDS.reduce((text, [from, to]) => text.replaceAll(from, to), folded);
  const single = spelled.replaceAll(/(.)\1+/g, '$1').replaceAll(/^[yi](?=[aeou])|^y|^ij/g, 'j');
  const first = single.charAt(0);
  const rest = single.slice(1).replaceAll(/[aeiouyjh]/g, '');
  return (/[aeiou]/.test(first) ? 'a' : first) + rest;
}

/** Every key under which a surname may be met: as a whole, without particles, and each part of a double name. */
export function surnameKeys(lastName: string): readonly string[] {
  const folded = foldText(lastName);
  if (folded === '') return [];
  const parts = lastName
    .split(/[-–/]/)
    .map((part) =>
      foldText(part)
        .split(' ')
        .filter((word) => !PARTICLES.has(word))
        .join(''),
    )
    .filter((part) => part !== '');
  const keys = [folded.replaceAll(' ', ''), coreWords(folded).join(''), ...parts].map(soundKey);
  return [...new Set(keys)].filter((key) => key.length > 0).toSorted();
}

/** "1234AB", or null when it is not a Dutch postcode. */
export function foldPostcode(postcode: string): string | null {
  const folded = postcode.replaceAll(/\s/g, '').toUpperCase();
  return /^[1-9]\d{3}[A-Z]{2}$/.test(folded) ? folded : null;
}

/** "12", "12-a": the number and what follows it; null without a number. */
export function foldHouseNumber(houseNumber: string): string | null {
  const match = /^\D*(\d+)(.*)$/s.exec(foldText(houseNumber));
  if (!match) return null;
  const addition = (match[2] ?? '').replaceAll(/\b(huis|hs)\b/g, 'hs').replaceAll(/\s/g, '');
  return addition === '' ? String(Number(match[1])) : `${Number(match[1])}-${addition}`;
}

/** What a match mark over an address is made of; null when there is too little to match on. */
export function addressMarkInput(postcode: string, houseNumber: string): string | null {
  const code = foldPostcode(postcode);
  const number = foldHouseNumber(houseNumber);
  return code === null || number === null ? null : `address/${MARK_VERSION}/${code}/${number}`;
}

/** What match marks over a person are made of: one per key of the surname; none without a birth date. */
export function personMarkInputs(lastName: string, birthDate: string): readonly string[] {
  if (birthDate === '') return [];
  return surnameKeys(lastName).map((key) => `person/${MARK_VERSION}/${key}/${birthDate}`);
}
