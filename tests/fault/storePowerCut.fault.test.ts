/**
 * The power goes at any moment. A kill cannot show this: what a process wrote outlives it in the memory of the system.
 * POWER_CUT_POINTS says at how many moments (200 here, 100,000 before a release).
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildShim, hasCompiler } from './faultShim.ts';
import { powerCuts, readTrace } from './powerCut.ts';
import { seededNumbers } from './seededNumbers.ts';
import { inspectStore } from './storeInvariants.ts';
import type { WriterJob } from './storeWriter.ts';
import { bundleWriter, removeWriter, runWriter } from './storeWriterProcess.ts';

const POINTS = Number(process.env['POWER_CUT_POINTS'] ?? 200);
const workspace = mkdtempSync(join(tmpdir(), 'power-'));
let shim = '';

beforeAll(async () => {
  await bundleWriter();
  if (hasCompiler) shim = buildShim(workspace);
});
afterAll(() => {
  removeWriter();
  rmSync(workspace, { recursive: true, force: true });
});

/** What goes wrong when the power goes at `count` moments of this job. */
function problemsAfterCuts(name: string, job: WriterJob, count: number): readonly string[] {
  const folder = join(workspace, name);
  mkdirSync(folder);
  const trace = join(workspace, `${name}.trace`);
  runWriter(join(folder, 'vault.db'), { ...job, acknowledge: join(folder, 'acks') }, 'exec "$@"', {
    LD_PRELOAD: shim,
    FAULT_FOLDER: folder,
    FAULT_TRACE: trace,
  });
  const calls = readTrace(trace);
  expect(calls.length).toBeGreaterThan(500);
  const random = seededNumbers(Number(process.env['SEED'] ?? 1));
  const points = Array.from({ length: count }, () => Math.floor(random() * calls.length) + 1).sort((a, b) => a - b);
  const problems: string[] = [];
  for (const cut of powerCuts(folder, calls, points, random)) {
    if (!cut.wasOpen) continue;
    const left = mkdtempSync(join(workspace, 'left-'));
    cut.write(left);
    const found = inspectStore(join(left, 'vault.db'), cut.acknowledged);
    problems.push(...found.problems.map((problem) => `${String(cut.acknowledged)} told: ${problem}`));
    rmSync(left, { recursive: true });
  }
  return problems;
}

const job: WriterJob = { count: 60, checkpointEvery: 9, reopenEvery: 25 };

test.skipIf(!hasCompiler)(
  `the power goes at ${String(POINTS)} moments: nothing that was told as saved is lost, nothing is half there [S1]`,
  { timeout: 30_000 + POINTS * 500 },
  () => {
    expect(problemsAfterCuts('full', job, POINTS)).toEqual([]);
  },
);

test.skipIf(!hasCompiler)(
  'the same with synchronous=NORMAL does lose what was told as saved: the test can tell the difference',
  () => {
    const problems = problemsAfterCuts('normal', { ...job, weaken: 'synchronous' }, 60);
    expect(problems.filter((problem) => problem.includes('lost')).length).toBeGreaterThan(10);
  },
);
