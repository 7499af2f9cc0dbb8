/**
 * `npm run sync-server -- backup FILE` and `-- restore FILE`.
 *
 * A backup is one consistent file, made while the server runs, opened again and checked before it is called one. A restore
 * puts it back in a stopped server's folder under a new incarnation, so that every laptop compares again and sends what the
 * copy does not have; the present database is kept beside it.
 */
import { existsSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { bytesToHex } from '../shared/sync/bytes.ts';
import type { Clock, Random } from '../shared/deps.ts';
import { writeMeta } from './store.ts';

export const DATABASE_NAME = 'samenspel-sync.db';

/** Writes the backup; throws an Error with a sentence for the administrator. */
export function backUp(dataFolder: string, file: string): void {
  const source = join(dataFolder, DATABASE_NAME);
  if (!existsSync(source)) throw new Error(`backup: there is no database in ${dataFolder}.`);
  if (existsSync(file)) throw new Error('backup: the file exists already; a backup never overwrites.');
  const db = new Database(source, { fileMustExist: true });
  try {
    db.pragma('busy_timeout = 10000');
    db.prepare('VACUUM INTO ?').run(file);
  } finally {
    db.close();
  }
  check(file);
}

/** Puts a backup back; answers where the present database was laid. The server must not run. */
export function restore(dataFolder: string, file: string, deps: { clock: Clock; random: Random }): string | null {
  check(file);
  const target = join(dataFolder, DATABASE_NAME);
  let kept: string | null = null;
  if (existsSync(target)) {
    const present = new Database(target);
    try {
      // Fails while a server has it open, and empties the log so that one file is the whole database.
      present.pragma('busy_timeout = 1000');
      present.pragma('locking_mode = EXCLUSIVE');
      present.exec('BEGIN EXCLUSIVE; COMMIT');
      present.pragma('wal_checkpoint(TRUNCATE)');
    } catch {
      throw new Error('restore: the server still runs; stop it first.');
    } finally {
      present.close();
    }
    kept = `${target}.before-${String(deps.clock.nowMs())}`;
    renameSync(target, kept);
    for (const suffix of ['-wal', '-shm']) rmSync(target + suffix, { force: true });
  }
  const copy = new Database(file, { readonly: true });
  try {
    copy.prepare('VACUUM INTO ?').run(target);
  } finally {
    copy.close();
  }
  const restored = new Database(target);
  try {
    restored.pragma('synchronous = FULL');
    writeMeta(restored, 'incarnation', bytesToHex(deps.random.bytes(16)));
  } finally {
    restored.close();
  }
  return kept;
}

function check(file: string): void {
  const db = new Database(file, { readonly: true, fileMustExist: true });
  try {
    const whole = db.pragma('integrity_check', { simple: true }) === 'ok';
    const incarnation = db.prepare("SELECT value FROM meta WHERE key = 'incarnation'").get();
    if (!whole || incarnation === undefined) throw new Error('this file is not a whole copy of a sync server.');
  } finally {
    db.close();
  }
}
