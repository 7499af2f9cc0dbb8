import { describe, expect, test } from 'vitest';
import { defaultProfile } from './defaultProfile.ts';
import type { DeadlineFacts } from './deadlines.ts';
import { deadlinesInView, openDeadlines } from './deadlines.ts';
import type { ActionFacts, PlanFacts, QuestionFacts } from './deadlineFacts.ts';
import { deadlineRules } from './deadlineRules.ts';

const terms = defaultProfile.terms;
const none: DeadlineFacts = { questions: [], plans: [], actions: [], persons: [], meldcodes: [], clockDoubt: false };
const question = (change: Partial<QuestionFacts> = {}): QuestionFacts => ({
  id: 'q1',
  reportedOn: '2026-11-03',
  law: 'WMO',
  outcome: '',
  confirmedOn: '',
  clientSupportToldOn: '',
  personalPlanToldOn: '',
  familyPlanOfferedOn: '',
  familyPlanExcepted: false,
  firstTalkPlannedOn: '',
  firstTalkOn: '',
  researchDoneOn: '',
  accountGivenOn: '',
  appliedOn: '',
  decisionExtendedTo: '',
  decidedOn: '',
  debtThreat: false,
  withdrawnOn: '',
  ...change,
});
const plan = (change: Partial<PlanFacts> = {}): PlanFacts => ({
  id: 'p1',
  status: 'VASTGESTELD',
  adoptedOn: '2026-09-01',
  evaluationOn: '2026-11-28',
  lastEvaluatedOn: '',
  ...change,
});
const action = (change: Partial<ActionFacts> = {}): ActionFacts => ({
  id: 'a1',
  what: 'Hulp in huis',
  professional: true,
  running: true,
  endOn: '2026-12-20',
  resultAskedOn: '',
  ...change,
});

const open = (facts: Partial<DeadlineFacts>, today: string) => openDeadlines({ ...none, ...facts }, terms, today);
const one = (facts: Partial<DeadlineFacts>, today: string, code: string) => {
  const found = open(facts, today).filter((deadline) => deadline.code === code);
  expect(found.length).toBeLessThanOrEqual(1);
  return found[0] ?? null;
};

