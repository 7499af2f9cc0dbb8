/**
 * A database of which pages are damaged, made whole again as far as can be.
 *
 * 1. stageRepair: the newest sound copy is the base (or an empty database of our schema), and every row that can still
 *    be read of the damaged one goes over it. What comes out is laid ready as a restore is (restore.ts): the damaged
 *    files are kept aside before anything takes their place.
 * 2. completeRepair (documents/completeRepair.ts), at the next open: lists and search are made again, and what colleagues
 *    should have is sent whole once more, in a new lane.
 *
 * Promises: nothing is deleted; a table that can be read whole replaces that of the copy, so that what was purged since
 * does not come back; of a table with damage, nothing of either is left out; a file that is behind its copy never takes
 * anything from it. What the team has comes back from the server,
 * because the lanes begin anew.
 */
import type Database from 'better-sqlite3';
import { copyFileSync, existsSync, rmSync } from 'node:fs';
import { z } from 'zod';
import type { ErrorOf } from '../../../shared/errors.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import { isSound, removeDatabase } from './backup.ts';
import { findBackup, listBackups } from './backupFiles.ts';
import { silentProgress, type Progress } from '../progress.ts';
import { applySettings, connect } from './connect.ts';
import { migrate } from './migrate.ts';
import { migrations } from './migrations/migrations.ts';
import { draftOf, layReady, RESTORED_KEY, type RestoreTarget } from './restore.ts';
import { salvageTable, type Row } from './salvage.ts';
import { storeErrorOf } from './sqliteErrors.ts';

/** What the database remembers until the repair is complete. */
export const REPAIR_KEY = 'store.repair';

export const StagedRepair = z.object({
  atMs: z.number(),
  /** When the copy was made that was used as base; null without one. */
  copyMadeAtMs: z.number().nullable(),
  /** Places in the damaged database that could not be read. */
  unreadable: z.number(),
  /** Rows that were read from it. */
  rows: z.number(),
  /** Documents in which this laptop wrote for the team: sent whole once more. */
  written: z.array(z.string()),
});
export type StagedRepair = z.infer<typeof StagedRepair>;

/** Made again from the documents; what they held does not matter. */
const DERIVED = /^(household|person|conversation|action|open_choice|deadline|organisation|municipality|search_\w+)$/;
/** Where the sync was. It begins anew, as on a new laptop: then nothing that the server has can be missed. */
const LANES = ['lane', 'outer_envelope', 'seen_by', 'key_reader', 'attested_head', 'attested_log', 'told_head'];

/** Lays a repaired database ready; openStore puts it in place. Nothing has happened when it fails. */
export function stageRepair(
  target: RestoreTarget & { readonly appVersion: string },
): Result<StagedRepair, ErrorOf<'DatabaseDamaged' | 'DiskFull' | 'DiskError'>> {
  const { file, key, clock, progress = silentProgress } = target;
  const draft = draftOf(file);
  let damaged: Database.Database | null = null;
  let db: Database.Database | null = null;
  try {
    removeDatabase(draft);
    progress.step('CHECK_COPY');
    const base = listBackups(file).find(({ backupId }) => {
      const copy = findBackup(file, backupId);
      return copy !== null && isSound(copy, key);
    });
    damaged = openDamaged(target);
    if (base === undefined && damaged === null) return err({ tag: 'DatabaseDamaged' });
    if (base !== undefined) copyFileSync(findBackup(file, base.backupId) ?? '', draft);
    db = connect({ file: draft, key, readOnly: false });
    applySettings(db);
    migrate(db, migrations, { clock, appVersion: target.appVersion, beforeChange: () => undefined });
    db.pragma('foreign_keys = OFF');
    progress.step('READ_PARTS', damaged === null ? 0 : keptTables(db).length);
    const read = damaged === null ? { rows: 0, unreadable: 1 } : takeOver(damaged, db, progress);
    const written = leaveLanes(db);
    dropOrphans(db);
    const staged = { atMs: clock.nowMs(), copyMadeAtMs: base?.madeAtMs ?? null, ...read, written };
    const put = db.prepare<[string, Buffer]>('INSERT OR REPLACE INTO meta (key, value) VALUES (?, ?)');
    for (const name of [REPAIR_KEY, RESTORED_KEY]) put.run(name, Buffer.from(JSON.stringify(staged)));
    const [moved] = db.pragma('wal_checkpoint(TRUNCATE)') as readonly { readonly busy: number }[];
    db.close();
    progress.step('WRITE_PARTS');
    if (moved?.busy !== 0 || !isSound(draft, key)) return err({ tag: 'DiskError' });
    layReady(file);
    target.logger.event('store.repairStaged', { rows: read.rows, unreadable: read.unreadable });
    return ok(staged);
  } catch (thrown) {
    const error = storeErrorOf(thrown, file);
    db?.close();
    removeDatabase(draft);
    if (error === null) throw thrown;
    return err(error);
  } finally {
    damaged?.close();
  }
}

