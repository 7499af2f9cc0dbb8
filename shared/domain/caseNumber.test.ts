import { describe, expect, test } from 'vitest';
import { parseCaseNumber } from './caseNumber.ts';

describe('a case number', () => {
  test.each([
    ['Z/2026-001234', 'Z/2026-001234'],
    ['  zaak   12 ', 'zaak 12'],
    ['Z\u200B2026\u202E-7\u0000', 'Z2026-7'],
    ['Żółć-1', 'Żółć-1'],
    ['', ''],
  ])('is kept without what cannot be seen: %j', (typed, kept) => {
    expect(parseCaseNumber(typed)).toEqual({ ok: true, value: kept });
  });

  test.each(['<script>', "1'; DROP TABLE x", 'zaak 😀', 'a=b'])(
    'with marks that do not belong there is refused: %j',
    (typed) => {
      expect(parseCaseNumber(typed)).toEqual({ ok: false, error: 'CHARACTERS' });
    },
  );

  test('that is a citizen service number is refused, with or without points', () => {
    for (const typed of ['111222333', '111.222.333', '12345672'])
      expect(parseCaseNumber(typed)).toEqual({ ok: false, error: 'BSN' });
    expect(parseCaseNumber('111222334').ok).toBe(true);
  });

  test('longer than any number is refused', () => {
    expect(parseCaseNumber('1-'.repeat(40))).toEqual({ ok: false, error: 'TOO_LONG' });
  });
});
