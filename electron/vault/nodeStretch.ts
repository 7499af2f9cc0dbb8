/** Starts a stretcher for each passphrase: as a child of plain Node, or through a port that Electron's host hands over. */
import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { parseStretchAnswer } from './stretchMessages.ts';
import type { PortLike } from './parentPort.ts';
import type { KeyStretchRequest } from './vaultDeps.ts';

/** Longest time that a slow laptop may take, before the request fails as a bug. */
const STRETCH_WITHIN_MS = 60_000;

/** Beside this file: `stretcher.ts` in source, `stretcher.js` in a bundle. */
export function stretcherEntry(): string {
  return fileURLToPath(new URL(import.meta.url.endsWith('.ts') ? './stretcher.ts' : './stretcher.js', import.meta.url));
}

/** One process per request; without arguments, inspector or environment of ours. */
export function stretchInChild(request: KeyStretchRequest, entry: string = stretcherEntry()): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const child = fork(entry, [], {
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      execArgv: [],
      env: process.env['SYSTEMROOT'] === undefined ? {} : { SYSTEMROOT: process.env['SYSTEMROOT'] },
      timeout: STRETCH_WITHIN_MS,
      killSignal: 'SIGKILL',
    });
    child.once('message', (value) => {
      const key = parseStretchAnswer(value);
      if (key === null) reject(new Error('the stretcher refused its request'));
      else resolve(key);
    });
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`the stretcher ended with ${code ?? 'a signal'} and no answer`)));
    child.send({ ...request }, (error) => {
      if (error !== null) reject(error);
    });
  });
}

/** The same over a port whose other end is a stretcher that the host started. */
export function stretchOverPort(request: KeyStretchRequest, port: PortLike): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new Error('the stretcher did not answer')), STRETCH_WITHIN_MS);
    port.on('message', ({ data }) => {
      clearTimeout(late);
      const key = parseStretchAnswer(data);
      port.close();
      if (key === null) reject(new Error('the stretcher refused its request'));
      else resolve(key);
    });
    port.start();
    port.postMessage({ ...request });
  });
}
