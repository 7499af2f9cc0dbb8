import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareOrdered, orderKeyAt, orderKeyAtEnd, type Ordered } from './order.ts';

const sorted = (items: readonly Ordered[]): Ordered[] => items.toSorted(compareOrdered);

describe('the order of records', () => {
  test('puts a record exactly where it was put, whatever came before', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(), { maxLength: 60 }), (places) => {
        let items: Ordered[] = [];
        places.forEach((place, index) => {
          const at = place % (items.length + 1);
          const made = { id: String(index).padStart(4, '0'), ord: orderKeyAt(items, at) };
          const expected = items.toSpliced(at, 0, made);
          items = sorted([...items, made]);
          expect(items).toEqual(expected);
          expect(made.ord.length).toBeLessThan(200);
        });
      }),
      { seed: Number(process.env['SEED'] ?? 20261121), numRuns: 200 },
    );
  }, 60_000);

  test('gives both of two records that were put in one place a fixed order, and takes a next one behind them', () => {
    const items = sorted([
      { id: 'b', ord: 'a1' },
      { id: 'a', ord: 'a1' },
      { id: 'z', ord: 'a0' },
      { id: 'y', ord: 'a2' },
    ]);
    expect(items.map(({ id }) => id)).toEqual(['z', 'a', 'b', 'y']);
    const between = { id: 'm', ord: orderKeyAt(items, 2) };
    expect(sorted([...items, between]).map(({ id }) => id)).toEqual(['z', 'a', 'b', 'm', 'y']);
  });

  test('passes over keys that are empty or broken', () => {
    const items = sorted([
      { id: 'a', ord: '' },
      { id: 'b', ord: '!!' },
      { id: 'c', ord: 'a5' },
      { id: 'd', ord: 'zzz broken' },
    ]);
    expect(orderKeyAtEnd(items) > 'a5').toBe(true);
    expect(orderKeyAt(items, 0) < 'a5').toBe(true);
    expect(orderKeyAt([], 0)).toBe('a0');
  });
});
