/** Looking after the store: backups, restore, rebuild, the chained log. */
import { z } from 'zod';
import { ProfileId } from '../../domain/ids.ts';
import { SecretBytes } from '../bytes.ts';
import { command } from '../define.ts';

export const BackupRow = z.object({
  backupId: z.string().max(80),
  madeAtMs: z.number(),
  bytes: z.number(),
  reason: z.enum(['rolling', 'migration', 'manual', 'before-restore']),
});
export type BackupRow = z.infer<typeof BackupRow>;

export const RepairOutcome = z.object({
  atMs: z.number(),
  /** When the copy was made that was used; null when there was none. */
  copyMadeAtMs: z.number().nullable(),
  /** Places in the damaged store that could not be read. */
  unreadable: z.number().int(),
  documents: z.number().int(),
  /** Documents of which something is still missing; what the team has of them comes with sharing. */
  incomplete: z.number().int(),
});
export type RepairOutcome = z.infer<typeof RepairOutcome>;

export const careCommands = {
  'vault.repair': command({
    doc: 'Makes a damaged store whole again from what can be read and the newest copy. The damaged files are kept. Takes effect at the next unlock.',
    input: z.object({ profileId: ProfileId, passphrase: SecretBytes }),
    output: z.object({ copyMadeAtMs: z.number().nullable(), unreadable: z.number().int() }),
    errors: [
      'WrongPassphrase',
      'WaitBeforeRetry',
      'KeychainMissing',
      'ProfileMissing',
      'ProfileInUse',
      'HeaderDamaged',
      'DatabaseFromNewerVersion',
      'DatabaseDamaged',
    ],
    audit: 'none',
    available: 'locked',
    timeoutMs: 300_000,
  }),
  'vault.lastRepair': command({
    doc: 'What the last repair of this store brought back.',
    input: z.object({}),
    output: z.object({ repair: RepairOutcome.nullable() }),
    audit: 'none',
  }),
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
