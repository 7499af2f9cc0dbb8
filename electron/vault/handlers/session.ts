/**
 * Who is behind the screen: first run, unlock, hide, lock, recover. Passphrases arrive as bytes and are overwritten here
 * as soon as they were used, whatever the outcome.
 */
import type { CommandName, Handlers, ResultOf } from '../../../shared/contract/contract.ts';
import type { Me } from '../../../shared/contract/commands/session.ts';
import { calendarDateAt } from '../../../shared/domain/dates.ts';
import type { ErrorOf } from '../../../shared/errors.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import { wipe } from '../keys/bytes.ts';
import { readHeader } from '../keys/headerFile.ts';
import {
  careForHeader,
  openWithPassphrase,
  openWithRecoveryCode,
  setPassphrase,
  type OpenedKeys,
} from '../keys/openKeys.ts';
import { suggestWords, weaknessOf } from '../keys/passphrase.ts';
import { hashPin, isObviousPin, storePin, tryPin } from '../keys/pin.ts';
import { listProfileIds, profileFolder } from '../keys/profileFolders.ts';
import { beginSetup, type Setup } from '../keys/setup.ts';
import { forgetWipedMarker, wipedAt } from '../keys/wipedMarker.ts';
import { createWrongTries } from '../keys/wrongTries.ts';
import type { VaultSession } from '../openSession.ts';
import { followWork } from '../progress.ts';
import { repairWithPassphrase } from '../repairVault.ts';
import { storeErrorOf } from '../store/sqliteErrors.ts';
import type { VaultLife } from '../vaultLife.ts';

/** What the log of a vault tells at most about tries before the right one. */
const WRONG_TRIES_LOGGED = 20;

type Area = 'app' | 'profile' | 'passphrase' | 'vault' | 'session' | 'settings';
export type SessionHandlers = Pick<Handlers, Exclude<Extract<keyof Handlers, `${Area}.${string}`>, 'vault.lastRepair'>>;

