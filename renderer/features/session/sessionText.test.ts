import { describe, expect, it } from 'vitest';
import { pinProblem } from './pinText.ts';
import { groupProblem, normalGroup } from './recoveryText.ts';
import { readSecret, takeSecret, wipe } from './secretText.ts';
import { waitText } from './waitText.ts';

describe('a new PIN', () => {
  it.each(['2580', '90210', '135790'])('may be %s', (pin) => expect(pinProblem(pin)).toBeNull());
  it.each(['123', '1234567', '12a4', '1234', '9876', '0000', '555555'])('may not be %s', (pin) =>
    expect(pinProblem(pin)).toMatch(/\.$/),
  );
});

describe('a group of the recovery code', () => {
  it('fits in capitals or not, with O for zero and I or L for one', () => {
    expect(normalGroup(' oz-j8 ')).toBe('0ZJ8');
    expect(groupProblem('ozj8', '0ZJ8')).toBeNull();
    expect(groupProblem('iL7k', '117K')).toBeNull();
  });

  it('says which character to look at, and nothing while one is still typing', () => {
    expect(groupProblem('9R', '9RTB')).toBeNull();
    expect(groupProblem('9RTP', '9RTB')).toBe('Kijk nog eens naar het vierde teken.');
    expect(groupProblem('8R', '9RTB')).toBe('Kijk nog eens naar het eerste teken.');
  });
});

describe('a secret', () => {
  const input = (value: string) => ({ value }) as HTMLInputElement;

  it('becomes bytes in one form, whatever the keyboard made of it', () => {
    const composed = readSecret(input(' caf\u00e9 op de hoek '));
    expect(composed).toEqual(readSecret(input('cafe\u0301 op de hoek')));
    expect(new TextDecoder().decode(composed ?? undefined)).toBe('café op de hoek');
    expect(readSecret(input('   '))).toBeNull();
    expect(readSecret(null)).toBeNull();
  });

  it('leaves the field when it is taken, and its bytes when it is wiped', () => {
    const field = input('fiets lantaarn');
    const bytes = takeSecret(field);
    expect(field.value).toBe('');
    wipe(bytes);
    expect(bytes?.every((byte) => byte === 0)).toBe(true);
  });
});

it('says a waiting time as people say it', () => {
  expect([1, 30, 60, 61, 900].map(waitText)).toEqual([
    '1 seconde',
    '30 seconden',
    '1 minuut',
    '2 minuten',
    '15 minuten',
  ]);
});
