/** Writes the plan of a practice household, with the decisions as commands would have written them. */
import { generateNKeysBetween } from 'fractional-indexing';
import { createRecord, replaceText, setFields, type Writer } from '../documents/accessors.ts';
import { planReplaces, regisseurReplaces } from '../documents/dossierDecisions.ts';
import { ladderNow } from '../documents/dossierPlan.ts';
import { WEB_FIELDS } from '../documents/dossierPeople.ts';
import { workApart, type Document } from '../documents/workApart.ts';
import { LADDER, PG_DIMENSIONS } from '../domain/codes.ts';
import { addDays, calendarDateAt } from '../domain/dates.ts';
import type { RecordId, UserId } from '../domain/ids.ts';
import type { ActionPlace, PracticePlan } from './planTypes.ts';

export interface PlanPlace {
  readonly doc: Document;
  readonly today: string;
  readonly regisseurIsMe: boolean;
  readonly colleague: UserId;
  person(key: string): RecordId;
  action(place: ActionPlace): RecordId;
  /** The worker, or a colleague, on another day. */
  writer(daysAgo: number, user?: UserId): Writer;
}

/** Writes question, plan, goals, network and what was decided into a document that holds the rest of the story. */
export function writePlan(plan: PracticePlan, place: PlanPlace): void {
  const { doc, today } = place;
  const ago = (days: number | undefined): string => (days === undefined ? '' : addDays(today, -days));
  const { question } = plan;
  writeQuestion(plan, place, ago);
  const made = place.writer(Math.min(question.daysAgo, plan.adoptedDaysAgo ?? question.daysAgo));
  const planId = createRecord(
    doc,
    'plans',
    {
      title: plan.title,
      variant: plan.variant,
      basis: plan.basis,
      ...(plan.adoptedDaysAgo === undefined ? {} : { startOn: ago(plan.adoptedDaysAgo) }),
      ...(plan.evaluationInDays === undefined ? {} : { evaluationOn: addDays(today, plan.evaluationInDays) }),
    },
    made,
  );
  const texts = { occasion: plan.occasion, oneYearFrom: plan.oneYearFrom, analysis: plan.analysis ?? '' };
  for (const [section, text] of Object.entries(texts)) replaceText(doc, 'plans', planId, section, text);
  writeSituation(plan, place, made);
  writeGoals(plan, planId, place, made);
  for (const { person, party, answer } of plan.consents ?? []) {
    const on = ago(plan.adoptedDaysAgo ?? 0);
    createRecord(
      doc,
      'consents',
      { planId, personId: place.person(person), party, answer, form: 'MONDELING', on },
      made,
    );
  }
  writeDecisions(plan, planId, place);
}

function writeQuestion({ question }: PracticePlan, place: PlanPlace, ago: (days?: number) => string): void {
  const { doc } = place;
  const writer = place.writer(question.daysAgo);
  const { test, deeper } = question;
  const helpRequestId = createRecord(
    doc,
    'helpRequests',
    {
      words: question.words,
      saidByPersonId: place.person(question.saidBy),
      receivedOn: ago(question.daysAgo),
      channel: question.channel,
      referrer: question.referrer,
      urgency: question.urgency ?? 'GEEN',
      law: question.law ?? '',
      outcome: question.outcome ?? '',
      confirmedOn: ago(question.confirmedDaysAgo),
      pointedAtSupportOn: ago(question.supportToldDaysAgo),
      pointedAtOwnPlanOn: ago(question.ownPlanToldDaysAgo),
      pointedAtFamilyPlanOn: ago(question.familyPlanToldDaysAgo),
      researchDoneOn: ago(question.researchDoneDaysAgo),
      accountGivenOn: ago(question.accountGivenDaysAgo),
      debtThreat: question.debtThreat ?? false,
      ...(test === undefined
        ? {}
        : { testEffect: test.effect, testPurpose: test.purpose, testConsequences: test.consequences }),
    },
    writer,
  );
  if (deeper === undefined) return;
  const on = ago(deeper.daysAgo);
  createRecord(
    doc,
    'deeperQuestions',
    { helpRequestId, text: deeper.text, author: writer.user, writtenOn: on, discussedOn: deeper.discussed ? on : '' },
    place.writer(deeper.daysAgo),
  );
}

