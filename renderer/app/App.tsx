import { Suspense, lazy, useEffect, type ReactNode } from 'react';
import { I18nProvider } from 'react-aria-components';
import type { SessionView } from '../data/session.ts';
import { useSessionView } from '../data/sessionContext.tsx';
import { HiddenScreen } from '../features/session/HiddenScreen.tsx';
import { StartScreen } from '../features/session/StartScreen.tsx';
import { WaitingScreen } from '../features/session/BetweenScreens.tsx';
import { BetweenScreenView } from './BetweenScreenView.tsx';
import { SYSTEM_LOOK, useLook } from './look.ts';

const loadOpenApp = async () => ({ default: (await import('./OpenApp.tsx')).OpenApp });
const OpenApp = lazy(loadOpenApp);

/** The whole screen, by what the vault allows to be seen. */
export function App() {
  const view = useSessionView();
  const session = 'session' in view ? view.session : null;
  useLook(session?.settings ?? SYSTEM_LOOK);
  useEffect(() => {
    // Fetched now, so that it is here before the passphrase is typed.
    void loadOpenApp();
  }, []);
  return (
    <I18nProvider locale="nl-NL">
      {session ? (
        <Suspense fallback={<WaitingScreen text="Bezig met openen…" />}>
          <OpenApp session={session} view={view}>
            {pageOf(view)}
          </OpenApp>
        </Suspense>
      ) : (
        pageOf(view)
      )}
    </I18nProvider>
  );
}

function pageOf(view: SessionView): ReactNode {
  switch (view.kind) {
    case 'open':
      return null;
    case 'hidden':
      return <HiddenScreen info={view.info} saved={view.saved} />;
    case 'locked':
      return <StartScreen info={view.info} profiles={view.profiles} />;
    default:
      return <BetweenScreenView view={view} />;
  }
}
