/**
 * What a screen and a terminal hear of work that takes long: which work, which of its steps, and how far that one is.
 * The words for people are in shared/workTexts.ts.
 */
import { z } from 'zod';

/** Work that can take longer than a second. A screen shows the one that it started. */
export const WorkCode = z.enum([
  'OPEN', 'BACKUP', 'RESTORE', 'REPAIR', 'REBUILD', 'LOG_CHECK', 'IMPORT_CHECK', 'IMPORT', 'IMPORT_UNDO', 'RECEIVE',
]); // prettier-ignore
export type WorkCode = z.infer<typeof WorkCode>;

export const WorkStep = z.enum([
  'UNLOCK', 'COPY', 'CHECK_COPY', 'COMPARE', 'LAY_READY', 'UPDATE', 'DOSSIERS', 'TIDY', 'READ_PARTS', 'WRITE_PARTS', 'LOG_ROWS',
  'ROWS', 'HOUSEHOLDS', 'ORGANISATIONS', 'HOUSEHOLDS_AWAY', 'ORGANISATIONS_AWAY', 'FINISH', 'RECEIVE',
]); // prettier-ignore
export type WorkStep = z.infer<typeof WorkStep>;

const Count = z.number().int().nonnegative();

export const WorkProgress = z.object({
  work: WorkCode,
  step: WorkStep,
  /** This is step `at` of `of`, counted from 1. */
  at: Count,
  of: Count,
  done: Count,
  /** 0: nobody knows how much it is. */
  total: Count,
  /** The last word of this work: take the bar away. */
  ended: z.boolean(),
});
export type WorkProgress = z.infer<typeof WorkProgress>;
