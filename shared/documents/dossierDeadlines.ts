/** What the terms of the field are counted from, per subject, read from a household document. */
import type * as Y from 'yjs';
import type { ActionFacts, PersonFacts, PlanFacts, QuestionFacts } from '../domain/deadlineFacts.ts';
import type { DeadlineFacts } from '../domain/deadlines.ts';
import { isProfessional } from '../domain/ladder.ts';
import { readPlanInForce, readPlanStatus } from './dossierDecisions.ts';
import { ladderAction, readEvaluations } from './dossierPlan.ts';
import { readRecord, readRecords, type RecordView } from './readers.ts';

/** `firstTalkOn`: the first talk with people on or after the day the question came; '' when there was none. */
export function questionFacts(view: RecordView<'helpRequests'>, firstTalkOn: string): QuestionFacts | null {
  if (view.deleted) return null;
  const { values } = view;
  return {
    id: view.id,
    reportedOn: values.receivedOn ?? '',
    law: values.law ?? '',
    outcome: values.outcome ?? '',
    confirmedOn: values.confirmedOn ?? '',
    clientSupportToldOn: values.pointedAtSupportOn ?? '',
    personalPlanToldOn: values.pointedAtOwnPlanOn ?? '',
    familyPlanOfferedOn: values.pointedAtFamilyPlanOn ?? '',
    familyPlanExcepted: values.familyPlanExcepted ?? false,
    firstTalkPlannedOn: values.firstTalkPlannedOn ?? '',
    firstTalkOn,
    researchDoneOn: values.researchDoneOn ?? '',
    accountGivenOn: values.accountGivenOn ?? '',
    appliedOn: values.appliedOn ?? '',
    decisionExtendedTo: values.decisionExtendedTo ?? '',
    decidedOn: values.decidedOn ?? '',
    debtThreat: values.debtThreat ?? false,
    withdrawnOn: values.withdrawnOn ?? '',
  };
}

/** Only the plan in force has terms: of two proposals the older, until a person chooses. */
export function planFacts(doc: Y.Doc, planId: string): PlanFacts | null {
  const view = readRecord(doc, 'plans', planId);
  if (view === null || readPlanInForce(doc).planId !== planId) return null;
  const { status, inForce, history } = readPlanStatus(doc, planId);
  const adopted = [...(inForce === null ? [] : [inForce]), ...history].findLast(({ value }) => value === 'VASTGESTELD');
  const evaluated = readEvaluations(doc, planId).find(({ values }) => (values.recordedAt ?? '') !== '');
  return {
    id: planId,
    status,
    adoptedOn: (adopted as { readonly decidedOn?: string } | undefined)?.decidedOn ?? '',
    evaluationOn: view.values.evaluationOn ?? '',
    lastEvaluatedOn: evaluated?.values.date ?? '',
  };
}

export function actionFacts(view: RecordView<'actions'>): ActionFacts | null {
  if (view.deleted) return null;
  const { status = 'GEPLAND', what = '', endOn = '', resultAskedOn = '' } = view.values;
  return {
    id: view.id,
    what,
    professional: isProfessional(ladderAction(view)),
    running: status === 'GEPLAND' || status === 'LOOPT',
    endOn,
    resultAskedOn,
  };
}

export const personFacts = (view: RecordView<'persons'>): PersonFacts => ({
  id: view.id,
  firstName: view.values.firstName ?? '',
  birthDate: view.values.birthDate ?? '',
});

/** The day of the first talk with people on or after a day. Consulting colleagues is no talk. */
export function firstTalkOn(doc: Y.Doc, from: string): string {
  const days = readRecords(doc, 'conversations').flatMap(({ values }) =>
    (values.date ?? '') < from || values.context === 'TEAM' || values.teamOnly === true ? [] : [values.date ?? ''],
  );
  return days.reduce((first, day) => (first === '' || day < first ? day : first), '');
}

/** All facts of one dossier. The meldcode is not in it: that is in a document of its own. */
export function dossierDeadlineFacts(doc: Y.Doc, clockDoubt: boolean): DeadlineFacts {
  const there = <T>(facts: T | null): readonly T[] => (facts === null ? [] : [facts]);
  return {
    questions: readRecords(doc, 'helpRequests').flatMap((view) =>
      there(questionFacts(view, firstTalkOn(doc, view.values.receivedOn ?? ''))),
    ),
    plans: readRecords(doc, 'plans').flatMap(({ id }) => there(planFacts(doc, id))),
    actions: readRecords(doc, 'actions').flatMap((view) => there(actionFacts(view))),
    persons: readRecords(doc, 'persons').map(personFacts),
    meldcodes: [],
    clockDoubt,
  };
}
