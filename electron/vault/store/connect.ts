/**
 * One keyed connection with every setting read back. Used by openStore and by the check of a backup; nothing else
 * makes a connection.
 *
 * Why each setting (measured in docs/adr/0007-the-encrypted-store.md): the driver is built to run WAL with
 * synchronous=NORMAL, which loses acknowledged commits at a power cut; a sort that spills writes a readable file
 * unless temp_store is MEMORY; without recursive_triggers a REPLACE skips delete triggers.
 */
import Database from 'better-sqlite3';
import { statSync } from 'node:fs';

export interface ConnectOptions {
  readonly file: string;
  /** 32 random bytes: the raw key of the pages, never a passphrase. */
  readonly key: Uint8Array;
  readonly readOnly: boolean;
  /** The caller has just read it through a read-only connection. */
  readonly isProved?: boolean;
}

/** SQLite before this version can corrupt a WAL database with two connections ("WAL-reset"). */
const OLDEST_SQLITE = [3, 51, 3] as const;

export const BUSY_TIMEOUT_MS = 5_000;
const CACHE_KIB = 64 * 1024;

const SETTINGS: readonly (readonly [name: string, value: string, readBack: number])[] = [
  ['synchronous', 'FULL', 2],
  ['temp_store', 'MEMORY', 2],
  ['secure_delete', 'ON', 1],
  ['foreign_keys', 'ON', 1],
  ['trusted_schema', 'OFF', 0],
  ['cell_size_check', 'ON', 1],
  ['recursive_triggers', 'ON', 1],
  ['checkpoint_fullfsync', 'ON', 1],
  ['fullfsync', 'ON', 1],
  ['wal_autocheckpoint', '0', 0],
  ['mmap_size', '0', 0],
  ['cache_size', `-${String(CACHE_KIB)}`, -CACHE_KIB],
  ['busy_timeout', String(BUSY_TIMEOUT_MS), BUSY_TIMEOUT_MS],
];

/**
 * Opens and proves the key with a first read. Throws the driver's error; closes the connection when it does.
 *
 * An existing file is proved read-only first. A connection that may write and then fails on a damaged first page still
 * moves the write-ahead log into the file as it closes, and deletes the log: the damage would take the last commits along.
 */
export function connect(options: ConnectOptions): Database.Database {
  if (options.key.length !== 32) throw new Error('a database key has 32 bytes');
  if (
    !options.readOnly &&
    options.isProved !== true &&
    hasContent(options.file) &&
    !hasContent(`${options.file}-journal`)
  ) {
    connectOnce({ ...options, readOnly: true }).close();
  }
  return connectOnce(options);
}

function connectOnce(options: ConnectOptions): Database.Database {
  const db = new Database(options.file, { readonly: options.readOnly });
  try {
    // First of all: every other statement, even one without a table, makes the driver read the file without a key.
    db.pragma(`cipher = 'chacha20'`);
    db.pragma(`key = "raw:${Buffer.from(options.key).toString('hex')}"`);
    // A wrong key is accepted silently; only the first read tells.
    db.prepare('SELECT count(*) FROM sqlite_master').get();
    if (db.pragma('cipher', { simple: true }) !== 'chacha20') throw new Error('the cipher was not accepted');
    assertSqliteVersion(db);
    return db;
  } catch (thrown) {
    db.close();
    throw thrown;
  }
}

function hasContent(file: string): boolean {
  return (statSync(file, { throwIfNoEntry: false })?.size ?? 0) > 0;
}

/** Applies the settings and asserts each by reading it back. */
export function applySettings(db: Database.Database): void {
  if (!db.readonly) db.pragma('journal_mode = WAL');
  if (db.pragma('journal_mode', { simple: true }) !== 'wal')
    throw new Error('the database does not use a write-ahead log');
  for (const [name, value, expected] of SETTINGS) {
    db.pragma(`${name} = ${value}`);
    if (db.pragma(name, { simple: true }) !== expected) throw new Error(`the setting ${name} was not accepted`);
  }
  if (db.readonly) db.pragma('query_only = ON');
}

function assertSqliteVersion(db: Database.Database): void {
  const text = db.prepare<[], string>('SELECT sqlite_version()').pluck().get() ?? '0.0.0';
  const version = text.split('.').map(Number);
  for (const [index, wanted] of OLDEST_SQLITE.entries()) {
    const part = version[index] ?? 0;
    if (part > wanted) return;
    if (part < wanted) throw new Error(`SQLite ${text} is too old`);
  }
}
