/**
 * What is worth asking about a plan, when it is adopted and when a household is closed. All are questions with
 * one sentence: a worker may always go on, and nothing is lost by doing so. Only what would make the data say
 * nonsense (an end before a start) is also marked as a mistake.
 */
import type { ActionStatus, GoalStatus, HouseholdStatus, PlanStatus } from './codes.ts';
import { addDays, addMonths } from './dates.ts';
import type { Terms } from './gemeenteprofiel.ts';

/** From a status one may go to these. Only the regisseur adopts or closes; every step is a logged decision. */
export const PLAN_TRANSITIONS: Readonly<Record<PlanStatus, readonly PlanStatus[]>> = {
  CONCEPT: ['BESPROKEN', 'VASTGESTELD', 'GESTOPT'],
  BESPROKEN: ['CONCEPT', 'VASTGESTELD', 'GESTOPT'],
  VASTGESTELD: ['IN_EVALUATIE', 'AFGEROND', 'GESTOPT'],
  IN_EVALUATIE: ['VASTGESTELD', 'AFGEROND', 'GESTOPT'],
  AFGEROND: [],
  GESTOPT: [],
};

export function mayBecome(from: PlanStatus, to: PlanStatus): boolean {
  return PLAN_TRANSITIONS[from].includes(to);
}

/** In force: there may be one of these per household. */
export function isActive(status: PlanStatus): boolean {
  return status === 'VASTGESTELD' || status === 'IN_EVALUATIE';
}

export interface PlanQuestion {
  readonly code: string;
  readonly sentence: string;
  /** True for what cannot be right; false for what is only worth asking. */
  readonly mistake: boolean;
}

const asking = (code: string, sentence: string): PlanQuestion => ({ code, sentence, mistake: false });
const wrong = (code: string, sentence: string): PlanQuestion => ({ code, sentence, mistake: true });

export interface GoalFacts {
  readonly id: string;
  readonly text: string;
  readonly ownerPersonId: string;
  readonly status: GoalStatus;
  readonly actionCount: number;
  /** Actions owned by the household or its network. */
  readonly ownActionCount: number;
}

export interface PlanSummary {
  readonly status: PlanStatus;
  readonly startOn: string;
  readonly endOn: string;
  readonly evaluationOn: string;
  readonly regisseur: string;
  readonly goals: readonly GoalFacts[];
  /** Persons without complete agreement. */
  readonly consentsMissing: number;
  readonly openProposals: number;
  /** Fields that two people changed at the same time. */
  readonly openChoices: number;
}

const sayCount = (count: number, one: string, many: string): string => (count === 1 ? `1 ${one}` : `${count} ${many}`);

/** What to look at before adopting a plan, and while it runs. */
export function questionsAboutPlan(plan: PlanSummary, today: string): readonly PlanQuestion[] {
  const questions: PlanQuestion[] = [];
  const add = (when: boolean, question: PlanQuestion): void => {
    if (when) questions.push(question);
  };
  const liveGoals = plan.goals.filter((goal) => goal.status !== 'LOSGELATEN');
  const withoutAction = liveGoals.filter((goal) => goal.actionCount === 0).length;
  const onlyOthers = liveGoals.filter((goal) => goal.actionCount > 0 && goal.ownActionCount === 0).length;
  const ended = plan.endOn !== '' && plan.startOn !== '' && plan.endOn < plan.startOn;
  add(ended, wrong('EINDE_VOOR_BEGIN', 'Het plan stopt vóór het begint. Controleer de twee datums.'));
  add(plan.regisseur === '', asking('GEEN_REGISSEUR', 'Er is nog geen regisseur. Wie houdt het overzicht?'));
  add(plan.evaluationOn === '', asking('GEEN_EVALUATIE', 'Wanneer kijken we samen of het plan werkt?'));
  add(
    plan.evaluationOn !== '' && plan.evaluationOn < today && !isActive(plan.status),
    wrong('EVALUATIE_VOORBIJ', 'De evaluatie ligt in het verleden. Kies een nieuwe datum.'),
  );
  add(liveGoals.length === 0, asking('GEEN_DOELEN', 'Dit plan heeft nog geen doel. Wat wil het huishouden bereiken?'));
  add(
    withoutAction > 0,
    asking('DOEL_ZONDER_AFSPRAAK', `Bij ${sayCount(withoutAction, 'doel', 'doelen')} staat nog niet wie wat doet.`),
  );
  add(
    onlyOthers > 0,
    asking(
      'ALLEEN_ANDEREN',
      `Bij ${sayCount(onlyOthers, 'doel', 'doelen')} doen alleen anderen iets. Wat kan het huishouden zelf?`,
    ),
  );
  add(
    plan.consentsMissing > 0,
    asking(
      'INSTEMMING',
      `Van ${sayCount(plan.consentsMissing, 'persoon', 'personen')} is nog niet vastgelegd of die het eens is.`,
    ),
  );
  add(plan.openProposals > 0, asking('TWEE_VOORSTELLEN', 'Er liggen twee voorstellen. Kies samen welke geldt.'));
  add(
    plan.openChoices > 0,
    asking(
      'TWEE_VERSIES',
      `Op ${sayCount(plan.openChoices, 'plek', 'plekken')} staan twee versies. Bekijk ze voor je verder gaat.`,
    ),
  );
  return questions;
}

