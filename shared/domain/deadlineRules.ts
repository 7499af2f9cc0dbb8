/**
 * The terms of the field as a table: what starts a term, how long it is, what ends it, where it comes from, and
 * the sentence a worker reads. The engine (deadlines.ts) does the counting. A law is filled in last, so a
 * question without a law counts as Wmo: the strictest clock that may already be running.
 */
import type { Law, QuestionOutcome } from './codes.ts';
import type { QuestionFacts, SubjectFacts, SubjectKind } from './deadlineFacts.ts';
import type { Terms } from './gemeenteprofiel.ts';

type TermName = keyof Terms;
export type Term =
  | { readonly unit: 'none' }
  | { readonly unit: 'days' | 'workingDays' | 'months'; readonly term: TermName }
  | { readonly unit: 'age'; readonly age: number };

export type Ahead =
  { readonly unit: 'days' | 'months'; readonly term: TermName } | { readonly unit: 'days'; readonly count: number };

/** Words that a sentence may use; the engine fills them in. */
export interface SentenceWords {
  /** "dinsdag 15 december", with the reason when the law moves it to a working day. */
  readonly due: string;
  readonly start: string;
  readonly late: boolean;
}

export interface DeadlineRule<K extends SubjectKind> {
  readonly code: string;
  readonly subject: K;
  readonly statutory: boolean;
  readonly source: string;
  readonly appliesTo: (facts: SubjectFacts[K]) => boolean;
  /** The date that starts the term; empty when it has not started. */
  readonly startsOn: (facts: SubjectFacts[K]) => string;
  readonly term: (facts: SubjectFacts[K]) => Term;
  readonly done: (facts: SubjectFacts[K], showFrom: string) => boolean;
  /** How long before the end it comes into view; without it, from the start on. */
  readonly ahead?: (facts: SubjectFacts[K]) => Ahead | null;
  readonly sentence: (facts: SubjectFacts[K], words: SentenceWords) => string;
}

const rule = <const C extends string, K extends SubjectKind>(definition: DeadlineRule<K> & { readonly code: C }) =>
  definition;

const countsAsWmo = (law: Law | ''): boolean => law === 'WMO' || law === 'ONBEKEND' || law === '';
const ENDED: ReadonlySet<QuestionOutcome | ''> = new Set([
  'INFORMATIE_ADVIES',
  'NETWERK_VOORLIGGEND',
  'SITUATIE_ACCEPTABEL',
  'INWONER_AAN_ZET',
  'DOORVERWEZEN',
  'INGETROKKEN',
]);
const open = (question: QuestionFacts): boolean => question.withdrawnOn === '' && !ENDED.has(question.outcome);
const openWmo = (question: QuestionFacts): boolean => open(question) && countsAsWmo(question.law);
const withLaw =
  (law: Law) =>
  (question: QuestionFacts): boolean =>
    question.withdrawnOn === '' && question.law === law;
/** Said when the law was not chosen yet, so that nobody wonders why a Wmo term runs. */
const unlessChosen = (law: Law | ''): string => (law === 'WMO' ? '' : ' (zolang de wet niet is gekozen, telt de Wmo)');

const AGE_SENTENCES: Readonly<Record<number, string>> = {
  12: 'vanaf dan beslist het kind mee over hulp en mag het in het dossier kijken',
  16: 'vanaf dan beslist de jongere zelf over hulp en dossier',
  18: 'vanaf dan stopt de jeugdhulp meestal en gelden de regels voor volwassenen',
};

const ageRule = <const A extends 12 | 16 | 18>(age: A) =>
  rule({
    code: `LEEFTIJD_${age}`,
    subject: 'person',
    statutory: false,
    source: 'Jeugdwet en afspraak van het team',
    appliesTo: (person) => person.birthDate !== '',
    startsOn: (person) => person.birthDate,
    term: () => ({ unit: 'age', age }),
    done: () => false,
    ahead: () => ({ unit: 'months', term: 'ageAheadMonths' }),
    sentence: (person, { due, late }) =>
      `${person.firstName} ${late ? `werd ${age}` : `wordt ${age}`} op ${due}; ${AGE_SENTENCES[age] ?? ''}.`,
  });

