/**
 * Reading across households: search and Vandaag. Dates are calendar dates in the Netherlands.
 */
import type { AgendaItem, DueItem } from '../../../shared/contract/commands/overview.ts';
import type { DeadlineRow } from '../../../shared/contract/commands/plan.ts';
import type { Handlers } from '../../../shared/contract/contract.ts';
import { addDays, calendarDateAt, daysBetween } from '../../../shared/domain/dates.ts';
import type { Gemeenteprofiel } from '../../../shared/domain/gemeenteprofiel.ts';
import { RecordId } from '../../../shared/domain/ids.ts';
import { ok } from '../../../shared/result.ts';
import { FINGER_ON_THE_PULSE, PLANNED_CONTACT } from '../documents/projectedRows.ts';
import { storeResult } from '../store/sqliteErrors.ts';
import { createConsultationBook, type ConsultationBook } from './consultationBook.ts';
import { deadlineReader } from './deadlines.ts';
import {
  CONVERSATION_COLUMNS,
  CONVERSATIONS,
  type DossierVault,
  conversationFrom,
  householdQueries,
  IN_DAILY_LISTS,
  type StoredConversation,
} from './dossierRows.ts';

const DEFAULT_HITS = 20;
const UNFINISHED = 6;
/** Older open conversations are somebody's archive, not where one was. */
const RECENT_DAYS = 30;
const WEEK_DAYS = 7;
/** More than a person can do today; the rest is in the caseload, late first. */
const MOST_ITEMS = 200;

type StoredDue = Omit<DueItem, 'daysLate'>;

