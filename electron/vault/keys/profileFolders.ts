/**
 * Where vaults lie: `<data folder>/profiles/<profile id>/`, one per worker. A folder appears under its id only when it
 * is whole: it is made as `.new-<id>` and renamed. What a crash left half is never listed, and swept later.
 */
import { mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { ProfileId } from '../../../shared/domain/ids.ts';
import { syncFolder } from '../store/folders.ts';

export const DATABASE_FILE = 'vault.db';
const UNFINISHED = '.new-';
/** Nobody takes a day to set up a vault; a younger one may belong to a living process. */
const UNFINISHED_FOR_MS = 86_400_000;

const profilesFolder = (dataFolder: string): string => join(dataFolder, 'profiles');

export function profileFolder(dataFolder: string, profileId: ProfileId): string {
  return join(profilesFolder(dataFolder), profileId);
}

/** Ids of the vaults on this laptop, in a fixed order. */
export function listProfileIds(dataFolder: string): ProfileId[] {
  return namesIn(profilesFolder(dataFolder))
    .flatMap((name) => ProfileId.safeParse(name).data ?? [])
    .sort();
}

/** A folder in which a vault is made. */
export function makeUnfinishedFolder(dataFolder: string, profileId: ProfileId): string {
  const folder = join(profilesFolder(dataFolder), `${UNFINISHED}${profileId}`);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  return folder;
}

/** From here the vault exists. Answers its folder. */
export function finishFolder(dataFolder: string, profileId: ProfileId): string {
  const parent = profilesFolder(dataFolder);
  const folder = profileFolder(dataFolder, profileId);
  const unfinished = join(parent, `${UNFINISHED}${profileId}`);
  syncFolder(unfinished);
  renameSync(unfinished, folder);
  syncFolder(parent);
  return folder;
}

export function dropUnfinishedFolder(dataFolder: string, profileId: ProfileId): void {
  rmSync(join(profilesFolder(dataFolder), `${UNFINISHED}${profileId}`), { recursive: true, force: true });
}

/** Removes what crashed while it was being made. Such a folder never held work. */
export function sweepUnfinished(dataFolder: string, nowMs: number): void {
  const parent = profilesFolder(dataFolder);
  for (const name of namesIn(parent)) {
    if (!name.startsWith(UNFINISHED)) continue;
    const folder = join(parent, name);
    if (nowMs - (statSync(folder, { throwIfNoEntry: false })?.mtimeMs ?? nowMs) > UNFINISHED_FOR_MS)
      rmSync(folder, { recursive: true, force: true });
  }
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch (thrown) {
    if (thrown instanceof Error && 'code' in thrown && thrown.code === 'ENOENT') return [];
    throw thrown;
  }
}
