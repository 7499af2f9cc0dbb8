/**
 * A file beside the database that says: a damaged page was met, or something failed that one would explain. The next unlock then reads every page before it goes on,
 * which takes too long to do each time. It holds nothing.
 */
import { closeSync, existsSync, openSync, rmSync } from 'node:fs';
import { isSound } from './backup.ts';

const markOf = (file: string): string => `${file}.damage-seen`;

/** Best effort: on a failing disk the next meeting says it again. */
export function markDamage(file: string): void {
  try {
    closeSync(openSync(markOf(file), 'w', 0o600));
  } catch {
    // Nothing depends on it but the moment at which the worker hears of it.
  }
}

/** True when damage was met before and is still there. Reads every page, only after a mark. */
export function isKnownDamaged(file: string, key: Uint8Array): boolean {
  if (!existsSync(markOf(file))) return false;
  if (!isSound(file, key)) return true;
  rmSync(markOf(file), { force: true });
  return false;
}
