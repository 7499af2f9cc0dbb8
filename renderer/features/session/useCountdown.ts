import { useEffect, useState } from 'react';
import { screenClock } from '../../data/platform.ts';

/** Seconds still to wait, ticking down to 0; `start` begins again. */
export function useCountdown(initialSeconds: number): { readonly left: number; start(seconds: number): void } {
  const [endsAtMs, setEndsAtMs] = useState(() => screenClock.nowMs() + initialSeconds * 1_000);
  const [nowMs, setNowMs] = useState(() => screenClock.nowMs());
  const left = Math.max(0, Math.ceil((endsAtMs - nowMs) / 1_000));
  const waiting = left > 0;
  useEffect(() => {
    if (!waiting) return undefined;
    const timer = setInterval(() => setNowMs(screenClock.nowMs()), 250);
    return () => clearInterval(timer);
  }, [waiting, endsAtMs]);
  return {
    left,
    start(seconds) {
      const now = screenClock.nowMs();
      setNowMs(now);
      setEndsAtMs(now + seconds * 1_000);
    },
  };
}
