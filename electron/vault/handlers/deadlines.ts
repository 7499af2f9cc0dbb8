/**
 * Open terms over the caseload and of one household, with the reason in one sentence.
 *
 * Rows say when a term ends and comes in view; the sentence is made when it is read, because it knows the day. Ages are
 * counted from the persons. A term of a restricted document is never here.
 */
import type { DeadlineRow, planCommands } from '../../../shared/contract/commands/plan.ts';
import type { Handlers } from '../../../shared/contract/contract.ts';
import { addDays, addMonths, calendarDateAt } from '../../../shared/domain/dates.ts';
import { openDeadlines, type Deadline } from '../../../shared/domain/deadlines.ts';
import { defaultProfile } from '../../../shared/domain/defaultProfile.ts';
import type { Gemeenteprofiel } from '../../../shared/domain/gemeenteprofiel.ts';
import { err, ok } from '../../../shared/result.ts';
import { deadlinesOf, type ProjectedSubject } from '../documents/deadlineRows.ts';
import { newestSaveReader } from '../documents/newestSave.ts';
import { storeResult } from '../store/sqliteErrors.ts';
import type { DossierVault } from './dossierRows.ts';

type DeadlineCommand = Extract<keyof typeof planCommands, 'deadlines.list' | 'household.deadlines'>;

const DEFAULT_LIMIT = 200;
/** A later stamp than this ahead of the clock cannot be a rounding: the clock was set back. */
const CLOCK_DOUBT_MS = 26 * 3_600_000;
const AGES = [12, 16, 18];
/** Ages come in view at most a year ahead and stay a month. */
const FAR_AHEAD_DAYS = 366;
const STAYS_DAYS = 31;

interface StoredDeadline {
  readonly householdId: DeadlineRow['householdId'];
  readonly documentId: DeadlineRow['documentId'];
  readonly householdName: string;
  readonly subject: ProjectedSubject;
  readonly subjectId: string;
  readonly code: string;
  readonly facts: string;
}

interface StoredPerson {
  readonly householdId: DeadlineRow['householdId'];
  readonly documentId: DeadlineRow['documentId'];
  readonly householdName: string;
  readonly id: string;
  readonly firstName: string;
  readonly birthDate: string;
}

/** No terms run in a household that was put away or closed; a contact to keep is on Vandaag by itself. */
const OPEN_HOUSEHOLD = `h.archived = 0 AND h.status NOT IN ('AFGESLOTEN', 'OVERGEDRAGEN', 'VINGER_AAN_DE_POLS')`;
const MINE = `(h.regisseur = @me OR (h.regisseur = '' AND h.contact_user IN ('', @me)) OR h.contact_user = @me)`;

export interface DeadlineQuestion {
  readonly today: string;
  /** Terms that come in view up to this day. */
  readonly until: string;
  readonly mine: boolean;
  readonly householdId?: string;
}

export interface DeadlineReader {
  rows(question: DeadlineQuestion): DeadlineRow[];
  /** This laptop's clock is behind what stands in its own dossiers. */
  clockDoubt(): boolean;
}

