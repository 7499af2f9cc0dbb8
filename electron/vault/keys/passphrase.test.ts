import { describe, expect, test } from 'vitest';
import { utf8 } from './bytes.ts';
import { dutchWords } from './dutchWords.ts';
import { canonicalPassphrase, suggestWords, weaknessOf } from './passphrase.ts';
import { pickDistinct, uniformBelow } from './uniform.ts';
import { countingRandom, scriptedRandom } from './testRandom.ts';

const weakness = (text: string, personal: string[] = []) => weaknessOf(utf8(text), personal);

describe('the rule for a passphrase', () => {
  test.each(['tulp kiosk wandel bezem lamp', 'Mijn fiets stond op de kop', 'gfh3-ek2u-94jd-qm', 'ézel naast dé brug'])(
    'accepts %s',
    (text) => expect(weakness(text)).toBeNull(),
  );
  test.each(['', '   ', 'kort', 'dertien teken', 'a b c d e f', 'tulp tulp oma'])('finds %s too short', (text) =>
    expect(weakness(text)).toBe('TOO_SHORT'),
  );
  test.each([
    'wachtwoord12345',
    'Welkom01!Welkom01!',
    'W3lk0m!!W3lk0m!!',
    'zomer 2026 zomer 2026',
    'een twee drie vier',
    'aaaaaaaaaaaaaaaaaa',
    'abcdefghijklmnop',
    'qwertyuiopasdfghjkl',
    '12345678901234567890',
    'correct horse battery staple',
    'gemeente wijkteam welkom 1',
    'Amsterdam Rotterdam Utrecht',
  ])('finds %s too common', (text) => expect(weakness(text)).toBe('TOO_COMMON'));
  test('finds the name of the worker too common', () => {
    expect(weakness('marieke postma 1984')).toBeNull();
    expect(weakness('marieke postma 1984', ['Marieke Postma'])).toBe('TOO_COMMON');
  });
  test('accepts four short words although they are fewer than fourteen characters', () => {
    expect(weakness('kat dop vla gum')).toBeNull();
    expect(weakness('vis ker bom')).toBe('TOO_SHORT');
  });
  test('refuses more than 200 characters', () => expect(weakness('lamp '.repeat(41))).toBe('TOO_LONG'));
});

describe('the canonical form', () => {
  const canonical = (text: string) => new TextDecoder().decode(canonicalPassphrase(utf8(text)));
  test('is the same for composed and decomposed letters, and for extra white space', () => {
    expect(canonical('  caf\u0065\u0301  op\u00a0de hoek ')).toBe('café op de hoek');
    expect(canonical('café op de hoek')).toBe('café op de hoek');
  });
  test('keeps capitals apart', () => expect(canonical('Lamp')).not.toBe(canonical('lamp')));
});

describe('the word list', () => {
  test('has 7,134 different words of 4 to 8 letters a-z, so that five are 64 bit', () => {
    expect(dutchWords).toHaveLength(7_134);
    expect(new Set(dutchWords).size).toBe(7_134);
    expect(5 * Math.log2(dutchWords.length)).toBeGreaterThanOrEqual(64);
    expect(dutchWords.filter((word) => !/^[a-z]{4,8}$/.test(word))).toEqual([]);
  });
  test('has no word that one would not read aloud to a colleague', () => {
    const unkind =
      /^(schend|kruip|moord|hoer|slaa[fn]|ziek|kanker|dood|verkracht|geweld|seks|nazi|drugs|oorlog|wapen|zelfmoord)/;
    expect(dutchWords.filter((word) => unkind.test(word))).toEqual([]);
    expect(dutchWords).not.toContain('schender');
  });
  test('gives five words that pass the rule', () => {
    const random = countingRandom(3);
    for (let i = 0; i < 200; i++) {
      const words = suggestWords(random);
      expect(words).toHaveLength(5);
      expect(weakness(words.join(' ')), words.join(' ')).toBeNull();
    }
  });
});

describe('a fair choice', () => {
  test('throws again above the largest multiple, so that small numbers are not favoured', () => {
    // 2^24 % 7776 = 4,672: 0xffffff lies above the last full round.
    expect(uniformBelow(7_776, scriptedRandom([0xff, 0xff, 0xff, 0, 0, 5]))).toBe(5);
  });
  test('reaches every number', () => {
    const random = countingRandom(9);
    const seen = new Set(Array.from({ length: 2_000 }, () => uniformBelow(32, random)));
    expect(seen.size).toBe(32);
  });
  test('picks different numbers in ascending order', () => {
    const random = countingRandom(4);
    for (let i = 0; i < 100; i++) {
      const picked = pickDistinct(4, 14, random);
      expect(new Set(picked).size).toBe(4);
      expect(picked).toEqual([...picked].sort((a, b) => a - b));
      expect(picked.every((group) => group >= 0 && group < 14)).toBe(true);
    }
  });
});
