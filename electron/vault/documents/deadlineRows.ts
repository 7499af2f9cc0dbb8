/**
 * Open terms as rows, made with the other rows of a document in one transaction.
 *
 * Promises: a term is written again only when what it is counted from was touched; when it is in view and when it ends
 * do not depend on today, so a row stays right without anybody looking. Restricted documents have no rows here, so no
 * term of the meldcode can reach a list.
 */
import type * as Y from 'yjs';
import { actionFacts, planFacts, questionFacts } from '../../../shared/documents/dossierDeadlines.ts';
import { readRecord } from '../../../shared/documents/readers.ts';
import { recordsOf } from '../../../shared/documents/roots.ts';
import type { Touched } from '../../../shared/documents/touched.ts';
import type { SubjectFacts } from '../../../shared/domain/deadlineFacts.ts';
import { openDeadlines, type Deadline, type DeadlineFacts } from '../../../shared/domain/deadlines.ts';
import type { Terms } from '../../../shared/domain/gemeenteprofiel.ts';
import type { Store } from '../store/open.ts';
import type { DocumentFacts } from './documentLog.ts';

export type ProjectedSubject = 'question' | 'plan' | 'action';
export type FactsOf<K extends ProjectedSubject> = SubjectFacts[K];

const NO_FACTS: DeadlineFacts = {
  questions: [],
  plans: [],
  actions: [],
  persons: [],
  meldcodes: [],
  clockDoubt: false,
};

/** The terms of one subject. `today` only colours the sentence. */
export function deadlinesOf(
  subject: ProjectedSubject,
  facts: unknown,
  terms: Terms,
  today: string,
  clockDoubt = false,
): readonly Deadline[] {
  const lists = { question: 'questions', plan: 'plans', action: 'actions' } as const;
  return openDeadlines({ ...NO_FACTS, clockDoubt, [lists[subject]]: [facts] }, terms, today);
}

interface StoredTerm {
  readonly code: string;
  readonly dueOn: string;
  readonly showFrom: string;
  readonly facts: string;
}

/** Any day: rows do not depend on it. */
const SOME_DAY = '2000-01-01';
const HAVE_TERMS: ReadonlySet<string> = new Set(['helpRequests', 'actions']);
const OF_PLANS: ReadonlySet<string> = new Set(['plans', 'planDecisions', 'evaluations']);

export class DeadlineRows {
  readonly #terms: () => Terms;
  readonly #statements;

  constructor(store: Store, terms: () => Terms) {
    this.#terms = terms;
    const { db } = store;
    this.#statements = {
      known: db.prepare<[string, string, string], StoredTerm>(
        `SELECT code, due_on AS dueOn, show_from AS showFrom, facts FROM deadline
         WHERE document_id = ? AND subject = ? AND subject_id = ?`,
      ),
      put: db.prepare(
        `INSERT INTO deadline (document_id, subject, subject_id, code, household_id, due_on, show_from, facts)
         VALUES (@documentId, @subject, @subjectId, @code, @householdId, @dueOn, @showFrom, @facts)
         ON CONFLICT (document_id, subject, subject_id, code) DO UPDATE
         SET due_on = excluded.due_on, show_from = excluded.show_from, facts = excluded.facts`,
      ),
      drop: db.prepare<[string, string, string, string]>(
        `DELETE FROM deadline WHERE document_id = ? AND subject = ? AND subject_id = ? AND code = ?`,
      ),
      firstTalk: db
        .prepare<[string, string], string | null>(
          `SELECT min(date) FROM conversation
           WHERE household_id = ? AND date >= ? AND deleted = 0 AND context <> 'TEAM' AND team_only = 0`,
        )
        .pluck(),
    };
  }

  /** Writes the terms of what was touched. `talksChanged`: a row of a conversation is not as it was. */
  apply(facts: DocumentFacts, doc: Y.Doc, touched: readonly Touched[], talksChanged: boolean): void {
    // Most saves are text and have no terms. Which profile is in use takes a look in the database: asked once, when needed.
    if (!talksChanged && !touched.some(({ kind }) => HAVE_TERMS.has(kind) || OF_PLANS.has(kind))) return;
    const terms = this.#terms();
    const questions = new Set(talksChanged ? (recordsOf(doc, 'helpRequests')?.keys() ?? []) : []);
    let plans = false;
    for (const { kind, id } of touched) {
      if (kind === 'helpRequests') questions.add(id);
      else if (kind === 'actions') this.#putAction(facts, doc, id, terms);
      else if (OF_PLANS.has(kind)) plans = true;
    }
    for (const id of questions) this.#putQuestion(facts, doc, id, terms);
    // Which plan is in force decides about the terms of all of them; there are few.
    if (plans)
      for (const id of recordsOf(doc, 'plans')?.keys() ?? []) this.#put(facts, 'plan', id, planFacts(doc, id), terms);
  }

  #putAction(facts: DocumentFacts, doc: Y.Doc, id: string, terms: Terms): void {
    const view = readRecord(doc, 'actions', id);
    if (view !== null) this.#put(facts, 'action', id, actionFacts(view), terms);
  }

  #putQuestion(facts: DocumentFacts, doc: Y.Doc, id: string, terms: Terms): void {
    const view = readRecord(doc, 'helpRequests', id);
    if (view === null) return;
    const firstTalk = this.#statements.firstTalk.get(facts.householdId, view.values.receivedOn ?? '');
    this.#put(facts, 'question', id, questionFacts(view, firstTalk ?? ''), terms);
  }

  #put(facts: DocumentFacts, subject: ProjectedSubject, subjectId: string, from: object | null, terms: Terms): void {
    const { documentId, householdId } = facts;
    const wanted = from === null ? [] : deadlinesOf(subject, from, terms, SOME_DAY);
    const known = new Map(
      this.#statements.known.all(documentId, subject, subjectId).map((row) => [row.code, row] as const),
    );
    const json = JSON.stringify(from);
    for (const { code, dueOn, showFrom } of wanted) {
      const row = known.get(code);
      known.delete(code);
      if (row !== undefined && row.dueOn === dueOn && row.showFrom === showFrom && row.facts === json) continue;
      this.#statements.put.run({ documentId, subject, subjectId, code, householdId, dueOn, showFrom, facts: json });
    }
    for (const code of known.keys()) this.#statements.drop.run(documentId, subject, subjectId, code);
  }
}
