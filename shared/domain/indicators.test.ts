import { describe, expect, test } from 'vitest';
import { median, share, table } from './cells.ts';
import { CHILD_WELLBEING, LEEFGEBIEDEN, lensMapping, ZRM_DOMAINS } from './lensMapping.ts';
import { LADDER, PERSPECTIVES, PG_DIMENSIONS } from './codes.ts';
import { IndexFacts } from './indexFacts.ts';
import { indicators, POLICY_GOALS } from './indicators.ts';

const household: IndexFacts = {
  householdId: 'h',
  area: 'Oeverwijk',
  place: 'OBS De Regenboog',
  status: 'PLAN_ACTIEF',
  planStatus: 'VASTGESTELD',
  regisseur: 'u1',
  openProposals: false,
  channel: 'SPREEKUUR',
  referrer: 'SCHOOL',
  outcome: 'VERDER_ONDERZOEK',
  reportedOn: '2026-01-05',
  firstTalkOn: '2026-01-12',
  planAdoptedOn: '2026-02-02',
  closedOn: '',
  closingReason: '',
  intakes: 1,
  conversations: 4,
  conversationsWithMoreDisciplines: 2,
  ladder: { '1_ZELF': 3, '2_OMGEVING': 2, '3_VOORLIGGEND': 1, '4_GEMEENTE': 1 },
  informalOwners: 1,
  professionalActions: 2,
  professionalWithEnd: 2,
  professionalEnded: 1,
  professionalEndedAsPlanned: 1,
  professionalExtended: 0,
  professionalExtendedWithResult: 0,
  professionalRunningNow: 1,
  goalsClosed: 2,
  goalsReached: 2,
  goalsPartlyReached: 0,
  researchDone: 1,
  researchOnTime: 1,
  reviewsDone: 1,
  reviewsOnTime: 1,
  clientSupportTold: true,
  ownPlanOffered: null,
  carerInHousehold: false,
  carerSupport: false,
  earlyStage: true,
  satisfaction: 8,
  overdue: 0,
};
const many = (length: number, change: Partial<IndexFacts> = {}) =>
  Array.from({ length }, () => ({ ...household, ...change }));
const value = (code: string, facts: readonly IndexFacts[], minimum = 10) =>
  indicators.find((one) => one.code === code)?.count(facts, minimum);

describe('small counts', () => {
  test('are not shown, nor is a share or a second cell that would give them away [P6]', () => {
    expect(share(3, 200, 10)).toEqual({ kind: 'TOO_FEW' });
    expect(share(197, 200, 10)).toEqual({ kind: 'TOO_FEW' });
    expect(share(9, 9, 10)).toEqual({ kind: 'TOO_FEW' });
    expect(share(200, 200, 10)).toMatchObject({ share: 1 });
    expect(share(0, 0, 10)).toEqual({ kind: 'NOTHING' });
    const shown = table(
      new Map([
        ['a', 40],
        ['b', 3],
        ['c', 12],
      ]),
      10,
    );
    expect(shown.get('a')).toEqual({ kind: 'NUMBER', value: 40 });
    expect(shown.get('b')?.kind).toBe('FEWER_THAN');
    expect(shown.get('c')).toEqual({ kind: 'FEWER_THAN', minimum: 13 });
    expect(median([1, 2, 3], 10)).toBeNull();
    expect(median([4, 1, 3, 2], 4)).toBe(2.5);
  });
});

describe('indicators', () => {
  test('each has a definition in one sentence or two, and one of four goals', () => {
    expect(new Set(indicators.map(({ code }) => code)).size).toBe(indicators.length);
    for (const indicator of indicators) {
      expect(indicator.definition).toMatch(/\.$/);
      expect(Object.keys(POLICY_GOALS)).toContain(String(indicator.policyGoal));
    }
  });

  test('count one plan and one regisseur, and not while two proposals wait', () => {
    const facts = [...many(30), ...many(10, { openProposals: true })];
    expect(value('I01', facts)).toMatchObject({ shares: [{ value: { part: 30, whole: 40, share: 0.75 } }] });
  });

  test('show the ladder as counts in its own order', () => {
    const found = value('I04', many(20));
    expect(found).toMatchObject({ kind: 'COUNTS' });
    if (found?.kind !== 'COUNTS') throw new Error('counts expected');
    expect(found.counts.map(({ label }) => label)).toEqual(LADDER);
    expect(found.counts[0]?.value).toEqual({ kind: 'NUMBER', value: 60 });
  });

  test('take the middle household for the time it takes, and skip impossible dates', () => {
    const facts = [...many(12), ...many(3, { firstTalkOn: '2025-01-01' })];
    expect(value('I02', facts)).toMatchObject({ days: [{ value: 7 }, { value: 28 }] });
  });

  test('leave unknown answers out of the whole', () => {
    const facts = [...many(15), ...many(20, { clientSupportTold: null })];
    expect(value('I14', facts)).toMatchObject({ shares: [{ value: { whole: 15 } }, { value: { kind: 'NOTHING' } }] });
  });

  test('say nothing at all about a handful of households', () => {
    for (const indicator of indicators) {
      expect(JSON.stringify(indicator.count(many(2), 10))).not.toMatch(/"(part|share)":|"kind":"NUMBER","value":[1-9]/);
    }
  });

  test('cannot be fed a web score, a meldcode step or a text', () => {
    expect(IndexFacts.safeParse(household).success).toBe(true);
    for (const extra of [{ webScore: 6 }, { meldcodeStep: '2_OVERLEG' }, { note: 'tekst' }]) {
      expect(IndexFacts.safeParse({ ...household, ...extra }).success).toBe(false);
    }
    expect(indicators.map(({ title }) => title).join(' ')).not.toMatch(/spinnenweb|meldcode/i);
  });
});

test('every leefgebied, dimension, ZRM domain and word for a child has a place in the perspectives', () => {
  const all = PERSPECTIVES.map((code) => lensMapping[code]);
  expect(new Set(all.flatMap(({ leefgebieden }) => leefgebieden))).toEqual(new Set(LEEFGEBIEDEN));
  expect(new Set(all.flatMap(({ dimensions }) => dimensions))).toEqual(new Set(PG_DIMENSIONS));
  expect(new Set(all.flatMap(({ zrm }) => zrm))).toEqual(new Set(ZRM_DOMAINS));
  expect(new Set(all.flatMap(({ childWellbeing }) => childWellbeing))).toEqual(new Set(CHILD_WELLBEING));
});
