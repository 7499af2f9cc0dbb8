/** Households, conversations and the documents behind them. */
import { z } from 'zod';
import { ACTION_STATUSES, CONTEXTS, HOUSEHOLD_STATUSES } from '../../domain/codes.ts';
import { CalendarDate } from '../../domain/dates.ts';
import { DocumentId, HouseholdId, RecordId, UserId } from '../../domain/ids.ts';
import { Bytes } from '../bytes.ts';
import { command } from '../define.ts';
import { Place } from './session.ts';

export const HouseholdRow = z.object({
  householdId: HouseholdId,
  documentId: DocumentId,
  name: z.string(),
  address: z.string(),
  area: z.string(),
  status: z.enum(HOUSEHOLD_STATUSES),
  personCount: z.number().int(),
  /** First upcoming or overdue date: an action or a planned contact. */
  nextDate: z.string().nullable(),
  nextWhat: z.string().nullable(),
  lastConversationOn: z.string().nullable(),
  changedAtMs: z.number(),
  archived: z.boolean(),
  /** Fields with more than one value, waiting for a choice. */
  openChoices: z.number().int(),
});
export type HouseholdRow = z.infer<typeof HouseholdRow>;

export const ConversationRow = z.object({
  householdId: HouseholdId,
  documentId: DocumentId,
  conversationId: RecordId,
  householdName: z.string(),
  date: z.string(),
  context: z.enum(CONTEXTS),
  place: z.string(),
  author: UserId,
  finalized: z.boolean(),
  /** First words of "wat speelt er", at most 160 characters. */
  excerpt: z.string(),
  changedAtMs: z.number(),
});
export type ConversationRow = z.infer<typeof ConversationRow>;

export const dossierCommands = {
  'household.create': command({
    doc: 'Makes a household with its document, its random key and a restricted document beside it.',
    input: z.object({
      name: z.string().trim().min(1).max(120),
      area: z.string().max(200).optional(),
      /** A first person, so that a walk-in is one step. */
      person: z
        .object({ firstName: z.string().trim().min(1).max(80), lastName: z.string().max(120).optional() })
        .optional(),
    }),
    output: z.object({ householdId: HouseholdId, documentId: DocumentId, personId: RecordId.nullable() }),
    audit: 'change',
  }),
  'household.list': command({
    doc: 'The caseload, next date first, late on top. Paged by offset.',
    input: z.object({
      filter: z.string().max(200).optional(),
      status: z.enum(HOUSEHOLD_STATUSES).optional(),
      archived: z.boolean().optional(),
      /** Leaves out what is closed or handed over, unless that status is asked for. */
      withoutClosed: z.boolean().optional(),
      offset: z.number().int().nonnegative().optional(),
      limit: z.number().int().min(1).max(500).optional(),
    }),
    output: z.object({
      rows: z.array(HouseholdRow),
      total: z.number().int(),
      countsByStatus: z.record(z.string(), z.number().int()),
      archivedCount: z.number().int(),
    }),
    audit: 'view',
  }),
  'household.recent': command({
    doc: 'Households opened last, for the navigation and for lists before anything is typed. No shielded one.',
    input: z.object({}),
    output: z.object({ rows: z.array(HouseholdRow) }),
    // This worker opened each of them, and that is in the log. Asked again after every save: a row each time says nothing.
    audit: 'none',
  }),
  'household.get': command({
    doc: 'One household with its document ids.',
    input: z.object({ householdId: HouseholdId }),
    output: z.object({
      household: HouseholdRow,
      /** Null when this household's restricted document is not for this worker. */
      restrictedDocumentId: DocumentId.nullable(),
      conversations: z.array(ConversationRow),
    }),
    errors: ['HouseholdMissing'],
    audit: 'view',
  }),
  'household.archive': command({
    doc: 'Puts a household away, or takes it back. A decision: logged, undone by a new decision.',
    input: z.object({ householdId: HouseholdId, archived: z.boolean() }),
    output: z.object({}),
    errors: ['HouseholdMissing', 'DocumentReadOnly'],
    audit: 'change',
  }),
  'conversation.create': command({
    doc: 'Starts a conversation in a household; the worker is its author.',
    input: z.object({
      householdId: HouseholdId,
      context: z.enum(CONTEXTS),
      place: z.string().max(200).optional(),
      date: CalendarDate.optional(),
    }),
    output: z.object({ documentId: DocumentId, conversationId: RecordId }),
    errors: ['HouseholdMissing', 'DocumentReadOnly'],
    audit: 'change',
  }),
  'conversation.finalize': command({
    doc: 'Vaststellen: the conversation becomes read-only; what comes later is an Aanvulling.',
    input: z.object({ documentId: DocumentId, conversationId: RecordId }),
    output: z.object({ finalizedAt: z.string() }),
    errors: ['DocumentMissing', 'DocumentReadOnly', 'RecordMissing', 'AlreadyFinalized', 'NotAuthor'],
    audit: 'change',
  }),
  'action.setStatus': command({
    doc: 'Ticks an agreement from a list outside its household, with undo by setting the old status again.',
    input: z.object({
      documentId: DocumentId,
      actionId: RecordId,
      status: z.enum(ACTION_STATUSES),
      reason: z.string().max(2_000).optional(),
    }),
    output: z.object({ previous: z.enum(ACTION_STATUSES) }),
    errors: ['DocumentMissing', 'DocumentReadOnly', 'RecordMissing'],
    audit: 'change',
  }),
  'document.open': command({
    doc: 'Gives the whole document to a replica and subscribes it to document.changed.',
    input: z.object({ documentId: DocumentId }),
    output: z.object({
      documentId: DocumentId,
      householdId: HouseholdId,
      kind: z.enum(['household', 'restricted']),
      state: Bytes,
      /** False when a newer app wrote it: read, never write. */
      writable: z.boolean(),
    }),
    errors: ['DocumentMissing', 'DatabaseDamaged'],
    audit: 'view',
    timeoutMs: 30_000,
  }),
  'document.push': command({
    doc: 'Stores one Yjs update made by the accessors on a replica. Answers after the commit is on disk (fsync).',
    input: z.object({
      documentId: DocumentId,
      update: Bytes,
      /** Where the worker is; saved in the same commit, so that one returns to the words that were saved. */
      place: Place.optional(),
    }),
    output: z.object({ savedAtMs: z.number() }),
    errors: ['DocumentMissing', 'DocumentReadOnly', 'UpdateRefused'],
    audit: 'change',
    timeoutMs: 30_000,
  }),
  'document.close': command({
    doc: 'Ends the subscription of a replica.',
    input: z.object({ documentId: DocumentId }),
    output: z.object({}),
    audit: 'none',
  }),
} as const;
