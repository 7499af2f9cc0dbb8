/**
 * Compares a copy with the database it was made from, row by row and column by column, inside SQLite.
 *
 * When nobody wrote since the copy began, both must be the same. When another connection did write (a background copy
 * while somebody types), what can be said still is: the same tables, and every row of the tables that are only ever
 * added to is in the original exactly as in the copy.
 */
import type Database from 'better-sqlite3';
import { silentProgress, type Progress } from '../progress.ts';

/** True when `copy` is a faithful copy. `isStill` says whether the original is unchanged since the copy began. */
export function compareCopy(
  db: Database.Database,
  copy: string,
  key: Uint8Array,
  { isStill, progress = silentProgress }: { readonly isStill: () => boolean; readonly progress?: Progress },
): boolean {
  db.prepare('ATTACH ? AS copy KEY ?').run(copy, `raw:${Buffer.from(key).toString('hex')}`);
  try {
    if (!sameSchema(db)) return false;
    // One snapshot for all comparisons; it begins at the first read, which is why `isStill` is asked after that.
    db.exec('BEGIN');
    try {
      const tables = tableNames(db);
      progress.step('COMPARE', tables.length);
      const whole = isStill();
      return (whole ? tables : tables.filter((table) => APPEND_ONLY.includes(table))).every((table, at) => {
        progress.done(at);
        return (!whole || countRows(db, 'main', table) === countSame(db, table)) && isCovered(db, table);
      });
    } finally {
      db.exec('COMMIT');
    }
  } finally {
    db.exec('DETACH copy');
  }
}

/** Rows of these are never changed, and leave only by compaction or destruction of a whole document. */
const APPEND_ONLY: readonly string[] = ['audit', 'document_key', 'migration'];

function sameSchema(db: Database.Database): boolean {
  const list = (name: string) =>
    JSON.stringify([
      db.prepare(`SELECT type, name, tbl_name, sql FROM ${name}.sqlite_master ORDER BY type, name`).all(),
      db.pragma(`${name}.user_version`, { simple: true }),
    ]);
  return list('main') === list('copy');
}

/** Ordinary tables and the shadow tables that hold the search index. */
function tableNames(db: Database.Database): readonly string[] {
  return db
    .prepare<[], string>(
      `SELECT name FROM pragma_table_list WHERE schema = 'main' AND type IN ('table', 'shadow') AND name <> 'sqlite_schema'`,
    )
    .pluck()
    .all();
}

function isCovered(db: Database.Database, table: string): boolean {
  return countSame(db, table) === countRows(db, 'copy', table);
}

function countRows(db: Database.Database, schema: 'main' | 'copy', table: string): number {
  return db.prepare<[], number>(`SELECT count(*) FROM ${schema}."${table}"`).pluck().get() ?? 0;
}

/** Rows that are in both with the same primary key and the same value in every column. */
function countSame(db: Database.Database, table: string): number {
  const columns = db
    .prepare<[string], { name: string; pk: number }>(`SELECT name, pk FROM pragma_table_info(?)`)
    .all(table);
  const isKeyed = columns.some((column) => column.pk > 0);
  const by = isKeyed
    ? columns.filter((column) => column.pk > 0).map((column) => `a."${column.name}" = b."${column.name}"`)
    : ['a.rowid = b.rowid'];
  const same = columns.map((column) => `a."${column.name}" IS b."${column.name}"`);
  // CROSS JOIN fixes the order: walk the copy, look each row up in the original by its key.
  return (
    db
      .prepare<[], number>(
        `SELECT count(*) FROM copy."${table}" b CROSS JOIN main."${table}" a ON ${by.join(' AND ')} WHERE ${same.join(' AND ')}`,
      )
      .pluck()
      .get() ?? 0
  );
}
