/**
 * Answers what a person typed, from the index and, when many records wait for it, from those records themselves.
 *
 * Promises: nothing saved is missing from an answer; typed text is words, never an operator; the order is Huishoudens,
 * Personen, Gesprekken, each newest first while typing and best first when ranked; every group gets its share of the
 * limit. What is archived is found and says so. Restricted documents are not searched. A filter asks about what was
 * written, so with one there are no households and persons among the hits.
 */
import type * as Y from 'yjs';
import type { SearchFilter, SearchHit } from '../../../shared/contract/commands/overview.ts';
import type { Store } from '../store/open.ts';
import { searchableOf } from './searchable.ts';
import { searchHit, type Found, type Surroundings } from './searchHit.ts';
import {
  entriesOf,
  groupOf,
  perspectiveWord,
  SEARCH_GROUPS,
  type DirtyRecord,
  type SearchGroup,
  type SearchIndex,
} from './searchIndex.ts';
import { matches, searchWords, type SearchWords } from './searchText.ts';

export interface SearchDeps {
  readonly store: Store;
  readonly index: SearchIndex;
  withDocument<T>(documentId: string, read: (doc: Y.Doc) => T): T | null;
}

export interface SearchQuestion {
  readonly text: string;
  readonly mode: 'typing' | 'ranked';
  readonly limit: number;
  readonly filter?: SearchFilter | undefined;
  /** For ages. */
  readonly today: string;
}

/** Up to here the index simply catches up first; beyond, the marked records are read directly. */
const INDEX_FIRST = 100;
/** What is found more often has no best place, and weighing it would take long: it is given newest first. */
const RANKED_UP_TO = 2_000;

const ENTRY = `e.document_id AS documentId, e.household_id AS householdId, e.kind, e.record_id AS recordId,
  e.conversation_id AS conversationId, e.person_id AS personId, e.title, e.body, e.voice, e.date`;

export class Search {
  readonly #deps: SearchDeps;
  readonly #statements;

  constructor(deps: SearchDeps) {
    this.#deps = deps;
    const { db } = deps.store;
    this.#statements = {
      filtered: db.prepare<[FilteredQuestion], Found>(
        `SELECT ${ENTRY} FROM search_fts f JOIN search_entry e ON e.entry_id = f.rowid
           LEFT JOIN conversation c ON c.document_id = e.document_id AND c.conversation_id = e.conversation_id
           LEFT JOIN action a ON e.kind = 'actions' AND a.document_id = e.document_id AND a.action_id = e.record_id
         WHERE search_fts MATCH @expression AND f.rowid >= @from AND f.rowid < @to
           AND (@context = '' OR c.context = @context)
           AND (@author = '' OR c.author = @author OR a.who_user = @author)
         ORDER BY f.rowid DESC LIMIT @limit`,
      ),
      newest: db.prepare<[string, number, number, number], Found>(
        `SELECT ${ENTRY} FROM (SELECT rowid AS entry FROM search_fts WHERE search_fts MATCH ? AND rowid >= ? AND rowid < ?
           ORDER BY rowid DESC LIMIT ?) JOIN search_entry e ON e.entry_id = entry ORDER BY entry DESC`,
      ),
      hasMore: db
        .prepare<[string, number, number, number], number>(
          `SELECT rowid FROM search_fts WHERE search_fts MATCH ? AND rowid >= ? AND rowid < ? ORDER BY rowid DESC LIMIT 1 OFFSET ?`,
        )
        .pluck(),
      ranked: db.prepare<[string, number, number, number], Found>(
        `SELECT ${ENTRY} FROM (SELECT rowid AS entry, rank AS score FROM search_fts WHERE search_fts MATCH ? AND rowid >= ? AND rowid < ?
           ORDER BY rank LIMIT ?) JOIN search_entry e ON e.entry_id = entry ORDER BY score, entry DESC`,
      ),
      surroundings: db.prepare<
        [Pick<Found, 'documentId' | 'householdId' | 'conversationId' | 'personId' | 'recordId'>],
        Surroundings
      >(
        `SELECT h.name AS householdName, h.address, h.archived, c.context, c.place, c.author, a.who_user AS whoUser, c.deleted AS conversationDeleted,
                trim(p.first_name || ' ' || p.last_name) AS personName, p.birth_date AS birthDate, a.status AS actionStatus
         FROM (SELECT 1)
         LEFT JOIN household h ON h.household_id = @householdId
         LEFT JOIN conversation c ON c.document_id = @documentId AND c.conversation_id = @conversationId
         LEFT JOIN person p ON p.document_id = @documentId AND p.person_id = @personId
         LEFT JOIN action a ON a.document_id = @documentId AND a.action_id = @recordId`,
      ),
    };
  }

  /** At most `limit` hits; none for a text without a letter or digit. */
  hits(question: SearchQuestion): SearchHit[] {
    const words = searchWords(question.text);
    if (words.prefix === '') return [];
    const waiting = this.#deps.index.waiting();
    if (waiting > 0 && waiting <= INDEX_FIRST) this.#deps.index.flush();
    const direct = waiting > INDEX_FIRST ? this.#direct(words, question.filter?.perspective) : null;
    const groups = isEmptyFilter(question.filter) ? SEARCH_GROUPS : (['notes'] as const);
    const found = groups.map((group) => this.#group(group, words, question, direct));
    return shares(found, question.limit).flat();
  }

  #group(group: SearchGroup, words: SearchWords, question: SearchQuestion, direct: DirectHits | null): SearchHit[] {
    const { filter } = question;
    const narrowed = !isEmptyFilter(filter);
    const [from, to] = entriesOf(group, filter);
    const expression = indexExpression(words, filter?.perspective);
    // Some of what is found falls away: a part of a deleted conversation, a record that changed since.
    const wanted = question.limit * 2 + 20;
    const ranked =
      !narrowed &&
      question.mode === 'ranked' &&
      this.#statements.hasMore.get(expression, from, to, RANKED_UP_TO) === undefined;
    const { context = '', author = '' } = filter ?? {};
    const rows = narrowed
      ? this.#statements.filtered.all({ expression, from, to, context, author, limit: wanted })
      : (ranked ? this.#statements.ranked : this.#statements.newest).all(expression, from, to, wanted);
    const fresh =
      direct === null
        ? rows
        : [
            ...direct.found.filter((hit) => groupOf(hit.kind) === group),
            ...rows.filter((row) => !direct.stale.has(keyOf(row))),
          ];
    const hits: SearchHit[] = [];
    for (const row of fresh) {
      if (hits.length === question.limit) break;
      const hit = this.#hit(row, words, question);
      if (hit !== null) hits.push(hit);
    }
    return hits;
  }

  /** Reads the marked records themselves, newest first. */
  #direct(words: SearchWords, perspective: SearchFilter['perspective']): DirectHits {
    const marked = this.#deps.index.marked();
    const stale = new Set(marked.map(keyOf));
    const byDocument = Map.groupBy(marked, (record) => record.documentId);
    const found = [...byDocument].flatMap(
      ([documentId, records]) =>
        this.#deps.withDocument(documentId, (doc) => matching(doc, records, words, perspective)) ?? [],
    );
    return { stale, found: found.sort((a, b) => ((a.date ?? '') < (b.date ?? '') ? 1 : -1)) };
  }

  #hit(found: Found, words: SearchWords, { today, filter }: SearchQuestion): SearchHit | null {
    const around = this.#statements.surroundings.get({
      documentId: found.documentId,
      householdId: found.householdId,
      conversationId: found.conversationId,
      personId: found.kind === 'persons' ? found.recordId : found.personId,
      recordId: found.recordId,
    });
    if (around === undefined || around.householdName === null || around.conversationDeleted === 1) return null;
    // What came from the index passed already; a record that was read directly did not.
    if (!isEmptyFilter(filter) && !passes(found, around, filter)) return null;
    return searchHit(found, around, words, today);
  }
}

