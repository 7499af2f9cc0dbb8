/**
 * The one function that opens a vault's database.
 *
 * Promises:
 * - a plaintext file is refused before the driver touches it; a newer schema is refused before anything is written;
 * - what openStore gives back is encrypted, durable (a transaction that returned is on disk) and at our schema;
 * - an old schema is migrated only after a verified backup;
 * - a restore that was laid ready is completed first, the present state kept;
 * - when the files are taken away while they are open, nothing is told as saved any more, and what was saved is laid ready
 *   for the next open from what this process still holds; a log that is missing at the opening is damage, not an old state;
 * - room kept for a full disk (reserve.ts) is given up when a commit or the opening finds the disk full;
 * - nothing else is ever deleted here.
 */
import type Database from 'better-sqlite3';
import { drizzle, type BetterSQLite3Database } from 'drizzle-orm/better-sqlite3';
import { closeSync, existsSync, openSync, readSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Clock, Logger } from '../../../shared/deps.ts';
import type { ErrorOf } from '../../../shared/errors.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import { createBackup } from './backup.ts';
import { applySettings, BUSY_TIMEOUT_MS, connect } from './connect.ts';
import { syncFolder } from './folders.ts';
import { appliedMigrations, migrate, type Migration } from './migrate.ts';
import { migrations as ourMigrations } from './migrations/migrations.ts';
import type { Progress } from '../progress.ts';
import { watchPlace } from './placeWatch.ts';
import { releaseReserve } from './reserve.ts';
import { applyStagedRestore, layPresentReady } from './restore.ts';
import { storeErrorOf, StoreFailure } from './sqliteErrors.ts';
import { createTransaction } from './transaction.ts';

export interface OpenStoreOptions {
  readonly file: string;
  /** 32 bytes. The caller wipes its copy when the vault locks. */
  readonly key: Uint8Array;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly appVersion: string;
  readonly readOnly?: boolean;
  /** True once a vault was set up: a missing or empty file is then damage, never silently a new one. */
  readonly mustExist?: boolean;
  /** Hears of what takes long: completing a restore, and the copy before a migration. */
  readonly progress?: Progress;
  /** Only for tests: another list than the one of this program. */
  readonly migrations?: readonly Migration[];
}

export type OpenStoreError = ErrorOf<
  'DatabaseDamaged' | 'DatabaseIsPlaintext' | 'DatabaseFromNewerVersion' | 'DiskFull' | 'DiskError'
>;

export interface Store {
  readonly db: Database.Database;
  readonly orm: BetterSQLite3Database;
  readonly file: string;
  /**
   * Runs `run` inside BEGIN IMMEDIATE and commits; when it returns, the change is on disk. Inside another transaction
   * it joins that one with a savepoint. A throw rolls back; a promise is refused. When the disk or the database is to
   * blame it throws StoreFailure (see storeResult), and after a failing disk every later call does so too: a page that
   * could not be synced may be gone from memory, so the only safe way on is to open the store again.
   */
  transaction<T>(run: () => T): T;
  /** Called after each commit of a transaction, outside it. Answers a function that ends the subscription. */
  onCommit(listener: () => void): () => void;
  /** Moves the write-ahead log into the database and empties it; false when a reader was in the way. */
  checkpoint(): boolean;
  /** Checkpoints and closes. Twice is allowed. */
  close(): void;
}

/** Opens, or makes, the database at `file`; on a full disk once more when room was kept for that. */
export function openStore(options: OpenStoreOptions): Result<Store, OpenStoreError> {
  const opened = openOnce(options);
  return !opened.ok && opened.error.tag === 'DiskFull' && giveUpReserve(options) ? openOnce(options) : opened;
}

function giveUpReserve({ file, logger }: OpenStoreOptions): boolean {
  const released = releaseReserve(file);
  if (released) logger.event('store.reserveReleased');
  return released;
}

