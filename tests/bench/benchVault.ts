/** Real vaults for a measurement: in the memory of this process, on a folder that is removed afterwards. */
import { openSession, type VaultSession } from '../../electron/vault/openSession.ts';
import { composeOpenVault } from '../../electron/vault/composeOpenVault.ts';
import { takeInstanceLock } from '../../electron/vault/keys/instanceLock.ts';
import type { VaultPlace } from '../../electron/vault/keys/openKeys.ts';
import { createNodeDeps } from '../../electron/vault/nodeDeps.ts';
import { stretchInChild } from '../../electron/vault/nodeStretch.ts';
import type { VaultDeps } from '../../electron/vault/vaultDeps.ts';
import type { AuditEntry, CallContext, CommandName } from '../../shared/contract/contract.ts';
import type { AppError } from '../../shared/errors.ts';
import type { Result } from '../../shared/result.ts';

export const PASSPHRASE = 'samen aan de keukentafel';
export const PIN = '2580';

/** As in production, but silent. */
export function benchDeps(dataFolder: string): VaultDeps {
  const deps = createNodeDeps({
    host: 'memory',
    appVersion: '0.1.0',
    dataFolder,
    keychain: null,
    stretch: stretchInChild,
    end: () => undefined,
  });
  return { ...deps, logger: { event: () => undefined } };
}

/** Opens a profile with its master key. `emit` hears what a screen would. */
export function openProfile(
  place: VaultPlace,
  masterKey: Uint8Array,
  deps: VaultDeps,
  emit: (event: string) => void = () => undefined,
): VaultSession {
  const lock = takeInstanceLock(place.folder, deps);
  if (lock === null) throw new Error('the profile is in use');
  const nothing = (): void => undefined;
  const opened = openSession(
    { place, masterKey, lock, compose: composeOpenVault, emit, lockSoon: nothing, wipeSoon: nothing },
    deps,
  );
  if (!opened.ok) throw new Error(opened.error.tag);
  return opened.value;
}

/** Anything but success would measure something else. */
export function done<T, E extends AppError>(answer: Result<T, E>): T {
  if (!answer.ok) throw new Error(answer.error.tag);
  return answer.value;
}

/** The same for a command that answers at once. */
export function doneNow<T, E extends AppError>(answer: Result<T, E> | Promise<Result<T, E>>): T {
  if (answer instanceof Promise) throw new Error('the answer came late');
  return done(answer);
}

/** As the dispatcher calls: the audit row is part of what is measured. */
export function auditing(session: VaultSession, command: CommandName): CallContext & { finish(): void } {
  let entry: AuditEntry | null = { command, auditClass: 'view', objectId: null, result: 'ok' };
  const takeAudit = (): AuditEntry | null => {
    const taken = entry;
    entry = null;
    return taken;
  };
  return {
    takeAudit,
    finish: () => {
      const left = takeAudit();
      if (left !== null) session.vault.audit.append(left);
    },
  };
}
