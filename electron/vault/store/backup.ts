/**
 * Makes encrypted copies of the database.
 *
 * Promises:
 * - a copy that has its final name was opened with the key, passed integrity_check, held the rows of the original, and
 *   was on disk before it got that name; anything else is removed;
 * - a copy is never readable: VACUUM INTO keeps cipher and key (the driver's own backup() cannot);
 * - nothing here changes the database itself.
 */
import type Database from 'better-sqlite3';
import { chmodSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { BackupRow } from '../../../shared/contract/commands/care.ts';
import type { ErrorOf } from '../../../shared/errors.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import { ENDING, UNFINISHED, backupFolder, backupRow, freeBackupId, type BackupReason } from './backupFiles.ts';
import { compareCopy } from './compareCopy.ts';
import { connect } from './connect.ts';
import { syncFile, syncFolder } from './folders.ts';
import { silentProgress, type Progress } from '../progress.ts';
import { storeErrorOf } from './sqliteErrors.ts';

export type BackupError = ErrorOf<'BackupUnusable' | 'DiskFull' | 'DiskError' | 'DatabaseDamaged'>;

export interface BackupRequest {
  /** A connection that nothing else uses while this runs. */
  readonly db: Database.Database;
  readonly file: string;
  readonly key: Uint8Array;
  readonly nowMs: number;
  readonly reason: BackupReason;
  /** Hears of three steps: making, reading and comparing the copy. */
  readonly progress?: Progress;
}

/** Makes a copy, proves it, and gives it its name. Takes seconds on a full caseload: see backupRunner for the background. */
export function createBackup(request: BackupRequest): Result<BackupRow, BackupError> {
  const { db, file, key, progress = silentProgress } = request;
  const folder = backupFolder(file);
  let unfinished: string | null = null;
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    removeUnfinished(folder);
    const backupId = freeBackupId(file, request.nowMs, request.reason);
    unfinished = join(folder, `${backupId}${UNFINISHED}`);
    const before = dataVersion(db);
    // SQLite does this in one go; who waits elsewhere can see the file grow.
    progress.step('COPY', sizeOf(db) / MEGABYTE);
    db.prepare('VACUUM INTO ?').run(unfinished);
    chmodSync(unfinished, 0o600);
    progress.step('CHECK_COPY');
    const isWhole = isSound(unfinished, key);
    const isStill = (): boolean => dataVersion(db) === before;
    if (!isWhole || !compareCopy(db, unfinished, key, { isStill, progress })) {
      removeDatabase(unfinished);
      return err({ tag: 'BackupUnusable' });
    }
    syncFile(unfinished);
    renameSync(unfinished, join(folder, `${backupId}${ENDING}`));
    syncFolder(folder);
    return ok(backupRow(file, backupId));
  } catch (thrown) {
    const error = storeErrorOf(thrown, file);
    if (unfinished !== null) removeDatabase(unfinished);
    if (error === null) throw thrown;
    return err(error);
  }
}

/** Opens a copy with the key and runs integrity_check: every page, every index. Throws when the disk fails. */
export function isSound(copy: string, key: Uint8Array): boolean {
  let db: Database.Database | null = null;
  try {
    db = connect({ file: copy, key, readOnly: true });
    return db.pragma('integrity_check(1)', { simple: true }) === 'ok';
  } catch (thrown) {
    if (storeErrorOf(thrown)?.tag === 'DatabaseDamaged') return false;
    throw thrown;
  } finally {
    db?.close();
  }
}

/** A database is a set of files; a log left behind would be read into the next one of that name. */
export function removeDatabase(file: string): void {
  for (const ending of ['-wal', '-shm', '-journal', '']) rmSync(`${file}${ending}`, { force: true });
}

export const MEGABYTE = 1_000_000;

/** How many bytes the pages of a database take. */
function sizeOf(db: Database.Database): number {
  return Number(db.pragma('page_count', { simple: true })) * Number(db.pragma('page_size', { simple: true }));
}

/** Changes whenever another connection commits. */
function dataVersion(db: Database.Database): unknown {
  return db.pragma('data_version', { simple: true });
}

function removeUnfinished(folder: string): void {
  for (const name of readdirSync(folder)) if (name.includes(UNFINISHED)) rmSync(join(folder, name), { force: true });
}
