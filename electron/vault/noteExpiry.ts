/**
 * Werkaantekeningen go when their day comes, also while the vault stays open over midnight.
 *
 * Promises: at opening and at each midnight in the Netherlands what has expired is really gone. Screens are told of a new
 * day, also when nothing goes: what is due today, and what is late, are other things then.
 * Timers stand still while a laptop sleeps, so the clock is looked at every hour at the latest.
 */
import { calendarDateAt } from '../../shared/domain/dates.ts';
import { purgePrivateNotes } from './handlers/privateNotes.ts';
import type { OpenVault } from './openVault.ts';
import { storeErrorOf } from './store/sqliteErrors.ts';
import type { Timer, VaultDeps } from './vaultDeps.ts';

export interface NoteExpiry {
  start(): void;
  stop(): void;
}

const HOUR_MS = 3_600_000;

/** Milliseconds until the date in the Netherlands changes; a day there may have 23 or 25 hours. */
export function untilNextDay(nowMs: number): number {
  const today = calendarDateAt(nowMs);
  // Midnight there is a whole hour in UTC.
  let candidate = nowMs - (nowMs % HOUR_MS) + HOUR_MS;
  while (calendarDateAt(candidate) === today) candidate += HOUR_MS;
  return candidate - nowMs;
}

export function createNoteExpiry(
  vault: Pick<OpenVault, 'store' | 'emit'> & { readonly deps: Pick<VaultDeps, 'clock' | 'setTimer' | 'logger'> },
): NoteExpiry {
  const { store, deps, emit } = vault;
  let timer: Timer | null = null;
  let day = calendarDateAt(deps.clock.nowMs());
  const look = (): void => {
    const before = day;
    day = calendarDateAt(deps.clock.nowMs());
    try {
      if (purgePrivateNotes(store, day) > 0 || day !== before) emit('lists.changed', { householdId: null });
    } catch (thrown) {
      // A full disk must not end the vault; the next look tries again.
      deps.logger.event('worknotes.purgeFailed', { tag: storeErrorOf(thrown)?.tag ?? 'Internal' });
    }
    timer = deps.setTimer(look, Math.min(untilNextDay(deps.clock.nowMs()), HOUR_MS));
  };
  return {
    start: look,
    stop: () => timer?.cancel(),
  };
}
