/**
 * Files of a vault that are taken away, by a hand, a cleaning program or a sync folder, while it is open and while it is
 * locked. Never silently an older state: what was told as saved is there after the next unlock, or it is said what is wrong
 * and what to do, and the newest copy brings it back.
 */
import { cpSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Client } from '../../shared/contract/client.ts';
import { errorText } from '../../shared/errorTexts.ts';
import { utf8 } from '../../electron/vault/keys/bytes.ts';
import { createTestMachine, ownData, TEST_WORKER, unlock } from '../../electron/vault/testVault.ts';
import type { RunningVault, TestMachine, TestProfile } from '../../electron/vault/testVault.ts';
import { value } from './wordByWord.ts';

let machine: TestMachine;
let first: RunningVault & TestProfile;
let file: string;

beforeEach(async () => {
  machine = createTestMachine();
  first = await machine.setUp();
  file = join(first.folder, 'vault.db');
});
afterEach(() => machine.end());

const make = (client: Client, name: string) => client.call('household.create', { name });
const tagOf = (outcome: { readonly ok: boolean; readonly error?: { readonly tag: string } }): string =>
  outcome.ok ? 'ok' : (outcome.error?.tag ?? 'no tag');

async function reopened(): Promise<Client> {
  machine.reboot();
  const { client } = machine.start();
  value(await unlock(client, first.profileId));
  return client;
}

describe('while the vault is open', () => {
  it.each(['', '-wal'])(
    'the store%s is taken away: nothing is told as saved any more, and what was is back at the next unlock [S16]',
    async (ending) => {
      value(await make(first.client, 'Fam. Een'));
      value(await make(first.client, 'Fam. Twee'));
      rmSync(`${file}${ending}`);
      expect(tagOf(await make(first.client, 'Fam. Drie'))).toBe('DiskError');
      expect(tagOf(await make(first.client, 'Fam. Drie'))).toBe('DiskError');
      expect(first.events).toContain('store.fileGone');
      // Its row cannot be written, and it locks all the same.
      await first.client.call('vault.lock', {});
      await first.ended;
      const client = await reopened();
      expect(await ownData(client)).toEqual(['Fam. Een', 'Fam. Twee']);
      expect(value(await client.call('audit.verify', {})).firstBadRow).toBeNull();
      value(await make(client, 'Fam. Drie'));
    },
  );

  it('the whole folder is moved away: nothing is told as saved, and moved back it is all there [S16]', async () => {
    value(await make(first.client, 'Fam. Een'));
    const elsewhere = join(machine.dataFolder, 'elders');
    renameSync(first.folder, elsewhere);
    expect(tagOf(await make(first.client, 'Fam. Twee'))).toBe('DiskError');
    renameSync(elsewhere, first.folder);
    await first.vault.end();
    expect(await ownData(await reopened())).toEqual(['Fam. Een']);
  });

  it('the store is taken away and nothing more is written: locking lays it ready [S16]', async () => {
    value(await make(first.client, 'Fam. Een'));
    rmSync(file);
    await first.vault.end();
    expect(await ownData(await reopened())).toEqual(['Fam. Een']);
  });

  it('the folder of copies is taken away: the next copy makes it again', async () => {
    value(await first.client.call('backup.create', {}));
    rmSync(join(first.folder, 'backups'), { recursive: true });
    expect(value(await first.client.call('backup.list', {}))).toEqual([]);
    value(await first.client.call('backup.create', {}));
    expect(readdirSync(join(first.folder, 'backups'))).toHaveLength(1);
  });
});

describe('while the vault is locked', () => {
  it('the store is gone: it is said, and the newest copy brings it back [S15]', async () => {
    value(await make(first.client, 'Fam. Een'));
    value(await first.client.call('backup.create', {}));
    await first.vault.end();
    rmSync(file);
    machine.reboot();
    const { client } = machine.start();
    const refused = await unlock(client, first.profileId);
    expect(refused).toEqual({ ok: false, error: { tag: 'DatabaseDamaged' } });
    expect(existsSync(file), 'no empty one in its place').toBe(false);
    const passphrase = utf8(TEST_WORKER.passphrase);
    value(await client.call('vault.repair', { profileId: first.profileId, passphrase }));
    value(await unlock(client, first.profileId));
    expect(await ownData(client)).toEqual(['Fam. Een']);
  });

  it('the log of a killed vault is gone: never silently the state of before it [S16]', async () => {
    value(await make(first.client, 'Fam. Een'));
    value(await first.client.call('backup.create', {}));
    value(await make(first.client, 'Fam. Twee'));
    // As the files lie there after a kill, for the process that comes next.
    const later = createTestMachine();
    try {
      cpSync(first.folder, join(later.dataFolder, 'profiles', first.profileId), { recursive: true });
      later.reboot();
      const place = join(later.dataFolder, 'profiles', first.profileId, 'vault.db');
      expect(existsSync(`${place}-shm`)).toBe(true);
      rmSync(`${place}-wal`);
      const { client } = later.start();
      expect(tagOf(await unlock(client, first.profileId))).toBe('DatabaseDamaged');
      const passphrase = utf8(TEST_WORKER.passphrase);
      const repaired = value(await client.call('vault.repair', { profileId: first.profileId, passphrase }));
      expect(repaired.unreadable).toBeGreaterThan(0);
      value(await unlock(client, first.profileId));
      // The copy is newer than what was left of the store, and counts.
      expect(await ownData(client)).toEqual(['Fam. Een']);
      expect(value(await client.call('audit.verify', {})).firstBadRow).toBeNull();
    } finally {
      await later.end();
    }
  });

  it('the key file is gone: its copy opens the vault and is put in its place [K4]', async () => {
    value(await make(first.client, 'Fam. Een'));
    await first.vault.end();
    rmSync(join(first.folder, 'header.json'));
    expect(await ownData(await reopened())).toEqual(['Fam. Een']);
    expect(existsSync(join(first.folder, 'header.json'))).toBe(true);
  });

  it('the key file and its copy are gone: it is said, nothing is made anew, and put back it opens', async () => {
    value(await make(first.client, 'Fam. Een'));
    await first.vault.end();
    const aside = join(machine.dataFolder, 'aside');
    mkdirSync(aside);
    for (const name of ['header.json', 'header.json.bak']) renameSync(join(first.folder, name), join(aside, name));
    machine.reboot();
    const { client } = machine.start();
    expect(tagOf(await unlock(client, first.profileId))).toBe('ProfileMissing');
    for (const name of readdirSync(aside)) renameSync(join(aside, name), join(first.folder, name));
    value(await unlock(client, first.profileId));
    expect(await ownData(client)).toEqual(['Fam. Een']);
  });
});

it('each of these failures says what happened and what to do [U4]', () => {
  for (const tag of ['DiskError', 'DiskFull', 'DatabaseDamaged', 'ProfileMissing'] as const) {
    const { title, advice } = errorText({ tag });
    expect(title).not.toBe('');
    expect(advice).toMatch(/Probeer|Maak ruimte|Herstel|herstel|reservekopie|Vraag/);
  }
});
