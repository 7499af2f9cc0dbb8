/**
 * The calendar date now: a laptop may stay open past midnight. It begins as the vault says, and follows the screen's own
 * clock from the first moment that this comes to another day.
 */
import { useEffect, useState } from 'react';
import { calendarDateAt } from '../../shared/domain/dates.ts';
import { screenClock } from './platform.ts';

const LOOK_EVERY_MS = 20_000;

export function useToday(atOpening: string): string {
  const [today, setToday] = useState(atOpening);
  useEffect(() => {
    setToday(atOpening);
    let known = calendarDateAt(screenClock.nowMs());
    const timer = setInterval(() => {
      const now = calendarDateAt(screenClock.nowMs());
      if (now !== known) setToday(now);
      known = now;
    }, LOOK_EVERY_MS);
    return () => clearInterval(timer);
  }, [atOpening]);
  return today;
}
