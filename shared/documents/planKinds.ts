/**
 * The plan of a household: what goes well, what worries, what people want, who does what, and how it goes. Which plan
 * is in force and who is regisseur are decision records: written by commands, never changed, each naming the ones that
 * its maker saw (`replaces`), so that merging two offline devices cannot yield two silent answers.
 */
import { z } from 'zod';
import {
  CLOSING_REASONS,
  CONSENT_ANSWERS,
  CONSENT_FORMS,
  DIRECTION_FORMS,
  EVALUATION_DECISIONS,
  GOAL_STATUSES,
  HANDOVER_CHECKS,
  HANDOVER_STEPS,
  PERSPECTIVES,
  PG_DIMENSIONS,
  PLAN_BASES,
  PLAN_STATUSES,
  PLAN_VARIANTS,
  YES_NO_UNKNOWN,
} from '../domain/codes.ts';
import { CalendarDate } from '../domain/dates.ts';
import { RecordId, UserId } from '../domain/ids.ts';
import {
  date,
  decision,
  field,
  immutable,
  kind,
  listed,
  longText,
  oneOf,
  refId,
  refIds,
  refUser,
  removable,
  score,
  sealed,
  shortText,
} from './kindRules.ts';

const PARTIES = ['ZELF', 'OUDERS_MET_GEZAG', 'OUDER_MET_GEZAG', 'VOOGD', 'INSTELLING', 'CURATOR', 'MENTOR'] as const;
const ladderCounts = z.array(z.number().int().min(0).max(10_000)).length(4);
const decided = { replaces: sealed(refIds), decidedOn: sealed(CalendarDate), reason: sealed(longText) } as const;

