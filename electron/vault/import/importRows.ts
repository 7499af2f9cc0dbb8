/** From cells to what they mean, row by row: values that can be written, or one reason why the row cannot. */
import type { PERSPECTIVES } from '../../../shared/domain/codes.ts';
import { HOUSEHOLD_ROLES, type Perspective } from '../../../shared/domain/codes.ts';
import { looksLikeBsn } from '../../../shared/domain/caseNumber.ts';
import { CalendarDate } from '../../../shared/domain/dates.ts';
import { perspectiveLabel, type Gemeenteprofiel } from '../../../shared/domain/gemeenteprofiel.ts';
import type { ImportColumn } from '../../../shared/domain/importColumns.ts';
import { importColumnLabels } from '../../../shared/domain/importColumns.ts';
import { labels } from '../../../shared/domain/labels.ts';
import { foldPostcode, foldText } from '../../../shared/domain/matchFolding.ts';
import {
  AUDIENCES,
  ORGANISATION_TYPES,
  audienceLabels,
  organisationTypeLabels,
  type Audience,
  type OrganisationType,
} from '../../../shared/domain/organisations.ts';
import type { CsvTable } from './csvText.ts';

export type Cells = Readonly<Partial<Record<ImportColumn, string>>>;
export interface BadRow {
  readonly row: number;
  readonly reason: string;
}

export interface PersonRow {
  readonly row: number;
  readonly household: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly birthDate: string;
  readonly role: (typeof HOUSEHOLD_ROLES)[number] | '';
  readonly street: string;
  readonly houseNumber: string;
  readonly postcode: string;
  readonly city: string;
  readonly area: string;
  readonly phone: string;
  readonly email: string;
}

export interface OrganisationImportRow {
  readonly row: number;
  readonly name: string;
  readonly type: OrganisationType | '';
  readonly perspectives: readonly (typeof PERSPECTIVES)[number][];
  readonly audiences: readonly Audience[];
  readonly areas: readonly string[];
  readonly texts: Readonly<
    Record<'offer' | 'contactName' | 'phone' | 'email' | 'website' | 'address' | 'openingHours' | 'remark', string>
  >;
  readonly checkedOn: string;
}

/** Longest text per column; what is longer is a bad row, never cut. */
const LONGEST: Readonly<Partial<Record<ImportColumn, number>>> = {
  household: 120, firstName: 80, lastName: 120, houseNumber: 20, phone: 40, name: 160, offer: 2_000, remark: 2_000,
}; // prettier-ignore

const SEVERAL_LINES: ReadonlySet<ImportColumn> = new Set(['offer', 'address', 'openingHours', 'remark']);
/** Where a name or a street stands, a citizen service number was put in by mistake. */
const NO_NUMBERS: ReadonlySet<ImportColumn> = new Set([
  'firstName', 'lastName', 'street', 'houseNumber', 'city', 'area', 'email',
]); // prettier-ignore

/** The cells of a row by column, or why it is no row of this list. */
export function cellsOf(
  table: CsvTable,
  line: CsvTable['rows'][number],
  mapping: readonly (ImportColumn | null)[],
): Cells | string {
  if (line.cells.length > table.headers.length && line.cells.slice(table.headers.length).some((cell) => cell !== ''))
    return `De rij heeft ${String(line.cells.length)} vakjes en de eerste regel ${String(table.headers.length)}. Zet aanhalingstekens om tekst met een komma of puntkomma.`;
  const cells: Partial<Record<ImportColumn, string>> = {};
  for (const [index, column] of mapping.entries()) {
    if (column === null || column === 'bsn') continue;
    const written = (line.cells[index] ?? '').toWellFormed();
    const cell = SEVERAL_LINES.has(column) ? written : written.replace(/\s*\n\s*/g, ' ');
    if (cell !== written && written.includes(table.delimiter))
      return `Bij ${importColumnLabels[column]} staan meer regels door elkaar. Kijk of er een aanhalingsteken te veel staat.`;
    if (NO_NUMBERS.has(column) && looksLikeBsn(cell))
      return `Bij ${importColumnLabels[column]} lijkt een BSN te staan. Dat nemen we niet over.`;
    const most = LONGEST[column] ?? 200;
    if (cell.length > most) return `${importColumnLabels[column]} is te lang: hooguit ${String(most)} tekens.`;
    cells[column] = cell;
  }
  return cells;
}

const DUTCH_DATE = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$/;
const ISO_DATE = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ].*)?$/;
/** A day that no calendar has, or a way of writing that we do not read. */
const notADate = (text: string): string =>
  DUTCH_DATE.test(text) || ISO_DATE.test(text) ? `"${text}" bestaat niet.` : `"${text}" kunnen we niet lezen.`;

/** A date as Dutch lists write it, as YYYY-MM-DD; null when it does not exist. */
export function readDate(text: string): string | null {
  const dutch = DUTCH_DATE.exec(text);
  const iso = ISO_DATE.exec(text);
  const [year, month, day] = dutch ? [dutch[3], dutch[2], dutch[1]] : iso ? [iso[1], iso[2], iso[3]] : [];
  const date = `${year ?? ''}-${(month ?? '').padStart(2, '0')}-${(day ?? '').padStart(2, '0')}`;
  return CalendarDate.safeParse(date).success ? date : null;
}

