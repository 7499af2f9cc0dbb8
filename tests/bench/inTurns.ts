/** A B B A: whatever else the machine does falls on both sides alike. */
import { loadavg } from 'node:os';
import type { Trial } from './figures.ts';
import { median } from './figures.ts';

export type Side = 'ours' | 'stock';

/** Runs both sides `repeats` times, in turns. */
export async function inTurns<M extends Readonly<Record<string, number>>>(
  repeats: number,
  run: Readonly<Record<Side, () => Promise<M>>>,
): Promise<readonly (Trial & { readonly who: Side; readonly measured: M })[]> {
  const trials: (Trial & { readonly who: Side; readonly measured: M })[] = [];
  for (let repeat = 0; repeat < repeats; repeat += 1) {
    for (const who of repeat % 2 === 0 ? (['ours', 'stock'] as const) : (['stock', 'ours'] as const))
      trials.push({ who, measured: await run[who](), load: loadavg()[0] ?? 0 });
  }
  return trials;
}

/** The median of one measurement on one side. */
export const medianOf = <K extends string>(
  trials: readonly { readonly who: Side; readonly measured: Readonly<Record<K, number>> }[],
  who: Side,
  name: K,
): number => median(trials.filter((trial) => trial.who === who).map((trial) => trial.measured[name]));

/** Ours divided by the peer's, of medians. */
export const ratioOf = <K extends string>(
  trials: readonly { readonly who: Side; readonly measured: Readonly<Record<K, number>> }[],
  name: K,
): number => medianOf(trials, 'ours', name) / medianOf(trials, 'stock', name);
