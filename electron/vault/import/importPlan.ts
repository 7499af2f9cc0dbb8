/**
 * What an import would make, before anything is made: households with their persons, or organisations; rows that cannot
 * be; rows that look like something in the file, on this laptop or in the team. A long list is planned between other work:
 * it lets saving and typing go first after every so many rows.
 */
import type { ImportDouble } from '../../../shared/contract/commands/import.ts';
import { growingDuplicateIndex, likelyDuplicates, type KnownPerson } from '../../../shared/domain/duplicates.ts';
import type { Gemeenteprofiel } from '../../../shared/domain/gemeenteprofiel.ts';
import type { ImportColumn, ImportKind } from '../../../shared/domain/importColumns.ts';
import { foldHouseNumber, foldText } from '../../../shared/domain/matchFolding.ts';
import { organisationKey, sameOrganisation, type NamedOrganisation } from '../../../shared/domain/organisations.ts';
import type { CsvTable } from './csvText.ts';
import { looksLikeFormula } from './csvText.ts';
import {
  cellsOf,
  organisationRow,
  personRow,
  type BadRow,
  type OrganisationImportRow,
  type PersonRow,
} from './importRows.ts';

/** Persons of one household; a double is decided per household, by its first row. */
export interface HouseholdPlan {
  readonly row: number;
  readonly name: string;
  readonly persons: readonly PersonRow[];
}

export interface ImportPlan {
  readonly kind: ImportKind;
  readonly households: readonly HouseholdPlan[];
  readonly organisations: readonly OrganisationImportRow[];
  readonly bad: readonly BadRow[];
  readonly doubles: ReadonlyMap<number, ImportDouble>;
  readonly formulas: readonly { readonly row: number; readonly text: string }[];
  readonly unknownAreas: readonly string[];
}

/** What is known already, asked once per check. */
export interface Known {
  persons(): Iterable<KnownPerson>;
  householdName(householdId: string): string;
  organisations(): Iterable<NamedOrganisation>;
  /** The sentence for a household of the team with this address or person; null when there is none. */
  inTeam(household: HouseholdPlan): string | null;
}

export interface PlanInput {
  readonly kind: ImportKind;
  readonly table: CsvTable;
  readonly mapping: readonly (ImportColumn | null)[];
  readonly today: string;
  readonly profile: Gemeenteprofiel;
  readonly known: Known;
}

/** Lets other work go first; false when the plan is not wanted any more. */
export type Breathe = (done: number, total: number) => Promise<boolean>;
/** Rows between two breaths. */
const BREATH = 50;

/** Thrown inside this file only: nobody waits for the plan any more. */
class NotWanted extends Error {}

/** Plans the import; null when `breathe` said stop. Changes nothing. */
export async function planImport(input: PlanInput, breathe: Breathe): Promise<ImportPlan | null> {
  // Reading the cells, sorting the persons and looking for doubles: as many rows each.
  const total = input.table.rows.length * 3;
  let done = 0;
  const step = async (): Promise<void> => {
    done += 1;
    if (done % BREATH === 0 && !(await breathe(Math.floor(Math.min(done, total) / 3), total / 3)))
      throw new NotWanted();
  };
  try {
    return await planned(input, step);
  } catch (thrown) {
    if (thrown instanceof NotWanted) return null;
    throw thrown;
  }
}

