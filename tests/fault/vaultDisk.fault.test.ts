/**
 * The whole vault, as it is started by a host, on a disk that fills up, fails, or may not be written any more, while it is
 * used and while it opens. Each failure has a tag with words of its own; nothing is half written; what the screen still
 * holds goes in as soon as there is room.
 */
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { constants, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { createRecord } from '../../shared/documents/accessors.ts';
import { readRecords } from '../../shared/documents/readers.ts';
import type { ProfileId } from '../../shared/domain/ids.ts';
import { contentsOf } from '../fixtures/vaultContents.ts';
import { buildShim, hasCompiler } from './faultShim.ts';
import { pushChange } from './pushChange.ts';
import { seededNumbers } from './seededNumbers.ts';
import { startVault, type VaultChild } from './vaultChild.ts';
import { inspectVault, keysByRecoveryCode } from './vaultInspection.ts';
import { beginTalk, openTalk, passphrase, setUpWithCode, value, writeWord, type Talk } from './wordByWord.ts';

const { ENOSPC, EIO, EROFS } = constants.errno;
const random = seededNumbers(Number(process.env['SEED'] ?? 1));
const workspace = mkdtempSync(join(tmpdir(), 'samenspel-disk-'));
const dataFolder = join(workspace, 'laptop');
const control = join(workspace, 'control');
const vaults: VaultChild[] = [];
let shim = '';

const fullDisk = (): void => writeFileSync(control, `w ${String(ENOSPC)}`);
const failingDisk = (): void => writeFileSync(control, `s ${String(EIO)}`);
const readOnlyDisk = (): void => writeFileSync(control, `wo ${String(EROFS)}`);
const goodDisk = (): void => rmSync(control, { force: true });

async function start(folder = dataFolder): Promise<VaultChild> {
  const vault = await startVault(folder, {
    LD_PRELOAD: shim,
    FAULT_FOLDER: join(folder, 'profiles'),
    FAULT_WHILE: control,
  });
  vaults.push(vault);
  return vault;
}

const tagOf = (outcome: { readonly ok: boolean; readonly error?: { readonly tag: string } }): string =>
  outcome.ok ? 'ok' : (outcome.error?.tag ?? 'no tag');

describe.skipIf(!hasCompiler)('the vault on a disk that', () => {
  let profileId: ProfileId;
  let recoveryCode: string;
  let talk: Talk;
  let folder: string;
  let words = 0;

  beforeAll(async () => {
    shim = buildShim(workspace);
    const { client, gone } = await start();
    ({ profileId, recoveryCode } = await setUpWithCode(client, 'Marieke Oefenaar', false));
    folder = join(dataFolder, 'profiles', profileId);
    talk = await beginTalk(client, 'Fam. Begin');
    value(await client.call('backup.create', {}));
    value(await client.call('vault.lock', {}));
    await gone;
  });
  afterEach(goodDisk);
  afterAll(async () => {
    for (const vault of vaults) vault.kill();
    await Promise.all(vaults.map(({ gone }) => gone));
    rmSync(workspace, { recursive: true, force: true });
  });

  async function open(): Promise<VaultChild> {
    const vault = await start();
    value(await vault.client.call('vault.unlock', { profileId, passphrase: passphrase() }));
    return vault;
  }

  async function writer({ client }: VaultChild) {
    const { me } = value(await client.call('session.get', {}));
    return { userId: me.userId, nowMs: 1_790_000_000_000, random };
  }

  /** Locks, and looks at what lies on the disk: whole, and with all the words that were told as saved. */
  async function lockAndLook(vault: VaultChild): Promise<void> {
    await vault.client.call('vault.lock', {});
    await vault.gone;
    const keys = await keysByRecoveryCode(dataFolder, profileId, recoveryCode);
    expect(inspectVault(dataFolder, profileId, keys)).toEqual([]);
  }

  test('is full: saving, making, copying and exporting say so; nothing is half there; the same text goes in when there is room [S7]', async () => {
    const vault = await open();
    const { client } = vault;
    const me = await writer(vault);
    const { doc } = await openTalk(client, talk);
    for (let n = 0; n < 5; n += 1) expect(await writeWord(client, talk, doc, (words += 1), me)).toBeNull();
    const copies = readdirSync(join(folder, 'backups'));

    fullDisk();
    expect(await writeWord(client, talk, doc, words + 1, me)).toBe('DiskFull');
    const note = await pushChange(client, talk.documentId, doc, me, (on, by) =>
      createRecord(on, 'lifeEvents', { text: 'op een volle schijf' }, by),
    );
    // It builds on the words that were refused: both wait on the screen.
    expect(note).not.toBeNull();
    expect(tagOf(await client.call('household.create', { name: 'Fam. Te Veel' }))).toBe('DiskFull');
    expect(tagOf(await client.call('draft.keep', { key: 'oefening', values: { tekst: 'half' } }))).toBe('DiskFull');
    expect(tagOf(await client.call('backup.create', {}))).toBe('DiskFull');
    const exported = { householdId: talk.householdId, passphrase: null, includeRestricted: false };
    // A file that leaves without its row in the log would be a look that nobody can find.
    expect(tagOf(await client.call('export.household', exported))).toBe('DiskFull');
    expect(readdirSync(join(folder, 'backups'))).toEqual(copies);
    // A look has a row in the log as well, so a dossier that is not open yet waits too.
    expect(tagOf(await client.call('document.open', { documentId: talk.documentId }))).toBe('DiskFull');

    goodDisk();
    // What the screen still holds, in one push, as a replica sends it after a refusal.
    const there = await openTalk(client, talk);
    expect(there.count).toBe(words);
    const update = Y.encodeStateAsUpdate(doc, Y.encodeStateVector(there.doc));
    expect(tagOf(await client.call('document.push', { documentId: talk.documentId, update }))).toBe('ok');
    const now = await openTalk(client, talk);
    expect(now.count).toBe((words += 1));
    expect(readRecords(now.doc, 'lifeEvents').map(({ values }) => values.text)).toEqual(['op een volle schijf']);
    expect(tagOf(await client.call('backup.create', {}))).toBe('ok');
    expect(tagOf(await client.call('export.household', exported))).toBe('ok');
    const { rows } = value(await client.call('household.list', {}));
    expect(rows.map(({ name }) => name)).toEqual(['Fam. Begin']);
    expect(value(await client.call('audit.verify', {})).firstBadRow).toBeNull();
    await lockAndLook(vault);
  });

  test('fails to sync: nothing is told as saved from then on, also when it seems well again, until the vault is opened anew [S1]', async () => {
    const vault = await open();
    const { client } = vault;
    const me = await writer(vault);
    const { doc } = await openTalk(client, talk);
    expect(await writeWord(client, talk, doc, (words += 1), me)).toBeNull();
    failingDisk();
    expect(await writeWord(client, talk, doc, words + 1, me)).toBe('DiskError');
    goodDisk();
    expect(tagOf(await client.call('household.create', { name: 'Fam. Schijn' }))).toBe('DiskError');
    await lockAndLook(vault);
    const after = await open();
    expect((await openTalk(after.client, talk)).count).toBeGreaterThanOrEqual(words);
    const next = await openTalk(after.client, talk);
    words = next.count;
    expect(await writeWord(after.client, talk, next.doc, (words += 1), await writer(after))).toBeNull();
    await lockAndLook(after);
  });

  test('may not be written any more: saving and unlocking say so, and all is there when it may [S7]', async () => {
    const vault = await open();
    const { client } = vault;
    const me = await writer(vault);
    const { doc } = await openTalk(client, talk);
    expect(await writeWord(client, talk, doc, (words += 1), me)).toBeNull();
    readOnlyDisk();
    expect(await writeWord(client, talk, doc, words + 1, me)).toBe('DiskError');
    expect(tagOf(await client.call('backup.create', {}))).toBe('DiskError');
    await client.call('vault.lock', {});
    await vault.gone;

    const locked = await start();
    const unlock = () => locked.client.call('vault.unlock', { profileId, passphrase: passphrase() });
    expect(tagOf(await unlock())).toBe('DiskError');
    goodDisk();
    value(await unlock());
    expect((await openTalk(locked.client, talk)).count).toBe(words);
    await lockAndLook(locked);
  });

  test('is full while an earlier version is brought up to date: refused, unchanged, and done when there is room [S10]', async () => {
    const release = join(import.meta.dirname, '../fixtures/release-0.1.0');
    const old = join(workspace, 'old');
    cpSync(join(release, 'profiles'), join(old, 'profiles'), { recursive: true });
    const expected = JSON.parse(readFileSync(join(release, 'expected.json'), 'utf8')) as {
      readonly profileId: ProfileId;
      readonly passphrase: string;
      readonly households: unknown;
    };
    const database = join(old, 'profiles', expected.profileId, 'vault.db');
    const before = readFileSync(database);
    const vault = await start(old);
    const unlock = () =>
      vault.client.call('vault.unlock', {
        profileId: expected.profileId,
        passphrase: new TextEncoder().encode(expected.passphrase),
      });
    fullDisk();
    expect(tagOf(await unlock())).toBe('DiskFull');
    expect(readFileSync(database).equals(before)).toBe(true);
    goodDisk();
    value(await unlock());
    expect(await contentsOf(vault.client)).toEqual(expected.households);
    vault.kill();
    await vault.gone;
  });
});
