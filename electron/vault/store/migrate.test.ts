import Database from 'better-sqlite3';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getTableName, is } from 'drizzle-orm';
import { getTableConfig, SQLiteTable } from 'drizzle-orm/sqlite-core';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { listBackups } from './backupFiles.ts';
import { migrate, rowCounts, type Migration } from './migrate.ts';
import { migrations } from './migrations/migrations.ts';
import { openStore, type OpenStoreOptions, type Store } from './open.ts';
import * as schema from './schema.ts';

const key = new Uint8Array(32).fill(7);
const clock = { nowMs: () => 1_790_000_000_000 };
let folder: string;
let file: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'migrate-'));
  file = join(folder, 'vault.db');
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const optionsFor = (list: readonly Migration[]): OpenStoreOptions => ({
  file,
  key,
  clock,
  logger: { event: () => undefined },
  appVersion: '0.1.0',
  migrations: list,
});

function open(list: readonly Migration[] = migrations): Store {
  const result = openStore(optionsFor(list));
  if (!result.ok) throw new Error(result.error.tag);
  return result.value;
}

const tables = Object.values(schema).filter((value) => is(value, SQLiteTable));
const LAST = migrations.length;
const numbered = (id: number, statements: readonly string[]): Migration => ({
  id,
  name: `test${String(id)}`,
  statements,
});
/** Our migrations and one more. */
const andThen = (statements: readonly string[]): readonly Migration[] => [
  ...migrations,
  numbered(LAST + 1, statements),
];

/** Ordinary tables, parents first. */
function tableNames(db: Database.Database): readonly string[] {
  return db
    .prepare<[], string>(
      `SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite_%'
       AND name <> 'migration' ORDER BY name <> 'document', name`,
    )
    .pluck()
    .all();
}

/** A row in every table, made from the table's own columns. */
function fillEveryTable(store: Store): void {
  const { db } = store;
  store.transaction(() => {
    for (const table of tableNames(db)) {
      const types = db.prepare<[string], string>(`SELECT type FROM pragma_table_info(?)`).pluck().all(table);
      const values = types.map((type) => ({ INTEGER: '1', TEXT: `'d1'`, BLOB: 'zeroblob(32)' })[type] ?? 'NULL');
      db.exec(`INSERT INTO "${table}" VALUES (${values.join(', ')})`);
    }
  });
}

function contents(db: Database.Database): Record<string, unknown[]> {
  return Object.fromEntries(tableNames(db).map((table) => [table, db.prepare(`SELECT * FROM "${table}"`).all()]));
}

/** The textbook rebuild of a table that others point at. */
const rebuildDocument = [
  `CREATE TABLE document_new (document_id TEXT PRIMARY KEY NOT NULL, household_id TEXT NOT NULL, kind TEXT NOT NULL,
     created_by TEXT NOT NULL, created_on_device TEXT NOT NULL, created_at_ms INTEGER NOT NULL, schema_major INTEGER NOT NULL,
     doc_generation INTEGER NOT NULL) STRICT`,
  `INSERT INTO document_new SELECT * FROM document`,
  `DROP TABLE document`,
  `ALTER TABLE document_new RENAME TO document`,
  `CREATE INDEX document_by_household ON document (household_id, kind)`,
];

