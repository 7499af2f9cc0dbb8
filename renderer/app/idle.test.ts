import { expect, it } from 'vitest';
import { watchActivity } from './idle.ts';

it('tells of activity at once and then at most once per half minute, until stopped', () => {
  const page = new EventTarget() as Window;
  let now = 1_000;
  let told = 0;
  const stop = watchActivity(
    page,
    () => now,
    () => (told += 1),
  );
  page.dispatchEvent(new Event('keydown'));
  page.dispatchEvent(new Event('pointermove'));
  expect(told).toBe(1);
  now += 30_000;
  page.dispatchEvent(new Event('wheel'));
  expect(told).toBe(2);
  now -= 3_600_000; // the clock of the laptop is set back
  page.dispatchEvent(new Event('pointerdown'));
  expect(told).toBe(3);
  stop();
  now += 7_200_000;
  page.dispatchEvent(new Event('keydown'));
  expect(told).toBe(3);
});
