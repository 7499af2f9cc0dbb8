import { expect, it } from 'vitest';
import { RoomRounds } from './roomRounds.ts';

it('looks at every room that was postponed, also when the next pause ends before all of the first were looked at', () => {
  const steps: (() => void)[] = [];
  const pauses: (() => void)[] = [];
  const setTimer = (run: () => void, ms: number) => {
    (ms > 1_000 ? pauses : steps).push(run);
    return { cancel: () => undefined };
  };
  const done: string[] = [];
  const rounds: RoomRounds = new RoomRounds({ device: { device: 'd' }, deps: { setTimer } }, (room, whoever) => {
    if (whoever) done.push(room);
    else rounds.postpone(room);
  });
  const step = (times: number): void => {
    for (let time = 0; time < times; time++) steps.shift()?.();
  };
  rounds.begin(['a', 'b', 'c', 'd']);
  step(2);
  pauses.shift()?.();
  // c and d are postponed, a is looked at; b still waits when the second pause ends.
  step(3);
  pauses.shift()?.();
  step(10);
  expect(done.toSorted()).toEqual(['a', 'b', 'c', 'd']);
});
