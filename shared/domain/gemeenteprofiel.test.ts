import { describe, expect, test } from 'vitest';
import { contrast } from './contrast.ts';
import { defaultProfile } from './defaultProfile.ts';
import { Gemeenteprofiel, lensActive, parseGemeenteprofiel, perspectiveLabel } from './gemeenteprofiel.ts';
import { themeProblems } from './themeTokens.ts';

const changed = (change: Record<string, unknown>): string => JSON.stringify({ ...defaultProfile, ...change });

function problems(fileText: string) {
  const parsed = parseGemeenteprofiel(fileText);
  if (parsed.ok) throw new Error('expected the profile to be refused');
  return parsed.error;
}

describe('contrast', () => {
  test('follows the WCAG definition at its ends and for a known pair', () => {
    expect(contrast('#000000', '#ffffff')).toBe(21);
    expect(contrast('#777777', '#777777')).toBe(1);
    expect(contrast('#767676', '#ffffff')).toBeCloseTo(4.54, 2);
    expect(contrast('red', '#ffffff')).toBeNull();
  });
});

describe('the gemeenteprofiel', () => {
  test('the default profile reads back as itself, and nothing in it differs from the schema', () => {
    expect(parseGemeenteprofiel(JSON.stringify(defaultProfile))).toEqual({ ok: true, value: defaultProfile });
  });

  test('terms that are left out get the standard value', () => {
    const parsed = Gemeenteprofiel.parse({ ...defaultProfile, terms: {}, stackingThreshold: undefined });
    expect(parsed.terms).toEqual(defaultProfile.terms);
    expect(parsed.stackingThreshold).toBe(4);
  });

  test('a damaged file is one sentence about the file', () => {
    expect(problems('{"version": 1,')).toEqual([
      { field: '', message: expect.stringMatching(/^Dit bestand is geen geldige JSON\./) },
    ]);
  });

  test('each mistake names its field in Dutch', () => {
    const found = problems(
      changed({
        municipality: '',
        places: [{ name: 'X', context: 'ZWEMBAD' }],
        stackingThreshold: 'vier',
        terms: { wmoResearchDays: 60 },
        teamName: undefined,
      }),
    );
    expect(Object.fromEntries(found.map((problem) => [problem.field, problem.message]))).toMatchObject({
      municipality: 'Het veld "municipality" mag niet leeg zijn.',
      teamName: 'Het veld "teamName" ontbreekt.',
      'places.0.context': expect.stringMatching(/^Het veld "places.0.context" moet een van deze zijn: SCHOOL, /),
      stackingThreshold: 'Het veld "stackingThreshold" heeft de verkeerde soort; verwacht: number.',
      'terms.wmoResearchDays': 'Het veld "terms.wmoResearchDays" mag hooguit 42 zijn.',
    });
  });

  test('a place in an unknown area is refused', () => {
    const found = problems(changed({ places: [{ name: 'X', context: 'SCHOOL', area: 'Nergens' }] }));
    expect(found[0]?.message).toBe('Het veld "places.0.area" noemt "Nergens". Die wijk staat niet in "areas".');
  });

  test('the Wams cannot be switched on', () => {
    expect(problems(changed({ wamsActief: true }))[0]?.field).toBe('wamsActief');
  });

  test('a theme that is hard to read is refused with the measured contrast', () => {
    const theme = { ...defaultProfile.theme, primary: '#7fb2c0' };
    expect(problems(changed({ theme })).map((problem) => problem.field)).toEqual([
      'theme.onPrimary',
      'theme.primary',
      'theme.primary',
    ]);
    expect(themeProblems(theme)[0]?.message).toBe(
      'Het contrast van tekst op een knop (licht), #ffffff op #7fb2c0, is 2,3. Dat moet 4,5 of meer zijn.',
    );
    expect(themeProblems(defaultProfile.theme)).toEqual([]);
  });

  test('a logo must be a picture and a font only a name', () => {
    const found = problems(
      changed({ theme: { ...defaultProfile.theme, logo: 'https://example.org/x.png', fontFamily: 'x; src: url(y)' } }),
    );
    expect(found.map((problem) => problem.field).toSorted()).toEqual(['theme.fontFamily', 'theme.logo']);
  });

  test('a municipality may call a perspective by its other name, and lenses are off unless switched on', () => {
    const profile = { ...defaultProfile, perspectiveLabels: { ONTWIKKELING: 'Persoonlijke ontwikkeling' } };
    expect(perspectiveLabel(profile, 'ONTWIKKELING')).toBe('Persoonlijke ontwikkeling');
    expect(perspectiveLabel(profile, 'OMGEVING')).toBe('Sociale omgeving');
    expect(lensActive({ ...profile, lenses: {} }, 'ZRM')).toBe(false);
    expect(lensActive({ ...profile, lenses: {} }, 'POSITIEVE_GEZONDHEID')).toBe(true);
  });
});
