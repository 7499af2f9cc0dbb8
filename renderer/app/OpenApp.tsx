/** Everything behind the lock. A chunk of its own, loaded while the worker types the passphrase. */
import { useEffect, useMemo, useState, type ReactNode } from 'react';
import { createFormDrafts, type FormDrafts } from '../data/formDrafts.ts';
import type { OpenSession, SessionView } from '../data/session.ts';
import { screenClock, screenRandom } from '../data/platform.ts';
import { useSession, useVaultCalls } from '../data/sessionContext.tsx';
import { useToday } from '../data/useToday.ts';
import { VaultProvider } from '../data/useVault.tsx';
import { clearToast } from '../ui/toasts.ts';
import { Frame } from './Frame.tsx';
import { watchActivity } from './idle.ts';
import { returnToField } from './place.ts';

interface OpenAppProps {
  readonly session: OpenSession;
  readonly view: SessionView;
  /** What is shown while nothing of the dossiers may be seen. */
  readonly children: ReactNode;
}

/** Stays around a hidden screen: what could not be saved before hiding goes along afterwards. */
export function OpenApp({ session, view, children }: OpenAppProps) {
  const calls = useVaultCalls();
  const isOpen = view.kind === 'open';
  const today = useToday(session.today);
  const drafts = useMemo(() => createFormDrafts(calls), [calls]);
  useEffect(() => drafts.listen(), [drafts]);
  useEffect(() => {
    // A message may name a household; it goes when the screen is emptied.
    if (!isOpen) clearToast();
  }, [isOpen]);
  return (
    <VaultProvider
      calls={calls}
      drafts={drafts}
      me={session.me}
      today={today}
      clock={screenClock}
      random={screenRandom}
    >
      {view.kind === 'open' ? <Working view={view} drafts={drafts} /> : children}
    </VaultProvider>
  );
}

/** While the app is open: says that somebody is there, and returns to where the person was. */
function Working({
  view,
  drafts,
}: {
  readonly view: Extract<SessionView, { kind: 'open' }>;
  readonly drafts: FormDrafts;
}) {
  const session = useSession();
  const calls = useVaultCalls();
  // The place that this opening began with; later ones are only remembered.
  const [place] = useState(view.session.place);
  useEffect(() => watchActivity(window, screenClock.nowMs, () => void calls.call('session.activity', {})), [calls]);
  useEffect(() => (place ? returnToField(document, place) : undefined), [place]);
  useEffect(() => {
    const suspend = (): void => void session.hide();
    document.addEventListener('freeze', suspend);
    return () => document.removeEventListener('freeze', suspend);
  }, [session]);
  const [ready, setReady] = useState(false);
  useEffect(() => {
    let here = true;
    void drafts.load().then(() => here && setReady(true));
    return () => {
      here = false;
    };
  }, [drafts]);
  // A form begins with what was typed in it, so that is fetched first: one short question to the own vault.
  return ready ? <Frame info={view.info} practice={view.session.practice} /> : null;
}
