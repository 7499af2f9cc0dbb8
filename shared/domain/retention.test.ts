import { describe, expect, test } from 'vitest';
import { RETENTION_CLASSES } from './codes.ts';
import { classForLaw, destroyFrom, mustBeDestroyed, retentionRules } from './retention.ts';

const own = { retentionDays: {} };
const facts = { retentionClass: 'WMO', startsOn: '2026-11-21', lastChangedOn: '', extendedUntil: '' } as const;

describe('retention', () => {
  test('every class has a term and a source [D12]', () => {
    for (const code of RETENTION_CLASSES) {
      expect(retentionRules[code].years * 366 + retentionRules[code].days).toBeGreaterThan(0);
      expect(retentionRules[code].source).not.toBe('');
    }
  });

  test('Wmo data go fifteen years after they were written down, youth files twenty years after the last change', () => {
    expect(destroyFrom(facts, own)).toBe('2041-11-22');
    expect(destroyFrom({ ...facts, lastChangedOn: '2030-01-01' }, own)).toBe('2041-11-22');
    expect(destroyFrom({ ...facts, retentionClass: 'JEUGD_DOSSIER', lastChangedOn: '2030-01-01' }, own)).toBe(
      '2050-01-02',
    );
    expect(destroyFrom({ ...facts, retentionClass: 'JEUGD_DOSSIER', startsOn: '2024-02-29' }, own)).toBe('2044-03-01');
  });

  test('a withdrawn question is kept six weeks and must be gone the day after', () => {
    const withdrawn = { ...facts, retentionClass: 'INGETROKKEN' } as const;
    expect(destroyFrom(withdrawn, own)).toBe('2027-01-03');
    expect(mustBeDestroyed(withdrawn, own, '2027-01-02')).toBe(false);
    expect(mustBeDestroyed(withdrawn, own, '2027-01-03')).toBe(true);
  });

  test('an open case has no end yet, an extension only lengthens, a municipality may set its own term', () => {
    expect(destroyFrom({ ...facts, startsOn: '' }, own)).toBeNull();
    expect(destroyFrom({ ...facts, extendedUntil: '2045-01-01' }, own)).toBe('2045-01-02');
    expect(destroyFrom({ ...facts, extendedUntil: '2030-01-01' }, own)).toBe('2041-11-22');
    expect(destroyFrom(facts, { retentionDays: { WMO: 10 } })).toBe('2026-12-02');
  });

  test('the class follows the law of the question', () => {
    expect(classForLaw('JEUGD', false)).toBe('JEUGD_DOSSIER');
    expect(classForLaw('JEUGD', true)).toBe('INGETROKKEN');
    expect(classForLaw('', false)).toBe('PLAN_NIET_VASTGESTELD');
  });
});
