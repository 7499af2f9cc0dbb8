/** The app as a person starts it, on the loopback host: a process of its own with a data folder of its own. */
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const main = join(import.meta.dirname, '../../../out/loopback/main.js');
const ADDRESS = /http:\/\/127\.0\.0\.1:\d+\/#t=[A-Za-z0-9_-]{43}/g;

export interface LoopbackApp {
  readonly dataFolder: string;
  /** A fresh one-time address, as Enter gives it. */
  newAddress(): Promise<string>;
  /** Ends the app cleanly, as Ctrl+C does. The data folder stays. */
  stop(): Promise<void>;
  /** Ends host and vault with SIGKILL, as a power cut does to programs. The data folder stays. */
  kill(): Promise<void>;
  /** Everything that the app printed. */
  printed(): string;
}

/** A data folder that only this test uses. */
export async function makeDataFolder(): Promise<string> {
  return mkdtemp(join(tmpdir(), 'samenspel-e2e-'));
}

export async function removeDataFolder(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
}

/** Starts the app on this data folder and waits until it has printed its address. */
export async function startLoopbackApp(dataFolder: string): Promise<LoopbackApp> {
  // A process group of its own, so that a kill takes host, vault and stretcher together.
  const child = spawn(process.execPath, [main, '--no-window', '--end-with-input', '--profile', dataFolder], {
    stdio: ['pipe', 'pipe', 'pipe'],
    detached: process.platform !== 'win32',
  });
  const output = new Output(child);
  const addresses: string[] = [await output.address(1)];
  let asked = 1;

  return {
    dataFolder,
    async newAddress() {
      const first = addresses.shift();
      if (first !== undefined) return first;
      asked += 1;
      child.stdin?.write('\n');
      return output.address(asked);
    },
    async stop() {
      child.kill('SIGTERM');
      await output.ended;
    },
    async kill() {
      if (child.pid !== undefined && child.exitCode === null) process.kill(-child.pid, 'SIGKILL');
      await output.ended;
    },
    printed: () => output.text,
  };
}

class Output {
  text = '';
  readonly ended: Promise<void>;
  #listeners = new Set<() => void>();

  constructor(child: ChildProcess) {
    const collect = (part: Buffer): void => {
      this.text += part.toString('utf8');
      for (const listener of this.#listeners) listener();
    };
    child.stdout?.on('data', collect);
    child.stderr?.on('data', collect);
    child.stdin?.on('error', () => undefined);
    this.ended = new Promise((resolve) => {
      child.once('close', () => {
        resolve();
        for (const listener of this.#listeners) listener();
      });
    });
  }

  /** The address that was printed as the `count`-th. */
  address(count: number): Promise<string> {
    let isOver = false;
    void this.ended.then(() => (isOver = true));
    return new Promise((resolve, reject) => {
      const look = (): void => {
        const address = this.text.match(ADDRESS)?.[count - 1];
        if (address !== undefined) {
          this.#listeners.delete(look);
          resolve(address);
        } else if (isOver) reject(new Error(`the app ended without an address:\n${this.text}`));
      };
      this.#listeners.add(look);
      void this.ended.then(look);
      look();
    });
  }
}
