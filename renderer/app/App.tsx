import { useEffect, type ReactNode } from 'react';
import { I18nProvider } from 'react-aria-components';
import { BetweenScreenView } from './BetweenScreenView.tsx';
import type { OpenSession, SessionView } from '../data/session.ts';
import { screenClock, screenRandom } from '../data/platform.ts';
import { useSession, useSessionView, useVaultCalls } from '../data/sessionContext.tsx';
import { VaultProvider } from '../data/useVault.tsx';
import { HiddenScreen } from '../features/session/HiddenScreen.tsx';
import { StartScreen } from '../features/session/StartScreen.tsx';
import { clearToast } from '../ui/toasts.ts';
import { Frame } from './Frame.tsx';
import { watchActivity } from './idle.ts';
import { SYSTEM_LOOK, useLook } from './look.ts';
import { returnToField } from './place.ts';

/** The whole screen, by what the vault allows to be seen. */
export function App() {
  const view = useSessionView();
  const session = 'session' in view ? view.session : null;
  useLook(session?.settings ?? SYSTEM_LOOK);
  useForgottenToasts(view);
  return (
    <I18nProvider locale="nl-NL">
      {session ? (
        // Stays around a hidden screen: what could not be saved before hiding goes along afterwards.
        <OpenVault session={session}>{pageOf(view)}</OpenVault>
      ) : (
        pageOf(view)
      )}
    </I18nProvider>
  );
}

function OpenVault({ session, children }: { readonly session: OpenSession; readonly children: ReactNode }) {
  const calls = useVaultCalls();
  return (
    <VaultProvider calls={calls} me={session.me} today={session.today} clock={screenClock} random={screenRandom}>
      {children}
    </VaultProvider>
  );
}

function pageOf(view: SessionView): ReactNode {
  switch (view.kind) {
    case 'open':
      return <Working view={view} />;
    case 'hidden':
      return <HiddenScreen info={view.info} />;
    case 'locked':
      return <StartScreen info={view.info} profiles={view.profiles} />;
    default:
      return <BetweenScreenView view={view} />;
  }
}

/** While the app is open: says that somebody is there, and returns to where the person was. */
function Working({ view }: { readonly view: Extract<SessionView, { kind: 'open' }> }) {
  const session = useSession();
  const calls = useVaultCalls();
  const { place } = view.session;
  useEffect(() => watchActivity(window, screenClock.nowMs, () => void calls.call('session.activity', {})), [calls]);
  // Only for the place that this opening began with.
  useEffect(() => (place ? returnToField(document, place) : undefined), []);
  useEffect(() => {
    const suspend = (): void => void session.hide();
    document.addEventListener('freeze', suspend);
    return () => document.removeEventListener('freeze', suspend);
  }, [session]);
  return <Frame info={view.info} practice={view.session.practice} />;
}

/** A message may name a household; it goes when the screen is emptied. */
function useForgottenToasts(view: SessionView): void {
  const isOpen = view.kind === 'open';
  useEffect(() => {
    if (!isOpen) clearToast();
  }, [isOpen]);
}
