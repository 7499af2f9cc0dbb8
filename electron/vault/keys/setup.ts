/**
 * First run: everything is made in memory; the disk sees nothing before the worker has typed parts of the recovery
 * code back from paper. Then header and database are written in an unfinished folder that is renamed when it is whole,
 * so a crash in between leaves no half vault.
 */
import { join } from 'node:path';
import { newId, type ProfileId } from '../../../shared/domain/ids.ts';
import type { AppError, ErrorOf } from '../../../shared/errors.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import { openStore, type OpenStoreError } from '../store/open.ts';
import { storeErrorOf } from '../store/sqliteErrors.ts';
import type { VaultDeps } from '../vaultDeps.ts';
import { wipe } from './bytes.ts';
import { HEADER_VERSION, sealHeader, type Header, type SealedHeader } from './header.ts';
import { writeHeader } from './headerFile.ts';
import { newIdentity, storeIdentity, wipeIdentity } from './identity.ts';
import { deriveSubkeys, newMasterKey, wipeSubkeys } from './masterKey.ts';
import { canonicalPassphrase } from './passphrase.ts';
import { hashPin, storePin, type PinHash } from './pin.ts';
import {
  DATABASE_FILE,
  dropUnfinishedFolder,
  finishFolder,
  makeUnfinishedFolder,
  sweepUnfinished,
} from './profileFolders.ts';
import { askedGroups, isGroup, newRecoverySecret, recoveryCodeOf } from './recoveryCode.ts';
import { makePassphraseSlot, makeRecoverySlot } from './slots.ts';

export interface SetupInput {
  readonly name: string;
  readonly jobTitle: string;
  readonly passphrase: Uint8Array;
  readonly pin: string;
  readonly practice: boolean;
}

export interface TypedGroup {
  readonly group: number;
  readonly text: string;
}

/** A vault that exists in memory only. */
export interface Setup {
  readonly profileId: ProfileId;
  readonly recoveryCode: readonly string[];
  readonly askedGroups: readonly number[];
  isGroupRight(typed: TypedGroup): boolean;
  /** Writes it, when all asked groups are right. Answers where it lies, with the master key. */
  finish(groups: readonly TypedGroup[]): Result<WrittenVault, ErrorOf<'WrongRecoveryCode' | 'DiskFull' | 'DiskError'>>;
  /** Forgets the keys. */
  drop(): void;
}

export interface WrittenVault {
  readonly profileId: ProfileId;
  readonly folder: string;
  /** The caller wipes it after deriving. */
  readonly masterKey: Uint8Array;
  readonly sealed: SealedHeader;
}

/** Makes the keys. The passphrase was checked; the caller wipes it. */
export async function beginSetup(input: SetupInput, deps: VaultDeps): Promise<Setup> {
  const profileId = newId<ProfileId>(deps.random);
  const masterKey = newMasterKey(deps.random);
  const recoverySecret = newRecoverySecret(deps.random);
  const passphrase = canonicalPassphrase(input.passphrase);
  const subkeys = deriveSubkeys(masterKey);
  const passphraseSlot = await makePassphraseSlot(
    { profileId, masterKey, passphrase, params: deps.keyPolicy.preferred, keychain: deps.keychain !== null },
    deps,
  );
  const pin = await hashPin(input.pin, subkeys.pin, deps);
  wipe(passphrase);
  const header: Header = {
    version: HEADER_VERSION,
    profileId,
    label: input.name,
    jobTitle: input.jobTitle,
    practice: input.practice,
    createdAtMs: deps.clock.nowMs(),
    slots: [passphraseSlot, makeRecoverySlot({ profileId, masterKey, secret: recoverySecret }, deps)],
  };
  const sealed = sealHeader(header, subkeys.header);
  wipeSubkeys(subkeys);
  const recoveryCode = recoveryCodeOf(recoverySecret);
  wipe(recoverySecret);
  const asked = askedGroups(deps.random);
  const isGroupRight = ({ group, text }: TypedGroup): boolean => isGroup(recoveryCode[group] ?? 'none', text);

  return {
    profileId,
    recoveryCode,
    askedGroups: asked,
    isGroupRight,
    finish(groups) {
      const wrong = asked.find((group) => !groups.some((typed) => typed.group === group && isGroupRight(typed)));
      if (wrong !== undefined) return err({ tag: 'WrongRecoveryCode', group: wrong });
      const written = writeVault({ profileId, masterKey, sealed, pin }, deps);
      if (!written.ok) return written;
      return ok({ profileId, folder: written.value, masterKey: masterKey.slice(), sealed });
    },
    drop: () => wipe(masterKey),
  };
}

interface VaultInMemory {
  readonly profileId: ProfileId;
  readonly masterKey: Uint8Array;
  readonly sealed: SealedHeader;
  readonly pin: PinHash;
}

/** All or nothing: the folder, or no trace. */
function writeVault(vault: VaultInMemory, deps: VaultDeps): Result<string, ErrorOf<'DiskFull' | 'DiskError'>> {
  const { profileId, sealed } = vault;
  try {
    sweepUnfinished(deps.dataFolder, deps.clock.nowMs());
    const folder = makeUnfinishedFolder(deps.dataFolder, profileId);
    const filled = fillDatabase(folder, vault, deps);
    if (!filled.ok) {
      dropUnfinishedFolder(deps.dataFolder, profileId);
      return err(filled.error);
    }
    writeHeader(folder, sealed);
    return ok(finishFolder(deps.dataFolder, profileId));
  } catch (thrown) {
    const error = diskErrorOf(thrown);
    if (error === null) throw thrown;
    dropUnfinishedFolder(deps.dataFolder, profileId);
    return err(error);
  }
}

function fillDatabase(
  folder: string,
  vault: VaultInMemory,
  deps: VaultDeps,
): Result<null, ErrorOf<'DiskFull' | 'DiskError'>> {
  const { header } = vault.sealed;
  const subkeys = deriveSubkeys(vault.masterKey);
  const { clock, logger, appVersion, random } = deps;
  const opened = openStore({ file: join(folder, DATABASE_FILE), key: subkeys.database, clock, logger, appVersion });
  if (!opened.ok) {
    wipeSubkeys(subkeys);
    return err(asDiskError(opened.error));
  }
  const store = opened.value;
  const identity = newIdentity(random);
  try {
    store.transaction(() => {
      const facts = {
        name: header.label,
        jobTitle: header.jobTitle,
        practice: header.practice,
        createdAtMs: header.createdAtMs,
      };
      storeIdentity(store, identity, facts, { identityKey: subkeys.identity, random });
      storePin(store, vault.pin);
    });
    return ok(null);
  } finally {
    store.close();
    wipeSubkeys(subkeys);
    wipeIdentity(identity);
  }
}

/** A database that was just made cannot be damaged, foreign or from the future: then the disk lies. */
function asDiskError(error: OpenStoreError): ErrorOf<'DiskFull' | 'DiskError'> {
  return error.tag === 'DiskFull' ? error : { tag: 'DiskError' };
}

function diskErrorOf(thrown: unknown): ErrorOf<'DiskFull' | 'DiskError'> | null {
  const error: AppError | null = storeErrorOf(thrown);
  if (error === null) return null;
  return error.tag === 'DiskFull' ? { tag: 'DiskFull' } : { tag: 'DiskError' };
}
