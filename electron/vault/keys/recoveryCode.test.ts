import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toHex } from './bytes.ts';
import { askedGroups, isGroup, readRecoveryCode, recoveryCodeOf } from './recoveryCode.ts';
import { countingRandom } from './testRandom.ts';

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const secretBytes = fc.uint8Array({ minLength: 32, maxLength: 32 });
const counted = Uint8Array.from({ length: 32 }, (_, index) => index * 7);
const SETTINGS = { seed: 20_261_121, numRuns: 300 };

describe('the printed recovery code', () => {
  test('is frozen', () => {
    expect(recoveryCodeOf(counted)).toEqual(FROZEN);
    expect(recoveryCodeOf(new Uint8Array(32))).toEqual(Array.from({ length: 14 }, () => '0000'));
  });
  test('comes back as the same 256 bits', () => {
    fc.assert(
      fc.property(secretBytes, (secret) => {
        const read = readRecoveryCode(recoveryCodeOf(secret).join('-'));
        expect(read.ok && toHex(read.value)).toBe(toHex(secret));
      }),
      SETTINGS,
    );
  });
  test('is read with small letters, other spaces and look-alike letters', () => {
    const printed = recoveryCodeOf(counted);
    const sloppy = `  ${printed.join('  ').toLowerCase().replaceAll('0', 'o').replaceAll('1', 'l')} `;
    expect(sloppy).toMatch(/o/);
    expect(sloppy).toMatch(/l/);
    expect(readRecoveryCode(sloppy).ok).toBe(true);
    expect(readRecoveryCode(printed.join('').replaceAll('1', 'i')).ok).toBe(true);
  });
  test('says which group is wrong after one wrong character, wherever it is', () => {
    fc.assert(
      fc.property(secretBytes, fc.nat(55), fc.integer({ min: 1, max: 31 }), (secret, place, shift) => {
        const text = [...recoveryCodeOf(secret).join('')];
        text[place] = ALPHABET[(ALPHABET.indexOf(text[place] ?? '') + shift) % 32] ?? '';
        expect(readRecoveryCode(text.join(''))).toEqual({ ok: false, error: { group: Math.floor(place / 4) } });
      }),
      SETTINGS,
    );
  });
  test('never takes two wrong characters for a good code', () => {
    fc.assert(
      fc.property(secretBytes, fc.nat(55), fc.nat(55), fc.integer({ min: 1, max: 31 }), (secret, a, b, shift) => {
        fc.pre(a !== b);
        const text = [...recoveryCodeOf(secret).join('')];
        for (const place of [a, b]) text[place] = ALPHABET[(ALPHABET.indexOf(text[place] ?? '') + shift) % 32] ?? '';
        expect(readRecoveryCode(text.join('')).ok).toBe(false);
      }),
      SETTINGS,
    );
  });
  test('finds two groups that changed places', () => {
    const groups = recoveryCodeOf(counted);
    expect(readRecoveryCode([groups[1], groups[0], ...groups.slice(2)].join(' ')).ok).toBe(false);
  });
  test('names the group with a strange character, and the one that is too short', () => {
    const groups = recoveryCodeOf(counted);
    expect(readRecoveryCode(groups.map((group, index) => (index === 5 ? 'AU!B' : group)).join(' '))).toEqual({
      ok: false,
      error: { group: 5 },
    });
    expect(readRecoveryCode(groups.map((group, index) => (index === 9 ? 'AB' : group)).join(' '))).toEqual({
      ok: false,
      error: { group: 9 },
    });
    expect(readRecoveryCode('')).toEqual({ ok: false, error: { group: null } });
  });
  test('compares one group with the same tolerance', () => {
    expect(isGroup('01AB', ' oLa b')).toBe(true);
    expect(isGroup('01AB', '01AC')).toBe(false);
    expect(isGroup('01AB', '')).toBe(false);
  });
  test('asks four different groups', () => {
    const random = countingRandom(1);
    const all = new Set<number>();
    for (let i = 0; i < 100; i++) {
      const asked = askedGroups(random);
      expect(new Set(asked).size).toBe(4);
      for (const group of asked) all.add(group);
    }
    expect([...all].sort((a, b) => a - b)).toEqual(Array.from({ length: 14 }, (_, index) => index));
  });
});

const FROZEN = '003G W58W 4CN3 2E1Z 8S6N 8PV2 D5R7 EZM5 HJ9S N8D8 NYVB VH6B TBCG 2GGR'.split(' ');
