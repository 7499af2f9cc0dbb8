/**
 * Encrypted copies of the database in `backups/` beside it.
 *
 * Promises:
 * - a copy that has its final name was opened with the key, passed integrity_check, had the same rows as the
 *   original, and was on disk before it got that name; anything else is removed or ignored;
 * - a copy is never readable: VACUUM INTO keeps the cipher and the key;
 * - nothing here changes the database itself.
 */
import type Database from 'better-sqlite3';
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import type { BackupRow } from '../../../shared/contract/commands/care.ts';
import type { Clock } from '../../../shared/deps.ts';
import type { ErrorOf } from '../../../shared/errors.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import { connect } from './connect.ts';
import { syncFolder } from './folders.ts';
import { rowCounts } from './migrate.ts';
import { storeErrorOf } from './sqliteErrors.ts';

export type BackupReason = BackupRow['reason'];
export type BackupError = ErrorOf<'BackupUnusable' | 'DiskFull' | 'DiskError' | 'DatabaseDamaged'>;

export interface BackupSource {
  readonly db: Database.Database;
  readonly file: string;
  readonly key: Uint8Array;
  readonly clock: Clock;
}

/** Makes a copy, proves it, and gives it its name. */
export function createBackup(source: BackupSource & { readonly reason: BackupReason }): Result<BackupRow, BackupError> {
  const folder = backupFolder(source.file);
  let unfinished: string | null = null;
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    removeUnfinished(folder);
    const backupId = freeId(folder, source.clock.nowMs(), source.reason);
    unfinished = join(folder, `${backupId}${UNFINISHED}`);
    source.db.prepare('VACUUM INTO ?').run(unfinished);
    if (!isFaithful(source, unfinished)) {
      removeDatabase(unfinished);
      return err({ tag: 'BackupUnusable' });
    }
    syncFile(unfinished);
    renameSync(unfinished, backupFile(source.file, backupId));
    syncFolder(folder);
    return ok(rowOf(source.file, backupId));
  } catch (thrown) {
    const error = storeErrorOf(thrown, source.file);
    if (unfinished !== null) removeDatabase(unfinished);
    if (error === null) throw thrown;
    return err(error);
  }
}

/** The copies beside the database `file`, newest first. */
export function listBackups(file: string): BackupRow[] {
  const folder = backupFolder(file);
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith(ENDING) && parseId(name.slice(0, -ENDING.length)) !== null)
    .map((name) => rowOf(file, name.slice(0, -ENDING.length)))
    .sort((a, b) => b.madeAtMs - a.madeAtMs || b.backupId.localeCompare(a.backupId));
}

/** Opens a copy and runs integrity_check; true when every page and every index is what it should be. */
export function isSound(file: string, key: Uint8Array): boolean {
  return withCopy(file, key, isIntact) ?? false;
}

export function backupFolder(file: string): string {
  return join(dirname(file), 'backups');
}

/** The path of a copy; null when the id is not one that createBackup could have made. */
export function backupFile(file: string, backupId: string): string {
  if (parseId(backupId) === null) throw new Error('not the id of a backup');
  return join(backupFolder(file), `${backupId}${ENDING}`);
}

const ENDING = '.backup';
const UNFINISHED = '.unfinished';
const ID = /^(\d{13})-(rolling|migration|manual|before-restore)(?:-\d{1,3})?$/;

/** Time and reason of a backup id; null when it is not one. Guards every path that is made from input. */
export function parseId(backupId: string): { readonly madeAtMs: number; readonly reason: BackupReason } | null {
  const match = ID.exec(backupId);
  return match === null ? null : { madeAtMs: Number(match[1]), reason: match[2] as BackupReason };
}

function rowOf(file: string, backupId: string): BackupRow {
  const parsed = parseId(backupId);
  if (parsed === null) throw new Error('not the id of a backup');
  return { backupId, ...parsed, bytes: statSync(backupFile(file, backupId)).size };
}

function freeId(folder: string, nowMs: number, reason: BackupReason): string {
  const stem = `${String(Math.max(0, nowMs)).padStart(13, '0')}-${reason}`;
  let backupId = stem;
  for (let n = 2; existsSync(join(folder, `${backupId}${ENDING}`)); n += 1) backupId = `${stem}-${String(n)}`;
  return backupId;
}

function isFaithful(source: BackupSource, copy: string): boolean {
  const expected = rowCounts(source.db);
  return (
    withCopy(copy, source.key, (db) => {
      if (!isIntact(db)) return false;
      const found = rowCounts(db);
      return expected.size === found.size && [...expected].every(([table, count]) => found.get(table) === count);
    }) ?? false
  );
}

function isIntact(db: Database.Database): boolean {
  return db.pragma('integrity_check(1)', { simple: true }) === 'ok';
}

function withCopy<T>(file: string, key: Uint8Array, run: (db: Database.Database) => T): T | null {
  let db: Database.Database | null = null;
  try {
    db = connect({ file, key, readOnly: true });
    return run(db);
  } catch (thrown) {
    if (storeErrorOf(thrown)?.tag === 'DatabaseDamaged') return null;
    throw thrown;
  } finally {
    db?.close();
  }
}

function removeUnfinished(folder: string): void {
  for (const name of readdirSync(folder)) if (name.includes(UNFINISHED)) rmSync(join(folder, name), { force: true });
}

function removeDatabase(file: string): void {
  for (const ending of ['', '-wal', '-shm', '-journal']) rmSync(`${file}${ending}`, { force: true });
}

function syncFile(file: string): void {
  const handle = openSync(file, 'r+');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
