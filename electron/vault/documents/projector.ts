/**
 * Keeps the relational tables equal to the documents.
 *
 * Promises: `apply` writes the rows of the touched records and no others, in the caller's transaction, at a cost that
 * does not grow with the document; dropping everything and applying all records gives the same rows. Restricted
 * documents never get a row: nothing of them can show up in a list, a search or a count.
 */
import type Database from 'better-sqlite3';
import type * as Y from 'yjs';
import { openProposals } from '../../../shared/documents/dossierDecisions.ts';
import { readRecord, type RecordView } from '../../../shared/documents/readers.ts';
import { recordArray, recordsOf } from '../../../shared/documents/roots.ts';
import { recordKinds, ruleOfKind, type RecordKind } from '../../../shared/documents/schema.ts';
import type { Touched } from '../../../shared/documents/touched.ts';
import { defaultProfile } from '../../../shared/domain/defaultProfile.ts';
import type { Terms } from '../../../shared/domain/gemeenteprofiel.ts';
import type { Store } from '../store/open.ts';
import { DeadlineRows } from './deadlineRows.ts';
import type { DocumentFacts } from './documentLog.ts';
import {
  actionRow,
  conversationRow,
  householdRow,
  openChoices,
  personRow,
  visitRow,
  type HouseholdFacts,
} from './projectedRows.ts';
import { TeamRows } from './teamRows.ts';
import { upsert } from './upsert.ts';

const HOUSEHOLD_COLUMNS = [
  'household_id', 'document_id', 'name', 'folded', 'address', 'area', 'status', 'regisseur', 'contact_user', 'shielded',
  'person_count', 'next_contact_on', 'next_date', 'next_what', 'last_conversation_on', 'archived', 'open_choices', 'changed_at_ms',
]; // prettier-ignore
const PERSON_COLUMNS = [
  'document_id', 'person_id', 'household_id', 'first_name', 'last_name', 'birth_date', 'membership', 'role', 'ord',
  'deleted', 'open_choices',
]; // prettier-ignore
const CONVERSATION_COLUMNS = [
  'document_id', 'conversation_id', 'household_id', 'date', 'context', 'place', 'author', 'finalized', 'excerpt',
  'next_contact_on', 'team_only', 'deleted', 'open_choices', 'changed_at_ms',
]; // prettier-ignore
const ACTION_COLUMNS = [
  'document_id', 'action_id', 'household_id', 'conversation_id', 'what', 'ladder', 'who', 'who_person_id', 'who_user',
  'perspective', 'due_on', 'status', 'open', 'ord', 'deleted', 'open_choices', 'changed_at_ms',
]; // prettier-ignore
const VISIT_COLUMNS = ['document_id', 'visit_id', 'household_id', 'on_date', 'from_time', 'worker', 'planned'];

/** Every record of a document, for one that has no rows yet. */
export function allRecords(doc: Y.Doc): Touched[] {
  return (Object.keys(recordKinds) as RecordKind[]).flatMap((kind) => {
    const ids = ruleOfKind(kind)?.singleton === true ? [kind] : [...(recordsOf(doc, kind)?.keys() ?? [])];
    return ids.filter((id) => recordArray(doc, kind, id) !== null).map((id) => ({ kind, id }));
  });
}

/** Children before parents. */
const PROJECTED = [
  'organisation', 'municipality', 'open_choice', 'deadline', 'visit', 'action', 'conversation', 'person', 'household',
] as const; // prettier-ignore

const TOUCHED_AGAIN_MS = 30_000;

/** Stands in `record_touch` for the last time that a colleague's work came in. */
export const FROM_TEAM = 'from-team';

/** Stands there for the last time that something about handing over the regie came from a colleague. */
export const HANDOVER_FROM_TEAM = 'handover-from-team';

/** What the household row itself says. */
const OF_HOUSEHOLD: ReadonlySet<string> = new Set(['household', 'planDecisions', 'regisseurDecisions']);

export class Projector {
  readonly #store: Store;
  readonly #deadlines: DeadlineRows;
  readonly #team: TeamRows;
  readonly #statements;
  #clear: readonly Database.Statement<[string]>[] | null = null;
  #lastTouch: { readonly where: string; readonly atMs: number } | null = null;

