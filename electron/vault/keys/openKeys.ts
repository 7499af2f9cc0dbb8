/**
 * From what a person types to the master key of a vault, with everything that must be checked on the way: the delay,
 * the header, the strength of the slot, the MAC. And the way back: new slots in the header.
 */
import type { ProfileId } from '../../../shared/domain/ids.ts';
import type { ErrorOf } from '../../../shared/errors.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import type { VaultDeps } from '../vaultDeps.ts';
import { wipe } from './bytes.ts';
import { headerIsAuthentic, sealHeader, type SealedHeader, type Slot, type SlotType } from './header.ts';
import { readHeader, readHeaderCopy, writeHeader, type FoundHeader, type HeaderError } from './headerFile.ts';
import { raised, type KdfParams } from './kdf.ts';
import { deriveSubkeys, wipeSubkeys } from './masterKey.ts';
import { canonicalPassphrase } from './passphrase.ts';
import { readRecoveryCode } from './recoveryCode.ts';
import { lacksKeychain, makePassphraseSlot, openPassphraseSlot, openRecoverySlot, type SlotAnswer } from './slots.ts';
import { createWrongTries, type TrySort, type WrongTries } from './wrongTries.ts';

export interface OpenedKeys {
  /** The caller wipes it after deriving. */
  readonly masterKey: Uint8Array;
  readonly sealed: SealedHeader;
  /** The header came from its copy. */
  readonly repaired: boolean;
  /** Wrong tries since the last right one. */
  readonly wrongBefore: number;
}

export type PassphraseError = HeaderError | ErrorOf<'WrongPassphrase' | 'WaitBeforeRetry' | 'KeychainMissing'>;
export type RecoveryError = HeaderError | ErrorOf<'WrongRecoveryCode' | 'WaitBeforeRetry'>;

export interface VaultPlace {
  readonly folder: string;
  readonly profileId: ProfileId;
}

/** The master key by passphrase. Leaves `typed` alone; the caller wipes it. */
export async function openWithPassphrase(
  place: VaultPlace,
  typed: Uint8Array,
  deps: VaultDeps,
): Promise<Result<OpenedKeys, PassphraseError>> {
  const found = readHeader(place.folder, place.profileId);
  if (!found.ok) return found;
  const tries = createWrongTries(place.folder, deps);
  const waitSeconds = tries.waitSeconds('passphrase');
  if (waitSeconds > 0) return err({ tag: 'WaitBeforeRetry', waitSeconds });
  const slot = found.value.sealed.header.slots.find(({ type }) => type === 'passphrase');
  if (slot !== undefined && (await lacksKeychain(slot, place.profileId, deps))) return err({ tag: 'KeychainMissing' });
  const passphrase = canonicalPassphrase(typed);
  try {
    const attempt = (slot: Slot) => openPassphraseSlot(slot, place.profileId, passphrase, deps);
    return await openSlot({ place, found: found.value, type: 'passphrase', attempt, tries }, () => ({
      tag: 'WrongPassphrase',
      waitSeconds: tries.waitSeconds('passphrase'),
    }));
  } finally {
    wipe(passphrase);
  }
}

/** The master key by the printed code. A typing mistake is told, and is not counted as a try. */
export async function openWithRecoveryCode(
  place: VaultPlace,
  typed: string,
  deps: VaultDeps,
): Promise<Result<OpenedKeys, RecoveryError>> {
  const found = readHeader(place.folder, place.profileId);
  if (!found.ok) return found;
  const tries = createWrongTries(place.folder, deps);
  const waitSeconds = tries.waitSeconds('recovery');
  if (waitSeconds > 0) return err({ tag: 'WaitBeforeRetry', waitSeconds });
  const code = readRecoveryCode(typed);
  if (!code.ok) return err({ tag: 'WrongRecoveryCode', group: code.error.group });
  try {
    const attempt = (slot: Slot) => openRecoverySlot(slot, place.profileId, code.value);
    return await openSlot({ place, found: found.value, type: 'recovery', attempt, tries }, () => ({
      tag: 'WrongRecoveryCode',
      group: null,
    }));
  } finally {
    wipe(code.value);
  }
}

