import { expect, it } from 'vitest';
import { flushScreen, forgetScreen, onForget } from './forget.ts';

it('asks everyone to save, and says when someone could not', async () => {
  const stops = [onForget({ flush: async () => true, forget: () => {} }), onForget({ forget: () => {} })];
  expect(await flushScreen()).toBe(true);
  stops.push(onForget({ flush: async () => false, forget: () => {} }));
  expect(await flushScreen()).toBe(false);
  for (const stop of stops) stop();
  expect(await flushScreen()).toBe(true);
});

it('lets everyone forget, also when one of them fails', () => {
  const forgotten: string[] = [];
  const stops = [
    onForget({
      forget: () => {
        throw new Error('broken');
      },
    }),
    onForget({ forget: (why) => forgotten.push(why) }),
  ];
  expect(() => forgetScreen('lock')).toThrow(AggregateError);
  expect(forgotten).toEqual(['lock']);
  for (const stop of stops) stop();
});
