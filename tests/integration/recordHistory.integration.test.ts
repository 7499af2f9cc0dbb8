/** Who wrote what, when: before and after the log was folded in, of colleagues too, and gone when it was erased. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import * as Y from 'yjs';
import { createRecord, newWriter, replaceText, setFields } from '../../shared/documents/accessors.ts';
import type { CallContext } from '../../shared/contract/contract.ts';
import type { HistoryEntry } from '../../shared/contract/commands/plan.ts';
import type { DocumentId, RecordId, UserId } from '../../shared/domain/ids.ts';
import { historyHandlers } from '../../electron/vault/handlers/history.ts';
import { DossierFixture } from './dossierFixture.ts';

let vault: DossierFixture;
let documentId: DocumentId;
let goal: RecordId;
const CALL: CallContext = { takeAudit: () => null };
const SAMIRA = 'c'.repeat(32) as UserId;
const HOUR = 3_600_000;

beforeEach(() => {
  vault = new DossierFixture();
  documentId = vault.done('household.create', { name: 'Fam. Proef' }).documentId;
  vault.write(documentId, (doc, writer) => {
    goal = createRecord(doc, 'goals', { text: 'Rust met geld', status: 'OPEN' }, writer);
  });
});
afterEach(() => vault.end());

function history(kind: string, recordId: string): readonly HistoryEntry[] {
  const outcome = historyHandlers(vault.vault)['history.list']({ documentId, kind, recordId }, CALL);
  if (outcome instanceof Promise || !outcome.ok) throw new Error('no history');
  return outcome.value.entries;
}
const told = (entries: readonly HistoryEntry[], part: string) =>
  entries.filter((entry) => entry.part === part).map(({ before, after, userId }) => [before, after, userId]);

function changeGoal(status: 'BEZIG' | 'BEREIKT' | 'LOSGELATEN'): void {
  vault.nowMs += HOUR;
  vault.write(documentId, (doc, writer) => setFields(doc, 'goals', goal, { status }, writer));
}
/** As an envelope of a colleague brings it. */
function samiraWrites(change: (doc: Y.Doc) => void): void {
  const theirs = new Y.Doc();
  Y.applyUpdate(theirs, vault.documents.stateOf(documentId));
  const before = Y.encodeStateVector(theirs);
  change(theirs);
  const facts = vault.documents.facts(documentId);
  if (facts === null) throw new Error('gone');
  vault.nowMs += HOUR;
  vault.documents.merge(facts, Y.encodeStateAsUpdate(theirs, before), { author: SAMIRA });
}

it('tells the same before and after the log was folded in, however often', () => {
  const conversation = vault.done('conversation.create', {
    householdId: vault.documents.facts(documentId)?.householdId ?? fail(),
    context: 'THUIS',
  }).conversationId;
  const write = (text: string): void =>
    vault.write(documentId, (doc) => void replaceText(doc, 'conversations', conversation, 'whatIsGoingOn', text));
  changeGoal('BEZIG');
  write('Ze slaapt slecht.');
  changeGoal('BEREIKT');
  write('Ze slaapt weer goed.');
  samiraWrites((doc) => {
    replaceText(doc, 'conversations', conversation, 'whatIsGoingOn', 'Ze slaapt weer heel goed.');
    const writer = newWriter(SAMIRA, { nowMs: () => vault.nowMs }, vault.vault.deps.random);
    setFields(doc, 'goals', goal, { text: 'Rust met geld en met de post' }, writer);
  });
  const before = [history('goals', goal), history('conversations', conversation)];
  expect(told(before[0] ?? [], 'status')).toEqual([
    ['BEZIG', 'BEREIKT', vault.me.userId],
    ['OPEN', 'BEZIG', vault.me.userId],
  ]);
  expect(told(before[0] ?? [], 'text')[0]).toEqual(['Rust met geld', 'Rust met geld en met de post', SAMIRA]);
  expect(told(before[1] ?? [], 'whatIsGoingOn')).toEqual([
    ['Ze slaapt weer goed.', 'Ze slaapt weer heel goed.', SAMIRA],
    ['Ze slaapt slecht.', 'Ze slaapt weer goed.', vault.me.userId],
    ['', 'Ze slaapt slecht.', vault.me.userId],
  ]);
  vault.documents.foldLog(documentId);
  expect(vault.documents.logOf(documentId).rows).toEqual([]);
  expect([history('goals', goal), history('conversations', conversation)]).toEqual(before);
  vault.documents.foldLog(documentId);
  vault.restart();
  expect([history('goals', goal), history('conversations', conversation)]).toEqual(before);
});

it('reads typing on as one change, also across a fold', () => {
  for (const text of ['R', 'Ru', 'Rust']) {
    vault.nowMs += 60_000;
    vault.write(documentId, (doc, writer) => setFields(doc, 'goals', goal, { why: text }, writer));
    vault.documents.foldLog(documentId);
  }
  expect(told(history('goals', goal), 'why')).toEqual([['', 'Rust', vault.me.userId]]);
});

it('shows both values of two people who did not see each other', () => {
  const mine = vault.replica(documentId);
  samiraWrites((doc) => {
    const writer = newWriter(SAMIRA, { nowMs: () => vault.nowMs - HOUR }, vault.vault.deps.random);
    setFields(doc, 'goals', goal, { status: 'LOSGELATEN' }, writer);
  });
  setFields(mine.doc, 'goals', goal, { status: 'BEZIG' }, vault.writer());
  vault.done('document.push', { documentId, update: mine.take() });
  expect(told(history('goals', goal), 'status')[0]?.[1]).toBe('BEZIG / LOSGELATEN');
  changeGoal('BEREIKT');
  vault.documents.foldLog(documentId);
  expect(told(history('goals', goal), 'status')[0]).toEqual(['BEZIG / LOSGELATEN', 'BEREIKT', vault.me.userId]);
});

it('forgets what was erased, and keeps what stands there and what others read before', () => {
  changeGoal('BEZIG');
  vault.write(documentId, (doc, writer) => setFields(doc, 'household', 'household', { name: 'Fam. Proefjes' }, writer));
  const erased = historyHandlers(vault.vault)['history.erase']({ documentId, kind: 'goals', recordId: goal }, CALL);
  expect(erased).toEqual({ ok: true, value: {} });
  expect(history('goals', goal)).toEqual([]);
  expect(told(history('household', 'household'), 'name')[0]?.slice(0, 2)).toEqual(['Fam. Proef', 'Fam. Proefjes']);
  const kept = vault.rowsIn('record_history').map((row) => (row as { record_id: string }).record_id);
  expect(kept).not.toContain(goal);
});

it('writes nothing for it while somebody saves', () => {
  changeGoal('BEZIG');
  changeGoal('BEREIKT');
  expect(vault.countIn('record_history')).toBe(0);
});

function fail(): never {
  throw new Error('no household');
}
