/** Reading across households: search, Vandaag. */
import { z } from 'zod';
import { ACTION_STATUSES, CONTEXTS, LADDER, PERSPECTIVES } from '../../domain/codes.ts';
import { CalendarDate } from '../../domain/dates.ts';
import { DocumentId, HouseholdId, RecordId, UserId } from '../../domain/ids.ts';
import { command } from '../define.ts';
import { ConversationRow } from './dossier.ts';

export const SearchHit = z.object({
  kind: z.enum([
    'household',
    'person',
    'conversation',
    'line',
    'action',
    'addendum',
    'helpRequest',
    'goal',
    'network',
    'walkIn',
  ]),
  householdId: HouseholdId,
  documentId: DocumentId,
  /** The record that was hit; for a household its own id. */
  recordId: z.string(),
  /** The conversation to open, when the hit is in one. */
  conversationId: RecordId.nullable(),
  title: z.string(),
  subtitle: z.string(),
  /** The hit in context, cut into parts so that the screen marks them without HTML. */
  excerpt: z.array(z.object({ text: z.string(), hit: z.boolean() })),
  /** Words of a resident keep the serif. */
  voice: z.enum(['worker', 'resident']),
  date: z.string().nullable(),
});
export type SearchHit = z.infer<typeof SearchHit>;

/** Narrows a search down to what was written: about what, where, by whom, when. */
export const SearchFilter = z.object({
  perspective: z.enum(PERSPECTIVES).optional(),
  context: z.enum(CONTEXTS).optional(),
  /** The colleague who wrote it, or who is to do it. */
  author: UserId.optional(),
  from: CalendarDate.optional(),
  until: CalendarDate.optional(),
});
export type SearchFilter = z.infer<typeof SearchFilter>;

export const DueItem = z.object({
  kind: z.enum(['action', 'contact', 'deadline']),
  householdId: HouseholdId,
  documentId: DocumentId,
  householdName: z.string(),
  actionId: RecordId.nullable(),
  conversationId: RecordId.nullable(),
  what: z.string(),
  /** Of a term: its code, and why it is there in one sentence (that is `what` too). */
  deadlineCode: z.string().nullable(),
  ladder: z.enum(LADDER).nullable(),
  who: z.string(),
  perspective: z.enum(PERSPECTIVES).nullable(),
  dueOn: z.string(),
  /** Positive: so many days late. 0: today. Negative: still to come. */
  daysLate: z.number().int(),
  status: z.enum(ACTION_STATUSES).nullable(),
});
export type DueItem = z.infer<typeof DueItem>;

/** What is planned at a time: a home visit or a spreekuur of this worker. */
export const AgendaItem = z.object({
  kind: z.enum(['visit', 'consultation']),
  on: z.string(),
  /** HH:MM, or ''. */
  from: z.string(),
  until: z.string(),
  /** The name of the household, or the place. */
  what: z.string(),
  householdId: HouseholdId.nullable(),
  visitId: RecordId.nullable(),
});
export type AgendaItem = z.infer<typeof AgendaItem>;

export const overviewCommands = {
  'search.query': command({
    doc: 'Finds households, persons and notes, offline. Newest first while typing, ranked on Enter. Diacritics folded.',
    input: z.object({
      text: z.string().max(200),
      mode: z.enum(['typing', 'ranked']),
      limit: z.number().int().min(1).max(100).optional(),
      filter: SearchFilter.optional(),
    }),
    output: z.object({ hits: z.array(SearchHit) }),
    audit: 'search',
  }),
  'today.get': command({
    doc: 'Vandaag: what is due, this week, and where you were.',
    input: z.object({}),
    output: z.object({
      today: z.string(),
      due: z.array(DueItem),
      week: z.array(DueItem),
      /** Today and the week after it. */
      agenda: z.array(AgendaItem),
      unfinished: z.array(ConversationRow),
      householdCount: z.number().int(),
    }),
    audit: 'view',
  }),
} as const;
