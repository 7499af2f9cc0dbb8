/** Bringing a vault to the point where a chosen piece of work is under way, so that a kill meets it for certain. */
import { setTimeout as pause } from 'node:timers/promises';
import { PERSPECTIVES } from '../../shared/domain/codes.ts';
import { replaceText } from '../../shared/documents/accessors.ts';
import type { DocumentId } from '../../shared/domain/ids.ts';
import { until, type Laptop } from '../selftest/laptop.ts';
import type { Load } from './mixedLoad.ts';
import type { VaultChild } from './vaultChild.ts';
import { openTalk, value, writeWord, type Talk } from './wordByWord.ts';

/** Envelopes after which a room of many bytes is folded in, and one to be sure (electron/vault/sync/compactor.ts). */
const ENVELOPES = 10;
/** A connection that broke in between is made again by the next word. */
const ATTEMPTS = 6;
const LOOK_MS = 5_000;

/**
 * Fills another conversation of the dossier, so that its room pays to be folded in after a few envelopes. Not the one that
 * words are written in: search would read it all again for each word.
 */
export async function writeMuch(laptop: Laptop, { householdId, documentId }: Talk): Promise<void> {
  const made = value(await laptop.vault.client.call('conversation.create', { householdId, context: 'THUIS' }));
  for (const section of ['summary', `${PERSPECTIVES[0]}.goesWell`]) {
    const text = 'Wat er die middag besproken werd. '.repeat(4_000);
    const saved = await laptop.change(documentId, (doc) => {
      replaceText(doc, 'conversations', made.conversationId, section, text);
    });
    if (!saved) throw new Error('a text was refused');
  }
}

/** Waits until the server acknowledged everything in this dossier. */
export async function untilShared({ client }: VaultChild, documentId: DocumentId): Promise<void> {
  await until('the dossier is shared', async () => {
    value(await client.call('sharing.now', {}));
    return value(await client.call('document.sharing', { documentId })).state === 'shared';
  });
}

/**
 * Lets the room of the conversation grow, connects anew, and asks the vault to fold it in now. Nothing else is written in
 * that room: a room that is being written in waits.
 */
export async function foldIn(load: Load, vault: VaultChild, restartServer: () => Promise<void>): Promise<void> {
  const { client, talk, promised, random } = load;
  const { me } = value(await client.call('session.get', {}));
  const { doc, count } = await openTalk(client, talk);
  const write = async (n: number): Promise<void> => {
    const refused = await writeWord(client, talk, doc, n, { userId: me.userId, nowMs: 1_790_000_000_000, random });
    if (refused !== null) throw new Error(`refused: ${refused}`);
    promised.words = n;
    promised.count += 1;
    await untilShared(vault, talk.documentId);
  };
  let words = count;
  while (words < count + ENVELOPES) await write((words += 1));
  await restartServer();
  let gone = false;
  void vault.gone.then(() => (gone = true));
  // Postponed does not count: then something was still on its way.
  const isFoldedIn = (): boolean => gone || /"sync\.compacted","done":true/.test(vault.log());
  for (let attempt = 0; attempt < ATTEMPTS && !isFoldedIn(); attempt += 1) {
    // Acknowledged on a new connection: the room is open there, and the wait before it is folded in has begun.
    try {
      await write((words += 1));
    } catch (thrown) {
      // It began later than we looked, and died of it.
      if (isFoldedIn()) break;
      throw thrown;
    }
    vault.signal();
    for (const endMs = Date.now() + LOOK_MS; Date.now() < endMs && !isFoldedIn();) await pause(5);
  }
  doc.destroy();
}

/** True when it has ended within half a minute; whatever does not is no kill at a chosen moment. */
export async function isStruck(gone: Promise<unknown>): Promise<boolean> {
  const over = new AbortController();
  const limit = pause(30_000, false, { signal: over.signal }).catch(() => false);
  const struck = await Promise.race([gone.then(() => true), limit]);
  over.abort();
  return struck;
}

/** Asks for copies until one is being made, and kills. */
export async function killWhileCopying(vault: VaultChild, unfinished: () => readonly string[]): Promise<void> {
  let gone = false;
  void vault.gone.then(() => (gone = true));
  while (!gone) {
    let made = false;
    void vault.client.call('backup.create', {}).then(() => (made = true));
    for (; !made && !gone; await pause(1)) if (unfinished().length > 0) return vault.kill();
  }
}
