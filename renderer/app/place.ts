/**
 * Returning to the same letter. While someone works, the route, the focused field and the caret go to the encrypted
 * store, a moment after each change; after unlock or resume the field is waited for and the caret is put back, unless
 * the person has already begun with something else. Fields have a stable `data-field`, made of ids only.
 */
import type { Place } from '../../shared/contract/commands/session.ts';
import type { VaultLink } from '../data/client.ts';
import { routeToText, type Route } from './routes.ts';

const PAUSE_MS = 800;
const WAIT_FOR_FIELD_MS = 8_000;

/** Where the person is now, as far as the document shows it. */
export function readPlace(route: Route, active: Element | null): Place {
  const field = active instanceof HTMLElement ? (active.dataset['field'] ?? null) : null;
  const caret = field === null ? null : caretOf(active);
  return {
    route: routeToText(route),
    field,
    selectionStart: caret?.start ?? null,
    selectionEnd: caret?.end ?? null,
  };
}

/** Never in a secret, and not in a field of a kind that has no caret. */
function caretOf(element: Element | null): { start: number; end: number } | null {
  if (element instanceof HTMLTextAreaElement || (element instanceof HTMLInputElement && element.type === 'text')) {
    return { start: element.selectionStart ?? 0, end: element.selectionEnd ?? 0 };
  }
  return null;
}

export interface PlaceKeeper {
  /** The present place, for the moment just before the screen is emptied. */
  capture(): Place;
  /** This place is in the store already: it went along with a save. */
  remembered(place: Place): void;
  /** Stops listening. */
  stop(): void;
}

/** Listens to focus and caret, and calls `remember` a moment after the last change. */
export function keepPlace(
  page: Document,
  currentRoute: () => Route,
  onRouteChange: (listener: () => void) => () => void,
  remember: (place: Place) => void,
): PlaceKeeper {
  let timer: ReturnType<typeof setTimeout> | null = null;
  let last = '';
  const capture = (): Place => readPlace(currentRoute(), page.activeElement);
  const changed = (): void => {
    if (timer !== null) clearTimeout(timer);
    timer = setTimeout(() => {
      timer = null;
      const place = capture();
      const text = JSON.stringify(place);
      if (text === last) return;
      last = text;
      remember(place);
    }, PAUSE_MS);
  };
  page.addEventListener('focusin', changed);
  page.addEventListener('selectionchange', changed);
  const stopRoute = onRouteChange(changed);
  return {
    capture,
    remembered(place) {
      last = JSON.stringify(place);
    },
    stop() {
      if (timer !== null) clearTimeout(timer);
      page.removeEventListener('focusin', changed);
      page.removeEventListener('selectionchange', changed);
      stopRoute();
    },
  };
}

/**
 * The same way to the vault, over which every save carries the place: words and place are on disk in one commit. Only
 * while the screen is shown; a screen that was emptied has no place, and sends the one from before by itself.
 */
export function withPlace(
  link: VaultLink,
  keeper: Pick<PlaceKeeper, 'capture' | 'remembered'>,
  isShown: () => boolean,
): VaultLink {
  return {
    ...link,
    async call(name, input, signal) {
      if (name !== 'document.push' || !isShown()) return link.call(name, input, signal);
      const place = keeper.capture();
      const answer = await link.call(name, { ...input, place }, signal);
      if (answer.ok) keeper.remembered(place);
      return answer;
    },
  };
}

/** Puts focus and caret back as soon as the field is there. Gives way to the person. Returns a way to stop waiting. */
export function returnToField(page: Document, place: Place): () => void {
  const { field } = place;
  if (field === null) return () => {};
  const controller = new AbortController();
  const stop = (): void => {
    observer.disconnect();
    clearTimeout(timer);
    controller.abort();
  };
  const attempt = (): void => {
    const element = [...page.querySelectorAll<HTMLElement>('[data-field]')].find(
      (candidate) => candidate.dataset['field'] === field,
    );
    if (!element || element.closest('[hidden]')) return;
    stop();
    element.focus();
    element.scrollIntoView({ block: 'center' });
    if (caretOf(element) && place.selectionStart !== null) {
      const { length } = (element as HTMLTextAreaElement).value;
      const start = Math.min(place.selectionStart, length);
      (element as HTMLTextAreaElement).setSelectionRange(start, Math.min(place.selectionEnd ?? start, length));
    }
  };
  const observer = new MutationObserver(attempt);
  const timer = setTimeout(stop, WAIT_FOR_FIELD_MS);
  const view = page.defaultView;
  view?.addEventListener('keydown', stop, { capture: true, signal: controller.signal });
  view?.addEventListener('pointerdown', stop, { capture: true, signal: controller.signal });
  observer.observe(page.body, { childList: true, subtree: true });
  attempt();
  return stop;
}
