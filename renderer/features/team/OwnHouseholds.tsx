import { useState } from 'react';
import { useCommand } from '../../data/useCommand.ts';
import { Button } from '../../ui/Button.tsx';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { Section } from '../../ui/SectionHead.tsx';
import { showToast } from '../../ui/toasts.ts';
import { CallError } from '../household/CallError.tsx';
import { useTeamQuery } from './useSharing.ts';

/** Households from before the team: share or keep, by choice. Gone when all are shared. */
export function OwnHouseholds() {
  const own = useTeamQuery('team.ownHouseholds', {});
  const share = useCommand('team.shareHouseholds');
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const kept = own.data?.filter((row) => !row.shared) ?? [];
  if (kept.length === 0) return null;
  const toShare = kept.filter((row) => chosen.has(row.documentId));
  const toggle = (documentId: string, on: boolean): void =>
    setChosen((before) => {
      const after = new Set(before);
      if (on) after.add(documentId);
      else after.delete(documentId);
      return after;
    });
  const save = async (): Promise<void> => {
    const answer = await share.run({ documentIds: toShare.map((row) => row.documentId) });
    if (!answer) return;
    setChosen(new Set());
    own.reload();
    showToast({
      text: answer.shared === 1 ? '1 huishouden wordt gedeeld.' : `${answer.shared} huishoudens worden gedeeld.`,
    });
  };
  return (
    <Section title="Jouw huishoudens" count={kept.length}>
      <p className="section-text">
        Deze maakte je voordat je bij het team kwam. Ze staan alleen op deze laptop. Kies wat je deelt; je collega’s
        kunnen die dossiers dan openen. De rest blijft hier.
      </p>
      <ul className="own-households">
        {kept.map((row) => (
          <li key={row.documentId}>
            <Checkbox
              field={`team.own.${row.documentId}`}
              selected={chosen.has(row.documentId)}
              onChange={(on) => toggle(row.documentId, on)}
            >
              {row.name}
              {row.knownInTeam ? (
                <span className="meta">
                  Er is in je team al een dossier op dit adres of over iemand uit dit gezin.{' '}
                  {row.askName === null ? 'Overleg eerst.' : `Vraag het eerst ${row.askName}.`}
                </span>
              ) : null}
            </Checkbox>
          </li>
        ))}
      </ul>
      {share.error ? <CallError error={share.error} /> : null}
      <div className="row">
        <Button
          field="team.own.share"
          disabled={toShare.length === 0}
          describedBy="own-households-why"
          busy={share.busy ? 'Bezig…' : undefined}
          onPress={() => void save()}
        >
          {toShare.length <= 1 ? 'Deel met je team' : `Deel ${toShare.length} huishoudens met je team`}
        </Button>
        <Button
          variant="quiet"
          field="team.own.all"
          onPress={() => setChosen(new Set(toShare.length === kept.length ? [] : kept.map((row) => row.documentId)))}
        >
          {toShare.length === kept.length ? 'Kies niets' : 'Kies alles'}
        </Button>
      </div>
      <p className="hint" id="own-households-why">
        {toShare.length === 0 ? 'Kies eerst een huishouden.' : 'Delen kun je stoppen, maar niet ongedaan maken.'}
      </p>
    </Section>
  );
}
