import { createContext, useContext, useSyncExternalStore, type ReactNode } from 'react';
import type { VaultCalls } from './client.ts';
import type { OpenSession, Session, SessionView } from './session.ts';

const Context = createContext<Session | null>(null);

/** Gives the session to everything below it. */
export function SessionProvider({ session, children }: { readonly session: Session; readonly children: ReactNode }) {
  return <Context value={session}>{children}</Context>;
}

export function useSession(): Session {
  const session = useContext(Context);
  if (!session) throw new Error('no session around this component');
  return session;
}

export function useSessionView(): SessionView {
  const session = useSession();
  return useSyncExternalStore(session.subscribe, session.view);
}

/** The calls before unlock; behind the lock use `useVault`. The same object across locks. */
export function useVaultCalls(): VaultCalls {
  return useSession().vault;
}

/** The worker, settings and today's date; only inside the open app. */
export function useOpenSession(): OpenSession {
  const view = useSessionView();
  if (view.kind !== 'open') throw new Error('the app is not open');
  return view.session;
}
