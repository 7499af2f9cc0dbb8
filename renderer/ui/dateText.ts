/**
 * Dates as people type and say them. Typed: 24-11-2026, 24/11, 24 nov, morgen. Said: di 24 november.
 * A date that does not exist is refused, never silently moved to another day.
 */
import { addDays, daysBetween, isCalendarDate } from '../../shared/domain/dates.ts';
import { MONTHS, dateInWords, weekdayName } from '../../shared/domain/dutchDates.ts';

const WORDS: ReadonlyMap<string, number> = new Map([
  ['gisteren', -1],
  ['vandaag', 0],
  ['morgen', 1],
  ['overmorgen', 2],
]);

export const INVALID_DATE_TEXT = 'Deze datum bestaat niet. Schrijf bijvoorbeeld 24-11-2026.';

/** A typed date as YYYY-MM-DD; '' for an empty field; null when it is not an existing date. Without a year: the nearest to come. */
export function parseTypedDate(typed: string, today: string): string | null {
  const text = typed.trim().toLowerCase().replaceAll(/\s+/g, ' ');
  if (text === '') return '';
  const word = WORDS.get(text);
  if (word !== undefined) return addDays(today, word);
  if (isCalendarDate(text)) return text;
  const match =
    /^(\d{1,2})(?: ?[-/. ] ?)(\d{1,2}|[a-z]{3,9})\.?(?:(?: ?[-/. ] ?)(\d{2}|\d{4}))?$/.exec(text) ??
    /^(\d{2})(\d{2})(\d{4})$/.exec(text);
  if (!match) return null;
  const [, day = '', monthText = '', yearText] = match;
  const month = monthNumber(monthText);
  if (month === null) return null;
  if (yearText !== undefined) return existing(yearText.length === 2 ? `20${yearText}` : yearText, month, day);
  const year = Number(today.slice(0, 4));
  const thisYear = existing(String(year), month, day);
  if (thisYear !== null && daysBetween(today, thisYear) >= -31) return thisYear;
  return existing(String(year + 1), month, day) ?? thisYear;
}

function monthNumber(text: string): number | null {
  if (/^\d+$/.test(text)) return Number(text);
  const wanted = text === 'mrt' ? 'maa' : text;
  const index = MONTHS.findIndex((name) => name.startsWith(wanted));
  return index < 0 ? null : index + 1;
}

function existing(year: string, month: number, day: string): string | null {
  const date = `${year}-${String(month).padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isCalendarDate(date) ? date : null;
}

/** 24-11-2026, as it stands in a field. */
export function fieldDate(date: string): string {
  return isCalendarDate(date) ? `${date.slice(8)}-${date.slice(5, 7)}-${date.slice(0, 4)}` : date;
}

/** "dinsdag 24 november", with the year when it is another one than today's. */
export function longDate(date: string, today: string): string {
  return isCalendarDate(date) ? dateInWords(date, today) : date;
}

/** "di 24 nov", or "12 nov 2025" in another year. */
export function shortDate(date: string, today: string): string {
  if (!isCalendarDate(date)) return date;
  const month = MONTHS[Number(date.slice(5, 7)) - 1] ?? '';
  const day = `${Number(date.slice(8))} ${month === 'maart' ? 'mrt' : month.slice(0, 3)}`;
  const year = date.slice(0, 4);
  return year === today.slice(0, 4) ? `${weekdayName(date).slice(0, 2)} ${day}` : `${day} ${year}`;
}

/** A due date seen from today: "5 dagen te laat", "vandaag", "morgen", "di 24 nov". */
export function dueText(date: string, today: string): { readonly text: string; readonly late: boolean } {
  const days = daysBetween(today, date);
  if (days < 0) return { text: days === -1 ? '1 dag te laat' : `${-days} dagen te laat`, late: true };
  if (days === 0) return { text: 'vandaag', late: false };
  if (days === 1) return { text: 'morgen', late: false };
  return { text: shortDate(date, today), late: false };
}
