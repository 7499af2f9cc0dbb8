import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { excerptAround, foldedWords, foldWord, matches, openingWords, searchWords } from './searchText.ts';

const joined = (parts: readonly { text: string }[]): string => parts.map((part) => part.text).join('');
const hits = (parts: readonly { text: string; hit: boolean }[]): string[] =>
  parts.filter((part) => part.hit).map((part) => part.text);

describe('folding words', () => {
  it('does not count case, diacritics or letters with a stroke', () => {
    for (const [written, folded] of [
      ['Yılmaz', 'yilmaz'],
      ['YILMAZ', 'yilmaz'],
      ['İbrahim', 'ibrahim'],
      ['Wałęsa', 'walesa'],
      ['Søren', 'soren'],
      ['Strauß', 'strauss'],
      ['ẞ', 'ss'],
      ['Ærø', 'aero'],
      ['Ĳsbrand', 'ijsbrand'],
      ['Noëlle', 'noelle'],
      ['ﬁets', 'fiets'],
    ] as const)
      expect(foldWord(written)).toBe(folded);
  });

  it('keeps a word together over characters that nobody sees', () => {
    expect(foldedWords('Yıl\u200bmaz \u202eKade\u202c so\u00adci\u00adaal')).toEqual(['yilmaz', 'kade', 'sociaal']);
  });

  it('makes plain words of operators, quotes and SQL', () => {
    expect(foldedWords(`"a" OR (b* NEAR/2 c) -d ^e {f} g:h '; DROP TABLE x;--`)).toEqual([
      'a',
      'or',
      'b',
      'near',
      '2',
      'c',
      'd',
      'e',
      'f',
      'g',
      'h',
      'drop',
      'table',
      'x',
    ]);
  });

  it('gives words that contain nothing an index query could mistake', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (text) => {
        for (const word of foldedWords(text)) expect(word).toMatch(/^[\p{L}\p{N}\p{Co}]+$/u);
      }),
      { seed: 11, numRuns: 500 },
    );
  });

  it('folds twice to the same', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 30 }), (text) => {
        const once = foldedWords(text);
        expect(foldedWords(once.join(' '))).toEqual(once);
      }),
      { seed: 12, numRuns: 500 },
    );
  });
});

describe('matching', () => {
  it('asks every word whole and the last one by its beginning', () => {
    const text = 'Fatima Yılmaz belt over de huur';
    expect(matches(text, searchWords('yilmaz hu'))).toBe(true);
    expect(matches(text, searchWords('yil huur'))).toBe(false);
    expect(matches(text, searchWords('huur fatima yil'))).toBe(true);
    expect(matches(text, searchWords('school'))).toBe(false);
  });
});

describe('excerpts', () => {
  it('marks the letters that were typed, in the text as it was written', () => {
    expect(excerptAround('Mevrouw Yılmaz belt.', searchWords('yilm'))).toEqual([
      { text: 'Mevrouw ', hit: false },
      { text: 'Yılm', hit: true },
      { text: 'az belt.', hit: false },
    ]);
  });

  it('shows the surroundings of a hit far into a long text', () => {
    const parts = excerptAround(
      `${'woord '.repeat(5_000)}de kachel is stuk ${'later '.repeat(5_000)}`,
      searchWords('kachel'),
    );
    expect(hits(parts)).toEqual(['kachel']);
    expect(joined(parts)).toMatch(/^… .*de kachel is stuk.* …$/);
    expect(joined(parts).length).toBeLessThan(230);
  });

  it('marks every hit in sight', () => {
    expect(hits(excerptAround('Huur, huur en huurtoeslag', searchWords('huur')))).toEqual(['Huur', 'huur', 'huur']);
  });

  it('leaves markup as the text it is and drops marks that turn the reading direction', () => {
    expect(joined(excerptAround('<script>alert(1)</script> \u202ehuur', searchWords('huur')))).toBe(
      '<script>alert(1)</script> huur',
    );
  });

  it('never cuts a character in two and loses nothing of a short text', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 400 }),
        fc.string({ unit: 'grapheme', maxLength: 5 }),
        (text, typed) => {
          const shown = joined(excerptAround(text, searchWords(typed)));
          expect(shown.isWellFormed()).toBe(text.isWellFormed() || shown.isWellFormed());
        },
      ),
      { seed: 13, numRuns: 500 },
    );
    const emoji = '👩‍👩‍👧‍👦'.repeat(200);
    expect(joined(excerptAround(emoji, searchWords('x'))).isWellFormed()).toBe(true);
    expect(openingWords(emoji).isWellFormed()).toBe(true);
  });

  it('stays quick in one word of 200,000 letters', () => {
    const parts = excerptAround(`${'x'.repeat(200_000)} huur`, searchWords('huur'));
    expect(hits(parts)).toEqual(['huur']);
    expect(joined(parts).length).toBeLessThan(400);
  });
});
