/**
 * Households, conversations and the documents behind them.
 *
 * Every command that changes something writes its audit row in the transaction of the change.
 */
import type { CallContext, Handlers } from '../../../shared/contract/contract.ts';
import { createRecord, setFields } from '../../../shared/documents/accessors.ts';
import { orderKeyAtEnd } from '../../../shared/documents/order.ts';
import { readRecord } from '../../../shared/documents/readers.ts';
import { HOUSEHOLD_STATUSES, isClosed } from '../../../shared/domain/codes.ts';
import { calendarDateAt } from '../../../shared/domain/dates.ts';
import { newId, type DocumentId, type HouseholdId, type RecordId } from '../../../shared/domain/ids.ts';
import type { ErrorOf } from '../../../shared/errors.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import type { ChangeOptions } from '../documents/documentStore.ts';
import { foldedWords } from '../documents/searchText.ts';
import { storeResult } from '../store/sqliteErrors.ts';
import { createUiState } from '../uiState.ts';
import {
  CONVERSATION_COLUMNS,
  CONVERSATIONS,
  conversationFrom,
  HOUSEHOLD_COLUMNS,
  IN_DAILY_LISTS,
  householdFrom,
  householdQueries,
  HOUSEHOLDS,
  type DossierVault,
  type StoredConversation,
  type StoredHousehold,
} from './dossierRows.ts';

type DossierCommand =
  | `household.${'create' | 'list' | 'recent' | 'get' | 'archive'}`
  | `conversation.${'create' | 'finalize'}`
  | 'action.setStatus'
  | `document.${'open' | 'push' | 'close'}`;

const DEFAULT_LIMIT = 200;
const RECENT_HOUSEHOLDS = 6;

