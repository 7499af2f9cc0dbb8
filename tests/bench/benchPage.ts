/** docs/benchmarks.md from a run: every figure in it was measured by the command that wrote it. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { durationText, valueText, verdictOf, type BenchRun } from './benchReport.ts';
import type { Figure } from './figures.ts';

const INTRODUCTION = `# Benchmarks

Written by \`npm run bench -- --write\`; nothing here is typed by hand. Ratios are ours divided by the peer's, measured in
turns (A B B A) on one machine, as medians: a ratio says something on a busy machine, a time does so hardly. The load of the
machine stands at every part; on two processors a load above 2 means that others were working too, and that times are longer
than they would be. Every single measurement is in [docs/benchmarks/](benchmarks/).

The peer of the sync parts is the stock server \`@y/websocket-server\` 0.1.1 (tests/bench/peers, a lockfile of its own). It
neither encrypts nor checks a signature, keeps everything in memory and confirms before it stores; ours does all four.

    npm run bench                          # everything, about ten minutes on two quiet processors
    npm run bench -- --quick               # a short look
    npm run bench -- --only sync,store     # some parts
    npm run bench -- --compare out/bench/<earlier>.json            # measures, and names what got worse by more than half
    npm run bench -- --compare <earlier>.json <later>.json         # the same between two results
`;

const bar = (figure: Figure): string =>
  figure.bar === null ? '' : valueText({ ...figure, value: figure.bar }).replace(/\.0+(?= |$)/, '');
const verdict = (figure: Figure): string => ({ within: 'within', OVER: '**over**' })[verdictOf(figure)] ?? '';

/** The page, in Markdown. */
export function benchmarksPage(run: BenchRun): string {
  const groups = Object.entries(run.groups);
  const over = groups.flatMap(([, group]) => group.figures.filter((figure) => verdictOf(figure) === 'OVER'));
  const machine = Object.entries(run.machine)
    .map(([name, value]) => `${name} ${String(value)}`)
    .join(', ');
  const tables = groups.map(
    ([title, { figures, loadBefore, loadAfter, tookS }]) => `## ${title.slice(0, 1).toUpperCase()}${title.slice(1)}

Load ${String(loadBefore)} before, ${String(loadAfter)} after.${tookS === undefined ? '' : ` Took ${durationText(tookS)}.`}

| what | result | bar | | what limits it |
|---|---|---|---|---|
${figures
  .map(
    (figure) =>
      `| ${figure.name} | ${valueText(figure)} | ${bar(figure)} | ${verdict(figure)} | ${figure.note ?? ''} |`,
  )
  .join('\n')}
`,
  );
  return [
    INTRODUCTION,
    `Measured ${run.at.slice(0, 16).replace('T', ' ')} UTC: ${machine}.${run.quick ? ' A short look, not the full sizes.' : ''}\n`,
    `## Over its bar\n\n${over.length === 0 ? 'Nothing of what stands on this page. A part that is not here was not run.' : over.map((figure) => `- ${figure.name}: ${valueText(figure)}, bar ${bar(figure)}${figure.note ? ` (${figure.note})` : ''}`).join('\n')}\n`,
    ...tables,
  ].join('\n');
}

/** Writes the page and the run beside it; answers what it wrote. */
export function writeBenchmarks(project: string, run: BenchRun): string {
  const docs = join(project, 'docs');
  const folder = join(docs, 'benchmarks');
  mkdirSync(folder, { recursive: true });
  const name = `${run.at.slice(0, 10)}.json`;
  writeFileSync(join(folder, name), `${JSON.stringify(run)}\n`);
  writeFileSync(join(docs, 'benchmarks.md'), benchmarksPage(run));
  return `docs/benchmarks.md and docs/benchmarks/${name}`;
}
