import { expect, test } from 'vitest';
import { defaultProfile } from '../../../shared/domain/defaultProfile.ts';
import { parseGemeenteprofiel } from '../../../shared/domain/gemeenteprofiel.ts';
import { fieldInWords, problemInWords } from './fieldNames.ts';

test('a sentence about a field names it as the screen does', () => {
  const theme = { ...defaultProfile.theme, onPrimary: '#3f7f90' };
  const read = parseGemeenteprofiel(JSON.stringify({ ...defaultProfile, theme }));
  const said = read.ok ? [] : read.error.map(problemInWords);
  expect(said).toHaveLength(1);
  expect(said[0]).toMatch(
    /^‘Letters op die kleur \(licht\)’ is niet goed te lezen\. Het contrast van tekst op een knop/,
  );
});

test('lists count from one, and a field that is only in the file keeps its name', () => {
  expect(fieldInWords('places.0.area')).toBe('Plek 1');
  expect(fieldInWords('terms.wmoResearchDays')).toBe('Wmo-onderzoek, dagen');
  expect(fieldInWords('stackingThreshold')).toBe('stackingThreshold');
});
