/** Agreements and dates in the words of a resident; the same on screen and on paper. */
import { dayAndMonth } from '../domain/dutchDates.ts';
import { labels } from '../domain/labels.ts';
import type { ResidentAction } from './residentActions.ts';

/** Who does it, and what. What was typed stays as it was typed: a colon where it begins like a sentence. */
export function agreementWords({ who, what, step }: ResidentAction): { readonly who: string; readonly does: string } {
  if (who === '') return { who: `${labels.ladder[step]}:`, does: what };
  if (what.toLowerCase().startsWith(`${who.toLowerCase()} `))
    return { who: what.slice(0, who.length), does: what.slice(who.length + 1) };
  return /^\p{Lu}/u.test(what) ? { who: `${who}:`, does: what } : { who, does: what };
}

/** "elke woensdag", "vóór 27 november", or '' when nothing was agreed about it. */
export function agreementTime({ repeat, dueOn }: ResidentAction, today: string): string {
  const before = dueOn === '' ? '' : `vóór ${dayAndMonth(dueOn, today)}`;
  return [repeat, before].filter(Boolean).join(', ');
}

/** "Fatima", "Fatima en Hassan", "Fatima, Hassan en Nadia". */
export function listInWords(names: readonly string[]): string {
  const last = names.at(-1) ?? '';
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} en ${last}`;
}

/** "Op 12 januari kijken we samen hoe het gaat.", or '' without a date. */
export const lookBackSentence = (date: string, today: string): string =>
  date === '' ? '' : `Op ${dayAndMonth(date, today)} kijken we samen hoe het gaat.`;

/** A sentence with a capital and an end. */
export function asSentence(text: string): string {
  const trimmed = text.trim();
  if (trimmed === '') return '';
  const begun = trimmed.charAt(0).toUpperCase() + trimmed.slice(1);
  return /[.!?…]$/u.test(begun) ? begun : `${begun}.`;
}
