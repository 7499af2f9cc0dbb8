/** Words in a form that becomes a record or a decision at the press of a button: kept until then, also through a lock. */
import { z } from 'zod';
import { command } from '../define.ts';

/** `<document id or area>.<form>`; ids and names of forms, never what somebody typed. */
export const DraftKey = z.string().regex(/^[A-Za-z0-9_.-]{1,200}$/);
export const DraftValues = z.record(
  z.string().max(60),
  z.union([z.string().max(20_000), z.boolean(), z.number(), z.null()]),
);
export type DraftValues = Readonly<z.infer<typeof DraftValues>>;

export const draftCommands = {
  'draft.keep': command({
    doc: 'Keeps what stands in a form, on this laptop only; null when the form was finished or given up.',
    input: z.object({ key: DraftKey, values: DraftValues.nullable() }),
    output: z.object({}),
    audit: 'none',
  }),
  'draft.list': command({
    doc: 'Every form that was begun and not finished.',
    input: z.object({}),
    output: z.object({ drafts: z.array(z.object({ key: DraftKey, values: DraftValues })) }),
    audit: 'none',
  }),
} as const;
