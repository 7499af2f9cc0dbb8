/**
 * The life of a vault process: locked, open, hidden, ended.
 *
 *   locked --passphrase | recovery code | finished setup--> open <--PIN-- hidden <--idle, hotkey-- open
 *   open, hidden --lock, idle, suspend, last window gone, three wrong PINs--> ended
 *
 * There is no way back from open to locked inside one process: locking ends it, and the host starts a fresh one.
 * Opening is one at a time.
 */
import { join } from 'node:path';
import type { CommandName, EventName, Handlers, PayloadOf } from '../../shared/contract/contract.ts';
import { commands } from '../../shared/contract/contract.ts';
import type { VaultState } from '../../shared/contract/dispatcher.ts';
import type { ProfileId } from '../../shared/domain/ids.ts';
import type { ErrorOf } from '../../shared/errors.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import { createIdleClock, HIDE_AFTER_S, HIDE_AFTER_S_IN_CONSULTATION, type IdleClock } from './idleClock.ts';
import { takeInstanceLock, type InstanceLock } from './keys/instanceLock.ts';
import { DATABASE_FILE, listProfileIds, profileFolder } from './keys/profileFolders.ts';
import type { VaultPlace } from './keys/openKeys.ts';
import { leaveWipedMarker } from './keys/wipedMarker.ts';
import { wipeProfile } from './keys/wipeProfile.ts';
import { openSession, type ComposeVault, type SessionError, type VaultSession } from './openSession.ts';
import { withReserve } from './store/reserve.ts';
import type { Timer, VaultDeps } from './vaultDeps.ts';

export type LifeState = VaultState | 'ended';
export type EntryError = ErrorOf<'ProfileMissing' | 'ProfileInUse'>;
export type OpenError = SessionError | EntryError | ErrorOf<'AlreadyOpen'>;

export interface LifeHooks {
  emit<N extends EventName>(name: N, payload: PayloadOf<N>): void;
  /** Settles when every running call has been answered. */
  whenIdle(): Promise<void>;
  /** After the last word: screens are let go. */
  letGo(): void;
}

/** Longest time that running calls may hold up a lock. */
const ANSWER_WITHIN_MS = 5_000;
/** Time for screens to save their last half second of typing when the vault locks by itself. */
const LAST_WORDS_MS = 400;

export class VaultLife {
  readonly deps: VaultDeps;
  readonly #compose: ComposeVault;
  readonly #hooks: LifeHooks;
  #state: LifeState = 'locked';
  #session: VaultSession | null = null;
  #idle: IdleClock | null = null;
  #opening: Promise<unknown> = Promise.resolve();
  #ending: Promise<void> | null = null;
  #inConsultation = false;
  #wipe = false;
  #afterWipe: (() => Promise<void>) | null = null;
  #hideAfterS = HIDE_AFTER_S;

  constructor(deps: VaultDeps, compose: ComposeVault, hooks: LifeHooks) {
    this.deps = deps;
    this.#compose = compose;
    this.#hooks = hooks;
  }

  /** What the dispatcher goes by. An overdue lock (a sleep that nobody told of) happens before any answer. */
  state(): VaultState {
    if (this.#session !== null && this.#idle?.lockIsOverdue() === true) {
      this.lockSoon();
      return 'locked';
    }
    return this.#state === 'ended' ? 'locked' : this.#state;
  }

  get ended(): boolean {
    return this.#ending !== null;
  }

  /** The open vault, or null when locked or ending. */
  session(): VaultSession | null {
    return this.#session;
  }

  /** Tells the screen, also before a vault is open. */
  tell<N extends EventName>(name: N, payload: PayloadOf<N>): void {
    this.#hooks.emit(name, payload);
  }

  locksAtMs(): number | null {
    return this.#idle?.locksAtMs() ?? null;
  }

  /**
   * Opens a profile: takes its lock, lets `getKeys` find the master key, and opens the store. One at a time: a second
   * call waits, and then finds the vault open.
   */
  async open<E>(
    profileId: ProfileId,
    getKeys: (place: VaultPlace) => Promise<Result<{ readonly masterKey: Uint8Array }, E>>,
  ): Promise<Result<VaultSession, E | OpenError>> {
    const turn = this.#opening.then(() => this.#open(profileId, getKeys));
    this.#opening = turn.catch(() => undefined);
    return turn;
  }