export const deadlineRules = [
  rule({
    code: 'WMO_BEVESTIG',
    subject: 'question',
    statutory: true,
    source: 'Wmo 2015, artikel 2.3.2 lid 1',
    appliesTo: openWmo,
    startsOn: (question) => question.reportedOn,
    term: () => ({ unit: 'none' }),
    done: (question) => question.confirmedOn !== '',
    sentence: (question, { start }) =>
      `Bevestig zo snel mogelijk dat de melding van ${start} binnen is${unlessChosen(question.law)}.`,
  }),
  rule({
    code: 'WMO_CLIENTONDERSTEUNING',
    subject: 'question',
    statutory: true,
    source: 'Wmo 2015, artikel 2.3.2 lid 3',
    appliesTo: openWmo,
    startsOn: (question) => question.firstTalkOn || question.firstTalkPlannedOn || question.reportedOn,
    term: () => ({ unit: 'none' }),
    done: (question) => question.clientSupportToldOn !== '',
    sentence: (question) =>
      question.firstTalkPlannedOn === '' || question.firstTalkOn !== ''
        ? 'Vertel de inwoner en de mantelzorger over gratis cliëntondersteuning.'
        : 'Vertel de inwoner en de mantelzorger vóór het eerste gesprek over gratis cliëntondersteuning.',
  }),
  rule({
    code: 'WMO_PERSOONLIJKPLAN',
    subject: 'question',
    statutory: true,
    source: 'Wmo 2015, artikel 2.3.2 lid 2',
    appliesTo: openWmo,
    startsOn: (question) => question.reportedOn,
    term: () => ({ unit: 'days', term: 'personalPlanDays' }),
    done: (question) => question.personalPlanToldOn !== '',
    sentence: (_, { due, late }) =>
      late
        ? 'Vertel de inwoner alsnog dat een eigen persoonlijk plan mag.'
        : `Vertel de inwoner dat een eigen persoonlijk plan mag; inleveren kan tot en met ${due}.`,
  }),
  rule({
    code: 'WMO_ONDERZOEK',
    subject: 'question',
    statutory: true,
    source: 'Wmo 2015, artikel 2.3.2 lid 1',
    appliesTo: openWmo,
    startsOn: (question) => question.reportedOn,
    term: () => ({ unit: 'days', term: 'wmoResearchDays' }),
    done: (question) => question.researchDoneOn !== '',
    sentence: (question, { due, start, late }) =>
      late
        ? `Het onderzoek had uiterlijk ${due} klaar moeten zijn; de inwoner mag nu zelf een aanvraag doen${unlessChosen(question.law)}.`
        : `Rond het onderzoek uiterlijk ${due} af, zes weken na de melding van ${start}${unlessChosen(question.law)}.`,
  }),
  rule({
    code: 'WMO_VERSLAG',
    subject: 'question',
    statutory: true,
    source: 'Wmo 2015, artikel 2.3.2 lid 8',
    appliesTo: (question) => question.withdrawnOn === '' && countsAsWmo(question.law),
    startsOn: (question) => question.researchDoneOn,
    term: () => ({ unit: 'none' }),
    done: (question) => question.accountGivenOn !== '',
    sentence: (_, { start }) => `Geef de inwoner het verslag van het onderzoek, dat klaar was op ${start}.`,
  }),
  rule({
    code: 'WMO_BESCHIKKING',
    subject: 'question',
    statutory: true,
    source: 'Wmo 2015, artikel 2.3.5 lid 2',
    appliesTo: withLaw('WMO'),
    startsOn: (question) => question.decisionExtendedTo || question.appliedOn,
    term: (question) =>
      question.decisionExtendedTo === '' ? { unit: 'days', term: 'wmoDecisionDays' } : { unit: 'none' },
    done: (question) => question.decidedOn !== '' || question.appliedOn === '',
    sentence: (question, { due, start, late }) =>
      question.decisionExtendedTo !== ''
        ? `De inwoner rekent op het besluit vóór of op ${due}; die datum is afgesproken.`
        : late
          ? `Het besluit had er uiterlijk ${due} moeten zijn, twee weken na de aanvraag van ${start}.`
          : `Neem het besluit uiterlijk ${due}, twee weken na de aanvraag van ${start}.`,
  }),
  rule({
    code: 'WMO_VERLENGING',
    subject: 'question',
    statutory: true,
    source: 'Algemene wet bestuursrecht, artikel 4:14',
    appliesTo: withLaw('WMO'),
    startsOn: (question) => question.appliedOn,
    term: () => ({ unit: 'days', term: 'wmoDecisionDays' }),
    done: (question) => question.decidedOn !== '' || question.decisionExtendedTo !== '',
    ahead: () => ({ unit: 'days', count: 7 }),
    sentence: (_, { due }) => `Lukt een besluit niet vóór ${due}? Schrijf de inwoner dan op tijd wanneer het wel komt.`,
  }),
  rule({
    code: 'JEUGD_FGP',
    subject: 'question',
    statutory: true,
    source: 'Jeugdwet, artikel 2.1 onder g en 4.1.2',
    appliesTo: (question) => open(question) && question.law === 'JEUGD' && !question.familyPlanExcepted,
    startsOn: (question) => question.reportedOn,
    term: () => ({ unit: 'none' }),
    done: (question) => question.familyPlanOfferedOn !== '',
    sentence: () => 'Bied het gezin eerst aan om zelf een familiegroepsplan te maken, en help daarbij.',
  }),
  rule({
    code: 'JEUGD_BESLUIT',
    subject: 'question',
    statutory: true,
    source: 'Algemene wet bestuursrecht, artikel 4:13',
    appliesTo: withLaw('JEUGD'),
    startsOn: (question) => question.appliedOn,
    term: () => ({ unit: 'days', term: 'youthDecisionDays' }),
    done: (question) => question.decidedOn !== '',
    sentence: (_, { due, start, late }) =>
      late
        ? `Het besluit over jeugdhulp had er uiterlijk ${due} moeten zijn.`
        : `Neem het besluit over jeugdhulp uiterlijk ${due}; de aanvraag was op ${start}.`,
  }),
  rule({
    code: 'WGS_EERSTE_GESPREK',
    subject: 'question',
    statutory: true,
    source: 'Wet gemeentelijke schuldhulpverlening, artikel 4',
    appliesTo: (question) => open(question) && question.law === 'WGS',
    startsOn: (question) => question.reportedOn,
    term: (question) =>
      question.debtThreat
        ? { unit: 'workingDays', term: 'debtUrgentWorkingDays' }
        : { unit: 'days', term: 'debtFirstTalkDays' },
    done: (question) => question.firstTalkOn !== '',
    sentence: (question, { due, late }) =>
      late
        ? `Het eerste gesprek over schulden had uiterlijk ${due} moeten zijn; bel vandaag.`
        : question.debtThreat
          ? `Er dreigt uitzetting of afsluiting: voer het eerste gesprek over schulden uiterlijk ${due}.`
          : `Voer het eerste gesprek over schulden uiterlijk ${due}.`,
  }),
  rule({
    code: 'WGS_BESCHIKKING',
    subject: 'question',
    statutory: true,
    source: 'Wet gemeentelijke schuldhulpverlening, artikel 4a, en de verordening',
    appliesTo: withLaw('WGS'),
    startsOn: (question) => question.firstTalkOn,
    term: () => ({ unit: 'days', term: 'debtDecisionDays' }),
    done: (question) => question.decidedOn !== '',
    sentence: (_, { due, start, late }) =>
      late
        ? `Het besluit over schuldhulp had er uiterlijk ${due} moeten zijn.`
        : `Neem het besluit over schuldhulp uiterlijk ${due}; het eerste gesprek was op ${start}.`,
  }),
  rule({
    code: 'INGETROKKEN',
    subject: 'question',
    statutory: false,
    source: 'Selectielijst gemeenten 2020, 8.4.1',
    appliesTo: () => true,
    startsOn: (question) => question.withdrawnOn,
    term: () => ({ unit: 'days', term: 'withdrawnDays' }),
    done: () => false,
    sentence: (_, { due, start }) =>
      `De vraag is ingetrokken op ${start}; wat erover is vastgelegd, gaat weg na ${due}.`,
  }),
  rule({
    code: 'PLAN_REVIEW',
    subject: 'plan',
    statutory: false,
    source: 'Afspraak in het plan',
    appliesTo: (plan) => plan.status === 'VASTGESTELD' || plan.status === 'IN_EVALUATIE',
    startsOn: (plan) => plan.evaluationOn || plan.lastEvaluatedOn || plan.adoptedOn,
    term: (plan) => (plan.evaluationOn === '' ? { unit: 'days', term: 'evaluationComplexDays' } : { unit: 'none' }),
    done: (plan, showFrom) => plan.evaluationOn !== '' && plan.lastEvaluatedOn >= showFrom,
    ahead: (plan) => (plan.evaluationOn === '' ? null : { unit: 'days', term: 'planReviewAheadDays' }),
    sentence: (plan, { due, late }) =>
      plan.evaluationOn === ''
        ? `Dit plan heeft nog geen datum voor de evaluatie; we stellen ${due} voor.`
        : late
          ? `De evaluatie van het plan was afgesproken voor ${due}; plan haar nu.`
          : `Evalueer het plan samen op ${due}.`,
  }),
  rule({
    code: 'ACTIE_EINDE',
    subject: 'action',
    statutory: false,
    source: 'Afspraak in het plan',
    appliesTo: (action) => action.professional && action.running,
    startsOn: (action) => action.endOn,
    term: () => ({ unit: 'none' }),
    done: (action, showFrom) => action.resultAskedOn !== '' && action.resultAskedOn >= showFrom,
    ahead: () => ({ unit: 'days', term: 'actionEndAheadDays' }),
    sentence: (action, { due, late }) =>
      `De hulp "${action.what}" ${late ? `zou stoppen op` : `stopt op`} ${due}: vraag of de inwoner geholpen is, voordat er wordt verlengd.`,
  }),
  ageRule(12),
  ageRule(16),
  ageRule(18),
  rule({
    code: 'MELDCODE_STAP',
    subject: 'meldcode',
    statutory: false,
    source: 'Afspraak van het team',
    appliesTo: (trail) => trail.closedOn === '',
    startsOn: (trail) => trail.lastStepOn,
    term: () => ({ unit: 'workingDays', term: 'meldcodeNudgeWorkingDays' }),
    done: () => false,
    sentence: (trail, { due }) =>
      `Stap ${trail.lastStep.charAt(0)} is de laatste die is vastgelegd; kijk uiterlijk ${due} hoe het verder gaat.`,
  }),
] as const;

export type DeadlineCode = (typeof deadlineRules)[number]['code'];
