/** Inzien met reden: who was let in from outside, by whom, why and until when. For everybody who works in the dossier. */
import { calendarDateAt } from '../../../shared/domain/dates.ts';
import type { DocumentId } from '../../../shared/domain/ids.ts';
import { useCommand } from '../../data/useCommand.ts';
import { useVault } from '../../data/useVault.tsx';
import { Button } from '../../ui/Button.tsx';
import { Section } from '../../ui/SectionHead.tsx';
import { longDate } from '../../ui/dateText.ts';
import { showToast } from '../../ui/toasts.ts';
import { CallError } from '../household/CallError.tsx';
import { useTeamQuery } from '../team/useSharing.ts';
import { leadReasonText } from './accessText.ts';

export function LookedIn({ documentId }: { readonly documentId: DocumentId }) {
  const { me, today } = useVault();
  const { data } = useTeamQuery('access.reasons', { documentId });
  const leave = useCommand('access.leave');
  if (!data || data.rows.length === 0) return null;
  const stop = async (): Promise<void> => {
    if (!(await leave.run({ documentId }))) return;
    showToast({ text: 'Gestopt. Het dossier gaat uit je lijsten zodra je verbinding hebt.' });
  };
  return (
    <Section title="Inzien met reden" count={data.rows.length}>
      <ul className="access-list">
        {data.rows.map((row) => (
          <li key={`${row.userId}${String(row.atMs)}`}>
            <p>
              <b className="strong">{leadReasonText(row)}</b>, {longDate(calendarDateAt(row.atMs), today)}
              {row.holds ? '' : ' (is gestopt)'}
            </p>
            <p className="meta">{row.words ?? 'De reden staat niet op deze laptop.'}</p>
            {row.holds && row.userId === me.userId ? (
              <Button field="access.leave" busy={leave.busy ? 'Bezig…' : undefined} onPress={() => void stop()}>
                Stop met inzien
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      {leave.error ? <CallError error={leave.error} /> : null}
    </Section>
  );
}
