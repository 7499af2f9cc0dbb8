/**
 * Thread entry: makes one copy over a connection of its own and ends. A copy of a full caseload takes seconds, and in
 * the vault's own thread those would be seconds in which nothing typed is saved.
 */
import { parentPort, workerData } from 'node:worker_threads';
import { createBackup } from './backup.ts';
import type { BackupJob } from './backupRunner.ts';
import { connect } from './connect.ts';
import { storeErrorOf } from './sqliteErrors.ts';
import { err } from '../../../shared/result.ts';

const job = workerData as BackupJob;
parentPort?.postMessage(run());
job.key.fill(0);

function run(): ReturnType<typeof createBackup> {
  try {
    const db = connect({ file: job.file, key: job.key, readOnly: true });
    try {
      // Without this a large sort would go to a readable file.
      db.pragma('temp_store = MEMORY');
      return createBackup({ ...job, db });
    } finally {
      db.close();
    }
  } catch (thrown) {
    const error = storeErrorOf(thrown, job.file);
    if (error === null) throw thrown;
    return err(error);
  }
}
