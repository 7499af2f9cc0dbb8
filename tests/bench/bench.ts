/**
 * `npm run bench [-- --households 400 --notes 20000 --compare FILE --quick]`: the figures that the product promises, as
 * ratios of one run where they can be. Each part measures its subjects in turns. Prints the machine, one table with bars
 * and verdicts, and writes all of it to out/bench/<time>.json. Never part of `npm test`: time on a busy machine proves
 * nothing. Ends with 1 only when --compare finds something that takes more than half as much again.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, totalmem } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { tableOf, worseThan, type BenchRun } from './benchReport.ts';
import { dossierBench } from './dossierBench.ts';
import type { Figure } from './figures.ts';
import { measureRecordEncoding } from './recordEncoding.ts';
import { storeBench } from './storeBench.ts';

/** The caseload: 50 conversations per household. */
const NOTES_PER_HOUSEHOLD = 50;

const { values } = parseArgs({
  options: {
    households: { type: 'string' },
    notes: { type: 'string' },
    compare: { type: 'string' },
    quick: { type: 'boolean', default: false },
  },
});
const households = whole('households', values.households, values.quick ? 8 : 400);
const notes = whole('notes', values.notes, values.quick ? 80 : households * NOTES_PER_HOUSEHOLD);
// Read first: a wrong name must not cost minutes of measuring.
const older = values.compare === undefined ? null : (JSON.parse(readFileSync(values.compare, 'utf8')) as BenchRun);

const at = new Date().toISOString();
const processors = cpus();
const machine = {
  processor: processors[0]?.model ?? 'unknown',
  processors: processors.length,
  memoryGb: Math.round(totalmem() / 1e9),
  node: process.versions.node,
  platform: `${process.platform} ${process.arch}`,
  loadBefore: loadavg()[0] ?? Number.NaN,
};
console.log(
  Object.entries(machine)
    .map(([name, value]) => `${name} ${String(value)}`)
    .join(', '),
);
const groups = {
  [`dossier, ${String(households)} households with ${String(notes)} conversations`]: await dossierBench({
    households,
    notes,
  }),
  [`store, ${String(notes)} texts`]: storeBench(notes),
  documents: documentFigures(),
};
const run: BenchRun = {
  at,
  households,
  notes,
  machine: { ...machine, loadAfter: loadavg()[0] ?? Number.NaN },
  groups,
};
const folder = join(import.meta.dirname, '../../out/bench');
mkdirSync(folder, { recursive: true });
const file = join(folder, `${at.replaceAll(':', '-')}.json`);
writeFileSync(file, `${JSON.stringify(run, null, 2)}\n`);

console.log(tableOf(run));
console.log(
  `\nload ${String(machine.loadBefore)} before, ${String(run.machine['loadAfter'])} after; raw figures in ${file}`,
);
if (older !== null) {
  const worse = worseThan(older, run);
  console.log(worse.length === 0 ? `nothing worse than ${older.at}` : `worse than ${older.at}:\n${worse.join('\n')}`);
  if (worse.length > 0) process.exitCode = 1;
}

function documentFigures(): readonly Figure[] {
  const { name, ratio, bar, facts } = measureRecordEncoding();
  const fact = (key: string): number => facts[key] ?? Number.NaN;
  return [
    { name: `${name}, bytes`, value: ratio, unit: 'x', bar },
    { name: `${name}, bytes with texts`, value: fact('ratioWithTexts'), unit: 'x', bar: null },
    { name: `${name}, load and read`, value: fact('loadAndReadRatio'), unit: 'x', bar },
  ];
}

function whole(name: string, text: string | undefined, usual: number): number {
  if (text === undefined) return usual;
  if (!/^[1-9][0-9]{0,6}$/.test(text)) throw new Error(`--${name} wants a whole number, not ${text}`);
  return Number(text);
}
