/**
 * The meldcode huiselijk geweld en kindermishandeling: five steps and the five questions that weigh. It helps
 * to think and to write down who, when and why. It never scores, never blocks saving and never reports: the
 * worker does that, by telephone. Everything here lives in a restricted document.
 */
import type { MeldcodeStep } from './codes.ts';
import { MELDCODE_STEPS } from './codes.ts';
import { isCalendarDate } from './dates.ts';

export interface StepRecord {
  readonly id: string;
  readonly step: MeldcodeStep;
  readonly on: string;
  readonly by: string;
  readonly reasoning: string;
  /** Left out on purpose; needs a reason. Only the talk may be skipped, and only for safety. */
  readonly skipped: boolean;
}

export interface StepGuide {
  readonly step: MeldcodeStep;
  readonly what: string;
  readonly questions: readonly string[];
  readonly maySkip: boolean;
}

export const meldcodeGuides: readonly StepGuide[] = [
  {
    step: '1_SIGNALEN',
    what: 'Schrijf op wat je zag en hoorde. Feiten eerst, met wie het zei. Wat je vermoedt, schrijf je apart.',
    questions: [
      'Wat zag of hoorde je precies?',
      'Zijn er kinderen in huis, of is iemand zwanger? Doe dan de kindcheck.',
    ],
    maySkip: false,
  },
  {
    step: '2_OVERLEG',
    what: 'Bespreek het met een collega, de aandachtsfunctionaris of Veilig Thuis. Dat kan zonder een naam te noemen.',
    questions: [
      'Met wie heb je overlegd, en wat was het advies?',
      'Gaat het om eer, een gedwongen huwelijk of besnijdenis van een meisje? Bel dan meteen Veilig Thuis.',
    ],
    maySkip: false,
  },
  {
    step: '3_GESPREK',
    what: 'Praat met de mensen om wie het gaat, ook met het kind. Zeg wat je zag en vraag wat zij ervan vinden.',
    questions: ['Wie sprak je, en wat zeiden zij?', 'Sla je het gesprek over? Dat kan alleen als het niet veilig is.'],
    maySkip: true,
  },
  {
    step: '4_WEGEN',
    what: 'Weeg hoe ernstig het is. Twijfel je? Vraag advies aan Veilig Thuis.',
    questions: ['Hoe groot is het gevaar nu?', 'Is het eerder gebeurd, en wordt het erger?'],
    maySkip: false,
  },
  {
    step: '5_BESLISSEN',
    what: 'Beslis of melden nodig is, en of hulp (ook) nodig is. Loop de vijf vragen langs.',
    questions: ['Is melden nodig?', 'Is hulp nodig, en wie organiseert die?'],
    maySkip: false,
  },
];

/** The five questions of the afwegingskader, in order. A profession may have its own; then those go first. */
export const WEIGHING_QUESTIONS = [
  { code: 'VERMOEDEN', question: 'Heb je na stap 1 tot en met 4 nog een vermoeden?', onNo: 'AFSLUITEN' },
  { code: 'ONVEILIG', question: 'Is er acute of structurele onveiligheid?', onYes: 'MELDEN' },
  { code: 'ZELF_HULP', question: 'Kun je zelf goede hulp bieden of regelen?', onNo: 'MELDEN' },
  { code: 'AANVAARDEN', question: 'Nemen de mensen die hulp aan, en zetten zij zich in?', onNo: 'MELDEN' },
  { code: 'RESULTAAT', question: 'Geeft de hulp binnen de afgesproken tijd wat nodig is?', onNo: 'MELDEN' },
] as const;
export type WeighingCode = (typeof WEIGHING_QUESTIONS)[number]['code'];
export type WeighingAnswers = Readonly<Partial<Record<WeighingCode, 'JA' | 'NEE'>>>;

export type WeighingOutcome =
  | { readonly kind: 'ASK'; readonly next: WeighingCode }
  | { readonly kind: 'AFSLUITEN' | 'MELDEN' | 'HULP_EN_VOLGEN'; readonly sentence: string };

const OUTCOME_SENTENCES = {
  AFSLUITEN: 'Er is geen vermoeden meer. Schrijf op waarom, en sluit deze meldcode af.',
  MELDEN: 'De beroepsnorm is: melden bij Veilig Thuis. Jij belt; Samenspel meldt niets.',
  HULP_EN_VOLGEN: 'Hulp is genoeg, zolang je volgt hoe het gaat. Spreek af wanneer je weer kijkt.',
} as const;

/** What the answers so far lead to: the next question, or what the professional norm says. Never a score. */
export function weigh(answers: WeighingAnswers): WeighingOutcome {
  for (const entry of WEIGHING_QUESTIONS) {
    const answer = answers[entry.code];
    if (answer === undefined) return { kind: 'ASK', next: entry.code };
    const outcome = answer === 'JA' ? ('onYes' in entry ? entry.onYes : null) : 'onNo' in entry ? entry.onNo : null;
    if (outcome) return { kind: outcome, sentence: OUTCOME_SENTENCES[outcome] };
  }
  return { kind: 'HULP_EN_VOLGEN', sentence: OUTCOME_SENTENCES.HULP_EN_VOLGEN };
}

export type StepProblem = 'DATE' | 'REASON_FOR_SKIPPING' | 'MAY_NOT_SKIP';

const STEP_PROBLEMS: Readonly<Record<StepProblem, string>> = {
  DATE: 'Deze datum bestaat niet. Kies een andere.',
  REASON_FOR_SKIPPING: 'Waarom sla je deze stap over? Schrijf de reden op.',
  MAY_NOT_SKIP: 'Alleen het gesprek mag je overslaan, en alleen als het niet veilig is.',
};

/** What is wrong with one step as it is about to be recorded; null when nothing is. */
export function stepProblem(
  step: Omit<StepRecord, 'id' | 'by'>,
): { readonly code: StepProblem; readonly sentence: string } | null {
  const problem = (code: StepProblem) => ({ code, sentence: STEP_PROBLEMS[code] });
  if (!isCalendarDate(step.on)) return problem('DATE');
  if (!step.skipped) return null;
  if (!meldcodeGuides.some((guide) => guide.step === step.step && guide.maySkip)) return problem('MAY_NOT_SKIP');
  return step.reasoning.trim() === '' ? problem('REASON_FOR_SKIPPING') : null;
}

export interface StepState {
  readonly step: MeldcodeStep;
  readonly state: 'DONE' | 'SKIPPED' | 'OPEN';
  readonly records: readonly StepRecord[];
}

/** The five steps with what was recorded at each. Steps may be done in any order and more than once. */
export function stepStates(records: readonly StepRecord[]): readonly StepState[] {
  return MELDCODE_STEPS.map((step) => {
    const own = records
      .filter((record) => record.step === step)
      .toSorted((a, b) => (a.on !== b.on ? (a.on < b.on ? -1 : 1) : a.id < b.id ? -1 : 1));
    const state = own.some((record) => !record.skipped) ? 'DONE' : own.length > 0 ? 'SKIPPED' : 'OPEN';
    return { step, state, records: own };
  });
}
