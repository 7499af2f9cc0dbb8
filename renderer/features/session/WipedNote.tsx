import { calendarDateAt } from '../../../shared/domain/dates.ts';
import { Icon } from '../../ui/Icon.tsx';
import { screenClock } from '../../data/platform.ts';
import { longDate } from '../../ui/dateText.ts';

interface WipedNoteProps {
  readonly atMs: number | null | undefined;
  /** Other people still work on this laptop: it is about one of them. */
  readonly others: boolean;
}

/** After a remote wipe: what happened, and where the work is. Calm, because nobody did anything wrong. */
export function WipedNote({ atMs, others }: WipedNoteProps) {
  if (atMs === null || atMs === undefined) return null;
  const day = longDate(calendarDateAt(atMs), calendarDateAt(screenClock.nowMs()));
  return (
    <p className="well door-note" role="status">
      <Icon name="info" />
      <span>
        <b className="strong">
          {others ? 'Het werk van één collega op deze laptop is' : 'Deze laptop is'} op {day} leeggemaakt door je team.
        </b>{' '}
        Je werk is niet weg: het is gedeeld met je team, of staat op slot klaar voor je teamleider. Vragen? Bel je
        teamleider.
      </span>
    </p>
  );
}
