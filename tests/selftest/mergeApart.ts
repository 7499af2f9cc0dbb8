/**
 * Two laptops of one team and a real server that is killed each round: both write apart, also in the same field, and meet
 * again when the server is back. Both values must be on both laptops until one chooses.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createRecord, setFields } from '../../shared/documents/accessors.ts';
import { readRecords } from '../../shared/documents/readers.ts';
import { startVault } from '../fault/vaultChild.ts';
import { seededNumbers } from '../fault/seededNumbers.ts';
import { setUpWorker, value } from '../fault/wordByWord.ts';
import { freePort, startServerProcess } from '../sync/support/serverProcess.ts';
import type { Finding, Progress } from './finding.ts';
import { Laptop, makeTeam, until } from './laptop.ts';

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
