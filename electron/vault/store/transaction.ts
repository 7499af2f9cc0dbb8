/**
 * Synchronous transactions on one connection.
 *
 * Promises: BEGIN IMMEDIATE, so a writer is a writer from the start; when the call returns the commit is on disk
 * (synchronous=FULL); a throw or a promise rolls back; a rollback that fails never hides the first error; after a
 * failing disk or a damaged page no transaction starts any more.
 */
import type Database from 'better-sqlite3';
import { markDamage } from './damageMark.ts';
import { rethrowAsStoreFailure, StoreFailure } from './sqliteErrors.ts';

export function createTransaction(
  db: Database.Database,
  options: {
    readonly file: string;
    /** Throws a StoreFailure when the files are not where they were. */
    assertInPlace(): void;
    committed(): void;
    /** A commit found the disk full. */
    diskFull?(): void;
  },
): <T>(run: () => T) => T {
  const begin = db.prepare('BEGIN IMMEDIATE');
  const commit = db.prepare('COMMIT');
  const rollback = db.prepare('ROLLBACK');
  const nested = {
    begin: db.prepare('SAVEPOINT nested'),
    end: db.prepare('RELEASE nested'),
  };
  let failure: StoreFailure | null = null;

  const outer = <T>(run: () => T): T => {
    let value: T;
    try {
      options.assertInPlace();
      begin.run();
      value = run();
      refusePromise(value);
      commit.run();
    } catch (thrown) {
      // SQLite may have rolled back by itself, for example when the disk is full.
      if (db.inTransaction) attempt(() => rollback.run());
      try {
        rethrowAsStoreFailure(thrown, options.file);
      } catch (classified) {
        if (classified instanceof StoreFailure && classified.error.tag === 'DatabaseDamaged') markDamage(options.file);
        if (classified instanceof StoreFailure && classified.error.tag === 'DiskFull') options.diskFull?.();
        if (classified instanceof StoreFailure && classified.error.tag !== 'DiskFull') failure = classified;
        throw classified;
      }
    }
    options.committed();
    return value;
  };

  const inner = <T>(run: () => T): T => {
    nested.begin.run();
    try {
      const value = run();
      refusePromise(value);
      nested.end.run();
      return value;
    } catch (thrown) {
      if (db.inTransaction) attempt(() => db.exec('ROLLBACK TO nested; RELEASE nested'));
      throw thrown;
    }
  };

  return (run) => {
    if (failure !== null) throw failure;
    return db.inTransaction ? inner(run) : outer(run);
  };
}

function refusePromise(value: unknown): void {
  if (typeof value === 'object' && value !== null && 'then' in value && typeof value.then === 'function') {
    throw new Error('a transaction cannot wait: it was given a promise');
  }
}

function attempt(run: () => unknown): void {
  try {
    run();
  } catch {
    // The error that led here is the one to report.
  }
}
