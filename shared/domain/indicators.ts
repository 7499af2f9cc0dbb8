/**
 * The indicators of the field (domain 13): what each counts, for which of the four goals of policy, and how. They
 * are for a talk about how we work, never for ranking people. What would come from a web or a meldcode does not
 * exist here, and cannot: see indexFacts.ts.
 */
import type { Cell, Share } from './cells.ts';
import { cell, median, share, table } from './cells.ts';
import type { LadderStep } from './codes.ts';
import { LADDER } from './codes.ts';
import { daysBetween } from './dates.ts';
import type { IndexFacts } from './indexFacts.ts';

/** The four goals that each indicator serves one of. */
export const POLICY_GOALS = {
  1: 'Zelf vitaal worden en blijven',
  2: 'Een samenleving waarin iedereen meedoet',
  3: 'Eerder erbij, en hulp in samenhang',
  4: 'Middelen inzetten waar ze helpen',
} as const;
export type PolicyGoal = keyof typeof POLICY_GOALS;

export interface Named<T> {
  readonly label: string;
  readonly value: T;
}
export type IndicatorValue =
  | { readonly kind: 'SHARES'; readonly shares: readonly Named<Share>[] }
  | { readonly kind: 'COUNTS'; readonly counts: readonly Named<Cell>[] }
  | { readonly kind: 'DAYS'; readonly days: readonly Named<number | null>[] }
  | { readonly kind: 'MARK'; readonly median: number | null };

export interface Indicator {
  readonly code: string;
  readonly title: string;
  /** What is counted, in one sentence for who reads the figure. */
  readonly definition: string;
  readonly policyGoal: PolicyGoal;
  readonly count: (facts: readonly IndexFacts[], minimum: number) => IndicatorValue;
}

type Test = (facts: IndexFacts) => boolean;
const OPEN: ReadonlySet<string> = new Set(['NIEUW', 'VERKENNEN', 'PLAN_ACTIEF', 'VINGER_AAN_DE_POLS']);
const isOpen: Test = (facts) => OPEN.has(facts.status);
const hasPlan: Test = (facts) => facts.planStatus === 'VASTGESTELD' || facts.planStatus === 'IN_EVALUATIE';
const total = (facts: readonly IndexFacts[], of: (one: IndexFacts) => number): number =>
  facts.reduce((sum, one) => sum + of(one), 0);

const shares = (...list: readonly Named<Share>[]): IndicatorValue => ({ kind: 'SHARES', shares: list });
const shareOf = (label: string, part: number, whole: number, minimum: number): Named<Share> => ({
  label,
  value: share(part, whole, minimum),
});
const ofHouseholds = (
  label: string,
  facts: readonly IndexFacts[],
  among: Test,
  is: Test,
  minimum: number,
): Named<Share> => {
  const whole = facts.filter(among);
  return shareOf(label, whole.filter(is).length, whole.length, minimum);
};
const countsBy = (facts: readonly IndexFacts[], key: (one: IndexFacts) => string, minimum: number): IndicatorValue => {
  const counts = new Map<string, number>();
  for (const one of facts) if (key(one) !== '') counts.set(key(one), (counts.get(key(one)) ?? 0) + 1);
  const rows = [...table(counts, minimum)].toSorted(([a], [b]) => (a < b ? -1 : 1));
  return { kind: 'COUNTS', counts: rows.map(([label, value]) => ({ label, value })) };
};
const daysTo = (
  label: string,
  facts: readonly IndexFacts[],
  to: (one: IndexFacts) => string,
  minimum: number,
): Named<number | null> => {
  const known = facts.filter((one) => one.reportedOn !== '' && to(one) !== '' && to(one) >= one.reportedOn);
  return {
    label,
    value: median(
      known.map((one) => daysBetween(one.reportedOn, to(one))),
      minimum,
    ),
  };
};

