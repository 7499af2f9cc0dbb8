/** Reading a list in steps: the file in parts, its columns, what would be made, and then all of it or nothing. */
import type { importCommands } from '../../../shared/contract/commands/import.ts';
import type { Handlers } from '../../../shared/contract/contract.ts';
import { looksLikeBsn } from '../../../shared/domain/caseNumber.ts';
import { calendarDateAt } from '../../../shared/domain/dates.ts';
import type { KnownPerson } from '../../../shared/domain/duplicates.ts';
import type { Gemeenteprofiel } from '../../../shared/domain/gemeenteprofiel.ts';
import { newId, type RecordId } from '../../../shared/domain/ids.ts';
import { guessColumns, type ImportColumn, type ImportKind } from '../../../shared/domain/importColumns.ts';
import type { NamedOrganisation } from '../../../shared/domain/organisations.ts';
import { err, ok } from '../../../shared/result.ts';
import type { MunicipalityBook } from '../documents/municipalityBook.ts';
import { readCsv, type CsvTable } from '../import/csvText.ts';
import { planImport, type HouseholdPlan, type ImportPlan, type Known } from '../import/importPlan.ts';
import { ImportStore, type ImportVault } from '../import/importStore.ts';
import { BEING_UNDONE, type MadeHousehold, type Undone } from '../import/importUndo.ts';
import { followWork, type Progress } from '../progress.ts';
import { inSlices, pause } from '../slices.ts';
import { StoreFailure, storeResult } from '../store/sqliteErrors.ts';

interface Reading {
  readonly importId: RecordId;
  readonly kind: ImportKind;
  readonly parts: Uint8Array[];
  table: CsvTable | null;
  plan: ImportPlan | null;
  cancelled: boolean;
}

/** At most so many at a time, however quick the machine is. */
const MOST_HOUSEHOLDS = 20;
const MOST_ORGANISATIONS = 200;
/** Of so many households it is known beforehand that they take longer than a moment; an organisation is a tenth of one. */
const LONG_LIST = 300;
const MOST_SHOWN = 200;

export interface ImportParts {
  readonly vault: ImportVault;
  readonly book: MunicipalityBook;
  readonly profile: () => Gemeenteprofiel;
  /** The sentence for households that the team knows; made once per check. */
  readonly teamMatcher: () => (household: HouseholdPlan) => string | null;
}

