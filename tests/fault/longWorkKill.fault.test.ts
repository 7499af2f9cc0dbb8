/**
 * The vault is killed in the middle of long work: reading a list of households, taking it back, making the lists
 * again. At the next opening it has happened whole or not at all.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import type { Client } from '../../shared/contract/client.ts';
import type { WorkCode } from '../../shared/contract/work.ts';
import type { RecordId } from '../../shared/domain/ids.ts';
import { listProfileIds } from '../../electron/vault/keys/profileFolders.ts';
import { startVault, type VaultChild } from './vaultChild.ts';
import { passphrase, setUpWorker, value } from './wordByWord.ts';

/** So many that the vault says beforehand that it takes long. */
const HOUSEHOLDS = 500;

const dataFolder = mkdtempSync(join(tmpdir(), 'samenspel-long-work-'));
let vault: VaultChild | null = null;
afterAll(async () => {
  vault?.kill();
  await vault?.gone;
  rmSync(dataFolder, { recursive: true, force: true });
});

async function start(): Promise<Client> {
  vault = await startVault(dataFolder);
  return vault.client;
}

/** After a kill: the vault opens with the passphrase. */
async function reopen(): Promise<Client> {
  const client = await start();
  const [profileId] = listProfileIds(dataFolder);
  if (profileId === undefined) throw new Error('no vault');
  value(await client.call('vault.unlock', { profileId, passphrase: passphrase() }));
  return client;
}

/** Kills the vault at the first word about this work; fails when the work was over before. */
async function killDuring(work: WorkCode, client: Client, doing: Promise<{ readonly ok: boolean }>): Promise<void> {
  const told = new Promise<'told'>((resolve) => {
    client.on('work.progress', (progress) => {
      if (progress.work === work && !progress.ended) resolve('told');
    });
  });
  expect(await Promise.race([told, doing.then(({ ok }) => ok)])).toBe('told');
  vault?.kill();
  await vault?.gone;
}

/** A list that was checked and can be made. */
async function ready(client: Client): Promise<RecordId> {
  const lines = Array.from(
    { length: HOUSEHOLDS },
    (_, n) => `Voornaam${String(n)};Uniek${String(n)};1-1-${String(1920 + (n % 90))}`,
  );
  const part = new TextEncoder().encode(['Voornaam;Achternaam;Geboortedatum', ...lines].join('\n'));
  const { importId } = value(await client.call('import.begin', { kind: 'HUISHOUDENS', bytes: part.length }));
  value(await client.call('import.part', { importId, index: 0, part }));
  const { columns } = value(await client.call('import.read', { importId }));
  value(await client.call('import.check', { importId, mapping: columns.map(({ guess }) => guess) }));
  return importId;
}
const run = (client: Client, importId: RecordId) => client.call('import.run', { importId, choices: [], others: 'ADD' });

const households = async (client: Client): Promise<number> =>
  value(await client.call('household.list', {})).rows.length === 0
    ? 0
    : Object.values(value(await client.call('household.list', {})).countsByStatus).reduce(
        (sum, count) => sum + count,
        0,
      );
const imports = async (client: Client): Promise<readonly boolean[]> =>
  value(await client.call('import.list', {})).runs.map(({ undone }) => undone);

test('killed while it reads a list, takes one back or makes the lists again, it has happened whole or not at all', async () => {
  let client = await start();
  await setUpWorker(client, 'Marieke Postma', false);

  await killDuring('IMPORT', client, run(client, await ready(client)));
  client = await reopen();
  expect([await households(client), await imports(client)]).toEqual([0, []]);

  const kept = await ready(client);
  expect(value(await run(client, kept)).made).toBe(HOUSEHOLDS);
  await killDuring('REBUILD', client, client.call('projection.rebuild', {}));
  client = await reopen();
  expect(await households(client)).toBe(HOUSEHOLDS);
  // The household and the person in it.
  expect(value(await client.call('search.query', { text: 'uniek499', mode: 'ranked' })).hits).toHaveLength(2);

  await killDuring('IMPORT_UNDO', client, client.call('import.undo', { importId: kept }));
  client = await reopen();
  expect([await households(client), await imports(client)]).toEqual([0, [true]]);
});
