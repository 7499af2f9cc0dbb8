/** A block of interleavings from consecutive seeds, in a plain process: the test runner's modules make them several times slower. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

/** Short histories: a run of 20 steps costs about 0.16 s of one core, most of it signatures and statements. */
const STEPS = 20;
/** What takes about a minute; SIMULATIONS and `npm run simulate` take any number. */
const RUNS_PER_CORE = process.env['SIMULATIONS'] ?? '350';

/** What failed, with the commands that replay it; empty when every promise was kept. */
export function failuresOf(firstSeed: number): string {
  const script = join(import.meta.dirname, 'simulate.ts');
  const args = [script, '--seed', String(firstSeed), '--runs', RUNS_PER_CORE, '--steps', String(STEPS)];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  return status === 0 ? '' : stdout + stderr;
}
