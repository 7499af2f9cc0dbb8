/**
 * Small files that are either the old one or the new one, never half of either: written beside, synced, renamed over,
 * and the folder synced. Readable by the owner only.
 */
import { closeSync, fsyncSync, openSync, readFileSync, renameSync, rmSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { syncFolder } from '../store/folders.ts';

/** Throws what the file system throws (ENOSPC, EIO); the old file is then untouched. */
export function writeFileDurably(file: string, content: Uint8Array): void {
  const beside = `${file}.new`;
  try {
    const handle = openSync(beside, 'w', 0o600);
    try {
      let written = 0;
      while (written < content.length) written += writeSync(handle, content, written);
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
    renameSync(beside, file);
  } catch (thrown) {
    rmSync(beside, { force: true });
    throw thrown;
  }
  syncFolder(dirname(file));
}

/** The content, or null when there is no such file. */
export function readFileIfThere(file: string): Uint8Array | null {
  try {
    const bytes = readFileSync(file);
    return new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  } catch (thrown) {
    if (thrown instanceof Error && 'code' in thrown && (thrown.code === 'ENOENT' || thrown.code === 'ENOTDIR'))
      return null;
    throw thrown;
  }
}
