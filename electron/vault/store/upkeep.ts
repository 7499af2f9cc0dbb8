/**
 * What an open store needs from time to time.
 *
 * Promises: after a commit the write-ahead log is moved into the database within 30 seconds (at once when it has grown
 * large), so that little is left in it when the power goes; every 15 minutes in which something changed a verified
 * copy is made in the background and the surplus pruned; room is kept for a full disk. A failure is logged by tag and tried again; it never stops work.
 */
import { statSync } from 'node:fs';
import type { Clock, Logger } from '../../../shared/deps.ts';
import type { BackupRow } from '../../../shared/contract/commands/care.ts';
import { ok, type Result } from '../../../shared/result.ts';
import type { BackupError } from './backup.ts';
import { isBackupDue, listBackups, pruneBackups, type BackupReason } from './backupFiles.ts';
import { runBackup } from './backupRunner.ts';
import { markDamage } from './damageMark.ts';
import type { Store } from './open.ts';
import { keepReserve } from './reserve.ts';
import { storeErrorOf } from './sqliteErrors.ts';

export interface UpkeepOptions {
  readonly store: Store;
  readonly key: Uint8Array;
  readonly clock: Clock;
  readonly logger: Logger;
  setTimer(run: () => void, ms: number): { cancel(): void };
}

export interface Upkeep {
  /** Makes a copy now, in the background; a second call waits for the first. */
  backUp(reason: BackupReason): Promise<Result<BackupRow, BackupError>>;
  /** Makes a rolling copy when one is due; null when none is. */
  backUpIfDue(): Promise<Result<BackupRow, BackupError> | null>;
  /** No timers after this; settles when a running copy is done. Call it before the store closes. */
  stop(): Promise<void>;
}

export const CHECKPOINT_AFTER_MS = 30_000;
const BACKUP_LOOK_MS = 60_000;
const LARGE_LOG_BYTES = 16 * 1024 * 1024;

export function startUpkeep(options: UpkeepOptions): Upkeep {
  const { store, logger, clock } = options;
  let checkpointTimer: { cancel(): void } | null = null;
  let backupTimer: { cancel(): void } | null = null;
  let running: Promise<unknown> = Promise.resolve();
  let changed = false;
  let stopped = false;

  const checkpoint = (): void => {
    checkpointTimer?.cancel();
    checkpointTimer = null;
    if (stopped) return;
    try {
      // A background copy that is still reading holds the log: look again later.
      if (!store.checkpoint()) planCheckpoint();
    } catch (thrown) {
      logger.event('store.checkpointFailed', { tag: storeErrorOf(thrown)?.tag ?? 'Internal' });
      planCheckpoint();
    }
  };
  const planCheckpoint = (): void => {
    checkpointTimer ??= options.setTimer(checkpoint, CHECKPOINT_AFTER_MS);
  };

  const backUp = (reason: BackupReason): Promise<Result<BackupRow, BackupError>> => {
    const copy = running.then(async () => {
      const outcome = await runBackup({ file: store.file, key: options.key, nowMs: clock.nowMs(), reason });
      logger.event(
        'store.backup',
        outcome.ok ? { reason, bytes: outcome.value.bytes } : { reason, tag: outcome.error.tag },
      );
      if (!outcome.ok) {
        if (outcome.error.tag === 'DatabaseDamaged' || outcome.error.tag === 'BackupUnusable') markDamage(store.file);
        return outcome;
      }
      pruneBackups(store.file);
      return ok(outcome.value);
    });
    running = copy.catch(() => undefined);
    return copy;
  };
  const backUpIfDue = async (): Promise<Result<BackupRow, BackupError> | null> => {
    if (stopped || !changed || !isBackupDue(listBackups(store.file), clock.nowMs())) return null;
    changed = false;
    const outcome = await backUp('rolling');
    if (!outcome.ok) changed = true;
    return outcome;
  };
  const lookForBackup = (): void => {
    backupTimer = options.setTimer(lookForBackup, BACKUP_LOOK_MS);
    void keepReserve(store.file);
    backUpIfDue().catch((thrown: unknown) => {
      changed = true;
      logger.event('store.backupFailed', { tag: storeErrorOf(thrown)?.tag ?? 'Internal' });
    });
  };

  const forget = store.onCommit(() => {
    changed = true;
    if (logBytes(store.file) > LARGE_LOG_BYTES) checkpoint();
    else planCheckpoint();
  });
  backupTimer = options.setTimer(lookForBackup, BACKUP_LOOK_MS);

  return {
    backUp,
    backUpIfDue,
    async stop() {
      stopped = true;
      forget();
      checkpointTimer?.cancel();
      backupTimer?.cancel();
      await running;
    },
  };
}

function logBytes(file: string): number {
  return statSync(`${file}-wal`, { throwIfNoEntry: false })?.size ?? 0;
}