async function planned(input: PlanInput, step: () => Promise<void>): Promise<ImportPlan> {
  const { kind, table, mapping, today, profile, known } = input;
  const bad: BadRow[] = [];
  const persons: PersonRow[] = [];
  const organisations: OrganisationImportRow[] = [];
  const formulas: { row: number; text: string }[] = [];
  for (const line of table.rows) {
    await step();
    const cells = cellsOf(table, line, mapping);
    const read =
      typeof cells === 'string'
        ? cells
        : kind === 'HUISHOUDENS'
          ? personRow(line.row, cells, today)
          : organisationRow(line.row, cells, { profile, today });
    if (typeof read === 'string') {
      bad.push({ row: line.row, reason: read });
      continue;
    }
    const formula = Object.values(cells).find((cell) => cell !== undefined && looksLikeFormula(cell));
    if (formula !== undefined) formulas.push({ row: line.row, text: formula.slice(0, 80) });
    if ('firstName' in read) persons.push(read);
    else organisations.push(read);
  }
  const households = groupHouseholds(withAddress(persons)).map((household) => withoutRepeats(household, bad));
  bad.sort((a, b) => a.row - b.row);
  const doubles = new Map<number, ImportDouble>();
  for (const double of kind === 'HUISHOUDENS'
    ? await householdDoubles(households, known, step)
    : await organisationDoubles(organisations, known, step))
    doubles.set(double.row, double);
  const areas = kind === 'HUISHOUDENS' ? persons.map(({ area }) => area) : organisations.flatMap((one) => one.areas);
  const unknownAreas = [...new Set(areas)].filter((area) => area !== '' && !profile.areas.includes(area));
  return { kind, households, organisations, bad, doubles, formulas, unknownAreas };
}

/** Together are rows with one household in the file, else with one address and surname; else each is its own. */
function groupHouseholds(persons: readonly PersonRow[]): readonly HouseholdPlan[] {
  const groups = new Map<string, PersonRow[]>();
  for (const person of persons) {
    const number = foldHouseNumber(person.houseNumber);
    const key =
      person.household !== ''
        ? `name/${foldText(person.household)}/${person.postcode}/${number ?? ''}`
        : person.postcode !== '' && number !== null && person.lastName !== ''
          ? `address/${person.postcode}/${number}/${foldText(person.lastName)}`
          : `row/${String(person.row)}`;
    const group = groups.get(key);
    if (group) group.push(person);
    else groups.set(key, [person]);
  }
  return [...groups.values()].map((group) => ({
    row: group[0]?.row ?? 0,
    name: nameOf(group),
    persons: withoutTwins(group),
  }));
}

/** In many lists the address stands in the first row of a household only: the other rows of it live there too. */
function withAddress(persons: readonly PersonRow[]): readonly PersonRow[] {
  const lives = ({ postcode, houseNumber }: PersonRow): boolean => postcode !== '' || houseNumber !== '';
  const homes = Map.groupBy(
    persons.filter((person) => person.household !== '' && lives(person)),
    ({ household }) => foldText(household),
  );
  return persons.map((person) => {
    if (person.household === '' || lives(person) || person.street !== '') return person;
    const known = homes.get(foldText(person.household)) ?? [];
    const [home] = known;
    const keys = new Set(known.map(({ postcode, houseNumber }) => `${postcode} ${foldHouseNumber(houseNumber) ?? ''}`));
    if (home === undefined || keys.size > 1) return person;
    const { street, houseNumber, postcode, city, area } = home;
    return { ...person, street, houseNumber, postcode, city: person.city || city, area: person.area || area };
  });
}

/** Somebody with one name and one birth date stands in a household once; which of two rows is right, a person knows. */
function withoutRepeats(household: HouseholdPlan, bad: BadRow[]): HouseholdPlan {
  const seen = new Map<string, number>();
  const persons = household.persons.filter((person) => {
    if (person.birthDate === '' || person.firstName === '') return true;
    const key = `${foldText(fullName(person))} ${person.birthDate}`;
    const first = seen.get(key);
    if (first === undefined) {
      seen.set(key, person.row);
      return true;
    }
    const reason = `Lijkt dezelfde persoon als rij ${String(first)}, met andere gegevens. Zet ze op één rij.`;
    bad.push({ row: person.row, reason });
    return false;
  });
  return { ...household, persons };
}

/** The same line twice is one person. */
function withoutTwins(group: readonly PersonRow[]): readonly PersonRow[] {
  const seen = new Set<string>();
  return group.filter((person) => {
    const key = JSON.stringify({ ...person, row: 0 });
    return seen.has(key) ? false : seen.add(key);
  });
}

