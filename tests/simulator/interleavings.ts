/** A block of interleavings from consecutive seeds; the failures as one text with the commands that replay them. */
import { replayCommand, simulate } from './simulation.ts';
import { makeDisks } from './world.ts';

/** Short histories: with 20 steps a run takes about a tenth of a second, most of it real signatures and statements. */
const STEPS = 20;

export async function failuresOf(firstSeed: number, runs: number): Promise<string> {
  const disks = await makeDisks();
  const failures: string[] = [];
  for (let seed = firstSeed; seed < firstSeed + runs; seed++) {
    const { broken } = simulate(disks, seed, STEPS);
    if (broken.length > 0) failures.push(`${broken.join('; ')}\n  again: ${replayCommand(seed, STEPS)}`);
  }
  return failures.join('\n');
}