export function sessionHandlers(life: VaultLife): SessionHandlers & { dropSetup(): void } {
  const { deps } = life;
  let setup: Setup | null = null;
  const dropSetup = (): void => {
    setup?.drop();
    setup = null;
  };
  const mine = (): VaultSession => {
    const session = life.session();
    if (session === null) throw new Error('a command for an open vault came without one');
    return session;
  };
  const me = (): { me: Me } => ({ me: mine().vault.me });

  return {
    dropSetup,

    'app.info': () =>
      ok({
        version: deps.appVersion,
        host: deps.host,
        state: life.state(),
        practice: life.session()?.vault.practice ?? false,
        waitingToShare: false,
        locksAtMs: life.locksAtMs(),
        wipedAtMs: life.state() === 'locked' ? wipedAt(deps.dataFolder, deps.clock.nowMs()) : null,
      }),

    'profile.list': () =>
      onDisk('profile.list', () => ok(listProfileIds(deps.dataFolder).flatMap((id) => profileRow(id, life)))),
    'passphrase.suggest': () => ok({ words: suggestWords(deps.random) }),
    'passphrase.check': ({ passphrase }) => {
      const reason = weaknessOf(passphrase);
      wipe(passphrase);
      return reason === null ? ok({}) : err({ tag: 'PassphraseTooWeak', reason });
    },

    'profile.beginSetup': async (input) => {
      dropSetup();
      try {
        const reason = weaknessOf(input.passphrase, [input.name]);
        if (reason !== null) return err({ tag: 'PassphraseTooWeak', reason });
        if (isObviousPin(input.pin)) return err({ tag: 'PinInvalid' });
        const made = await beginSetup(input, deps);
        dropSetup();
        setup = made;
        return ok({ recoveryCode: [...made.recoveryCode], askedGroups: [...made.askedGroups] });
      } finally {
        wipe(input.passphrase);
      }
    },
    'profile.checkRecoveryGroup': (typed) =>
      setup === null ? err({ tag: 'SetupNotStarted' }) : ok({ correct: setup.isGroupRight(typed) }),
    'profile.finishSetup': ({ groups }) =>
      onDisk('profile.finishSetup', async () => {
        const making = setup;
        if (making === null) return err({ tag: 'SetupNotStarted' });
        const written = making.finish(groups);
        if (!written.ok) return written;
        dropSetup();
        const { profileId, masterKey } = written.value;
        forgetWipedMarker(deps.dataFolder);
        const opened = await life.open<never>(profileId, () => Promise.resolve(ok({ masterKey })));
        // What was written a moment ago can fail to open only when the disk lies.
        if (!opened.ok) return err(opened.error.tag === 'DiskFull' ? opened.error : { tag: 'DiskError' });
        return ok({ profileId, ...me() });
      }),

    'vault.unlock': ({ profileId, passphrase }) =>
      onDisk('vault.unlock', async () => {
        let before = 0;
        const opened = await life.open(profileId, async (place) => {
          const keys = await openWithPassphrase(place, passphrase, deps);
          if (keys.ok) {
            before = keys.value.wrongBefore;
            await careQuietly(() => careForHeader(place, keys.value, passphrase, deps));
          }
          return keys;
        });
        wipe(passphrase);
        if (!opened.ok) return opened;
        logWrongTries(opened.value, before);
        return ok(me());
      }),
    'vault.recover': ({ profileId, recoveryCode, newPassphrase }) =>
      onDisk('vault.recover', async () => {
        const reason = weaknessOf(newPassphrase);
        if (reason !== null) return err({ tag: 'PassphraseTooWeak', reason });
        const opened = await life.open(profileId, async (place) => {
          const keys = await openWithRecoveryCode(place, recoveryCode, deps);
          if (keys.ok) {
            await setPassphrase(place, keys.value, newPassphrase, deps);
            createWrongTries(place.folder, deps).succeeded('passphrase');
          }
          return keys;
        });
        wipe(newPassphrase);
        return opened.ok ? ok(me()) : opened;
      }),
    'vault.repair': ({ profileId, passphrase }) =>
      onDisk('vault.repair', async () => {
        if (life.state() !== 'locked') return err({ tag: 'ProfileInUse' });
        // Nobody calls for a repair of something small; and each of its steps is one that cannot be interrupted.
        const progress = followWork(
          { emit: (name, payload) => life.tell(name, payload), deps },
          { work: 'REPAIR', of: 4, long: true },
        );
        progress.step('UNLOCK');
        const repaired = await repairWithPassphrase(profileId, passphrase, deps, progress).finally(() =>
          progress.end(),
        );
        wipe(passphrase);
        if (!repaired.ok) return repaired;
        return ok({ copyMadeAtMs: repaired.value.copyMadeAtMs, unreadable: repaired.value.unreadable });
      }),
    'vault.lock': () => {
      life.lockSoon();
      return ok({});
    },

    'session.hide': () => {
      life.hide();
      return ok({});
    },
    'session.resume': ({ pin }) =>
      onDisk('session.resume', async () => {
        const { vault } = mine();
        const answer = await tryPin(vault.store, pin, vault.keys.pin, deps);
        if (answer.right) {
          life.resume();
          return ok({});
        }
        if (answer.triesLeft === 0) life.lockSoon();
        return err({ tag: 'WrongPin', triesLeft: answer.triesLeft });
      }),
    'session.activity': () => {
      life.touch();
      return ok({});
    },
    'session.setConsultation': ({ on }) => {
      life.setConsultation(on);
      return ok({});
    },
    'session.get': () => {
      const { vault, ui } = mine();
      return ok({
        me: vault.me,
        settings: ui.settings(),
        place: ui.place(),
        practice: vault.practice,
        today: calendarDateAt(deps.clock.nowMs()),
      });
    },
    'session.rememberPlace': (place) =>
      onDisk('session.rememberPlace', () => {
        mine().ui.rememberPlace(place);
        return ok({});
      }),
    'settings.update': (change) =>
      onDisk('settings.update', () => {
        const settings = mine().ui.updateSettings(change);
        life.setHideAfterMinutes(settings.hideAfterMinutes);
        return ok(settings);
      }),

    'profile.changePassphrase': ({ current, next }) =>
      onDisk('profile.changePassphrase', async () => {
        const reason = weaknessOf(next, [mine().vault.me.name]);
        if (reason !== null) return err({ tag: 'PassphraseTooWeak', reason });
        const keys = await keysAgain(current);
        if (!keys.ok) return keys;
        await setPassphrase(mine().place, keys.value, next, deps);
        wipe(keys.value.masterKey, next);
        return ok({});
      }),
    'profile.changePin': ({ current, pin }) =>
      onDisk('profile.changePin', async () => {
        if (isObviousPin(pin)) return err({ tag: 'PinInvalid' });
        const keys = await keysAgain(current);
        if (!keys.ok) return keys;
        wipe(keys.value.masterKey);
        const { vault } = mine();
        storePin(vault.store, await hashPin(pin, vault.keys.pin, deps));
        return ok({});
      }),
  };

  /** Whoever changes a key proves with the passphrase that it is theirs, although the vault is open. */
  async function keysAgain(
    current: Uint8Array,
  ): Promise<Result<OpenedKeys, ErrorOf<'WrongPassphrase' | 'WaitBeforeRetry' | 'KeychainMissing' | 'DiskError'>>> {
    const keys = await openWithPassphrase(mine().place, current, deps);
    wipe(current);
    if (keys.ok) return keys;
    const { error } = keys;
    // The vault is open: a header that is gone now was taken away by somebody or by the disk.
    const isTheirs =
      error.tag === 'WrongPassphrase' || error.tag === 'WaitBeforeRetry' || error.tag === 'KeychainMissing';
    return err(isTheirs ? error : { tag: 'DiskError' });
  }

  /** Tidying a header may fail (a full disk) without keeping the worker out. */
  async function careQuietly(care: () => Promise<unknown>): Promise<void> {
    try {
      await care();
    } catch (thrown) {
      const error = storeErrorOf(thrown);
      if (error === null) throw thrown;
      deps.logger.event('vault.headerNotTidied', { tag: error.tag });
    }
  }

  function logWrongTries(session: VaultSession, count: number): void {
    for (let i = 0; i < Math.min(count, WRONG_TRIES_LOGGED); i++) {
      // A full disk does not keep the worker out for the sake of these rows; what they do next will say it is full.
      session.vault.audit.tryAppend({
        command: 'vault.unlock',
        auditClass: 'view',
        objectId: session.place.profileId,
        result: 'WrongPassphrase',
      });
    }
  }
}

