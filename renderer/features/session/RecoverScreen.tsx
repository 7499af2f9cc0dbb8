import { useRef, useState, type SubmitEvent } from 'react';
import { ErrorReport, errorSentence } from '../../app/ErrorReport.tsx';
import { WorkLine } from '../../app/WorkLine.tsx';
import type { AppError } from '../../../shared/errors.ts';
import { waitText } from './waitText.ts';
import type { Profile } from '../../data/session.ts';
import { useSession, useVaultCalls } from '../../data/sessionContext.tsx';
import { Button } from '../../ui/Button.tsx';
import { TextArea } from '../../ui/TextArea.tsx';
import { DoorScreen } from './DoorScreen.tsx';
import { NewPassphrase, type NewPassphraseHandle } from './NewPassphrase.tsx';
import { wipe } from './secretText.ts';
import { useCountdown } from './useCountdown.ts';

/** Forgotten passphrase: the printed code opens, and a new passphrase is set at once. Data stay the same. */
export function RecoverScreen({ profile, onBack }: { readonly profile: Profile; readonly onBack: () => void }) {
  const session = useSession();
  const vault = useVaultCalls();
  const code = useRef<HTMLTextAreaElement>(null);
  const passphrase = useRef<NewPassphraseHandle>(null);
  const [busy, setBusy] = useState(false);
  const [codeProblem, setCodeProblem] = useState<string | null>(null);
  const [failure, setFailure] = useState<AppError | null>(null);
  const wait = useCountdown(0);

  async function recover(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    if (busy || wait.left > 0) return;
    setFailure(null);
    const recoveryCode = (code.current?.value ?? '').trim();
    setCodeProblem(recoveryCode === '' ? 'Typ de code van je papier.' : null);
    if (recoveryCode === '') return code.current?.focus();
    setBusy(true);
    const next = (await passphrase.current?.take()) ?? null;
    if (!next) return setBusy(false);
    const opened = await vault.call('vault.recover', {
      profileId: profile.profileId,
      recoveryCode,
      newPassphrase: next,
    });
    wipe(next);
    if (opened.ok) return session.refresh();
    setBusy(false);
    if (opened.error.tag === 'WaitBeforeRetry') wait.start(opened.error.waitSeconds);
    if (opened.error.tag === 'WrongRecoveryCode') {
      setCodeProblem(errorSentence(opened.error));
      code.current?.focus();
    } else setFailure(opened.error);
  }

  return (
    <DoorScreen above={profile.label} title="Wachtzin vergeten" practice={profile.practice}>
      <p className="door-lead">Neem het papier met je herstelcode erbij. Daarna kies je een nieuwe wachtzin.</p>
      <form onSubmit={(event) => void recover(event)} noValidate>
        <TextArea
          ref={code}
          label="Herstelcode"
          field="recover.code"
          autoFocus
          spellCheck={false}
          maxLength={120}
          hint="Streepjes en spaties mogen. Een rondje is altijd een nul."
          error={codeProblem ?? undefined}
        />
        <NewPassphrase ref={passphrase} field="recover" label="Nieuwe wachtzin" />
        {failure ? <ErrorReport error={failure} /> : null}
        <div className="door-actions">
          <Button
            variant="primary"
            tall
            type="submit"
            field="recover.go"
            disabled={wait.left > 0}
            busy={busy ? 'Bezig met openen…' : undefined}
          >
            {wait.left > 0 ? `Wacht nog ${waitText(wait.left)}` : 'Open met de herstelcode'}
          </Button>
          <Button variant="quiet" tall field="recover.back" onPress={onBack}>
            Terug
          </Button>
        </div>
        <WorkLine work="OPEN" />
      </form>
    </DoorScreen>
  );
}
