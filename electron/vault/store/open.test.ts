import Database from 'better-sqlite3';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { listBackups } from './backupFiles.ts';
import { openStore, type OpenStoreError, type OpenStoreOptions, type Store } from './open.ts';
import { documentKey, document } from './schema.ts';

const key = new Uint8Array(32).fill(7);
let folder: string;
let file: string;
let opened: Store[];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'store-'));
  file = join(folder, 'vault.db');
  opened = [];
});
afterEach(() => {
  for (const store of opened) store.close();
  rmSync(folder, { recursive: true, force: true });
});

function open(options: Partial<OpenStoreOptions> = {}): Store {
  const result = tryOpen(options);
  if (typeof result === 'string') throw new Error(result);
  return result;
}

function tryOpen(options: Partial<OpenStoreOptions> = {}): Store | OpenStoreError['tag'] {
  const result = openStore({
    file,
    key,
    clock: { nowMs: () => 1_790_000_000_000 },
    logger: { event: () => undefined },
    appVersion: '0.1.0',
    ...options,
  });
  if (!result.ok) return result.error.tag;
  opened.push(result.value);
  return result.value;
}

const oneDocument = {
  documentId: 'd'.repeat(32),
  householdId: 'a'.repeat(32),
  kind: 'household',
  createdBy: 'b'.repeat(32),
  createdOnDevice: 'c'.repeat(32),
  createdAtMs: 1,
  schemaMajor: 1,
  docGeneration: 0,
};

test('every setting that durability and secrecy rest on is in force [S1]', () => {
  const { db } = open();
  const setting = (name: string) => db.pragma(name, { simple: true });
  expect(setting('cipher')).toBe('chacha20');
  expect(setting('journal_mode')).toBe('wal');
  expect(setting('synchronous')).toBe(2);
  expect(setting('temp_store')).toBe(2);
  expect(setting('secure_delete')).toBe(1);
  expect(setting('foreign_keys')).toBe(1);
  expect(setting('trusted_schema')).toBe(0);
  expect(setting('cell_size_check')).toBe(1);
  expect(setting('wal_autocheckpoint')).toBe(0);
  expect(setting('recursive_triggers')).toBe(1);
});

test('what was written is read back after closing and opening, and the file does not show it [S3]', () => {
  const store = open();
  store.transaction(() => store.orm.insert(document).values(oneDocument).run());
  store.close();
  expect(readFileSync(file).includes(oneDocument.documentId)).toBe(false);
  expect(open({ mustExist: true }).orm.select().from(document).all()).toEqual([oneDocument]);
});

test('a wrong key is refused and changes nothing [S6]', () => {
  open().close();
  const before = readFileSync(file);
  expect(tryOpen({ key: new Uint8Array(32).fill(8) })).toBe('DatabaseDamaged');
  expect(readFileSync(file).equals(before)).toBe(true);
});

test('a damaged first page does not take the commits along that are still in the log', () => {
  const store = open();
  store.checkpoint();
  store.transaction(() => store.orm.insert(document).values(oneDocument).run());
  const [database, log] = [readFileSync(file), readFileSync(`${file}-wal`)];
  store.close();
  const damaged = Buffer.from(database).fill(0x55, 0, 4096);
  writeFileSync(file, damaged);
  writeFileSync(`${file}-wal`, log);
  expect(tryOpen()).toBe('DatabaseDamaged');
  expect(readFileSync(file).equals(damaged)).toBe(true);
  expect(readFileSync(`${file}-wal`).equals(log)).toBe(true);
  writeFileSync(file, database);
  expect(open().orm.select().from(document).all()).toEqual([oneDocument]);
});

test('a plaintext database is refused before it is opened [S3]', () => {
  const plain = new Database(file);
  plain.exec('CREATE TABLE x (a)');
  plain.close();
  const before = readFileSync(file);
  expect(tryOpen()).toBe('DatabaseIsPlaintext');
  expect(readFileSync(file).equals(before)).toBe(true);
});

test('a vault that was set up is never silently made anew', () => {
  expect(tryOpen({ mustExist: true })).toBe('DatabaseDamaged');
  writeFileSync(`${file}-wal`, 'commits that were not moved yet');
  expect(tryOpen()).toBe('DatabaseDamaged');
  expect(readFileSync(`${file}-wal`, 'utf8')).toBe('commits that were not moved yet');
});

test('a database from a newer version is refused and left as it was [S5]', () => {
  const store = open();
  store.db.pragma('user_version = 99');
  store.close();
  const before = readFileSync(file);
  expect(tryOpen()).toBe('DatabaseFromNewerVersion');
  expect(readFileSync(file).equals(before)).toBe(true);
  expect(listBackups(file)).toEqual([]);
});

test('a transaction that throws leaves nothing, also not of the one nested in it', () => {
  const store = open();
  expect(() =>
    store.transaction(() => {
      store.transaction(() => store.orm.insert(document).values(oneDocument).run());
      throw new Error('stop');
    }),
  ).toThrow('stop');
  expect(store.orm.select().from(document).all()).toEqual([]);
});

test('a nested transaction that throws takes only its own changes back', () => {
  const store = open();
  store.transaction(() => {
    store.orm.insert(document).values(oneDocument).run();
    expect(() =>
      store.transaction(() => {
        store.orm
          .insert(document)
          .values({ ...oneDocument, documentId: 'e'.repeat(32) })
          .run();
        throw new Error('inner');
      }),
    ).toThrow('inner');
  });
  expect(store.orm.select().from(document).all()).toEqual([oneDocument]);
});

test('a promise from a transaction is refused and rolled back', () => {
  const store = open();
  expect(() => store.transaction(async () => store.orm.insert(document).values(oneDocument).run())).toThrow('promise');
  expect(store.orm.select().from(document).all()).toEqual([]);
});

test('listeners hear each commit once, and no rollback', () => {
  const store = open();
  let heard = 0;
  const stop = store.onCommit(() => (heard += 1));
  store.transaction(() => store.transaction(() => undefined));
  expect(() =>
    store.transaction(() => {
      throw new Error('no');
    }),
  ).toThrow('no');
  stop();
  store.transaction(() => undefined);
  expect(heard).toBe(1);
});

test('a broken rule of the tables is a bug: it throws as it is, and the store stays usable', () => {
  const store = open();
  const orphan = { documentId: 'f'.repeat(32), keyEpoch: 0, key: Buffer.alloc(32), madeAtMs: 1 };
  expect(() => store.transaction(() => store.orm.insert(documentKey).values(orphan).run())).toThrow(
    Database.SqliteError,
  );
  store.transaction(() => store.orm.insert(document).values(oneDocument).run());
});

test('a checkpoint empties the write-ahead log', () => {
  const store = open();
  store.transaction(() => store.orm.insert(document).values(oneDocument).run());
  expect(readFileSync(`${file}-wal`).length).toBeGreaterThan(0);
  expect(store.checkpoint()).toBe(true);
  expect(readFileSync(`${file}-wal`).length).toBe(0);
});

test('a store opened read-only reads and does not write', () => {
  const store = open();
  store.transaction(() => store.orm.insert(document).values(oneDocument).run());
  store.close();
  const reader = open({ readOnly: true });
  expect(reader.orm.select().from(document).all()).toEqual([oneDocument]);
  expect(() => reader.transaction(() => reader.orm.delete(document).run())).toThrow('DiskError');
});
