import { useState } from 'react';
import type { AppError } from '../../../shared/errors.ts';
import { ErrorReport } from '../../app/ErrorReport.tsx';
import { WorkLine } from '../../app/WorkLine.tsx';
import { useVaultCalls } from '../../data/sessionContext.tsx';
import type { Profile } from '../../data/session.ts';
import { Button } from '../../ui/Button.tsx';
import { ErrorNote } from '../../ui/ErrorNote.tsx';
import { repairDoneText } from '../care/repairText.ts';
import { wipe } from './secretText.ts';

interface RepairOfferProps {
  readonly profile: Profile;
  /** The passphrase as it was typed, or null when the field is empty. */
  readonly takePassphrase: () => Uint8Array | null;
  readonly onNoPassphrase: () => void;
  /** The repaired store lies ready: the next unlock opens it. */
  readonly onReady: () => void;
}

/** The store is damaged. Nothing is thrown away here: the files stay aside, and what can be read comes back. */
export function RepairOffer({ profile, takePassphrase, onNoPassphrase, onReady }: RepairOfferProps) {
  const vault = useVaultCalls();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<AppError | null>(null);
  const [done, setDone] = useState<string | null>(null);

  async function repair(): Promise<void> {
    const passphrase = takePassphrase();
    if (!passphrase) return onNoPassphrase();
    setFailure(null);
    setBusy(true);
    const repaired = await vault.call('vault.repair', { profileId: profile.profileId, passphrase });
    wipe(passphrase);
    setBusy(false);
    if (!repaired.ok) return setFailure(repaired.error);
    setDone(repairDoneText(repaired.value));
    onReady();
  }

  if (done !== null)
    return (
      <div className="hint" role="status">
        <p className="strong">Het herstel is klaar.</p>
        <p>{done}</p>
        <p>Typ nu je wachtzin en ontgrendel.</p>
      </div>
    );
  return (
    <>
      <ErrorNote
        title="Een deel van je gegevens kan niet gelezen worden."
        details="DatabaseDamaged"
        actions={
          <Button
            variant="primary"
            field="unlock.repair"
            busy={busy ? 'Bezig met herstellen…' : undefined}
            onPress={() => void repair()}
          >
            Herstel mijn gegevens
          </Button>
        }
      >
        Er is niets weggegooid. Samenspel haalt terug wat nog te lezen is en vult dat aan uit je laatste reservekopie.
        Wat je team al heeft, komt terug zodra je verbinding hebt. De beschadigde bestanden blijven bewaard. Typ je
        wachtzin en kies Herstel mijn gegevens.
      </ErrorNote>
      <WorkLine work="REPAIR" />
      {failure ? <ErrorReport error={failure} /> : null}
    </>
  );
}
