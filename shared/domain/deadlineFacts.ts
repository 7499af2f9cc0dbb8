/**
 * What the terms of the field are counted from, per subject. The vault collects these from documents; the rules
 * (deadlineRules.ts) know nothing of documents.
 */
import type { Law, MeldcodeStep, PlanStatus, QuestionOutcome } from './codes.ts';

/** All dates are calendar dates; an empty string means "not (yet)". */
export interface QuestionFacts {
  readonly id: string;
  readonly reportedOn: string;
  readonly law: Law | '';
  readonly outcome: QuestionOutcome | '';
  readonly confirmedOn: string;
  readonly clientSupportToldOn: string;
  readonly personalPlanToldOn: string;
  readonly familyPlanOfferedOn: string;
  /** Voogdij by an institution or jeugdreclassering: no familiegroepsplan is offered. */
  readonly familyPlanExcepted: boolean;
  readonly firstTalkPlannedOn: string;
  readonly firstTalkOn: string;
  readonly researchDoneOn: string;
  readonly accountGivenOn: string;
  readonly appliedOn: string;
  /** A new date for the decision that the applicant was told about. */
  readonly decisionExtendedTo: string;
  readonly decidedOn: string;
  /** Eviction, or energy or water about to be cut off. */
  readonly debtThreat: boolean;
  readonly withdrawnOn: string;
}

export interface PlanFacts {
  readonly id: string;
  readonly status: PlanStatus;
  readonly adoptedOn: string;
  readonly evaluationOn: string;
  readonly lastEvaluatedOn: string;
}

export interface ActionFacts {
  readonly id: string;
  readonly what: string;
  /** Help by a professional, that must have an end. */
  readonly professional: boolean;
  readonly running: boolean;
  readonly endOn: string;
  /** Whether the result question has been answered. */
  readonly resultAskedOn: string;
}

export interface PersonFacts {
  readonly id: string;
  readonly firstName: string;
  readonly birthDate: string;
}

export interface MeldcodeFacts {
  readonly id: string;
  readonly lastStep: MeldcodeStep;
  readonly lastStepOn: string;
  readonly closedOn: string;
}

export interface SubjectFacts {
  readonly question: QuestionFacts;
  readonly plan: PlanFacts;
  readonly action: ActionFacts;
  readonly person: PersonFacts;
  readonly meldcode: MeldcodeFacts;
}
export type SubjectKind = keyof SubjectFacts;
