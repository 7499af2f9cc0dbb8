import { afterEach, describe, expect, it, vi } from 'vitest';
import { createDispatcher, type VaultState } from '../../shared/contract/dispatcher.ts';
import { createMemoryTransportPair } from '../../shared/contract/memoryTransport.ts';
import type { Handlers } from '../../shared/contract/contract.ts';
import type { Place } from '../../shared/contract/commands/session.ts';
import { DeviceId, UserId } from '../../shared/domain/ids.ts';
import { err, ok } from '../../shared/result.ts';
import type { EndReason } from '../transport/socketTransport.ts';
import { createVaultLink } from './client.ts';
import { onForget } from './forget.ts';
import { createSession, type Session, type SessionView } from './session.ts';

const me = {
  userId: UserId.parse('0a'.repeat(16)),
  deviceId: DeviceId.parse('0b'.repeat(16)),
  name: 'Marieke Postma',
  jobTitle: '',
};
const settings = { theme: 'system', contrast: 'system', density: 'compact', textScale: 1 } as const;
const here: Place = { route: '{"screen":"vandaag"}', field: 'x', selectionStart: 3, selectionEnd: 3 };

/** A vault that knows only about locking, and a log of what happened in which order. */
function setUp() {
  const log: string[] = [];
  let place = here;
  let state: VaultState = 'open';
  let endReason: EndReason = 'VAULT_ENDED';
  let closeScreen = (): void => {};
  const starting = { until: null as Promise<void> | null };
  const handlers: Partial<Handlers> = {
    'app.info': async () => {
      if (starting.until !== null) await starting.until;
      return ok({ version: '1', host: 'memory' as const, state, practice: false, waitingToShare: false });
    },
    'profile.list': () => ok([]),
    'session.get': () => ok({ me, settings, place: here, practice: false, today: '2026-11-23' }),
    'session.rememberPlace': () => (log.push('place'), ok({})),
    'session.hide': () => (log.push('hide'), (state = 'hidden'), ok({})),
    'vault.lock': () => {
      log.push('lock');
      state = 'locked';
      setTimeout(() => closeScreen(), 0);
      return ok({});
    },
    'settings.update': () => err({ tag: 'DiskFull' as const }),
  };
  const dispatcher = createDispatcher({
    handlers: () => handlers,
    state: () => state,
    audit: () => ok(null),
    logger: { event: () => {} },
    random: { bytes: (length) => new Uint8Array(length) },
    clock: { nowMs: () => 0 },
  });
  const link = createVaultLink(() => {
    const [screen, vault] = createMemoryTransportPair();
    dispatcher.attach(vault);
    closeScreen = () => vault.close();
    log.push('connect');
    return Object.assign(screen, { endReason: () => endReason });
  });
  const session = createSession({
    link,
    capturePlace: () => place,
    onOpen: (opened) => log.push(`open at ${opened.place?.field ?? ''}`),
  });
  session.subscribe(() => log.push(session.view().kind));
  return {
    session,
    log,
    dispatcher,
    starting,
    become: (next: VaultState) => (state = next),
    moveTo: (next: Place) => (place = next),
    drop(reason: EndReason) {
      endReason = reason;
      closeScreen();
    },
  };
}

function shown(session: Session, kind: SessionView['kind']): Promise<void> {
  return new Promise((resolve) => {
    if (session.view().kind === kind) return resolve();
    const stop = session.subscribe(() => {
      if (session.view().kind !== kind) return;
      stop();
      resolve();
    });
  });
}

const stops: (() => void)[] = [];
afterEach(() => {
  for (const stop of stops.splice(0)) stop();
});

function content(log: string[]): void {
  stops.push(
    onForget({
      flush: async () => (log.push('flush'), true),
      forget: (why) => log.push(`forget ${why}`),
    }),
  );
}

