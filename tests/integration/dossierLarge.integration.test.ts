import { afterEach, beforeEach, expect, it } from 'vitest';
import { MAX_MESSAGE_BYTES } from '../../shared/contract/bytes.ts';
import { createRecord, replaceText, setFields } from '../../shared/documents/accessors.ts';
import { readRecords, readText } from '../../shared/documents/readers.ts';
import { DossierFixture } from './dossierFixture.ts';

let vault: DossierFixture;
beforeEach(() => {
  vault = new DossierFixture();
});
afterEach(() => vault.end());

it('keeps a note of 200,000 characters whole: saved, listed, found and opened again', () => {
  const { documentId, householdId } = vault.done('household.create', { name: 'Fam. Lang' });
  const { conversationId } = vault.done('conversation.create', { householdId, context: 'THUIS' });
  const text = `${'Een heel lang verhaal. 👩‍👩‍👧 <script> '.repeat(6_000)}`.slice(0, 199_990).toWellFormed() + ' einde';
  vault.write(documentId, (doc) => void replaceText(doc, 'conversations', conversationId, 'whatIsGoingOn', text));
  const [row] = vault.done('household.get', { householdId }).conversations;
  expect(row?.excerpt.length).toBeLessThanOrEqual(160);
  expect(row?.excerpt.isWellFormed()).toBe(true);
  expect(vault.done('search.query', { text: 'verhaal einde', mode: 'typing' }).hits).toHaveLength(1);
  vault.runTimers();
  vault.restart();
  expect(readText(vault.replica(documentId).doc, 'conversations', conversationId, 'whatIsGoingOn')).toBe(text);
});

it('takes a dossier of 10,000 records and saves, lists and searches in it', () => {
  const { documentId, householdId } = vault.done('household.create', { name: 'Fam. Groot' });
  const replica = vault.replica(documentId);
  const writer = vault.writer();
  for (let round = 0; round < 20; round += 1) {
    replica.doc.transact(() => {
      for (let index = 0; index < 250; index += 1) {
        const day = `20${String(10 + round).slice(0, 2)}-0${String((index % 9) + 1)}-11`;
        const fields = { date: day, context: 'THUIS', author: vault.me.userId } as const;
        const talk = createRecord(replica.doc, 'conversations', fields, writer);
        replaceText(replica.doc, 'conversations', talk, 'whatIsGoingOn', `Gesprek ${String(round)} ${String(index)}`);
        createRecord(replica.doc, 'actions', { what: 'Bellen', ladder: '1_ZELF', status: 'GEPLAND' }, writer);
      }
    }, 'local');
    vault.done('document.push', { documentId, update: replica.take() });
  }
  expect(vault.countIn('conversation') + vault.countIn('action')).toBe(10_000);
  vault.documents.flush();
  const first = readRecords(replica.doc, 'actions')[0];
  if (first === undefined) throw new Error('no action');
  setFields(replica.doc, 'actions', first.id, { dueOn: '2026-11-20' }, writer);
  vault.done('document.push', { documentId, update: replica.take() });
  expect(vault.done('today.get', {}).due).toHaveLength(1);
  expect(vault.done('search.query', { text: 'gesprek 19 249', mode: 'typing' }).hits).toHaveLength(1);
  vault.restart();
  const { state } = vault.done('document.open', { documentId });
  expect(state.byteLength).toBeLessThan(MAX_MESSAGE_BYTES);
  expect(vault.done('household.get', { householdId }).conversations).toHaveLength(5_000);
}, 120_000);

it('refuses a text that is too long and a date that does not exist, and goes on with what is right', () => {
  const { documentId, householdId } = vault.done('household.create', { name: 'Fam. Fout' });
  const { conversationId } = vault.done('conversation.create', { householdId, context: 'THUIS' });
  const long = vault.replica(documentId);
  // As a screen without our accessors would.
  long.doc.getText(`t:${conversationId}:whatIsGoingOn`).insert(0, 'x'.repeat(200_001));
  expect(vault.call('document.push', { documentId, update: long.take() })).toMatchObject({
    error: { tag: 'UpdateRefused', reason: 'TOO_LARGE' },
  });
  const dated = vault.replica(documentId);
  const record = dated.doc.getMap('r:conversations').get(conversationId) as { push(items: unknown[]): void };
  const minute = Math.floor(vault.nowMs / 60_000);
  record.push([['nextContactOn', '2026-02-30', vault.me.userId, minute]]);
  expect(vault.call('document.push', { documentId, update: dated.take() })).toMatchObject({
    error: { tag: 'UpdateRefused', reason: 'INVALID_VALUE' },
  });
  vault.write(documentId, (doc, writer) =>
    setFields(doc, 'conversations', conversationId, { nextContactOn: '2028-02-29' }, writer),
  );
  expect(vault.rowsIn('conversation')).toMatchObject([{ next_contact_on: '2028-02-29', excerpt: '' }]);
});
