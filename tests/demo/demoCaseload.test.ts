import { expect, it } from 'vitest';
import * as Y from 'yjs';
import { readRecords } from '../../shared/documents/readers.ts';
import { recordKinds, type RecordKind } from '../../shared/documents/schema.ts';
import type { UserId } from '../../shared/domain/ids.ts';
import { demoCaseload, type DemoOptions } from './demoCaseload.ts';

const options: DemoOptions = { seed: 7, households: 12, notes: 200, today: '2026-11-21', me: 'a'.repeat(32) as UserId };
const made = (chosen: DemoOptions = options) => [...demoCaseload(chosen)];

it('gives the same documents for the same seed and others for another seed', () => {
  const bytes = (chosen: DemoOptions) =>
    made(chosen).map(({ household }) => Buffer.from(Y.encodeStateAsUpdate(household.doc)).toString('base64'));
  expect(bytes(options)).toEqual(bytes(options));
  expect(bytes({ ...options, seed: 8 })).not.toEqual(bytes(options));
});

it('holds exactly as many conversations as asked, all readable, with persons in every household', () => {
  const households = made();
  const count = (kind: RecordKind) => households.map(({ household }) => readRecords(household.doc, kind).length);
  expect(count('conversations').reduce((all, some) => all + some, 0)).toBe(200);
  expect(Math.min(...count('persons'))).toBeGreaterThan(0);
  for (const { household, restricted } of households) {
    for (const kind of Object.keys(recordKinds) as RecordKind[])
      for (const { invalid } of [...readRecords(household.doc, kind), ...readRecords(restricted.doc, kind)])
        expect(invalid).toEqual([]);
  }
});

it('has nothing in the future but what is planned, and a few things that are late', () => {
  const households = made({ ...options, households: 60, notes: 1_500 });
  const talks = households.flatMap(({ household }) => readRecords(household.doc, 'conversations'));
  const open = households
    .flatMap(({ household }) => readRecords(household.doc, 'actions'))
    .filter(({ values }) => values.status === 'GEPLAND' || values.status === 'LOOPT');
  expect(talks.every(({ values }) => (values.date ?? '9') <= options.today)).toBe(true);
  const late = open.filter(({ values }) => (values.dueOn ?? '9') < options.today);
  expect(late.length).toBeGreaterThan(0);
  expect(late.length).toBeLessThan(open.length / 4);
});