/** Reads terms from the rows of lists: used by Vandaag, Taken and the dossier. */
export function deadlineReader(
  vault: DossierVault,
  profile: () => Gemeenteprofiel = () => defaultProfile,
): DeadlineReader {
  const { store, me, deps } = vault;
  const { db } = store;
  const newestSave = newestSaveReader(store);
  const stored = (where: string) =>
    db.prepare<[object], StoredDeadline>(
      `SELECT d.household_id AS householdId, d.document_id AS documentId, h.name AS householdName, d.subject,
              d.subject_id AS subjectId, d.code, d.facts
       FROM deadline d JOIN household h ON h.household_id = d.household_id
       WHERE ${OPEN_HOUSEHOLD} AND d.show_from <= @until AND ${where}`,
    );
  const persons = (where: string) =>
    db.prepare<[object], StoredPerson>(
      `SELECT p.household_id AS householdId, p.document_id AS documentId, h.name AS householdName, p.person_id AS id,
              p.first_name AS firstName, p.birth_date AS birthDate
       FROM person p JOIN household h ON h.household_id = p.household_id
       WHERE ${OPEN_HOUSEHOLD} AND p.deleted = 0 AND p.birth_date BETWEEN @from AND @to AND ${where}`,
    );
  const scopes = { all: '1 = 1', mine: MINE, household: 'h.household_id = @householdId' } as const;
  const statements = {
    all: { stored: stored(scopes.all), persons: persons(scopes.all) },
    mine: { stored: stored(scopes.mine), persons: persons(scopes.mine) },
    household: { stored: stored(scopes.household), persons: persons(scopes.household) },
  };
  const clockDoubt = (): boolean => newestSave() > deps.clock.nowMs() + CLOCK_DOUBT_MS;

  return {
    clockDoubt,
    rows({ today, until, mine, householdId }) {
      const { stored: waiting, persons: people } =
        statements[householdId !== undefined ? 'household' : mine ? 'mine' : 'all'];
      const doubt = clockDoubt();
      // Asked once: behind it is the store, and there are thousands of rows.
      const { terms } = profile();
      const given = householdId === undefined ? (mine ? { me: me.userId } : {}) : { householdId };
      const found: DeadlineRow[] = [];
      const add = (of: Pick<DeadlineRow, 'householdId' | 'documentId' | 'householdName'>, deadline: Deadline): void => {
        const { householdId: household, documentId, householdName } = of;
        const { code, subject, subjectId, dueOn, showFrom, daysLate, reason, statutory, source } = deadline;
        if (subject === 'meldcode' || showFrom > until) return;
        found.push({
          householdId: household,
          documentId,
          householdName,
          code,
          subject,
          subjectId,
          dueOn,
          showFrom,
          daysLate,
          reason,
          statutory,
          source,
        });
      };
      for (const row of waiting.all({ until, ...given })) {
        const deadline = deadlinesOf(row.subject, JSON.parse(row.facts), terms, today, doubt).find(
          ({ code }) => code === row.code,
        );
        if (deadline !== undefined) add(row, deadline);
      }
      const seen = new Set<string>();
      for (const age of AGES) {
        const from = addMonths(addDays(today, -STAYS_DAYS - 1), -12 * age);
        const to = addMonths(addDays(today, FAR_AHEAD_DAYS + 1), -12 * age);
        for (const person of people.all({ from, to, ...given })) {
          if (seen.has(person.id)) continue;
          seen.add(person.id);
          const facts = { questions: [], plans: [], actions: [], persons: [person], meldcodes: [], clockDoubt: doubt };
          for (const deadline of openDeadlines(facts, terms, today)) add(person, deadline);
        }
      }
      return found.sort(
        (a, b) =>
          compare(a.dueOn, b.dueOn) ||
          compare(a.householdName, b.householdName) ||
          compare(a.subjectId + a.code, b.subjectId + b.code),
      );
    },
  };
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
/** Later than any term. */
const ALWAYS = '9999-12-31';

/** The commands over terms on an open vault. */
export function deadlineHandlers(
  vault: DossierVault,
  profile?: () => Gemeenteprofiel,
): Pick<Handlers, DeadlineCommand> {
  const reader = deadlineReader(vault, profile);
  const known = vault.store.db.prepare<[string], number>(`SELECT 1 FROM household WHERE household_id = ?`).pluck();
  const today = (): string => calendarDateAt(vault.deps.clock.nowMs());
  return {
    'deadlines.list': ({ until, mine, limit }) =>
      storeResult(() => {
        const day = today();
        const rows = reader.rows({ today: day, until: until ?? day, mine: mine ?? false });
        return ok({ rows: rows.slice(0, limit ?? DEFAULT_LIMIT), today: day, clockDoubt: reader.clockDoubt() });
      }),
    'household.deadlines': ({ householdId }) =>
      storeResult(() => {
        if (known.get(householdId) === undefined) return err({ tag: 'HouseholdMissing' });
        const day = today();
        const rows = reader.rows({ today: day, until: ALWAYS, mine: false, householdId });
        return ok({ rows, today: day, clockDoubt: reader.clockDoubt() });
      }),
  };
}
