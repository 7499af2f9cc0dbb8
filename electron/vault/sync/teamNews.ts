/**
 * Nieuw van collega's: what came in from others after this worker last opened the household. There is no list of news:
 * the time at which a colleague's work came in says where to look, the records say who wrote what.
 */
import type { OutputOf } from '../../../shared/contract/contract.ts';
import { readRecords } from '../../../shared/documents/readers.ts';
import type { RecordKind } from '../../../shared/documents/schema.ts';
import type { DocumentId, HouseholdId } from '../../../shared/domain/ids.ts';
import { FROM_TEAM } from '../documents/projector.ts';
import type { OpenVault } from '../openVault.ts';

type News = OutputOf<'team.news'>['rows'][number];

const MOST_ROWS = 6;
/** In some only what this list does not tell has changed: look a little further than what is shown. */
const MOST_CANDIDATES = 18;

const WHAT: readonly (readonly [RecordKind, News['what']])[] = [
  ['conversations', 'conversation'],
  ['addenda', 'addendum'],
  ['lines', 'line'],
  ['actions', 'action'],
  ['persons', 'person'],
  ['household', 'household'],
  ['traits', 'person'],
  ['balances', 'other'],
  ['regisseurHandovers', 'other'],
  ['lifeEvents', 'other'],
  ['signals', 'other'],
];

interface Candidate {
  readonly householdId: HouseholdId;
  readonly documentId: DocumentId;
  readonly householdName: string;
}

/** The newest change of a colleague per household, at most six. `nameOf` gives the name of a colleague. */
export function teamNews(vault: OpenVault, nameOf: (user: string) => string): readonly News[] {
  const candidates = vault.store.db
    .prepare<[number], Candidate>(
      `SELECT h.household_id AS householdId, h.document_id AS documentId, h.name AS householdName
       FROM household h
       JOIN record_touch t ON t.document_id = h.document_id AND t.record_id = '${FROM_TEAM}'
       LEFT JOIN household_visit v ON v.household_id = h.household_id
       WHERE h.archived = 0 AND t.touched_at_ms > coalesce(v.opened_at_ms, 0)
       ORDER BY t.touched_at_ms DESC, h.household_id LIMIT ?`,
    )
    .all(MOST_CANDIDATES);
  const rows: News[] = [];
  for (const candidate of candidates) {
    const change = lastOfOthers(vault, candidate.documentId);
    if (change) rows.push({ ...candidate, ...change, name: nameOf(change.userId) });
    if (rows.length === MOST_ROWS) break;
  }
  return rows;
}

function lastOfOthers(
  { documents, me }: OpenVault,
  documentId: DocumentId,
): Pick<News, 'userId' | 'what' | 'changedAtMs'> | null {
  const read = documents.read(documentId, (doc) =>
    WHAT.flatMap(([kind, what]) =>
      readRecords(doc, kind).flatMap(({ changedBy, changedMinute, values }) =>
        // What is asked of this worker, or answered to this worker, has a place of its own on Vandaag.
        changedBy === null || changedBy === me.userId || isAboutMe(values, me.userId)
          ? []
          : [{ userId: changedBy, what, changedMinute }],
      ),
    ),
  );
  if (!read.ok) return null;
  const [first, ...others] = read.value;
  if (!first) return null;
  const { userId, what, changedMinute } = others.reduce(
    (newest, change) => (change.changedMinute > newest.changedMinute ? change : newest),
    first,
  );
  return { userId, what, changedAtMs: changedMinute * 60_000 };
}

const isAboutMe = (values: object, me: string): boolean =>
  ('from' in values && values.from === me) || ('to' in values && values.to === me);
