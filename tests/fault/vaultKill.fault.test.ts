/**
 * The vault itself, whole and with its production keys, is killed while it saves what a screen pushes. VAULT_KILL_CYCLES
 * says how often. What the screen was told is saved is there after the next unlock, whole and in order, and the lists,
 * the search and the chained log agree with it.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as Y from 'yjs';
import type { Client } from '../../shared/contract/client.ts';
import { newWriter, replaceText, setFields } from '../../shared/documents/accessors.ts';
import { readRecords, readText } from '../../shared/documents/readers.ts';
import type { DocumentId, HouseholdId, ProfileId, RecordId } from '../../shared/domain/ids.ts';
import { seededNumbers } from './seededNumbers.ts';
import { bundleVault, removeVaultBundle, startVault, type VaultChild } from './vaultChild.ts';

const CYCLES = Number(process.env['VAULT_KILL_CYCLES'] ?? 100);
const random = seededNumbers(Number(process.env['SEED'] ?? 1));
const dataFolder = mkdtempSync(join(tmpdir(), 'samenspel-kill-'));
const vaults: VaultChild[] = [];
// The vault wipes what it is given: a fresh one each time.
const passphrase = (): Uint8Array => new TextEncoder().encode('tulp kiosk wandel bezem lamp');

beforeAll(bundleVault);
afterAll(() => {
  for (const vault of vaults) vault.kill();
  removeVaultBundle();
  rmSync(dataFolder, { recursive: true, force: true });
});

interface Place {
  readonly profileId: ProfileId;
  readonly householdId: HouseholdId;
  readonly documentId: DocumentId;
  readonly conversationId: RecordId;
}

async function start(): Promise<VaultChild> {
  const vault = await startVault(dataFolder);
  vaults.push(vault);
  return vault;
}

function value<T>(
  outcome: { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: unknown },
): T {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.error));
  return outcome.value;
}

async function setUp(): Promise<Place> {
  const { client, kill, gone } = await start();
  const { recoveryCode, askedGroups } = value(
    await client.call('profile.beginSetup', {
      name: 'Marieke Postma',
      jobTitle: '',
      passphrase: passphrase(),
      pin: '2580',
      practice: true,
    }),
  );
  const groups = askedGroups.map((group) => ({ group, text: recoveryCode[group] ?? '' }));
  const { profileId } = value(await client.call('profile.finishSetup', { groups }));
  const { householdId } = value(await client.call('household.create', { name: 'Fam. Voorbeeld' }));
  const made = value(await client.call('conversation.create', { householdId, context: 'THUIS' }));
  kill();
  await gone;
  return { profileId, householdId, documentId: made.documentId, conversationId: made.conversationId };
}

const SECTION = ['conversations', 'whatIsGoingOn'] as const;
const wordsOf = (doc: Y.Doc, id: string): string => readText(doc, SECTION[0], id, SECTION[1]);

/** What stands in the document: word n is `n`, and the place is always the number of a word that is there. */
async function open(client: Client, place: Place): Promise<{ doc: Y.Doc; count: number }> {
  const { state } = value(await client.call('document.open', { documentId: place.documentId }));
  const doc = new Y.Doc();
  Y.applyUpdate(doc, state, 'load');
  const words = wordsOf(doc, place.conversationId).split(' ').filter(Boolean);
  expect(words).toEqual(words.map((_, index) => String(index + 1)));
  const talk = readRecords(doc, 'conversations').find(({ id }) => id === place.conversationId);
  expect(talk?.values['place'] ?? '0').toBe(String(words.length));
  return { doc, count: words.length };
}

/** Pushes words, a few under way at a time, until it is told to stop; `saved` hears the number of each saved word. */
async function type(client: Client, place: Place, doc: Y.Doc, from: number, saved: (n: number) => void): Promise<void> {
  const { me } = value(await client.call('session.get', {}));
  const writer = newWriter(me.userId, { nowMs: () => 1_790_000_000_000 }, { bytes: randomBytes });
  let over = false;
  const underWay = new Set<Promise<void>>();
  for (let n = from; !over; n += 1) {
    const before = Y.encodeStateVector(doc);
    doc.transact(() => {
      replaceText(
        doc,
        SECTION[0],
        place.conversationId,
        SECTION[1],
        `${wordsOf(doc, place.conversationId)} ${String(n)}`.trim(),
      );
      setFields(doc, SECTION[0], place.conversationId, { place: String(n) }, writer);
    });
    const update = Y.encodeStateAsUpdate(doc, before);
    const push = client.call('document.push', { documentId: place.documentId, update }).then((answer) => {
      underWay.delete(push);
      if (answer.ok) saved(n);
      else if (answer.error.tag === 'ConnectionLost') over = true;
      else throw new Error(answer.error.tag);
    });
    underWay.add(push);
    if (underWay.size >= 3) await Promise.race(underWay);
  }
  await Promise.all(underWay);
}

function randomBytes(length: number): Uint8Array {
  return Uint8Array.from({ length }, () => Math.floor(random() * 256));
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
      const { doc, count } = await open(vault.client, place);
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
    const { count } = await open(client, place);
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
