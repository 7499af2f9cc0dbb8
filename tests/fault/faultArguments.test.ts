import { expect, it } from 'vitest';
import { readFaultArguments } from './faultArguments.ts';

const PARTS = ['storeKill', 'clock', 'backup'] as const;
const asked = (...given: readonly string[]) => readFaultArguments(given, PARTS);
const wrongOf = (...given: readonly string[]): string => {
  const read = asked(...given);
  return 'wrong' in read ? read.wrong.join('\n') : 'taken';
};

it('takes what is asked, each part once, and all of them when none is named', () => {
  expect(asked('--only', 'clock,storeKill,clock', '--cycles', '7', '--minutes', '0.5')).toMatchObject({
    asked: { chosen: ['clock', 'storeKill'], cycles: '7', minutes: '0.5', seed: '1', write: false },
  });
  expect(asked()).toMatchObject({ asked: { chosen: PARTS, cycles: '100', minutes: '15' } });
});

it('says of each mistake what it is and what would do', () => {
  expect(wrongOf('--only', 'clok')).toBe('no part is called "clok"; there are: storeKill, clock, backup');
  expect(wrongOf('--only', '')).toContain('no part is called ""');
  expect(wrongOf('--cycles', '0')).toBe('--cycles is a whole number of at least 1, not "0"');
  expect(wrongOf('--points=-5')).toBe('--points is a whole number of at least 1, not "-5"');
  expect(wrongOf('--flips', 'veel', '--minutes', '0').split('\n')).toEqual([
    '--flips is a whole number of at least 1, not "veel"',
    '--minutes is a number above 0, not "0"',
  ]);
  expect(wrongOf('--cycles', '-5')).toContain('options: --cycles, --points');
  expect(wrongOf('--kills', '3')).toContain("Unknown option '--kills'");
  expect(wrongOf('vaultKill')).toContain('options: --cycles');
});
