import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { benchmarksPage } from './benchPage.ts';
import { compareRuns, comparisonText, joinRuns, tableOf, valueText, verdictOf, type BenchRun } from './benchReport.ts';
import { readBenchRun } from './benchRunFile.ts';
import type { Figure } from './figures.ts';
import { slopeOver } from './growthSlope.ts';

const group = (...figures: readonly Figure[]) => ({ figures, raw: [], loadBefore: 1, loadAfter: 2, tookS: 40 });
const runOf = (save: number, ratio: number, lost = 0): BenchRun => ({
  at: '2026-11-21T10:00:00.000Z',
  quick: false,
  households: 4,
  notes: 20,
  machine: { processor: 'an invented one', processors: 2 },
  groups: {
    dossier: group({ name: 'save, p95', value: save, unit: 'ms', bar: 50 }),
    documents: group({ name: 'encoding', value: ratio, unit: 'x', bar: null, note: 'entries carry a stamp' }),
    sync: group({ name: 'lost', value: lost, unit: 'count', bar: 0 }),
  },
});

test('a figure on its bar is within it, one above it is over, one that was not measured is over too', () => {
  expect(verdictOf({ name: '', value: 50, unit: 'ms', bar: 50 })).toBe('within');
  expect(verdictOf({ name: '', value: 50.1, unit: 'ms', bar: 50 })).toBe('OVER');
  expect(verdictOf({ name: '', value: Number.NaN, unit: 'ms', bar: 50 })).toBe('OVER');
  expect(verdictOf({ name: '', value: 50, unit: 'ms', bar: null })).toBe('');
});

test('a value says as much as it knows', () => {
  expect(valueText({ name: '', value: 0.0523, unit: 'x', bar: null })).toBe('0.052 x');
  expect(valueText({ name: '', value: 431.2, unit: 'ms', bar: null })).toBe('431 ms');
  expect(valueText({ name: '', value: 3, unit: 'count', bar: null })).toBe('3');
  expect(valueText({ name: '', value: Number.NaN, unit: 's', bar: 1 })).toBe('not measured');
});

test('the table names every figure under its group', () => {
  const table = tableOf(runOf(60, 1.2));
  expect(table).toMatch(/^dossier \(load 1 to 2, 40 s\)\n.*60\.00 ms.*<= 50 ms.*OVER.*save, p95$/m);
  expect(table).toMatch(/documents .*\n.*1\.20 x.*encoding/);
});

test('only what takes more than half as much again is named as worse, in every group', () => {
  expect(compareRuns(runOf(20, 1), runOf(30, 1.4))).toEqual({ worse: [], compared: 3, leftOut: [] });
  expect(compareRuns(runOf(20, 1), runOf(31, 1.6, 2)).worse).toEqual([
    'save, p95: 20.00 ms -> 31.00 ms',
    'encoding: 1.00 x -> 1.60 x',
    'lost: 0 -> 2',
  ]);
  expect(compareRuns(runOf(20, 1), runOf(Number.NaN, 1)).worse).toEqual(['save, p95: 20.00 ms -> not measured']);
});

test('a part that only one run has, or at another size, is named as not compared', () => {
  const older = runOf(20, 1);
  const bigger = {
    ...runOf(90, 1),
    groups: { 'dossier, 2000 households': runOf(90, 1).groups['dossier'] },
  } as BenchRun;
  const comparison = compareRuns(older, bigger);
  expect(comparison).toMatchObject({ worse: [], compared: 0 });
  expect(comparison.leftOut).toHaveLength(4);
  expect(comparisonText(older, comparison)).toMatch(
    /^nothing to compare with 2026.*\nnot compared:\n {2}dossier, 2000 households \(not in the older run\)\n {2}dossier \(only in the older run\)/,
  );
});

test('a result of a run is read back as it was written; anything else says in a sentence what is wrong with it', () => {
  const folder = mkdtempSync(join(tmpdir(), 'samenspel-bench-'));
  try {
    const file = (text: string): string => {
      writeFileSync(join(folder, 'run.json'), text);
      return join(folder, 'run.json');
    };
    const run = runOf(Number.NaN, 1.2);
    expect(readBenchRun(file(JSON.stringify(run)))).toEqual(run);
    expect(() => readBenchRun(file(JSON.stringify(run).slice(0, 200)))).toThrow(/run\.json is not whole/);
    expect(() => readBenchRun(file('{"at":"2026"}'))).toThrow(/run\.json is no result of a run \(quick: /);
    expect(() => readBenchRun(join(folder, 'nothing.json'))).toThrow(/nothing\.json cannot be read/);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('of two runs the later one counts where both measured', () => {
  const later = {
    ...runOf(30, 1),
    at: '2026-11-22T10:00:00.000Z',
    groups: { dossier: runOf(30, 1).groups['dossier'] },
  };
  const joined = joinRuns([later as BenchRun, runOf(20, 1.3)]);
  expect(joined.at).toBe(later.at);
  expect(joined.groups['dossier']?.figures[0]?.value).toBe(30);
  expect(joined.groups['documents']?.figures[0]?.value).toBe(1.3);
});

test('the page holds every figure with its bar, its verdict and what limits it, and names what is over', () => {
  const page = benchmarksPage(runOf(60, 1.2));
  expect(page).toMatch(/\| save, p95 \| 60\.00 ms \| 50 ms \| \*\*over\*\* \|/);
  expect(page).toContain('| encoding | 1.20 x |  |  | entries carry a stamp |');
  expect(page).toMatch(/## Over its bar\n\n- save, p95: 60\.00 ms, bar 50 ms/);
  expect(page).toContain('an invented one');
  expect(page).toContain('Load 1 before, 2 after. Took 40 s.');
});

test('a slope goes through all points: flat is 1, in proportion is as many times, and one disturbed point moves it little', () => {
  expect(
    slopeOver([
      [100, 5],
      [400, 5],
      [2_000, 5],
    ]),
  ).toBeCloseTo(1);
  expect(
    slopeOver([
      [100, 1],
      [400, 4],
      [2_000, 20],
    ]),
  ).toBeCloseTo(20);
  expect(
    slopeOver([
      [1, 1],
      [2, 1],
      [3, 9],
      [4, 1],
      [5, 1],
    ]),
  ).toBeLessThan(2);
});
