/** Going somewhere, back and forward, without the browser's history: nothing about a household is ever in a URL. */
import { HOME, sameRoute, type Route } from './routes.ts';

const REMEMBERED = 50;

export interface Router {
  current(): Route;
  subscribe(listener: () => void): () => void;
  go(route: Route): void;
  /** Goes without leaving a step to come back to, for a tab or a redirect. */
  replace(route: Route): void;
  back(): void;
  forward(): void;
  canGoBack(): boolean;
  /** Forgets where one has been. */
  reset(route?: Route): void;
}

export function createRouter(start: Route = HOME): Router {
  let steps: readonly Route[] = [start];
  let at = 0;
  const listeners = new Set<() => void>();
  const current = (): Route => steps[at] ?? HOME;

  function settle(nextSteps: readonly Route[], nextAt: number): void {
    const before = current();
    steps = nextSteps;
    at = nextAt;
    if (before !== current()) for (const listener of [...listeners]) listener();
  }

  return {
    current,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    go(route) {
      if (sameRoute(route, current())) return;
      const kept = [...steps.slice(0, at + 1), route].slice(-REMEMBERED);
      settle(kept, kept.length - 1);
    },
    replace: (route) => settle([...steps.slice(0, at), route, ...steps.slice(at + 1)], at),
    back: () => settle(steps, Math.max(0, at - 1)),
    forward: () => settle(steps, Math.min(steps.length - 1, at + 1)),
    canGoBack: () => at > 0,
    reset: (route = HOME) => settle([route], 0),
  };
}
