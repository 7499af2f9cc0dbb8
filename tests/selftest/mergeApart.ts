/**
 * Two laptops of one team and a real server that is killed each round: both write apart, also in the same field, and meet
 * again when the server is back. Both values must be on both laptops until one chooses.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import * as Y from 'yjs';
import { createRecord, newWriter, setFields, type Writer } from '../../shared/documents/accessors.ts';
import { readRecords } from '../../shared/documents/readers.ts';
import type { DocumentId } from '../../shared/domain/ids.ts';
import { startVault, type VaultChild } from '../fault/vaultChild.ts';
import { seededNumbers } from '../fault/seededNumbers.ts';
import { setUpWorker, value } from '../fault/wordByWord.ts';
import { freePort, startServerProcess, type ServerProcess } from '../sync/support/serverProcess.ts';
import type { Finding, Progress } from './finding.ts';

/** What a laptop may take to hear of the other. Reached only when something is wrong. */
const PATIENCE_MS = 120_000;

class Laptop {
  readonly vault: VaultChild;
  readonly #random: () => number;
  constructor(vault: VaultChild, random: () => number) {
    this.vault = vault;
    this.#random = random;
  }

  async open(documentId: DocumentId): Promise<Y.Doc | null> {
    const opened = await this.vault.client.call('document.open', { documentId });
    if (!opened.ok) return null;
    const doc = new Y.Doc();
    Y.applyUpdate(doc, opened.value.state, 'load');
    return doc;
  }

  /** True when the vault told it as saved. */
  async change(documentId: DocumentId, change: (doc: Y.Doc, writer: Writer) => void): Promise<boolean> {
    const doc = await this.open(documentId);
    if (doc === null) throw new Error('the dossier is not on this laptop');
    const { me } = value(await this.vault.client.call('session.get', {}));
    const bytes = (length: number): Uint8Array => Uint8Array.from({ length }, () => Math.floor(this.#random() * 256));
    const before = Y.encodeStateVector(doc);
    change(doc, newWriter(me.userId, { nowMs: Date.now }, { bytes }));
    const update = Y.encodeStateAsUpdate(doc, before);
    return (await this.vault.client.call('document.push', { documentId, update })).ok;
  }

  /** The different phone numbers of the one person, and how many lines of life events there are. */
  async seen(documentId: DocumentId): Promise<{ readonly phones: readonly string[]; readonly events: number }> {
    const doc = await this.open(documentId);
    if (doc === null) return { phones: [], events: 0 };
    const [person] = readRecords(doc, 'persons');
    const versions = person?.conflicts.phone?.map((version) => String(version.value)) ?? [];
    const phones = versions.length > 0 ? versions : [String(person?.values.phone ?? '')];
    return { phones: phones.toSorted(), events: readRecords(doc, 'lifeEvents').length };
  }
}

async function until(what: string, check: () => Promise<boolean>): Promise<void> {
  for (const endMs = Date.now() + PATIENCE_MS; Date.now() < endMs; await pause(200)) if (await check()) return;
  throw new Error(`waited in vain until ${what}`);
}

/** A begins the team, B comes in with a code; the lead compares the five words. */
async function makeTeam(a: Laptop, b: Laptop, server: ServerProcess): Promise<void> {
  const { client: lead } = a.vault;
  const { client: joiner } = b.vault;
  value(await lead.call('team.found', { name: 'Zelftest', server: server.url, setupCode: server.setupCode }));
  await until('the lead is connected', async () => (await lead.call('team.invite', {})).ok);
  const { code } = value(await lead.call('team.invite', {}));
  value(await joiner.call('team.join', { server: server.url, code }));
  await until('somebody asks to join', async () => value(await lead.call('team.joinRequests', {})).length > 0);
  const [request] = value(await lead.call('team.joinRequests', {}));
  const { words } = value(await joiner.call('team.joinState', {}));
  if (request === undefined || request.words.join() !== words.join()) throw new Error('the five words differ');
  const answer = { invite: request.invite, approve: true, roles: ['MEDEWERKER' as const], openHouseholds: true };
  value(await lead.call('team.answerJoin', answer));
  await until('the second laptop is in', async () => value(await joiner.call('team.joinState', {})).state === 'joined');
}

export async function mergeApart(rounds: number, seed: number, progress: Progress): Promise<Finding> {
  const random = seededNumbers(seed);
  const folders = ['a', 'b', 'server'].map((name) => mkdtempSync(join(tmpdir(), `samenspel-zelftest-${name}-`)));
  const [folderA = '', folderB = '', folder = ''] = folders;
  const port = await freePort();
  let server = await startServerProcess({ folder, port });
  const a = new Laptop(await startVault(folderA), random);
  const b = new Laptop(await startVault(folderB), random);
  let acknowledged = 0;
  let lost = 0;
  try {
    await setUpWorker(a.vault.client, 'Marieke Oefenaar', false);
    await setUpWorker(b.vault.client, 'Samira Oefenaar', false);
    await makeTeam(a, b, server);
    const made = value(
      await a.vault.client.call('household.create', { name: 'Fam. Samen', person: { firstName: 'Fatima' } }),
    );
    const { documentId } = made;
    await until('the dossier is on both laptops', async () => (await b.seen(documentId)).phones.length > 0);
    for (let round = 1; round <= rounds; round += 1) {
      await server.kill();
      const phones = [`06 1000 ${String(round)}`, `06 2000 ${String(round)}`];
      let events = (await a.seen(documentId)).events;
      for (const [index, laptop] of [a, b].entries()) {
        const saved = await laptop.change(documentId, (doc, writer) => {
          const [person] = readRecords(doc, 'persons');
          if (person) setFields(doc, 'persons', person.id, { phone: phones[index] ?? '' }, writer);
          createRecord(doc, 'lifeEvents', { text: `Ronde ${String(round)}` }, writer);
        });
        if (!saved) throw new Error('a change was not saved');
        acknowledged += 2;
        events += 1;
      }
      server = await startServerProcess({ folder, port });
      await until('both laptops have both', async () => {
        const both = await Promise.all([a.seen(documentId), b.seen(documentId)]);
        return both.every((one) => one.events === events) && both[0]?.phones.join() === both[1]?.phones.join();
      });
      for (const laptop of [a, b]) {
        const seen = await laptop.seen(documentId);
        lost += phones.filter((phone) => !seen.phones.includes(phone)).length + Math.max(0, events - seen.events);
      }
      await a.change(documentId, (doc, writer) => {
        const [person] = readRecords(doc, 'persons');
        if (person) setFields(doc, 'persons', person.id, { phone: phones[0] ?? '' }, writer);
      });
      await until('the choice is on both laptops', async () =>
        (await Promise.all([a.seen(documentId), b.seen(documentId)])).every((one) => one.phones.length === 1),
      );
      progress(`ronde ${String(round)} van ${String(rounds)}: apart geschreven en weer samen`);
    }
  } finally {
    for (const { vault } of [a, b]) {
      vault.kill();
      await vault.gone;
    }
    await server.kill();
    for (const one of folders) rmSync(one, { recursive: true, force: true });
  }
  return {
    tried: `Twee laptops ${String(rounds)} keer apart laten schrijven, ook in hetzelfde veld, en de server steeds uitgezet`,
    acknowledged,
    lost,
  };
}
