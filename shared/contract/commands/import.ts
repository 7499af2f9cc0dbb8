/** Reading a list: a caseload that exists already, or a sociale kaart. One importer for both, in three steps. */
import { z } from 'zod';
import { RecordId } from '../../domain/ids.ts';
import { HOUSEHOLD_COLUMNS, IMPORT_KINDS, ORGANISATION_COLUMNS } from '../../domain/importColumns.ts';
import { Bytes } from '../bytes.ts';
import { command } from '../define.ts';

const one = { importId: RecordId };
export const MAX_IMPORT_BYTES = 10 * 1024 * 1024;
/** Parts of a file stay far under the size of a message. */
export const IMPORT_PART_BYTES = 512 * 1024;
const Column = z.enum([...new Set([...HOUSEHOLD_COLUMNS, ...ORGANISATION_COLUMNS])]).nullable();

export const ImportDouble = z.object({
  row: z.number().int(),
  /** What stands in the file. */
  what: z.string(),
  /** What it looks like, in one sentence; of a household of a colleague nothing but that it is known. */
  like: z.string(),
});
export type ImportDouble = z.infer<typeof ImportDouble>;

export const importCommands = {
  'import.begin': command({
    doc: 'Begins to read a list; the file comes in parts. A list that was begun before and not done is forgotten.',
    input: z.object({ kind: z.enum(IMPORT_KINDS), bytes: z.number().int().min(0).max(MAX_IMPORT_BYTES) }),
    output: z.object(one),
    audit: 'none',
  }),
  'import.part': command({
    doc: 'Gives the next part of the file.',
    input: z.object({ ...one, index: z.number().int().min(0), part: Bytes }),
    output: z.object({ received: z.number().int() }),
    errors: ['ImportGone'],
    audit: 'none',
  }),
  'import.read': command({
    doc: 'Reads the file: columns with examples, and which column we think it is.',
    input: z.object(one),
    output: z.object({
      rows: z.number().int(),
      encoding: z.enum(['utf-8', 'windows-1252', 'utf-16le', 'utf-16be']),
      delimiter: z.string(),
      columns: z.array(z.object({ name: z.string(), examples: z.array(z.string()), guess: Column })),
    }),
    errors: ['ImportGone', 'ImportUnreadable'],
    audit: 'none',
  }),
  'import.check': command({
    doc: 'What would be made with these columns, which rows cannot be, and which look like something known.',
    input: z.object({ ...one, mapping: z.array(Column).max(200) }),
    output: z.object({
      good: z.number().int(),
      households: z.number().int(),
      organisations: z.number().int(),
      bad: z.array(z.object({ row: z.number().int(), reason: z.string() })),
      badCount: z.number().int(),
      doubles: z.array(ImportDouble),
      doubleCount: z.number().int(),
      /** Cells that a spreadsheet would run as a formula; here they stay text. */
      formulas: z.array(z.object({ row: z.number().int(), text: z.string() })),
      bsnColumn: z.boolean(),
      unknownAreas: z.array(z.string()),
    }),
    errors: ['ImportGone', 'ImportColumnsMissing'],
    audit: 'search',
    timeoutMs: 120_000,
  }),
  'import.run': command({
    doc: 'Makes everything that was checked, or nothing. Every double needs a choice. Progress comes as events.',
    input: z.object({
      ...one,
      choices: z.array(z.object({ row: z.number().int(), choice: z.enum(['SKIP', 'ADD']) })).max(20_000),
      /** For doubles without a choice of their own. */
      others: z.enum(['SKIP', 'ADD']).nullable(),
    }),
    output: z.object({ made: z.number().int(), skipped: z.number().int(), cancelled: z.boolean() }),
    errors: ['ImportGone', 'ImportChoicesMissing', 'DocumentMissing', 'DocumentReadOnly'],
    audit: 'change',
    timeoutMs: 300_000,
  }),
  'import.cancel': command({
    doc: 'Stops reading or making; what was made by it so far is taken back.',
    input: z.object(one),
    output: z.object({}),
    audit: 'none',
  }),
  'import.list': command({
    doc: 'Earlier imports on this laptop, newest first.',
    input: z.object({}),
    output: z.object({
      runs: z.array(
        z.object({
          ...one,
          kind: z.enum(IMPORT_KINDS),
          madeAtMs: z.number(),
          made: z.number().int(),
          skipped: z.number().int(),
          undone: z.boolean(),
        }),
      ),
    }),
    audit: 'none',
  }),
  'import.undo': command({
    doc: 'Takes a whole import back. What is shared is put away, what somebody worked in stays.',
    input: z.object(one),
    output: z.object({ removed: z.number().int(), putAway: z.number().int(), kept: z.number().int() }),
    errors: ['ImportGone', 'DocumentMissing', 'DocumentReadOnly'],
    audit: 'change',
    timeoutMs: 300_000,
  }),
} as const;
