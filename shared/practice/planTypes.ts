/** The plan of a practice household as data: the question, goals, network, agreements. Days count from today. */
import type {
  ActionKind,
  Channel,
  ConsentAnswer,
  EvaluationDecision,
  GoalStatus,
  Importance,
  Law,
  MayKnow,
  Nearness,
  NetworkGroup,
  NetworkRelation,
  Perspective,
  PgDimension,
  PgVersion,
  PlanBasis,
  PlanStatus,
  PlanVariant,
  QuestionOutcome,
  Referrer,
  Support,
  Urgency,
} from '../domain/codes.ts';
import type { Party } from '../domain/ages.ts';

/** An action of the scenario: number of the conversation, number of the action in it. */
export type ActionPlace = readonly [conversation: number, action: number];

export interface PracticeQuestion {
  readonly words: string;
  readonly saidBy: string;
  readonly daysAgo: number;
  readonly channel: Channel;
  readonly referrer: Referrer;
  readonly urgency?: Urgency;
  readonly law?: Law;
  readonly outcome?: QuestionOutcome;
  readonly confirmedDaysAgo?: number;
  readonly supportToldDaysAgo?: number;
  readonly ownPlanToldDaysAgo?: number;
  readonly familyPlanToldDaysAgo?: number;
  readonly researchDoneDaysAgo?: number;
  readonly accountGivenDaysAgo?: number;
  readonly debtThreat?: boolean;
  readonly deeper?: { readonly text: string; readonly daysAgo: number; readonly discussed: boolean };
  readonly test?: { readonly effect: string; readonly purpose: string; readonly consequences: string };
}

export interface PracticeGoal {
  readonly text: string;
  readonly owner: string;
  readonly perspective: Perspective;
  readonly score?: number;
  readonly goodEnough?: number;
  readonly status: GoalStatus;
  readonly actions: readonly ActionPlace[];
}

export interface PracticeHelp {
  readonly action: ActionPlace;
  readonly kind: ActionKind;
  readonly endInDays?: number;
  readonly windingDown?: string;
  readonly motivation?: string;
  readonly agreement?: { readonly provider: string; readonly content: string; readonly result: string };
}

export interface PracticeContact {
  readonly name: string;
  readonly relation: NetworkRelation;
  readonly sector: NetworkGroup;
  readonly nearness: Nearness;
  readonly support: Support;
  readonly canDo?: string;
  readonly mayKnow: MayKnow;
  readonly source: string;
}

export interface PracticePlan {
  readonly question: PracticeQuestion;
  readonly title: string;
  readonly variant: PlanVariant;
  readonly basis: PlanBasis;
  readonly status: PlanStatus;
  readonly adoptedDaysAgo?: number;
  readonly evaluationInDays?: number;
  readonly occasion: string;
  readonly oneYearFrom: string;
  readonly analysis?: string;
  readonly strengths: readonly { readonly text: string; readonly saidBy: string }[];
  readonly concerns: readonly { readonly text: string; readonly saidBy: string; readonly effect?: string }[];
  readonly earlierHelp?: readonly { readonly what: string; readonly byWhom: string; readonly result: string }[];
  readonly goals: readonly PracticeGoal[];
  readonly help?: readonly PracticeHelp[];
  readonly network: readonly PracticeContact[];
  readonly consents?: readonly { readonly person: string; readonly party: Party; readonly answer: ConsentAnswer }[];
  readonly views?: readonly {
    readonly person: string;
    readonly perspective: Perspective;
    readonly goesWell: string;
    readonly wish: string;
    readonly nextStep: string;
    readonly importance: Importance;
  }[];
  readonly webs?: readonly {
    readonly person: string;
    readonly daysAgo: number;
    readonly version: PgVersion;
    readonly scores: Partial<Record<PgDimension, number>>;
    readonly wantsToTalk: readonly PgDimension[];
    readonly wish: string;
  }[];
  readonly evaluation?: {
    readonly daysAgo: number;
    readonly whereAreWe: string;
    readonly whereTo: string;
    readonly decision: EvaluationDecision;
    readonly satisfaction: number;
  };
  /** A colleague named another regisseur while the worker kept it: two proposals that wait for a choice. */
  readonly twoRegisseurs?: boolean;
  /** Only in the restricted document: what was seen, as the first step of the meldcode. */
  readonly meldcodeFirstStep?: { readonly daysAgo: number; readonly reasoning: string };
}
