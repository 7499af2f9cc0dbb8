/** A document that is taken away leaves nothing behind: no row, no word, no form that was begun in it. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createRecord, setFields } from '../../shared/documents/accessors.ts';
import type { DocumentId, RecordId } from '../../shared/domain/ids.ts';
import { draftHandlers } from '../../electron/vault/handlers/drafts.ts';
import type { CallContext } from '../../shared/contract/contract.ts';
import { DossierFixture } from './dossierFixture.ts';

let vault: DossierFixture;
const CALL: CallContext = { takeAudit: () => null };
const HOUR = 3_600_000;

beforeEach(() => {
  vault = new DossierFixture();
});
afterEach(() => vault.end());

/** A document with rows of every sort, of which the log was folded in. */
function livedIn(name: string): DocumentId {
  const { documentId } = vault.done('household.create', { name, person: { firstName: 'Anna' } });
  let goal: RecordId | undefined;
  vault.write(documentId, (doc, writer) => {
    goal = createRecord(doc, 'goals', { text: 'Rust', status: 'OPEN' }, writer);
    createRecord(doc, 'visits', { on: '2026-11-24', from: '14:00', worker: writer.user }, writer);
  });
  vault.nowMs += HOUR;
  vault.write(documentId, (doc, writer) => {
    if (goal !== undefined) setFields(doc, 'goals', goal, { text: 'Geheimwoord' }, writer);
  });
  vault.nowMs += HOUR;
  vault.write(documentId, (doc, writer) => {
    if (goal !== undefined) setFields(doc, 'goals', goal, { text: 'Rust in huis' }, writer);
  });
  vault.documents.foldLog(documentId);
  const kept = draftHandlers(vault.vault)['draft.keep'](
    { key: `${documentId}.newGoal`, values: { text: 'half geschreven' } },
    CALL,
  );
  expect(kept).toMatchObject({ ok: true });
  return documentId;
}

/** Every table that may hold rows of a document, read from the schema itself. */
const tablesOfDocuments = (): readonly string[] =>
  vault.store.db
    .prepare<[], string>(
      `SELECT t.name FROM pragma_table_list t JOIN pragma_table_info(t.name) c ON c.name = 'document_id'
       WHERE t.schema = 'main' AND t.type = 'table' ORDER BY t.name`,
    )
    .pluck()
    .all();
const rowsOf = (documentId: DocumentId): readonly string[] =>
  tablesOfDocuments().filter(
    (table) =>
      (vault.store.db
        .prepare<[string], number>(`SELECT count(*) FROM ${table} WHERE document_id = ?`)
        .pluck()
        .get(documentId) ?? 0) > 0,
  );
const drafts = (): readonly string[] =>
  vault.store.db.prepare<[], string>(`SELECT key FROM ui_state WHERE key GLOB 'draft.*'`).pluck().all();

it('takes the history, the planned visits and the drafts of a document with it, and of no other', () => {
  const [gone, stays] = [livedIn('Fam. Weg'), livedIn('Fam. Blijft')];
  expect(rowsOf(gone)).toEqual(expect.arrayContaining(['record_history', 'visit', 'person', 'document']));
  const others = rowsOf(stays);
  vault.documents.destroy([gone]);
  expect(rowsOf(gone)).toEqual([]);
  expect(rowsOf(stays)).toEqual(others);
  expect(drafts()).toEqual([`draft.${stays}.newGoal`]);
  vault.restart();
  expect(vault.call('document.open', { documentId: gone })).toMatchObject({ error: { tag: 'DocumentMissing' } });
  expect(vault.done('document.open', { documentId: stays }).writable).toBe(true);
});

it('keeps all of it when whoever began the transaction rolls back', () => {
  const documentId = livedIn('Fam. Toch niet');
  const before = rowsOf(documentId);
  expect(() =>
    vault.store.transaction(() => {
      vault.documents.destroy([documentId]);
      throw new Error('no commit');
    }),
  ).toThrow('no commit');
  expect(rowsOf(documentId)).toEqual(before);
  expect(drafts()).toEqual([`draft.${documentId}.newGoal`]);
});