export const planKinds = {
  plans: kind(
    {
      title: field(shortText),
      variant: field(oneOf(PLAN_VARIANTS)),
      basis: field(oneOf(PLAN_BASES)),
      safetyConcern: field(oneOf(YES_NO_UNKNOWN)),
      startOn: field(date),
      endOn: field(date),
      evaluationOn: field(date),
      budgetNote: field(longText),
      ...removable,
    },
    { sections: ['occasion', 'oneYearFrom', 'analysis'] },
  ),
  planDecisions: kind({
    planId: sealed(RecordId),
    status: sealed(z.enum(PLAN_STATUSES)),
    /** The plan in force after this decision, '' for none. Absent when the decision does not touch that. */
    inForcePlanId: sealed(refId),
    ...decided,
  }),
  regisseurDecisions: kind({
    /** Empty: nobody. */
    regisseur: sealed(refUser),
    form: sealed(oneOf(DIRECTION_FORMS)),
    ...decided,
  }),
  /**
   * Regisseur overdragen: what was proposed, and what was answered to it (`handoverId`). The one who confirms becomes regisseur
   * by a regisseurDecision of the same moment; a withdrawal names the old one again, so that a confirmation made apart is seen.
   */
  regisseurHandovers: kind({
    step: sealed(oneOf(HANDOVER_STEPS)),
    handoverId: sealed(refId),
    from: sealed(refUser),
    to: sealed(refUser),
    form: sealed(oneOf(DIRECTION_FORMS)),
    /** Codes of the checklist that were done. */
    done: sealed(z.array(oneOf(HANDOVER_CHECKS)).max(20)),
    ...decided,
  }),
  /** Closing and reopening, with what was said at it. */
  closings: kind({
    closed: sealed(z.boolean()),
    closingReason: sealed(oneOf(CLOSING_REASONS)),
    /** Is the resident helped? What can he or she do now? */
    resultAnswer: sealed(longText),
    /** Vinger aan de pols, for example "over drie maanden"; the first date is in household.nextContactOn. */
    keepContactRhythm: sealed(shortText),
    keepContactOn: sealed(date),
    keepContactBy: sealed(refUser),
    caseNumber: sealed(shortText),
    /** Codes of what was still open when it was closed all the same. */
    leftOpen: sealed(z.array(shortText).max(40)),
    ...decided,
  }),
  strengths: kind({ text: field(longText), saidBy: field(shortText), saidByPersonId: field(refId), ...listed }),
  concerns: kind({
    text: field(longText),
    saidBy: field(shortText),
    saidByPersonId: field(refId),
    since: field(shortText),
    effect: field(longText),
    effectOn: field(shortText),
    perspective: field(oneOf(PERSPECTIVES)),
    ...listed,
  }),
  earlierHelp: kind({
    what: field(longText),
    byWhom: field(shortText),
    period: field(shortText),
    result: field(longText),
    ...listed,
  }),
  goals: kind({
    planId: field(refId),
    /** In the words of the person. */
    text: field(z.string().trim().min(1).max(1_000)),
    ownerPersonId: field(refId),
    ownerName: field(shortText),
    perspective: field(oneOf(PERSPECTIVES)),
    extraPerspectives: field(z.array(z.enum(PERSPECTIVES)).max(4)),
    dimension: field(oneOf(PG_DIMENSIONS)),
    concernId: field(refId),
    why: field(longText),
    howWeKnow: field(longText),
    byWhen: field(date),
    score: field(score),
    goodEnough: field(score),
    priority: field(z.number().int().min(0).max(99)),
    status: field(oneOf(GOAL_STATUSES)),
    statusReason: field(longText),
    dependsOn: field(refIds),
    ...listed,
  }),
  providerAgreements: kind({
    planId: field(refId),
    actionId: field(refId),
    provider: field(z.string().trim().min(1).max(200)),
    content: field(longText),
    startOn: field(date),
    endOn: field(date),
    period: field(shortText),
    /** Never on a print for residents unless asked. */
    cost: field(shortText),
    intendedResult: field(longText),
    reportOn: field(date),
    progress: field(longText),
    resultAskedOn: field(date),
    resultAnswer: field(longText),
    ...listed,
  }),
  /** Instemming of one party for one person; a later answer replaces an earlier one. */
  consents: kind({
    planId: immutable(RecordId),
    personId: immutable(RecordId),
    party: immutable(z.enum(PARTIES)),
    partyName: field(shortText),
    answer: immutable(z.enum(CONSENT_ANSWERS)),
    form: field(oneOf(CONSENT_FORMS)),
    on: immutable(CalendarDate),
    remark: field(longText),
    ...listed,
  }),
  evaluations: kind(
    {
      planId: immutable(RecordId),
      date: field(CalendarDate),
      place: field(shortText),
      attendees: field(longText),
      amountOfHelp: field(oneOf(['TE_VEEL', 'GOED', 'TE_WEINIG'])),
      limitationsGrown: field(oneOf(YES_NO_UNKNOWN)),
      satisfaction: field(score),
      satisfactionWhy: field(longText),
      decision: decision(oneOf(EVALUATION_DECISIONS)),
      decisionReason: decision(longText),
      nextEvaluationOn: decision(date),
      /** Actions per step of the ladder at the evaluation before, and at this one. */
      ladderBefore: decision(ladderCounts),
      ladderAfter: decision(ladderCounts),
      recordedAt: decision(z.string().max(30)),
      recordedBy: decision(UserId),
      ...removable,
    },
    { sections: ['whereAreWe', 'whereTo'], finalized: 'recordedAt' },
  ),
  evaluationGoals: kind(
    {
      evaluationId: immutable(RecordId),
      goalId: immutable(RecordId),
      scoreBefore: field(score),
      score: field(score),
      helped: field(longText),
      notHelped: field(longText),
      ...removable,
    },
    { parent: { kind: 'evaluations', field: 'evaluationId', bond: 'part' } },
  ),
  evaluationActions: kind(
    {
      evaluationId: immutable(RecordId),
      actionId: immutable(RecordId),
      done: field(oneOf(['JA', 'DEELS', 'NEE'])),
      remark: field(longText),
      ...removable,
    },
    { parent: { kind: 'evaluations', field: 'evaluationId', bond: 'part' } },
  ),
} as const;
