/** One measured figure; `bar` is what it should stay under, null when it only explains another. */
export interface Figure {
  readonly name: string;
  readonly value: number;
  readonly unit: 's' | 'ms' | 'us' | 'x' | 'kB' | 'MB' | 'count';
  readonly bar: number | null;
  /** What limits it, or why it is slower than the peer: stands beside it in docs/benchmarks.md. */
  readonly note?: string;
}

export function percentile(values: readonly number[], percent: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil((percent / 100) * sorted.length) - 1)] ?? Number.NaN;
}

export const median = (values: readonly number[]): number => percentile(values, 50);

/** Every raw measurement of one comparison, for out/bench. */
export interface Trial {
  readonly who: string;
  readonly measured: Readonly<Record<string, number>>;
  /** Load average of the machine right after it. */
  readonly load: number;
}

export interface Measurements {
  readonly figures: readonly Figure[];
  readonly raw?: readonly Trial[];
}
