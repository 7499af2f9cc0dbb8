/** Taken: everything agreed, planned or due by a term, over all households, with what stayed without one at a spreekuur. */
import { z } from 'zod';
import { ACTION_STATUSES, LADDER, PERSPECTIVES } from '../../domain/codes.ts';
import { CalendarDate } from '../../domain/dates.ts';
import { DocumentId, HouseholdId, RecordId } from '../../domain/ids.ts';
import { command } from '../define.ts';

/** An action; one of a walk-in; a planned contact; a term, which ends by doing what it asks. */
export const TASK_KINDS = ['action', 'walkIn', 'contact', 'term'] as const;
export type TaskKind = (typeof TASK_KINDS)[number];

export const Task = z.object({
  kind: z.enum(TASK_KINDS),
  documentId: DocumentId,
  /** Of a term: what it is about. */
  taskId: RecordId,
  /** Of a term: its rule; else ''. */
  termCode: z.string(),
  /** Null for a task of a walk-in that is in no household. */
  householdId: HouseholdId.nullable(),
  householdName: z.string(),
  conversationId: RecordId.nullable(),
  what: z.string(),
  /** Where it was promised: the day and place of the conversation; of a term: the rule behind it. */
  promisedOn: z.string().nullable(),
  promisedAt: z.string(),
  ladder: z.enum(LADDER).nullable(),
  who: z.string(),
  perspective: z.enum(PERSPECTIVES).nullable(),
  dueOn: z.string().nullable(),
  status: z.enum(ACTION_STATUSES),
  /** Stands in a report that is vastgesteld: it can be moved, and stays there as it was agreed. */
  fixed: z.boolean(),
});
export type Task = z.infer<typeof Task>;

const ofTask = { documentId: DocumentId, taskId: RecordId };
const errors = ['DocumentMissing', 'DocumentReadOnly', 'RecordMissing'] as const;

export const tasksCommands = {
  'tasks.list': command({
    doc: 'Open tasks over all households, earliest first, those without a date last. Paged by offset.',
    input: z.object({
      whose: z.enum(['mine', 'others']),
      filter: z.string().max(200).optional(),
      perspective: z.enum(PERSPECTIVES).optional(),
      kind: z.enum(['agreed', 'contact', 'term']).optional(),
      offset: z.number().int().nonnegative().optional(),
      limit: z.number().int().min(1).max(500).optional(),
    }),
    output: z.object({
      today: z.string(),
      rows: z.array(Task),
      total: z.number().int(),
      late: z.number().int(),
      /** How many there are of each, whatever kind was asked for. */
      counts: z.object({ agreed: z.number().int(), contact: z.number().int(), term: z.number().int() }),
    }),
    audit: 'view',
  }),
  'tasks.setStatus': command({
    doc: 'Ticks a task, or says that it is not needed any more and why; undone by setting what was before.',
    input: z.object({
      kind: z.enum(['action', 'walkIn']),
      ...ofTask,
      status: z.enum(ACTION_STATUSES),
      reason: z.string().max(2_000).optional(),
    }),
    output: z.object({ previous: z.enum(ACTION_STATUSES), previousReason: z.string() }),
    errors,
    audit: 'change',
  }),
  'tasks.move': command({
    doc: 'Gives a task or a planned contact another date, with the reason; undone by moving it back.',
    input: z.object({
      kind: z.enum(['action', 'walkIn', 'contact']),
      ...ofTask,
      dueOn: CalendarDate.or(z.literal('')),
      reason: z.string().max(2_000).optional(),
    }),
    output: z.object({ previous: z.string(), previousReason: z.string() }),
    errors,
    audit: 'change',
  }),
  'tasks.export': command({
    doc: 'Own tasks with a date as a calendar file (.ics): no name of anybody, no word of what was agreed.',
    input: z.object({}),
    output: z.object({ fileName: z.string(), text: z.string(), count: z.number().int() }),
    audit: 'export',
  }),
} as const;
