/** `npm run simulate -- --seed S --runs N`: any number of interleavings; a failure prints the command that replays it. */
import { parseArgs } from 'node:util';
import { replayCommand, simulate } from './simulation.ts';
import { makeDisks } from './world.ts';

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    runs: { type: 'string', default: '1000' },
    steps: { type: 'string', default: '60' },
    team: { type: 'string', default: 'half' },
  },
});
const seed = Number(values.seed);
const runs = Number(values.runs);
const steps = Number(values.steps);
const team = values.team === 'never' || values.team === 'always' ? values.team : 'half';
const disks = await makeDisks();
const startedMs = performance.now();
let failed = 0;
for (let index = 0; index < runs; index++) {
  const outcome = simulate(disks, seed + index, steps, team);
  if (outcome.broken.length === 0) continue;
  failed += 1;
  console.log(`seed ${String(outcome.seed)}: ${outcome.broken.join('; ')}`);
  console.log(`  again: ${replayCommand(outcome.seed, steps, team)}`);
  if (runs === 1) for (const line of outcome.history) console.log(`    ${line}`);
}
const seconds = (performance.now() - startedMs) / 1000;
console.log(
  `${String(runs)} interleavings from seed ${String(seed)}, ${String(failed)} failed, ${seconds.toFixed(1)} s`,
);
process.exitCode = failed === 0 ? 0 : 1;
