import type { RecordView } from '../../../shared/documents/readers.ts';

export type GoalView = RecordView<'goals'>;

const number = (value: number | '' | undefined): number | null => (typeof value === 'number' ? value : null);

/** "Nu een 4, goed genoeg is 6": the resident's own scale, only what was filled in. */
export function scoreText({ values }: GoalView): string {
  const now = number(values.score);
  const enough = number(values.goodEnough);
  if (now !== null && enough !== null) return `Nu een ${now}, goed genoeg is ${enough}`;
  if (now !== null) return `Nu een ${now}`;
  return enough === null ? '' : `Goed genoeg is ${enough}`;
}
