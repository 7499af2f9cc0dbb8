/**
 * Writing that can be checked: word n of a conversation is `n`, and its place is always the number of a word that is
 * there. What was told as saved is therefore one number, and anything lost or out of order is seen at once.
 */
import * as Y from 'yjs';
import type { Client } from '../../shared/contract/client.ts';
import { replaceText, setFields } from '../../shared/documents/accessors.ts';
import { readRecords, readText } from '../../shared/documents/readers.ts';
import type { DocumentId, HouseholdId, ProfileId, RecordId } from '../../shared/domain/ids.ts';
import { pushChange, type Worker } from './pushChange.ts';

export const PASSPHRASE = 'tulp kiosk wandel bezem lamp';
/** The vault wipes what it is given: a fresh one each time. */
export const passphrase = (): Uint8Array => new TextEncoder().encode(PASSPHRASE);

export interface Talk {
  readonly householdId: HouseholdId;
  readonly documentId: DocumentId;
  readonly conversationId: RecordId;
}

export function value<T>(
  outcome: { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: unknown },
): T {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.error));
  return outcome.value;
}

/** First run of a worker, without a screen. The vault is open afterwards. */
export async function setUpWorker(client: Client, name: string, practice: boolean): Promise<ProfileId> {
  return (await setUpWithCode(client, name, practice)).profileId;
}

/** The same, with what is on the printed paper. */
export async function setUpWithCode(
  client: Client,
  name: string,
  practice: boolean,
): Promise<{ readonly profileId: ProfileId; readonly recoveryCode: string }> {
  const facts = { name, jobTitle: '', pin: '2580', practice, passphrase: passphrase() };
  const { recoveryCode, askedGroups } = value(await client.call('profile.beginSetup', facts));
  const groups = askedGroups.map((group) => ({ group, text: recoveryCode[group] ?? '' }));
  const { profileId } = value(await client.call('profile.finishSetup', { groups }));
  return { profileId, recoveryCode: recoveryCode.join(' ') };
}

/** A household with one conversation to write in. */
export async function beginTalk(client: Client, household: string): Promise<Talk> {
  const { householdId } = value(await client.call('household.create', { name: household }));
  const made = value(await client.call('conversation.create', { householdId, context: 'THUIS' }));
  return { householdId, documentId: made.documentId, conversationId: made.conversationId };
}

const SECTION = ['conversations', 'whatIsGoingOn'] as const;
const wordsOf = (doc: Y.Doc, id: string): string => readText(doc, SECTION[0], id, SECTION[1]);

/** The document as the vault has it, and how many words stand in it. Throws when they are not one to that number. */
export async function openTalk(client: Client, talk: Talk): Promise<{ readonly doc: Y.Doc; readonly count: number }> {
  const { state } = value(await client.call('document.open', { documentId: talk.documentId }));
  const doc = new Y.Doc();
  Y.applyUpdate(doc, state, 'load');
  const words = wordsOf(doc, talk.conversationId).split(' ').filter(Boolean);
  words.forEach((word, index) => {
    if (word !== String(index + 1)) throw new Error(`word ${String(index + 1)} is not in its place`);
  });
  const record = readRecords(doc, 'conversations').find(({ id }) => id === talk.conversationId);
  if ((record?.values['place'] ?? '0') !== String(words.length)) throw new Error('the place is of another word');
  return { doc, count: words.length };
}

/** Writes word `n` and its place in one push; answers the tag that came back, or null when it was told as saved. */
export async function writeWord(client: Client, talk: Talk, doc: Y.Doc, n: number, me: Worker): Promise<string | null> {
  return pushChange(client, talk.documentId, doc, me, (on, writer) => {
    const words = `${wordsOf(on, talk.conversationId)} ${String(n)}`.trim();
    replaceText(on, SECTION[0], talk.conversationId, SECTION[1], words);
    setFields(on, SECTION[0], talk.conversationId, { place: String(n) }, writer);
  });
}
