/** Runs backupWorker in a thread of its own: the vault goes on saving meanwhile. */
import { Worker } from 'node:worker_threads';
import type { BackupRow } from '../../../shared/contract/commands/care.ts';
import type { Result } from '../../../shared/result.ts';
import type { BackupError } from './backup.ts';
import type { BackupReason } from './backupFiles.ts';

export interface BackupJob {
  readonly file: string;
  readonly key: Uint8Array;
  readonly nowMs: number;
  readonly reason: BackupReason;
}

export type BackupOutcome = Result<BackupRow, BackupError>;

/** From source the entry lies next to this file; in the bundle next to the vault's. */
const ENTRY = new URL(import.meta.url.endsWith('.ts') ? './backupWorker.ts' : './backupWorker.js', import.meta.url);

/** One copy at a time: each begins by clearing away what an interrupted one left. */
let last: Promise<unknown> = Promise.resolve();

/** Makes and proves a copy in the background, after the one that is running. Rejects only for a bug. */
export function runBackup(job: BackupJob): Promise<BackupOutcome> {
  const outcome = last.then(() => runInThread(job));
  last = outcome.catch(() => undefined);
  return outcome;
}

function runInThread(job: BackupJob): Promise<BackupOutcome> {
  return new Promise((resolve, reject) => {
    // The thread gets a copy of the key and wipes it; environment and arguments stay here.
    const worker = new Worker(ENTRY, {
      workerData: { ...job, key: Uint8Array.from(job.key) },
      env: {},
      argv: [],
      execArgv: [],
    });
    worker.once('message', (outcome: BackupOutcome) => {
      resolve(outcome);
    });
    worker.once('error', reject);
    worker.once('exit', () => {
      reject(new Error('the backup thread ended without an answer'));
    });
  });
}
