/**
 * One host per data folder. A second `npm start` does not start a second one: it asks the first for a new one-time
 * address over a local socket (a named pipe on Windows) that only this user of the machine can reach, prints it and ends.
 */
import { createHash } from 'node:crypto';
import { chmod, mkdir, rm } from 'node:fs/promises';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const ANSWER_WITHIN_MS = 3_000;
/** Unix socket addresses hold about 104 bytes. */
const MAX_SOCKET_PATH = 100;

/** The address that a running host gives, or null when none runs on this data folder. */
export function askRunningHost(dataFolder: string): Promise<string | null> {
  return new Promise((resolve) => {
    const socket = connect(socketPathOf(dataFolder));
    const settle = (answer: string | null): void => {
      socket.destroy();
      resolve(answer);
    };
    let text = '';
    socket.setEncoding('utf8');
    socket.setTimeout(ANSWER_WITHIN_MS, () => settle(null));
    socket.on('error', () => settle(null));
    socket.on('data', (part: string) => (text += part));
    socket.on('end', () => settle(/^http:\/\/127\.0\.0\.1:\d{1,5}\/#t=[A-Za-z0-9_-]{43}$/.test(text) ? text : null));
  });
}

/** Answers later starts with a fresh address, until closed. */
export async function answerSecondStarts(dataFolder: string, newAddress: () => string): Promise<{ close(): void }> {
  const path = socketPathOf(dataFolder);
  await mkdir(dataFolder, { recursive: true, mode: 0o700 });
  // Left behind by a host that was killed: nobody answered there, or we would not be here.
  if (process.platform !== 'win32') await rm(path, { force: true });
  const server = createServer((socket) => {
    socket.on('error', () => socket.destroy());
    socket.end(newAddress());
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(path, () => resolve());
  });
  if (process.platform !== 'win32') await chmod(path, 0o600);
  server.unref();
  return { close: () => void server.close() };
}

function socketPathOf(dataFolder: string): string {
  const name = createHash('sha256').update(dataFolder).digest('hex').slice(0, 24);
  if (process.platform === 'win32') return `\\\\.\\pipe\\samenspel-${name}`;
  const inside = join(dataFolder, 'host.sock');
  return Buffer.byteLength(inside) <= MAX_SOCKET_PATH ? inside : join(tmpdir(), `samenspel-${name}.sock`);
}
