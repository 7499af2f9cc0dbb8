/** A time as people type it, such as 9, 9:00 or 9.30, as HH:MM; '' for nothing, null when it is no time. */
export function hourFrom(typed: string): string | null {
  const text = typed.trim();
  if (text === '') return '';
  const match = /^(\d{1,2})(?:[:.](\d{2}))?(?:\s*uur)?$/.exec(text);
  if (!match) return null;
  const hour = Number(match[1]);
  const minute = Number(match[2] ?? '0');
  if (hour > 23 || minute > 59) return null;
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}
