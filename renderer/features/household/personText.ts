/** How a person reads in lists and chips. */
import type { RecordView } from '../../../shared/documents/readers.ts';
import { ageOn } from '../../../shared/domain/ages.ts';
import { isCalendarDate } from '../../../shared/domain/dates.ts';
import { labels } from '../../../shared/domain/labels.ts';

export type PersonView = RecordView<'persons'>;

/** "Fatima El Amrani" */
export const fullName = (person: PersonView): string =>
  [person.values.firstName, person.values.lastName].filter(Boolean).join(' ') || 'Naam onbekend';

/** "Fatima", as chips and lines say it. */
export const shortName = (person: PersonView): string => person.values.firstName || fullName(person);

export const livesHere = (person: PersonView): boolean => person.values.membership !== 'BELANGRIJK_BUITENSHUIS';

/** "41 · ouder", "zus · woont ergens anders" */
export function personMeta(person: PersonView, today: string): string {
  const { birthDate = '', ageGroup, role, relation } = person.values;
  const age = isCalendarDate(birthDate) && birthDate <= today ? String(ageOn(birthDate, today)) : (ageGroup ?? '');
  const roleText = relation || (role ? labels.householdRole[role].toLowerCase() : '');
  return [age, roleText, livesHere(person) ? '' : 'woont ergens anders'].filter(Boolean).join(' · ');
}
