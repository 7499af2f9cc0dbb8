/**
 * `npm test [-- part ...]`: everything that CI runs. Two tracks side by side, because there are two cores: the checks
 * and the tests that need little, beside the build and the browser. Prints each part with its time and counts; the
 * last line is the sum. SEED is printed and may be given.
 */
import { join } from 'node:path';
import { projectFolder } from './bundleEntries.ts';
import { runPart, type Part, type PartResult } from './runPart.ts';
import { countsOfPlaywright, countsOfVitest } from './testReports.ts';

const bin = (path: string): string => join(projectFolder, 'node_modules', path);
const vitest = (project: string): Part => ({
  name: project,
  command: [
    bin('vitest/vitest.mjs'),
    'run',
    '--config',
    'build/vitest.config.ts',
    '--project',
    project,
    '--passWithNoTests',
  ],
  countsIn: countsOfVitest,
});

const build: Part = { name: 'build', command: ['build/bundle.ts'] };
const e2e: Part = {
  name: 'e2e',
  command: [bin('@playwright/test/cli.js'), 'test', '--config', 'build/playwright.config.ts'],
  countsIn: countsOfPlaywright,
};
const quick: readonly Part[] = [
  { name: 'types', command: ['build/checkTypes.ts'] },
  {
    name: 'lint and layers',
    command: [
      bin('oxlint/bin/oxlint'),
      '-c',
      '.oxlintrc.json',
      '--type-aware',
      '--max-warnings=0',
      ...['shared', 'electron', 'renderer', 'sync-server', 'tests', 'build'],
    ],
  },
  { name: 'format', command: [bin('prettier/bin/prettier.cjs'), '--check', '--log-level', 'warn', '.'] },
  vitest('unit'),
];
const slow: readonly Part[] = [vitest('integration'), vitest('fault'), e2e];

const chosen = process.argv.slice(2);
const isChosen = ({ name }: Part): boolean => chosen.length === 0 || chosen.includes(name);
const results: PartResult[] = [];

async function runAll(parts: readonly Part[]): Promise<void> {
  for (const part of parts.filter((one) => isChosen(one) || one === build)) {
    const result = await runPart(part);
    results.push(result);
    report(result);
  }
}

function report({ name, passed, failed, skipped, secondTry, failures, seconds, output }: PartResult): void {
  const skippedNote = skipped.length === 0 ? '' : `, ${skipped.length} not run`;
  console.log(
    `${failed === 0 ? 'ok  ' : 'FAIL'} ${name}: ${passed} passed, ${failed} failed${skippedNote}, ${seconds.toFixed(1)} s`,
  );
  for (const title of skipped) console.log(`       not run: ${title}`);
  for (const title of secondTry) console.log(`       needed a second try: ${title}`);
  if (failed === 0) return;
  // The names first: who reads a long log of CI sees its beginning and its end.
  for (const { title, why } of failures) console.log(`       failed: ${title}\n         ${why.slice(0, 600)}`);
  console.log(failures.length > 0 ? output.slice(-4_000) : output);
}

const startedMs = performance.now();
process.env['SEED'] ??= '20261121';
console.log(`seed ${process.env['SEED']}`);
// Tests start the built screen, so the build comes before both tracks.
await runAll([build]);
await Promise.all([runAll(quick), runAll(slow)]);

const passed = results.reduce((sum, result) => sum + result.passed, 0);
const failed = results.reduce((sum, result) => sum + result.failed, 0);
for (const { title } of results.flatMap((result) => result.failures)) console.log(`failed: ${title}`);
console.log(`in ${((performance.now() - startedMs) / 1000).toFixed(0)} s`);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
