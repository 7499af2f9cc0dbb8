/** Laptops with the real vault process, in one team with a real server: what they write, and waiting until they meet. */
import { setTimeout as pause } from 'node:timers/promises';
import * as Y from 'yjs';
import { newWriter, type Writer } from '../../shared/documents/accessors.ts';
import { readRecords } from '../../shared/documents/readers.ts';
import type { DocumentId } from '../../shared/domain/ids.ts';
import type { VaultChild } from '../fault/vaultChild.ts';
import { value } from '../fault/wordByWord.ts';
import type { ServerProcess } from '../sync/support/serverProcess.ts';

/** What a laptop may take to hear of the other. Reached only when something is wrong. */
const PATIENCE_MS = 120_000;

export class Laptop {
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

/** Throws when it takes longer than any healthy laptop does. */
export async function until(what: string, check: () => Promise<boolean>): Promise<void> {
  for (const endMs = Date.now() + PATIENCE_MS; Date.now() < endMs; await pause(200)) if (await check()) return;
  throw new Error(`waited in vain until ${what}`);
}

/** A begins the team, B comes in with a code; the lead compares the five words. */
export async function makeTeam(a: Laptop, b: Laptop, server: ServerProcess): Promise<void> {
  const { client: lead } = a.vault;
  const { client: joiner } = b.vault;
  value(await lead.call('team.found', { name: 'Zelftest', server: server.url, setupCode: server.setupCode }));
  await until('the lead is connected', async () => (await lead.call('team.invite', {})).ok);
  const { code } = value(await lead.call('team.invite', {}));
  value(await joiner.call('team.join', { server: server.url, code }));
  await until('somebody asks to join', async () => value(await lead.call('team.joinRequests', {})).length > 0);
  await until('both show five words', async () => value(await joiner.call('team.joinState', {})).words.length === 5);
  const [request] = value(await lead.call('team.joinRequests', {}));
  const { words } = value(await joiner.call('team.joinState', {}));
  if (request === undefined || request.words.join() !== words.join()) throw new Error('the five words differ');
  const answer = { invite: request.invite, approve: true, roles: ['MEDEWERKER' as const], openHouseholds: true };
  value(await lead.call('team.answerJoin', answer));
  await until('the second laptop is in', async () => value(await joiner.call('team.joinState', {})).state === 'joined');
}
