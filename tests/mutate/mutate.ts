/**
 * `npm run mutate [-- RULE ...]`: breaks each rule that matters most, in a copy of the sources, and asks whether a test
 * with its number turns red. Says which one, and on what; a test that only ran out of time, or a file that no longer
 * loads, has noticed nothing. The copy lies under out/ and finds the packages of the project; the sources are not touched.
 */
import { spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { mutations, type Mutation } from './mutations.ts';

const project = join(import.meta.dirname, '../..');
const copy = join(project, 'out/mutate');
const COPIED = [
  'shared',
  'electron',
  'renderer',
  'sync-server',
  'tests',
  'build',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
];

interface Report {
  readonly testResults: readonly {
    readonly assertionResults: readonly {
      readonly status: string;
      readonly fullName: string;
      readonly failureMessages?: readonly string[] | null;
    }[];
  }[];
}

interface Outcome {
  readonly passed: number;
  readonly failed: number;
  /** The first of them that said what was wrong, and what it said. */
  readonly saw: string | null;
}

/** A rule that is broken says so; who is only late may have waited for a machine. */
const TIMED_OUT = /timed out/i;

/** The tests with this number in these files: how many passed and which failed. */
async function runTests(rule: string, tests: readonly string[]): Promise<Outcome> {
  const reportFile = join(copy, 'report.json');
  rmSync(reportFile, { force: true });
  const child = spawn(
    process.execPath,
    [
      join(project, 'node_modules/vitest/vitest.mjs'),
      ...['run', '--config', 'build/vitest.config.ts', '-t', `\\[([A-Z]\\d+, )*${rule}[\\],]`, ...tests],
    ],
    { cwd: copy, env: { ...process.env, TEST_REPORT: reportFile, NO_COLOR: '1' }, stdio: 'ignore' },
  );
  await new Promise((resolve) => child.once('close', resolve));
  if (!existsSync(reportFile)) throw new Error(`the tests of ${rule} did not run`);
  const results = (JSON.parse(readFileSync(reportFile, 'utf8')) as Report).testResults
    .flatMap(({ assertionResults }) => assertionResults)
    .filter(({ fullName }) => new RegExp(`\\b${rule}\\b`).test(fullName));
  const failed = results.filter(({ status }) => status === 'failed');
  const [seen] = failed.flatMap(({ fullName, failureMessages }) => {
    const why = (failureMessages?.[0] ?? '').split('\n')[0] ?? '';
    return why === '' || TIMED_OUT.test(why) ? [] : [`${fullName}: ${why}`];
  });
  return {
    passed: results.filter(({ status }) => status === 'passed').length,
    failed: failed.length,
    saw: seen ?? null,
  };
}

/** What the first red test with its number said, or null when none said anything. */
async function noticed({ rule, file, from, to, tests }: Mutation): Promise<string | null> {
  const path = join(copy, file);
  const whole = readFileSync(path, 'utf8');
  const before = await runTests(rule, tests);
  if (before.passed === 0 || before.failed > 0) throw new Error(`the tests of ${rule} are not green to begin with`);
  writeFileSync(
    path,
    whole.replace(from, () => to),
  );
  try {
    return (await runTests(rule, tests)).saw;
  } finally {
    writeFileSync(path, whole);
  }
}

const asked = process.argv.slice(2);
const chosen = mutations.filter(({ rule }) => asked.length === 0 || asked.includes(rule));
if (chosen.length === 0) throw new Error(`no such rule: ${asked.join(', ')}`);
rmSync(copy, { recursive: true, force: true });
mkdirSync(copy, { recursive: true });
for (const name of COPIED) cpSync(join(project, name), join(copy, name), { recursive: true });
// Tests of whole processes build first, and a build packs what it finds in here.
symlinkSync(join(project, 'node_modules'), join(copy, 'node_modules'), 'junction');

let missed = 0;
for (const mutation of chosen) {
  const saw = await noticed(mutation);
  if (saw === null) missed += 1;
  console.log(`${saw === null ? 'MISSED ' : 'noticed'}  ${mutation.rule.padEnd(4)} ${mutation.why}`);
  if (saw !== null) console.log(`                ${saw.slice(0, 240)}`);
}
console.log(`${chosen.length - missed} of ${chosen.length} noticed`);
process.exitCode = missed === 0 ? 0 : 1;
