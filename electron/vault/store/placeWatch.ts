/**
 * Whether the files of an open database still have their names. One that is removed while it is open goes on taking what
 * is written, without a name, and takes it all along at the end: the driver does not notice, so this does.
 */
import { statSync } from 'node:fs';

export interface PlaceWatch {
  /** True once the database or its log is not the file that was opened. Two looks at a folder, microseconds each. */
  isGone(): boolean;
}

/** Call it when the database is open: what has the names now is what must keep them. */
export function watchPlace(file: string): PlaceWatch {
  const database = identityOf(file);
  let log: string | null = null;
  return {
    isGone() {
      if (identityOf(file) !== database) return true;
      // The log is made with the first thing that is read.
      const now = identityOf(`${file}-wal`);
      log ??= now;
      return now !== log;
    },
  };
}

function identityOf(path: string): string | null {
  const found = statSync(path, { throwIfNoEntry: false, bigint: true });
  return found === undefined ? null : `${String(found.dev)} ${String(found.ino)}`;
}
