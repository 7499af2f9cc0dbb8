/** The calendar date now: a spreekuur may pass midnight while the screen stays open. */
import { useEffect, useState } from 'react';
import { calendarDateAt } from '../../../shared/domain/dates.ts';
import { screenClock } from '../../data/platform.ts';

const LOOK_EVERY_MS = 20_000;

export function useToday(): string {
  const [today, setToday] = useState(() => calendarDateAt(screenClock.nowMs()));
  useEffect(() => {
    const timer = setInterval(() => setToday(calendarDateAt(screenClock.nowMs())), LOOK_EVERY_MS);
    return () => clearInterval(timer);
  }, []);
  return today;
}
