/**
 * One open vault from keys to handlers, and the way back: saved, checkpointed, closed, keys overwritten. Whatever goes
 * wrong half way leaves nothing open.
 */
import { statSync } from 'node:fs';
import { join } from 'node:path';
import type { Handlers } from '../../shared/contract/contract.ts';
import type { Logger } from '../../shared/deps.ts';
import type { ErrorOf } from '../../shared/errors.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import type { DocumentStore } from './documents/documentStore.ts';
import { loadIdentity, wipeIdentity } from './keys/identity.ts';
import type { InstanceLock } from './keys/instanceLock.ts';
import { deriveSubkeys, wipeSubkeys } from './keys/masterKey.ts';
import type { VaultPlace } from './keys/openKeys.ts';
import { resetPinTries } from './keys/pin.ts';
import { DATABASE_FILE } from './keys/profileFolders.ts';
import type { OpenVault } from './openVault.ts';
import { followWork, type Progress } from './progress.ts';
import { createAuditLog } from './store/audit.ts';
import { isKnownDamaged, markDamage } from './store/damageMark.ts';
import { attemptLater } from './store/laterWork.ts';
import { openStore, type OpenStoreError } from './store/open.ts';
import { liesReady } from './store/restore.ts';
import { storeErrorOf, type StoreError } from './store/sqliteErrors.ts';
import { startUpkeep } from './store/upkeep.ts';
import { createUiState, type UiState } from './uiState.ts';
import type { Timer, VaultDeps } from './vaultDeps.ts';

/** Puts documents and handlers on top of an open store. */
export type ComposeVault = (
  base: Omit<OpenVault, 'documents'>,
  /** Hears of what has to be finished before the vault can be used. */
  progress?: Progress,
) => {
  readonly documents: DocumentStore;
  readonly handlers: Partial<Handlers>;
  /** Whether a spreekuur of this worker goes on: then the screen hides sooner, also after a lock or a restart. */
  consultationGoesOn?(): boolean;
  /** After the vault is open; and before it closes, at most five seconds. */
  start?(): void;
  stop?(): Promise<void>;
};

export interface VaultSession {
  readonly vault: OpenVault;
  readonly place: VaultPlace;
  readonly ui: UiState;
  /** The commands of documents, lists and care. */
  readonly handlers: Partial<Handlers>;
  consultationGoesOn(): boolean;
  /** Saves what waits, closes the store, overwrites the keys, gives the profile free. Never throws; at most 5 s. */
  close(): Promise<void>;
}

export type SessionError = OpenStoreError | ErrorOf<'DatabaseDamaged'>;

export interface SessionOptions extends Pick<OpenVault, 'emit' | 'lockSoon' | 'wipeSoon'> {
  readonly place: VaultPlace;
  readonly masterKey: Uint8Array;
  readonly lock: InstanceLock;
  readonly compose: ComposeVault;
}

/** Opens the store with keys derived from the master key. On failure the lock is released. */
export function openSession(options: SessionOptions, given: VaultDeps): Result<VaultSession, SessionError> {
  const { place, lock } = options;
  const keys = deriveSubkeys(options.masterKey);
  const { clock, logger, appVersion } = given;
  const file = join(place.folder, DATABASE_FILE);
  const deps: VaultDeps = {
    ...given,
    // Nobody waits for the answer of a timer: a full disk in one of them must not end the vault.
    setTimer: (run, ms) =>
      given.setTimer(() => void attemptLater(run, (error) => laterFailed(error, file, logger)), ms),
  };
  const undo: Undo[] = [() => lock.release(), () => wipeSubkeys(keys)];
  // Nothing else runs while a vault opens, so what takes long is told before it begins.
  const long = (statSync(file, { throwIfNoEntry: false })?.size ?? 0) > LARGE_BYTES;
  const progress = followWork({ emit: options.emit, deps }, { work: 'OPEN', of: 0, long });
  let opened = false;
  try {
    // A repair that lies ready takes its place first; the mark is about the one before.
    if (!liesReady(file) && isKnownDamaged(file, keys.database)) return err({ tag: 'DatabaseDamaged' });
    const stored = openStore({ file, key: keys.database, clock, logger, appVersion, mustExist: true, progress });
    if (!stored.ok) return stored;
    const store = stored.value;
    undo.push(() => store.close());
    const who = loadIdentity(store, keys.identity);
    if (who === null) return err({ tag: 'DatabaseDamaged' });
    undo.push(() => wipeIdentity(who.identity));
    const audit = createAuditLog({ store, key: keys.audit, clock, me: who.me });
    const base = {
      profileId: place.profileId,
      profileFolder: place.folder,
      practice: who.practice,
      store,
      audit,
      me: who.me,
      identity: who.identity,
      keys,
      deps,
      emit: options.emit,
      lockSoon: options.lockSoon,
      wipeSoon: options.wipeSoon,
    };
    const { documents, handlers, consultationGoesOn, start, stop } = options.compose(base, progress);
    undo.push(() => {
      documents.flush();
      documents.end();
    });
    resetPinTries(store);
    const upkeep = startUpkeep({ store, key: keys.database, clock, logger, setTimer: deps.setTimer });
    undo.push(() => withinPatience(upkeep.stop(), deps));
    if (stop !== undefined) undo.push(() => stop());
    start?.();
    opened = true;
    return ok({
      vault: { ...base, documents },
      place,
      ui: createUiState(store, clock),
      handlers,
      consultationGoesOn: () => consultationGoesOn?.() ?? false,
      close: () => runAll(undo, deps),
    });
  } catch (thrown) {
    const error = storeErrorOf(thrown, file);
    if (error === null) throw thrown;
    return err(error);
  } finally {
    progress.end();
    // Nothing that waits has been started by then, so this is done when the function returns.
    if (!opened) void runAll(undo, deps);
  }
}

function laterFailed({ tag }: StoreError, file: string, logger: Logger): void {
  logger.event('vault.laterFailed', { tag });
  if (tag !== 'DiskFull') markDamage(file);
}

type Undo = () => void | Promise<void>;

/** Reading a database of this size whole takes about a second. */
const LARGE_BYTES = 16 * 1024 * 1024;

/** A copy that is being made may hold up a lock this long. */
const PATIENCE_MS = 5_000;

async function withinPatience(work: Promise<void>, deps: VaultDeps): Promise<void> {
  let patience: Timer | null = null;
  const late = new Promise<void>((resolve) => (patience = deps.setTimer(resolve, PATIENCE_MS)));
  await Promise.race([work, late]);
  (patience as Timer | null)?.cancel();
}

/** Last made, first undone; one that fails (a full disk while flushing) does not keep the keys alive. */
async function runAll(undo: Undo[], deps: VaultDeps): Promise<void> {
  for (let step = undo.pop(); step !== undefined; step = undo.pop()) {
    try {
      const waiting = step();
      if (waiting !== undefined) await waiting;
    } catch (thrown) {
      deps.logger.event('vault.closeFailed', { tag: storeErrorOf(thrown)?.tag ?? 'Internal' });
    }
  }
}
