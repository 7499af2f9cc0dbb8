/** Work of somebody who lost access before it was shared. A lead takes it over into the dossier, or declines it with a reason. */
import { useState } from 'react';
import type { QuarantineRow } from '../../../shared/contract/commands/access.ts';
import { calendarDateAt } from '../../../shared/domain/dates.ts';
import { useCommand } from '../../data/useCommand.ts';
import { useVault } from '../../data/useVault.tsx';
import { Button } from '../../ui/Button.tsx';
import { Section } from '../../ui/SectionHead.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { longDate } from '../../ui/dateText.ts';
import { showToast } from '../../ui/toasts.ts';
import { CallError } from '../household/CallError.tsx';
import { useTeamQuery } from './useSharing.ts';

export function Quarantine() {
  const { data, reload } = useTeamQuery('quarantine.list', {});
  if (!data || data.rows.length === 0) return null;
  return (
    <Section title="Nog niet gedeeld werk" count={data.rows.length}>
      <p className="section-text">
        Deze collega’s kunnen niet meer in het dossier, en hadden nog iets niet gedeeld. Er gaat niets weg tot jij
        kiest.
      </p>
      <ul className="access-list">
        {data.rows.map((row) => (
          <Item key={row.item} row={row} onDecided={reload} />
        ))}
      </ul>
    </Section>
  );
}

function Item({ row, onDecided }: { readonly row: QuarantineRow; readonly onDecided: () => void }) {
  const { today } = useVault();
  const take = useCommand('quarantine.take');
  const decline = useCommand('quarantine.decline');
  const [declining, setDeclining] = useState(false);
  const [reason, setReason] = useState('');
  const takeIt = async (): Promise<void> => {
    if (!(await take.run({ item: row.item }))) return;
    showToast({ text: `Het werk van ${row.name} staat in het dossier.` });
    onDecided();
  };
  const declineIt = async (): Promise<void> => {
    if (!(await decline.run({ item: row.item, reason }))) return;
    showToast({ text: 'Niet overgenomen. De reden is bewaard.' });
    onDecided();
  };
  return (
    <li>
      <p>
        <b className="strong">{row.name}</b>, {row.householdName ?? `dossier ${row.mark}`},{' '}
        {longDate(calendarDateAt(row.receivedAtMs), today)}
      </p>
      {row.canTake ? null : <p className="hint">Vraag eerst inzage met reden. Daarna kun je het overnemen.</p>}
      {row.complete ? null : <p className="hint">Nog niet alles is binnen.</p>}
      {declining ? (
        <TextField
          label="Waarom neem je het niet over?"
          field={`quarantine.reason.${row.item}`}
          maxLength={500}
          value={reason}
          onChange={setReason}
        />
      ) : null}
      {take.error ? <CallError error={take.error} /> : null}
      {decline.error ? <CallError error={decline.error} /> : null}
      <div className="row">
        {declining ? (
          <>
            <Button
              field={`quarantine.declineNow.${row.item}`}
              disabled={reason.trim() === ''}
              onPress={() => void declineIt()}
            >
              Neem niet over
            </Button>
            <Button field={`quarantine.back.${row.item}`} onPress={() => setDeclining(false)}>
              Terug
            </Button>
          </>
        ) : (
          <>
            <Button
              field={`quarantine.take.${row.item}`}
              disabled={!row.canTake || !row.complete}
              busy={take.busy ? 'Bezig…' : undefined}
              onPress={() => void takeIt()}
            >
              Neem over in het dossier
            </Button>
            <Button field={`quarantine.decline.${row.item}`} onPress={() => setDeclining(true)}>
              Neem niet over
            </Button>
          </>
        )}
      </div>
    </li>
  );
}
