/**
 * Days on which a statutory term does not end, as the Algemene termijnenwet names them: Saturdays, Sundays and
 * the generally recognised holidays, with Good Friday and 5 May of every year. Computed, so that no list runs
 * out. Extra days that the government points out for one year are not known here.
 */
import { addDays, weekday } from './dates.ts';

const isoDate = (year: number, month: number, day: number): string =>
  new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10);

/** Easter Sunday of the Gregorian calendar (the anonymous algorithm of 1876). */
export function easterSunday(year: number): string {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const inCentury = year % 100;
  const leapCenturies = Math.floor(century / 4);
  const moonShift = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const epact = (19 * golden + century - leapCenturies - moonShift + 15) % 30;
  const toSunday = (32 + 2 * (century % 4) + 2 * Math.floor(inCentury / 4) - epact - (inCentury % 4)) % 7;
  const late = Math.floor((golden + 11 * epact + 22 * toSunday) / 451);
  const index = epact + toSunday - 7 * late + 114;
  return isoDate(year, Math.floor(index / 31), (index % 31) + 1);
}

/** 27 April, or the 26th when the 27th is a Sunday. */
export function koningsdag(year: number): string {
  const usual = isoDate(year, 4, 27);
  return weekday(usual) === 7 ? addDays(usual, -1) : usual;
}

/** The holidays of a year by date, with their Dutch names. */
export function holidaysOf(year: number): ReadonlyMap<string, string> {
  const easter = easterSunday(year);
  return new Map([
    [isoDate(year, 1, 1), 'Nieuwjaarsdag'],
    [addDays(easter, -2), 'Goede Vrijdag'],
    [easter, 'Eerste Paasdag'],
    [addDays(easter, 1), 'Tweede Paasdag'],
    [koningsdag(year), 'Koningsdag'],
    [isoDate(year, 5, 5), 'Bevrijdingsdag'],
    [addDays(easter, 39), 'Hemelvaartsdag'],
    [addDays(easter, 49), 'Eerste Pinksterdag'],
    [addDays(easter, 50), 'Tweede Pinksterdag'],
    [isoDate(year, 12, 25), 'Eerste Kerstdag'],
    [isoDate(year, 12, 26), 'Tweede Kerstdag'],
  ]);
}

const computed = new Map<number, ReadonlyMap<string, string>>();

/** The name of the holiday on this date, or null. */
export function holidayOn(date: string): string | null {
  const year = Number(date.slice(0, 4));
  let holidays = computed.get(year);
  if (!holidays) computed.set(year, (holidays = holidaysOf(year)));
  return holidays.get(date) ?? null;
}

export function isWorkingDay(date: string): boolean {
  return weekday(date) <= 5 && holidayOn(date) === null;
}

/** The date itself when it is a working day, else the first working day after it. */
export function firstWorkingDayFrom(date: string): string {
  let day = date;
  while (!isWorkingDay(day)) day = addDays(day, 1);
  return day;
}

/** `count` working days after the date; the date itself does not count. 0 gives the date itself. */
export function addWorkingDays(date: string, count: number): string {
  let day = date;
  for (let left = count; left > 0; left--) day = firstWorkingDayFrom(addDays(day, 1));
  return day;
}
