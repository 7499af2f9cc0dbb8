/**
 * `npm run faults`: the fault programme with any numbers, each part a run of the same tests that `npm test` runs with small
 * ones, and the time that a copy and its restore take. Prints one table; with --write it becomes docs/faults.md.
 *
 *   --cycles N       kills of the store's writer and of the whole vault     (100)
 *   --points N       power cuts                                             (1000)
 *   --flips N        single bits turned over                                (200)
 *   --cases N        fuzz cases                                             (20000)
 *   --households N   size of the vault that is copied and restored          (10000, with as many conversations)
 *   --seed S         of everything that is drawn                            (1)
 *   --only a,b       some parts
 *   --write          writes docs/faults.md
 *
 * A part fails when anything that was told as saved is lost, when damage is not noticed, or when a reader throws.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { backupDrill } from './backupDrill.ts';
import { faultTable, type FaultRow } from './faultTable.ts';

const project = join(import.meta.dirname, '../..');
const { values } = parseArgs({
  options: {
    cycles: { type: 'string', default: '100' },
    points: { type: 'string', default: '1000' },
    flips: { type: 'string', default: '200' },
    cases: { type: 'string', default: '20000' },
    households: { type: 'string', default: '10000' },
    seed: { type: 'string', default: '1' },
    only: { type: 'string' },
    write: { type: 'boolean', default: false },
  },
});

interface Part {
  readonly what: string;
  readonly count: string;
  /** As on the command line. */
  readonly option: string;
  readonly file: string;
  readonly environment: Readonly<Record<string, string>>;
}

const { cycles, points, flips, cases } = values;
const parts: Readonly<Record<string, Part>> = {
  storeKill: {
    what: 'the writer of a store killed with SIGKILL',
    count: cycles,
    option: `--cycles ${cycles}`,
    file: 'tests/fault/storeKill.fault.test.ts',
    environment: { KILL_CYCLES: cycles },
  },
  vaultKill: {
    what: 'the whole vault killed while a screen pushes',
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
    what: 'full, failing and read-only disks',
    count: '1 run',
    option: '',
    file: 'tests/fault/storeDisk.fault.test.ts',
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
const names = [...Object.keys(parts), 'backup'];
const chosen = values.only?.split(',') ?? names;
const unknown = chosen.filter((name) => !names.includes(name));
const wrong = Object.entries(values).filter(
  ([name, value]) => name !== 'only' && typeof value === 'string' && !/^\d{1,9}$/.test(value),
);
if (unknown.length > 0 || wrong.length > 0) {
  console.error(
    `not known: ${[...unknown, ...wrong.map(([name]) => `--${name}`)].join(', ')}; parts: ${names.join(', ')}`,
  );
  process.exit(1);
}

const rows: FaultRow[] = [];
for (const name of chosen) {
  console.log(`${name} …`);
  const part = parts[name];
  rows.push(part === undefined ? await timeBackup() : runPart(name, part));
}
const page = faultTable(rows, {
  cpu: cpus()[0]?.model.trim() ?? 'unknown',
  cores: cpus().length,
  load: loadavg()[0] ?? 0,
  node: process.version,
});
console.log(page);
if (values.write) writeFileSync(join(project, 'docs/faults.md'), page);
process.exitCode = rows.every(({ failed }) => failed === 0) ? 0 : 1;

/** What vitest reports of one file: how many of its tests passed, failed, or could not run here. */
function runPart(name: string, { what, count, option, file, environment }: Part): FaultRow {
  const folder = mkdtempSync(join(tmpdir(), 'samenspel-faults-'));
  const report = join(folder, 'report.json');
  const startedMs = performance.now();
  try {
    spawnSync(
      process.execPath,
      [join(project, 'node_modules/vitest/vitest.mjs'), 'run', '--config', 'build/vitest.config.ts', file],
      {
        cwd: project,
        stdio: ['ignore', 'inherit', 'inherit'],
        env: { ...process.env, ...environment, SEED: values.seed, TEST_REPORT: report },
      },
    );
    const counted = JSON.parse(readFileSync(report, 'utf8')) as Readonly<Record<string, number>>;
    return {
      what,
      count,
      passed: counted['numPassedTests'] ?? 0,
      failed: (counted['numFailedTests'] ?? 0) + (counted['numFailedTestSuites'] ?? 0),
      skipped: counted['numPendingTests'] ?? 0,
      outcome: '',
      seconds: (performance.now() - startedMs) / 1_000,
      seed: values.seed,
      command: `npm run faults -- --only ${name} ${option} --seed ${values.seed}`.replace('  ', ' '),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function timeBackup(): Promise<FaultRow> {
  const households = Number(values.households);
  const startedMs = performance.now();
  const drill = await backupDrill(households, households, Number(values.seed));
  return {
    what: `a copy made, checked and put back: ${values.households} households with a conversation each, ${String(drill.megabytes)} MB`,
    count: '1 run',
    passed: 1,
    failed: drill.lost === 0 ? 0 : 1,
    skipped: 0,
    outcome: `copy ${drill.backupSeconds.toFixed(1)} s, restore ${drill.restoreSeconds.toFixed(1)} s, ${String(drill.lost)} households lost`,
    seconds: (performance.now() - startedMs) / 1_000,
    seed: values.seed,
    command: `npm run faults -- --only backup --households ${values.households} --seed ${values.seed}`,
  };
}
