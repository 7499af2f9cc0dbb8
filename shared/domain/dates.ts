/**
 * Dates of the field are calendar dates in Europe/Amsterdam, stored as `YYYY-MM-DD`, never as instants:
 * a promise for Tuesday stays a promise for Tuesday across clock changes and time zones.
 */
import { z } from 'zod';

/** True when the text is an existing calendar date between 1900 and 2199. */
export function isCalendarDate(text: string): boolean {
  const match = /^(19|20|21)\d{2}-(\d{2})-(\d{2})$/.exec(text);
  if (!match) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().slice(0, 10) === text;
}

export const CalendarDate = z.string().refine(isCalendarDate, 'InvalidDate');

const amsterdamDate = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Amsterdam' });

/** The calendar date in the Netherlands at this instant. */
export function calendarDateAt(ms: number): string {
  return amsterdamDate.format(ms);
}

/** `days` may be negative. The result is a calendar date. */
export function addDays(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}

/** Same day of the month, or the last day of that month when it is shorter. `months` may be negative. */
export function addMonths(date: string, months: number): string {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  const first = new Date(Date.UTC(year, month - 1 + months, 1));
  const lastDay = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  first.setUTCDate(Math.min(day, lastDay));
  return first.toISOString().slice(0, 10);
}

/** 1 (Monday) to 7 (Sunday). */
export function weekday(date: string): number {
  const day = new Date(`${date}T00:00:00Z`).getUTCDay();
  return day === 0 ? 7 : day;
}
