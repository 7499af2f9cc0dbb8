/** Lists as offices really have them: glued together, half quoted, without headings, with a BSN in the wrong place. */
import { expect, it } from 'vitest';
import { defaultProfile } from '../../../shared/domain/defaultProfile.ts';
import { guessColumns, type ImportKind } from '../../../shared/domain/importColumns.ts';
import { readCsv } from './csvText.ts';
import { planImport, type ImportPlan } from './importPlan.ts';

const HEADS = 'Voornaam;Achternaam;Geboortedatum;Straat;Huisnummer;Postcode';
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const reasonOf = (text: string): string => {
  const read = readCsv(utf8(text));
  return read.ok ? 'read' : read.error;
};

async function planOf(text: string | Uint8Array, kind: ImportKind = 'HUISHOUDENS'): Promise<ImportPlan> {
  const read = readCsv(typeof text === 'string' ? utf8(text) : text);
  if (!read.ok) throw new Error(read.error);
  const known = { persons: () => [], householdName: () => '', organisations: () => [], inTeam: () => null };
  const mapping = guessColumns(kind, read.value.headers);
  const today = '2026-11-22';
  const plan = await planImport({ kind, table: read.value, mapping, today, profile: defaultProfile, known }, () =>
    Promise.resolve(true),
  );
  if (plan === null) throw new Error('stopped');
  return plan;
}
const people = (plan: ImportPlan): readonly string[] =>
  plan.households.flatMap(({ persons }) => persons.map(({ row, firstName }) => `${String(row)} ${firstName}`));
const reasons = (plan: ImportPlan): readonly string[] => plan.bad.map(({ row, reason }) => `${String(row)} ${reason}`);

it('reads every row of a list whose lines end in three ways, with the numbers that a spreadsheet shows', async () => {
  const plan = await planOf(
    `${HEADS}\r\nAn;Bos;;;;\r\nBe;Bos;;;;\nCo;Bos;;;;\rDi;Bos;31-2-1980;;;\r\n\r\nEl;Bos;;;;\r\n`,
  );
  expect(people(plan)).toEqual(['2 An', '3 Be', '4 Co', '7 El']);
  expect(reasons(plan)).toEqual(['5 De geboortedatum "31-2-1980" bestaat niet. Schrijf bijvoorbeeld 24-11-1980.']);
});

it('reads no row when a quote in the wrong place swallowed others', () => {
  expect(reasonOf(`${HEADS}\n"Jan" de;Boer;;;;\nKees;Bos;;;;\n"Ilse";Ven;;;;\n`)).toBe('QUOTE_OPEN');
  expect(reasonOf(`${HEADS}\n"Jan;Boer;;;;\nKees;"Bos;;;;\nPiet;"Vos";;;;\n`)).toBe('QUOTE_OPEN');
  expect(reasonOf(`${HEADS}\n"Jan;Boer;;;;\n`)).toBe('QUOTE_OPEN');
});

it('makes no name of several rows that stand in one pair of quotes, and reads one that is only broken over two lines', async () => {
  const plan = await planOf(`${HEADS}\n"Jan;Boer;;;;\nKees";Vos;;;;\n"Anne\nMarie";Vos;;;;\n`);
  expect(reasons(plan)).toEqual([
    '2 Bij Voornaam staan meer regels door elkaar. Kijk of er een aanhalingsteken te veel staat.',
  ]);
  expect(people(plan)).toEqual(['3 Anne Marie']);
});

it('reads both orders of UTF-16, and takes out what nobody sees', async () => {
  const little = Buffer.from(`\ufeff${HEADS}\nZoë;Bos;;;;\n`, 'utf16le');
  const big = Buffer.from(little).swap16();
  for (const bytes of [little, big]) expect(people(await planOf(new Uint8Array(bytes)))).toEqual(['2 Zoë']);
  expect(people(await planOf(`${HEADS}\nJa\u0001n\u202e;Bos;;;;\n`))).toEqual(['2 Jan']);
});

it('does not take the first person for the headings, and says when there are too many columns', () => {
  expect(reasonOf('Jan;Boer;1-2-1980;Kade;1;1234 AB\nPiet;Vos;;Kade;2;1234 AB\n')).toBe('NO_HEADINGS');
  const wide = (count: number): string => Array.from({ length: count }, (_, at) => `kolom ${String(at)}`).join(';');
  expect(reasonOf(`${wide(200)};;;;\n`)).toBe('read');
  expect(reasonOf(`${wide(201)}\n`)).toBe('TOO_MANY_COLUMNS');
  // Three million lines, in one file of ten megabytes.
  expect(reasonOf(`a;b\n${'c;\n'.repeat(3_000_000)}`)).toBe('TOO_MANY_ROWS');
  expect(reasonOf(`a;b\nc;d\n${';;;;;\n'.repeat(1_000_000)}`)).toBe('read');
});

it('takes over no BSN, whatever stands above it', async () => {
  const heads = ['BSN', 'BSN-nummer', 'Burgerservicenr.', 'bsn partner', 'Sofi-nummer'];
  expect(guessColumns('HUISHOUDENS', heads)).toEqual(heads.map(() => 'bsn'));
  const plan = await planOf('Huishouden;Voornaam\n111222333;Jan\n123456782;\n7;123456782\n');
  expect(plan.households.map(({ name }) => name)).toEqual(['Jan']);
  expect(reasons(plan)).toEqual([
    '3 Bij Huishouden (naam of nummer) lijkt een BSN te staan. Dat nemen we niet over.',
    '4 Bij Voornaam lijkt een BSN te staan. Dat nemen we niet over.',
  ]);
});

it('keeps a household together of which only the first row has the address, and two of one name apart', async () => {
  const heads = 'Gezin;Voornaam;Straat;Huisnummer;Postcode';
  const one = await planOf(`${heads}\n12;Jan;Kade;1;1234AB\n12;Piet;;;\n12;Els;;;\n`);
  expect(one.households.map(({ persons }) => persons.length)).toEqual([3]);
  const two = await planOf(`${heads}\nBakker;Jan;Kade;1;1234AB\nBakker;Piet;Dijk;7;4321AB\nBakker;Els;;;\n`);
  expect(two.households.map(({ persons }) => persons.length)).toEqual([1, 1, 1]);
});

it('asks to put somebody on one row who stands in a household twice with other facts', async () => {
  const plan = await planOf('Gezin;Voornaam;Geboortedatum;Telefoon\n1;Jan;1-2-1980;06\n1;Jan;1-2-1980;07\n1;Jan;;06\n');
  expect(people(plan)).toEqual(['2 Jan', '4 Jan']);
  expect(reasons(plan)).toEqual(['3 Lijkt dezelfde persoon als rij 2, met andere gegevens. Zet ze op één rij.']);
});

it('says of each date what is wrong with it', async () => {
  const dates = ['1-2-80', '24 november 1980', '29549', '29-2-2001', '1-1-3026', '23-11-2026'];
  const plan = await planOf(`Voornaam;Geboortedatum\n${dates.map((date) => `Jan;${date}`).join('\n')}`);
  const said = plan.bad.map(({ reason }) => /kunnen we niet lezen|bestaat niet|in de toekomst/.exec(reason)?.[0]);
  expect(said.slice(0, 4)).toEqual([...Array<string>(3).fill('kunnen we niet lezen'), 'bestaat niet']);
  expect(said.at(-1)).toBe('in de toekomst');
  const kaart = await planOf('Naam;Bijgewerkt op\nWelzijn;1-1-2030\n', 'SOCIALE_KAART');
  expect(reasons(kaart)).toEqual(['2 De datum "1-1-2030" ligt in de toekomst.']);
});