test('the typed tables are the tables on disk: columns, types, nulls, keys, references, indexes', () => {
  const { db, close } = open();
  // The tables of sharing are written and read as plain SQL.
  const typed = new Set<string>(tables.map((table) => getTableName(table)));
  const plain = migrations
    .slice(1)
    .flatMap(({ statements }) => statements.flatMap((each) => /^CREATE TABLE (\w+)/.exec(each)?.[1] ?? []))
    .filter((name) => !typed.has(name));
  expect(tableNames(db).toSorted()).toEqual([...tables.map((table) => getTableName(table)), ...plain].toSorted());
  for (const table of tables) {
    const config = getTableConfig(table);
    const keys = new Set([
      ...config.columns.filter((column) => column.primary).map((column) => column.name),
      ...config.primaryKeys.flatMap((primary) => primary.columns.map((column) => column.name)),
    ]);
    expect(
      db.prepare(`SELECT name, type, "notnull", pk > 0 AS pk FROM pragma_table_info(?)`).all(config.name),
      config.name,
    ).toEqual(
      config.columns.map((column) => ({
        name: column.name,
        type: column.getSQLType().toUpperCase(),
        notnull: column.notNull || keys.has(column.name) ? 1 : 0,
        pk: keys.has(column.name) ? 1 : 0,
      })),
    );
    const indexes = db
      .prepare<[string], string>(`SELECT name FROM pragma_index_list(?) WHERE origin = 'c'`)
      .pluck()
      .all(config.name);
    expect(indexes.toSorted(), config.name).toEqual(config.indexes.map((index) => index.config.name).toSorted());
    const references = db.prepare(`SELECT "table", on_delete FROM pragma_foreign_key_list(?)`).all(config.name);
    expect(references, config.name).toEqual(
      config.foreignKeys.map(() => ({ table: 'document', on_delete: 'NO ACTION' })),
    );
  }
  close();
});

test('the schema on disk is the one written down', () => {
  const store = open();
  const sql = store.db
    .prepare<[], string>(
      `SELECT sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'search_fts_%' ORDER BY type, name`,
    )
    .pluck()
    .all();
  expect(sql.map((text) => text.replaceAll(/\s+/g, ' '))).toMatchSnapshot();
  store.close();
});

test('rebuilding a table that others point at keeps every row of every table [S10]', () => {
  const store = open();
  fillEveryTable(store);
  const before = contents(store.db);
  expect(Object.values(before).every((rows) => rows.length === 1)).toBe(true);
  store.close();
  const after = open(andThen(rebuildDocument));
  expect(contents(after.db)).toEqual(before);
  expect(after.db.pragma('foreign_keys', { simple: true })).toBe(1);
  expect(after.db.pragma('foreign_key_check')).toEqual([]);
  after.close();
});

test('the same rebuild with foreign keys left on would have lost the children: the danger is real', () => {
  const db = new Database(join(folder, 'danger.db'));
  db.exec(`CREATE TABLE parent (id INTEGER PRIMARY KEY); CREATE TABLE child (p REFERENCES parent (id) ON DELETE CASCADE);
           INSERT INTO parent VALUES (1); INSERT INTO child VALUES (1)`);
  db.pragma('foreign_keys = ON');
  db.exec(`BEGIN; PRAGMA foreign_keys = OFF; CREATE TABLE parent_new (id INTEGER PRIMARY KEY);
           INSERT INTO parent_new SELECT * FROM parent; DROP TABLE parent; ALTER TABLE parent_new RENAME TO parent; COMMIT`);
  expect(db.prepare('SELECT count(*) FROM child').pluck().get()).toBe(0);
  const cascading = [
    numbered(1, [
      'CREATE TABLE parent (id INTEGER PRIMARY KEY)',
      'CREATE TABLE child (p REFERENCES parent (id) ON DELETE CASCADE)',
    ]),
    numbered(2, [
      'CREATE TABLE parent_new (id INTEGER PRIMARY KEY)',
      'INSERT INTO parent_new SELECT * FROM parent',
      'DROP TABLE parent',
      'ALTER TABLE parent_new RENAME TO parent',
    ]),
  ];
  const ours = new Database(join(folder, 'ours.db'));
  const options = { clock, appVersion: '1', beforeChange: () => undefined };
  migrate(ours, cascading.slice(0, 1), options);
  ours.exec('INSERT INTO parent VALUES (1); INSERT INTO child VALUES (1)');
  expect(migrate(ours, cascading, options)).toEqual({ ok: true, value: 1 });
  expect(ours.prepare('SELECT count(*) FROM child').pluck().get()).toBe(1);
  db.close();
  ours.close();
});

