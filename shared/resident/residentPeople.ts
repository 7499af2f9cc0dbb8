/** Names as residents use them: first names only, of people who are in the dossier. */
import type { Document } from '../documents/workApart.ts';
import { readRecords } from '../documents/readers.ts';

export interface People {
  /** First name of a person of the dossier, else the name that was typed; '' when there is neither. */
  nameOf(personId: string | undefined, typed: string | undefined): string;
  livesHere(personId: string): boolean;
  /** The only person who lives here; null when there are more or none. */
  readonly alone: string | null;
}

export function peopleOf(doc: Document): People {
  const persons = readRecords(doc, 'persons');
  const firstNames = new Map<string, string>(persons.map(({ id, values }) => [id, values.firstName ?? '']));
  const living = persons.filter(({ values }) => (values.membership ?? 'WOONT_HIER') === 'WOONT_HIER');
  const ids = new Set<string>(living.map(({ id }) => id));
  return {
    nameOf: (personId, typed) => (personId ? firstNames.get(personId) : undefined) ?? typed ?? '',
    livesHere: (personId) => ids.has(personId),
    alone: living.length === 1 ? (living[0]?.id ?? null) : null,
  };
}
