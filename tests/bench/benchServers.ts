/** The servers that are measured, as processes of their own: ours from source, and the stock one of y-websocket. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { freePort } from '../sync/support/serverProcess.ts';

const ours = join(import.meta.dirname, '../../sync-server/main.ts');
const peers = join(import.meta.dirname, 'peers/node_modules');
const stock = join(peers, '@y/websocket-server/src/server.js');
const stockOverTls = join(import.meta.dirname, 'peers/stockOverTls.mjs');
const probe = join(import.meta.dirname, 'memoryProbe.ts');

/** What a server holds after a garbage collection, in bytes, and the processor time it used so far. */
export interface Held {
  readonly rss: number;
  readonly held: number;
  readonly cpuMs: number;
}

export interface BenchServer {
  readonly url: string;
  readonly port: number;
  readonly pid: number;
  setupCode(): string;
  measure(): Promise<Held>;
  /** At once, as a power cut does to a program. */
  kill(): Promise<void>;
}

export interface TlsFiles {
  readonly certificate: string;
  readonly key: string;
}

/** False when nobody ran `npm ci` in tests/bench/peers. */
export const hasStock = (): boolean => existsSync(stock);

export async function startBenchServer(options: {
  readonly folder: string;
  readonly port?: number;
  readonly tls?: TlsFiles;
}): Promise<BenchServer> {
  const port = options.port ?? (await freePort());
  const { tls } = options;
  const server = await start(ours, /sync server: (wss?:\S+)/, {
    SAMENSPEL_DATA_FOLDER: options.folder,
    SAMENSPEL_PORT: String(port),
    // A measurement sends what a day sends in one second.
    SAMENSPEL_FRAMES_PER_SECOND: '100000',
    SAMENSPEL_MAX_CONNECTIONS_PER_DEVICE: '1000',
    SAMENSPEL_MAX_CONNECTIONS: '1000',
    SAMENSPEL_MAX_UNAUTHENTICATED: '1000',
    ...(tls === undefined ? {} : { SAMENSPEL_TLS_CERTIFICATE: tls.certificate, SAMENSPEL_TLS_KEY: tls.key }),
  });
  return { ...server, port, url: `${tls === undefined ? 'ws' : 'wss'}://127.0.0.1:${String(port)}` };
}

/** `persistence`: a folder for y-leveldb; without it the stock server keeps everything in memory. */
export async function startStockServer(
  options: { readonly port?: number; readonly tls?: TlsFiles; readonly persistence?: string } = {},
): Promise<BenchServer> {
  const port = options.port ?? (await freePort());
  const { tls, persistence } = options;
  const server = await start(tls === undefined ? stock : stockOverTls, /running at/, {
    HOST: '127.0.0.1',
    PORT: String(port),
    ...(persistence === undefined ? {} : { YPERSISTENCE: persistence }),
    ...(tls === undefined ? {} : { TLS_CERTIFICATE: tls.certificate, TLS_KEY: tls.key }),
  });
  return { ...server, port, url: `${tls === undefined ? 'ws' : 'wss'}://127.0.0.1:${String(port)}` };
}

async function start(
  main: string,
  ready: RegExp,
  environment: Readonly<Record<string, string>>,
): Promise<Omit<BenchServer, 'url' | 'port'>> {
  const child: ChildProcess = spawn(process.execPath, ['--expose-gc', '--import', probe, main], {
    env: { PATH: process.env['PATH'], NODE_NO_WARNINGS: '1', ...environment },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  let text = '';
  await new Promise<void>((resolve, reject) => {
    const look = (chunk: Buffer): void => {
      // Only the first lines matter; a server that logs a lot must not fill this process.
      if (text.length < 10_000) text += chunk.toString();
      if (ready.test(text)) resolve();
    };
    child.stdout?.on('data', look);
    child.stderr?.on('data', look);
    child.once('exit', () => reject(new Error(`the server did not start: ${text}`)));
  });
  await new Promise((resolve) => setImmediate(resolve));
  const ended = once(child, 'exit');
  return {
    pid: child.pid ?? 0,
    setupCode: () => /Begincode: +(\S+)/.exec(text)?.[1] ?? '',
    async measure() {
      const answer = once(child, 'message');
      child.send('memory');
      const [held] = (await answer) as [Held];
      return held;
    },
    async kill() {
      if (child.exitCode === null && child.signalCode === null) {
        child.kill('SIGKILL');
        await ended;
      }
    },
  };
}
