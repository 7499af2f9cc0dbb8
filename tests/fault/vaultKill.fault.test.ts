/**
 * The vault itself, whole and with its production keys, is killed while it saves what a screen pushes. VAULT_KILL_CYCLES
 * says how often. What the screen was told is saved is there after the next unlock, whole and in order, and the lists,
 * the search and the chained log agree with it.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import type * as Y from 'yjs';
import type { Client } from '../../shared/contract/client.ts';
import type { ProfileId } from '../../shared/domain/ids.ts';
import { seededNumbers } from './seededNumbers.ts';
import { startVault, type VaultChild } from './vaultChild.ts';
import { beginTalk, openTalk, passphrase, setUpWorker, value, writeWord, type Talk } from './wordByWord.ts';

const CYCLES = Number(process.env['VAULT_KILL_CYCLES'] ?? 100);
const random = seededNumbers(Number(process.env['SEED'] ?? 1));
const dataFolder = mkdtempSync(join(tmpdir(), 'samenspel-kill-'));
const vaults: VaultChild[] = [];

afterAll(() => {
  for (const vault of vaults) vault.kill();
  rmSync(dataFolder, { recursive: true, force: true });
});

interface Place extends Talk {
  readonly profileId: ProfileId;
}

async function start(): Promise<VaultChild> {
  const vault = await startVault(dataFolder);
  vaults.push(vault);
  return vault;
}

async function setUp(): Promise<Place> {
  const { client, kill, gone } = await start();
  const profileId = await setUpWorker(client, 'Marieke Postma', true);
  const talk = await beginTalk(client, 'Fam. Voorbeeld');
  kill();
  await gone;
  return { profileId, ...talk };
}

/** Pushes words, a few under way at a time, until the vault is gone; `saved` hears the number of each saved word. */
async function type(client: Client, place: Place, doc: Y.Doc, from: number, saved: (n: number) => void): Promise<void> {
  const { me } = value(await client.call('session.get', {}));
  const writer = { userId: me.userId, nowMs: 1_790_000_000_000, random };
  let over = false;
  const underWay = new Set<Promise<void>>();
  for (let n = from; !over; n += 1) {
    const push = writeWord(client, place, doc, n, writer).then((refused) => {
      underWay.delete(push);
      if (refused === null) saved(n);
      else if (refused === 'ConnectionLost') over = true;
      else throw new Error(refused);
    });
    underWay.add(push);
    if (underWay.size >= 3) await Promise.race(underWay);
  }
  await Promise.all(underWay);
}

test(
  `the vault is killed ${String(CYCLES)} times while it saves, and nothing that was told as saved is lost [S4]`,
  { timeout: 60_000 + CYCLES * 6_000 },
  async () => {
    const place = await setUp();
    let acknowledged = 0;
    let next = start();
    for (let cycle = 0; cycle < CYCLES; cycle += 1) {
      const vault = await next;
      value(await vault.client.call('vault.unlock', { profileId: place.profileId, passphrase: passphrase() }));
      // The next one starts up meanwhile, without touching the vault.
      next = start();
      const { doc, count } = await openTalk(vault.client, place);
      expect(count, `cycle ${String(cycle)}`).toBeGreaterThanOrEqual(acknowledged);
      const fatal = count + 1 + Math.floor(random() * 8);
      await type(vault.client, place, doc, count + 1, (n) => {
        acknowledged = n;
        if (n === fatal) vault.kill();
      });
      await vault.gone;
      doc.destroy();
    }
    const { client, kill, gone } = await next;
    value(await client.call('vault.unlock', { profileId: place.profileId, passphrase: passphrase() }));
    const { count } = await openTalk(client, place);
    expect(count).toBeGreaterThanOrEqual(acknowledged);
    expect(acknowledged).toBeGreaterThan(CYCLES);
    const found = value(await client.call('search.query', { text: String(acknowledged), mode: 'ranked', limit: 5 }));
    expect(found.hits.length).toBeGreaterThan(0);
    const log = value(await client.call('audit.verify', {}));
    expect(log.firstBadRow).toBeNull();
    expect(log.rows).toBeGreaterThan(acknowledged);
    kill();
    await gone;
  },
);