function writeSituation(plan: PracticePlan, place: PlanPlace, writer: Writer): void {
  const { doc, today } = place;
  const listed = <T extends object>(items: readonly T[], write: (item: T & { ord: string }) => unknown): void => {
    const ords = generateNKeysBetween(null, null, items.length);
    items.forEach((item, index) => void write({ ...item, ord: ords[index] ?? 'a0' }));
  };
  listed(plan.strengths, (item) => createRecord(doc, 'strengths', item, writer));
  listed(plan.concerns, (item) => createRecord(doc, 'concerns', item, writer));
  listed(plan.earlierHelp ?? [], (item) => createRecord(doc, 'earlierHelp', item, writer));
  listed(plan.network, (item) => createRecord(doc, 'networkContacts', item, writer));
  for (const { person, ...view } of plan.views ?? []) {
    const values = { ...view, personId: place.person(person), date: calendarDateAt(writer.nowMs()) };
    createRecord(doc, 'perspectiveViews', { ...values, discussed: 'JA' }, writer);
  }
  for (const { person, daysAgo, version, scores, wantsToTalk, wish } of plan.webs ?? []) {
    const filled = PG_DIMENSIONS.flatMap((code) =>
      scores[code] === undefined ? [] : [[WEB_FIELDS[code].score, scores[code]] as const],
    );
    createRecord(
      doc,
      'webs',
      {
        personId: place.person(person),
        date: addDays(today, -daysAgo),
        version,
        filledBy: 'SAMEN',
        wantsToTalk: [...wantsToTalk],
        wish,
        ...Object.fromEntries(filled),
      },
      place.writer(daysAgo),
    );
  }
}

function writeGoals(plan: PracticePlan, planId: RecordId, place: PlanPlace, writer: Writer): void {
  const { doc, today } = place;
  const ords = generateNKeysBetween(null, null, plan.goals.length);
  plan.goals.forEach(({ owner, actions, ...goal }, index) => {
    const values = {
      ...goal,
      planId,
      ownerPersonId: place.person(owner),
      priority: index + 1,
      ord: ords[index] ?? 'a0',
    };
    const goalId = createRecord(doc, 'goals', values, writer);
    for (const action of actions) setFields(doc, 'actions', place.action(action), { goalId }, writer);
  });
  for (const { action, kind, endInDays, windingDown, motivation, agreement } of plan.help ?? []) {
    const actionId = place.action(action);
    const endOn = endInDays === undefined ? '' : addDays(today, endInDays);
    const values = { kind, endOn, windingDown: windingDown ?? '', motivation: motivation ?? '' };
    setFields(doc, 'actions', actionId, values, writer);
    if (agreement === undefined) continue;
    const { provider, content, result } = agreement;
    createRecord(
      doc,
      'providerAgreements',
      { planId, actionId, provider, content, intendedResult: result, endOn, reportOn: endOn },
      writer,
    );
  }
}

function writeDecisions(plan: PracticePlan, planId: RecordId, place: PlanPlace): void {
  const { doc } = place;
  const decide = (status: PracticePlan['status'], inForcePlanId: RecordId | '' | null, writer: Writer): void => {
    const force = inForcePlanId === null ? {} : { inForcePlanId };
    const replaces = planReplaces(doc, planId, inForcePlanId !== null);
    const decidedOn = calendarDateAt(writer.nowMs());
    createRecord(doc, 'planDecisions', { planId, status, ...force, replaces, decidedOn, reason: '' }, writer);
  };
  const assign = (on: Document, regisseur: UserId, writer: Writer): void => {
    const replaces = regisseurReplaces(on);
    const decidedOn = calendarDateAt(writer.nowMs());
    createRecord(on, 'regisseurDecisions', { regisseur, form: 'PLANREGIE', replaces, decidedOn, reason: '' }, writer);
  };
  const { question, adoptedDaysAgo, evaluation } = plan;
  if (place.regisseurIsMe) {
    const writer = place.writer(Math.max(question.daysAgo, adoptedDaysAgo ?? 0));
    assign(doc, writer.user, writer);
  }
  if (plan.status === 'BESPROKEN') decide('BESPROKEN', null, place.writer(0));
  if (adoptedDaysAgo !== undefined) decide('VASTGESTELD', planId, place.writer(adoptedDaysAgo));
  if (evaluation !== undefined) {
    const writer = place.writer(evaluation.daysAgo);
    const date = calendarDateAt(writer.nowMs());
    const now = ladderNow(doc);
    const ladder = LADDER.map((step) => now[step]);
    const id = createRecord(
      doc,
      'evaluations',
      {
        planId,
        date,
        satisfaction: evaluation.satisfaction,
        decision: evaluation.decision,
        ladderBefore: ladder,
        ladderAfter: ladder,
        recordedAt: new Date(writer.nowMs()).toISOString(),
        recordedBy: writer.user,
      },
      writer,
    );
    replaceText(doc, 'evaluations', id, 'whereAreWe', evaluation.whereAreWe);
    replaceText(doc, 'evaluations', id, 'whereTo', evaluation.whereTo);
  }
  if (plan.status === 'AFGEROND') decide('AFGEROND', '', place.writer(evaluation?.daysAgo ?? 0));
  if (plan.twoRegisseurs === true) {
    const mine = place.writer(2);
    const theirs = place.writer(1, place.colleague);
    workApart(
      doc,
      (here) => assign(here, mine.user, mine),
      (there) => assign(there, place.colleague, theirs),
    );
  }
}
