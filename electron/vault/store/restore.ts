/**
 * Going back to a copy, in two steps that each survive a power cut.
 *
 * 1. stageRestore: the copy is checked and laid beside the database under a name of its own. Until that name exists
 *    nothing has happened; from then on the restore will happen.
 * 2. applyStagedRestore: at the next open, before the database is opened. The present state is kept first: as a
 *    verified copy ('before-restore') or, when it is too damaged for that, file by file in `backups/damaged-<time>/`.
 *
 * Also what was open when its files were taken away is put back this way (layPresentReady).
 *
 * Promises: the present state is never deleted before it is kept; the write-ahead log of the old database is gone
 * before the new one has its name, because a log does not know to which file it belongs; cut off anywhere, doing the
 * step again completes it. What cannot be kept (disk full) is not replaced.
 */
import type Database from 'better-sqlite3';
import { chmodSync, copyFileSync, existsSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Clock, Logger } from '../../../shared/deps.ts';
import type { ErrorOf } from '../../../shared/errors.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import { createBackup, isSound, MEGABYTE, removeDatabase } from './backup.ts';
import { backupFolder, findBackup } from './backupFiles.ts';
import { silentProgress, type Progress } from '../progress.ts';
import { applySettings, connect } from './connect.ts';
import { syncFile, syncFolder } from './folders.ts';
import { storeErrorOf, StoreFailure } from './sqliteErrors.ts';

export interface RestoreTarget {
  /** The database to put back. */
  readonly file: string;
  readonly key: Uint8Array;
  readonly clock: Clock;
  readonly logger: Logger;
  /** Hears how far it is. */
  readonly progress?: Progress;
}

export type StageError = ErrorOf<'BackupUnusable' | 'DiskFull' | 'DiskError'>;

/** What the database remembers of the last restore: the next sync opens a new lane because of it. */
export const RESTORED_KEY = 'store.restored';

/** Checks the copy and lays it ready; openStore puts it in place. The open database is not touched. */
export function stageRestore(target: RestoreTarget, backupId: string): Result<null, StageError> {
  const { progress = silentProgress } = target;
  const copy = findBackup(target.file, backupId);
  const draft = draftOf(target.file);
  try {
    progress.step('CHECK_COPY');
    if (copy === null || !isSound(copy, target.key)) return err({ tag: 'BackupUnusable' });
    removeDatabase(draft);
    progress.step('LAY_READY', statSync(copy).size / MEGABYTE);
    copyFileSync(copy, draft);
    if (!markRestored(draft, target, backupId)) return err({ tag: 'BackupUnusable' });
    layReady(target.file);
    return ok(null);
  } catch (thrown) {
    const error = storeErrorOf(thrown, target.file);
    if (error === null) throw thrown;
    removeDatabase(draft);
    return err(error.tag === 'DatabaseDamaged' ? { tag: 'BackupUnusable' } : error);
  }
}

/** Completes a staged restore; does nothing when there is none. Throws StoreFailure when the disk fails halfway. */
export function applyStagedRestore(target: RestoreTarget): 'none' | 'restored' | 'postponed' | 'refused' {
  const { file, logger } = target;
  const ready = `${file}${READY}`;
  if (!existsSync(ready)) return 'none';
  const { progress = silentProgress } = target;
  progress.step('CHECK_COPY');
  if (!isSound(ready, target.key)) {
    renameSync(ready, `${ready}-unusable`);
    logger.event('restore.refused');
    return 'refused';
  }
  if (!keepPresent(target)) {
    logger.event('restore.postponed');
    return 'postponed';
  }
  for (const ending of ['-wal', '-shm', '-journal']) {
    rmSync(`${file}${ending}`, { force: true });
    // Looking at the copy left an empty log beside it; its commits were moved when it was laid ready.
    rmSync(`${ready}${ending}`, { force: true });
  }
  syncFolder(dirname(file));
  renameSync(ready, file);
  syncFolder(dirname(file));
  logger.event('restore.done');
  return 'restored';
}

const DRAFT = '.restore-draft';
const READY = '.restore-ready';

/** True when another database lies ready to take the place of this one. */
export const liesReady = (file: string): boolean => existsSync(`${file}${READY}`);

/** Where a database that will take the place of this one is made. */
export const draftOf = (file: string): string => `${file}${DRAFT}`;

/** From here on the draft will take the place of the database, at the next open. */
export function layReady(file: string): void {
  syncFile(draftOf(file));
  renameSync(draftOf(file), `${file}${READY}`);
  syncFolder(dirname(file));
}

/**
 * For a database whose files were taken away while it is open: what this connection still holds is laid ready, whole and
 * checked, and the next open puts it in place. False when the disk leaves no room for it.
 */
export function layPresentReady(db: Database.Database, file: string, key: Uint8Array): boolean {
  const draft = draftOf(file);
  try {
    removeDatabase(draft);
    db.prepare('VACUUM INTO ?').run(draft);
    chmodSync(draft, 0o600);
    if (!isSound(draft, key)) return false;
    for (const ending of ['-wal', '-shm']) rmSync(`${draft}${ending}`, { force: true });
    layReady(file);
    return true;
  } catch (thrown) {
    if (storeErrorOf(thrown, file) === null) throw thrown;
    return false;
  }
}

/** Keeps what lies there now; false when there is no room for it. */
function keepPresent(target: RestoreTarget): boolean {
  const { file, key } = target;
  if (!existsSync(file)) return keepFiles(target);
  let db: Database.Database | null = null;
  try {
    db = connect({ file, key, readOnly: false });
    applySettings(db);
    const { clock, progress = silentProgress } = target;
    const kept = createBackup({ db, file, key, nowMs: clock.nowMs(), reason: 'before-restore', progress });
    if (kept.ok) return true;
    if (kept.error.tag === 'DiskFull') return false;
  } catch (thrown) {
    const error = storeErrorOf(thrown, file);
    if (error === null) throw thrown;
    if (error.tag === 'DiskFull') return false;
  } finally {
    db?.close();
  }
  return keepFiles(target);
}

/** The files as they are, for somebody who can save more from them than we can. */
function keepFiles({ file, clock }: RestoreTarget): boolean {
  const aside = join(backupFolder(file), `damaged-${String(clock.nowMs())}`);
  try {
    mkdirSync(aside, { recursive: true, mode: 0o700 });
    for (const ending of ['', '-wal', '-shm', '-journal']) {
      if (!existsSync(`${file}${ending}`)) continue;
      const kept = join(aside, `${basename(file)}${ending}`);
      copyFileSync(`${file}${ending}`, kept);
      syncFile(kept);
    }
    syncFolder(aside);
    syncFolder(backupFolder(file));
    return true;
  } catch (thrown) {
    const error = storeErrorOf(thrown, file);
    if (error === null) throw thrown;
    if (error.tag !== 'DiskFull') throw new StoreFailure(error, thrown);
    rmSync(aside, { recursive: true, force: true });
    return false;
  }
}

/** Writes into the copy that it was restored, and from what. */
function markRestored(draft: string, target: RestoreTarget, backupId: string): boolean {
  const db = connect({ file: draft, key: target.key, readOnly: false });
  try {
    applySettings(db);
    db.prepare(
      `INSERT INTO meta (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value`,
    ).run(RESTORED_KEY, Buffer.from(JSON.stringify({ backupId, atMs: target.clock.nowMs() })));
    const [moved] = db.pragma('wal_checkpoint(TRUNCATE)') as readonly { readonly busy: number }[];
    return moved?.busy === 0;
  } finally {
    db.close();
  }
}
