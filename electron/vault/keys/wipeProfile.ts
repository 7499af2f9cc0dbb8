/**
 * Wissen op afstand: a vault on a laptop that its team gave up. The header holds the only wraps of the master key, so it goes
 * first, overwritten and synced: from that moment everything else is noise to everybody. A crash in between leaves files
 * that nobody can open, removed at the next start.
 */
import { closeSync, existsSync, fsyncSync, openSync, readdirSync, rmSync, statSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { ProfileId } from '../../../shared/domain/ids.ts';
import { syncFolder } from '../store/folders.ts';
import { DATABASE_FILE, profileFolder } from './profileFolders.ts';

export function wipeProfile(dataFolder: string, profileId: ProfileId): void {
  const folder = profileFolder(dataFolder, profileId);
  if (!existsSync(folder)) return;
  const files = readdirSync(folder).filter((name) => statSync(join(folder, name)).isFile());
  for (const name of files.filter((file) => !file.startsWith(DATABASE_FILE))) overwrite(join(folder, name));
  syncFolder(folder);
  rmSync(folder, { recursive: true, force: true });
}

function overwrite(file: string): void {
  const handle = openSync(file, 'r+');
  try {
    writeSync(handle, new Uint8Array(statSync(file).size));
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  rmSync(file, { force: true });
}
