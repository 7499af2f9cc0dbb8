/**
 * `npm run bench`: the figures that the product promises, as ratios of one run where they can be. Each part measures its
 * subjects in turns. Prints the machine, one table with bars and verdicts, and keeps all of it, with every single
 * measurement, in out/bench/<time>.json. Never part of `npm test`: time on a busy machine proves nothing.
 *
 *   --quick                      a short look: small sizes, few repeats
 *   --only sync,store            some parts (parts.ts names them)
 *   --households N --notes N     size of the caseload
 *   --compare FILE               names what takes more than half as much again as in that run, and then ends with 1
 *   --compare FILE NEWER         measures nothing: the same between two earlier runs
 *   --write                      writes docs/benchmarks.md from this run
 *   --write FILE [FILE ...]      measures nothing: writes it from earlier runs, a later one wins where both have a part
 *
 * The sync parts need the peer: `npm ci` in tests/bench/peers.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, totalmem } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import {
  compareRuns,
  comparisonText,
  durationText,
  joinRuns,
  tableOf,
  type BenchGroup,
  type BenchRun,
} from './benchReport.ts';
import { writeBenchmarks } from './benchPage.ts';
import { readBenchRun, UnusableRun } from './benchRunFile.ts';
import { benchParts, type BenchSize } from './parts.ts';

/** The caseload: 50 conversations per household. */
const NOTES_PER_HOUSEHOLD = 50;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    households: { type: 'string' },
    notes: { type: 'string' },
    only: { type: 'string' },
    compare: { type: 'string' },
    write: { type: 'boolean', default: false },
    quick: { type: 'boolean', default: false },
  },
});
const project = join(import.meta.dirname, '../..');

try {
  if (values.write && positionals.length > 0) {
    console.log(writeBenchmarks(project, joinRuns(positionals.map(readBenchRun))));
  } else if (values.compare !== undefined && positionals[0] !== undefined) {
    const newer = positionals.map(readBenchRun);
    compare(readBenchRun(values.compare), joinRuns(newer));
  } else {
    await measure();
  }
} catch (thrown) {
  if (!(thrown instanceof UnusableRun)) throw thrown;
  console.error(thrown.message);
  process.exitCode = 2;
}

async function measure(): Promise<void> {
  const households = whole('households', values.households, values.quick ? 8 : 400);
  const size: BenchSize = {
    quick: values.quick,
    households,
    notes: whole('notes', values.notes, values.quick ? 80 : households * NOTES_PER_HOUSEHOLD),
  };
  // Read first: a wrong name must not cost minutes of measuring.
  const older = values.compare === undefined ? null : readBenchRun(values.compare);
  const wanted = values.only === undefined ? Object.keys(benchParts) : values.only.split(',');
  for (const name of wanted) {
    if (!Object.hasOwn(benchParts, name))
      throw new UnusableRun(`no part is called ${name}; there are ${Object.keys(benchParts).join(', ')}`);
  }

  const at = new Date().toISOString();
  const processors = cpus();
  const machine = {
    processor: processors[0]?.model ?? 'unknown',
    processors: processors.length,
    memoryGb: Math.round(totalmem() / 1e9),
    node: process.versions.node,
    platform: `${process.platform} ${process.arch}`,
  };
  console.log(
    Object.entries(machine)
      .map(([name, value]) => `${name} ${String(value)}`)
      .join(', '),
  );
  const load = (): number => Math.round((loadavg()[0] ?? Number.NaN) * 10) / 10;
  const groups: Record<string, BenchGroup> = {};
  const folder = join(project, 'out/bench');
  mkdirSync(folder, { recursive: true });
  const file = join(folder, `${at.replaceAll(':', '-')}.json`);
  let run: BenchRun = { at, ...size, machine, groups };
  for (const name of wanted) {
    const part = benchParts[name];
    if (part === undefined) continue;
    console.log(`${name} ...`);
    const loadBefore = load();
    const started = performance.now();
    const { figures, raw } = await part.measure(size);
    const tookS = Math.round((performance.now() - started) / 1_000);
    groups[part.title(size)] = { figures, raw: raw ?? [], loadBefore, loadAfter: load(), tookS };
    console.log(`${name}: ${durationText(tookS)}`);
    run = { ...run, groups: { ...groups } };
    // After every part: a run that is broken off keeps what it measured.
    writeFileSync(file, `${JSON.stringify(run, null, 2)}\n`);
  }
  console.log(tableOf(run));
  console.log(`\nraw figures in ${file}`);
  if (older !== null) compare(older, run);
  if (values.write) console.log(writeBenchmarks(project, run));
}

function compare(older: BenchRun, run: BenchRun): void {
  const comparison = compareRuns(older, run);
  console.log(comparisonText(older, comparison));
  if (comparison.compared === 0) process.exitCode = 2;
  if (comparison.worse.length > 0) process.exitCode = 1;
}

function whole(name: string, text: string | undefined, usual: number): number {
  if (text === undefined) return usual;
  if (!/^[1-9][0-9]{0,6}$/.test(text)) throw new Error(`--${name} wants a whole number, not ${text}`);
  return Number(text);
}