/** The commands of the dossier on an open vault. */
export function dossierHandlers(vault: DossierVault): Pick<Handlers, DossierCommand> {
  const { documents, store, me, deps } = vault;
  const { db } = store;
  const queries = householdQueries(vault);
  const ui = createUiState(store, deps.clock);
  const statements = {
    restricted: db
      .prepare<[string], DocumentId>(
        `SELECT document_id FROM document WHERE household_id = ? AND kind = 'restricted' ORDER BY created_at_ms, document_id`,
      )
      .pluck(),
    documentOf: db.prepare<[string], DocumentId>(`SELECT document_id FROM household WHERE household_id = ?`).pluck(),
    conversations: db.prepare<[string], StoredConversation>(
      `SELECT ${CONVERSATION_COLUMNS} FROM ${CONVERSATIONS}
       WHERE c.household_id = ? AND c.deleted = 0 ORDER BY c.date DESC, changedAtMs DESC, c.conversation_id`,
    ),
    visit: db.prepare<[string, number]>(
      `INSERT INTO household_visit (household_id, opened_at_ms) VALUES (?, ?)
       ON CONFLICT (household_id) DO UPDATE SET opened_at_ms = excluded.opened_at_ms`,
    ),
  };
  const today = (): string => calendarDateAt(deps.clock.nowMs());
  const withAudit = (call: CallContext): ChangeOptions => ({
    inTransaction: () => {
      vault.audit.appendFor(call);
    },
  });

  return {
    'household.create': (input, call) =>
      storeResult(() => {
        const householdId = newId<HouseholdId>(deps.random);
        const documentId = newId<DocumentId>(deps.random);
        let personId: RecordId | null = null;
        documents.create(
          [
            {
              documentId,
              householdId,
              kind: 'household',
              fill: (doc, writer) => {
                const area = input.area === undefined || input.area === '' ? {} : { area: input.area };
                createRecord(
                  doc,
                  'household',
                  { name: input.name, status: 'NIEUW', contactUser: me.userId, ...area },
                  writer,
                );
                if (input.person === undefined) return;
                const { firstName, lastName } = input.person;
                const named = lastName === undefined || lastName === '' ? { firstName } : { firstName, lastName };
                personId = createRecord(
                  doc,
                  'persons',
                  { ...named, membership: 'WOONT_HIER', ord: orderKeyAtEnd([]) },
                  writer,
                );
              },
            },
            {
              householdId,
              kind: 'restricted',
              fill: (doc, writer) => void createRecord(doc, 'safety', { householdDocument: documentId }, writer),
            },
          ],
          withAudit(call),
        );
        return ok({ householdId, documentId, personId });
      }),

    'household.list': (input) =>
      storeResult(() => {
        const words = foldedWords(input.filter ?? '');
        const named = words.map((_, index) => `AND h.folded LIKE @word${String(index)}`).join(' ');
        const where = `h.archived = @archived ${named}`;
        const running = input.withoutClosed === true && input.status === undefined;
        const bound = {
          archived: input.archived === true ? 1 : 0,
          // Folded words hold no % and no _.
          ...Object.fromEntries(words.map((word, index) => [`word${String(index)}`, `% ${word}%`])),
        };
        const counts = db
          .prepare<[object], { status: string; count: number }>(
            `SELECT h.status, count(*) AS count FROM household h WHERE ${where} GROUP BY h.status`,
          )
          .all(bound);
        const countsByStatus = Object.fromEntries(HOUSEHOLD_STATUSES.map((status) => [status, 0]));
        for (const { status, count } of counts) countsByStatus[status] = count;
        const chosen = running ? `AND ${IN_DAILY_LISTS}` : input.status === undefined ? '' : 'AND h.status = @status';
        const status = input.status === undefined ? {} : { status: input.status };
        const rows = db
          .prepare<[object], StoredHousehold>(
            `SELECT ${HOUSEHOLD_COLUMNS} FROM ${HOUSEHOLDS} WHERE ${where} ${chosen}
             ORDER BY h.next_date IS NULL, h.next_date, h.folded, h.household_id LIMIT @limit OFFSET @offset`,
          )
          .all({ ...bound, ...status, limit: input.limit ?? DEFAULT_LIMIT, offset: input.offset ?? 0 });
        const archivedCount = db
          .prepare<[object], number>(`SELECT count(*) FROM household h WHERE h.archived = @archived ${named}`)
          .pluck()
          .get({ ...bound, archived: 1 });
        return ok({
          rows: rows.map(householdFrom),
          total:
            input.status === undefined
              ? sum(
                  HOUSEHOLD_STATUSES.map((status) => (running && isClosed(status) ? 0 : (countsByStatus[status] ?? 0))),
                )
              : (countsByStatus[input.status] ?? 0),
          countsByStatus,
          archivedCount: archivedCount ?? 0,
        });
      }),

    'household.recent': () =>
      storeResult(() => ok({ rows: queries.lastOpened.all(RECENT_HOUSEHOLDS).map(householdFrom) })),

    'household.get': (input, call) =>
      storeResult(() => {
        const household = queries.byId.get(input.householdId);
        const restrictedDocumentId = statements.restricted.all(input.householdId).find((id) => documents.mayRead(id));
        if (household === undefined) return err({ tag: 'HouseholdMissing' });
        store.transaction(() => {
          statements.visit.run(input.householdId, deps.clock.nowMs());
          withAudit(call).inTransaction?.();
        });
        return ok({
          household: householdFrom(household),
          restrictedDocumentId: restrictedDocumentId ?? null,
          conversations: statements.conversations.all(input.householdId).map(conversationFrom),
        });
      }),

    'household.archive': (input, call) =>
      inHousehold(input.householdId, (documentId) =>
        documents.change(
          documentId,
          (doc, writer) => {
            const archivedAt = input.archived ? new Date(writer.nowMs()).toISOString() : '';
            setFields(doc, 'household', 'household', { archivedAt }, writer);
            return ok({});
          },
          withAudit(call),
        ),
      ),

    'conversation.create': (input, call) =>
      inHousehold(input.householdId, (documentId) =>
        documents.change(
          documentId,
          (doc, writer) => {
            const { context } = input;
            const place = input.place === undefined || input.place === '' ? {} : { place: input.place };
            const values = { date: input.date ?? today(), context, author: me.userId, ...place };
            return ok({ documentId, conversationId: createRecord(doc, 'conversations', values, writer) });
          },
          withAudit(call),
        ),
      ),

    'conversation.finalize': ({ documentId, conversationId }, call) =>
      storeResult(() =>
        documents.change(
          documentId,
          (
            doc,
            writer,
          ): Result<{ finalizedAt: string }, ErrorOf<'RecordMissing' | 'AlreadyFinalized' | 'NotAuthor'>> => {
            const view = readRecord(doc, 'conversations', conversationId);
            if (view === null || view.deleted) return err({ tag: 'RecordMissing' });
            if ((view.values.finalizedAt ?? '') !== '') return err({ tag: 'AlreadyFinalized' });
            if ((view.values.author ?? view.createdBy) !== me.userId) return err({ tag: 'NotAuthor' });
            const finalizedAt = new Date(writer.nowMs()).toISOString();
            setFields(doc, 'conversations', conversationId, { finalizedAt, finalizedBy: me.userId }, writer);
            return ok({ finalizedAt });
          },
          withAudit(call),
        ),
      ),

    'action.setStatus': ({ documentId, actionId, status, reason }, call) =>
      storeResult(() =>
        documents.change(
          documentId,
          (doc, writer) => {
            const view = readRecord(doc, 'actions', actionId);
            if (view === null || view.deleted) return err({ tag: 'RecordMissing' });
            setFields(
              doc,
              'actions',
              actionId,
              reason === undefined ? { status } : { status, statusReason: reason },
              writer,
            );
            return ok({ previous: view.values.status ?? 'GEPLAND' });
          },
          withAudit(call),
        ),
      ),

    'document.open': ({ documentId }) => storeResult(() => documents.open(documentId)),

    'document.push': ({ documentId, update, place }, call) =>
      storeResult(() => {
        const { inTransaction } = withAudit(call);
        return documents.push(documentId, update, {
          inTransaction: () => {
            inTransaction?.();
            if (place !== undefined) ui.rememberPlace(place);
          },
        });
      }),

    'document.close': ({ documentId }) => {
      documents.close(documentId);
      return ok({});
    },
  };

  function inHousehold<T, E extends { readonly tag: string }>(
    householdId: HouseholdId,
    run: (documentId: DocumentId) => Result<T, E | { readonly tag: 'DocumentMissing' }>,
  ) {
    return storeResult(
      (): Result<T, Exclude<E, { readonly tag: 'DocumentMissing' }> | { readonly tag: 'HouseholdMissing' }> => {
        const documentId = statements.documentOf.get(householdId);
        if (documentId === undefined) return err({ tag: 'HouseholdMissing' });
        const outcome = run(documentId);
        if (outcome.ok) return outcome;
        if (outcome.error.tag === 'DocumentMissing') return err({ tag: 'HouseholdMissing' });
        return err(outcome.error as Exclude<E, { readonly tag: 'DocumentMissing' }>);
      },
    );
  }
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, value) => all + value, 0);
