/** A block of interleavings from consecutive seeds, in a plain process: the test runner's modules make them several times slower. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

/** Short histories: what breaks, breaks within a dozen steps; most of the cost is signatures. */
const STEPS = 12;
/** Two thousand in all, on two cores at once; SIMULATIONS and `npm run simulate` take any number. */
const RUNS_PER_CORE = process.env['SIMULATIONS'] ?? '1000';

/** What failed, with the commands that replay it; empty when every promise was kept. */
export function failuresOf(firstSeed: number): string {
  const script = join(import.meta.dirname, 'simulate.ts');
  const args = [script, '--seed', String(firstSeed), '--runs', RUNS_PER_CORE, '--steps', String(STEPS)];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  return status === 0 ? '' : stdout + stderr;
}
