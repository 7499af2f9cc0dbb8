import { useRef, useState, type SubmitEvent } from 'react';
import { errorSentence } from '../../app/ErrorReport.tsx';
import { timeOfDay } from '../../data/saveState.ts';
import type { AppInfo } from '../../data/session.ts';
import { useSession, useVaultCalls } from '../../data/sessionContext.tsx';
import { Button } from '../../ui/Button.tsx';
import { Logo } from '../../ui/Logo.tsx';
import { PracticeBar } from '../../ui/PracticeBar.tsx';
import { StatusLine } from '../../ui/StatusLine.tsx';
import { TextLink } from '../../ui/TextLink.tsx';
import { EmptyTable } from './KitchenTable.tsx';
import { SecretField } from './SecretField.tsx';

/** Says only what is true: that the last words are on disk, or that they are not there yet. */
const SAVED_TEXT = {
  true: 'Alles is bewaard. Je komt terug op dezelfde plek.',
  false: 'Je laatste zinnen zijn nog niet bewaard. Ga verder, dan proberen we het opnieuw. Vergrendelen wist ze.',
  null: 'Je komt terug op dezelfde plek.',
} as const;

/** The table is cleared: no names, no menu. Back with the PIN; three wrong ones lock. */
export function HiddenScreen({ info, saved }: { readonly info: AppInfo | null; readonly saved: boolean | null }) {
  const session = useSession();
  const vault = useVaultCalls();
  const input = useRef<HTMLInputElement>(null);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const [forgotten, setForgotten] = useState(false);

  async function resume(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    if (busy) return;
    const pin = input.current?.value ?? '';
    if (input.current) input.current.value = '';
    if (!/^\d{4,6}$/.test(pin)) {
      setProblem('Typ vier, vijf of zes cijfers.');
      input.current?.focus();
      return;
    }
    setBusy(true);
    setProblem(null);
    const resumed = await vault.call('session.resume', { pin });
    if (resumed.ok) return session.refresh();
    setBusy(false);
    setProblem(errorSentence(resumed.error));
    input.current?.focus();
  }

  const locksAt = info?.locksAtMs;
  return (
    <div className="app hidden-screen">
      {info?.practice ? <PracticeBar /> : null}
      <header className="nav">
        <div className="brand">
          <Logo />
          Samenspel
        </div>
      </header>
      <main className="sheet">
        <div className="cleared-table">
          <EmptyTable />
          <form className="pin-form" onSubmit={(event) => void resume(event)} noValidate>
            <h1>Even verborgen</h1>
            <p role="status">{SAVED_TEXT[`${saved}`]}</p>
            <SecretField
              label="Pincode"
              field="hidden.pin"
              inputRef={input}
              digits
              autoFocus
              error={problem ?? undefined}
            />
            <Button
              variant="primary"
              wide
              tall
              type="submit"
              field="hidden.go"
              busy={busy ? 'Even kijken…' : undefined}
            >
              Ga verder
            </Button>
          </form>
        </div>
        <p className="hidden-foot">
          {locksAt ? <span>Om {timeOfDay(locksAt)} vergrendelt de laptop vanzelf.</span> : null}
          <TextLink field="hidden.lock" onPress={() => void session.lock()}>
            Vergrendel nu
          </TextLink>
          <TextLink field="hidden.forgotten" onPress={() => setForgotten(true)}>
            Pincode vergeten?
          </TextLink>
        </p>
        <p className="hidden-foot" role="status">
          {forgotten ? 'Vergrendel de laptop. Daarna kom je met je wachtzin weer binnen, op dezelfde plek.' : ''}
        </p>
      </main>
      {saved === false ? (
        <StatusLine icon="warning-circle" state="Nog niet alles is bewaard." />
      ) : (
        <StatusLine icon="laptop" state={saved === null ? 'Je scherm is leeg.' : 'Bewaard op deze laptop.'} />
      )}
    </div>
  );
}
