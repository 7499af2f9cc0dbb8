import { useRef, useState, type SubmitEvent } from 'react';
import type { AppError } from '../../../shared/errors.ts';
import { ErrorReport, errorSentence } from '../../app/ErrorReport.tsx';
import { useVaultCalls } from '../../data/sessionContext.tsx';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { showToast } from '../../ui/toasts.ts';
import { pinProblem } from './pinText.ts';
import { SecretField } from './SecretField.tsx';
import { takeSecret, wipe } from './secretText.ts';

interface ChangeProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

export function ChangePin({ isOpen, onClose }: ChangeProps) {
  return (
    <Dialog title="Verander je pincode" isOpen={isOpen} onClose={onClose}>
      <ChangePinForm onClose={onClose} />
    </Dialog>
  );
}

function ChangePinForm({ onClose }: { readonly onClose: () => void }) {
  const vault = useVaultCalls();
  const passphrase = useRef<HTMLInputElement>(null);
  const pin = useRef<HTMLInputElement>(null);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const [pinWrong, setPinWrong] = useState<string | null>(null);
  const [failure, setFailure] = useState<AppError | null>(null);

  async function change(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    if (busy) return;
    setFailure(null);
    const next = pin.current?.value ?? '';
    const wrong = pinProblem(next);
    setPinWrong(wrong);
    if (wrong) return pin.current?.focus();
    const current = takeSecret(passphrase.current);
    setProblem(current ? null : 'Typ je wachtzin.');
    if (!current) return passphrase.current?.focus();
    setBusy(true);
    const changed = await vault.call('profile.changePin', { current, pin: next });
    wipe(current);
    setBusy(false);
    if (changed.ok) {
      showToast({ text: 'Je pincode is veranderd.' });
      onClose();
    } else if ('waitSeconds' in changed.error) {
      setProblem(errorSentence(changed.error));
      passphrase.current?.focus();
    } else setFailure(changed.error);
  }

  return (
    <form onSubmit={(event) => void change(event)} noValidate>
      <SecretField
        label="Wachtzin"
        field="change.current"
        inputRef={passphrase}
        autoFocus
        error={problem ?? undefined}
        hint="Zo weten we dat jij het bent."
      />
      <SecretField
        label="Nieuwe pincode"
        field="change.pin"
        inputRef={pin}
        digits
        isNew
        error={pinWrong ?? undefined}
        hint="Vier, vijf of zes cijfers."
      />
      {failure ? <ErrorReport error={failure} /> : null}
      <div className="dialog-actions">
        <Button variant="primary" type="submit" field="change.go" busy={busy ? 'Bezig met veranderen…' : undefined}>
          Verander
        </Button>
        <Button variant="quiet" field="change.cancel" onPress={onClose}>
          Laat zo
        </Button>
      </div>
    </form>
  );
}
