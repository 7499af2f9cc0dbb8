import { describe, expect, test } from 'vitest';
import type { ConsentPerson, ConsentRecord } from './consents.ts';
import { consentOf } from './consents.ts';
import { defaultProfile } from './defaultProfile.ts';
import type { ClosingFacts, PlanSummary } from './planRules.ts';
import { isActive, mayBecome, proposedEvaluation, questionsAboutPlan, questionsAtClosing } from './planRules.ts';
import type { ResearchFacts } from './researchChecks.ts';
import { wmoCheck, youthCheck } from './researchChecks.ts';

const today = '2026-11-21';
const child = (change: Partial<ConsentPerson> = {}): ConsentPerson => ({
  id: 'noor',
  firstName: 'Noor',
  birthDate: '2013-05-02',
  ageGroup: '',
  custody: 'BEIDE_OUDERS',
  representativeKind: '',
  ...change,
});
const said = (party: ConsentRecord['party'], answer: ConsentRecord['answer'], minute = 1): ConsentRecord => ({
  personId: 'noor',
  party,
  answer,
  on: today,
  minute,
});

describe('instemming per person', () => {
  test('a child of thirteen and both parents must agree; one of them is not enough [D9]', () => {
    const half = consentOf(child(), [said('ZELF', 'EENS')], today);
    expect(half).toMatchObject({ state: 'MISSING', missing: ['OUDERS_MET_GEZAG'] });
    expect(half.sentence).toMatch(/^Noor: vraag het nog aan beide ouders met gezag\./);
    expect(consentOf(child(), [said('ZELF', 'EENS'), said('OUDERS_MET_GEZAG', 'EENS')], today).state).toBe('COMPLETE');
  });

  test('agreement can be taken back: the later answer counts', () => {
    const records = [said('ZELF', 'EENS', 1), said('OUDERS_MET_GEZAG', 'EENS', 1), said('ZELF', 'NIET_EENS', 2)];
    expect(consentOf(child(), records.toReversed(), today)).toMatchObject({ state: 'REFUSED', refused: ['ZELF'] });
  });

  test('at sixteen the young person decides alone, and at an unknown age nothing is assumed', () => {
    const sixteen = child({ birthDate: '2010-11-21' });
    expect(consentOf(sixteen, [said('ZELF', 'EENS')], today).state).toBe('COMPLETE');
    expect(consentOf(child({ birthDate: '' }), [said('ZELF', 'EENS')], today)).toMatchObject({
      state: 'UNSURE',
      sentence: 'Vraag eerst naar de leeftijd: daarvan hangt af wie het eens moet zijn met de hulp.',
    });
    expect(consentOf(child({ custody: 'ONBEKEND' }), [], today).sentence).toContain(
      'Controleer zelf wie het gezag heeft',
    );
  });

  test('an adult with a mentor agrees together with the mentor', () => {
    const adult = child({ birthDate: '1950-01-01', representativeKind: 'MENTOR' });
    expect(consentOf(adult, [], today).parties).toEqual(['ZELF', 'MENTOR']);
  });
});

describe('a plan', () => {
  const plan = (change: Partial<PlanSummary> = {}): PlanSummary => ({
    status: 'CONCEPT',
    startOn: '2026-11-21',
    endOn: '2027-11-21',
    evaluationOn: '2027-01-12',
    regisseur: 'u1',
    goals: [{ id: 'g', text: 'Rust met geld', ownerPersonId: 'p', status: 'BEZIG', actionCount: 2, ownActionCount: 1 }],
    consentsMissing: 0,
    openProposals: 0,
    openChoices: 0,
    ...change,
  });
  const codes = (change: Partial<PlanSummary>) => questionsAboutPlan(plan(change), today).map(({ code }) => code);

  test('that is in order asks nothing', () => {
    expect(codes({})).toEqual([]);
  });

  test('asks about what is missing and names mistakes as such', () => {
    expect(codes({ goals: [], regisseur: '', evaluationOn: '' })).toEqual([
      'GEEN_REGISSEUR',
      'GEEN_EVALUATIE',
      'GEEN_DOELEN',
    ]);
    const mistakes = questionsAboutPlan(plan({ endOn: '2026-01-01', evaluationOn: '2026-01-01' }), today);
    expect(mistakes.map(({ code, mistake }) => [code, mistake])).toEqual([
      ['EINDE_VOOR_BEGIN', true],
      ['EVALUATIE_VOORBIJ', true],
    ]);
    expect(codes({ status: 'VASTGESTELD', evaluationOn: '2026-01-01' })).toEqual([]);
    const othersOnly = {
      id: 'g',
      text: 'x',
      ownerPersonId: '',
      status: 'OPEN',
      actionCount: 2,
      ownActionCount: 0,
    } as const;
    expect(codes({ goals: [othersOnly] })).toEqual(['ALLEEN_ANDEREN']);
    expect(
      questionsAboutPlan(plan({ openProposals: 2, openChoices: 1, consentsMissing: 1 }), today).map((q) => q.sentence),
    ).toEqual([
      'Van 1 persoon is nog niet vastgelegd of die het eens is.',
      'Er liggen twee voorstellen. Kies samen welke geldt.',
      'Op 1 plek staan twee versies. Bekijk ze voor je verder gaat.',
    ]);
  });

  test('only goes along allowed steps, and an ended plan stays ended', () => {
    expect(mayBecome('CONCEPT', 'VASTGESTELD')).toBe(true);
    expect(mayBecome('CONCEPT', 'IN_EVALUATIE')).toBe(false);
    expect(mayBecome('AFGEROND', 'VASTGESTELD')).toBe(false);
    expect(isActive('IN_EVALUATIE')).toBe(true);
    expect(isActive('BESPROKEN')).toBe(false);
  });

  test('proposes six weeks for a complex plan and months for others', () => {
    const { terms } = defaultProfile;
    expect(proposedEvaluation('COMPLEX', today, terms)).toBe('2027-01-02');
    expect(proposedEvaluation('NORMAAL', '2026-11-30', terms)).toBe('2027-02-28');
    expect(proposedEvaluation('LICHT', today, terms)).toBe('2027-05-21');
  });
});

