/** Rows of households and conversations, as lists and Vandaag show them. */
import type { z } from 'zod';
import type { ConversationRow, HouseholdRow } from '../../../shared/contract/commands/dossier.ts';
import type { OpenVault } from '../openVault.ts';
import type { VaultDeps } from '../vaultDeps.ts';

/** What these commands need of an open vault. */
export type DossierVault = Pick<OpenVault, 'store' | 'documents' | 'audit' | 'me'> & {
  readonly deps: Pick<VaultDeps, 'clock' | 'random'>;
};

export const HOUSEHOLD_COLUMNS = `h.household_id AS householdId, h.document_id AS documentId, h.name, h.address, h.area, h.status,
  h.person_count AS personCount, h.next_date AS nextDate, h.next_what AS nextWhat,
  h.last_conversation_on AS lastConversationOn, max(h.changed_at_ms, coalesce(ht.touched_at_ms, 0)) AS changedAtMs, h.archived, h.open_choices AS openChoices`;

export const CONVERSATION_COLUMNS = `c.household_id AS householdId, c.document_id AS documentId, c.conversation_id AS conversationId,
  h.name AS householdName, c.date, c.context, c.place, c.author, c.finalized, c.excerpt, max(c.changed_at_ms, coalesce(ct.touched_at_ms, 0)) AS changedAtMs`;

/** Households with when somebody last worked in them. */
export const HOUSEHOLDS = `household h LEFT JOIN record_touch ht ON ht.document_id = h.document_id AND ht.record_id = 'household'`;

/** Conversations of households (c, h) with when somebody last worked in them. */
export const CONVERSATIONS = `conversation c JOIN household h ON h.household_id = c.household_id
  LEFT JOIN record_touch ct ON ct.document_id = c.document_id AND ct.record_id = c.conversation_id`;

export type StoredHousehold = Omit<z.input<typeof HouseholdRow>, 'archived'> & { readonly archived: number };
export type StoredConversation = Omit<z.input<typeof ConversationRow>, 'finalized'> & { readonly finalized: number };

export const householdFrom = (row: StoredHousehold): HouseholdRow =>
  ({ ...row, archived: row.archived === 1 }) as HouseholdRow;
export const conversationFrom = (row: StoredConversation): ConversationRow =>
  ({ ...row, finalized: row.finalized === 1 }) as ConversationRow;

/** Closed and handed over households are found by looking for them, and ask for nothing. */
export const IN_DAILY_LISTS = `h.archived = 0 AND h.status NOT IN ('AFGESLOTEN', 'OVERGEDRAGEN')`;

/** Queries over households that more than one area asks. */
export function householdQueries(vault: DossierVault) {
  const { db } = vault.store;
  return {
    byId: db.prepare<[string], StoredHousehold>(
      `SELECT ${HOUSEHOLD_COLUMNS} FROM ${HOUSEHOLDS} WHERE h.household_id = ?`,
    ),
    lastOpened: db.prepare<[number], StoredHousehold>(
      `SELECT ${HOUSEHOLD_COLUMNS} FROM household_visit v JOIN ${HOUSEHOLDS}
       WHERE h.household_id = v.household_id AND h.archived = 0 AND h.shielded = 0 ORDER BY v.opened_at_ms DESC, h.household_id LIMIT ?`,
    ),
    count: db.prepare<[], number>(`SELECT count(*) FROM household WHERE archived = 0`).pluck(),
  };
}
