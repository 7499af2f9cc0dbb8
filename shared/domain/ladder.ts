/**
 * Wie doet wat: the order in which we look for who can do something. First the resident, then the own network,
 * then what is there for everyone, and the municipality last. Everything here asks; nothing blocks.
 */
import type { ActionKind, ActionStatus, LadderStep } from './codes.ts';
import { LADDER } from './codes.ts';

export interface LadderAction {
  readonly id: string;
  readonly ladder: LadderStep;
  readonly kind: ActionKind | '';
  readonly status: ActionStatus;
  /** Empty when it has no start or end. */
  readonly startOn: string;
  readonly endOn: string;
  /** How the help gets less towards the end. */
  readonly windingDown: string;
  /** Why a lower step is not enough; asked for the municipality. */
  readonly motivation: string;
}

/** What volunteers, peers and open activities do needs no end date: it may stay. */
const INFORMAL: ReadonlySet<ActionKind | ''> = new Set([
  'ZELF_DOEN',
  'NETWERK_VERSTERKEN',
  'MAATJE_VRIJWILLIGER',
  'ERVARINGSDESKUNDIGE_LOTGENOTEN',
  'COLLECTIEF',
  'INFORMATIE_ADVIES',
]);

/** Help by a professional: the municipality always, the voorliggend veld unless it is informal. */
export function isProfessional(action: Pick<LadderAction, 'ladder' | 'kind'>): boolean {
  if (action.ladder === '4_GEMEENTE') return true;
  return action.ladder === '3_VOORLIGGEND' && !INFORMAL.has(action.kind);
}

/** Resident first, municipality last. */
export function compareLadder(one: LadderStep, other: LadderStep): number {
  return LADDER.indexOf(one) - LADDER.indexOf(other);
}

export type LadderCounts = Readonly<Record<LadderStep, number>>;

/** How many actions stand on each step. What is no longer needed does not count. */
export function countByStep(actions: readonly Pick<LadderAction, 'ladder' | 'status'>[]): LadderCounts {
  const counts: Record<LadderStep, number> = { '1_ZELF': 0, '2_OMGEVING': 0, '3_VOORLIGGEND': 0, '4_GEMEENTE': 0 };
  for (const action of actions) if (action.status !== 'VERVALLEN') counts[action.ladder]++;
  return counts;
}

/** Share of each step, adding up to 1; null without any action, because nothing is not zero. */
export function ladderMix(counts: LadderCounts): LadderCounts | null {
  const total = LADDER.reduce((sum, step) => sum + counts[step], 0);
  if (total === 0) return null;
  return {
    '1_ZELF': counts['1_ZELF'] / total,
    '2_OMGEVING': counts['2_OMGEVING'] / total,
    '3_VOORLIGGEND': counts['3_VOORLIGGEND'] / total,
    '4_GEMEENTE': counts['4_GEMEENTE'] / total,
  };
}

/** Actions of the household and its own people, of all actions; null without any. */
export function ownShare(counts: LadderCounts): number | null {
  const mix = ladderMix(counts);
  return mix && mix['1_ZELF'] + mix['2_OMGEVING'];
}

export type LadderQuestionCode = 'MOTIVERING' | 'EINDE' | 'AFBOUW' | 'EINDE_VOOR_BEGIN';
export interface LadderQuestion {
  readonly code: LadderQuestionCode;
  readonly sentence: string;
}

const active = (action: LadderAction): boolean => action.status === 'GEPLAND' || action.status === 'LOOPT';

/** What is still worth asking about one action. Empty when all is said. */
export function questionsAbout(action: LadderAction): readonly LadderQuestion[] {
  const questions: LadderQuestion[] = [];
  if (action.startOn !== '' && action.endOn !== '' && action.endOn < action.startOn) {
    questions.push({ code: 'EINDE_VOOR_BEGIN', sentence: 'Het einde ligt vóór het begin. Klopt de datum?' });
  }
  if (!active(action)) return questions;
  if (action.ladder === '4_GEMEENTE' && action.motivation.trim() === '') {
    questions.push({
      code: 'MOTIVERING',
      sentence: 'Wat kan iemand zelf of met hulp van anderen? En waarom is dat niet genoeg?',
    });
  }
  if (isProfessional(action) && action.endOn === '') {
    questions.push({ code: 'EINDE', sentence: 'Tot wanneer duurt deze hulp?' });
  }
  if (isProfessional(action) && action.windingDown.trim() === '') {
    questions.push({ code: 'AFBOUW', sentence: 'Hoe bouwen we deze hulp af?' });
  }
  return questions;
}

/** Whether an action is going on at this date. Without a start or end it is open on that side. */
export function runsOn(action: LadderAction, date: string): boolean {
  if (!active(action)) return false;
  return (action.startOn === '' || action.startOn <= date) && (action.endOn === '' || date <= action.endOn);
}

export interface Stacking {
  readonly count: number;
  readonly sentence: string;
}

/** A warning when as many professionals as the threshold, or more, help at the same time; else null. */
export function stackingOn(actions: readonly LadderAction[], date: string, threshold: number): Stacking | null {
  const count = actions.filter((action) => isProfessional(action) && runsOn(action, date)).length;
  if (count < threshold) return null;
  return {
    count,
    sentence: `Er lopen ${count} soorten hulp van professionals tegelijk. Kan er iets samen, later of minder?`,
  };
}

/** How many actions more (or fewer) stand on each step than before. */
export function ladderShift(before: LadderCounts, now: LadderCounts): LadderCounts {
  return {
    '1_ZELF': now['1_ZELF'] - before['1_ZELF'],
    '2_OMGEVING': now['2_OMGEVING'] - before['2_OMGEVING'],
    '3_VOORLIGGEND': now['3_VOORLIGGEND'] - before['3_VOORLIGGEND'],
    '4_GEMEENTE': now['4_GEMEENTE'] - before['4_GEMEENTE'],
  };
}
