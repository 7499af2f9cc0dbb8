/**
 * Room that is kept for a full disk: a file beside the database that holds nothing. When a commit finds the disk full it is
 * given up, so that the worker can still look at a dossier (each look is a row in the log), take one out, or delete.
 *
 * Promises: never takes the last room of a laptop, is made again when there is plenty, and never stands in the way: no
 * failure of it is a failure of anything else.
 */
import { existsSync, rmSync, statfsSync, statSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { storeErrorOf } from './sqliteErrors.ts';

export const RESERVE_BYTES = 16 * 1024 * 1024;
/** What has to stay free beside it. */
const PLENTY_BYTES = 3 * RESERVE_BYTES;

/** Where the reserve of the database `file` lies. */
export const reserveFile = (file: string): string => join(dirname(file), 'reserve');

/** Makes it where it is missing and there is plenty of room; answers whether it is there. */
export async function keepReserve(file: string): Promise<boolean> {
  const path = reserveFile(file);
  try {
    if (statSync(path, { throwIfNoEntry: false })?.size === RESERVE_BYTES) return true;
    const { bavail, bsize } = statfsSync(dirname(file));
    if (bavail * bsize < RESERVE_BYTES + PLENTY_BYTES) return false;
    // Not zeros: some disks keep no room for those.
    await writeFile(path, Buffer.alloc(RESERVE_BYTES, 'Samenspel houdt ruimte vrij. '), { mode: 0o600 });
    return true;
  } catch {
    releaseReserve(file);
    return false;
  }
}

/** Gives the room free; answers whether there was any. */
export function releaseReserve(file: string): boolean {
  const path = reserveFile(file);
  try {
    if (!existsSync(path)) return false;
    rmSync(path, { force: true });
    return true;
  } catch {
    return false;
  }
}

/** Runs `run`, and once more without the reserve when it found the disk full. For files beside the database. */
export function withReserve<T>(file: string, run: () => T): T {
  try {
    return run();
  } catch (thrown) {
    if (storeErrorOf(thrown)?.tag !== 'DiskFull' || !releaseReserve(file)) throw thrown;
    return run();
  }
}
