import { expect, test } from 'vitest';
import { labelOf, labels } from './labels.ts';

test('every code has a word of its own within its group', () => {
  for (const [group, words] of Object.entries(labels)) {
    const all: readonly string[] = Object.values(words);
    expect(
      all.every((word) => word.trim().length > 1),
      group,
    ).toBe(true);
    expect(new Set(all).size, group).toBe(all.length);
  }
});

test('statuses, lines and steps carry the words of the look', () => {
  expect(Object.values(labels.actionStatus)).toEqual(['Gepland', 'Loopt', 'Gelukt', 'Niet gelukt', 'Niet meer nodig']);
  expect(Object.values(labels.ladder)).toEqual(['Inwoner zelf', 'Netwerk', 'Voorliggend veld', 'Gemeente']);
  expect(Object.values(labels.lineKind)).toEqual(['Letterlijk gezegd', 'Feit', 'Mening']);
});

test('a code from a newer version is shown as it is', () => {
  expect(labelOf('householdStatus', 'PLAN_ACTIEF')).toBe('Plan loopt');
  expect(labelOf('householdStatus', 'IETS_NIEUWS')).toBe('IETS_NIEUWS');
  expect(labelOf('householdStatus', 'toString')).toBe('toString');
});
