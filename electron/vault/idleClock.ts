/**
 * When nobody touches the laptop: first the screen is hidden, later the vault is locked.
 *
 * Promises: activity starts both clocks again; hiding does not start the clock of locking again. Timers stand still
 * while a laptop sleeps, so every question also looks at the time since the machine started.
 */
import type { Timer, VaultDeps } from './vaultDeps.ts';

export const HIDE_AFTER_S = 300;
export const HIDE_AFTER_S_IN_CONSULTATION = 60;
export const LOCK_AFTER_S = 900;

export interface IdleClock {
  /** Somebody touched the keyboard or the mouse, or called a command that only a person calls. */
  touch(): void;
  /** Hide after this many seconds from now on. */
  hideAfter(seconds: number): void;
  /** True when locking is overdue, for example after a sleep that nobody told us of. */
  lockIsOverdue(): boolean;
  /** The instant of locking, on the wall clock. */
  locksAtMs(): number;
  stop(): void;
}

export function createIdleClock(
  deps: Pick<VaultDeps, 'clock' | 'machine' | 'setTimer'>,
  on: { hide(): void; lock(): void },
): IdleClock {
  let hideAfterS = HIDE_AFTER_S;
  let touchedAt = deps.machine.uptimeMs();
  let hideTimer: Timer | null = null;
  let lockTimer: Timer | null = null;
  const idleMs = (): number => deps.machine.uptimeMs() - touchedAt;

  function start(): void {
    stop();
    hideTimer = deps.setTimer(on.hide, Math.max(0, hideAfterS * 1000 - idleMs()));
    lockTimer = deps.setTimer(on.lock, Math.max(0, LOCK_AFTER_S * 1000 - idleMs()));
  }
  function stop(): void {
    hideTimer?.cancel();
    lockTimer?.cancel();
  }

  start();
  return {
    touch() {
      touchedAt = deps.machine.uptimeMs();
      start();
    },
    hideAfter(seconds) {
      hideAfterS = seconds;
      start();
    },
    lockIsOverdue: () => idleMs() >= LOCK_AFTER_S * 1000,
    locksAtMs: () => deps.clock.nowMs() + Math.max(0, LOCK_AFTER_S * 1000 - idleMs()),
    stop,
  };
}
