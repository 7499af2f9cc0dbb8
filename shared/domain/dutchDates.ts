/** Dates as people say them: "dinsdag 24 november", with the year only when it is not the year at hand. */
import { weekday } from './dates.ts';

const WEEKDAYS = ['maandag', 'dinsdag', 'woensdag', 'donderdag', 'vrijdag', 'zaterdag', 'zondag'] as const;
export const MONTHS = [
  'januari',
  'februari',
  'maart',
  'april',
  'mei',
  'juni',
  'juli',
  'augustus',
  'september',
  'oktober',
  'november',
  'december',
] as const;

export function weekdayName(date: string): string {
  return WEEKDAYS[weekday(date) - 1] ?? '';
}

/** "24 november", or "24 november 2027" when that is not the year of `today`. */
export function dayAndMonth(date: string, today: string): string {
  const [year = '', month = '', day = ''] = date.split('-');
  const words = `${Number(day)} ${MONTHS[Number(month) - 1] ?? ''}`;
  return year === today.slice(0, 4) ? words : `${words} ${year}`;
}

/** "dinsdag 24 november", with the year when that is not the year of `today`. */
export function dateInWords(date: string, today: string): string {
  return `${weekdayName(date)} ${dayAndMonth(date, today)}`;
}

/** "di 24 november", with the year when that is not the year of `today`. */
export function shortDateInWords(date: string, today: string): string {
  return `${weekdayName(date).slice(0, 2)} ${dayAndMonth(date, today)}`;
}
