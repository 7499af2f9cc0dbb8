import type { Clock } from '../deps.ts';

/** At most `perSecond` takes in any second, on average; a burst of that size is allowed. A clock that jumps back gives nothing extra. */
export function createRateCap(clock: Clock, perSecond: number): { take(): boolean } {
  let left = perSecond;
  let lastMs = clock.nowMs();
  return {
    take() {
      const nowMs = clock.nowMs();
      left = Math.min(perSecond, left + (Math.max(0, nowMs - lastMs) / 1000) * perSecond);
      lastMs = nowMs;
      if (left < 1) return false;
      left -= 1;
      return true;
    },
  };
}
