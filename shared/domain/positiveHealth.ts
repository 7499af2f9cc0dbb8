/**
 * Positieve gezondheid as a conversation, in our own words (inspired by the idea of Huber and iPH; none of
 * their statements, name or drawing). Six dimensions, each 0 to 10 or not filled in; not filled in is never 0.
 * There is no total, no mean and no judgement, and no function here could make one for a team.
 */
import type { Address, Addressed } from './addressed.ts';
import { ask } from './addressed.ts';
import type { LifeStage, PgDimension, PgVersion } from './codes.ts';
import { PG_DIMENSIONS } from './codes.ts';
import { pgTopics } from './positiveHealthTopics.ts';

const standard: Readonly<Record<PgDimension, string>> = {
  LICHAAM: 'Lichaam',
  MENTAAL: 'Gevoel en gedachten',
  ZINGEVING: 'Zingeving',
  KWALITEIT: 'Kwaliteit van leven',
  MEEDOEN: 'Meedoen',
  DAGELIJKS: 'Dagelijks leven',
};

/** The word for a dimension in each version; the youngest get the plainest. */
export const dimensionLabels: Readonly<Record<PgVersion, Readonly<Record<PgDimension, string>>>> = {
  VOLWASSENEN: standard,
  JONGEREN: {
    ...standard,
    LICHAAM: 'Mijn lichaam',
    MENTAAL: 'Mijn gevoel en gedachten',
    ZINGEVING: 'Wat ik belangrijk vind',
  },
  KIND: {
    LICHAAM: 'Mijn lijf',
    MENTAAL: 'Wat ik voel en denk',
    ZINGEVING: 'Nu en later',
    KWALITEIT: 'Lekker in mijn vel',
    MEEDOEN: 'Samen met anderen',
    DAGELIJKS: 'Elke dag',
  },
  EENVOUDIG: {
    LICHAAM: 'Mijn lichaam',
    MENTAAL: 'Mijn gevoel',
    ZINGEVING: 'Wat ik belangrijk vind',
    KWALITEIT: 'Hoe ik leef',
    MEEDOEN: 'Meedoen',
    DAGELIJKS: 'Elke dag',
  },
};

/** The version to propose; a worker may choose another. */
export function proposedVersion(stage: LifeStage | null, plainLanguage: boolean): PgVersion {
  if (stage === 'JONGE_KIND' || stage === 'SCHOOLKIND') return 'KIND';
  if (plainLanguage) return 'EENVOUDIG';
  return stage === 'JONGERE' || stage === 'JONGVOLWASSENE' ? 'JONGEREN' : 'VOLWASSENEN';
}

/** Things one may talk about within a dimension: words to point at, never statements to agree with. */
export function topicsOf(version: PgVersion, dimension: PgDimension): readonly string[] {
  return pgTopics[version][dimension];
}

/** The questions around the web: look, choose, and what is needed. */
export const pgQuestions: Readonly<
  Record<'overview' | 'glad' | 'choose' | 'wish' | 'help' | 'step' | 'compare', Addressed>
> = {
  overview: ask('Hoe gaat het met je, op deze zes punten?', 'Hoe gaat het met u, op deze zes punten?'),
  glad: ask('Waar ben je blij mee?', 'Waar bent u blij mee?'),
  choose: ask('Waar wil je over praten?', 'Waar wilt u over praten?'),
  wish: ask('Wat zou je willen veranderen?', 'Wat zou u willen veranderen?'),
  help: ask('Wat of wie kan je daarbij helpen?', 'Wat of wie kan u daarbij helpen?'),
  step: ask('Wat is je eerste stap?', 'Wat is uw eerste stap?'),
  compare: ask('Wat valt je op?', 'Wat valt u op?'),
};

export function pgQuestion(code: keyof typeof pgQuestions, address: Address): string {
  return pgQuestions[code][address];
}

export type Scores = Readonly<Record<PgDimension, number | null>>;

/** A whole number from 0 to 10, or null for anything else: not filled in is not 0. */
export function readScore(value: unknown): number | null {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= 10 ? value : null;
}

/** The scores of one web; what is missing or wrong is null. */
export function readScores(values: Readonly<Record<string, unknown>>): Scores {
  return {
    LICHAAM: readScore(values['LICHAAM']),
    MENTAAL: readScore(values['MENTAAL']),
    ZINGEVING: readScore(values['ZINGEVING']),
    KWALITEIT: readScore(values['KWALITEIT']),
    MEEDOEN: readScore(values['MEEDOEN']),
    DAGELIJKS: readScore(values['DAGELIJKS']),
  };
}

export interface ComparedDimension {
  readonly dimension: PgDimension;
  readonly label: string;
  readonly before: number | null;
  readonly now: number | null;
}

/** Two webs of one person beside each other, for that person. No difference is computed: people say what they see. */
export function compareWebs(version: PgVersion, before: Scores | null, now: Scores): readonly ComparedDimension[] {
  return PG_DIMENSIONS.map((dimension) => ({
    dimension,
    label: dimensionLabels[version][dimension],
    before: before?.[dimension] ?? null,
    now: now[dimension],
  }));
}

/** A web as one sentence for who does not see the drawing. */
export function webInWords(version: PgVersion, scores: Scores): string {
  const parts = PG_DIMENSIONS.map((dimension) => {
    const score = scores[dimension];
    return `${dimensionLabels[version][dimension]}: ${score === null ? 'niet ingevuld' : score}`;
  });
  return `${parts.join(', ')}.`;
}

/** Corner points of the drawing, first dimension on top, clockwise; a dimension that is not filled in has none. */
export function webPoints(
  scores: Scores,
  radius: number,
): readonly ({ readonly x: number; readonly y: number } | null)[] {
  return PG_DIMENSIONS.map((dimension, index) => {
    const score = scores[dimension];
    if (score === null) return null;
    const angle = (index / PG_DIMENSIONS.length) * 2 * Math.PI - Math.PI / 2;
    const distance = (score / 10) * radius;
    return { x: Math.cos(angle) * distance, y: Math.sin(angle) * distance };
  });
}
