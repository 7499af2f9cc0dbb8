/**
 * What a resident may see of the own household: on a turned laptop (Meekijken) and on paper.
 *
 * Promises: a whitelist. Every value is named here, field by field; nothing is copied whole, so a field that is added to
 * a document later stays inside until someone names it here. Reads one household document only: no restricted
 * document, no other household, no words of a conversation besides its agreed summary.
 *
 * What stays inside although it hangs on something visible: agreements made in a conversation for the team only or about
 * safety, reasons, motivations, worries and notes; and what one person filled in for himself (web, network) while
 * others live in the same house.
 */
import type { Document } from '../documents/workApart.ts';
import type { Perspective } from '../domain/codes.ts';
import type { RecordId, UserId } from '../domain/ids.ts';
import { readCurrentPlan, readPlanInForce } from '../documents/dossierDecisions.ts';
import { readGoals } from '../documents/dossierPlan.ts';
import { readRecord, readRecords, type RecordView } from '../documents/readers.ts';
import { actionReader, type ResidentAction } from './residentActions.ts';
import { peopleOf } from './residentPeople.ts';
import { readResidentNetwork, readResidentWeb, type ResidentContact, type ResidentWeb } from './residentPictures.ts';

export interface ResidentWish {
  readonly words: string;
  /** First name of who said it; '' when that is not known. */
  readonly saidBy: string;
}

export interface ResidentGoal {
  readonly id: RecordId;
  /** In the words of the person. */
  readonly text: string;
  readonly owner: string;
  readonly perspective: Perspective | '';
  readonly reached: boolean;
  readonly actions: readonly ResidentAction[];
  /** Two people changed this apart; nobody chose yet. */
  readonly twoVersions: boolean;
}

export interface ResidentView {
  readonly name: string;
  /** Name of the regular contact at the team; '' when nobody is named. */
  readonly contact: string;
  readonly hasPlan: boolean;
  /** The plan was agreed and is in force. */
  readonly inForce: boolean;
  readonly lookBackOn: string;
  readonly wishes: readonly ResidentWish[];
  readonly goesWell: readonly string[];
  readonly goals: readonly ResidentGoal[];
  /** Agreements from a conversation that belong to no goal. */
  readonly otherActions: readonly ResidentAction[];
  readonly web: ResidentWeb | null;
  readonly network: readonly ResidentContact[];
  /** Something of what is shown here waits for a choice between two versions. */
  readonly twoVersions: boolean;
}

export interface ResidentOptions {
  /** The name of a colleague as a resident knows it; '' when it is not known. */
  nameOf(user: UserId): string;
}

/** Goals that were let go are history, not the plan. */
const isGoalOfNow = ({ values }: RecordView<'goals'>): boolean =>
  values.status !== 'LOSGELATEN' && (values.text ?? '') !== '';

/** Everything a resident may see of this household document now. */
export function residentView(doc: Document, { nameOf }: ResidentOptions): ResidentView {
  const people = peopleOf(doc);
  const household = readRecord(doc, 'household', 'household');
  const toAction = actionReader(doc, people, nameOf);
  const current = readCurrentPlan(doc);
  const goals = readGoals(doc, current?.plan.id ?? '')
    .filter(({ goal }) => isGoalOfNow(goal))
    .map(({ goal, actions }): ResidentGoal => {
      const { values, conflicts } = goal;
      return {
        id: goal.id,
        text: values.text ?? '',
        owner: people.nameOf(values.ownerPersonId, values.ownerName),
        perspective: values.perspective ?? '',
        reached: values.status === 'BEREIKT',
        actions: toAction(actions),
        twoVersions: [conflicts.text, conflicts.status, conflicts.perspective].some(
          (versions) => versions !== undefined,
        ),
      };
    });
  const loose = readRecords(doc, 'actions').filter(
    ({ values }) => (values.goalId ?? '') === '' && (values.conversationId ?? '') !== '',
  );
  const otherActions = toAction(loose);
  const actions = [...goals.flatMap((goal) => goal.actions), ...otherActions];
  const contact = household?.values.contactUser ?? '';
  return {
    name: household?.values.name ?? '',
    contact: contact === '' ? '' : nameOf(contact),
    hasPlan: current !== null,
    inForce: current?.inForce ?? false,
    lookBackOn: current?.plan.values.evaluationOn ?? '',
    wishes: readWishes(doc, people.livesHere),
    goesWell: readRecords(doc, 'strengths').flatMap(({ values }) => (values.text?.trim() ? [values.text.trim()] : [])),
    goals,
    otherActions,
    web: readResidentWeb(doc, people.alone),
    network: readResidentNetwork(doc, people.alone),
    twoVersions:
      readPlanInForce(doc).proposals.length > 0 ||
      current?.plan.conflicts.evaluationOn !== undefined ||
      goals.some((goal) => goal.twoVersions) ||
      actions.some((action) => action.twoVersions),
  };

  function readWishes(from: Document, livesHere: (id: string) => boolean): ResidentWish[] {
    // What a school or doctor reported is not what the people who live here want.
    return readRecords(from, 'helpRequests').flatMap(({ values }) => {
      const saidBy = values.saidByPersonId ?? '';
      const words = values.words?.trim() ?? '';
      return words === '' || saidBy === '' || !livesHere(saidBy) ? [] : [{ words, saidBy: people.nameOf(saidBy, '') }];
    });
  }
}
