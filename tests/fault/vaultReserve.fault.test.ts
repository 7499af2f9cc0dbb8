/**
 * A laptop of which the disk really fills up, with the vault on it: a small disk in memory. What was saved stays, looking
 * goes on with the room that was kept for it, what is typed is refused in so many words and goes in when there is room.
 */
import { spawnSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, rmSync, statSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import * as Y from 'yjs';
import { createVault } from '../../electron/vault/createVault.ts';
import { DATABASE_FILE, profileFolder } from '../../electron/vault/keys/profileFolders.ts';
import { createNodeDeps } from '../../electron/vault/nodeDeps.ts';
import { stretchInChild } from '../../electron/vault/nodeStretch.ts';
import { RESERVE_BYTES, reserveFile } from '../../electron/vault/store/reserve.ts';
import { createClient, type Client } from '../../shared/contract/client.ts';
import { createMemoryTransportPair } from '../../shared/contract/memoryTransport.ts';
import { errorText } from '../../shared/errorTexts.ts';
import { seededNumbers } from './seededNumbers.ts';
import { inspectVault, keysByRecoveryCode } from './vaultInspection.ts';
import { beginTalk, openTalk, passphrase, setUpWithCode, value, writeWord } from './wordByWord.ts';

const disk = mkdtempSync(join(tmpdir(), 'samenspel-small-'));
const isSmallDisk =
  process.platform === 'linux' &&
  spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=96m', 'none', disk], { stdio: 'ignore' }).status === 0;
const filling = join(disk, 'holiday-film');
afterAll(() => {
  if (isSmallDisk) spawnSync('umount', ['-l', disk]);
  rmSync(disk, { recursive: true, force: true });
});

/** To the last byte. */
function fillDisk(): void {
  const film = openSync(filling, 'a');
  try {
    for (const bytes of [1 << 20, 1 << 12]) {
      try {
        for (;;) writeSync(film, Buffer.alloc(bytes, 'x'));
      } catch (thrown) {
        expect(thrown).toMatchObject({ code: 'ENOSPC' });
      }
    }
  } finally {
    closeSync(film);
  }
}

/** The vault of this laptop, of which every minute comes when `minute` is called. */
async function withVault<T>(use: (client: Client, minute: () => void) => Promise<T>): Promise<T> {
  const deps = createNodeDeps({
    host: 'loopback',
    appVersion: 'test',
    dataFolder: disk,
    keychain: null,
    stretch: stretchInChild,
    end: () => undefined,
  });
  let minutes: (() => void)[] = [];
  const vault = createVault({
    ...deps,
    logger: { event: () => undefined },
    setTimer(run, ms) {
      if (ms !== 60_000) return deps.setTimer(run, ms);
      minutes.push(run);
      return { cancel: () => (minutes = minutes.filter((one) => one !== run)) };
    },
  });
  const [screen, inside] = createMemoryTransportPair();
  vault.connect(inside);
  try {
    return await use(createClient(screen, deps), () => {
      for (const run of minutes.splice(0)) run();
    });
  } finally {
    screen.close();
    await vault.end();
  }
}

test.skipIf(!isSmallDisk)(
  'on a disk that really fills up, looking goes on with the room that was kept, typing says so, and nothing is lost [S7]',
  async () => {
    const random = seededNumbers(Number(process.env['SEED'] ?? 1));
    const laptop = await withVault(async (client, minute) => {
      const { profileId, recoveryCode } = await setUpWithCode(client, 'Marieke Oefenaar', false);
      const talk = await beginTalk(client, 'Fam. Begin');
      const { me } = value(await client.call('session.get', {}));
      const by = { userId: me.userId, nowMs: 1_790_000_000_000, random };
      const { doc } = await openTalk(client, talk);
      const write = (n: number) => writeWord(client, talk, doc, n, by);
      for (let n = 1; n <= 5; n += 1) expect(await write(n)).toBeNull();
      const reserve = reserveFile(join(profileFolder(disk, profileId), DATABASE_FILE));
      const kept = (): number => statSync(reserve, { throwIfNoEntry: false })?.size ?? 0;
      minute();
      await expect.poll(kept, { timeout: 30_000 }).toBe(RESERVE_BYTES);

      fillDisk();
      // A look has a row in the log, and the log has no room: the room that was kept is for this.
      expect((await openTalk(client, talk)).count).toBe(5);
      expect(kept()).toBe(0);
      const exported = { householdId: talk.householdId, passphrase: null, includeRestricted: false };
      expect((await client.call('export.household', exported)).ok).toBe(true);
      // It is no disk to go on typing on for ever.
      fillDisk();
      expect(await write(6)).toBe('DiskFull');
      expect(errorText({ tag: 'DiskFull' })).toEqual({
        title: expect.stringContaining('Het laatste is nog niet bewaard') as string,
        advice: expect.stringContaining('Maak ruimte vrij op je laptop') as string,
      });
      minute();

      rmSync(filling);
      const there = await openTalk(client, talk);
      expect(there.count).toBe(5);
      // What the screen still holds, as a replica sends it again by itself.
      const update = Y.encodeStateAsUpdate(doc, Y.encodeStateVector(there.doc));
      value(await client.call('document.push', { documentId: talk.documentId, update }));
      expect((await openTalk(client, talk)).count).toBe(6);
      minute();
      await expect.poll(kept, { timeout: 30_000 }).toBe(RESERVE_BYTES);
      return { profileId, recoveryCode };
    });
    const keys = await keysByRecoveryCode(disk, laptop.profileId, laptop.recoveryCode);
    expect(inspectVault(disk, laptop.profileId, keys)).toEqual([]);

    // Also who comes in the morning to a disk that filled up at night gets in.
    fillDisk();
    await withVault(async (client) => {
      value(await client.call('vault.unlock', { profileId: laptop.profileId, passphrase: passphrase() }));
      expect(value(await client.call('household.list', {})).rows.map(({ name }) => name)).toEqual(['Fam. Begin']);
    });
  },
);
