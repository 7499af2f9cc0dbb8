/** The one place in the renderer that reads the clock, makes random bytes and sets timers. */
import type { Clock, Random } from '../../shared/deps.ts';

export const screenClock: Clock = { nowMs: () => Date.now() };

export const screenRandom: Random = { bytes: (length) => crypto.getRandomValues(new Uint8Array(length)) };

export function setTimer(run: () => void, ms: number): { cancel(): void } {
  const timer = setTimeout(run, ms);
  return { cancel: () => clearTimeout(timer) };
}
