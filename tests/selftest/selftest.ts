/**
 * npm run selftest [-- --days 30 --plugs 20 --rounds 6 --seed N --out FILE]: shows a municipality on its own computer that
 * nothing gets lost. A fresh profile, invented people, a real server on this machine; about five minutes; a page as PDF.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, totalmem, type } from 'node:os';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { bundleAll } from '../../build/bundleAll.ts';
import type { Finding } from './finding.ts';
import { mergeApart } from './mergeApart.ts';
import { pulledPlug } from './pulledPlug.ts';
import { selfTestPaper, verdict } from './selfTestPaper.ts';
import { thirtyDays } from './thirtyDays.ts';
import { wrongClock } from './wrongClock.ts';

const { values } = parseArgs({
  options: {
    days: { type: 'string', default: '30' },
    plugs: { type: 'string', default: '20' },
    rounds: { type: 'string', default: '6' },
    seed: { type: 'string', default: '1' },
    out: { type: 'string', default: 'out/zelftest.pdf' },
  },
});

const project = join(import.meta.dirname, '../..');
const { version } = JSON.parse(readFileSync(join(project, 'package.json'), 'utf8')) as { version: string };
const seed = Number(values.seed);
const startedMs = Date.now();
const progress = (line: string): void => console.log(`  ${line}`);

await bundleAll({ force: false });
const findings: Finding[] = [];
const parts: readonly (readonly [string, () => Promise<Finding>])[] = [
  ['Werken zonder netwerk', () => thirtyDays(Number(values.days), seed, progress)],
  ['De verkeerde klok', () => wrongClock(12, seed, progress)],
  ['De stekker eruit', () => pulledPlug(Number(values.plugs), seed, progress)],
  ['Apart schrijven en weer samen', () => mergeApart(Number(values.rounds), seed, progress)],
];
for (const [index, [name, run]] of parts.entries()) {
  console.log(`${String(index + 1)} van ${String(parts.length)}: ${name}`);
  findings.push(await run());
}
const when = new Intl.DateTimeFormat('nl-NL', { dateStyle: 'long', timeStyle: 'short' }).format(startedMs);
const machine = `${type()}, ${String(cpus().length)} kernen, ${String(Math.round(totalmem() / 1e9))} GB`;
const minutes = Math.max(1, Math.round((Date.now() - startedMs) / 60_000));
const paper = await selfTestPaper(findings, { version, machine, seed, minutes, nowMs: startedMs, when });
mkdirSync(dirname(values.out), { recursive: true });
writeFileSync(values.out, paper);
console.log(`${verdict(findings)}\nHet blad staat in ${values.out}.`);
process.exit(findings.every(({ lost }) => lost === 0) ? 0 : 1);
