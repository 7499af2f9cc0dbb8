/**
 * `npm run faults`: the fault programme with any numbers, each part a run of the same tests that `npm test` runs with small
 * ones, and the time that a copy and its restore take. Prints one table; with --write it becomes docs/faults.md.
 *
 *   --cycles N       kills of the store's writer, and of the whole vault under a mixed load with its server   (100)
 *   --points N       power cuts                                             (1000)
 *   --flips N        single bits turned over                                (200)
 *   --cases N        fuzz cases                                             (20000)
 *   --households N   size of the vault that is copied and restored          (10000, with as many conversations)
 *   --seed S         of everything that is drawn                            (1)
 *   --only a,b       some parts
 *   --minutes N      ends by itself after so long; what did not get its turn is in the table as not run           (15)
 *   --write          writes docs/faults.md
 *
 * A part fails when anything that was told as saved is lost, when damage is not noticed, or when a reader throws. Each part
 * says when it begins and how it ended; one that takes more than the time that is left is ended and told as not finished.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BackupDrill } from './backupDrill.ts';
import { readFaultArguments } from './faultArguments.ts';
import { faultTable, type FaultRow } from './faultTable.ts';

const project = join(import.meta.dirname, '../..');
const names = [
  ...['storeKill', 'vaultKill', 'powerCut', 'disk', 'vaultDisk', 'syncDisk', 'files', 'clock', 'server', 'damage'],
  ...['repair', 'vaultRepair', 'fuzz', 'backup'],
] as const;
const read = readFaultArguments(process.argv.slice(2), names);
if ('wrong' in read) {
  for (const sentence of read.wrong) console.error(sentence);
  process.exit(1);
}
const values = read.asked;

type Name = (typeof names)[number];

interface Part {
  readonly what: string;
  readonly count: string;
  /** As on the command line. */
  readonly option: string;
  readonly file: string;
  readonly environment: Readonly<Record<string, string>>;
}

const { cycles, points, flips, cases } = values;
const parts: Readonly<Record<Exclude<Name, 'backup'>, Part>> = {
  storeKill: {
    what: 'the writer of a store killed with SIGKILL',
    count: cycles,
    option: `--cycles ${cycles}`,
    file: 'tests/fault/storeKill.fault.test.ts',
    environment: { KILL_CYCLES: cycles },
  },
  vaultKill: {
    what: 'the whole vault killed under a mixed load (notes, plan, dossiers, copies, hiding, sharing), while a room is folded in here and on the server, and while it migrates; opened by the recovery code; its server killed as well',
    count: cycles,
    option: `--cycles ${cycles}`,
    file: 'tests/fault/vaultKill.fault.test.ts',
    environment: { VAULT_KILL_CYCLES: cycles },
  },
  powerCut: {
    what: 'power cut: unsynced writes dropped, reordered, torn',
    count: points,
    option: `--points ${points}`,
    file: 'tests/fault/storePowerCut.fault.test.ts',
    environment: { POWER_CUT_POINTS: points },
  },
  disk: {
    what: 'full, failing and read-only disks under the store',
    count: '1 run',
    option: '',
    file: 'tests/fault/storeDisk.fault.test.ts',
    environment: {},
  },
  vaultDisk: {
    what: 'full, failing and read-only disks under the whole vault: saving, copying, exporting, migrating, unlocking',
    count: '1 run',
    option: '',
    file: 'tests/fault/vaultDisk.fault.test.ts',
    environment: {},
  },
  syncDisk: {
    what: 'a full disk while colleagues write',
    count: '1 run',
    option: '',
    file: 'tests/sync/fullDisk.fault.test.ts',
    environment: {},
  },
  files: {
    what: 'store, log, key file and folder of copies taken away, open and locked',
    count: '1 run',
    option: '',
    file: 'tests/fault/vaultFiles.fault.test.ts',
    environment: {},
  },
  clock: {
    what: 'the clock a year on and back, and other time zones',
    count: '1 run',
    option: '',
    file: 'tests/fault/vaultClock.fault.test.ts',
    environment: {},
  },
  server: {
    what: 'the server killed in a burst, with a full disk, and rung by 200 laptops at once',
    count: '1 run',
    option: '',
    file: 'tests/sync/serverProcess.fault.test.ts',
    environment: {},
  },
  damage: {
    what: 'single bits, pages and the end of the log damaged: noticed',
    count: flips,
    option: `--flips ${flips}`,
    file: 'tests/fault/storeDamage.fault.test.ts',
    environment: { BIT_FLIPS: flips },
  },
  repair: {
    what: '1, 5 and 20 damaged pages of 100 MB repaired',
    count: '1 run',
    option: '',
    file: 'tests/fault/storeRepair.fault.test.ts',
    environment: {},
  },
  vaultRepair: {
    what: 'a damaged laptop of a team repaired, with a real server',
    count: '1 run',
    option: '',
    file: 'tests/fault/vaultRepair.fault.test.ts',
    environment: {},
  },
  fuzz: {
    what: 'fuzz of message, envelope, frame, list and profile readers',
    count: cases,
    option: `--cases ${cases}`,
    file: 'tests/property/parsersFuzz.test.ts',
    environment: { FUZZ_CASES: cases },
  },
};
const endsAtMs = performance.now() + Number(values.minutes) * 60_000;
const rows: FaultRow[] = [];
for (const [index, name] of values.chosen.entries()) {
  const place = `${String(index + 1)}/${String(values.chosen.length)} ${name}`;
  if (performance.now() > endsAtMs) {
    console.log(`${place}: no time left`);
    rows.push(notRun(name, 0));
    continue;
  }
  console.log(`${place} …`);
  const row = name === 'backup' ? await timeBackup() : await runPart(name, parts[name]);
  rows.push(row);
  const ended = row.failed > 0 ? 'FAILED' : row.passed === 0 ? 'did not finish' : 'nothing lost';
  console.log(`${place}: ${ended}, ${row.seconds.toFixed(0)} s`);
}
const page = faultTable(rows, {
  cpu: cpus()[0]?.model.trim() ?? 'unknown',
  cores: cpus().length,
  load: loadavg()[0] ?? 0,
  node: process.version,
});
console.log(page);
if (values.write) writeFileSync(join(project, 'docs/faults.md'), page);
// A part that was not finished proves nothing.
process.exitCode = rows.every(({ failed, passed, skipped }) => failed === 0 && passed + skipped > 0) ? 0 : 1;