export function importHandlers(parts: ImportParts): Pick<Handlers, keyof typeof importCommands> & {
  takeBackBroken(progress: Progress): void;
  /** The vault closes: what is under way is taken back at the next opening. */
  stop(): void;
} {
  const { vault, book, profile } = parts;
  const { deps, store } = vault;
  const made = new ImportStore(vault, book);
  let reading: Reading | null = null;
  let stopped = false;
  const undoing = new Set<RecordId>();
  const current = (importId: string): Reading | null => (reading?.importId === importId ? reading : null);
  /** Everything of an import that was cancelled; what a closing vault leaves is taken back at the next opening. */
  const takeBackMade = async (importId: RecordId): Promise<void> => {
    const progress = followWork(vault, { work: 'IMPORT_UNDO', of: 2 });
    try {
      const all = made.itemsOf(importId);
      // Of each household there are two: its own document and its Veiligheid.
      progress.step('HOUSEHOLDS_AWAY', all.length / 2);
      const work = (part: readonly string[]): void => made.takeBackItems(part);
      const done = (count: number): void => progress.done(count / 2);
      const wanted = (): boolean => !stopped;
      if (!(await inSlices({ all, most: 2 * MOST_HOUSEHOLDS, work, done, wanted }, deps))) return;
      made.forget(importId);
      progress.step('FINISH');
      await vault.documents.scrubSearchInSlices(deps);
    } finally {
      progress.end();
    }
  };

  return {
    takeBackBroken: (progress) => made.takeBackBroken(progress),
    stop: () => {
      stopped = true;
    },

    'import.begin': ({ kind }) => {
      if (reading) reading.cancelled = true;
      const importId = newId<RecordId>(deps.random);
      reading = { importId, kind, parts: [], table: null, plan: null, cancelled: false };
      return ok({ importId });
    },

    'import.part': ({ importId, index, part }) => {
      const one = current(importId);
      if (one === null || index !== one.parts.length) return err({ tag: 'ImportGone' });
      one.parts.push(part);
      return ok({ received: one.parts.reduce((sum, { length }) => sum + length, 0) });
    },

    'import.read': ({ importId }) => {
      const one = current(importId);
      if (one === null) return err({ tag: 'ImportGone' });
      const read = readCsv(joined(one.parts));
      if (!read.ok) return err({ tag: 'ImportUnreadable', reason: read.error });
      one.table = read.value;
      const { rows, encoding, delimiter, headers } = read.value;
      const guesses = guessColumns(one.kind, headers).map((guess, index) =>
        isBsnColumn(rows.map(({ cells }) => cells[index] ?? '')) ? 'bsn' : guess,
      );
      const columns = headers.map((name, index) => ({
        name,
        examples:
          guesses[index] === 'bsn'
            ? []
            : rows
                .map(({ cells }) => cells[index] ?? '')
                .filter((cell) => cell !== '')
                .slice(0, 3)
                .map((cell) => cell.slice(0, 60)),
        guess: guesses[index] ?? null,
      }));
      return ok({ rows: rows.length, encoding, delimiter, columns });
    },

    'import.check': async ({ importId, mapping }) => {
      const one = current(importId);
      if (one === null || one.table === null) return err({ tag: 'ImportGone' });
      const wanted: readonly ImportColumn[] =
        one.kind === 'HUISHOUDENS' ? ['household', 'firstName', 'lastName'] : ['name'];
      if (!wanted.some((column) => mapping.includes(column))) return err({ tag: 'ImportColumnsMissing' });
      const today = calendarDateAt(deps.clock.nowMs());
      one.plan = null;
      const progress = followWork(vault, { work: 'IMPORT_CHECK' });
      progress.step('ROWS', one.table.rows.length);
      const plan = await planImport(
        { kind: one.kind, table: one.table, mapping, today, profile: profile(), known: known() },
        async (done) => {
          progress.done(done);
          await pause(deps);
          return !stopped && !one.cancelled;
        },
      );
      progress.end();
      if (plan === null) return err({ tag: 'ImportGone' });
      one.plan = plan;
      const { households, organisations, bad, doubles, formulas, unknownAreas } = plan;
      return ok({
        good: one.table.rows.length - bad.length,
        households: households.length,
        organisations: organisations.length,
        bad: bad.slice(0, MOST_SHOWN),
        badCount: bad.length,
        doubles: [...doubles.values()].slice(0, MOST_SHOWN),
        doubleCount: doubles.size,
        formulas: formulas.slice(0, MOST_SHOWN),
        bsnColumn: mapping.includes('bsn'),
        unknownAreas: unknownAreas.slice(0, 20),
      });
    },

    'import.run': async ({ importId, choices, others }, call) => {
      const one = current(importId);
      const plan = one?.plan;
      if (!one || !plan) return err({ tag: 'ImportGone' });
      const chosen = new Map(choices.map(({ row, choice }) => [row, choice]));
      const undecided = [...plan.doubles.keys()].some((row) => !chosen.has(row) && others === null);
      if (undecided) return err({ tag: 'ImportChoicesMissing' });
      const wanted = (row: number): boolean => !plan.doubles.has(row) || (chosen.get(row) ?? others) === 'ADD';
      const audit = (): void => {
        vault.audit.appendFor(call);
      };
      reading = one;
      const size = plan.households.length + plan.organisations.length / 10;
      const progress = followWork(vault, { work: 'IMPORT', of: 2, long: size > LONG_LIST });
      const cancelled = (): boolean => one.cancelled || stopped;
      if (plan.kind === 'SOCIALE_KAART') {
        const rows = plan.organisations.filter(({ row }) => wanted(row));
        const skipped = plan.organisations.length - rows.length;
        try {
          // Made ready in memory beside the document; nothing is there before the last step, which is one transaction.
          const ready = made.prepareOrganisations(importId);
          progress.step('ORGANISATIONS', rows.length);
          const whole = await inSlices(
            {
              all: rows,
              most: MOST_ORGANISATIONS,
              work: (part) => ready.add(part),
              done: (count) => progress.done(count),
              wanted: () => !cancelled(),
            },
            deps,
          );
          if (!whole) return ok({ made: 0, skipped: 0, cancelled: true });
          progress.step('FINISH');
          const outcome = storeResult(() => ready.commit(skipped, audit));
          if (!outcome.ok) return outcome;
        } finally {
          progress.end();
        }
        reading = null;
        return ok({ made: rows.length, skipped, cancelled: false });
      }
      const households = plan.households.filter(({ row }) => wanted(row));
      const skipped = plan.households.length - households.length;
      try {
        made.beginHouseholds(importId);
        progress.step('HOUSEHOLDS', households.length);
        const whole = await inSlices(
          {
            all: households,
            most: MOST_HOUSEHOLDS,
            work: (part) => made.makeHouseholds(importId, part),
            done: (count) => progress.done(count),
            wanted: () => !cancelled(),
          },
          deps,
        );
        if (!whole) {
          progress.end();
          if (!stopped) await takeBackMade(importId);
          return ok({ made: 0, skipped: 0, cancelled: true });
        }
        progress.step('FINISH');
        made.finishHouseholds(importId, households.length, skipped, audit);
      } catch (thrown) {
        // Nothing may stay of half an import; when the disk is the trouble, the next opening takes it back.
        if (thrown instanceof StoreFailure) storeResult(() => ok(made.takeBack(importId)));
        return storeResult(() => {
          throw thrown;
        });
      } finally {
        progress.end();
      }
      reading = null;
      return ok({ made: households.length, skipped, cancelled: false });
    },

    'import.cancel': ({ importId }) => {
      const one = current(importId);
      if (one) one.cancelled = true;
      return ok({});
    },

    'import.list': () =>
      ok({ runs: made.runs().map(({ undoneAtMs, ...run }) => ({ ...run, undone: undoneAtMs !== null })) }),

    'import.undo': async ({ importId }, call) => {
      const run = made.run(importId);
      const undone = run === null || (run.undoneAtMs !== null && run.undoneAtMs !== BEING_UNDONE);
      if (undone || undoing.has(importId)) return err({ tag: 'ImportGone' });
      const audit = (): void => {
        vault.audit.appendFor(call);
      };
      undoing.add(importId);
      const counted = { removed: 0, putAway: 0, kept: 0 };
      const size = run.kind === 'SOCIALE_KAART' ? run.made / 10 : run.made;
      const progress = followWork(vault, { work: 'IMPORT_UNDO', of: 2, long: size > LONG_LIST });
      const done = (count: number): void => progress.done(count);
      const wanted = (): boolean => !stopped;
      const add = ({ removed, putAway, kept }: Undone): void => {
        counted.removed += removed;
        counted.putAway += putAway;
        counted.kept += kept;
      };
      try {
        if (run.kind === 'SOCIALE_KAART') {
          // A team document of a newer app is only read: then nothing begins.
          const writable = made.takeBackOrganisations([]);
          if (!writable.ok) return writable;
        }
        made.undo.begin(importId, audit);
        let whole: boolean;
        if (run.kind === 'SOCIALE_KAART') {
          const all = made.organisationsOf(importId);
          progress.step('ORGANISATIONS_AWAY', all.length);
          const work = (part: readonly string[]): void => {
            const taken = made.takeBackOrganisations(part);
            if (taken.ok) add(taken.value);
          };
          whole = await inSlices({ all, most: MOST_ORGANISATIONS, work, done, wanted }, deps);
        } else {
          const all = made.undo.madeBy(importId);
          progress.step('HOUSEHOLDS_AWAY', all.length);
          const work = (part: readonly MadeHousehold[]): void => add(made.undo.takeBack(part));
          whole = await inSlices({ all, most: MOST_HOUSEHOLDS, work, done, wanted }, deps);
        }
        if (whole) {
          made.undo.finish(importId);
          progress.step('FINISH');
          if (run.kind === 'HUISHOUDENS') await vault.documents.scrubSearchInSlices(deps);
        }
        return ok(counted);
      } catch (thrown) {
        return storeResult(() => {
          throw thrown;
        });
      } finally {
        progress.end();
        undoing.delete(importId);
      }
    },
  };

  function known(): Known {
    const { db } = store;
    const names = db.prepare<[string], string>('SELECT name FROM household WHERE household_id = ?').pluck();
    return {
      *persons() {
        const rows = db.prepare<
          [],
          Omit<KnownPerson, 'postcode' | 'houseNumber'> & { folded: string; address: string }
        >(
          `SELECT p.household_id AS householdId, p.person_id AS personId, p.first_name AS firstName, p.last_name AS lastName,
                  p.birth_date AS birthDate, h.folded, h.address
           FROM person p JOIN household h ON h.household_id = p.household_id WHERE p.deleted = 0`,
        );
        for (const { folded, address, ...person } of rows.iterate()) {
          const postcode = / ([1-9]\d{3}) ?([a-z]{2}) /.exec(`${folded} `);
          const houseNumber = / (\d+\s?\S*)(?:,|$)/.exec(address)?.[1] ?? '';
          yield { ...person, postcode: postcode ? `${postcode[1] ?? ''}${postcode[2] ?? ''}` : '', houseNumber };
        }
      },
      householdName: (householdId) => names.get(householdId) ?? 'een huishouden',
      organisations: () =>
        db
          .prepare<[string], NamedOrganisation>(
            'SELECT name, address FROM organisation WHERE document_id = ? AND deleted = 0',
          )
          .all(book.inUse() ?? ''),
      inTeam: parts.teamMatcher(),
    };
  }
}

/** A column without a telling name that holds nothing but citizen service numbers. A telephone number has ten digits. */
function isBsnColumn(cells: readonly string[]): boolean {
  const filled = cells.filter((cell) => cell !== '');
  return filled.length > 2 && filled.every((cell) => looksLikeBsn(cell));
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
