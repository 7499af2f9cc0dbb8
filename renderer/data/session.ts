/**
 * Who is behind this screen, and whether anything may be seen.
 *
 * Promises: hiding and locking empty the screen first, then save, then forget. A lock ends the vault process; the
 * session connects again by itself and shows the unlock screen. After a hide one returns to the letter where one was,
 * also when the vault hid the screen in the middle of a word. Nothing readable is in this state except the worker's own
 * name and settings; a place is made of ids.
 */
import type { OutputOf } from '../../shared/contract/contract.ts';
import type { Place, Settings } from '../../shared/contract/commands/session.ts';
import type { AppError } from '../../shared/errors.ts';
import type { EndReason } from '../transport/socketTransport.ts';
import type { VaultCalls, VaultLink } from './client.ts';
import { setTimer } from './platform.ts';
import { flushScreen, forgetScreen } from './forget.ts';

export type AppInfo = OutputOf<'app.info'>;
export type Profile = OutputOf<'profile.list'>[number];
export type OpenSession = OutputOf<'session.get'>;

export type SessionView =
  | { readonly kind: 'connecting' }
  /** Nothing on screen any more; saving, then the vault ends. The session stays only for what still has to be saved. */
  | { readonly kind: 'leaving'; readonly session: OpenSession | null }
  | { readonly kind: 'locked'; readonly info: AppInfo; readonly profiles: readonly Profile[] }
  | {
      readonly kind: 'hidden';
      readonly info: AppInfo | null;
      readonly session: OpenSession | null;
      /** Whether all that was typed is on disk; null while that is being done or when this screen did not see it. */
      readonly saved: boolean | null;
    }
  | { readonly kind: 'open'; readonly info: AppInfo; readonly session: OpenSession }
  /** The connection ended and this window cannot bring it back by itself. */
  | { readonly kind: 'gone'; readonly reason: EndReason }
  | { readonly kind: 'failed'; readonly error: AppError };

export interface Session {
  readonly vault: VaultCalls;
  view(): SessionView;
  subscribe(listener: () => void): () => void;
  /** Connects for the first time. */
  start(): void;
  /** Asks the vault where we stand: after unlock, setup, resume, or to try again. */
  refresh(): Promise<void>;
  hide(): Promise<void>;
  /** Locks; with something that could not be saved it hides instead and says so. From the hidden screen it locks anyway. */
  lock(): Promise<void>;
  updateSettings(change: Partial<Settings>): Promise<void>;
}

interface SessionDeps {
  readonly link: VaultLink;
  /** Where the worker is, read before the screen is emptied. */
  capturePlace(): Place | null;
  /** Told just before the screens of an opened vault are shown, so that they start at the right place. */
  onOpen(session: OpenSession): void;
}

/** How long a hide or lock waits for saving before it goes on. What is not saved by then is told by the vault's answer. */
const SAVE_MS = 5_000;

export function createSession({ link, capturePlace, onOpen }: SessionDeps): Session {
  let view: SessionView = { kind: 'connecting' };
  const listeners = new Set<() => void>();
  /** Where a hide found the worker. A vault that hid by itself takes no place any more, and stored one from before. */
  let leftAt: Place | null = null;

  function show(next: SessionView): void {
    view = next;
    for (const listener of [...listeners]) listener();
  }

  async function refresh(): Promise<void> {
    const info = await link.call('app.info', {});
    if (!info.ok) return failed(info.error);
    if (info.value.state === 'hidden')
      return show({
        kind: 'hidden',
        info: info.value,
        session: sessionOf(view),
        saved: view.kind === 'hidden' ? view.saved : null,
      });
    if (info.value.state === 'locked') {
      leftAt = null;
      const profiles = await link.call('profile.list', {});
      if (!profiles.ok) return failed(profiles.error);
      return show({ kind: 'locked', info: info.value, profiles: profiles.value });
    }
    const session = await link.call('session.get', {});
    if (!session.ok) return failed(session.error);
    const opened = leftAt === null ? session.value : { ...session.value, place: leftAt };
    leftAt = null;
    if (view.kind !== 'open') onOpen(opened);
    show({ kind: 'open', info: info.value, session: opened });
  }

  function failed(error: AppError): void {
    // A lost connection is told by onEnd, with its reason.
    if (error.tag !== 'ConnectionLost') show({ kind: 'failed', error });
  }

  /** True when everything typed is on disk and the place is remembered; false when that did not work out in time. */
  function save(place: Place | null): Promise<boolean> {
    const everything = Promise.all([flushScreen(), place ? link.call('session.rememberPlace', place) : null]);
    return Promise.race([
      everything.then(([flushed]) => flushed),
      new Promise<boolean>((resolve) => setTimer(() => resolve(false), SAVE_MS)),
    ]);
  }

  async function hide(session: OpenSession, saved: boolean): Promise<void> {
    show({ kind: 'hidden', info: null, session, saved });
    // What could not be saved stays with the replicas as encoded changes, and goes along after the PIN.
    forgetScreen('hide');
    const hidden = await link.call('session.hide', {});
    // Never back to the open screen because hiding did not work out.
    if (!hidden.ok) return failed(hidden.error);
    await refresh();
  }

  link.on('session.changed', ({ state }) => {
    if (state === 'hidden' && view.kind === 'open') {
      leftAt = capturePlace();
      show({ kind: 'hidden', info: null, session: sessionOf(view), saved: null });
      forgetScreen('hide');
      void refresh();
    } else if (state === 'locked' && view.kind !== 'locked') {
      show({ kind: 'leaving', session: sessionOf(view) });
      forgetScreen('lock');
    }
  });

  // The vault locks by itself in a moment: idle, sleep, or the last window gone.
  link.on('session.closing', () => {
    if (view.kind !== 'open') return;
    const place = capturePlace();
    show({ kind: 'leaving', session: view.session });
    void save(place).then(() => {
      if (view.kind === 'leaving') forgetScreen('lock');
    });
  });

  link.onEnd((reason) => {
    leftAt = null;
    forgetScreen('lock');
    if (reason !== 'VAULT_ENDED') return show({ kind: 'gone', reason });
    show({ kind: 'connecting' });
    link.connect();
    void refresh();
  });

  return {
    vault: link,
    view: () => view,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    start() {
      link.connect();
      void refresh();
    },
    refresh,
    async hide() {
      if (view.kind !== 'open') return;
      const { session } = view;
      const place = capturePlace();
      leftAt = place;
      show({ kind: 'hidden', info: null, session, saved: null });
      await hide(session, await save(place));
    },
    async lock() {
      if (view.kind === 'open') {
        const { session } = view;
        const place = capturePlace();
        show({ kind: 'leaving', session });
        if (!(await save(place))) return hide(session, false);
      } else if (view.kind === 'hidden') show({ kind: 'leaving', session: view.session });
      else return;
      forgetScreen('lock');
      const locked = await link.call('vault.lock', {});
      if (!locked.ok) failed(locked.error);
    },
    async updateSettings(change) {
      if (view.kind !== 'open') return;
      const { info, session } = view;
      show({ kind: 'open', info, session: { ...session, settings: { ...session.settings, ...change } } });
      const stored = await link.call('settings.update', change);
      if (!stored.ok) await refresh();
    },
  };
}

const sessionOf = (view: SessionView): OpenSession | null => ('session' in view ? view.session : null);
