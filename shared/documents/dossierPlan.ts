/**
 * The plan with what hangs on it, as the rules of the field want to see it. Readers supply the defaults; nothing here
 * writes.
 */
import type * as Y from 'yjs';
import type { LadderAction, LadderCounts } from '../domain/ladder.ts';
import { countByStep, isProfessional } from '../domain/ladder.ts';
import type { ClosingFacts, PlanSummary } from '../domain/planRules.ts';
import { openProposals, readPlanStatus, readRegisseur, readCurrentPlan } from './dossierDecisions.ts';
import { readConsents } from './dossierPeople.ts';
import { listConflicts, readRecord, readRecords, type RecordView } from './readers.ts';
import { writtenOrder } from './writtenOrder.ts';

/** An action as the ladder sees it. Older agreements have no kind and no end: those are questions, not mistakes. */
export function ladderAction(view: RecordView<'actions'>): LadderAction {
  const { values } = view;
  return {
    id: view.id,
    ladder: values.ladder ?? '1_ZELF',
    kind: values.kind ?? '',
    status: values.status ?? 'GEPLAND',
    startOn: values.startOn ?? '',
    endOn: values.endOn ?? '',
    windingDown: values.windingDown ?? '',
    motivation: values.motivation ?? '',
  };
}

/** Actions on each step of the ladder now. */
export const ladderNow = (doc: Y.Doc): LadderCounts => countByStep(readRecords(doc, 'actions').map(ladderAction));

export interface GoalView {
  readonly goal: RecordView<'goals'>;
  readonly actions: readonly RecordView<'actions'>[];
}

/** The goals of a plan in order, each with its actions; goals without a plan belong to the one that is shown. */
export function readGoals(doc: Y.Doc, planId: string): GoalView[] {
  const actions = readRecords(doc, 'actions');
  return readRecords(doc, 'goals')
    .filter(({ values }) => (values.planId ?? '') === planId || (values.planId ?? '') === '')
    .map((goal) => ({ goal, actions: actions.filter(({ values }) => values.goalId === goal.id) }));
}

/** Evaluations of a plan, the latest first. */
export const readEvaluations = (doc: Y.Doc, planId: string): RecordView<'evaluations'>[] =>
  readRecords(doc, 'evaluations')
    .filter(({ values }) => values.planId === planId)
    .toSorted((a, b) => {
      const one = a.values.date ?? '';
      const other = b.values.date ?? '';
      return one === other ? writtenOrder(doc, 'evaluations')(b, a) : one < other ? 1 : -1;
    });

/** What `questionsAboutPlan` asks from; null when there is no such plan. */
export function planSummary(doc: Y.Doc, planId: string, today: string): PlanSummary | null {
  const plan = readRecord(doc, 'plans', planId);
  if (plan === null) return null;
  const { values } = plan;
  return {
    status: readPlanStatus(doc, planId).status,
    startOn: values.startOn ?? '',
    endOn: values.endOn ?? '',
    evaluationOn: values.evaluationOn ?? '',
    regisseur: readRegisseur(doc).user,
    goals: readGoals(doc, planId).map(({ goal, actions }) => ({
      id: goal.id,
      text: goal.values.text ?? '',
      ownerPersonId: goal.values.ownerPersonId ?? '',
      status: goal.values.status || 'OPEN',
      actionCount: actions.length,
      ownActionCount: actions.filter(({ values: action }) =>
        ['1_ZELF', '2_OMGEVING'].includes(action.ladder ?? '1_ZELF'),
      ).length,
    })),
    consentsMissing: readConsents(doc, planId, today).filter(({ state }) => state !== 'COMPLETE').length,
    openProposals: openProposals(doc),
    openChoices: listConflicts(doc).length,
  };
}

export interface ClosingAnswers {
  readonly reasonChosen: boolean;
  readonly keepContactOn: string;
  readonly caseNumber: string;
  readonly exported: boolean;
}

/** What `questionsAtClosing` asks from. */
export function closingFacts(doc: Y.Doc, answers: ClosingAnswers): ClosingFacts {
  const current = readCurrentPlan(doc);
  const planId = current?.plan.id ?? '';
  return {
    status: readRecord(doc, 'household', 'household')?.values.status ?? 'NIEUW',
    actions: readRecords(doc, 'actions').map((view) => ({
      status: view.values.status ?? 'GEPLAND',
      handedOver: (view.values.handedOverTo ?? '') !== '',
      professional: isProfessional(ladderAction(view)),
      resultAsked: (view.values.resultAskedOn ?? '') !== '' || (view.values.resultAnswer ?? '') !== '',
    })),
    goals: readGoals(doc, planId).map(({ goal }) => ({ status: goal.values.status || 'OPEN' })),
    unfinishedConversations: readRecords(doc, 'conversations').filter(({ values }) => (values.finalizedAt ?? '') === '')
      .length,
    openChoices: listConflicts(doc).length,
    openProposals: openProposals(doc),
    reasonChosen: answers.reasonChosen,
    fingerOnThePulseOn: answers.keepContactOn,
    caseNumber: answers.caseNumber,
    evaluated: planId === '' || readEvaluations(doc, planId).some(({ values }) => (values.recordedAt ?? '') !== ''),
    exported: answers.exported,
  };
}