describe('closing', () => {
  const done: ClosingFacts = {
    status: 'PLAN_ACTIEF',
    actions: [{ status: 'KLAAR', professional: true, resultAsked: true }],
    goals: [{ status: 'BEREIKT' }],
    unfinishedConversations: 0,
    openChoices: 0,
    openProposals: 0,
    reasonChosen: true,
    fingerOnThePulseOn: '2027-02-01',
    caseNumber: 'Z-26-0001',
    evaluated: true,
    exported: true,
  };

  test('asks nothing when all is done, and names open agreements and the result question', () => {
    expect(questionsAtClosing(done)).toEqual([]);
    const open = questionsAtClosing({
      ...done,
      actions: [
        { status: 'LOOPT', professional: true, resultAsked: false },
        { status: 'GEPLAND', professional: false, resultAsked: false },
      ],
    });
    expect(open.map(({ code }) => code)).toEqual(['OPEN_AFSPRAKEN', 'RESULTAATVRAAG']);
    expect(open[0]?.sentence).toBe('Er staan nog 2 afspraken open. Wie houdt die vast?');
    expect(open.every(({ mistake }) => !mistake)).toBe(true);
  });
});

describe('Wmo-check and Jeugd-check', () => {
  const nothing: ResearchFacts = {
    questionInOwnWords: false,
    questionBehindAgreed: false,
    wishes: 0,
    perspectiveNotes: 0,
    strengths: 0,
    concerns: 0,
    ownActions: 0,
    networkContacts: 0,
    networkActions: 0,
    carers: 0,
    carerSupportActions: 0,
    noCarer: false,
    generalActions: 0,
    municipalActions: 0,
    partnersInvolved: 0,
    costsExplained: false,
    municipalityChecked: false,
    lawChosen: false,
    goals: 0,
    helpSpecified: 0,
    earlierHelp: 0,
  };

  test('an empty dossier has seven open points with a question each', () => {
    const points = wmoCheck(nothing);
    expect(points).toHaveLength(7);
    for (const point of points) {
      expect(point.complete).toBe(false);
      expect(point.sentence).toMatch(/\?$/);
    }
    expect(youthCheck(nothing).every((point) => !point.complete)).toBe(true);
  });

  test('each fact completes its own point and says where it stands', () => {
    const completed = (facts: Partial<ResearchFacts>) =>
      wmoCheck({ ...nothing, ...facts })
        .filter(({ complete }) => complete)
        .map(({ code }) => code);
    expect(completed({ questionInOwnWords: true })).toEqual([]);
    expect(completed({ questionInOwnWords: true, wishes: 1 })).toEqual(['WMO_A']);
    expect(completed({ ownActions: 1 })).toEqual(['WMO_B']);
    expect(completed({ networkContacts: 1 })).toEqual(['WMO_C']);
    expect(completed({ carers: 1, noCarer: true })).toEqual([]);
    expect(completed({ noCarer: true })).toEqual(['WMO_D']);
    expect(completed({ generalActions: 1 })).toEqual(['WMO_E']);
    expect(completed({ partnersInvolved: 1 })).toEqual(['WMO_F']);
    expect(completed({ costsExplained: true })).toEqual(['WMO_G']);
    const strengths = wmoCheck({ ...nothing, strengths: 2, ownActions: 1 }).find(({ code }) => code === 'WMO_B');
    expect(strengths?.sentence).toBe('Staat bij: krachten, afspraken van de inwoner zelf.');
  });
});