describe('session', () => {
  it('opens at the place where the worker was, told before the screens are shown', async () => {
    const { session, log } = setUp();
    session.start();
    await shown(session, 'open');
    expect(log).toEqual(['connect', 'open at x', 'open']);
  });

  it('waits for a vault that takes minutes to start, and never takes that for a failure', async () => {
    vi.useFakeTimers();
    stops.push(() => vi.useRealTimers());
    const { session, starting } = setUp();
    const started = Promise.withResolvers<void>();
    starting.until = started.promise;
    session.start();
    await vi.advanceTimersByTimeAsync(120_000);
    expect(session.view().kind).toBe('connecting');
    started.resolve();
    await shown(session, 'open');
  });

  it('empties the screen before it saves, and forgets before the vault is told to hide', async () => {
    const { session, log } = setUp();
    session.start();
    await shown(session, 'open');
    content(log);
    log.length = 0;
    await session.hide();
    expect(log[0]).toBe('hidden');
    expect(log.slice(1)).toEqual(['flush', 'place', 'hidden', 'forget hide', 'hide', 'hidden']);
    expect(session.view()).toMatchObject({ kind: 'hidden', saved: true });
  });

  it('saves what is typed when the vault says that it is about to lock by itself', async () => {
    const { session, log, dispatcher } = setUp();
    session.start();
    await shown(session, 'open');
    content(log);
    log.length = 0;
    dispatcher.emit('session.closing', {});
    await expect.poll(() => log.at(-1)).toBe('forget lock');
    expect(log).toEqual(['leaving', 'flush', 'place', 'forget lock']);
  });

  it('does not lock over words that could not be saved, unless the person says so', async () => {
    const { session, log } = setUp();
    session.start();
    await shown(session, 'open');
    stops.push(onForget({ flush: async () => false, forget: (why) => log.push(`forget ${why}`) }));
    await session.lock();
    expect(session.view()).toMatchObject({ kind: 'hidden', saved: false });
    expect(log).not.toContain('lock');
    expect(log).not.toContain('forget lock');
    await session.lock();
    await shown(session, 'locked');
    expect(log).toContain('lock');
  });

  it('saves, forgets, locks, and comes back at the unlock screen of a fresh vault', async () => {
    const { session, log } = setUp();
    session.start();
    await shown(session, 'open');
    content(log);
    log.length = 0;
    await session.lock();
    await shown(session, 'locked');
    expect(log).toEqual([
      'leaving',
      'flush',
      'place',
      'forget lock',
      'lock',
      'forget lock',
      'connecting',
      'connect',
      'locked',
    ]);
  });

  it('is emptied at once when the vault hides by itself', async () => {
    const { session, log, dispatcher, become } = setUp();
    session.start();
    await shown(session, 'open');
    content(log);
    log.length = 0;
    become('hidden');
    dispatcher.emit('session.changed', { state: 'hidden' });
    await shown(session, 'hidden');
    expect(log.slice(0, 2)).toEqual(['hidden', 'forget hide']);
  });

  it('returns to the letter where the vault hid the screen by itself, not to the last one that was stored', async () => {
    const { session, dispatcher, become, moveTo } = setUp();
    session.start();
    await shown(session, 'open');
    moveTo({ ...here, selectionStart: 9, selectionEnd: 9 });
    become('hidden');
    dispatcher.emit('session.changed', { state: 'hidden' });
    await shown(session, 'hidden');
    // An emptied screen has no caret.
    moveTo({ ...here, field: null, selectionStart: null, selectionEnd: null });
    await session.refresh();
    become('open');
    await session.refresh();
    const view = session.view();
    expect(view.kind === 'open' && view.session.place).toMatchObject({ field: 'x', selectionStart: 9 });
    // It holds for that one return.
    await session.refresh();
    const later = session.view();
    expect(later.kind === 'open' && later.session.place).toMatchObject({ selectionStart: 3 });
  });

  it('forgets everything and says so when the host is gone', async () => {
    const { session, log, drop } = setUp();
    session.start();
    await shown(session, 'open');
    content(log);
    drop('HOST_GONE');
    await shown(session, 'gone');
    expect(log).toContain('forget lock');
  });

  it('takes a setting back when it could not be stored', async () => {
    const { session } = setUp();
    session.start();
    await shown(session, 'open');
    const changing = session.updateSettings({ theme: 'dark' });
    const now = session.view();
    expect(now.kind === 'open' && now.session.settings.theme).toBe('dark');
    await changing;
    const after = session.view();
    expect(after.kind === 'open' && after.session.settings.theme).toBe('system');
  });
});
