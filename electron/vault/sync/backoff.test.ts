import { expect, it } from 'vitest';
import { SeededRandom } from '../../../tests/simulator/seededRandom.ts';
import { backoffMs } from './syncEngine.ts';

it('spreads two hundred laptops that lost the server at one moment, and never waits above a minute', () => {
  const random = new SeededRandom(7);
  for (const [attempt, ceiling] of [
    [0, 500],
    [3, 4_000],
    [7, 60_000],
    [500, 60_000],
  ] as const) {
    const waits = Array.from({ length: 200 }, () => backoffMs(attempt, random.below(1_000_000) / 1_000_000));
    expect(Math.max(...waits)).toBeLessThanOrEqual(ceiling);
    // Full jitter: every tenth of the time has its share, so no two dozen come together.
    for (let part = 0; part < 10; part++) {
      const inPart = waits.filter((wait) => Math.floor((wait / ceiling) * 10) === part).length;
      expect(inPart, `attempt ${String(attempt)}, tenth ${String(part)}`).toBeGreaterThan(5);
      expect(inPart).toBeLessThan(45);
    }
  }
  expect(backoffMs(4, 0)).toBe(0);
});
