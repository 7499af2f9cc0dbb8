/** Repairing a vault that does not open: its keys, its lock, and the two files that are made of one (store/repair.ts). */
import { join } from 'node:path';
import type { ProfileId } from '../../shared/domain/ids.ts';
import type { ErrorOf } from '../../shared/errors.ts';
import { err, type Result } from '../../shared/result.ts';
import { wipe } from './keys/bytes.ts';
import { takeInstanceLock } from './keys/instanceLock.ts';
import { deriveSubkeys, wipeSubkeys } from './keys/masterKey.ts';
import { openWithPassphrase, type OpenedKeys, type VaultPlace } from './keys/openKeys.ts';
import { DATABASE_FILE, profileFolder } from './keys/profileFolders.ts';
import { silentProgress, type Progress } from './progress.ts';
import { stageRepair, type StagedRepair } from './store/repair.ts';
import type { VaultDeps } from './vaultDeps.ts';

type RepairError = ErrorOf<'ProfileInUse' | 'DatabaseDamaged' | 'DiskFull' | 'DiskError'>;

/** With the passphrase, as unlocking: the same delays. The repaired store takes its place at the next unlock. */
export function repairWithPassphrase(
  profileId: ProfileId,
  passphrase: Uint8Array,
  deps: VaultDeps,
  progress: Progress,
) {
  const place = { profileId, folder: profileFolder(deps.dataFolder, profileId) };
  return repairVault(place, deps, (opened) => openWithPassphrase(opened, passphrase, deps), progress);
}

/** With whatever gives the keys. Nothing else may have the vault open. */
export async function repairVault<E>(
  place: VaultPlace,
  deps: VaultDeps,
  getKeys: (place: VaultPlace) => Promise<Result<OpenedKeys, E>>,
  progress: Progress = silentProgress,
): Promise<Result<StagedRepair, E | RepairError>> {
  const lock = takeInstanceLock(place.folder, deps);
  if (lock === null) return err({ tag: 'ProfileInUse' });
  try {
    const opened = await getKeys(place);
    if (!opened.ok) return opened;
    const keys = deriveSubkeys(opened.value.masterKey);
    wipe(opened.value.masterKey);
    try {
      const { clock, logger, appVersion } = deps;
      const file = join(place.folder, DATABASE_FILE);
      return stageRepair({ file, key: keys.database, clock, logger, appVersion, progress });
    } finally {
      wipeSubkeys(keys);
    }
  } finally {
    lock.release();
  }
}
