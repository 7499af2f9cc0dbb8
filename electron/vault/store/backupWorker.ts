/**
 * Thread entry: makes one copy over a connection of its own, or checks one and lays it ready, and ends. With a full caseload
 * both take seconds, and in the vault's own thread those would be seconds in which nothing typed is saved.
 */
import { parentPort, workerData } from 'node:worker_threads';
import { err } from '../../../shared/result.ts';
import type { Progress } from '../progress.ts';
import { createBackup } from './backup.ts';
import type { BackupJob, BackupOutcome, RestoreJob, RestoreOutcome, ThreadMessage } from './backupRunner.ts';
import { connect } from './connect.ts';
import { stageRestore } from './restore.ts';
import { storeErrorOf } from './sqliteErrors.ts';

const tell = (message: ThreadMessage<BackupOutcome | RestoreOutcome>): void => parentPort?.postMessage(message);
const progress: Progress = {
  step: (step, total = 0) => tell({ step, total }),
  done: (done) => tell({ done }),
  end: () => undefined,
};
const job = workerData as BackupJob | RestoreJob;
tell({ outcome: 'backupId' in job ? layReady(job) : backUp(job) });
job.key.fill(0);

function layReady({ file, key, nowMs, backupId }: RestoreJob): RestoreOutcome {
  const target = { file, key, clock: { nowMs: () => nowMs }, logger: { event: () => undefined }, progress };
  return stageRestore(target, backupId);
}

function backUp(wanted: BackupJob): BackupOutcome {
  try {
    const db = connect({ file: wanted.file, key: wanted.key, readOnly: true });
    try {
      // Without this a large sort would go to a readable file.
      db.pragma('temp_store = MEMORY');
      return createBackup({ ...wanted, db, progress });
    } finally {
      db.close();
    }
  } catch (thrown) {
    const error = storeErrorOf(thrown, wanted.file);
    if (error === null) throw thrown;
    return err(error);
  }
}
