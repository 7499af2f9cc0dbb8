/**
 * A calendar file (RFC 5545) of days on which something is to be done. It says *Taak in Samenspel* and nothing else:
 * no name, no text, no household.
 */
export interface CalendarDay {
  /** Random, the same at every export, so that a calendar replaces what it knows. */
  readonly id: string;
  /** YYYY-MM-DD. */
  readonly on: string;
}

/** The whole file. Lines end in CRLF and stay under 75 octets. */
export function calendarFile(days: readonly CalendarDay[], nowMs: number): string {
  const stamp = new Date(nowMs).toISOString().replace(/[-:]|\.\d{3}/g, '');
  const events = days.flatMap(({ id, on }) => [
    'BEGIN:VEVENT',
    `UID:${id}@samenspel.invalid`,
    `DTSTAMP:${stamp}`,
    `DTSTART;VALUE=DATE:${on.replaceAll('-', '')}`,
    'SUMMARY:Taak in Samenspel',
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ]);
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Samenspel//Taken//NL',
    'CALSCALE:GREGORIAN',
    ...events,
    'END:VCALENDAR',
  ];
  return `${lines.join('\r\n')}\r\n`;
}
