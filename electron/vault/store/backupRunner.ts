/** Runs backupWorker in a thread of its own: the vault goes on saving meanwhile, and hears how far the copy is. */
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { BackupRow } from '../../../shared/contract/commands/care.ts';
import type { WorkStep } from '../../../shared/contract/work.ts';
import type { Result } from '../../../shared/result.ts';
import type { Progress } from '../progress.ts';
import { MEGABYTE, type BackupError } from './backup.ts';
import { backupFolder, UNFINISHED, type BackupReason } from './backupFiles.ts';
import { draftOf, type StageError } from './restore.ts';

export interface BackupJob {
  readonly file: string;
  readonly key: Uint8Array;
  readonly nowMs: number;
  readonly reason: BackupReason;
}

/** Going back to a copy: it is checked and laid ready. */
export interface RestoreJob {
  readonly file: string;
  readonly key: Uint8Array;
  readonly nowMs: number;
  readonly backupId: string;
}

export type BackupOutcome = Result<BackupRow, BackupError>;
export type RestoreOutcome = Result<null, StageError>;

/** Who hears how far it is. */
export interface Watcher {
  readonly progress: Progress;
  setTimer(run: () => void, ms: number): { cancel(): void };
}

/** What the thread tells: how far it is, and at the end the outcome. */
export type ThreadMessage<Outcome> =
  { readonly step: WorkStep; readonly total: number } | { readonly done: number } | { readonly outcome: Outcome };

/** From source the entry lies next to this file; in the bundle next to the vault's. */
const ENTRY = new URL(import.meta.url.endsWith('.ts') ? './backupWorker.ts' : './backupWorker.js', import.meta.url);

/** One at a time: each copy begins by clearing away what an interrupted one left. */
let last: Promise<unknown> = Promise.resolve();

/** Makes and proves a copy in the background, after the one that is running. Rejects only for a bug. */
export function runBackup(job: BackupJob, watcher?: Watcher): Promise<BackupOutcome> {
  return afterOthers<BackupOutcome>(job, watcher);
}

/** Checks a copy and lays it ready in the background (stageRestore). Rejects only for a bug. */
export function runRestore(job: RestoreJob, watcher?: Watcher): Promise<RestoreOutcome> {
  return afterOthers<RestoreOutcome>(job, watcher);
}

function afterOthers<Outcome>(job: BackupJob | RestoreJob, watcher?: Watcher): Promise<Outcome> {
  const outcome = last.then(() => runInThread<Outcome>(job, watcher));
  last = outcome.catch(() => undefined);
  return outcome;
}

function runInThread<Outcome>(job: BackupJob | RestoreJob, watcher?: Watcher): Promise<Outcome> {
  const growth = watcher === undefined ? null : watchGrowth(job.file, watcher);
  const outcome = new Promise<Outcome>((resolve, reject) => {
    // The thread gets a copy of the key and wipes it; environment and arguments stay here.
    const worker = new Worker(ENTRY, {
      workerData: { ...job, key: Uint8Array.from(job.key) },
      env: {},
      argv: [],
      execArgv: [],
    });
    worker.on('message', (message: ThreadMessage<Outcome>) => {
      if ('outcome' in message) return resolve(message.outcome);
      growth?.stop();
      if ('done' in message) return watcher?.progress.done(message.done);
      watcher?.progress.step(message.step, message.total);
      if (message.step === 'COPY' || message.step === 'LAY_READY') growth?.start();
    });
    worker.once('error', reject);
    worker.once('exit', () => {
      reject(new Error('the backup thread ended without an answer'));
    });
  });
  return outcome.finally(() => growth?.stop());
}

const LOOK_MS = 250;

/** A copy is made in one go, and nothing comes out of the thread meanwhile; but its file grows. */
function watchGrowth(file: string, { progress, setTimer }: Watcher) {
  let timer: { cancel(): void } | null = null;
  const look = (): void => {
    progress.done(bytesBeingWritten(file) / MEGABYTE);
    timer = setTimer(look, LOOK_MS);
  };
  return {
    start: look,
    stop: (): void => timer?.cancel(),
  };
}

function bytesBeingWritten(file: string): number {
  const folder = backupFolder(file);
  const names = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith(UNFINISHED)) : [];
  return [...names.map((name) => join(folder, name)), draftOf(file)].reduce(
    (sum, path) => sum + (statSync(path, { throwIfNoEntry: false })?.size ?? 0),
    0,
  );
}
