import { expect, test } from 'vitest';
import { lookOf, timeOfDayAt } from './looks.ts';
import { UNUSUAL_FROM, unusualIn, type DayLook } from './unusualLooks.ts';

const look = (at: number, change: Partial<DayLook> = {}): DayLook => ({
  documentId: at.toString(16).padStart(32, '0'),
  times: ['10:15'],
  hasBusiness: true,
  sameName: false,
  ...change,
});
const looks = (count: number, change: Partial<DayLook> = {}): DayLook[] =>
  Array.from({ length: count }, (_, at) => look(at, change));
const codes = (day: readonly DayLook[]): readonly string[] => unusualIn(day).map(({ code }) => code);

test('an ordinary day says nothing, and each rule begins at its number and not before', () => {
  expect(codes(looks(UNUSUAL_FROM.VEEL - 1))).toEqual([]);
  expect(codes(looks(UNUSUAL_FROM.VEEL))).toEqual(['VEEL']);
  expect(codes(looks(UNUSUAL_FROM.ZONDER_CONTACT - 1, { hasBusiness: false }))).toEqual([]);
  expect(codes(looks(UNUSUAL_FROM.ZONDER_CONTACT, { hasBusiness: false }))).toEqual(['ZONDER_CONTACT']);
  expect(codes([look(1, { sameName: true })])).toEqual(['ZELFDE_NAAM']);
});

test.each([
  ['22:59', false],
  ['23:00', true],
  ['03:12', true],
  ['05:59', true],
  ['06:00', false],
])('night at %s: %s', (time, night) => {
  expect(codes([look(1, { times: ['10:00', time] })])).toEqual(night ? ['NACHT'] : []);
});

test('a paper is told apart from another export, and a class that is not logged is nothing', () => {
  expect(lookOf('paper.make', 'export')).toBe('AFGEDRUKT');
  expect(lookOf('export.household', 'export')).toBe('UITGEVOERD');
  expect(lookOf('document.open', 'view')).toBe('BEKEKEN');
  expect(lookOf('document.close', 'none')).toBeNull();
});

test('times are those of a clock in the Netherlands, in summer and winter', () => {
  expect(timeOfDayAt(Date.parse('2026-07-01T22:30:00Z'))).toBe('00:30');
  expect(timeOfDayAt(Date.parse('2026-11-22T22:30:00Z'))).toBe('23:30');
});
