/** What both kinds of growth are measured with: a vault that is filled, rounds in turns, and the slope through all points. */
import { performance } from 'node:perf_hooks';
import { openFreshVault } from '../demo/demoVault.ts';
import { benchDeps, PASSPHRASE, PIN } from './benchVault.ts';

/**
 * How many times longer the largest takes than the smallest, along the line through all points on a double logarithmic
 * scale: one disturbed point moves it little.
 */
export function slopeOver(points: readonly (readonly [size: number, ms: number])[]): number {
  const logs = points.map(([size, ms]) => [Math.log(size), Math.log(ms)] as const);
  const mean = (which: 0 | 1): number => logs.reduce((sum, log) => sum + log[which], 0) / logs.length;
  const [meanX, meanY] = [mean(0), mean(1)];
  const steepness =
    logs.reduce((sum, [x, y]) => sum + (x - meanX) * (y - meanY), 0) /
    logs.reduce((sum, [x]) => sum + (x - meanX) ** 2, 0);
  const sizes = points.map(([size]) => size);
  return (Math.max(...sizes) / Math.min(...sizes)) ** steepness;
}

export async function freshSession(folder: string) {
  const deps = benchDeps(folder);
  return {
    deps,
    fresh: await openFreshVault({ deps, name: 'Bank', passphrase: PASSPHRASE, pin: PIN, practice: true }),
  };
}

/** Runs one measurement of every subject in each round, in turns; per subject its times. */
export function rounds<S>(
  count: number,
  subjects: readonly S[],
  measure: (subject: S, round: number) => number,
): number[][] {
  const times = subjects.map((): number[] => []);
  for (let round = 0; round < count; round += 1) {
    const order = [...subjects.keys()];
    for (const index of round % 2 === 0 ? order : order.reverse()) {
      const subject = subjects[index];
      if (subject !== undefined) times[index]?.push(measure(subject, round));
    }
  }
  return times;
}

export function timed(run: () => void): number {
  const started = performance.now();
  run();
  return performance.now() - started;
}
