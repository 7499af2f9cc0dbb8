/** The sync server as an administrator starts it: a process of its own, as it was built, with a data folder of its own. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const project = join(import.meta.dirname, '../../..');

export interface SyncServer {
  /** What one types as the address of the team. */
  readonly url: string;
  /** The one-time code that it printed at its first start. */
  readonly setupCode: string;
  /** Ends it with SIGKILL, as a power cut does. The data stay. */
  kill(): Promise<void>;
  /** Starts it again on the same port and data. */
  startAgain(): Promise<void>;
  /** Ends it and removes its data. */
  remove(): Promise<void>;
}

/** Starts a server on a free port of this machine and waits until it printed how the first lead joins. */
export async function startSyncServer(): Promise<SyncServer> {
  const dataFolder = await mkdtemp(join(tmpdir(), 'samenspel-e2e-server-'));
  let running = await start(dataFolder, 0);
  const { url, setupCode } = running;
  const kill = async (): Promise<void> => {
    if (running.child.exitCode !== null || running.child.signalCode !== null) return;
    const ended = once(running.child, 'exit');
    running.child.kill('SIGKILL');
    await ended;
  };
  return {
    url,
    setupCode,
    kill,
    async startAgain() {
      running = await start(dataFolder, Number(new URL(url).port));
    },
    async remove() {
      await kill();
      await rm(dataFolder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
    },
  };
}

interface Running {
  readonly child: ChildProcess;
  readonly url: string;
  readonly setupCode: string;
}

function start(dataFolder: string, port: number): Promise<Running> {
  const child = spawn(process.execPath, ['out/sync-server/main.js'], {
    cwd: project,
    env: { ...process.env, SAMENSPEL_DATA_FOLDER: dataFolder, SAMENSPEL_PORT: String(port) },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let printed = '';
  return new Promise((resolve, reject) => {
    const read = (part: Buffer): void => {
      printed += part.toString('utf8');
      const url = /ws:\/\/127\.0\.0\.1:\d+/.exec(printed)?.[0];
      const setupCode = /Begincode:\s+(\S+)/.exec(printed)?.[1] ?? '';
      // Only the first start has a code.
      if (url !== undefined && (setupCode !== '' || port !== 0)) resolve({ child, url, setupCode });
    };
    child.stdout.on('data', read);
    child.stderr.on('data', (part: Buffer) => (printed += part.toString('utf8')));
    child.once('exit', () => reject(new Error(`the sync server ended:\n${printed}`)));
  });
}
