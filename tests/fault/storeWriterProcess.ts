/** Starts storeWriter. It is bundled first: a start from source reads some hundred files, and a hundred cycles need a hundred starts. */
import { spawn, spawnSync, type ChildProcessByStdio } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { outFolder } from '../../build/bundleEntries.ts';
import { bundleNodeEntry } from '../../build/bundleNode.ts';
import type { WriterJob } from './storeWriter.ts';

const OUTPUT = `fault/storeWriter-${String(process.pid)}.js`;
export const writerProgram = join(outFolder, OUTPUT);

export async function bundleWriter(): Promise<void> {
  await bundleNodeEntry({ source: 'tests/fault/storeWriter.ts', output: OUTPUT, format: 'es' });
}

export function removeWriter(): void {
  rmSync(writerProgram, { force: true });
}

export interface Writer {
  readonly child: ChildProcessByStdio<Writable, Readable, null>;
  /** The next line it tells; null when it ended. */
  nextLine(): Promise<string | null>;
}

export function startWriter(file: string, job: WriterJob): Writer {
  const child = spawn(process.execPath, [writerProgram, file, JSON.stringify(job)], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  return {
    child,
    async nextLine() {
      const next = await lines.next();
      return next.done === true ? null : next.value;
    },
  };
}

/** Runs it to its end inside a shell command, which gets the program's command line as `$@`; answers the lines it told. */
export function runWriter(
  file: string,
  job: WriterJob,
  shell = 'exec "$@"',
  env: Readonly<Record<string, string>> = {},
): readonly string[] {
  const command = [process.execPath, writerProgram, file, JSON.stringify(job)];
  const ended = spawnSync('sh', ['-c', shell, 'sh', ...command], { encoding: 'utf8', env: { ...process.env, ...env } });
  if (ended.error !== undefined) throw ended.error;
  return ended.stdout.split('\n').filter((line) => line !== '');
}

/** The number of the last transaction that was told as committed. */
export function lastAcknowledged(lines: readonly string[]): number {
  return lines.reduce((last, line) => (/^\d+$/.test(line) ? Math.max(last, Number(line)) : last), 0);
}
