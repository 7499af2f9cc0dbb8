import { describe, expect, test } from 'vitest';
import type { Addressed } from './addressed.ts';
import { PERSPECTIVES } from './codes.ts';
import { meldcodeGuides } from './meldcode.ts';
import { perspectiveGuides, UITGANGSPUNTEN } from './perspectivePrompts.ts';
import { pgQuestions } from './positiveHealth.ts';
import { readability, sentencesOf, syllables, writingHints } from './readability.ts';

describe('counting', () => {
  test.each([
    ['huis', 1],
    ['huishouden', 3],
    ['mooie', 2],
    ['eeuwig', 2],
    ['cliënt', 2],
    ['ideeën', 3],
    ['radio', 3],
    ['zelfredzaamheid', 4],
    ['bestaanszekerheid', 5],
    ['ijs', 1],
    ['nieuw', 1],
    ['hm', 1],
  ])('%s has %i syllables', (word, count) => {
    expect(syllables(word)).toBe(count);
  });

  test('sentences end at a full stop, a question mark or a line, not inside a number', () => {
    expect(sentencesOf('Het kost 1.250 euro. Kan dat?\nJa')).toEqual(['Het kost 1.250 euro.', 'Kan dat?', 'Ja']);
    expect(readability('  \n ')).toBeNull();
  });

  test('plain text scores far above office language [U6]', () => {
    const plain = readability('Wij helpen u met geld. Bel ons als u vragen hebt. Dan maken we samen een plan.');
    const office = readability(
      'De gemeentelijke schuldhulpverlening faciliteert inwoners teneinde financiële zelfredzaamheid te realiseren conform de vigerende beleidsregels.',
    );
    expect(plain?.fleschDouma).toBeGreaterThan(80);
    expect(office?.fleschDouma).toBeLessThan(30);
  });
});

describe('our own texts are plain', () => {
  const addressed: readonly Addressed[] = [
    ...UITGANGSPUNTEN.flatMap((point) => point.questions),
    ...PERSPECTIVES.flatMap((code) => perspectiveGuides[code].opening),
    ...Object.values(pgQuestions),
  ];
  /** What is asked of a resident is as plain as what stands on paper; what a worker reads may be a little longer. */
  const [forResidents, forWorkers] = [15, 20];
  const sets: readonly (readonly [string, readonly string[], number])[] = [
    ['questions with u', addressed.map((question) => question.u), forResidents],
    ['questions with je', addressed.map((question) => question.je), forResidents],
    ['explanations', PERSPECTIVES.map((code) => perspectiveGuides[code].explanation), forWorkers],
    ['self-checks', UITGANGSPUNTEN.map((point) => point.selfCheck), forWorkers],
    ['meldcode', meldcodeGuides.flatMap((guide) => [guide.what, ...guide.questions]), forWorkers],
  ];
  test.each(sets)('%s', (_, texts, longest) => {
    const found = readability(texts.join('\n'));
    expect(found?.fleschDouma).toBeGreaterThanOrEqual(70);
    expect(found?.wordsPerSentence).toBeLessThan(13);
    expect(found?.longestSentence).toBeLessThanOrEqual(longest);
  });
});

describe('hints while writing', () => {
  test('name long sentences, office words, absolutes and judgements', () => {
    const long = `Mevrouw zegt dat ${'zij heel graag weer eens '.repeat(4)}naar buiten wil gaan.`;
    const hints = writingHints(`${long} De beschikking komt nooit. Zoon is onwillig.`);
    expect(hints.map(({ kind }) => kind)).toEqual(['LONG_SENTENCE', 'OFFICE_WORD', 'ABSOLUTE', 'JUDGEMENT']);
    expect(hints[1]?.hint).toBe('Schrijf liever: brief met het besluit.');
    expect(writingHints('Zij lachte toen haar zus binnenkwam.')).toEqual([]);
  });
});
