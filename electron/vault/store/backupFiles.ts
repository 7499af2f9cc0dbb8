/**
 * The names of the copies in `backups/` beside the database, and which of them stay.
 *
 * Promises: an id that comes from outside never becomes a path before it is parsed; what stays is decided by the
 * copies that are there and not by the clock of this moment, so a clock that jumps cannot empty the folder; the newest
 * copy always stays.
 */
import { existsSync, readdirSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { BackupRow } from '../../../shared/contract/commands/care.ts';
import { calendarDateAt, daysBetween } from '../../../shared/domain/dates.ts';

export type BackupReason = BackupRow['reason'];

export const ENDING = '.backup';
export const UNFINISHED = '.unfinished';

const ID = /^(\d{13})-(rolling|migration|manual|before-restore)(?:-\d{1,3})?$/;

export function backupFolder(file: string): string {
  return join(dirname(file), 'backups');
}

/** Time and reason of a backup id; null when it is not one. */
export function parseBackupId(backupId: string): { readonly madeAtMs: number; readonly reason: BackupReason } | null {
  const match = ID.exec(backupId);
  return match === null ? null : { madeAtMs: Number(match[1]), reason: match[2] as BackupReason };
}

/** The path of the copy with this id; null when the id is not one, or there is no such copy. */
export function findBackup(file: string, backupId: string): string | null {
  if (parseBackupId(backupId) === null) return null;
  const path = join(backupFolder(file), `${backupId}${ENDING}`);
  return existsSync(path) ? path : null;
}

/** An id that is not taken yet. */
export function freeBackupId(file: string, nowMs: number, reason: BackupReason): string {
  const stem = `${String(Math.max(0, nowMs)).padStart(13, '0')}-${reason}`;
  let backupId = stem;
  for (let n = 2; findBackup(file, backupId) !== null; n += 1) backupId = `${stem}-${String(n)}`;
  return backupId;
}

export function backupRow(file: string, backupId: string): BackupRow {
  const parsed = parseBackupId(backupId);
  if (parsed === null) throw new Error('not the id of a backup');
  return { backupId, ...parsed, bytes: statSync(join(backupFolder(file), `${backupId}${ENDING}`)).size };
}

/** The copies beside the database `file`, newest first. */
export function listBackups(file: string): readonly BackupRow[] {
  const folder = backupFolder(file);
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith(ENDING) && parseBackupId(name.slice(0, -ENDING.length)) !== null)
    .map((name) => backupRow(file, name.slice(0, -ENDING.length)))
    .sort((a, b) => b.madeAtMs - a.madeAtMs || (a.backupId < b.backupId ? 1 : -1));
}

export const ROLLING_EVERY_MS = 15 * 60_000;

/** Whether a rolling copy is due. A clock that was set back counts as time that passed. */
export function isBackupDue(backups: readonly BackupRow[], nowMs: number): boolean {
  return backups.every((row) => Math.abs(nowMs - row.madeAtMs) >= ROLLING_EVERY_MS);
}

const KEEP_NEWEST: Readonly<Record<BackupReason, number>> = {
  rolling: 3,
  migration: 3,
  manual: 5,
  'before-restore': 3,
};
const KEEP_DAYS = 7;
const KEEP_WEEKS = 4;

/** The ids that may go: not among the newest of their kind, not the last of one of the last 7 days or 4 weeks. */
export function surplusBackups(backups: readonly BackupRow[]): readonly string[] {
  const newestFirst = backups.toSorted((a, b) => b.madeAtMs - a.madeAtMs);
  const kept = new Set<string>();
  for (const [reason, count] of Object.entries(KEEP_NEWEST)) {
    for (const row of newestFirst.filter((each) => each.reason === reason).slice(0, count)) kept.add(row.backupId);
  }
  for (const row of lastOfEach(newestFirst, dayOf).slice(0, KEEP_DAYS)) kept.add(row.backupId);
  for (const row of lastOfEach(newestFirst, weekOf).slice(0, KEEP_WEEKS)) kept.add(row.backupId);
  return newestFirst.map((row) => row.backupId).filter((backupId) => !kept.has(backupId));
}

/** Removes what may go; answers how many. */
export function pruneBackups(file: string): number {
  const surplus = surplusBackups(listBackups(file));
  for (const backupId of surplus) rmSync(join(backupFolder(file), `${backupId}${ENDING}`), { force: true });
  return surplus.length;
}

function lastOfEach(
  newestFirst: readonly BackupRow[],
  period: (row: BackupRow) => string | number,
): readonly BackupRow[] {
  const seen = new Set<string | number>();
  return newestFirst.filter((row) => {
    const name = period(row);
    if (seen.has(name)) return false;
    seen.add(name);
    return true;
  });
}

const dayOf = (row: BackupRow): string => calendarDateAt(row.madeAtMs);
const A_MONDAY = '1970-01-05';
const weekOf = (row: BackupRow): number => Math.floor(daysBetween(A_MONDAY, dayOf(row)) / 7);
