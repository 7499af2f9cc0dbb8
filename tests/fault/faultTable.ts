/** The page that `npm run faults` writes: every part with what came out, its seed and the command that does it again. */

export interface FaultRow {
  readonly what: string;
  readonly count: string;
  /** Tests of this part. A failed one lost something, missed damage, or threw. */
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  /** In words; empty when the tests say it. */
  readonly outcome: string;
  readonly seconds: number;
  readonly seed: string;
  readonly command: string;
}

export interface FaultMachine {
  readonly cpu: string;
  readonly cores: number;
  /** Processes that wanted a processor when the run ended. */
  readonly load: number;
  readonly node: string;
}

export function faultTable(rows: readonly FaultRow[], machine: FaultMachine): string {
  const lines = rows.map(
    (row) =>
      `| ${row.what} | ${row.count} | ${outcomeOf(row)} | ${row.seed} | ${row.seconds.toFixed(0)} s | \`${row.command}\` |`,
  );
  return `# Faults

Written by \`npm run faults -- --write\`. Each part runs tests of \`npm test\` with the numbers of the table, and a part that is not in the table was not run this time. A part has failed when one change that was told as saved is missing, when damage is not noticed, or when a reader throws.

Machine: ${machine.cpu}, ${String(machine.cores)} cores, load ${machine.load.toFixed(1)}, Node ${machine.node}. The times include starting up and are no bench.

| what | how many | lost or silently corrupt | seed | time | command |
| --- | --- | --- | --- | --- | --- |
${lines.join('\n')}
`;
}

function outcomeOf({ passed, failed, skipped, outcome }: FaultRow): string {
  const left = skipped > 0 ? `; ${String(skipped)} could not run on this machine` : '';
  if (failed > 0)
    return `**failed: ${String(failed)} of ${String(passed + failed)}**${outcome === '' ? '' : ` (${outcome})`}${left}`;
  if (passed === 0) return `did not run${outcome === '' ? '' : ` (${outcome})`}${left}`;
  return `${outcome === '' ? 'nothing' : outcome}${left}`;
}