/** The commands that look across households, on an open vault. */
export function overviewHandlers(
  vault: DossierVault,
  profile?: () => Gemeenteprofiel,
  book: Pick<ConsultationBook, 'all'> = createConsultationBook(vault),
): Pick<Handlers, 'search.query' | 'today.get'> {
  const { documents, store, me, deps } = vault;
  const { db } = store;
  const queries = householdQueries(vault);
  const statements = {
    actions: db.prepare<[{ from: string; to: string; me: string; limit: number }], StoredDue>(
      `SELECT 'action' AS kind, a.household_id AS householdId, a.document_id AS documentId, h.name AS householdName,
              a.action_id AS actionId, a.conversation_id AS conversationId, a.what, NULL AS deadlineCode, a.ladder,
              CASE WHEN a.who_user = @me THEN 'jij' WHEN p.first_name IS NOT NULL THEN p.first_name ELSE a.who END AS who,
              a.perspective, a.due_on AS dueOn, a.status
       FROM action a
       JOIN household h ON h.household_id = a.household_id
       LEFT JOIN person p ON p.document_id = a.document_id AND p.person_id = a.who_person_id
       WHERE a.open = 1 AND a.due_on >= @from AND a.due_on <= @to AND a.who_user IN ('', @me) AND ${IN_DAILY_LISTS}
       ORDER BY a.due_on, h.folded, a.action_id LIMIT @limit`,
    ),
    ownContacts: db.prepare<[{ from: string; to: string; me: string; limit: number }], StoredDue>(
      `SELECT 'contact' AS kind, h.household_id AS householdId, h.document_id AS documentId, h.name AS householdName,
              NULL AS actionId, NULL AS conversationId,
              CASE h.status WHEN 'VINGER_AAN_DE_POLS' THEN '${FINGER_ON_THE_PULSE}' ELSE '${PLANNED_CONTACT}' END AS what, NULL AS deadlineCode, NULL AS ladder, '' AS who,
              NULL AS perspective, h.next_contact_on AS dueOn, NULL AS status
       FROM household h
       WHERE ${IN_DAILY_LISTS} AND h.next_contact_on >= @from AND h.next_contact_on <= @to AND (h.contact_user IN ('', @me) OR h.regisseur = @me)
       ORDER BY h.next_contact_on, h.folded LIMIT @limit`,
    ),
    contacts: db.prepare<[{ from: string; to: string; me: string; limit: number }], StoredDue>(
      `SELECT 'contact' AS kind, c.household_id AS householdId, c.document_id AS documentId, h.name AS householdName,
              NULL AS actionId, c.conversation_id AS conversationId, '${PLANNED_CONTACT}' AS what, NULL AS deadlineCode, NULL AS ladder, '' AS who,
              NULL AS perspective, c.next_contact_on AS dueOn, NULL AS status
       FROM conversation c JOIN household h ON h.household_id = c.household_id
       WHERE c.deleted = 0 AND c.next_contact_on >= @from AND c.next_contact_on <= @to AND c.author = @me
         AND ${IN_DAILY_LISTS} AND c.date = h.last_conversation_on AND coalesce(h.next_contact_on, '') <= c.next_contact_on
       ORDER BY c.next_contact_on, h.folded LIMIT @limit`,
    ),
    visits: db.prepare<[{ from: string; to: string; me: string }], AgendaItem>(
      `SELECT 'visit' AS kind, v.on_date AS "on", v.from_time AS "from", '' AS until, h.name AS what,
              v.household_id AS householdId, v.visit_id AS visitId
       FROM visit v JOIN household h ON h.household_id = v.household_id
       WHERE v.planned = 1 AND v.on_date >= @from AND v.on_date <= @to AND v.worker IN ('', @me) AND ${IN_DAILY_LISTS}`,
    ),
    unfinished: db.prepare<[string, number, number], StoredConversation>(
      `SELECT ${CONVERSATION_COLUMNS} FROM ${CONVERSATIONS}
       WHERE c.author = ? AND c.finalized = 0 AND c.deleted = 0 AND ${IN_DAILY_LISTS} AND changedAtMs >= ?
       ORDER BY changedAtMs DESC, c.conversation_id LIMIT ?`,
    ),
  };

  const deadlines = deadlineReader(vault, profile);
  const dueBetween = (from: string, to: string, today: string): DueItem[] => {
    const bound = { from, to, me: me.userId, limit: MOST_ITEMS };
    const contacts = oncePerHousehold([...statements.contacts.all(bound), ...statements.ownContacts.all(bound)]);
    // A term stands in the week or on the day it ends; one that runs already stands among what is due.
    const terms = deadlines
      .rows({ today, until: to, mine: true })
      .filter(({ dueOn, showFrom }) => (to === today ? showFrom <= today : showFrom > today && dueOn >= from))
      .map(dueTerm);
    return [...statements.actions.all(bound), ...contacts, ...terms]
      .map((item) => ({ ...item, daysLate: daysBetween(item.dueOn, today) }))
      .sort((a, b) => (a.dueOn === b.dueOn ? 0 : a.dueOn < b.dueOn ? -1 : 1))
      .slice(0, MOST_ITEMS);
  };

  const agendaBetween = (from: string, to: string): AgendaItem[] => {
    const spreekuren = book
      .all()
      .map(({ consultation }) => consultation)
      .filter(({ startedAtMs, plannedOn }) => startedAtMs === null && plannedOn >= from && plannedOn <= to)
      .map(({ place, plannedOn, plannedFrom, plannedUntil }): AgendaItem => {
        const when = { on: plannedOn, from: plannedFrom, until: plannedUntil };
        return { kind: 'consultation', ...when, what: place, householdId: null, visitId: null };
      });
    const moment = (item: AgendaItem): string => `${item.on} ${item.from}`;
    return [...statements.visits.all({ from, to, me: me.userId }), ...spreekuren].sort((a, b) =>
      moment(a) < moment(b) ? -1 : 1,
    );
  };

  return {
    'search.query': (input) =>
      storeResult(() => {
        const today = calendarDateAt(deps.clock.nowMs());
        const { text, mode, limit, filter } = input;
        return ok({ hits: documents.search({ text, mode, limit: limit ?? DEFAULT_HITS, filter, today }) });
      }),

    'today.get': () =>
      storeResult(() => {
        const nowMs = deps.clock.nowMs();
        const today = calendarDateAt(nowMs);
        return ok({
          today,
          due: dueBetween('0000-00-00', today, today),
          week: dueBetween(addDays(today, 1), addDays(today, WEEK_DAYS), today),
          agenda: agendaBetween(today, addDays(today, WEEK_DAYS)),
          unfinished: statements.unfinished
            .all(me.userId, nowMs - RECENT_DAYS * 86_400_000, UNFINISHED)
            .map(conversationFrom),
          householdCount: queries.count.get() ?? 0,
        });
      }),
  };
}

/** A term as Vandaag shows it: the reason is what there is to do. */
const dueTerm = (row: DeadlineRow): StoredDue => ({
  kind: 'deadline',
  householdId: row.householdId,
  documentId: row.documentId,
  householdName: row.householdName,
  actionId: row.subject === 'action' ? RecordId.parse(row.subjectId) : null,
  conversationId: null,
  what: row.reason,
  deadlineCode: row.code,
  ladder: null,
  who: '',
  perspective: null,
  dueOn: row.dueOn,
  status: null,
});

/** A household and its last conversation may both name the same day. */
function oncePerHousehold(items: readonly StoredDue[]): StoredDue[] {
  const seen = new Set<string>();
  return items.filter((item) => {
    const key = `${item.householdId} ${item.dueOn}`;
    return !seen.has(key) && seen.add(key);
  });
}
