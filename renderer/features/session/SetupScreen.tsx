import { useEffect, useRef, useState } from 'react';
import type { AppError } from '../../../shared/errors.ts';
import type { OutputOf } from '../../../shared/contract/contract.ts';
import { ErrorReport } from '../../app/ErrorReport.tsx';
import { useSession, useVaultCalls } from '../../data/sessionContext.tsx';
import { Logo } from '../../ui/Logo.tsx';
import { PracticeBar } from '../../ui/PracticeBar.tsx';
import { StatusLine } from '../../ui/StatusLine.tsx';
import { Stepper, type Step } from '../../ui/Stepper.tsx';
import { PassphraseStep } from './PassphraseStep.tsx';
import { PinStep } from './PinStep.tsx';
import { RecoveryStep } from './RecoveryStep.tsx';
import { wipe } from './secretText.ts';
import { WhoStep, type Who } from './WhoStep.tsx';

type Begun = OutputOf<'profile.beginSetup'>;

interface SetupScreenProps {
  readonly practice: boolean;
  readonly onStop: () => void;
}

/** The first run: who, passphrase, PIN, recovery code. Nothing is on disk before the last step is done. */
export function SetupScreen({ practice, onStop }: SetupScreenProps) {
  const session = useSession();
  const vault = useVaultCalls();
  const [at, setAt] = useState(0);
  const [who, setWho] = useState<Who>({ name: '', jobTitle: '' });
  const [begun, setBegun] = useState<Begun | null>(null);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<AppError | null>(null);
  const passphrase = useRef<Uint8Array | null>(null);
  useEffect(() => () => wipe(passphrase.current), []);

  function backToPassphrase(): void {
    wipe(passphrase.current);
    passphrase.current = null;
    setBegun(null);
    setAt(1);
  }

  async function begin(pin: string): Promise<void> {
    const secret = passphrase.current;
    if (!secret) return backToPassphrase();
    setBusy(true);
    setFailure(null);
    const answer = await vault.call('profile.beginSetup', { ...who, passphrase: secret, pin, practice });
    setBusy(false);
    if (!answer.ok) return setFailure(answer.error);
    wipe(secret);
    passphrase.current = null;
    // Nothing real is behind a practice vault, so it needs no paper: the code is given back at once.
    if (practice)
      return finish(answer.value.askedGroups.map((group) => ({ group, text: answer.value.recoveryCode[group] ?? '' })));
    setBegun(answer.value);
    setAt(3);
  }

  async function finish(groups: readonly { readonly group: number; readonly text: string }[]): Promise<void> {
    setBusy(true);
    setFailure(null);
    const done = await vault.call('profile.finishSetup', { groups: [...groups] });
    if (done.ok) return session.refresh();
    setBusy(false);
    setFailure(done.error);
  }

  const steps: readonly Step[] = [
    { label: 'Wie ben je?', ...(at > 0 ? { note: [who.name, who.jobTitle].filter(Boolean).join(', ') } : {}) },
    { label: 'Wachtzin', note: 'Om de laptop te ontgrendelen' },
    { label: 'Pincode', note: 'Voor als je even wegkijkt' },
    ...(practice ? [] : [{ label: 'Herstelcode', note: 'Voor als je de wachtzin kwijt bent' }]),
  ];

  return (
    <div className="setup">
      {practice ? <PracticeBar onStop={onStop} /> : null}
      <header className="setup-side">
        <div className="brand">
          <Logo />
          Samenspel
        </div>
        <Stepper label="Eerste keer" steps={steps} current={at} />
      </header>
      <main className="sheet setup-sheet">
        <div className="setup-body">
          {at === 0 ? (
            <WhoStep
              start={who}
              practice={practice}
              onBack={onStop}
              onNext={(given) => {
                setWho(given);
                setAt(1);
              }}
            />
          ) : null}
          {at === 1 ? (
            <PassphraseStep
              onBack={() => setAt(0)}
              onNext={(secret) => {
                passphrase.current = secret;
                setAt(2);
              }}
            />
          ) : null}
          {at === 2 ? (
            <PinStep last={practice} busy={busy} onBack={backToPassphrase} onNext={(pin) => void begin(pin)} />
          ) : null}
          {at === 3 && begun ? (
            <RecoveryStep
              code={begun.recoveryCode}
              asked={begun.askedGroups}
              name={who.name}
              busy={busy}
              onBack={backToPassphrase}
              onDone={(groups) => void finish(groups)}
            />
          ) : null}
          {failure ? <ErrorReport error={failure} /> : null}
        </div>
      </main>
      <StatusLine
        icon="lock-simple"
        state="Proefversie:"
        rest="nog niet voor echte dossiers. Alles staat versleuteld op deze laptop."
      />
    </div>
  );
}