export const indicators: readonly Indicator[] = [
  {
    code: 'I01',
    title: 'Eén plan, één regisseur',
    definition: 'Huishoudens met een plan dat loopt en precies één regisseur, van alle open huishoudens.',
    policyGoal: 3,
    count: (facts, minimum) =>
      shares(
        ofHouseholds(
          'met plan en regisseur',
          facts,
          isOpen,
          (one) => hasPlan(one) && one.regisseur !== '' && !one.openProposals,
          minimum,
        ),
      ),
  },
  {
    code: 'I02',
    title: 'Doorlooptijd',
    definition: 'Dagen van de vraag tot het eerste gesprek en tot het plan. Het middelste huishouden telt.',
    policyGoal: 3,
    count: (facts, minimum) => ({
      kind: 'DAYS',
      days: [
        daysTo('tot het eerste gesprek', facts, (one) => one.firstTalkOn, minimum),
        daysTo('tot het plan', facts, (one) => one.planAdoptedOn, minimum),
      ],
    }),
  },
  {
    code: 'I03',
    title: 'Op tijd',
    definition: 'Onderzoeken binnen zes weken, en evaluaties op de afgesproken tijd.',
    policyGoal: 4,
    count: (facts, minimum) =>
      shares(
        shareOf(
          'onderzoek binnen zes weken',
          total(facts, (one) => one.researchOnTime),
          total(facts, (one) => one.researchDone),
          minimum,
        ),
        shareOf(
          'evaluatie op tijd',
          total(facts, (one) => one.reviewsOnTime),
          total(facts, (one) => one.reviewsDone),
          minimum,
        ),
      ),
  },
  {
    code: 'I04',
    title: 'Wie doet wat',
    definition: 'Afspraken van de inwoner zelf, het netwerk, het voorliggend veld en de gemeente.',
    policyGoal: 1,
    count: (facts, minimum) => {
      const counts = new Map<LadderStep, number>(LADDER.map((step) => [step, total(facts, (one) => one.ladder[step])]));
      const shown = table(counts, minimum);
      return {
        kind: 'COUNTS',
        counts: LADDER.map((step) => ({ label: step, value: shown.get(step) ?? cell(0, minimum) })),
      };
    },
  },
  {
    code: 'I05',
    title: 'Netwerk in het plan',
    definition: 'Plannen waarin iemand uit het netwerk of een vrijwilliger iets doet.',
    policyGoal: 2,
    count: (facts, minimum) =>
      shares(ofHouseholds('met netwerk of vrijwilliger', facts, hasPlan, (one) => one.informalOwners > 0, minimum)),
  },
  {
    code: 'I06',
    title: 'Tijdelijk',
    definition: 'Hulp van professionals met een einddatum, gestopt zoals gepland, en verlengd na de resultaatvraag.',
    policyGoal: 4,
    count: (facts, minimum) =>
      shares(
        shareOf(
          'met einddatum',
          total(facts, (one) => one.professionalWithEnd),
          total(facts, (one) => one.professionalActions),
          minimum,
        ),
        shareOf(
          'gestopt zoals gepland',
          total(facts, (one) => one.professionalEndedAsPlanned),
          total(facts, (one) => one.professionalEnded),
          minimum,
        ),
        shareOf(
          'verlengd na de resultaatvraag',
          total(facts, (one) => one.professionalExtendedWithResult),
          total(facts, (one) => one.professionalExtended),
          minimum,
        ),
      ),
  },
  {
    code: 'I07',
    title: 'Stapeling',
    definition: 'Open huishoudens waar vier of meer professionals tegelijk helpen.',
    policyGoal: 4,
    count: (facts, minimum) =>
      shares(ofHouseholds('vier of meer tegelijk', facts, isOpen, (one) => one.professionalRunningNow >= 4, minimum)),
  },
  {
    code: 'I08',
    title: 'Doelen',
    definition: 'Doelen die bereikt of voor een deel bereikt zijn, en huishoudens die zonder hulp verder konden.',
    policyGoal: 1,
    count: (facts, minimum) =>
      shares(
        shareOf(
          'bereikt',
          total(facts, (one) => one.goalsReached),
          total(facts, (one) => one.goalsClosed),
          minimum,
        ),
        shareOf(
          'voor een deel bereikt',
          total(facts, (one) => one.goalsPartlyReached),
          total(facts, (one) => one.goalsClosed),
          minimum,
        ),
        ofHouseholds(
          'verder zonder hulp',
          facts,
          (one) => one.closedOn !== '',
          (one) => one.closingReason === 'VERDER_ZONDER_HULP' || one.closingReason === 'DOELEN_BEREIKT',
          minimum,
        ),
      ),
  },
  {
    code: 'I09',
    title: 'Wat vonden inwoners ervan',
    definition: 'Het cijfer van inwoners zelf aan het eind. Het middelste cijfer telt.',
    policyGoal: 1,
    count: (facts, minimum) => ({
      kind: 'MARK',
      median: median(
        facts.flatMap((one) => (one.satisfaction === null ? [] : [one.satisfaction])),
        minimum,
      ),
    }),
  },
  {
    code: 'I10',
    title: 'Uitval',
    definition: 'Afgesloten huishoudens die zelf stopten of uit beeld raakten.',
    policyGoal: 3,
    count: (facts, minimum) =>
      shares(
        ofHouseholds(
          'gestopt of uit beeld',
          facts,
          (one) => one.closedOn !== '',
          (one) => one.closingReason === 'INWONER_STOPT' || one.closingReason === 'GEEN_CONTACT',
          minimum,
        ),
      ),
  },
  {
    code: 'I11',
    title: 'Eén keer je verhaal',
    definition: 'Gesprekken met meer dan één vakgebied aan tafel, en huishoudens met één intake.',
    policyGoal: 3,
    count: (facts, minimum) =>
      shares(
        shareOf(
          'gesprekken met meer vakgebieden',
          total(facts, (one) => one.conversationsWithMoreDisciplines),
          total(facts, (one) => one.conversations),
          minimum,
        ),
        ofHouseholds(
          'met één intake',
          facts,
          (one) => one.intakes > 0,
          (one) => one.intakes === 1,
          minimum,
        ),
      ),
  },
  {
    code: 'I12',
    title: 'Herkomst',
    definition: 'Langs welke weg de vraag binnenkwam.',
    policyGoal: 3,
    count: (facts, minimum) => countsBy(facts, (one) => one.channel, minimum),
  },
  {
    code: 'I13',
    title: 'Eerder erbij',
    definition: 'Huishoudens waar we vroeg bij waren, naar het oordeel van de medewerker.',
    policyGoal: 3,
    count: (facts, minimum) =>
      shares(
        ofHouseholds(
          'vroeg erbij',
          facts,
          (one) => one.earlyStage !== null,
          (one) => one.earlyStage === true,
          minimum,
        ),
      ),
  },
  {
    code: 'I14',
    title: 'Gewezen op steun en eigen plan',
    definition: 'Huishoudens die hoorden van cliëntondersteuning en van een eigen plan.',
    policyGoal: 3,
    count: (facts, minimum) =>
      shares(
        ofHouseholds(
          'cliëntondersteuning',
          facts,
          (one) => one.clientSupportTold !== null,
          (one) => one.clientSupportTold === true,
          minimum,
        ),
        ofHouseholds(
          'eigen plan',
          facts,
          (one) => one.ownPlanOffered !== null,
          (one) => one.ownPlanOffered === true,
          minimum,
        ),
      ),
  },
  {
    code: 'I15',
    title: 'Mantelzorgers in beeld',
    definition: 'Huishoudens met een mantelzorger waar ook iets voor die mantelzorger is afgesproken.',
    policyGoal: 2,
    count: (facts, minimum) =>
      shares(
        ofHouseholds(
          'met steun voor de mantelzorger',
          facts,
          (one) => one.carerInHousehold,
          (one) => one.carerSupport,
          minimum,
        ),
      ),
  },
  {
    code: 'I18',
    title: 'Werk per wijk',
    definition: 'Open huishoudens per wijk, om het werk eerlijk te verdelen.',
    policyGoal: 4,
    count: (facts, minimum) => countsBy(facts.filter(isOpen), (one) => one.area, minimum),
  },
];

/** Indicators that are not counted from households, with why. */
export const NOT_COUNTED_HERE = {
  I16: 'Wijkthema’s zijn losse signalen zonder personen; die staan in een eigen lijst.',
  I17: 'Verhalen worden verteld, niet geteld.',
} as const;
