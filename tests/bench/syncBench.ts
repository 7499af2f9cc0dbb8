/**
 * Two laptops that wrote apart meet, and a fresh one comes: our server with encryption, signatures and fsync against the
 * stock y-websocket server in memory. The bars are ours divided by the stock one.
 *
 * Run: npx node tests/bench/syncBench.ts [rooms] [edits] [repeats]
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import sodium from 'libsodium-wrappers-sumo';
import { POOR_LINK } from './chaosProxy.ts';
import type { Figure, Measurements } from './figures.ts';
import { inTurns, medianOf, ratioOf } from './inTurns.ts';
import { meetOnOurs, meetOnStock, type Measured } from './syncMeeting.ts';
import { makeEdits } from './syncWorkload.ts';

export interface SyncBenchOptions {
  readonly rooms: number;
  readonly edits: number;
  readonly repeats: number;
}

const ROWS: readonly (readonly [keyof Measured, string, number | null, string?])[] = [
  ['mergeMs', 'merge of two laptops', 1, 'sealing, signing and fsync on our side; none of the three on the stock one'],
  [
    'freshMs',
    'catch-up of a fresh device',
    1.5,
    'two signatures, two decryptions and two applies per room against one apply of merged text',
  ],
  ['bytesUp', 'bytes up at the merge', 1.15],
  ['bytesDown', 'bytes down at the merge', 1, 'the stock server echoes; ours acknowledges'],
  ['bytesFresh', 'bytes down for a fresh device', 1.15, 'header, signature and padding of two envelopes per room'],
  ['serverHeldKb', 'growth of what the server holds, all rooms open', 0.1],
  [
    'serverRssKb',
    'growth of the server process (RSS)',
    null,
    'freed memory that the allocator keeps is in it, on both sides',
  ],
  ['serverCpuMs', 'processor time of the server', 0.5, 'signature checks and SQLite'],
];

export async function syncBench({ rooms, edits, repeats }: SyncBenchOptions): Promise<Measurements> {
  await sodium.ready;
  const workload = makeEdits(rooms, edits);
  const trials = await inTurns(repeats, {
    ours: () => inFolder((folder) => meetOnOurs(workload, folder)),
    stock: () => meetOnStock(workload),
  });
  const figures = ROWS.flatMap(([name, title, bar, note]): Figure[] => [
    { name: `${title}, ours by stock`, value: ratioOf(trials, name), unit: 'x', bar, ...(note ? { note } : {}) },
    ...(name.endsWith('Ms')
      ? [{ name: `${title}, ours`, value: medianOf(trials, 'ours', name), unit: 'ms' as const, bar: null }]
      : []),
  ]);
  return { figures, raw: trials };
}

/** The same over 50 ms, 5 Mbit and one lost segment of a hundred. */
export async function poorLinkBench({ rooms, edits, repeats }: SyncBenchOptions): Promise<Measurements> {
  await sodium.ready;
  const workload = makeEdits(rooms, edits);
  const trials = await inTurns(repeats, {
    ours: () => inFolder((folder) => meetOnOurs(workload, folder, POOR_LINK)),
    stock: () => meetOnStock(workload, POOR_LINK),
  });
  const row = (name: keyof Measured, title: string, note: string): Figure[] => [
    { name: `poor link: ${title}, ours by stock`, value: ratioOf(trials, name), unit: 'x', bar: null, note },
    { name: `poor link: ${title}, ours`, value: medianOf(trials, 'ours', name), unit: 'ms', bar: null },
  ];
  return {
    figures: [
      ...row('mergeMs', 'merge of two laptops', 'one socket and one handshake against one per room'),
      ...row(
        'freshMs',
        'catch-up of a fresh device',
        'on one socket a lost segment holds up every room behind it; with a socket per room only its own',
      ),
    ],
    raw: trials,
  };
}

export async function inFolder<T>(run: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'samenspel-bench-'));
  try {
    return await run(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const [rooms = 200, edits = 500, repeats = 5] = process.argv.slice(2).map(Number);
  const { figures } = await syncBench({ rooms, edits, repeats });
  for (const { name, value, unit, bar } of figures)
    console.log(`${name}: ${value.toFixed(3)} ${unit}${bar === null ? '' : ` (at most ${String(bar)})`}`);
}
