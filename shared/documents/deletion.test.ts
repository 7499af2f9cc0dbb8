import { beforeEach, describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import type { RecordId, UserId } from '../domain/ids.ts';
import { createRecord, markDeleted, newWriter, replaceText, restoreDeleted, setFields } from './accessors.ts';
import { listDeletedBesideEdit, readRecord, readRecords } from './readers.ts';

let next = 0;
const random = { bytes: (length: number) => new Uint8Array(length).map((_, index) => (index === 0 ? ++next : 0)) };
const anna = newWriter('a'.repeat(32) as UserId, { nowMs: () => 600_000 }, random);
const bas = newWriter('b'.repeat(32) as UserId, { nowMs: () => 660_000 }, random);

let a: Y.Doc;
let b: Y.Doc;
let note: RecordId;
let line: RecordId;

function meet(): void {
  Y.applyUpdate(a, Y.encodeStateAsUpdate(b));
  Y.applyUpdate(b, Y.encodeStateAsUpdate(a));
}
const state = (doc: Y.Doc): string => {
  const view = readRecord(doc, 'conversations', note);
  return view?.deleted === true ? 'deleted' : view?.deletedBesideEdit === true ? 'beside edit' : 'alive';
};

beforeEach(() => {
  a = new Y.Doc();
  b = new Y.Doc();
  note = createRecord(a, 'conversations', { date: '2026-11-21', context: 'THUIS', author: anna.user }, anna);
  line = createRecord(a, 'lines', { conversationId: note, kind: 'CITAAT' }, anna);
  replaceText(a, 'conversations', note, 'summary', 'Kort.');
  meet();
});

describe('a deleted record', () => {
  test('is left out of lists, stays readable, and comes back whole [D4]', () => {
    markDeleted(a, 'conversations', note, anna);
    meet();
    expect([state(a), state(b)]).toEqual(['deleted', 'deleted']);
    expect(readRecords(b, 'conversations')).toEqual([]);
    expect(readRecords(b, 'conversations', { withDeleted: true })).toHaveLength(1);
    restoreDeleted(b, 'conversations', note, bas);
    meet();
    expect(state(a)).toBe('alive');
  });

  const edits: [name: string, edit: () => void][] = [
    ['a field', () => setFields(b, 'conversations', note, { place: 'school' }, bas)],
    ['a text', () => replaceText(b, 'conversations', note, 'summary', 'Kort. Maar niet af.')],
    ['a new section', () => replaceText(b, 'conversations', note, 'GEZONDHEID.wish', 'Weer wandelen.')],
    ['a new line', () => createRecord(b, 'lines', { conversationId: note, kind: 'FEIT' }, bas)],
    ['the text of a line', () => replaceText(b, 'lines', line, 'text', 'Ik wil rust.')],
    [
      'an Aanvulling',
      () => createRecord(b, 'addenda', { conversationId: note, author: bas.user, writtenOn: '2026-11-21' }, bas),
    ],
    ['a section of a newer version', () => b.getText(`t:${note}:later`).insert(0, 'x')],
  ];
  test.each(edits)('is kept and shown when a colleague changed it meanwhile: %s [D4]', (_name, edit) => {
    markDeleted(a, 'conversations', note, anna);
    edit();
    meet();
    expect([state(a), state(b)]).toEqual(['beside edit', 'beside edit']);
    expect(listDeletedBesideEdit(a)).toEqual([{ kind: 'conversations', id: note }]);
    markDeleted(b, 'conversations', note, bas);
    meet();
    expect([state(a), state(b)]).toEqual(['deleted', 'deleted']);
  });

  test('stays deleted when both deleted it, also when only one of them had seen the last edit', () => {
    setFields(b, 'conversations', note, { place: 'school' }, bas);
    markDeleted(a, 'conversations', note, anna);
    markDeleted(b, 'conversations', note, bas);
    meet();
    expect([state(a), state(b)]).toEqual(['deleted', 'deleted']);
    expect(readRecord(a, 'conversations', note)?.conflicts).toEqual({});
  });

  test('stays deleted when a colleague deleted one of its lines meanwhile', () => {
    markDeleted(a, 'conversations', note, anna);
    markDeleted(b, 'lines', line, bas);
    meet();
    expect([state(a), state(b)]).toEqual(['deleted', 'deleted']);
  });

  test('is kept when one restores it while the other deletes it again', () => {
    markDeleted(a, 'conversations', note, anna);
    meet();
    restoreDeleted(a, 'conversations', note, anna);
    meet();
    setFields(a, 'conversations', note, { place: 'school' }, anna);
    meet();
    markDeleted(a, 'conversations', note, anna);
    meet();
    restoreDeleted(a, 'conversations', note, anna);
    setFields(b, 'conversations', note, { purpose: 'geld' }, bas);
    markDeleted(b, 'conversations', note, bas);
    meet();
    expect([state(a), state(b)]).toEqual(['beside edit', 'beside edit']);
  });

  test('is not written by restoring what was never deleted, or deleting it twice', () => {
    restoreDeleted(a, 'conversations', note, anna);
    markDeleted(a, 'lines', line, anna);
    const before = Y.encodeStateAsUpdate(a);
    markDeleted(a, 'lines', line, anna);
    expect(Y.encodeStateAsUpdate(a)).toEqual(before);
    expect(state(a)).toBe('alive');
  });
});