/** Null when it is gone, or not even the first page can be read. */
function openDamaged({ file, key }: RestoreTarget): Database.Database | null {
  if (!existsSync(file)) return null;
  // The index of a log that was taken away says nothing and keeps a reader out.
  if (!existsSync(`${file}-wal`)) rmSync(`${file}-shm`, { force: true });
  try {
    return connect({ file, key, readOnly: true });
  } catch (thrown) {
    if (storeErrorOf(thrown)?.tag === 'DatabaseDamaged') return null;
    throw thrown;
  }
}

/** Every row that can be read, table by table, each in one transaction. */
function takeOver(
  from: Database.Database,
  to: Database.Database,
  progress: Progress,
): { rows: number; unreadable: number } {
  let rows = 0;
  // A file that is behind its copy lost the end of its log: only what the copy has not is taken over.
  const isBehind = lastOfLog(from) < lastOfLog(to);
  let unreadable = isBehind ? 1 : 0;
  const tables = keptTables(to);
  for (const [at, table] of tables.entries()) {
    progress.done(at);
    const found: Row[] = [];
    const salvaged = salvageTable(from, table, (row) => void found.push(row));
    to.transaction(() => {
      if (salvaged.unreadable === 0 && !isBehind) to.exec(`DELETE FROM "${table}"`);
      for (const row of found) putRow(to, table, row, isBehind ? 'IGNORE' : 'REPLACE');
    }).immediate();
    rows += salvaged.rows;
    unreadable += salvaged.unreadable;
  }
  // Numbers that were given to rows that are gone are not given again.
  to.exec(`UPDATE sqlite_sequence SET seq = seq + 100000 WHERE name = 'document_update'`);
  return { rows, unreadable };
}

/** Tables that hold what people did, as our schema has them. */
function keptTables(db: Database.Database): readonly string[] {
  return db
    .prepare<[], string>(
      `SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite_%'`,
    )
    .pluck()
    .all()
    .filter((table) => !DERIVED.test(table) && table !== 'migration');
}

/** The number of the last row of the chained log; infinite when it cannot be read, which is damage and not age. */
function lastOfLog(db: Database.Database): number {
  try {
    return db.prepare<[], number>('SELECT coalesce(max(seq), 0) FROM audit').pluck().get() ?? 0;
  } catch (thrown) {
    if (storeErrorOf(thrown) === null) throw thrown;
    return Number.POSITIVE_INFINITY;
  }
}

function putRow(db: Database.Database, table: string, row: Row, whenThere: 'REPLACE' | 'IGNORE'): void {
  const columns = Object.keys(row);
  const names = columns.map((column) => `"${column}"`).join(', ');
  db.prepare(`INSERT OR ${whenThere} INTO "${table}" (${names}) VALUES (${columns.map(() => '?').join(', ')})`).run(
    ...Object.values(row),
  );
}

/** Begins the sync anew; answers the documents in which this laptop had written. */
function leaveLanes(db: Database.Database): string[] {
  const written = db.prepare<[], string>('SELECT DISTINCT room FROM lane WHERE mine > 0').pluck().all();
  for (const table of LANES) db.exec(`DELETE FROM "${table}"`);
  return written;
}

/** Rows of a document that is not there any more cannot be shown, and would stop the database from being opened. */
function dropOrphans(db: Database.Database): void {
  const children = db
    .prepare<[], string>(
      `SELECT t.name FROM pragma_table_list t JOIN pragma_foreign_key_list(t.name) f ON f."table" = 'document'
       WHERE t.schema = 'main' AND t.type = 'table'`,
    )
    .pluck()
    .all();
  for (const table of children)
    db.exec(`DELETE FROM "${table}" WHERE document_id NOT IN (SELECT document_id FROM document)`);
}
