import { LADDER } from '../../../shared/domain/codes.ts';
import { labels } from '../../../shared/domain/labels.ts';

/** "Wie doet wat, eerst en nu: inwoner zelf 2 en 3, netwerk 1 en 2 …" Counts, never a score. */
export function shiftText(before: readonly number[] | undefined, now: readonly number[]): string {
  const parts = LADDER.map((step, index) =>
    before
      ? `${labels.ladder[step].toLowerCase()} ${before[index] ?? 0} → ${now[index] ?? 0}`
      : `${labels.ladder[step].toLowerCase()} ${now[index] ?? 0}`,
  );
  return `Wie doet wat${before ? ', eerst en nu' : ''}: ${parts.join(' · ')}`;
}