function nameOf(group: readonly PersonRow[]): string {
  const [first] = group;
  if (first === undefined) return '';
  if (first.household !== '' && /\p{L}/u.test(first.household)) return first.household;
  const surname = group.find(({ lastName }) => lastName !== '')?.lastName ?? '';
  if (surname !== '')
    return (group.length > 1 ? `Fam. ${surname}` : `${first.firstName} ${surname}`.trim()).slice(0, 120);
  return first.firstName || `Huishouden ${first.household}`;
}

const fullName = (person: PersonRow): string => `${person.firstName} ${person.lastName}`.trim();

async function householdDoubles(
  households: readonly HouseholdPlan[],
  known: Known,
  step: () => Promise<void>,
): Promise<readonly ImportDouble[]> {
  const here = growingDuplicateIndex();
  for (const person of [...known.persons()]) {
    here.add(person);
    await step();
  }
  const inFile = growingDuplicateIndex();
  for (const { row, persons } of households) {
    for (const person of persons) {
      inFile.add({ ...person, householdId: String(row), personId: String(person.row) });
      await step();
    }
  }
  const found: ImportDouble[] = [];
  for (const household of households) {
    found.push(...doublesOf(household));
    for (const _ of household.persons) await step();
  }
  return found;

  function doublesOf(household: HouseholdPlan): readonly ImportDouble[] {
    for (const person of household.persons) {
      const [match] = likelyDuplicates(here.index, person, 1);
      if (match) {
        const name = known.householdName(match.person.householdId);
        return [
          { row: household.row, what: describe(household), like: `Lijkt op ${name}, dat al op deze laptop staat.` },
        ];
      }
      // The first of two in the file stays; the later one asks.
      const twin = likelyDuplicates(inFile.index, person, 5).find(
        ({ person: other, reasons }) =>
          Number(other.householdId) < household.row &&
          (reasons.includes('GEBOORTEDATUM_EN_NAAM') || reasons.includes('VOORNAAM_EN_ACHTERNAAM')),
      );
      if (twin)
        return [
          {
            row: household.row,
            what: describe(household),
            like: `Lijkt op rij ${twin.person.personId} van dit bestand.`,
          },
        ];
    }
    const inTeam = known.inTeam(household);
    return inTeam === null ? [] : [{ row: household.row, what: describe(household), like: inTeam }];
  }
}

function describe({ name, persons }: HouseholdPlan): string {
  const [first] = persons;
  const born =
    first === undefined || first.birthDate === '' ? '' : `, ${first.birthDate.split('-').toReversed().join('-')}`;
  const who = first === undefined || fullName(first) === name ? '' : `: ${fullName(first)}`;
  return `${name}${who}${born}`;
}

async function organisationDoubles(
  rows: readonly OrganisationImportRow[],
  known: Known,
  step: () => Promise<void>,
): Promise<readonly ImportDouble[]> {
  const here = new Map<string, { readonly one: NamedOrganisation; readonly row: number | null }[]>();
  const put = (one: NamedOrganisation, row: number | null): void => {
    const key = organisationKey(one.name);
    here.set(key, [...(here.get(key) ?? []), { one, row }]);
  };
  for (const one of known.organisations()) put(one, null);
  const doubles: ImportDouble[] = [];
  for (const row of rows) {
    await step();
    const one = { name: row.name, address: row.texts.address };
    const found = here.get(organisationKey(row.name))?.find((other) => sameOrganisation(one, other.one));
    put(one, row.row);
    if (found === undefined) continue;
    const like =
      found.row === null
        ? `${found.one.name} staat al op de sociale kaart.`
        : `Lijkt op rij ${String(found.row)} van dit bestand.`;
    doubles.push({ row: row.row, what: row.name, like });
  }
  return doubles;
}
