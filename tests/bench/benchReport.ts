/** What a run of the benchmarks says: one table with bar and verdict, and what got worse since an older run. */
import type { Figure, Trial } from './figures.ts';

export interface BenchGroup {
  readonly figures: readonly Figure[];
  /** Every single measurement, for those that were taken in turns. */
  readonly raw: readonly Trial[];
  readonly loadBefore: number;
  readonly loadAfter: number;
  /** How long the part took, in seconds; older runs do not say it. */
  readonly tookS?: number;
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

/** 40 s, 12 min. */
export const durationText = (seconds: number): string =>
  seconds < 90 ? `${seconds.toFixed(0)} s` : `${(seconds / 60).toFixed(0)} min`;

/** One line per figure: value, bar, verdict, name; groups under their own heading with the load of the machine. */
export function tableOf(run: BenchRun): string {
  const lines = Object.entries(run.groups).flatMap(([title, group]) => [
    '',
    `${title} (load ${String(group.loadBefore)} to ${String(group.loadAfter)}${group.tookS === undefined ? '' : `, ${durationText(group.tookS)}`})`,
    ...group.figures.map((figure) => {
      const bar = (figure.bar === null ? '' : `<= ${String(figure.bar)} ${figure.unit}`).padEnd(12);
      return `${valueText(figure).padStart(13)}  ${bar} ${verdictOf(figure).padEnd(6)}  ${figure.name}`;
    }),
  ]);
  return lines.join('\n');
}

export interface Comparison {
  /** What takes more than half as much again as before, in words. */
  readonly worse: readonly string[];
  /** How many figures both runs have. */
  readonly compared: number;
  /** Parts of only one of the two, or of another size: nothing is said about them. */
  readonly leftOut: readonly string[];
}

/**
 * Only figures of the same part at the same size are compared. Where the older one is nothing (no change lost), anything
 * at all is worse; so is a figure that could be measured then and not now. A count without a bar is a size, not a cost.
 */
export function compareRuns(older: BenchRun, run: BenchRun): Comparison {
  const worse: string[] = [];
  let compared = 0;
  for (const [title, group] of Object.entries(run.groups)) {
    const before = new Map(older.groups[title]?.figures.map((figure) => [figure.name, figure]));
    for (const figure of group.figures) {
      const old = before.get(figure.name);
      if (old?.unit !== figure.unit || !Number.isFinite(old.value)) continue;
      if (figure.unit === 'count' && figure.bar === null) continue;
      compared += 1;
      if (Number.isFinite(figure.value) && figure.value <= Math.max(0, old.value) * WORSE) continue;
      worse.push(`${figure.name}: ${valueText(old)} -> ${valueText(figure)}`);
    }
  }
  const only = (one: BenchRun, other: BenchRun, where: string): string[] =>
    Object.keys(one.groups).flatMap((title) => (Object.hasOwn(other.groups, title) ? [] : [`${title} (${where})`]));
  return {
    worse,
    compared,
    leftOut: [...only(run, older, 'not in the older run'), ...only(older, run, 'only in the older run')],
  };
}

/** The comparison as it is printed. */
export function comparisonText(older: BenchRun, { worse, compared, leftOut }: Comparison): string {
  const found =
    compared === 0
      ? `nothing to compare with ${older.at}: no part was measured in both at the same size`
      : worse.length === 0
        ? `nothing worse than ${older.at} (${String(compared)} figures compared)`
        : `worse than ${older.at} (${String(worse.length)} of ${String(compared)} figures):\n  ${worse.join('\n  ')}`;
  return leftOut.length === 0 ? found : `${found}\nnot compared:\n  ${leftOut.join('\n  ')}`;
}

/** Several runs as one, oldest first; of a part that was measured twice the later one counts. */
export function joinRuns(runs: readonly BenchRun[]): BenchRun {
  const ordered = [...runs].sort((a, b) => (a.at < b.at ? -1 : 1));
  const last = ordered.at(-1);
  if (last === undefined) throw new Error('no run to write about');
  return { ...last, groups: Object.assign({}, ...ordered.map((run) => run.groups)) as BenchRun['groups'] };
}
