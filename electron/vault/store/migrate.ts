/**
 * Brings a database to the schema this program knows.
 *
 * Promises:
 * - numbers have no gaps; what was applied is stored with a sha-256 of its statements, and a stored one that differs
 *   from ours was made by a version we do not know: stop, change nothing;
 * - a database newer than we know is refused, never opened for writing, never deleted;
 * - each migration is one transaction: interrupted anywhere, it has happened or it has not;
 * - rows survive. SQLite ignores `foreign_keys=OFF` inside a transaction and a dropped parent table then silently
 *   takes its children along, so foreign keys go off outside it, and before the commit foreign_key_check must be
 *   empty and every table must have as many rows as before, unless the migration names it;
 * - nothing changes in a database with rows before `beforeChange` (a verified backup) has come back.
 */
import type Database from 'better-sqlite3';
import { createHash } from 'node:crypto';
import type { Clock } from '../../../shared/deps.ts';
import type { ErrorOf } from '../../../shared/errors.ts';
import { err, ok, type Result } from '../../../shared/result.ts';

export interface Migration {
  /** 1, 2, 3 ... without gaps. */
  readonly id: number;
  readonly name: string;
  /** One SQL statement each, without PRAGMA and without BEGIN or COMMIT. */
  readonly statements: readonly string[];
  /** Tables that may end with another number of rows, or may be gone, on purpose. */
  readonly changesRowsOf?: readonly string[];
}

export interface MigrateOptions {
  readonly clock: Clock;
  readonly appVersion: string;
  /** Makes and verifies a backup; called once, only when there is something to lose. Throwing stops everything. */
  beforeChange(): void;
  /** For fault tests: called before every statement. */
  onStatement?(migrationId: number, statement: number): void;
}

export type SchemaError = ErrorOf<'DatabaseFromNewerVersion' | 'DatabaseDamaged'>;

/** How many of `migrations` the database has. Reads only. */
export function appliedMigrations(
  db: Database.Database,
  migrations: readonly Migration[],
): Result<number, SchemaError> {
  assertWellFormed(migrations);
  const known = migrations.length;
  if (Number(db.pragma('user_version', { simple: true })) > known) return err({ tag: 'DatabaseFromNewerVersion' });
  const hasList = db.prepare(`SELECT 1 FROM sqlite_master WHERE name = 'migration'`).get() !== undefined;
  if (!hasList) {
    const isEmpty = db.prepare(`SELECT 1 FROM sqlite_master LIMIT 1`).get() === undefined;
    return isEmpty ? ok(0) : err({ tag: 'DatabaseDamaged' });
  }
  const applied = db.prepare<[], { id: number; sha256: string }>(`SELECT id, sha256 FROM migration ORDER BY id`).all();
  for (const [index, row] of applied.entries()) {
    if (row.id !== index + 1) return err({ tag: 'DatabaseDamaged' });
    const ours = migrations[index];
    if (ours === undefined || fingerprint(ours) !== row.sha256) return err({ tag: 'DatabaseFromNewerVersion' });
  }
  return ok(applied.length);
}

/** Applies what is missing; answers how many were applied. A migration that breaks its promise throws, changed nothing. */
export function migrate(
  db: Database.Database,
  migrations: readonly Migration[],
  options: MigrateOptions,
): Result<number, SchemaError> {
  const applied = appliedMigrations(db, migrations);
  if (!applied.ok) return applied;
  const pending = migrations.slice(applied.value);
  if (pending.length === 0) return ok(0);
  if (applied.value > 0) options.beforeChange();
  db.pragma('foreign_keys = OFF');
  try {
    for (const migration of pending) applyOne(db, migration, options);
  } finally {
    db.pragma('foreign_keys = ON');
  }
  return ok(pending.length);
}

function applyOne(db: Database.Database, migration: Migration, options: MigrateOptions): void {
  db.exec('BEGIN IMMEDIATE');
  try {
    const before = rowCounts(db);
    db.exec(
      `CREATE TABLE IF NOT EXISTS migration (
         id INTEGER PRIMARY KEY NOT NULL, name TEXT NOT NULL, sha256 TEXT NOT NULL,
         app_version TEXT NOT NULL, applied_at_ms INTEGER NOT NULL
       ) STRICT`,
    );
    migration.statements.forEach((statement, index) => {
      options.onStatement?.(migration.id, index);
      db.exec(statement);
    });
    assertRowsKept(before, rowCounts(db), migration);
    if ((db.pragma('foreign_key_check') as readonly unknown[]).length > 0) {
      throw new Error(`migration ${String(migration.id)} leaves rows without their parent`);
    }
    db.prepare(`INSERT INTO migration (id, name, sha256, app_version, applied_at_ms) VALUES (?, ?, ?, ?, ?)`).run(
      migration.id,
      migration.name,
      fingerprint(migration),
      options.appVersion,
      options.clock.nowMs(),
    );
    db.pragma(`user_version = ${String(migration.id)}`);
    db.exec('COMMIT');
  } catch (thrown) {
    if (db.inTransaction) db.exec('ROLLBACK');
    throw thrown;
  }
}

/** Rows per ordinary table; shadow tables of the search index are its own business. */
export function rowCounts(db: Database.Database): ReadonlyMap<string, number> {
  const tables = db
    .prepare<[], string>(
      `SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite_%'`,
    )
    .pluck()
    .all();
  return new Map(
    tables.map((table) => [table, db.prepare<[], number>(`SELECT count(*) FROM "${table}"`).pluck().get() ?? 0]),
  );
}

function assertRowsKept(
  before: ReadonlyMap<string, number>,
  after: ReadonlyMap<string, number>,
  migration: Migration,
): void {
  for (const [table, count] of before) {
    if (table === 'migration' || migration.changesRowsOf?.includes(table)) continue;
    if (after.get(table) !== count)
      throw new Error(`migration ${String(migration.id)} changes the number of rows of ${table}`);
  }
}

function fingerprint(migration: Migration): string {
  return createHash('sha256')
    .update(JSON.stringify([migration.name, migration.statements]))
    .digest('hex');
}

const FORBIDDEN = /^\s*(PRAGMA|BEGIN|COMMIT|END|ROLLBACK|SAVEPOINT|ATTACH|DETACH|VACUUM)\b/i;

function assertWellFormed(migrations: readonly Migration[]): void {
  for (const [index, migration] of migrations.entries()) {
    if (migration.id !== index + 1)
      throw new Error(`migration ${String(migration.id)} stands at place ${String(index + 1)}`);
    if (migration.statements.some((statement) => FORBIDDEN.test(statement))) {
      throw new Error(`migration ${String(migration.id)} holds a statement that belongs to the runner`);
    }
  }
}
