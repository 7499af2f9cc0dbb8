/**
 * A laptop whose store went bad: a vault with a conversation in it and a copy of later than that, locked, with noise over
 * the first pages of its database. Made with the vault's own code, then damaged from outside.
 */
import { closeSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { startVault } from '../../fault/vaultChild.ts';
import { seededNumbers } from '../../fault/seededNumbers.ts';
import { beginTalk, openTalk, writeWord } from '../../fault/wordByWord.ts';
import { listProfileIds } from '../../../electron/vault/keys/profileFolders.ts';
import { prepareDataFolder } from './preparedProfile.ts';
import { samira } from './sessionPages.ts';

const PAGE = 4096;
const DAMAGED_PAGES = 3;

export interface DamagedProfile {
  readonly dataFolder: string;
  /** profiles/<profile id>/ in it. */
  readonly folder: string;
  readonly household: string;
  /** What stands in the one conversation. */
  readonly text: string;
}

/** The caller removes the data folder. */
export async function makeDamagedProfile(): Promise<DamagedProfile> {
  const dataFolder = await prepareDataFolder({});
  const [profileId] = listProfileIds(dataFolder);
  if (profileId === undefined) throw new Error('no vault was prepared');
  const folder = join(dataFolder, 'profiles', profileId);
  const household = 'Fam. Herstel';
  const { client, gone } = await startVault(dataFolder);
  const done = <T>(outcome: { readonly ok: true; readonly value: T } | { readonly ok: false }): T => {
    if (!outcome.ok) throw new Error('the vault refused');
    return outcome.value;
  };
  const passphrase = new TextEncoder().encode(samira.passphrase);
  done(await client.call('vault.unlock', { profileId, passphrase }));
  const talk = await beginTalk(client, household);
  const { doc } = await openTalk(client, talk);
  const { me } = done(await client.call('session.get', {}));
  const random = seededNumbers(1);
  for (let n = 1; n <= 20; n += 1) {
    const refused = await writeWord(client, talk, doc, n, { userId: me.userId, nowMs: Date.now(), random });
    if (refused !== null) throw new Error(refused);
  }
  done(await client.call('backup.create', {}));
  done(await client.call('vault.lock', {}));
  await gone;
  const handle = openSync(join(folder, 'vault.db'), 'r+');
  const noise = Uint8Array.from({ length: PAGE * DAMAGED_PAGES }, () => Math.floor(random() * 256));
  writeSync(handle, noise, 0, noise.length, 0);
  closeSync(handle);
  return { dataFolder, folder, household, text: Array.from({ length: 20 }, (_, index) => index + 1).join(' ') };
}
