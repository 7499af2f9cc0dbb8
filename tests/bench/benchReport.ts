/** What a run of the benchmarks says: one table with bar and verdict, and what got worse since an older run. */
import type { Figure, Trial } from './figures.ts';

export interface BenchGroup {
  readonly figures: readonly Figure[];
  /** Every single measurement, for those that were taken in turns. */
  readonly raw: readonly Trial[];
  readonly loadBefore: number;
  readonly loadAfter: number;
}

export interface BenchRun {
  readonly at: string;
  readonly quick: boolean;
  readonly households: number;
  readonly notes: number;
  readonly machine: Readonly<Record<string, string | number>>;
  readonly groups: Readonly<Record<string, BenchGroup>>;
}

/** Slower than this many times the older run is worth a word: less is what a busy machine does. */
const WORSE = 1.5;

const allFigures = (run: BenchRun): readonly Figure[] => Object.values(run.groups).flatMap((group) => group.figures);

/** "within", "OVER", or nothing for a figure that only explains another. */
export function verdictOf({ value, bar }: Figure): string {
  if (bar === null) return '';
  // A figure that could not be measured is no success.
  return value <= bar ? 'within' : 'OVER';
}

/** Three figures that say something: 0.052, 1.25, 431. */
export function valueText({ value, unit }: Figure): string {
  if (!Number.isFinite(value)) return 'not measured';
  const digits = unit === 'count' || Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 1 ? 2 : 3;
  return `${value.toFixed(digits)}${unit === 'count' ? '' : ` ${unit === 'us' ? 'µs' : unit}`}`;
}

/** One line per figure: value, bar, verdict, name; groups under their own heading with the load of the machine. */
export function tableOf(run: BenchRun): string {
  const lines = Object.entries(run.groups).flatMap(([title, group]) => [
    '',
    `${title} (load ${String(group.loadBefore)} to ${String(group.loadAfter)})`,
    ...group.figures.map((figure) => {
      const bar = (figure.bar === null ? '' : `<= ${String(figure.bar)} ${figure.unit}`).padEnd(12);
      return `${valueText(figure).padStart(13)}  ${bar} ${verdictOf(figure).padEnd(6)}  ${figure.name}`;
    }),
  ]);
  return lines.join('\n');
}

/**
 * What takes more than half as much again as in the older run, in words; figures of only one run don't count. Where the
 * older one is nothing (no change lost), anything at all is worse.
 */
export function worseThan(older: BenchRun, run: BenchRun): readonly string[] {
  const before = new Map(allFigures(older).map((figure) => [figure.name, figure]));
  return allFigures(run).flatMap((figure) => {
    const old = before.get(figure.name);
    if (old === undefined || old.unit !== figure.unit || figure.value <= Math.max(0, old.value) * WORSE) return [];
    return [`${figure.name}: ${valueText(old)} -> ${valueText(figure)}`];
  });
}

/** Several runs as one, oldest first; of a part that was measured twice the later one counts. */
export function joinRuns(runs: readonly BenchRun[]): BenchRun {
  const ordered = [...runs].sort((a, b) => (a.at < b.at ? -1 : 1));
  const last = ordered.at(-1);
  if (last === undefined) throw new Error('no run to write about');
  return { ...last, groups: Object.assign({}, ...ordered.map((run) => run.groups)) as BenchRun['groups'] };
}
