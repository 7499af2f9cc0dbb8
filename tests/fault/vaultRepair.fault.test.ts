/**
 * A laptop of a team whose database is damaged, with the real vaults and the real server: it is noticed, repaired with the
 * passphrase, and opens. All that was shared is on it again, the colleague loses nothing, and what this laptop had not sent
 * yet still arrives there. SEED chooses the pages, REPAIR_PAGES how many.
 */
import { closeSync, mkdtempSync, openSync, rmSync, statSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { createRecord } from '../../shared/documents/accessors.ts';
import { readRecords } from '../../shared/documents/readers.ts';
import type { DocumentId } from '../../shared/domain/ids.ts';
import { Laptop, makeTeam, until } from '../selftest/laptop.ts';
import { freePort, startServerProcess, type ServerProcess } from '../sync/support/serverProcess.ts';
import { seededNumbers } from './seededNumbers.ts';
import { startVault, type VaultChild } from './vaultChild.ts';
import { passphrase, setUpWorker, value } from './wordByWord.ts';

const PAGE = 4096;
const PAGES = Number(process.env['REPAIR_PAGES'] ?? 5);
const SEED = Number(process.env['SEED'] ?? 1);
const DOSSIERS = 6;
const SHARED_LINES = 10;
const UNSENT_LINES = 5;

const random = seededNumbers(SEED);
const folders = ['a', 'b', 'server'].map((name) => mkdtempSync(join(tmpdir(), `samenspel-repair-${name}-`)));
const [folderA = '', folderB = '', serverFolder = ''] = folders;
const vaults: VaultChild[] = [];
const servers: ServerProcess[] = [];

afterAll(async () => {
  for (const vault of vaults) vault.kill();
  await Promise.all(vaults.map(({ gone }) => gone));
  await Promise.all(servers.map((server) => server.kill()));
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

async function laptopOn(folder: string): Promise<Laptop> {
  const vault = await startVault(folder);
  vaults.push(vault);
  return new Laptop(vault, random);
}

async function server(port: number): Promise<ServerProcess> {
  const one = await startServerProcess({ folder: serverFolder, port });
  servers.push(one);
  return one;
}

async function writeLines(laptop: Laptop, documentId: DocumentId, label: string, count: number): Promise<void> {
  for (let n = 1; n <= count; n += 1) {
    const saved = await laptop.change(documentId, (doc, writer) =>
      createRecord(doc, 'lifeEvents', { text: `${label} ${String(n)} ${'zin '.repeat(200)}` }, writer),
    );
    if (!saved) throw new Error('a line was not saved');
  }
}

/** The first words of every line, per dossier. */
async function lines(laptop: Laptop, dossiers: readonly DocumentId[]): Promise<readonly string[]> {
  const all: string[] = [];
  for (const documentId of dossiers) {
    const doc = await laptop.open(documentId);
    if (doc === null) continue;
    for (const { values } of readRecords(doc, 'lifeEvents'))
      all.push(`${documentId} ${String(values.text).split(' ').slice(0, 2).join(' ')}`);
  }
  return all.toSorted();
}

const pagesOf = (file: string): number => Math.floor(statSync(file).size / PAGE);

/**
 * Noise over this many different pages. Not over those of the empty vault: in a database as small as this one they hold the
 * whole way to a table, so that hitting one takes all of its newest rows (storeRepair.fault.test.ts has a large one).
 */
function damagePages(file: string, from: number, count: number): void {
  const pages = pagesOf(file) - from;
  expect(pages).toBeGreaterThan(count * 2);
  const chosen = new Set<number>();
  while (chosen.size < count) chosen.add(from + Math.floor(random() * pages));
  const handle = openSync(file, 'r+');
  for (const page of chosen)
    writeSync(
      handle,
      Uint8Array.from({ length: PAGE }, () => Math.floor(random() * 256)),
      0,
      PAGE,
      page * PAGE,
    );
  closeSync(handle);
}

test(`a laptop of which ${String(PAGES)} pages are damaged is repaired: what was shared is back, what was not sent arrives [S15]`, async () => {
  const port = await freePort();
  const first = await server(port);
  let a = await laptopOn(folderA);
  const b = await laptopOn(folderB);
  const profileId = await setUpWorker(a.vault.client, 'Marieke Oefenaar', false);
  await setUpWorker(b.vault.client, 'Samira Oefenaar', false);
  await makeTeam(a, b, first);
  const file = join(folderA, 'profiles', profileId, 'vault.db');
  // A copy begins by emptying the log into the database.
  value(await a.vault.client.call('backup.create', {}));
  const emptyPages = pagesOf(file);
  const dossiers: DocumentId[] = [];
  for (let n = 1; n <= DOSSIERS; n += 1) {
    const made = await a.vault.client.call('household.create', {
      name: `Fam. Samen ${String(n)}`,
      person: { firstName: 'Fatima' },
    });
    dossiers.push(value(made).documentId);
  }
  for (const dossier of dossiers) await writeLines(a, dossier, 'gedeeld', SHARED_LINES);
  await until('the colleague has it', async () => (await lines(b, dossiers)).length === DOSSIERS * SHARED_LINES);
  await b.change(dossiers[0] ?? ('' as DocumentId), (doc, writer) =>
    createRecord(doc, 'lifeEvents', { text: 'collega 1 was er ook' }, writer),
  );
  await until('the laptop has the line of the colleague', async () =>
    (await lines(a, dossiers)).some((line) => line.endsWith('collega 1')),
  );
  const sharedLines = await lines(a, dossiers);
  value(await a.vault.client.call('backup.create', {}));

  await first.kill();
  for (const dossier of dossiers.slice(0, 2)) await writeLines(a, dossier, 'alleen', UNSENT_LINES);
  const written = await lines(a, dossiers);
  expect(written).toHaveLength(sharedLines.length + 2 * UNSENT_LINES);
  value(await a.vault.client.call('vault.lock', {}));
  await a.vault.gone;
  damagePages(file, emptyPages, PAGES);

  // Not every damaged page is read to unlock: then it is met while working, and told at the next unlock.
  a = await laptopOn(folderA);
  let unlocked = await a.vault.client.call('vault.unlock', { profileId, passphrase: passphrase() });
  if (unlocked.ok) {
    await lines(a, dossiers);
    await a.vault.client.call('projection.rebuild', {});
    await a.vault.client.call('backup.create', {});
    await a.vault.client.call('vault.lock', {});
    await a.vault.gone;
    a = await laptopOn(folderA);
    unlocked = await a.vault.client.call('vault.unlock', { profileId, passphrase: passphrase() });
  }
  expect(unlocked).toEqual({ ok: false, error: { tag: 'DatabaseDamaged' } });
  const repaired = value(await a.vault.client.call('vault.repair', { profileId, passphrase: passphrase() }));
  expect(repaired.copyMadeAtMs).not.toBeNull();
  value(await a.vault.client.call('vault.unlock', { profileId, passphrase: passphrase() }));
  const outcome = value(await a.vault.client.call('vault.lastRepair', {})).repair;
  expect(outcome?.documents).toBeGreaterThanOrEqual(DOSSIERS);

  await server(port);
  await until('all that was shared is on the laptop again', async () => {
    const now = new Set(await lines(a, dossiers));
    return sharedLines.every((line) => now.has(line));
  });
  // A page holds up to four lines, and what was written after the copy and never sent stands nowhere else.
  const unsent = written.filter((line) => !sharedLines.includes(line));
  const onA = new Set(await lines(a, dossiers));
  const kept = unsent.filter((line) => onA.has(line));
  expect(unsent.length - kept.length).toBeLessThanOrEqual(4 * repaired.unreadable);
  expect(kept.length).toBeGreaterThan(unsent.length / 2);
  console.log(`seed ${String(SEED)}: ${String(kept.length)} of ${String(unsent.length)} unsent lines kept`);
  await until('the colleague has what was not sent', async () => {
    const there = new Set(await lines(b, dossiers));
    return kept.every((line) => there.has(line));
  });
  expect((await lines(b, dossiers)).filter((line) => sharedLines.includes(line))).toEqual(sharedLines);
  // Nothing came twice, and both go on together.
  await writeLines(b, dossiers[0] ?? ('' as DocumentId), 'erna', 1);
  await until('they go on together', async () => (await lines(a, dossiers)).some((line) => line.endsWith('erna 1')));
  const both = await lines(a, dossiers);
  expect(both).toEqual(await lines(b, dossiers));
  expect(new Set(both).size).toBe(both.length);
  expect(value(await a.vault.client.call('audit.verify', {})).firstBadRow).toBeNull();
});
