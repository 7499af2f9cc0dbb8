/** Looking after the store: backups, restore, rebuild, the chained log. */
import { z } from 'zod';
import { command } from '../define.ts';

export const BackupRow = z.object({
  backupId: z.string().max(80),
  madeAtMs: z.number(),
  bytes: z.number(),
  reason: z.enum(['rolling', 'migration', 'manual', 'before-restore']),
});
export type BackupRow = z.infer<typeof BackupRow>;

export const careCommands = {
  'backup.create': command({
    doc: 'Makes an encrypted copy, opens it again and checks it.',
    input: z.object({}),
    output: BackupRow,
    errors: ['BackupUnusable'],
    audit: 'change',
    timeoutMs: 120_000,
  }),
  'backup.list': command({
    doc: 'The verified copies on this laptop, newest first.',
    input: z.object({}),
    output: z.array(BackupRow),
    audit: 'none',
  }),
  'backup.restore': command({
    doc: 'Goes back to a copy. The present state is first kept as a copy of its own. Locks afterwards.',
    input: z.object({ backupId: z.string().max(80) }),
    output: z.object({}),
    errors: ['BackupUnusable'],
    audit: 'change',
    timeoutMs: 120_000,
  }),
  'projection.rebuild': command({
    doc: 'Drops the relational tables and the search index and makes them again from the documents.',
    input: z.object({}),
    output: z.object({ documents: z.number().int(), records: z.number().int() }),
    audit: 'change',
    timeoutMs: 300_000,
  }),
  'audit.verify': command({
    doc: 'Checks the hash chain of the log and names the first bad row.',
    input: z.object({}),
    output: z.object({ rows: z.number().int(), firstBadRow: z.number().int().nullable() }),
    audit: 'none',
    timeoutMs: 120_000,
  }),
} as const;
