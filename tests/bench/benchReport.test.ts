import { expect, test } from 'vitest';
import { tableOf, verdictOf, worseThan, type BenchRun } from './benchReport.ts';

const runOf = (save: number, ratio: number): BenchRun => ({
  at: '2026-11-21T10:00:00.000Z',
  households: 4,
  notes: 20,
  machine: {},
  groups: {
    dossier: [{ name: 'save, p95', value: save, unit: 'ms', bar: 50 }],
    documents: [{ name: 'encoding', value: ratio, unit: 'x', bar: null }],
  },
});

test('a figure on its bar is within it, one above it is over, one that was not measured is over too', () => {
  expect(verdictOf({ name: '', value: 50, unit: 'ms', bar: 50 })).toBe('within');
  expect(verdictOf({ name: '', value: 50.1, unit: 'ms', bar: 50 })).toBe('OVER');
  expect(verdictOf({ name: '', value: Number.NaN, unit: 'ms', bar: 50 })).toBe('OVER');
  expect(verdictOf({ name: '', value: 50, unit: 'ms', bar: null })).toBe('');
});

test('the table names every figure under its group', () => {
  const table = tableOf(runOf(60, 1.2));
  expect(table).toMatch(/^dossier\n.*60\.00 ms.*<= 50 ms.*OVER.*save, p95$/m);
  expect(table).toMatch(/documents\n.*1\.20 x.*encoding/);
});

test('only what takes more than half as much again is named as worse', () => {
  expect(worseThan(runOf(20, 1), runOf(30, 1.4))).toEqual([]);
  expect(worseThan(runOf(20, 1), runOf(31, 1.4))).toEqual(['save, p95: 20.00 -> 31.00 ms']);
});
