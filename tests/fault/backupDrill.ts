/**
 * How long a verified copy and going back to it take on a whole caseload: a vault that the product itself made, with its
 * own keys. The copy is opened again, checked and compared; the restore ends when the database is open.
 */
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deriveSubkeys } from '../../electron/vault/keys/masterKey.ts';
import { openWithPassphrase } from '../../electron/vault/keys/openKeys.ts';
import { DATABASE_FILE, listProfileIds, profileFolder } from '../../electron/vault/keys/profileFolders.ts';
import { createNodeDeps } from '../../electron/vault/nodeDeps.ts';
import { stretchInChild } from '../../electron/vault/nodeStretch.ts';
import { runBackup } from '../../electron/vault/store/backupRunner.ts';
import { openStore, type Store } from '../../electron/vault/store/open.ts';
import { stageRestore } from '../../electron/vault/store/restore.ts';
import { makeDemoVault } from '../demo/demoVault.ts';

const PASSPHRASE = 'samen aan de keukentafel';

export interface BackupDrill {
  readonly households: number;
  readonly notes: number;
  readonly megabytes: number;
  readonly backupSeconds: number;
  readonly restoreSeconds: number;
  /** Households that were there before and are not any more. */
  readonly lost: number;
}

/** Makes the vault, copies it, goes back to the copy, counts. */
export async function backupDrill(households: number, notes: number, seed: number): Promise<BackupDrill> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'samenspel-drill-'));
  try {
    const deps = createNodeDeps({
      host: 'loopback',
      appVersion: 'drill',
      dataFolder,
      keychain: null,
      stretch: stretchInChild,
      end: () => undefined,
    });
    await makeDemoVault({
      deps,
      seed,
      households,
      notes,
      name: 'Marieke Oefenaar',
      passphrase: PASSPHRASE,
      pin: '2580',
    });
    const [profileId] = listProfileIds(dataFolder);
    if (profileId === undefined) throw new Error('no vault was made');
    const folder = profileFolder(dataFolder, profileId);
    const keys = await openWithPassphrase({ profileId, folder }, new TextEncoder().encode(PASSPHRASE), deps);
    if (!keys.ok) throw new Error(keys.error.tag);
    const key = deriveSubkeys(keys.value.masterKey).database;
    const file = join(folder, DATABASE_FILE);
    const target = { file, key, clock: deps.clock, logger: deps.logger, appVersion: 'drill', mustExist: true };

    const before = countAndClose(openOrThrow(target));
    const started = performance.now();
    const made = await runBackup({ file, key, nowMs: deps.clock.nowMs(), reason: 'manual' });
    const copied = performance.now();
    if (!made.ok) throw new Error(made.error.tag);
    const staged = stageRestore(target, made.value.backupId);
    if (!staged.ok) throw new Error(staged.error.tag);
    const store = openOrThrow(target);
    const restored = performance.now();
    return {
      households,
      notes,
      megabytes: Math.round(statSync(file).size / 1_000_000),
      backupSeconds: (copied - started) / 1_000,
      restoreSeconds: (restored - copied) / 1_000,
      lost: before - countAndClose(store),
    };
  } finally {
    rmSync(dataFolder, { recursive: true, force: true });
  }
}

function openOrThrow(target: Parameters<typeof openStore>[0]): Store {
  const opened = openStore(target);
  if (!opened.ok) throw new Error(opened.error.tag);
  return opened.value;
}

function countAndClose(store: Store): number {
  const count = store.db.prepare<[], number>(`SELECT count(*) FROM document WHERE kind = 'household'`).pluck().get();
  store.close();
  return count ?? 0;
}
