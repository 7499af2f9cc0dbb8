/** Hands bytes to the person as a file: the browser or the shell asks where, and we keep nothing. */
import { setTimer } from '../../data/platform.ts';

/** Long enough for a browser to begin saving. */
const KEEP_MS = 60_000;

export function saveBytes(fileName: string, type: string, bytes: Uint8Array): void {
  const address = URL.createObjectURL(new Blob([bytes.slice()], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = fileName;
  link.click();
  setTimer(() => URL.revokeObjectURL(address), KEEP_MS);
}
