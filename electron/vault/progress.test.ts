import { expect, test } from 'vitest';
import fc from 'fast-check';
import type { WorkProgress } from '../../shared/contract/work.ts';
import { workCountText, workStepText } from '../../shared/workTexts.ts';
import { startProgress, type ProgressOptions } from './progress.ts';

function following(options: Partial<ProgressOptions> = {}) {
  const told: WorkProgress[] = [];
  const clock = { ms: 0 };
  const parts = { uptimeMs: () => clock.ms, tell: (progress: WorkProgress) => void told.push(progress) };
  return { told, clock, progress: startProgress({ work: 'REBUILD', of: 2, ...options }, parts) };
}

test('nothing is told of work that is done within half a second', () => {
  const { told, clock, progress } = following();
  progress.step('DOSSIERS', 100);
  for (let done = 0; done <= 100; done += 1) progress.done(done);
  clock.ms = 499;
  progress.step('TIDY');
  progress.end();
  expect(told).toEqual([]);
});

test('work that is known to be long says so before its first step, and its end is told once', () => {
  const { told, progress } = following({ long: true });
  progress.step('DOSSIERS', 3);
  progress.end();
  progress.end();
  expect(told.map(({ at, done, total, ended }) => [at, done, total, ended])).toEqual([
    [1, 0, 3, false],
    [1, 0, 3, true],
  ]);
});

test('counts only go up, never pass their total, and come at most four times a second (property)', () => {
  const looks = fc.array(fc.record({ ms: fc.nat(400), done: fc.integer({ min: -5, max: 150 }) }), { minLength: 1 });
  fc.assert(
    fc.property(looks, (steps) => {
      const { told, clock, progress } = following();
      const at: number[] = [];
      progress.step('DOSSIERS', 100);
      for (const { ms, done } of steps) {
        clock.ms += ms;
        const before = told.length;
        progress.done(done);
        if (told.length > before) at.push(clock.ms);
      }
      const counts = told.map(({ done }) => done);
      expect(counts).toEqual(counts.toSorted((a, b) => a - b));
      expect(counts.every((count) => count >= 0 && count <= 100)).toBe(true);
      expect(at.every((ms, index) => ms - (at[index - 1] ?? -1_000) >= 250)).toBe(true);
    }),
    { seed: 7 },
  );
});

test('a person reads which step it is and how much of it is done', () => {
  const now = { step: 'DOSSIERS', at: 1, of: 2, done: 412, total: 2_000 } as const;
  expect([workStepText(now), workCountText(now)]).toEqual([
    'Stap 1 van 2: lijsten en zoeken opbouwen',
    '412 van 2.000 dossiers',
  ]);
  expect([workStepText({ ...now, of: 0 }), workCountText({ ...now, step: 'TIDY', total: 0 })]).toEqual([
    'Lijsten en zoeken opbouwen',
    '',
  ]);
});
