/** A restricted document that others were given: no command reaches its words, and sync still carries them. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import * as Y from 'yjs';
import { replaceText } from '../../../shared/documents/accessors.ts';
import { commands, type CallContext } from '../../../shared/contract/contract.ts';
import { readText } from '../../../shared/documents/readers.ts';
import type { DocumentId, HouseholdId, RecordId } from '../../../shared/domain/ids.ts';
import { ok } from '../../../shared/result.ts';
import { DossierFixture } from '../../../tests/integration/dossierFixture.ts';
import { dossierHandlers } from './dossier.ts';
import { historyHandlers } from './history.ts';
import { planHandlers } from './plan.ts';
import { restrictedHandlers } from './restricted.ts';

let fixture: DossierFixture;
let granted: boolean;
let householdId: HouseholdId;
let documentId: DocumentId;
beforeEach(() => {
  granted = true;
  fixture = new DossierFixture({ mayRead: () => granted });
  householdId = fixture.done('household.create', { name: 'Fam. Proef' }).householdId;
  const found = fixture.done('household.get', { householdId }).restrictedDocumentId;
  if (found === null) throw new Error('no restricted document');
  documentId = found;
  fixture.write(documentId, (doc) => void replaceText(doc, 'safety', 'safety', 'safeVisit', 'Bel eerst de buurvrouw.'));
});
afterEach(() => fixture.end());

it('opens, reads and changes for whom it was given to [P3]', () => {
  expect(fixture.call('document.open', { documentId }).ok).toBe(true);
  granted = false;
  expect(fixture.call('document.open', { documentId })).toEqual({ ok: false, error: { tag: 'DocumentMissing' } });
});

it('holds too for a document that never came to this laptop: only the team log names it', () => {
  granted = false;
  expect(fixture.documents.mayRead('e'.repeat(32))).toBe(false);
});

it('is not there for any command that takes the id of a document', () => {
  granted = false;
  const handlers: Readonly<Record<string, unknown>> = {
    ...dossierHandlers(fixture.vault),
    ...planHandlers(fixture.vault),
    ...historyHandlers(fixture.vault),
    ...restrictedHandlers(fixture.vault, (id) => fixture.documents.mayRead(id)),
  };
  const id = 'd'.repeat(32) as RecordId;
  const everything = {
    documentId, householdId, recordId: id, kind: 'safety', meldcodeId: id, planId: id, evaluationId: id, actionId: id, conversationId: id,
    update: Uint8Array.of(0, 0), status: 'KLAAR', step: '1_SIGNALEN', on: '2026-11-21', by: 'Marieke', reasoning: 'Een blauwe plek.',
    skipped: false, closes: false, regisseur: fixture.me.userId, decision: 'DOORGAAN', replaces: [], reason: 'x',
  }; // prettier-ignore
  const call: CallContext = { takeAudit: () => null };
  const asked: string[] = [];
  for (const [name, handler] of Object.entries(handlers)) {
    if (name === 'document.close') continue;
    const input = commands[name as keyof typeof commands].input.safeParse(everything);
    if (!input.success || !('documentId' in (input.data as object))) continue;
    const answer = (handler as (input: unknown, call: CallContext) => { ok: boolean; error?: { tag: string } })(
      input.data,
      call,
    );
    asked.push(name);
    expect([name, answer.ok, answer.error?.tag]).toEqual([name, false, 'DocumentMissing']);
  }
  expect(asked).toEqual(
    expect.arrayContaining(['document.open', 'document.push', 'history.list', 'meldcode.recordStep', 'plan.adopt']),
  );
  expect(fixture.done('household.get', { householdId }).restrictedDocumentId).toBeNull();
});

it('still takes in what colleagues with access wrote, and gives it back with the access', () => {
  granted = false;
  const theirs = new Y.Doc();
  Y.applyUpdate(theirs, fixture.documents.stateOf(documentId));
  const before = Y.encodeStateVector(theirs);
  replaceText(theirs, 'safety', 'safety', 'safeVisit', 'Bel eerst de buurman.');
  const facts = fixture.documents.facts(documentId);
  if (facts === null) throw new Error('gone');
  expect(fixture.documents.merge(facts, Y.encodeStateAsUpdate(theirs, before))).toBe(true);
  expect(fixture.documents.change(documentId, () => ok(null)).ok).toBe(false);
  granted = true;
  const read = fixture.documents.read(documentId, (doc) => readText(doc, 'safety', 'safety', 'safeVisit'));
  expect(read).toEqual({ ok: true, value: 'Bel eerst de buurman.' });
});
