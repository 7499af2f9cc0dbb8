/**
 * Agreements as a resident sees them: who does what, and when. Three standings at most; why something did not work out
 * is for the conversation, not for the paper on the fridge.
 */
import type { Document } from '../documents/workApart.ts';
import type { ActionStatus, LadderStep } from '../domain/codes.ts';
import type { RecordId, UserId } from '../domain/ids.ts';
import { compareLadder } from '../domain/ladder.ts';
import { readRecords, type RecordView } from '../documents/readers.ts';
import type { People } from './residentPeople.ts';

export interface ResidentAction {
  readonly id: RecordId;
  readonly what: string;
  readonly step: LadderStep;
  /** '' when only the chair is known. */
  readonly who: string;
  readonly dueOn: string;
  /** Such as "elke woensdag". */
  readonly repeat: string;
  readonly standing: 'ahead' | 'done' | 'failed';
  readonly twoVersions: boolean;
}

const STANDINGS: Readonly<Record<ActionStatus, ResidentAction['standing'] | null>> = {
  GEPLAND: 'ahead',
  LOOPT: 'ahead',
  KLAAR: 'done',
  NIET_GELUKT: 'failed',
  VERVALLEN: null,
};

const SHOWN = ['what', 'ladder', 'whoPersonId', 'whoName', 'whoUser', 'dueOn', 'repeat', 'status'] as const;

/** Turns agreements into what a resident may see, resident first; those that stay inside are left out. */
export function actionReader(
  doc: Document,
  people: People,
  nameOf: (user: UserId) => string,
): (actions: readonly RecordView<'actions'>[]) => ResidentAction[] {
  const open = new Set<string>(
    readRecords(doc, 'conversations')
      .filter((conversation) => !isForTeam(conversation))
      .map(({ id }) => id),
  );
  return (actions) =>
    actions
      .flatMap(({ id, values, conflicts }): ResidentAction[] => {
        const standing = STANDINGS[values.status ?? 'GEPLAND'];
        const madeIn = values.conversationId ?? '';
        const inside = values.kind === 'VEILIGHEID' || (madeIn !== '' && !open.has(madeIn));
        if (standing === null || inside || !values.what) return [];
        const user = values.whoUser ?? '';
        return [
          {
            id,
            what: values.what,
            step: values.ladder ?? '1_ZELF',
            who: people.nameOf(values.whoPersonId, values.whoName) || (user === '' ? '' : firstName(nameOf(user))),
            dueOn: values.dueOn ?? '',
            repeat: values.repeat ?? '',
            standing,
            twoVersions: SHOWN.some((field) => conflicts[field] !== undefined),
          },
        ];
      })
      .toSorted((a, b) => compareLadder(a.step, b.step));
}

/** Two versions of "alleen voor het team" count as yes until someone chooses. */
export const isForTeam = ({ values, conflicts }: RecordView<'conversations'>): boolean =>
  values.teamOnly === true || conflicts.teamOnly !== undefined;

const firstName = (name: string): string => name.trim().split(/\s+/)[0] ?? name;
