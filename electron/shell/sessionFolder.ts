/**
 * Where Chromium may write while the app runs: a fresh folder that only this user can read, emptied at the end and, for
 * what a crash left behind, at the next start. The page's own session is in memory, so little comes here at all.
 *
 * Windows is different in one thing: the key that its keychain functions encrypt with is in a file of this folder
 * (`Local State`). Losing it would lock people out of their passphrase slot, so there the folder stays and only that
 * file survives.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const KEY_FILE = 'Local State';

export interface SessionFolder {
  readonly path: string;
  /** Removes what was written. Files that are still in use go at the next start. */
  wipe(): void;
}

/** Call only when this is the one instance on this user data folder. */
export function makeSessionFolder(userData: string, platform: NodeJS.Platform, temporary = tmpdir()): SessionFolder {
  if (platform === 'win32') {
    const path = join(userData, 'session');
    mkdirSync(path, { recursive: true });
    const wipe = (): void => removeFrom(path, (name) => name !== KEY_FILE);
    wipe();
    return { path, wipe };
  }
  const prefix = `samenspel-${createHash('sha256').update(userData).digest('hex').slice(0, 16)}-`;
  removeFrom(temporary, (name) => name.startsWith(prefix));
  const path = mkdtempSync(join(temporary, prefix));
  return { path, wipe: () => remove(path) };
}

function removeFrom(folder: string, isOurs: (name: string) => boolean): void {
  for (const name of readdirSync(folder)) if (isOurs(name)) remove(join(folder, name));
}

function remove(path: string): void {
  try {
    rmSync(path, { recursive: true, force: true });
  } catch {
    // Still in use, or not ours: someone else's folder of that name cannot hurt us.
  }
}
