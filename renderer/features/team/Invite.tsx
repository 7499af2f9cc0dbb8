import { useState } from 'react';
import type { OutputOf } from '../../../shared/contract/contract.ts';
import { useCommand } from '../../data/useCommand.ts';
import { useVault } from '../../data/useVault.tsx';
import { Button } from '../../ui/Button.tsx';
import { Section } from '../../ui/SectionHead.tsx';
import { CallError } from '../household/CallError.tsx';
import { QrCode } from './QrCode.tsx';
import { momentSaid } from './sharingText.ts';

/** A code for one new laptop, to read out, to copy by hand or as a picture for a camera. */
export function Invite() {
  const { today } = useVault();
  const invite = useCommand('team.invite');
  const [made, setMade] = useState<OutputOf<'team.invite'> | null>(null);
  const make = async (): Promise<void> => {
    const answer = await invite.run({});
    if (answer) setMade(answer);
  };
  return (
    <Section title="Nodig een collega uit">
      <div className="invite">
        {invite.error ? <CallError error={invite.error} /> : null}
        {made ? (
          <>
            <p>Geef je collega het adres en deze code. Bel, of zit naast elkaar.</p>
            <dl>
              <dt>Adres</dt>
              <dd>{made.server}</dd>
              <dt>Code</dt>
              <dd className="invite-code" data-invite-code="">
                {made.code}
              </dd>
            </dl>
            <QrCode {...made.qr} label="Het adres en de code als QR-code" />
            <p className="hint">Werkt één keer, tot {momentSaid(made.expiresAtMs, today)}. Maak er geen foto van.</p>
            <div className="row">
              <Button field="team.invite.done" onPress={() => setMade(null)}>
                Haal weg van het scherm
              </Button>
            </div>
          </>
        ) : (
          <>
            <p className="muted">Je krijgt een code voor één nieuwe laptop. Daarna vergelijken jullie vijf woorden.</p>
            <Button
              icon="user-plus"
              field="team.invite"
              busy={invite.busy ? 'Bezig…' : undefined}
              onPress={() => void make()}
            >
              Maak een code
            </Button>
          </>
        )}
      </div>
    </Section>
  );
}