/** Runs it to its end, or until the time is up: then it and everything it started is ended. Answers what it printed, or null. */
async function runWithin(
  command: readonly string[],
  environment: Readonly<Record<string, string>>,
  output: 'inherit' | 'pipe',
): Promise<string | null> {
  const child = spawn(process.execPath, command, {
    cwd: project,
    stdio: ['ignore', output, 'inherit'],
    env: { ...process.env, ...environment },
    // A group of its own: vaults and servers that a test started go with it.
    detached: process.platform !== 'win32',
  });
  let text = '';
  child.stdout?.on('data', (part: Buffer) => (text += part.toString()));
  let late = false;
  const endAll = (): void => {
    if (child.pid !== undefined) process.kill(process.platform === 'win32' ? child.pid : -child.pid, 'SIGKILL');
  };
  const stopped = (): void => {
    endAll();
    process.exit(130);
  };
  process.once('SIGINT', stopped);
  const timer = setTimeout(
    () => {
      late = true;
      endAll();
    },
    Math.max(1_000, endsAtMs - performance.now()),
  );
  await once(child, 'close');
  clearTimeout(timer);
  process.off('SIGINT', stopped);
  return late ? null : text;
}

function commandOf(name: Name, option: string): string {
  return `npm run faults -- --only ${name} ${option} --seed ${values.seed}`.replace('  ', ' ');
}

function notRun(name: Name, seconds: number): FaultRow {
  const { what, count, option } =
    name === 'backup'
      ? { what: 'a copy made, checked and put back', count: '1 run', option: `--households ${values.households}` }
      : parts[name];
  const facts = { passed: 0, failed: 0, skipped: 0, outcome: `the ${values.minutes} minutes were over`, seconds };
  return { what, count, ...facts, seed: values.seed, command: commandOf(name, option) };
}

/** What vitest reports of one file: how many of its tests passed, failed, or could not run here. */
async function runPart(
  name: Exclude<Name, 'backup'>,
  { what, count, option, file, environment }: Part,
): Promise<FaultRow> {
  const folder = mkdtempSync(join(tmpdir(), 'samenspel-faults-'));
  const report = join(folder, 'report.json');
  const startedMs = performance.now();
  try {
    const vitest = join(project, 'node_modules/vitest/vitest.mjs');
    const ended = await runWithin(
      [vitest, 'run', '--config', 'build/vitest.config.ts', file],
      { ...environment, SEED: values.seed, TEST_REPORT: report },
      'inherit',
    );
    const seconds = (performance.now() - startedMs) / 1_000;
    if (ended === null) return notRun(name, seconds);
    const counted = JSON.parse(readFileSync(report, 'utf8')) as Readonly<Record<string, number>>;
    return {
      what,
      count,
      passed: counted['numPassedTests'] ?? 0,
      failed: (counted['numFailedTests'] ?? 0) + (counted['numFailedTestSuites'] ?? 0),
      skipped: counted['numPendingTests'] ?? 0,
      outcome: '',
      seconds,
      seed: values.seed,
      command: commandOf(name, option),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function timeBackup(): Promise<FaultRow> {
  const { households, seed } = values;
  const startedMs = performance.now();
  const main = join(import.meta.dirname, 'backupDrillMain.ts');
  const printed = await runWithin([main, households, households, seed], {}, 'pipe');
  const seconds = (performance.now() - startedMs) / 1_000;
  if (printed === null) return notRun('backup', seconds);
  const last = printed.trim().split('\n').at(-1) ?? '';
  // It ended without its line: the drill threw, and said why on its way out.
  if (!last.startsWith('{'))
    return { ...notRun('backup', seconds), failed: 1, outcome: 'the drill did not come through' };
  const drill = JSON.parse(last) as BackupDrill;
  return {
    what: `a copy made, checked and put back: ${households} households with a conversation each, ${String(drill.megabytes)} MB`,
    count: '1 run',
    passed: 1,
    failed: drill.lost === 0 ? 0 : 1,
    skipped: 0,
    outcome: `copy ${drill.backupSeconds.toFixed(1)} s, restore ${drill.restoreSeconds.toFixed(1)} s, ${String(drill.lost)} households lost`,
    seconds,
    seed,
    command: commandOf('backup', `--households ${households}`),
  };
}
