import { useRef, useState, type SubmitEvent } from 'react';
import type { AppError } from '../../../shared/errors.ts';
import { ErrorReport, errorSentence } from '../../app/ErrorReport.tsx';
import { useVaultCalls } from '../../data/sessionContext.tsx';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { showToast } from '../../ui/toasts.ts';
import { NewPassphrase, type NewPassphraseHandle } from './NewPassphrase.tsx';
import { SecretField } from './SecretField.tsx';
import { readSecret, wipe } from './secretText.ts';

interface ChangeProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

export function ChangePassphrase({ isOpen, onClose }: ChangeProps) {
  return (
    <Dialog title="Verander je wachtzin" isOpen={isOpen} onClose={onClose}>
      <ChangePassphraseForm onClose={onClose} />
    </Dialog>
  );
}

function ChangePassphraseForm({ onClose }: { readonly onClose: () => void }) {
  const vault = useVaultCalls();
  const current = useRef<HTMLInputElement>(null);
  const next = useRef<NewPassphraseHandle>(null);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const [failure, setFailure] = useState<AppError | null>(null);

  async function change(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    if (busy) return;
    setFailure(null);
    const old = readSecret(current.current);
    setProblem(old ? null : 'Typ je wachtzin van nu.');
    if (!old) return current.current?.focus();
    setBusy(true);
    const fresh = (await next.current?.take()) ?? null;
    if (!fresh) {
      wipe(old);
      return setBusy(false);
    }
    const changed = await vault.call('profile.changePassphrase', { current: old, next: fresh });
    wipe(old);
    wipe(fresh);
    setBusy(false);
    if (changed.ok) {
      showToast({ text: 'Je wachtzin is veranderd. Je herstelcode blijft dezelfde.' });
      onClose();
    } else if ('waitSeconds' in changed.error) {
      setProblem(errorSentence(changed.error));
      if (current.current) current.current.value = '';
      current.current?.focus();
    } else setFailure(changed.error);
  }

  return (
    <form onSubmit={(event) => void change(event)} noValidate>
      <SecretField
        label="Wachtzin van nu"
        field="change.current"
        inputRef={current}
        autoFocus
        error={problem ?? undefined}
      />
      <NewPassphrase ref={next} field="change" label="Nieuwe wachtzin" />
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
