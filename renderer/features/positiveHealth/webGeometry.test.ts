import { expect, test } from 'vitest';
import { labelLines, nearestMark, polygonPath, RADIUS, spoke } from './webGeometry.ts';

test('0 is in the middle, 10 at the edge, the first axis points up', () => {
  expect(spoke(0, 0)).toEqual({ x: 0, y: -0 });
  expect(spoke(0, 10)).toEqual({ x: 0, y: -RADIUS });
});

test('the shape closes only when all six marks are given', () => {
  const all = [0, 1, 2, 3, 4, 5].map((index) => spoke(index, 5));
  expect(polygonPath(all)).toMatch(/Z$/);
  const missing = all.map((point, index) => (index === 2 ? null : point));
  expect(polygonPath(missing)).not.toContain('Z');
  expect(polygonPath(missing).match(/M/g)).toHaveLength(4);
  expect(polygonPath(missing)).not.toContain('M0,0');
});

test('a tap finds the axis and the whole score, and nothing far from an axis', () => {
  for (let index = 0; index < 6; index += 1) {
    const { x, y } = spoke(index, 7);
    expect(nearestMark(x + 3, y - 3)).toEqual({ index, score: 7 });
  }
  const between = { x: (spoke(0, 9).x + spoke(1, 9).x) / 2, y: (spoke(0, 9).y + spoke(1, 9).y) / 2 };
  expect(nearestMark(between.x, between.y)).toBeNull();
});

test('a long label takes two lines with all its words', () => {
  expect(labelLines('Lichaam')).toEqual(['Lichaam']);
  expect(labelLines('Gevoel en gedachten').join(' ')).toBe('Gevoel en gedachten');
  expect(labelLines('Mijn gevoel en gedachten')).toHaveLength(2);
  expect(labelLines('Wat ik belangrijk vind')).toEqual(['Wat ik', 'belangrijk', 'vind']);
});