function profileRow(profileId: Parameters<typeof profileFolder>[1], life: VaultLife) {
  const folder = profileFolder(life.deps.dataFolder, profileId);
  const found = readHeader(folder, profileId);
  const waitSeconds = createWrongTries(folder, life.deps).waitSeconds('passphrase');
  if (found.ok) {
    const { label, jobTitle, practice } = found.value.sealed.header;
    return [{ profileId, label, jobTitle, practice, waitSeconds, headerRepaired: found.value.repaired }];
  }
  if (found.error.tag === 'ProfileMissing') return [];
  // Both copies are gone: the vault stays in the list, so that its owner hears what is wrong at unlock.
  return [{ profileId, label: '', jobTitle: '', practice: false, waitSeconds, headerRepaired: false }];
}

/** A failing disk is an answer; anything else that is thrown is a bug and goes on upwards. */
async function onDisk<N extends CommandName>(
  _command: N,
  run: () => ResultOf<N> | Promise<ResultOf<N>>,
): Promise<ResultOf<N>> {
  try {
    return await run();
  } catch (thrown) {
    const error = storeErrorOf(thrown);
    if (error === null) throw thrown;
    // Every command may answer with these two (COMMON_ERRORS); the compiler cannot see that through N.
    return err({ tag: error.tag === 'DiskFull' ? 'DiskFull' : 'DiskError' }) as ResultOf<N>;
  }
}
