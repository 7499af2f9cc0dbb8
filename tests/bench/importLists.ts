/** Invented lists of any length as a municipality hands them over: a caseload and a sociale kaart. Equal for an equal length. */

const FIRST = ['Fatima', 'Zoë', 'José', 'Anneliese', 'Şerife', 'Bram', 'Noor', 'Wim', 'Amina', 'René', 'Saïda', 'Kees'];
const LAST = [
  'de Vries',
  'El Amrani',
  'Yılmaz',
  'van der Veen',
  'Müller',
  'Bakker',
  'Çelik',
  'Terpstra',
  'Kok',
  'Öztürk',
];
const STREETS = ['Merelweg', 'Kade', 'Kerkstraat', 'Sint Jansplein', 'Oeverpad', 'Molenweg', 'Háven'];
const AREAS = ['Oeverwijk', 'Centrum', 'Molenwijk'];
const TYPES = ['Welzijn en ontmoeting', ''];

export interface ListShape {
  /** Persons of one household stand under one number; else every row is a household of its own. */
  readonly together: boolean;
  readonly delimiter: ',' | ';';
}

const at = <T>(list: readonly T[], index: number): T => list[index % list.length] as T;
const two = (number: number): string => String(number).padStart(2, '0');
const quoted = (cell: string): string => (/[",;\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

/** So many persons; every hundredth row is broken, every 250th stands there twice, every 500th has a formula. */
export function caseloadList(rows: number, { together, delimiter }: ListShape): string {
  const lines = [
    ['Huishoudnummer', 'Voornaam', 'Achternaam', 'Geboortedatum', 'Straat', 'Huisnummer', 'Postcode', 'Woonplaats', 'Wijk', 'Telefoon'],
  ]; // prettier-ignore
  let household = 0;
  for (let index = 0; index < rows; index += 1) {
    if (!together || index % 5 === 0 || index % 5 === 3) household += 1;
    const same = index % 250 === 249 ? index - 100 : index;
    const born = index % 100 === 50 ? '31-02-1980' : bornAs(same);
    lines.push([
      String(household),
      at(FIRST, same * 7 + (same >> 4)),
      // A surname of its own for most, so that a list is not one family.
      index % 500 === 300 ? '=1+1' : `${at(LAST, household)}${household % 3 === 0 ? '' : `-${syllables(household)}`}`,
      born,
      at(STREETS, household),
      String(1 + (household % 180)),
      `${String(1000 + (household % 8000))} ${at(['AB', 'CD', 'XK'], household)}`,
      'Merendam',
      at(AREAS, household),
      `0999-${String(100_000 + index)}`,
    ]);
  }
  return textOf(lines, delimiter);
}

/** So many organisations; every hundredth row is broken, every 250th stands there twice. */
export function kaartList(rows: number, delimiter: ListShape['delimiter']): string {
  const lines = [['Naam', 'Soort', 'Perspectief', 'Doelgroep', 'Wijken', 'Telefoon', 'Adres', 'Omschrijving']];
  for (let index = 0; index < rows; index += 1) {
    const same = index % 250 === 249 ? index - 100 : index;
    lines.push([
      `Café ${syllables(same)} ${String(same)}`,
      index % 100 === 50 ? 'Dierentuin' : at(TYPES, index),
      'Sociale omgeving; Gezondheid',
      'Ouderen',
      at(AREAS, index),
      `0999-${String(200_000 + index)}`,
      `${at(STREETS, same)} ${String(same)}, Merendam`,
      'Koffie en een luisterend oor,\nelke dag van tien tot vier',
    ]);
  }
  return textOf(lines, delimiter);
}

/** As Excel saved it in the Netherlands for years; a letter that it does not know becomes a question mark there too. */
export const windows1252 = (text: string): Uint8Array =>
  Uint8Array.from(text, (letter) => ((letter.codePointAt(0) ?? 0) < 256 ? (letter.codePointAt(0) ?? 0) : 63));

const textOf = (lines: readonly (readonly string[])[], delimiter: string): string =>
  `${lines.map((cells) => cells.map(quoted).join(delimiter)).join('\r\n')}\r\n`;

const bornAs = (person: number): string =>
  [
    two(1 + ((person * 11) % 28)),
    two(1 + (Math.floor(person / 28) % 12)),
    String(1940 + ((Math.floor(person / 336) * 13 + person) % 80)),
  ].join('-');

const PARTS = ['ba', 'den', 'ko', 'lin', 'mar', 'no', 'ros', 'ste', 'ti', 'ver', 'wol', 'zan'];
const syllables = (number: number): string =>
  `${at(PARTS, number)}${at(PARTS, Math.floor(number / 12))}${at(PARTS, Math.floor(number / 144))}`;