export function personRow(row: number, cells: Cells, today: string): PersonRow | string {
  const text = (column: ImportColumn): string => cells[column] ?? '';
  if (text('firstName') === '' && text('lastName') === '' && text('household') === '')
    return 'Er staat geen naam: geen voornaam, geen achternaam en geen huishouden.';
  // Without another name the number would become the name.
  if (text('firstName') === '' && text('lastName') === '' && looksLikeBsn(text('household')))
    return `Bij ${importColumnLabels.household} lijkt een BSN te staan. Dat nemen we niet over.`;
  const birthDate = text('birthDate') === '' ? '' : readDate(text('birthDate'));
  if (birthDate === null) return `De geboortedatum ${notADate(text('birthDate'))} Schrijf bijvoorbeeld 24-11-1980.`;
  if (birthDate > today) return `De geboortedatum "${text('birthDate')}" ligt in de toekomst.`;
  const postcode = text('postcode') === '' ? '' : foldPostcode(text('postcode'));
  if (postcode === null) return `"${text('postcode')}" is geen postcode. Schrijf bijvoorbeeld 1234 AB.`;
  const [street, houseNumber] = splitStreet(text('street'), text('houseNumber'));
  const role = HOUSEHOLD_ROLES.find((code) =>
    [foldText(labels.householdRole[code]), foldText(code)].includes(foldText(text('role'))),
  );
  return {
    row,
    household: text('household'),
    firstName: text('firstName'),
    lastName: text('lastName'),
    birthDate,
    role: role ?? '',
    street,
    houseNumber,
    postcode,
    city: text('city'),
    area: text('area'),
    phone: text('phone'),
    email: text('email'),
  };
}

/** "Kade 12-a" in one cell is a street and a number. */
function splitStreet(street: string, houseNumber: string): readonly [string, string] {
  const both = houseNumber === '' ? /^(.*\D)\s+(\d+\s*\S{0,8})$/.exec(street) : null;
  return both ? [(both[1] ?? '').trim(), (both[2] ?? '').trim()] : [street, houseNumber];
}

export function organisationRow(
  row: number,
  cells: Cells,
  { profile, today }: { readonly profile: Gemeenteprofiel; readonly today: string },
): OrganisationImportRow | string {
  const text = (column: ImportColumn): string => cells[column] ?? '';
  if (text('name') === '') return 'Er staat geen naam van een organisatie.';
  const type = codeOf(ORGANISATION_TYPES, organisationTypeLabels, text('type'));
  if (type === null) return `De soort "${text('type')}" kennen we niet.`;
  const perspectives = codesOf<Perspective>(
    Object.keys(labels.perspective) as Perspective[],
    text('perspectives'),
    (code) => [perspectiveLabel(profile, code), labels.perspective[code]],
  );
  if (typeof perspectives === 'string') return `Het perspectief "${perspectives}" kennen we niet.`;
  const audiences = codesOf<Audience>(AUDIENCES, text('audiences'), (code) => [audienceLabels[code]]);
  if (typeof audiences === 'string') return `De doelgroep "${audiences}" kennen we niet.`;
  const areas = parts(text('areas'));
  if (areas.length > 50 || areas.some((area) => area.length > 80)) return 'Er staan te veel of te lange wijken.';
  const checkedOn = text('checkedOn') === '' ? '' : readDate(text('checkedOn'));
  if (checkedOn === null) return `De datum ${notADate(text('checkedOn'))} Schrijf bijvoorbeeld 24-11-2026.`;
  if (checkedOn > today) return `De datum "${text('checkedOn')}" ligt in de toekomst.`;
  const texts = {
    offer: text('offer'), contactName: text('contactName'), phone: text('phone'), email: text('email'),
    website: text('website'), address: text('address'), openingHours: text('openingHours'), remark: text('remark'),
  }; // prettier-ignore
  return { row, name: text('name'), type, perspectives, audiences, areas, texts, checkedOn };
}

const parts = (text: string): readonly string[] => [
  ...new Set(
    text
      .split(/[,;|/\n]/)
      .map((part) => part.trim())
      .filter((part) => part !== ''),
  ),
];

function codeOf<T extends string>(
  codes: readonly T[],
  words: Readonly<Record<T, string>>,
  text: string,
): T | '' | null {
  const wanted = foldText(text);
  if (wanted === '') return '';
  return codes.find((code) => [foldText(words[code]), foldText(code)].includes(wanted)) ?? null;
}

/** The codes, or the first word that is none. */
function codesOf<T extends string>(
  codes: readonly T[],
  text: string,
  words: (code: T) => readonly string[],
): readonly T[] | string {
  const found: T[] = [];
  for (const part of parts(text)) {
    const wanted = foldText(part);
    const code = codes.find((one) => [foldText(one), ...words(one).map(foldText)].includes(wanted));
    if (code === undefined) return part;
    if (!found.includes(code)) found.push(code);
  }
  return found;
}