describe('a Wmo question', () => {
  test('gets six weeks for the research, said in one sentence', () => {
    const found = one({ questions: [question()] }, '2026-11-21', 'WMO_ONDERZOEK');
    expect(found).toMatchObject({ dueOn: '2026-12-15', statutory: true, daysLate: -24, showFrom: '2026-11-03' });
    expect(found?.reason).toBe(
      'Rond het onderzoek uiterlijk dinsdag 15 december af, zes weken na de melding van 3 november.',
    );
  });

  test('says after six weeks that the resident may apply', () => {
    const found = one({ questions: [question()] }, '2026-12-16', 'WMO_ONDERZOEK');
    expect(found?.daysLate).toBe(1);
    expect(found?.reason).toMatch(/de inwoner mag nu zelf een aanvraag doen/);
  });

  test('ends on the next working day when six weeks end on Christmas', () => {
    const found = one({ questions: [question({ reportedOn: '2026-11-13' })] }, '2026-11-21', 'WMO_ONDERZOEK');
    expect(found?.dueOn).toBe('2026-12-28');
    expect(found?.reason).toContain('uiterlijk maandag 28 december (Eerste Kerstdag telt niet mee) af');
  });

  test('counts as Wmo while the law is not chosen, and says so', () => {
    const codes = open({ questions: [question({ law: '' })] }, '2026-11-21').map((deadline) => deadline.code);
    expect(codes.toSorted()).toEqual([
      'WMO_BEVESTIG',
      'WMO_CLIENTONDERSTEUNING',
      'WMO_ONDERZOEK',
      'WMO_PERSOONLIJKPLAN',
    ]);
    expect(one({ questions: [question({ law: '' })] }, '2026-11-21', 'WMO_ONDERZOEK')?.reason).toContain(
      'zolang de wet niet is gekozen',
    );
    expect(open({ questions: [question({ law: 'PW' })] }, '2026-11-21')).toEqual([]);
  });

  test('each duty disappears when it is done', () => {
    const done = question({
      confirmedOn: '2026-11-04',
      clientSupportToldOn: '2026-11-05',
      personalPlanToldOn: '2026-11-05',
      researchDoneOn: '2026-12-01',
      accountGivenOn: '2026-12-02',
    });
    expect(open({ questions: [done] }, '2026-12-03')).toEqual([]);
    expect(one({ questions: [{ ...done, accountGivenOn: '' }] }, '2026-12-03', 'WMO_VERSLAG')?.dueOn).toBe(
      '2026-12-01',
    );
  });

  test('an application gives two weeks, and a told extension moves that date', () => {
    const applied = question({ appliedOn: '2026-12-01', researchDoneOn: '2026-12-01', accountGivenOn: '2026-12-01' });
    expect(one({ questions: [applied] }, '2026-12-02', 'WMO_BESCHIKKING')?.dueOn).toBe('2026-12-15');
    const extended = { ...applied, decisionExtendedTo: '2027-01-06' };
    expect(one({ questions: [extended] }, '2026-12-20', 'WMO_BESCHIKKING')).toMatchObject({
      dueOn: '2027-01-06',
      reason: 'De inwoner rekent op het besluit vóór of op woensdag 6 januari 2027; die datum is afgesproken.',
    });
    expect(one({ questions: [extended] }, '2026-12-20', 'WMO_VERLENGING')).toBeNull();
  });

  test('a withdrawn question only keeps the day on which it is destroyed', () => {
    const found = open({ questions: [question({ withdrawnOn: '2026-11-10', outcome: 'INGETROKKEN' })] }, '2026-11-21');
    expect(found.map(({ code, dueOn }) => [code, dueOn])).toEqual([['INGETROKKEN', '2026-12-22']]);
  });
});

describe('other laws', () => {
  test('youth help starts with the offer of a familiegroepsplan, unless a guardian institution decides', () => {
    expect(one({ questions: [question({ law: 'JEUGD' })] }, '2026-11-21', 'JEUGD_FGP')).not.toBeNull();
    expect(
      one({ questions: [question({ law: 'JEUGD', familyPlanExcepted: true })] }, '2026-11-21', 'JEUGD_FGP'),
    ).toBeNull();
    const decision = one(
      { questions: [question({ law: 'JEUGD', appliedOn: '2026-11-02' })] },
      '2026-11-21',
      'JEUGD_BESLUIT',
    );
    expect(decision?.dueOn).toBe('2026-12-28');
  });

  test('a threat of eviction makes the first talk about debts urgent: three working days', () => {
    const threatened = question({ law: 'WGS', reportedOn: '2026-12-24', debtThreat: true });
    const found = one({ questions: [threatened] }, '2026-12-24', 'WGS_EERSTE_GESPREK');
    expect(found?.dueOn).toBe('2026-12-30');
    expect(found?.reason).toMatch(/^Er dreigt uitzetting of afsluiting/);
    expect(one({ questions: [{ ...threatened, debtThreat: false }] }, '2026-12-24', 'WGS_EERSTE_GESPREK')?.dueOn).toBe(
      '2027-01-21',
    );
  });
});

