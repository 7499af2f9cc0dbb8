/**
 * Our server with sealed lanes over one socket, against the stock @y/websocket-server with plain Yjs over a socket per room:
 * the same rooms, the same edits, two laptops that wrote apart and meet, then a fresh one. Interleaved ABBA, medians.
 *
 * Both clients are bare: a Y.Doc per room and nothing else; ours verifies, opens and merges what it receives. The stock
 * server keeps everything in memory, ours is on disk before it answers.
 * Run: npm ci --prefix tests/bench/peers && npx node tests/bench/syncBench.ts [rooms] [edits] [repetitions]
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import sodium from 'libsodium-wrappers-sumo';
import { median } from './figures.ts';
import { meetOnOurs, meetOnStock, type Measured } from './syncMeeting.ts';
import { makeEdits } from './syncWorkload.ts';

/** sync.md 11: our figure divided by the stock one. */
const BARS: Readonly<Record<keyof Measured, number>> = {
  mergeMs: 1,
  freshMs: 1.5,
  bytesUp: 1.15,
  bytesDown: 1,
  bytesFresh: 1.15,
  serverMemoryKb: 0.1,
  serverCpuMs: 0.5,
};

await sodium.ready;
const [rooms = 200, edits = 500, repetitions = 5] = process.argv.slice(2).map(Number);
const workload = makeEdits(rooms, edits);
const results: { readonly who: 'ours' | 'stock'; readonly measured: Measured; readonly load: number }[] = [];
for (let index = 0; index < repetitions; index++) {
  for (const who of index % 2 === 0 ? (['ours', 'stock'] as const) : (['stock', 'ours'] as const)) {
    const folder = mkdtempSync(join(tmpdir(), 'samenspel-bench-'));
    try {
      const measured = await (who === 'ours' ? meetOnOurs : meetOnStock)(workload, folder);
      results.push({ who, measured, load: loadavg()[0] ?? 0 });
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }
}
const machine = { cpu: cpus()[0]?.model ?? '', cores: cpus().length, node: process.version };
mkdirSync('out/bench', { recursive: true });
writeFileSync('out/bench/sync.json', JSON.stringify({ machine, rooms, edits, results }, null, 2));
const of = (who: 'ours' | 'stock', name: keyof Measured): number =>
  median(results.filter((result) => result.who === who).map((result) => result.measured[name]));
console.log(
  `${String(rooms)} rooms x ${String(edits)} edits, ${String(repetitions)} repetitions, load ${(loadavg()[0] ?? 0).toFixed(1)}`,
);
for (const [name, bar] of Object.entries(BARS) as [keyof Measured, number][]) {
  const ratio = of('ours', name) / of('stock', name);
  console.log(
    `${ratio <= bar ? 'ok  ' : 'MISS'} ${name}: ${of('ours', name).toFixed(0)} / ${of('stock', name).toFixed(0)} = ${ratio.toFixed(3)} x (at most ${String(bar)})`,
  );
}