export type PlanPace = 'COMPLEX' | 'NORMAAL' | 'LICHT';

/** A date to propose for the next evaluation, by how heavy the plan is. */
export function proposedEvaluation(pace: PlanPace, from: string, terms: Terms): string {
  if (pace === 'COMPLEX') return addDays(from, terms.evaluationComplexDays);
  return addMonths(from, pace === 'LICHT' ? terms.evaluationLightMonths : terms.evaluationNormalMonths);
}

export interface ClosingFacts {
  readonly status: HouseholdStatus;
  readonly actions: readonly {
    readonly status: ActionStatus;
    /** Somebody outside the team holds it. */
    readonly handedOver?: boolean;
    readonly professional: boolean;
    readonly resultAsked: boolean;
  }[];
  readonly goals: readonly { readonly status: GoalStatus }[];
  readonly unfinishedConversations: number;
  readonly openChoices: number;
  readonly openProposals: number;
  readonly reasonChosen: boolean;
  readonly fingerOnThePulseOn: string;
  readonly caseNumber: string;
  readonly evaluated: boolean;
  readonly exported: boolean;
}

/** What is still open when a household is closed. Closing goes on when a worker says so. */
export function questionsAtClosing(facts: ClosingFacts): readonly PlanQuestion[] {
  const open = facts.actions.filter(
    ({ status, handedOver }) => (status === 'GEPLAND' || status === 'LOOPT') && handedOver !== true,
  ).length;
  const unasked = facts.actions.filter(({ professional, resultAsked }) => professional && !resultAsked).length;
  const goals = facts.goals.filter(({ status }) => status === 'OPEN' || status === 'BEZIG').length;
  const found: (PlanQuestion | null)[] = [
    facts.reasonChosen ? null : asking('REDEN', 'Waarom sluit je af?'),
    open === 0
      ? null
      : asking(
          'OPEN_AFSPRAKEN',
          `Er ${open === 1 ? 'staat nog 1 afspraak' : `staan nog ${open} afspraken`} open. Wie houdt die vast?`,
        ),
    unasked === 0 ? null : asking('RESULTAATVRAAG', 'Is de inwoner geholpen? Kan hij of zij nu meer zelf?'),
    goals === 0 ? null : asking('OPEN_DOELEN', `Wat is er geworden van ${sayCount(goals, 'doel', 'doelen')}?`),
    facts.evaluated ? null : asking('EVALUATIE', 'Waar staan we? Kijk nog één keer samen terug.'),
    facts.fingerOnThePulseOn === ''
      ? asking('VINGER_AAN_DE_POLS', 'Wanneer vraag je hoe het gaat? Vinger aan de pols mag ook niet nodig zijn.')
      : null,
    facts.unfinishedConversations === 0
      ? null
      : asking(
          'GESPREKKEN',
          `Er ${facts.unfinishedConversations === 1 ? 'is 1 gesprek' : `zijn ${facts.unfinishedConversations} gesprekken`} nog niet vastgesteld.`,
        ),
    facts.openChoices + facts.openProposals === 0
      ? null
      : asking('TWEE_VERSIES', 'Er staan nog twee versies of twee voorstellen. Kies eerst samen.'),
    facts.caseNumber === '' ? asking('ZAAKNUMMER', 'Onder welk zaaknummer bewaart de gemeente dit dossier?') : null,
    facts.exported ? null : asking('EXPORT', 'Het dossier is nog niet naar het archief gebracht.'),
  ];
  return found.filter((question) => question !== null);
}