describe('plans, help, ages and meldcode', () => {
  test('an evaluation keeps its own day, also on a Saturday, and comes into view two weeks before', () => {
    const found = one({ plans: [plan()] }, '2026-11-21', 'PLAN_REVIEW');
    expect(found).toMatchObject({ dueOn: '2026-11-28', showFrom: '2026-11-14', statutory: false });
    expect(deadlinesInView(open({ plans: [plan()] }, '2026-11-13'), '2026-11-13')).toEqual([]);
    expect(one({ plans: [plan({ lastEvaluatedOn: '2026-11-20' })] }, '2026-11-21', 'PLAN_REVIEW')).toBeNull();
    expect(one({ plans: [plan({ status: 'CONCEPT' })] }, '2026-11-21', 'PLAN_REVIEW')).toBeNull();
  });

  test('a plan without an evaluation date asks for one from the first day', () => {
    const found = one({ plans: [plan({ evaluationOn: '' })] }, '2026-09-02', 'PLAN_REVIEW');
    expect(found).toMatchObject({ showFrom: '2026-09-01', dueOn: '2026-10-13' });
    expect(found?.reason).toMatch(/^Dit plan heeft nog geen datum voor de evaluatie/);
  });

  test('professional help asks the result question thirty days before its end', () => {
    expect(one({ actions: [action()] }, '2026-11-21', 'ACTIE_EINDE')?.showFrom).toBe('2026-11-20');
    expect(one({ actions: [action({ resultAskedOn: '2026-11-21' })] }, '2026-11-21', 'ACTIE_EINDE')).toBeNull();
    expect(one({ actions: [action({ professional: false })] }, '2026-11-21', 'ACTIE_EINDE')).toBeNull();
  });

  test('ages 12, 16 and 18 come three months ahead; twins both, and an unknown birth date none', () => {
    const persons = [
      { id: 'a', firstName: 'Noor', birthDate: '2015-01-31' },
      { id: 'b', firstName: 'Finn', birthDate: '2015-01-31' },
      { id: 'c', firstName: 'Sem', birthDate: '' },
      { id: 'd', firstName: 'Ali', birthDate: '2015-02-30' },
    ];
    const found = open({ persons }, '2026-11-21');
    expect(found.map(({ code, subjectId, dueOn, showFrom }) => [code, subjectId, dueOn, showFrom])).toEqual([
      ['LEEFTIJD_12', 'a', '2027-01-31', '2026-10-31'],
      ['LEEFTIJD_12', 'b', '2027-01-31', '2026-10-31'],
    ]);
    expect(found[0]?.reason).toBe(
      'Noor wordt 12 op zondag 31 januari 2027; vanaf dan beslist het kind mee over hulp en mag het in het dossier kijken.',
    );
  });

  test('a meldcode step is a nudge after five working days, and is marked as restricted', () => {
    const meldcodes = [{ id: 'm', lastStep: '2_OVERLEG' as const, lastStepOn: '2026-11-20', closedOn: '' }];
    expect(one({ meldcodes }, '2026-11-21', 'MELDCODE_STAP')).toMatchObject({
      dueOn: '2026-11-27',
      restricted: true,
      statutory: false,
    });
    expect(open({ meldcodes: meldcodes.map((trail) => ({ ...trail, closedOn: '2026-11-21' })) }, '2026-11-21')).toEqual(
      [],
    );
  });

  test('a doubtful clock is said in the sentence and changes no date [D10]', () => {
    const sure = open({ questions: [question()] }, '2026-11-21');
    const doubtful = open({ questions: [question()], clockDoubt: true }, '2026-11-21');
    expect(doubtful.map((deadline) => deadline.dueOn)).toEqual(sure.map((deadline) => deadline.dueOn));
    for (const { reason } of doubtful) expect(reason).toMatch(/^De klok van deze laptop klopt misschien niet, dus /);
  });

  test('a clock set back a year gives no late terms and no failure', () => {
    for (const deadline of open({ questions: [question()], plans: [plan()] }, '2025-11-21')) {
      expect(deadline.daysLate).toBeLessThan(0);
    }
  });

  test('every rule of the table has a code of its own, a source and a sentence without leftovers', () => {
    expect(new Set(deadlineRules.map((rule) => rule.code)).size).toBe(deadlineRules.length);
    expect(deadlineRules).toHaveLength(18);
    for (const rule of deadlineRules) expect(rule.source.length).toBeGreaterThan(5);
  });
});