  /** `terms`: of the municipality; after a change of them the rows are made again. */
  constructor(store: Store, terms: () => Terms = () => defaultProfile.terms) {
    this.#store = store;
    this.#deadlines = new DeadlineRows(store, terms);
    this.#team = new TeamRows(store);
    const { db } = store;
    const around = db.prepare<[{ documentId: string; householdId: string }], AroundRow>(
      `SELECT
         (SELECT group_concat(first_name || ' ' || last_name, ' ' ORDER BY ord, person_id) FROM person
            WHERE household_id = @householdId AND deleted = 0) AS personNames,
         (SELECT count(*) FROM person
            WHERE household_id = @householdId AND deleted = 0 AND membership = 'WOONT_HIER') AS personCount,
         (SELECT max(date) FROM conversation WHERE household_id = @householdId AND deleted = 0) AS lastConversationOn,
         (SELECT sum(choices) FROM open_choice WHERE document_id = @documentId) AS openChoices`,
    );
    this.#statements = {
      putHousehold: db.prepare(upsert('household', HOUSEHOLD_COLUMNS, ['household_id'])),
      putPerson: db.prepare(upsert('person', PERSON_COLUMNS, ['document_id', 'person_id'])),
      putConversation: db.prepare(upsert('conversation', CONVERSATION_COLUMNS, ['document_id', 'conversation_id'])),
      putAction: db.prepare(upsert('action', ACTION_COLUMNS, ['document_id', 'action_id'])),
      putVisit: db.prepare(upsert('visit', VISIT_COLUMNS, ['document_id', 'visit_id'])),
      putChoice: db.prepare(
        `INSERT INTO open_choice (document_id, kind, record_id, choices) VALUES (?, ?, ?, ?)
         ON CONFLICT (document_id, kind, record_id) DO UPDATE SET choices = excluded.choices
         WHERE choices <> excluded.choices`,
      ),
      dropChoice: db.prepare(`DELETE FROM open_choice WHERE document_id = ? AND kind = ? AND record_id = ?`),
      touch: db.prepare(
        `INSERT INTO record_touch (document_id, record_id, touched_at_ms) VALUES (?, ?, ?)
         ON CONFLICT (document_id, record_id) DO UPDATE SET touched_at_ms = max(touched_at_ms, excluded.touched_at_ms)`,
      ),
      touchedAt: db
        .prepare<[string], number>(
          `SELECT touched_at_ms FROM record_touch WHERE document_id = ? AND record_id = 'household'`,
        )
        .pluck(),
      around,
      nextAction: db.prepare<[string], { date: string; what: string }>(
        `SELECT due_on AS date, what FROM action WHERE household_id = ? AND open = 1 AND due_on IS NOT NULL
         ORDER BY due_on, action_id LIMIT 1`,
      ),
      /** Of the last conversations only: a later one is the contact that was planned. */
      nextContact: db
        .prepare<[string, string | null], string | null>(
          `SELECT min(next_contact_on) FROM conversation WHERE household_id = ? AND deleted = 0 AND date = ?`,
        )
        .pluck(),
    };
  }

  /** Takes every row out; for a rebuild, inside its transaction. When somebody last worked in a record is kept. */
  clear(): void {
    this.#store.db.exec(PROJECTED.map((table) => `DELETE FROM ${table}`).join('; '));
  }

  /** The same for the rows of one document. */
  clearDocument(documentId: string): void {
    this.#clear ??= PROJECTED.map((table) =>
      this.#store.db.prepare<[string]>(`DELETE FROM ${table} WHERE document_id = ?`),
    );
    for (const statement of this.#clear) statement.run(documentId);
  }

  /**
   * Notes that somebody worked in these records now, which their texts do not say themselves. Who types on in the same
   * text is noted once in half a minute: the order of what was worked in stays, and most saves are a page smaller. That
   * somebody looked is no work in it.
   */
  touch(facts: DocumentFacts, touched: readonly Touched[], atMs: number): void {
    if (facts.kind !== 'household' || touched.every(({ kind }) => kind === 'looks')) return;
    const conversations = touched.flatMap(({ kind, id }) => (kind === 'conversations' ? [id] : []));
    const where = [facts.documentId, ...conversations].join(' ');
    const last = this.#lastTouch;
    if (
      last?.where === where &&
      atMs >= last.atMs &&
      atMs - last.atMs < TOUCHED_AGAIN_MS &&
      // It may have been rolled back.
      this.#statements.touchedAt.get(facts.documentId) === last.atMs
    )
      return;
    for (const id of conversations) this.#statements.touch.run(facts.documentId, id, atMs);
    this.#statements.touch.run(facts.documentId, 'household', atMs);
    this.#lastTouch = { where, atMs };
  }

  /** Notes when something of a colleague came that is news: a look of somebody is not. */
  touchFromTeam(facts: DocumentFacts, touched: readonly Touched[], atMs: number): void {
    if (facts.kind !== 'household') return;
    if (touched.some(({ kind }) => kind !== 'looks')) this.#statements.touch.run(facts.documentId, FROM_TEAM, atMs);
    if (touched.some(({ kind }) => kind === 'regisseurHandovers'))
      this.#statements.touch.run(facts.documentId, HANDOVER_FROM_TEAM, atMs);
  }

  /** Writes the rows of these records, and what the household row counts when one of them is not as it was. */
  apply(facts: DocumentFacts, doc: Y.Doc, touched: readonly Touched[]): void {
    if (facts.kind === 'team') return this.#team.apply(facts.documentId, doc, touched);
    if (facts.kind !== 'household' || touched.length === 0) return;
    let changed = 0;
    let talksChanged = false;
    for (const { kind, id } of touched) {
      const rows = this.#put(facts, doc, kind, id);
      changed += rows;
      if (kind === 'conversations' && rows > 0) talksChanged = true;
    }
    this.#deadlines.apply(facts, doc, touched, talksChanged);
    if (changed > 0 || touched.some(({ kind }) => OF_HOUSEHOLD.has(kind))) this.#putHousehold(facts, doc);
  }

  /** Writers of the rows of these records of a team document, for when it is known in which document they come. */
  readyTeamRows(doc: Y.Doc, touched: readonly Touched[]): readonly ((documentId: string) => void)[] {
    return this.#team.ready(doc, touched);
  }

  /** Answers how many rows are not as they were. */
  #put(facts: DocumentFacts, doc: Y.Doc, kind: string, id: string): number {
    if (kind === 'persons') {
      const view = readRecord(doc, kind, id);
      if (view === null) return 0;
      return this.#statements.putPerson.run(personRow(facts, view)).changes + this.#putChoices(facts, kind, view);
    }
    if (kind === 'conversations') {
      const view = readRecord(doc, kind, id);
      if (view === null) return 0;
      const { changes } = this.#statements.putConversation.run(conversationRow(facts, view, doc));
      return changes + this.#putChoices(facts, kind, view);
    }
    if (kind === 'actions') {
      const view = readRecord(doc, kind, id);
      if (view === null) return 0;
      return this.#statements.putAction.run(actionRow(facts, view)).changes + this.#putChoices(facts, kind, view);
    }
    if (kind === 'visits') {
      const view = readRecord(doc, kind, id);
      if (view === null) return 0;
      this.#statements.putVisit.run(visitRow(facts, view));
      return this.#putChoices(facts, kind, view);
    }
    const view = Object.hasOwn(recordKinds, kind) ? readRecord(doc, kind as RecordKind, id) : null;
    return view === null ? 0 : this.#putChoices(facts, kind, view);
  }

  #putChoices(facts: DocumentFacts, kind: string, view: RecordView): number {
    const count = openChoices(view);
    if (count === 0) return this.#statements.dropChoice.run(facts.documentId, kind, view.id).changes;
    return this.#statements.putChoice.run(facts.documentId, kind, view.id, count).changes;
  }

  #putHousehold(facts: DocumentFacts, doc: Y.Doc): void {
    const { documentId, householdId } = facts;
    const counted = this.#statements.around.get({ documentId, householdId });
    const lastConversationOn = counted?.lastConversationOn ?? null;
    const around: HouseholdFacts = {
      personNames: counted?.personNames ?? '',
      personCount: counted?.personCount ?? 0,
      lastConversationOn,
      openChoices: (counted?.openChoices ?? 0) + openProposals(doc),
      nextAction: this.#statements.nextAction.get(householdId) ?? null,
      nextContactOn: this.#statements.nextContact.get(householdId, lastConversationOn) ?? null,
    };
    const row = householdRow(facts, doc, around);
    if (row !== null) this.#statements.putHousehold.run(row);
  }
}

interface AroundRow {
  readonly personNames: string | null;
  readonly personCount: number;
  readonly lastConversationOn: string | null;
  readonly openChoices: number | null;
}