interface DirectHits {
  readonly stale: ReadonlySet<string>;
  readonly found: readonly Found[];
}

const keyOf = (record: Pick<Found, 'documentId' | 'kind' | 'recordId'>): string =>
  `${record.documentId} ${record.kind} ${record.recordId}`;

/** Every word between quotes, so that none is an operator; folded words hold no quotes. */
function indexExpression(words: SearchWords, perspective: SearchFilter['perspective']): string {
  const about = perspective === undefined ? [] : [`"${perspectiveWord(perspective)}"`];
  return [...words.whole.map((word) => `"${word}"`), ...about, `"${words.prefix}" *`].join(' AND ');
}

interface FilteredQuestion {
  readonly expression: string;
  readonly from: number;
  readonly to: number;
  readonly context: string;
  readonly author: string;
  readonly limit: number;
}

const isEmptyFilter = (filter: SearchFilter | undefined): filter is undefined =>
  filter === undefined || Object.values(filter).every((value) => value === undefined);

function passes(found: Found, around: Surroundings, filter: SearchFilter): boolean {
  const { context, author, from = '', until = '9999-12-31' } = filter;
  const date = found.date ?? '';
  return (
    (context === undefined || around.context === context) &&
    (author === undefined || around.author === author || around.whoUser === author) &&
    date >= from &&
    date <= until
  );
}

function matching(
  doc: Y.Doc,
  records: readonly DirtyRecord[],
  words: SearchWords,
  perspective: SearchFilter['perspective'],
): Found[] {
  return records.flatMap((record) => {
    const found = searchableOf(doc, record.kind, record.recordId);
    if (found === null || !matches(`${found.title}\n${found.body}\n${found.extra}`, words)) return [];
    if (perspective !== undefined && !found.perspectives.includes(perspective)) return [];
    return [{ ...record, ...found }];
  });
}

/** Gives each group an equal share of the limit, and what one leaves over to the next. */
function shares(groups: readonly SearchHit[][], limit: number): SearchHit[][] {
  const sizes = groups.map(() => 0);
  for (let given = 0; given < limit;) {
    const before = given;
    groups.forEach((group, index) => {
      const size = sizes[index] ?? 0;
      if (given < limit && size < group.length) {
        sizes[index] = size + 1;
        given += 1;
      }
    });
    if (given === before) break;
  }
  return groups.map((group, index) => group.slice(0, sizes[index] ?? 0));
}
