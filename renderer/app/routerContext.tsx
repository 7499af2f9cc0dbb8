import { createContext, useContext, useSyncExternalStore, type ReactNode } from 'react';
import type { Router } from './router.ts';
import type { Route } from './routes.ts';

const Context = createContext<Router | null>(null);

export function RouterProvider({ router, children }: { readonly router: Router; readonly children: ReactNode }) {
  return <Context value={router}>{children}</Context>;
}

export function useRouter(): Router {
  const router = useContext(Context);
  if (!router) throw new Error('no router around this component');
  return router;
}

export function useRoute(): Route {
  const router = useRouter();
  return useSyncExternalStore(router.subscribe, router.current);
}
