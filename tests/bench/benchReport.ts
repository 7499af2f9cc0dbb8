/** What a run of the benchmarks says: one table with bar and verdict, and what got worse since an older run. */
import type { Figure } from './figures.ts';

export interface BenchRun {
  readonly at: string;
  readonly households: number;
  readonly notes: number;
  readonly machine: Readonly<Record<string, string | number>>;
  readonly groups: Readonly<Record<string, readonly Figure[]>>;
}

/** Slower than this many times the older run is worth a word: less is what a busy machine does. */
const WORSE = 1.5;

const allFigures = (run: BenchRun): readonly Figure[] => Object.values(run.groups).flat();

/** "within", "OVER", or nothing for a figure that only explains another. */
export function verdictOf({ value, bar }: Figure): string {
  if (bar === null) return '';
  // A figure that could not be measured is no success.
  return value <= bar ? 'within' : 'OVER';
}

/** One line per figure: value, bar, verdict, name; groups under their own heading. */
export function tableOf(run: BenchRun): string {
  const lines = Object.entries(run.groups).flatMap(([group, figures]) => [
    '',
    group,
    ...figures.map((figure) => {
      const value = `${figure.value.toFixed(2)} ${figure.unit.padEnd(2)}`.padStart(13);
      const bar = (figure.bar === null ? '' : `<= ${String(figure.bar)} ${figure.unit}`).padEnd(12);
      return `${value}  ${bar} ${verdictOf(figure).padEnd(6)}  ${figure.name}`;
    }),
  ]);
  return lines.join('\n');
}

/** What takes more than half as much again as in the older run, in words; figures of only one run don't count. */
export function worseThan(older: BenchRun, run: BenchRun): readonly string[] {
  const before = new Map(allFigures(older).map((figure) => [figure.name, figure]));
  return allFigures(run).flatMap(({ name, value, unit }) => {
    const old = before.get(name);
    if (old === undefined || old.unit !== unit || value <= old.value * WORSE) return [];
    return [`${name}: ${old.value.toFixed(2)} -> ${value.toFixed(2)} ${unit}`];
  });
}
