import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../../shared/domain/dates.ts';
import { dueText, fieldDate, longDate, parseTypedDate, shortDate } from './dateText.ts';

const today = '2026-11-23';

describe('a typed date', () => {
  it.each([
    ['24-11-2026', '2026-11-24'],
    ['24/11/26', '2026-11-24'],
    ['24.11', '2026-11-24'],
    ['24112026', '2026-11-24'],
    ['24 nov', '2026-11-24'],
    ['24 november 2027', '2027-11-24'],
    [' 3 mrt ', '2027-03-03'],
    ['2026-12-01', '2026-12-01'],
    ['morgen', '2026-11-24'],
    ['Gisteren', '2026-11-22'],
    ['5 jan', '2027-01-05'],
    ['20-11', '2026-11-20'],
    ['29-2-2028', '2028-02-29'],
    ['', ''],
  ])('%j is %j', (typed, expected) => expect(parseTypedDate(typed, today)).toBe(expected));

  it.each(['31-11-2026', '29-2-2027', '0-1-2026', '12-13-2026', 'volgende week', '24', '1-1-26-5', '24 xyz'])(
    'refuses %j rather than moving it to another day',
    (typed) => expect(parseTypedDate(typed, today)).toBeNull(),
  );

  it('reads back every date that a field shows', () => {
    fc.assert(
      fc.property(fc.integer({ min: -30_000, max: 60_000 }), (days) => {
        const date = addDays(today, days);
        expect(parseTypedDate(fieldDate(date), today)).toBe(date);
      }),
      { seed: Number(process.env['SEED'] ?? 1) },
    );
  });

  it('never throws and never makes an impossible date', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 30 }), (typed) => {
        const parsed = parseTypedDate(typed, today);
        if (parsed) expect(parseTypedDate(fieldDate(parsed), today)).toBe(parsed);
      }),
      { seed: Number(process.env['SEED'] ?? 1) },
    );
  });
});

describe('a date in words', () => {
  it('says the year only when it is another one', () => {
    expect(longDate('2026-11-24', today)).toBe('dinsdag 24 november');
    expect(longDate('2027-03-01', today)).toBe('maandag 1 maart 2027');
    expect(shortDate('2026-11-24', today)).toBe('di 24 nov');
    expect(shortDate('2025-03-12', today)).toBe('12 mrt 2025');
  });

  it('says how late something is, and only then calls it late', () => {
    expect(dueText('2026-11-18', today)).toEqual({ text: '5 dagen te laat', late: true });
    expect(dueText('2026-11-22', today)).toEqual({ text: '1 dag te laat', late: true });
    expect(dueText(today, today)).toEqual({ text: 'vandaag', late: false });
    expect(dueText('2026-11-24', today)).toEqual({ text: 'morgen', late: false });
    expect(dueText('2026-11-26', today)).toEqual({ text: 'do 26 nov', late: false });
  });
});
