/** One part of a check run: a command of its own, its output kept together, its counts, its time. */
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { outFolder, projectFolder } from './bundleEntries.ts';

export interface PartResult {
  readonly name: string;
  readonly passed: number;
  readonly failed: number;
  readonly skipped: readonly string[];
  /** Passed, but not at the first try. */
  readonly secondTry: readonly string[];
  readonly failures: readonly Failure[];
  readonly seconds: number;
  readonly output: string;
}

/** One test that failed, with the message of its first try. */
export interface Failure {
  readonly title: string;
  readonly why: string;
}

/** Tests that a report names, or one for a command that only succeeds or fails. */
export interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: readonly string[];
  readonly secondTry: readonly string[];
  readonly failures: readonly Failure[];
}

export interface Part {
  readonly name: string;
  /** Arguments for the project's own Node. */
  readonly command: readonly string[];
  /** Reads the report file that the command wrote (TEST_REPORT). */
  readonly countsIn?: (report: unknown) => Counts;
}

const reportFolder = join(outFolder, 'reports');

export async function runPart(part: Part): Promise<PartResult> {
  const reportFile = join(reportFolder, `${part.name.replaceAll(' ', '-')}.json`);
  mkdirSync(reportFolder, { recursive: true });
  rmSync(reportFile, { force: true });
  const startedMs = performance.now();
  const { exitCode, output } = await run(part.command, part.countsIn ? { TEST_REPORT: reportFile } : {});
  const counts = countsOf(part, exitCode, reportFile);
  return { name: part.name, ...counts, seconds: (performance.now() - startedMs) / 1000, output };
}

function countsOf(part: Part, exitCode: number, reportFile: string): Counts {
  const simple = {
    passed: exitCode === 0 ? 1 : 0,
    failed: exitCode === 0 ? 0 : 1,
    skipped: [],
    secondTry: [],
    failures: [],
  };
  if (part.countsIn === undefined) return simple;
  // No report means that the runner itself fell over.
  if (!existsSync(reportFile)) return { ...simple, passed: 0, failed: 1 };
  const counts = part.countsIn(JSON.parse(readFileSync(reportFile, 'utf8')));
  return exitCode !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
}

function run(
  command: readonly string[],
  environment: NodeJS.ProcessEnv,
): Promise<{ readonly exitCode: number; readonly output: string }> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, command, {
      cwd: projectFolder,
      env: { ...process.env, FORCE_COLOR: '0', NO_COLOR: '1', ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    const collect = (part: Buffer): void => void (output += part.toString('utf8'));
    child.stdout.on('data', collect);
    child.stderr.on('data', collect);
    child.once('error', (error) => resolve({ exitCode: 1, output: `${output}${error.message}\n` }));
    child.once('close', (code) => resolve({ exitCode: code ?? 1, output }));
  });
}
