/**
 * How the work of a team stands, from the index facts of the team document: counts, dates and codes. There is no name of a
 * resident in what it reads. Counts below five are hidden, and with one hidden cell a second, so that a sum tells nothing.
 */
import { readRecords } from '../../../shared/documents/readers.ts';
import { cell, table, type Cell } from '../../../shared/domain/cells.ts';
import { HOUSEHOLD_STATUSES, LADDER, type HouseholdStatus, type LadderStep } from '../../../shared/domain/codes.ts';
import type { UserId } from '../../../shared/domain/ids.ts';
import type { RecordValues } from '../../../shared/documents/schema.ts';
import type { OpenVault } from '../openVault.ts';

export const SMALLEST_COUNT = 5;
const OPEN: ReadonlySet<string> = new Set(['NIEUW', 'VERKENNEN', 'PLAN_ACTIEF', 'VINGER_AAN_DE_POLS']);
const MOST_SIGNALS = 50;
const REVIEW = 'PLAN_REVIEW';

type Facts = Readonly<RecordValues<'indexFacts'>>;

/** `people`: who works in the team. A household of somebody who left has no regisseur any more. */
export function teamWork(
  { documents }: Pick<OpenVault, 'documents'>,
  teamRoom: string,
  people: readonly UserId[],
  today: string,
) {
  const read = documents.read(teamRoom, (doc) => ({
    facts: readRecords(doc, 'indexFacts').map(({ values }) => values),
    signals: readRecords(doc, 'teamSignals').map(({ values }) => values),
  }));
  const { facts, signals } = read.ok ? read.value : { facts: [], signals: [] };
  const works = new Set<string>(people);
  const regisseurOf = ({ regisseur = '' }: Facts): string => (works.has(regisseur) ? regisseur : '');
  const open = facts.filter(isOpen);
  const who = (of: (one: Facts) => number): ReadonlyMap<string, Cell> => {
    const counts = new Map<string, number>(people.map((user) => [user, 0]));
    for (const one of open) counts.set(regisseurOf(one), (counts.get(regisseurOf(one)) ?? 0) + of(one));
    return table(counts, SMALLEST_COUNT);
  };
  const byRegisseur = who(() => 1);
  const reviews = who((one) => late(one, today).filter((code) => code === REVIEW).length);
  const terms = who((one) => late(one, today).filter((code) => code !== REVIEW).length);
  const none: Cell = cell(0, SMALLEST_COUNT);
  const statuses = table(
    new Map(HOUSEHOLD_STATUSES.map((status) => [status, facts.filter((one) => one.status === status).length])),
    SMALLEST_COUNT,
  );
  const steps = table(
    new Map(LADDER.map((step, at) => [step, open.reduce((sum, one) => sum + (one.ladder?.[at] ?? 0), 0)])),
    SMALLEST_COUNT,
  );
  return {
    minimum: SMALLEST_COUNT,
    open: cell(open.length, SMALLEST_COUNT),
    withoutRegisseur: byRegisseur.get('') ?? none,
    byStatus: HOUSEHOLD_STATUSES.filter((status) => OPEN.has(status)).map((status: HouseholdStatus) => ({
      status,
      count: statuses.get(status) ?? none,
    })),
    ladder: LADDER.map((step: LadderStep) => ({ step, count: steps.get(step) ?? none })),
    people: people.map((userId) => ({
      userId,
      open: byRegisseur.get(userId) ?? none,
      reviewsLate: reviews.get(userId) ?? none,
      termsLate: terms.get(userId) ?? none,
    })),
    unassigned: open.flatMap((one) =>
      one.documentId === undefined || regisseurOf(one) !== ''
        ? []
        : [{ documentId: one.documentId, area: one.area ?? '' }],
    ),
    signals: signals
      .toSorted((a, b) => ((a.on ?? '') < (b.on ?? '') ? 1 : -1))
      .slice(0, MOST_SIGNALS)
      .map(({ on = '', theme = '', area = '', text = '' }) => ({ on, theme: theme || null, area, text })),
  };
}

const isOpen = (one: Facts): boolean => one.archived !== true && isOpenStatus(one.status ?? '');

/** Whether there is work to do in a household with this status. */
export const isOpenStatus = (status: string): boolean => OPEN.has(status);

/** Codes of the terms that are over. */
const late = (one: Facts, today: string): readonly string[] =>
  (one.terms ?? []).flatMap((term) => {
    const [code = '', dueOn = ''] = term.split(':');
    return dueOn !== '' && dueOn < today ? [code] : [];
  });
