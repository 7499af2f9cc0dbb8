/** The parts of the benchmark, with their sizes in a full run and in a short look. */
import { compactionBench } from './compactionBench.ts';
import { connectBench, stormBench } from './connectBench.ts';
import { dossierBench } from './dossierBench.ts';
import type { Measurements } from './figures.ts';
import { firstSyncBench } from './firstSyncBench.ts';
import { growthBench } from './growthBench.ts';
import { importBench } from './importBench.ts';
import { killBench } from './killBench.ts';
import { liveBench } from './liveBench.ts';
import { measureRecordEncoding } from './recordEncoding.ts';
import { screenBench } from './screenBench.ts';
import { storeBench } from './storeBench.ts';
import { poorLinkBench, syncBench } from './syncBench.ts';

export interface BenchSize {
  readonly quick: boolean;
  readonly households: number;
  readonly notes: number;
}

interface BenchPart {
  title(size: BenchSize): string;
  measure(size: BenchSize): Promise<Measurements>;
}

export const benchParts: Readonly<Record<string, BenchPart>> = {
  dossier: {
    title: ({ households, notes }) => `dossier, ${String(households)} households with ${String(notes)} conversations`,
    measure: ({ households, notes }) => dossierBench({ households, notes }),
  },
  store: {
    title: ({ notes }) => `store, ${String(notes)} texts`,
    measure: ({ notes }) => Promise.resolve({ figures: storeBench(notes) }),
  },
  import: {
    title: () => 'reading lists, while somebody types',
    measure: async ({ quick }) => ({ figures: await importBench(quick ? 500 : 5_000) }),
  },
  documents: {
    title: () => 'documents',
    measure: () => Promise.resolve({ figures: documentFigures() }),
  },
  sync: {
    title: ({ quick }) => `sync, two laptops and a fresh one, ${quick ? '20 rooms x 100' : '200 rooms x 500'} edits`,
    measure: ({ quick }) =>
      syncBench(quick ? { rooms: 20, edits: 100, repeats: 1 } : { rooms: 200, edits: 500, repeats: 5 }),
  },
  connect: {
    title: () => 'sync, connecting',
    measure: ({ quick }) => connectBench(quick ? 50 : 300, quick ? 1 : 5),
  },
  storm: {
    title: () => 'sync, everybody back at once',
    measure: ({ quick }) =>
      stormBench(
        quick
          ? { laptops: 10, rooms: 20, compared: { laptops: 4, rooms: 10 }, repeats: 1 }
          : { laptops: 200, rooms: 100, compared: { laptops: 40, rooms: 25 }, repeats: 5 },
      ),
  },
  live: {
    title: () => 'sync, live',
    measure: ({ quick }) => liveBench(quick ? 10 : 60, quick ? 1 : 5),
  },
  poor: {
    title: () => 'sync over a poor link: 50 ms, 5 Mbit, 1 % lost segments',
    measure: ({ quick }) => poorLinkBench({ rooms: quick ? 5 : 40, edits: quick ? 50 : 100, repeats: quick ? 1 : 5 }),
  },
  kill: {
    title: () => 'sync, SIGKILL in a burst',
    measure: ({ quick }) => killBench(quick ? 1 : 5),
  },
  compaction: {
    title: () => 'sync, after compaction',
    measure: ({ quick }) => compactionBench(quick ? 500 : 10_000),
  },
  firstSync: {
    title: () => 'sync, a new colleague',
    measure: async ({ quick }) => ({
      figures: await firstSyncBench(
        quick
          ? { households: 10, notesPerHousehold: 10, repeats: 1 }
          : { households: 150, notesPerHousehold: 50, repeats: 5 },
      ),
    }),
  },
  screen: {
    title: ({ quick }) => `screen, processor slowed four times, ${quick ? '24' : '2000'} households`,
    measure: ({ quick }) => screenBench(quick ? { households: 24, notes: 220 } : { households: 2_000, notes: 20_000 }),
  },
  growth: {
    title: () => 'growth',
    measure: ({ quick }) => growthBench(quick ? [10, 20, 40] : [100, 400, 2_000], quick ? 2 : 5),
  },
};

function documentFigures() {
  const { name, ratio, bar, facts } = measureRecordEncoding();
  const fact = (key: string): number => facts[key] ?? Number.NaN;
  return [
    { name: `${name}, bytes`, value: ratio, unit: 'x', bar },
    { name: `${name}, bytes with texts`, value: fact('ratioWithTexts'), unit: 'x', bar: null },
    { name: `${name}, load and read`, value: fact('loadAndReadRatio'), unit: 'x', bar },
  ] as const;
}
