/**
 * The web and the network as a resident sees them: of the household as a whole, or of the only person who lives here. Of
 * others in the house it is theirs to show, not ours.
 */
import type { Document } from '../documents/workApart.ts';
import type { Nearness, NetworkGroup, PgVersion } from '../domain/codes.ts';
import type { Scores } from '../domain/positiveHealth.ts';
import { readWebs, webScores } from '../documents/dossierPeople.ts';
import { readRecords } from '../documents/readers.ts';
import type { RecordId } from '../domain/ids.ts';

export interface ResidentWeb {
  readonly date: string;
  readonly version: PgVersion;
  readonly scores: Scores;
}

export interface ResidentContact {
  readonly id: RecordId;
  readonly name: string;
  readonly group: NetworkGroup | '';
  readonly nearness: Nearness | '';
}

/** The latest web with at least one score; notes and what was filled in by a professional stay inside. */
export function readResidentWeb(doc: Document, alone: string | null): ResidentWeb | null {
  const webs = [...readWebs(doc, ''), ...(alone === null ? [] : readWebs(doc, alone as RecordId))];
  const found = webs
    .map((web) => ({ values: web.values, scores: webScores(web) }))
    .filter(({ scores }) => Object.values(scores).some((score) => score !== null))
    .toSorted((a, b) => (a.values.date ?? '').localeCompare(b.values.date ?? ''))
    .at(-1);
  if (!found) return null;
  return { date: found.values.date ?? '', version: found.values.version ?? 'VOLWASSENEN', scores: found.scores };
}

/** Names and places in the network. Who gives strain, who may know what and telephone numbers stay inside. */
export function readResidentNetwork(doc: Document, alone: string | null): ResidentContact[] {
  return readRecords(doc, 'networkContacts').flatMap(({ id, values }) => {
    const whose = values.ofPersonId ?? '';
    if (!values.name || (whose !== '' && whose !== alone)) return [];
    return [{ id, name: values.name, group: values.sector ?? '', nearness: values.nearness ?? '' }];
  });
}
