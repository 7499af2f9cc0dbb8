import { useRef, useState, type ReactNode, type SubmitEvent } from 'react';
import { waitText } from './waitText.ts';
import type { AppError } from '../../../shared/errors.ts';
import { ErrorReport, errorSentence } from '../../app/ErrorReport.tsx';
import { WorkLine } from '../../app/WorkLine.tsx';
import type { Profile } from '../../data/session.ts';
import { useSession, useVaultCalls } from '../../data/sessionContext.tsx';
import { Button } from '../../ui/Button.tsx';
import { TextLink } from '../../ui/TextLink.tsx';
import { DoorScreen } from './DoorScreen.tsx';
import { RepairOffer } from './RepairOffer.tsx';
import { SecretField } from './SecretField.tsx';
import { takeSecret, wipe } from './secretText.ts';
import { useCountdown } from './useCountdown.ts';

interface UnlockScreenProps {
  readonly profile: Profile;
  readonly waitingToShare: boolean;
  /** What happened on this laptop before. */
  readonly note: ReactNode;
  readonly onForgotten: () => void;
  readonly onOther: () => void;
}

const FIELD_ERRORS: ReadonlySet<AppError['tag']> = new Set(['WrongPassphrase', 'WaitBeforeRetry']);

/** The passphrase. A wrong one waits longer each time, and never wipes. */
export function UnlockScreen({ profile, waitingToShare, note, onForgotten, onOther }: UnlockScreenProps) {
  const session = useSession();
  const vault = useVaultCalls();
  const input = useRef<HTMLInputElement>(null);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const [failure, setFailure] = useState<AppError | null>(null);
  const wait = useCountdown(profile.waitSeconds);

  function askPassphrase(): void {
    setProblem('Typ je wachtzin.');
    input.current?.focus();
  }

  async function unlock(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    if (busy || wait.left > 0) return;
    const passphrase = takeSecret(input.current);
    if (!passphrase) return askPassphrase();
    setFailure(null);
    setProblem(null);
    setBusy(true);
    const opened = await vault.call('vault.unlock', { profileId: profile.profileId, passphrase });
    wipe(passphrase);
    if (opened.ok) return session.refresh();
    setBusy(false);
    if ('waitSeconds' in opened.error) wait.start(opened.error.waitSeconds);
    if (FIELD_ERRORS.has(opened.error.tag)) setProblem(errorSentence(opened.error));
    else setFailure(opened.error);
    input.current?.focus();
  }

  return (
    <DoorScreen
      above={profile.practice ? 'Oefenen – geen echte gegevens' : 'Samen één plan'}
      title="Ontgrendel deze laptop"
      waitingToShare={waitingToShare}
      practice={profile.practice}
    >
      {note}
      <p className="door-who">
        <span>
          <b className="strong">{profile.label}</b>
          {profile.jobTitle ? <span className="muted">, {profile.jobTitle}</span> : null}
        </span>
        <TextLink field="unlock.other" onPress={onOther}>
          Iemand anders
        </TextLink>
      </p>
      {profile.headerRepaired ? (
        <p className="hint">Het slot was beschadigd. Samenspel gebruikt de reservekopie ervan. Er is niets weg.</p>
      ) : null}
      <form onSubmit={(event) => void unlock(event)} noValidate>
        <SecretField
          label="Wachtzin"
          field="unlock.passphrase"
          inputRef={input}
          autoFocus
          error={problem ?? undefined}
          readOnly={busy}
        />
        <div className="door-actions">
          <Button
            variant="primary"
            tall
            type="submit"
            field="unlock.go"
            disabled={wait.left > 0}
            busy={busy ? 'Bezig met openen…' : undefined}
          >
            {wait.left > 0 ? `Wacht nog ${waitText(wait.left)}` : 'Ontgrendel'}
          </Button>
          <TextLink field="unlock.forgotten" onPress={onForgotten}>
            Wachtzin vergeten?
          </TextLink>
        </div>
      </form>
      <WorkLine work="OPEN" />
      {failure?.tag === 'DatabaseDamaged' ? (
        <RepairOffer
          profile={profile}
          takePassphrase={() => takeSecret(input.current)}
          onNoPassphrase={askPassphrase}
          onReady={() => input.current?.focus()}
        />
      ) : failure ? (
        <ErrorReport error={failure} />
      ) : null}
    </DoorScreen>
  );
}
