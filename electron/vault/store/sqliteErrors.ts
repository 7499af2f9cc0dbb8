/**
 * Turns what the database driver throws into the tagged errors of shared/errors.ts, at the edge and nowhere else.
 *
 * Promises: a full disk is `DiskFull`, a disk that fails or may not be written is `DiskError`, pages that do not hold
 * what was written are `DatabaseDamaged`. Everything else the driver throws (a wrong statement, a broken constraint)
 * is a bug and stays an exception.
 */
import Database from 'better-sqlite3';
import { DrizzleQueryError } from 'drizzle-orm/errors';
import { statfsSync } from 'node:fs';
import { dirname } from 'node:path';
import type { ErrorOf } from '../../../shared/errors.ts';
import { err, type Result } from '../../../shared/result.ts';

export type StoreError = ErrorOf<'DiskFull' | 'DiskError' | 'DatabaseDamaged'>;

/** Thrown inside the vault when the disk or the database fails; carries the tag that a command answers with. */
export class StoreFailure extends Error {
  readonly error: StoreError;
  constructor(error: StoreError, cause?: unknown) {
    super(error.tag, { cause });
    this.name = 'StoreFailure';
    this.error = error;
  }
}

/** The tag of a failure of the disk or the database; null when `thrown` is something else, that is: a bug. */
export function storeErrorOf(thrown: unknown, file?: string): StoreError | null {
  if (thrown instanceof StoreFailure) return thrown.error;
  const code = codeOf(thrown);
  if (code === null) return null;
  if (code === 'SQLITE_FULL' || code === 'ENOSPC' || code === 'EDQUOT') return { tag: 'DiskFull' };
  if (code.startsWith('SQLITE_CORRUPT') || code.startsWith('SQLITE_NOTADB')) return { tag: 'DatabaseDamaged' };
  if (code.startsWith('SQLITE_IOERR') && file !== undefined && isDiskFull(file)) return { tag: 'DiskFull' };
  if (DISK_CODES.test(code)) return { tag: 'DiskError' };
  return null;
}

/**
 * Runs `run` and gives a failure of the disk or the database back as one of the two tags that every command may answer
 * with; anything else it throws is a bug and goes on upwards. A damaged page found halfway a command is a `DiskError`
 * here (the disk gave back something else than it was given); only opening has a tag of its own for it.
 * For handlers: `return storeResult(() => ok(store.transaction(...)))`.
 */
export function storeResult<T, E = never>(run: () => Result<T, E>): Result<T, E | ErrorOf<'DiskFull' | 'DiskError'>> {
  try {
    return run();
  } catch (thrown) {
    const error = storeErrorOf(thrown);
    if (error === null) throw thrown;
    return err({ tag: error.tag === 'DiskFull' ? 'DiskFull' : 'DiskError' });
  }
}

/** Rethrows a driver error as a StoreFailure when the disk or the database is to blame, and unchanged otherwise. */
export function rethrowAsStoreFailure(thrown: unknown, file: string): never {
  if (thrown instanceof StoreFailure) throw thrown;
  const error = storeErrorOf(thrown, file);
  throw error === null ? thrown : new StoreFailure(error, thrown);
}

const DISK_CODES =
  /^(SQLITE_IOERR|SQLITE_CANTOPEN|SQLITE_READONLY|SQLITE_PROTOCOL|SQLITE_PERM|SQLITE_BUSY|SQLITE_LOCKED|SQLITE_NOMEM|EIO$|EROFS$|EACCES$|EPERM$|ENOENT$|ENOTDIR$|EISDIR$|EMFILE$|ENFILE$|EFBIG$)/;

function codeOf(thrown: unknown): string | null {
  // The query builder wraps the driver's error, with the values in its message: only the cause may go on.
  if (thrown instanceof DrizzleQueryError) return codeOf(thrown.cause);
  if (thrown instanceof Database.SqliteError) return thrown.code;
  if (thrown instanceof Error && 'code' in thrown && 'syscall' in thrown && typeof thrown.code === 'string')
    return thrown.code;
  return null;
}

/** A full disk often shows as a failed write, sync or growth of the -shm file; the file system knows better. */
function isDiskFull(file: string): boolean {
  try {
    const disk = statfsSync(dirname(file));
    return disk.bavail * disk.bsize < 64 * 1024;
  } catch {
    return false;
  }
}
