/** Making names durable: a new or renamed file exists for certain only once its folder is synced. */
import { closeSync, fsyncSync, openSync } from 'node:fs';

/** Windows cannot sync a folder and need not. */
export function syncFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