  async #open<E>(
    profileId: ProfileId,
    getKeys: (place: VaultPlace) => Promise<Result<{ readonly masterKey: Uint8Array }, E>>,
  ): Promise<Result<VaultSession, E | OpenError>> {
    if (this.#state !== 'locked') return err({ tag: 'AlreadyOpen' });
    const entered = this.#enter(profileId);
    if (!entered.ok) return entered;
    const { place, lock } = entered.value;
    let keys: Result<{ readonly masterKey: Uint8Array }, E>;
    try {
      keys = await getKeys(place);
    } catch (thrown) {
      lock.release();
      throw thrown;
    }
    if (!keys.ok) {
      lock.release();
      return keys;
    }
    const { masterKey } = keys.value;
    const opened = openSession(
      {
        place,
        masterKey,
        lock,
        compose: this.#compose,
        emit: (name, payload) => this.#hooks.emit(name, payload),
        lockSoon: () => this.lockSoon(),
        wipeSoon: (afterwards) => this.wipeSoon(afterwards),
      },
      this.deps,
    );
    masterKey.fill(0);
    if (!opened.ok) return opened;
    if (this.#ending !== null) {
      // The laptop was closed while the passphrase was being stretched.
      await opened.value.close();
      return err({ tag: 'AlreadyOpen' });
    }
    this.#session = opened.value;
    this.#idle = createIdleClock(this.deps, {
      hide: () => this.hide(),
      lock: () => void this.lockAfterLastWords(),
    });
    this.#inConsultation = opened.value.consultationGoesOn();
    this.setHideAfterMinutes(opened.value.ui.settings().hideAfterMinutes);
    this.#become('open');
    return opened;
  }

  #enter(profileId: ProfileId): Result<{ place: VaultPlace; lock: InstanceLock }, EntryError> {
    if (!listProfileIds(this.deps.dataFolder).includes(profileId)) return err({ tag: 'ProfileMissing' });
    const folder = profileFolder(this.deps.dataFolder, profileId);
    const lock = withReserve(join(folder, DATABASE_FILE), () => takeInstanceLock(folder, this.deps));
    return lock === null ? err({ tag: 'ProfileInUse' }) : ok({ place: { folder, profileId }, lock });
  }

  /** Verbergen. Sync and saving go on. */
  hide(): void {
    if (this.#state !== 'open') return;
    this.#session?.vault.documents.flush();
    this.#become('hidden');
  }

  resume(): void {
    if (this.#state !== 'hidden') return;
    this.touch();
    this.#become('open');
  }

  touch(): void {
    this.#idle?.touch();
  }

  /** In a spreekuur others look along: the screen hides sooner. */
  setConsultation(on: boolean): void {
    this.#inConsultation = on;
    this.#applyHideAfter();
  }

  /** The worker's own choice for everywhere else. */
  setHideAfterMinutes(minutes: number | undefined): void {
    this.#hideAfterS = minutes === undefined ? HIDE_AFTER_S : minutes * 60;
    this.#applyHideAfter();
  }

  #applyHideAfter(): void {
    this.#idle?.hideAfter(
      this.#inConsultation ? Math.min(HIDE_AFTER_S_IN_CONSULTATION, this.#hideAfterS) : this.#hideAfterS,
    );
  }

  /** Locks after the running calls have been answered. */
  lockSoon(): void {
    void this.end();
  }

  /** Locks, and takes this vault from the laptop. Only on a revocation that the team log proves. */
  wipeSoon(afterwards?: () => Promise<void>): void {
    this.#wipe = true;
    this.#afterWipe = afterwards ?? null;
    void this.end();
  }

  /** For a lock that no screen asked for: tells screens to save first. */
  async lockAfterLastWords(): Promise<void> {
    if (this.#session === null || this.#ending !== null) return;
    if (this.#state === 'open') {
      this.#hooks.emit('session.closing', {});
      await new Promise<void>((resolve) => void this.deps.setTimer(resolve, LAST_WORDS_MS));
    }
    await this.end();
  }

  /** Saves, closes, forgets, and ends the process. Twice is once. */
  end(): Promise<void> {
    this.#ending ??= this.#end();
    return this.#ending;
  }

  async #end(): Promise<void> {
    this.#idle?.stop();
    const session = this.#session;
    await Promise.resolve();
    let patience: Timer | null = null;
    await Promise.race([
      this.#hooks.whenIdle(),
      new Promise<void>((resolve) => (patience = this.deps.setTimer(resolve, ANSWER_WITHIN_MS))),
    ]);
    (patience as Timer | null)?.cancel();
    this.#session = null;
    this.#state = 'ended';
    await session?.close();
    if (session !== null && this.#wipe) {
      wipeProfile(this.deps.dataFolder, session.place.profileId);
      leaveWipedMarker(this.deps.dataFolder, this.deps.clock.nowMs());
    }
    if (session !== null) this.#hooks.emit('session.changed', { state: 'locked' });
    this.#hooks.letGo();
    // The receipt: the vault is gone already, whether or not it arrives.
    if (session !== null && this.#wipe) await this.#afterWipe?.();
    this.deps.end();
  }

  #become(state: 'open' | 'hidden'): void {
    this.#state = state;
    this.#hooks.emit('session.changed', { state });
  }
}

/** What a process answers that is on its way out. */
export const endingHandlers: Partial<Handlers> = refuseAll('ConnectionLost');

/** What a hidden vault answers to everything that it does not do. */
export const hiddenHandlers: Partial<Handlers> = refuseAll('Hidden');

function refuseAll(tag: 'ConnectionLost' | 'Hidden'): Partial<Handlers> {
  return Object.fromEntries((Object.keys(commands) as CommandName[]).map((name) => [name, () => err({ tag })]));
}