/** A new passphrase slot in the header, with parameters that are never lower than before. */
export async function setPassphrase(
  place: VaultPlace,
  keys: Pick<OpenedKeys, 'masterKey' | 'sealed'>,
  typed: Uint8Array,
  deps: VaultDeps,
): Promise<SealedHeader> {
  const { header } = keys.sealed;
  const passphrase = canonicalPassphrase(typed);
  const before = header.slots.find((slot) => slot.type === 'passphrase')?.kdf;
  const params: KdfParams = before?.algorithm === 'argon2id' ? before : deps.keyPolicy.preferred;
  const slot = await makePassphraseSlot(
    {
      profileId: place.profileId,
      masterKey: keys.masterKey,
      passphrase,
      params: raised(params, deps.keyPolicy),
      keychain: deps.keychain !== null,
    },
    deps,
  );
  wipe(passphrase);
  const others = header.slots.filter(({ type }) => type !== 'passphrase');
  return saveHeader(place, { ...keys, sealed: { ...keys.sealed, header: { ...header, slots: [slot, ...others] } } });
}

/** Puts right what an unlock found wanting: a repaired header, a copy that lags behind, a slot below today's strength. */
export async function careForHeader(
  place: VaultPlace,
  keys: OpenedKeys,
  typed: Uint8Array,
  deps: VaultDeps,
): Promise<SealedHeader> {
  const kdf = keys.sealed.header.slots.find((slot) => slot.type === 'passphrase')?.kdf;
  if (kdf?.algorithm === 'argon2id') {
    const better = raised(kdf, deps.keyPolicy);
    if (better.memoryKiB !== kdf.memoryKiB || better.passes !== kdf.passes)
      return setPassphrase(place, keys, typed, deps);
  }
  const copy = readHeaderCopy(place.folder, place.profileId);
  if (keys.repaired || copy?.mac !== keys.sealed.mac) return saveHeader(place, keys);
  return keys.sealed;
}

function saveHeader(place: VaultPlace, keys: Pick<OpenedKeys, 'masterKey' | 'sealed'>): SealedHeader {
  const subkeys = deriveSubkeys(keys.masterKey);
  const sealed = sealHeader(keys.sealed.header, subkeys.header);
  wipeSubkeys(subkeys);
  writeHeader(place.folder, sealed);
  return sealed;
}

interface SlotTrial {
  readonly place: VaultPlace;
  readonly found: FoundHeader;
  readonly type: SlotType & TrySort;
  attempt(slot: Slot): SlotAnswer | Promise<SlotAnswer>;
  readonly tries: WrongTries;
}

async function openSlot<E>(
  trial: SlotTrial,
  wrong: () => E,
): Promise<Result<OpenedKeys, E | ErrorOf<'HeaderDamaged'>>> {
  const { found, place, tries, type } = trial;
  const wrongBefore = tries.count(type);
  tries.begin(type);
  const answer = await attemptOn(found.sealed, trial);
  if (answer === 'WRONG') return err(wrong());
  if (answer !== 'WEAKENED') {
    tries.succeeded(type);
    if (isAuthentic(found.sealed, answer.masterKey))
      return ok({ masterKey: answer.masterKey, sealed: found.sealed, repaired: found.repaired, wrongBefore });
    wipe(answer.masterKey);
  }
  // Somebody changed the header. Its copy may still be the one that we wrote.
  const copy = found.repaired ? null : readHeaderCopy(place.folder, place.profileId);
  const second = copy === null ? 'WRONG' : await attemptOn(copy, trial);
  if (copy === null || typeof second === 'string') return err({ tag: 'HeaderDamaged' });
  tries.succeeded(type);
  if (isAuthentic(copy, second.masterKey))
    return ok({ masterKey: second.masterKey, sealed: copy, repaired: true, wrongBefore });
  wipe(second.masterKey);
  return err({ tag: 'HeaderDamaged' });
}

async function attemptOn(sealed: SealedHeader, trial: SlotTrial): Promise<SlotAnswer> {
  const slot = sealed.header.slots.find(({ type }) => type === trial.type);
  return slot === undefined ? 'WEAKENED' : trial.attempt(slot);
}

function isAuthentic(sealed: SealedHeader, masterKey: Uint8Array): boolean {
  const subkeys = deriveSubkeys(masterKey);
  const authentic = headerIsAuthentic(sealed, subkeys.header);
  wipeSubkeys(subkeys);
  return authentic;
}
