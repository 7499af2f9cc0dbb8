/**
 * Wmo-check and Jeugd-check: what the law wants a research to cover, shown as a strip over what is already
 * written. They add no fields and ask nothing twice: each point says where its answer stands, or what one could
 * still ask. Complete never means good; it means there is something to read.
 */

/** Counts of what a dossier holds; the vault collects them from the records. */
export interface ResearchFacts {
  readonly questionInOwnWords: boolean;
  readonly questionBehindAgreed: boolean;
  /** Perspective texts "wens" that are filled in. */
  readonly wishes: number;
  /** Lines or texts in any perspective. */
  readonly perspectiveNotes: number;
  readonly strengths: number;
  readonly concerns: number;
  readonly ownActions: number;
  readonly networkContacts: number;
  readonly networkActions: number;
  readonly carers: number;
  readonly carerSupportActions: number;
  /** The worker noted that nobody is a carer here. */
  readonly noCarer: boolean;
  readonly generalActions: number;
  readonly municipalActions: number;
  /** Partners in the plan, or a noted talk with one. */
  readonly partnersInvolved: number;
  readonly costsExplained: boolean;
  readonly municipalityChecked: boolean;
  readonly lawChosen: boolean;
  readonly goals: number;
  /** Professional actions that say what, how long and how often. */
  readonly helpSpecified: number;
  readonly earlierHelp: number;
}

/** Where in the dossier the answer to a point is written. */
export const CHECK_PLACES = [
  'VRAAG',
  'KOSTEN',
  'GEMEENTE',
  'WET',
  'GEEN_MANTELZORGER',
  'PERSPECTIEVEN',
  'KRACHTEN',
  'ZORGEN',
  'NETWERK',
  'AANBIEDERS',
  'DOELEN',
] as const;
export type CheckPlace = (typeof CHECK_PLACES)[number];

interface CheckRule {
  readonly code: string;
  readonly place: CheckPlace | ((facts: ResearchFacts) => CheckPlace);
  readonly label: string;
  /** Where the answer stands, in words; empty when there is none yet. */
  readonly found: (facts: ResearchFacts) => string;
  readonly ask: string;
}

export interface CheckPoint {
  readonly code: string;
  readonly place: CheckPlace;
  readonly label: string;
  readonly complete: boolean;
  /** Complete: where it stands. Otherwise: what one could ask. */
  readonly sentence: string;
}

const places = (parts: readonly (readonly [boolean | number, string])[]): string =>
  parts.flatMap(([there, words]) => (Number(there) > 0 ? [words] : [])).join(', ');

const wmoRules: readonly CheckRule[] = [
  {
    code: 'WMO_A',
    place: (facts) => (facts.questionInOwnWords ? 'PERSPECTIEVEN' : 'VRAAG'),
    label: 'Behoeften, kenmerken en voorkeuren',
    found: (facts) =>
      facts.questionInOwnWords
        ? places([
            [facts.wishes, 'wensen'],
            [facts.perspectiveNotes, 'vijf perspectieven'],
          ])
        : '',
    ask: 'Wat is de vraag in eigen woorden, en wat wil iemand graag?',
  },
  {
    code: 'WMO_B',
    place: 'KRACHTEN',
    label: 'Eigen kracht en gebruikelijke hulp',
    found: (facts) =>
      places([
        [facts.strengths, 'krachten'],
        [facts.ownActions, 'afspraken van de inwoner zelf'],
      ]),
    ask: 'Wat lukt iemand zelf, en wat doen huisgenoten gewoon voor elkaar?',
  },
  {
    code: 'WMO_C',
    place: 'NETWERK',
    label: 'Mantelzorg en netwerk',
    found: (facts) =>
      places([
        [facts.networkContacts, 'netwerk'],
        [facts.networkActions, 'afspraken van het netwerk'],
      ]),
    ask: 'Wie zijn er om dit huishouden heen, en wat kunnen zij doen?',
  },
  {
    code: 'WMO_D',
    place: (facts) => (facts.carers > 0 ? 'DOELEN' : 'GEEN_MANTELZORGER'),
    label: 'Wat de mantelzorger nodig heeft',
    found: (facts) =>
      places([
        [facts.carerSupportActions, 'afspraken voor de mantelzorger'],
        [facts.noCarer && facts.carers === 0, 'er is geen mantelzorger'],
      ]),
    ask: 'Is er een mantelzorger, en wat heeft die nodig?',
  },
  {
    code: 'WMO_E',
    place: 'DOELEN',
    label: 'Algemene voorzieningen en activiteiten',
    found: (facts) => places([[facts.generalActions, 'afspraken in het voorliggend veld']]),
    ask: 'Wat is er in de buurt voor iedereen?',
  },
  {
    code: 'WMO_F',
    place: 'AANBIEDERS',
    label: 'Samenwerking met anderen',
    found: (facts) => places([[facts.partnersInvolved, 'samenwerkingspartners']]),
    ask: 'Met wie stemmen we af: huisarts, school, wonen, werk en inkomen?',
  },
  {
    code: 'WMO_G',
    place: 'KOSTEN',
    label: 'Eigen bijdrage',
    found: (facts) => places([[facts.costsExplained, 'uitgelegd']]),
    ask: 'Is uitgelegd wat iemand zelf betaalt?',
  },
];

