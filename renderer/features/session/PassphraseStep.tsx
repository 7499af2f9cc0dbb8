import { useRef, useState, type SubmitEvent } from 'react';
import { Button } from '../../ui/Button.tsx';
import { NewPassphrase, type NewPassphraseHandle } from './NewPassphrase.tsx';
import { StepHead } from './StepHead.tsx';

interface PassphraseStepProps {
  readonly onBack: () => void;
  /** The bytes are the caller's, to send and to wipe. */
  readonly onNext: (passphrase: Uint8Array) => void;
}

export function PassphraseStep({ onBack, onNext }: PassphraseStepProps) {
  const passphrase = useRef<NewPassphraseHandle>(null);
  const [busy, setBusy] = useState(false);

  async function next(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    if (busy) return;
    setBusy(true);
    const taken = (await passphrase.current?.take()) ?? null;
    setBusy(false);
    if (taken) onNext(taken);
  }

  return (
    <form className="setup-form" onSubmit={(event) => void next(event)} noValidate>
      <StepHead title="Kies een wachtzin">
        Met deze zin ontgrendel je de laptop. Hij staat nergens opgeslagen. Niemand kan hem voor je opzoeken.
      </StepHead>
      <NewPassphrase ref={passphrase} field="setup" label="Wachtzin" autoFocus />
      <div className="setup-actions">
        <Button variant="primary" tall type="submit" field="setup.next" busy={busy ? 'Even kijken…' : undefined}>
          Verder
        </Button>
        <Button variant="quiet" tall field="setup.back" onPress={onBack}>
          Terug
        </Button>
      </div>
    </form>
  );
}
