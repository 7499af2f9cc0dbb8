import { describe, expect, test } from 'vitest';
import { contrast } from './contrast.ts';
import { defaultProfile } from './defaultProfile.ts';
import { Gemeenteprofiel, lensActive, parseGemeenteprofiel, perspectiveLabel } from './gemeenteprofiel.ts';
import { logoText } from './logo.ts';
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
      stackingThreshold: 'Het veld "stackingThreshold" moet een getal zijn.',
      'terms.wmoResearchDays': 'Het veld "terms.wmoResearchDays" mag hooguit 42 zijn.',
    });
  });

  test('a file that was edited by hand: what stands twice, what nobody sees, what is another sort, each in plain Dutch', () => {
    const messages = (text: string): readonly string[] => {
      const read = parseGemeenteprofiel(text);
      return read.ok ? [] : read.error.map(({ message }) => message);
    };
    const said = (changes: object): readonly string[] => messages(JSON.stringify({ ...defaultProfile, ...changes }));
    const whole = JSON.stringify(defaultProfile);
    expect(messages(`\ufeff${whole}`)).toEqual([]);
    expect(messages(whole.replace('"municipality":', '"municipality":"Eerste","municipality":'))).toEqual([
      'Het veld "municipality" staat er twee keer in. Haal er een weg.',
    ]);
    expect(messages(whole.replace('"context":', '"context":"THUIS","context":'))).toEqual([
      'Het veld "places.0.context" staat er twee keer in. Haal er een weg.',
    ]);
    const { areas, places } = defaultProfile;
    expect(said({ areas: [...areas, ...areas.slice(0, 1)] })[0]).toMatch(
      /^Het veld "areas\.\d+" is ".+"\. Die naam staat er al\./,
    );
    expect(said({ places: [places[0], places[0]] })[0]).toMatch(/^Het veld "places\.1\.name" is /);
    expect(said({ perspectiveLabels: { GEZONDHEID: 'thuisbasis' } })[0]).toContain('Die naam staat er al.');
    expect(said({ municipality: 'Meren\u202edam' })).toEqual([
      'Het veld "municipality" heeft tekens die je niet ziet. Typ het opnieuw.',
    ]);
    expect(said({ municipality: 5 })).toEqual(['Het veld "municipality" moet een tekst tussen aanhalingstekens zijn.']);
    expect(said({ places: 'x' })).toEqual(['Het veld "places" moet een lijst tussen [ en ] zijn.']);
    expect(said({ version: undefined })).toEqual(['Het veld "version" ontbreekt.']);
    for (const text of ['[]', 'null', '5', '"x"'])
      expect(messages(text)).toEqual(['Dit bestand is geen gemeenteprofiel. Kies een bestand dat uit Samenspel komt.']);
    for (const message of said({ theme: { ...defaultProfile.theme, logo: 'https://voorbeeld.nl/logo.png' } }))
      expect(message).not.toMatch(/\.\./);
  });

  test('a logo that moves is refused; the same picture that stands still is taken', () => {
    const chunk = (name: string, data: Uint8Array): Uint8Array => {
      const bytes = new Uint8Array(12 + data.length);
      new DataView(bytes.buffer).setUint32(0, data.length);
      bytes.set([...new TextEncoder().encode(name), ...data], 4);
      return bytes;
    };
    const head = new Uint8Array(13);
    new DataView(head.buffer).setUint32(0, 64);
    new DataView(head.buffer).setUint32(4, 32);
    const start = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);
    const picture = (...extra: readonly Uint8Array[]): Uint8Array =>
      Uint8Array.from(
        [
          start,
          chunk('IHDR', head),
          ...extra,
          chunk('IDAT', new Uint8Array(40)),
          chunk('IEND', new Uint8Array()),
        ].flatMap((part) => [...part]),
      );
    expect(logoText(picture()).ok).toBe(true);
    expect(logoText(picture(chunk('acTL', new Uint8Array(8))))).toEqual({
      ok: false,
      error: 'beweegt. Kies een afbeelding die stilstaat.',
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