function openOnce(options: OpenStoreOptions): Result<Store, OpenStoreError> {
  const { file, logger } = options;
  const readOnly = options.readOnly ?? false;
  const list = options.migrations ?? ourMigrations;
  let db: Database.Database | null = null;
  try {
    if (!readOnly) applyStagedRestore(options);
    const found = lookAt(file);
    if (found === 'plaintext') return refuse({ tag: 'DatabaseIsPlaintext' }, options);
    if (found === 'lost' || (found === 'absent' && (readOnly || options.mustExist === true)))
      return refuse({ tag: 'DatabaseDamaged' }, options);
    const before = found === 'absent' ? ok(0) : lookAtSchema(file, options.key, list);
    if (!before.ok) return refuse(before.error, options);
    // The look at the schema was the read-only proof.
    db = connect({ file, key: options.key, readOnly, isProved: found === 'present' });
    applySettings(db);
    if (readOnly && before.value < list.length) throw new Error('a store opened read-only cannot be migrated');
    const opened = db;
    const applied = migrate(db, list, {
      clock: options.clock,
      appVersion: options.appVersion,
      beforeChange: () => {
        const backup = createBackup({
          db: opened,
          file,
          key: options.key,
          nowMs: options.clock.nowMs(),
          reason: 'migration',
          ...(options.progress === undefined ? {} : { progress: options.progress }),
        });
        if (!backup.ok)
          throw new StoreFailure(backup.error.tag === 'BackupUnusable' ? { tag: 'DatabaseDamaged' } : backup.error);
        logger.event('store.migrating', { from: before.value, to: list.length });
        options.progress?.step('UPDATE');
      },
    });
    if (!applied.ok) throw new Error('the schema changed while it was opened');
    if (applied.value > 0) logger.event('store.migrated', { from: before.value, to: list.length });
    if (found === 'absent') syncFolder(dirname(file));
    return ok(createStore(db, options));
  } catch (thrown) {
    const error = storeErrorOf(thrown, file);
    closeQuietly(db);
    if (error === null) throw thrown;
    return refuse(error, options);
  }
}

function createStore(db: Database.Database, options: OpenStoreOptions): Store {
  const listeners = new Set<() => void>();
  const place = watchPlace(options.file);
  let gone: StoreFailure | null = null;
  /** Throws from the moment that the files lost their names; what was saved until then is laid ready once. */
  const assertInPlace = (): void => {
    if (gone !== null) throw gone;
    if (db.readonly || !place.isGone()) return;
    gone = new StoreFailure({ tag: 'DiskError' });
    options.logger.event('store.fileGone', { kept: layPresentReady(db, options.file, options.key) });
    throw gone;
  };
  const transaction = createTransaction(db, {
    file: options.file,
    assertInPlace,
    committed: () => {
      for (const listener of listeners) listener();
    },
    diskFull: () => giveUpReserve(options),
  });
  const checkpoint = (): boolean => {
    // A background copy may be reading for seconds. Waiting for it would keep the worker waiting, so do not.
    db.pragma('busy_timeout = 0');
    try {
      const [row] = db.pragma('wal_checkpoint(TRUNCATE)') as readonly { readonly busy: number }[];
      return row?.busy === 0;
    } finally {
      db.pragma(`busy_timeout = ${String(BUSY_TIMEOUT_MS)}`);
    }
  };
  return {
    db,
    orm: drizzle({ client: db }),
    file: options.file,
    transaction,
    onCommit(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    checkpoint() {
      try {
        assertInPlace();
        return checkpoint();
      } catch (thrown) {
        const error = storeErrorOf(thrown, options.file);
        if (error === null) throw thrown;
        throw new StoreFailure(error, thrown);
      }
    },
    close() {
      if (!db.open) return;
      try {
        assertInPlace();
        if (!db.readonly) checkpoint();
      } catch (thrown) {
        // The log stays beside the database and is read at the next open: nothing is lost, so closing goes on.
        options.logger.event('store.checkpointFailed', { tag: storeErrorOf(thrown, options.file)?.tag ?? 'Internal' });
      }
      db.close();
    },
  };
}

const PLAINTEXT_START = 'SQLite format 3\0';

/**
 * What lies at `file`; `lost` is an empty or missing database beside a log that still holds commits, or a database whose log
 * was taken away: the index of a log goes before the log when a vault closes, and comes after it when one opens.
 */
function lookAt(file: string): 'absent' | 'plaintext' | 'lost' | 'present' {
  if (sizeOf(file) === 0) return sizeOf(`${file}-wal`) > 0 ? 'lost' : 'absent';
  if (existsSync(`${file}-shm`) && !existsSync(`${file}-wal`)) return 'lost';
  const start = Buffer.alloc(16);
  const handle = openSync(file, 'r');
  try {
    readSync(handle, start, 0, 16, 0);
  } finally {
    closeSync(handle);
  }
  return start.toString('latin1') === PLAINTEXT_START ? 'plaintext' : 'present';
}

function sizeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0;
}

/** Over a connection that cannot write: a database that we must not open is left exactly as it was. */
function lookAtSchema(file: string, key: Uint8Array, list: readonly Migration[]): ReturnType<typeof appliedMigrations> {
  const db = connect({ file, key, readOnly: true });
  try {
    return appliedMigrations(db, list);
  } finally {
    db.close();
  }
}

function refuse(error: OpenStoreError, options: OpenStoreOptions): Result<never, OpenStoreError> {
  options.logger.event('store.openFailed', { tag: error.tag });
  return err(error);
}

function closeQuietly(db: Database.Database | null): void {
  try {
    db?.close();
  } catch {
    // The first error is the one that counts.
  }
}