const youthRules: readonly CheckRule[] = [
  {
    code: 'JEUGD_1',
    place: 'VRAAG',
    label: 'De hulpvraag',
    found: (facts) =>
      places([
        [facts.questionInOwnWords, 'vraag in eigen woorden'],
        [facts.questionBehindAgreed, 'vraag achter de vraag'],
      ]),
    ask: 'Wat vragen het kind en de ouders, in eigen woorden?',
  },
  {
    code: 'JEUGD_2',
    place: 'GEMEENTE',
    label: 'Welke gemeente',
    found: (facts) => places([[facts.municipalityChecked, 'nagegaan']]),
    ask: 'Is onze gemeente verantwoordelijk voor dit kind?',
  },
  {
    code: 'JEUGD_3',
    place: 'WET',
    label: 'Is de Jeugdwet van toepassing',
    found: (facts) => places([[facts.lawChosen, 'wet gekozen']]),
    ask: 'Geldt de Jeugdwet, of is een andere wet of gewone hulp genoeg?',
  },
  {
    code: 'JEUGD_4',
    place: 'ZORGEN',
    label: 'Wat er precies aan de hand is',
    found: (facts) =>
      places([
        [facts.concerns, 'zorgen'],
        [facts.perspectiveNotes, 'vijf perspectieven'],
      ]),
    ask: 'Waar loopt het kind tegenaan, thuis, op school en daarbuiten?',
  },
  {
    code: 'JEUGD_5',
    place: 'DOELEN',
    label: 'Welke hulp nodig is',
    found: (facts) => (facts.goals > 0 ? places([[facts.helpSpecified, 'doelen met vorm, duur en hoe vaak']]) : ''),
    ask: 'Welke hulp is nodig om gezond en veilig op te groeien: welke vorm, hoe lang, hoe vaak?',
  },
  {
    code: 'JEUGD_6',
    place: 'KRACHTEN',
    label: 'Eigen kracht van ouders en netwerk',
    found: (facts) =>
      places([
        [facts.strengths, 'krachten'],
        [facts.networkContacts, 'netwerk'],
        [facts.earlierHelp, 'eerdere hulp'],
      ]),
    ask: 'Wat kunnen ouders en netwerk zelf, en wat hielp eerder?',
  },
];

const strip = (rules: readonly CheckRule[], facts: ResearchFacts): readonly CheckPoint[] =>
  rules.map(({ code, place, label, found, ask }) => {
    const where = found(facts);
    const toFill = typeof place === 'function' ? place(facts) : place;
    return {
      code,
      place: toFill,
      label,
      complete: where !== '',
      sentence: where === '' ? ask : `Staat bij: ${where}.`,
    };
  });

/** The seven subjects of a Wmo research (artikel 2.3.2 lid 4), each with where it stands. */
export function wmoCheck(facts: ResearchFacts): readonly CheckPoint[] {
  return strip(wmoRules, facts);
}

/** The steps of a youth help research as the Centrale Raad van Beroep asks them. */
export function youthCheck(facts: ResearchFacts): readonly CheckPoint[] {
  return strip(youthRules, facts);
}
