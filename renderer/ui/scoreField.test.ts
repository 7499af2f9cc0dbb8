import { expect, test } from 'vitest';
import { steppedScore, typedScore } from './ScoreField.tsx';

test('an empty field is not filled in, which is another thing than 0', () => {
  expect(typedScore('')).toBeNull();
  expect(typedScore(' ')).toBeNull();
  expect(typedScore('0')).toBe(0);
});

test('only whole numbers from 0 to 10 are taken', () => {
  expect(typedScore('10')).toBe(10);
  for (const wrong of ['11', '-1', '5,5', '5.5', 'x', '007']) expect(typedScore(wrong), wrong).toBeUndefined();
});

test('arrows go by one, stop at the ends and begin outside', () => {
  expect(steppedScore(null, 1)).toBe(0);
  expect(steppedScore(null, -1)).toBe(10);
  expect(steppedScore(6, 1)).toBe(7);
  expect(steppedScore(0, -1)).toBe(0);
  expect(steppedScore(10, 1)).toBe(10);
});