test('a migration that loses rows or leaves orphans stops and has changed nothing [S10]', () => {
  const store = open();
  fillEveryTable(store);
  const before = contents(store.db);
  const run = (statements: readonly string[]) =>
    migrate(store.db, andThen(statements), { clock, appVersion: '1', beforeChange: () => undefined });
  expect(() => run(['DELETE FROM ui_state'])).toThrow('number of rows of ui_state');
  expect(() => run([...rebuildDocument.slice(0, 1), ...rebuildDocument.slice(2)])).toThrow(
    'number of rows of document',
  );
  expect(() => run([`UPDATE document SET document_id = 'other'`])).toThrow('without their parent');
  expect(contents(store.db)).toEqual(before);
  expect(store.db.pragma('user_version', { simple: true })).toBe(LAST);
  store.close();
});

test('interrupted before any of its statements, a migration has not happened and can be done again', () => {
  const store = open();
  fillEveryTable(store);
  const before = contents(store.db);
  const list = andThen(rebuildDocument);
  for (let stop = 0; stop < rebuildDocument.length; stop += 1) {
    const onStatement = (_id: number, statement: number) => {
      if (statement === stop) throw new Error('power cut');
    };
    expect(() =>
      migrate(store.db, list, { clock, appVersion: '1', beforeChange: () => undefined, onStatement }),
    ).toThrow('power cut');
    expect(contents(store.db)).toEqual(before);
    expect(store.db.pragma('foreign_keys', { simple: true })).toBe(1);
  }
  expect(migrate(store.db, list, { clock, appVersion: '1', beforeChange: () => undefined })).toEqual({
    ok: true,
    value: 1,
  });
  expect(contents(store.db)).toEqual(before);
  store.close();
});

test('a first start interrupted at any statement leaves a file that the next start completes', () => {
  const [init] = migrations;
  for (let stop = 0; stop < (init?.statements.length ?? 0); stop += 5) {
    const broken = { ...init, statements: init?.statements.with(stop, 'SELECT 1 FROM nowhere') } as Migration;
    expect(() => openStore(optionsFor([broken]))).toThrow('nowhere');
    const store = open();
    expect(rowCounts(store.db).get('migration')).toBe(LAST);
    store.close();
    for (const name of readdirSync(folder)) rmSync(join(folder, name), { recursive: true });
  }
});

test('a verified copy is made before a migration, and not when there is nothing to migrate', () => {
  const store = open();
  fillEveryTable(store);
  store.close();
  open().close();
  expect(listBackups(file)).toEqual([]);
  open(andThen(['CREATE TABLE extra (a TEXT)'])).close();
  expect(listBackups(file).map((row) => row.reason)).toEqual(['migration']);
});

test('a migration that was changed after it was applied, or that we never had, is a version we do not know [S5]', () => {
  open().close();
  const [init, ...others] = migrations;
  const edited = { ...init, statements: [...(init?.statements ?? []), 'CREATE TABLE later (a TEXT)'] } as Migration;
  expect(openStore(optionsFor([edited, ...others]))).toEqual({ ok: false, error: { tag: 'DatabaseFromNewerVersion' } });
  open(andThen(['CREATE TABLE extra (a TEXT)'])).close();
  expect(openStore(optionsFor(migrations))).toEqual({ ok: false, error: { tag: 'DatabaseFromNewerVersion' } });
});

test('a gap in what was applied is damage', () => {
  const list = andThen(['CREATE TABLE extra (a TEXT)']);
  const store = open(list);
  store.db.exec('DELETE FROM migration WHERE id = 1');
  store.close();
  expect(openStore(optionsFor(list))).toEqual({ ok: false, error: { tag: 'DatabaseDamaged' } });
});

test('a list with a gap, or with a statement that belongs to the runner, does not start', () => {
  expect(() => openStore(optionsFor([numbered(2, [])]))).toThrow('stands at place 1');
  expect(() => openStore(optionsFor([numbered(1, ['PRAGMA foreign_keys = OFF'])]))).toThrow('belongs to the runner');
});
