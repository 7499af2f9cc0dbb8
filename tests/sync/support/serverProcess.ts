/** The sync server as what it is in production: a process of its own, which a test may kill, starve of disk, or look into. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

const main = join(import.meta.dirname, '../../../sync-server/main.ts');

export interface ServerProcess {
  readonly url: string;
  readonly setupCode: string;
  readonly pid: number;
  /** Resolves when it has ended, by whatever hand. */
  readonly gone: Promise<unknown>;
  /** Everything it printed and logged so far. */
  output(): string;
  /** Ends it at once, as a power cut of the process would. */
  kill(): Promise<void>;
}

export interface ServerProcessOptions {
  readonly folder: string;
  readonly port: number;
  readonly environment?: Readonly<Record<string, string>>;
  readonly nodeArguments?: readonly string[];
  /** Largest file in kilobytes that it may write (soft limit: may be lifted again). */
  readonly fileKilobytes?: number;
}

export async function startServerProcess(options: ServerProcessOptions): Promise<ServerProcess> {
  const node = [...(options.nodeArguments ?? []), main];
  const env = {
    PATH: process.env['PATH'],
    SAMENSPEL_DATA_FOLDER: options.folder,
    SAMENSPEL_PORT: String(options.port),
    ...options.environment,
  };
  // A full disk is an error of write(), not a signal: the signal of the limit is ignored, which exec keeps.
  const child: ChildProcess =
    options.fileKilobytes === undefined
      ? spawn(process.execPath, node, { env })
      : spawn(
          'bash',
          [
            '-c',
            `trap '' XFSZ; ulimit -S -f ${String(options.fileKilobytes)}; exec "$@"`,
            'bash',
            process.execPath,
            ...node,
          ],
          { env },
        );
  let text = '';
  const ready = new Promise<void>((resolve, reject) => {
    const look = (chunk: Buffer): void => {
      text += chunk.toString();
      if (/sync server: ws/.test(text)) resolve();
    };
    child.stdout?.on('data', look);
    child.stderr?.on('data', look);
    child.once('exit', () => reject(new Error(`the server did not start: ${text}`)));
  });
  await ready;
  // The begin code follows in the same write or the next one; a server with a team prints none.
  await new Promise((resolve) => setImmediate(resolve));
  const ended = once(child, 'close');
  return {
    url: /(wss?:\/\/\S+)/.exec(text)?.[1] ?? '',
    get setupCode() {
      return /Begincode: +(\S+)/.exec(text)?.[1] ?? '';
    },
    pid: child.pid ?? 0,
    gone: ended,
    output: () => text,
    async kill() {
      child.kill('SIGKILL');
      await ended;
    },
  };
}

/** A free port of this machine, chosen before the process starts so that it can come back on it. */
export async function freePort(): Promise<number> {
  const { createServer } = await import('node:net');
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return typeof address === 'object' && address ? address.port : 0;
}
