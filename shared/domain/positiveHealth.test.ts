import { describe, expect, test } from 'vitest';
import { PG_DIMENSIONS, PG_VERSIONS } from './codes.ts';
import * as positiveHealth from './positiveHealth.ts';

const { compareWebs, dimensionLabels, proposedVersion, readScores, topicsOf, webInWords, webPoints } = positiveHealth;
const scores = readScores({ LICHAAM: 5, MENTAAL: 0, ZINGEVING: null, KWALITEIT: '', MEEDOEN: 10, DAGELIJKS: 11 });

describe('positieve gezondheid', () => {
  test('not filled in, empty and impossible are null, and null is not 0 [D11]', () => {
    expect(scores).toEqual({ LICHAAM: 5, MENTAAL: 0, ZINGEVING: null, KWALITEIT: null, MEEDOEN: 10, DAGELIJKS: null });
    expect(webPoints(scores, 100).map((point) => point !== null)).toEqual([true, true, false, false, true, false]);
    expect(webPoints(scores, 100)[0]?.y).toBeCloseTo(-50);
    expect(webInWords('VOLWASSENEN', scores)).toBe(
      'Lichaam: 5, Gevoel en gedachten: 0, Zingeving: niet ingevuld, Kwaliteit van leven: niet ingevuld, Meedoen: 10, Dagelijks leven: niet ingevuld.',
    );
  });

  test('each version names six dimensions and has words to talk about for each', () => {
    for (const version of PG_VERSIONS) {
      expect(new Set(Object.values(dimensionLabels[version])).size).toBe(6);
      for (const dimension of PG_DIMENSIONS) expect(topicsOf(version, dimension).length).toBeGreaterThanOrEqual(2);
    }
  });

  test('two dates stand beside each other without a difference, a total or a judgement [D11]', () => {
    const rows = compareWebs('EENVOUDIG', null, scores);
    expect(rows[0]).toEqual({ dimension: 'LICHAAM', label: 'Mijn lichaam', before: null, now: 5 });
    expect(Object.keys(positiveHealth).filter((name) => /total|mean|average|sum|delta/i.test(name))).toEqual([]);
  });

  test('the version follows age, then plain language', () => {
    expect(proposedVersion('SCHOOLKIND', true)).toBe('KIND');
    expect(proposedVersion('OUDERE', true)).toBe('EENVOUDIG');
    expect(proposedVersion('JONGERE', false)).toBe('JONGEREN');
    expect(proposedVersion(null, false)).toBe('VOLWASSENEN');
  });
});
