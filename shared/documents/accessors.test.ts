import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import type { RecordId, UserId } from '../domain/ids.ts';
import {
  chooseValue,
  createRecord,
  markDeleted,
  newWriter,
  replaceText,
  restoreDeleted,
  sectionText,
  setFields,
} from './accessors.ts';
import { readRecord, readRecords, readText } from './readers.ts';
import { MAX_TEXT_CHARS } from './schema.ts';

const me = 'a'.repeat(32) as UserId;
let next = 0;
const random = { bytes: (length: number) => new Uint8Array(length).map((_, index) => (index === 0 ? ++next : 0)) };
const writer = newWriter(me, { nowMs: () => 600_000 }, random);
const decider = newWriter(me, { nowMs: () => 600_000 }, random, 'decision');
const conversation = (doc: Y.Doc): RecordId =>
  createRecord(doc, 'conversations', { date: '2026-11-21', context: 'THUIS', author: me }, writer);

describe('the accessors', () => {
  test('write in one transaction each, with the origin of the writer', () => {
    const doc = new Y.Doc();
    const origins: unknown[] = [];
    doc.on('update', (_update: Uint8Array, origin: unknown) => origins.push(origin));
    const id = conversation(doc);
    setFields(doc, 'conversations', id, { place: 'school', purpose: 'geld' }, writer);
    replaceText(doc, 'conversations', id, 'summary', 'Kort.');
    setFields(doc, 'conversations', id, { finalizedAt: 'now', finalizedBy: me }, decider);
    markDeleted(doc, 'conversations', id, writer);
    restoreDeleted(doc, 'conversations', id, writer);
    expect(origins).toEqual(['local', 'local', 'local', 'decision', 'local', 'local']);
  });

  test('make the singleton of a document once, under the name of its kind', () => {
    const doc = new Y.Doc();
    expect(createRecord(doc, 'household', { name: ' Fam. De Boer ' }, writer)).toBe('household');
    expect(() => createRecord(doc, 'household', { name: 'Nog eens' }, writer)).toThrow('exists');
    setFields(doc, 'household', 'household', { city: 'Delft' }, writer);
    expect(readRecords(doc, 'household')).toMatchObject([
      { id: 'household', values: { name: 'Fam. De Boer', city: 'Delft' } },
    ]);
  });

  test.each([
    [1, 2],
    [2, 1],
  ])('a household that two devices started reads as one, with both names (clients %i, %i)', (clientA, clientB) => {
    const [a, b] = [new Y.Doc(), new Y.Doc()];
    [a.clientID, b.clientID] = [clientA, clientB];
    const first = newWriter('b'.repeat(32) as UserId, { nowMs: () => 0 }, random);
    createRecord(a, 'household', { name: 'Fam. A' }, writer);
    createRecord(b, 'household', { name: 'Fam. B' }, first);
    Y.applyUpdate(a, Y.encodeStateAsUpdate(b));
    const view = readRecord(a, 'household', 'household');
    expect(view?.conflicts.name?.map(({ value, user }) => [value, user[0]])).toEqual([
      ['Fam. B', 'b'],
      ['Fam. A', 'a'],
    ]);
    expect(view).toMatchObject({ createdBy: first.user, invalid: [] });
  });

  test('throw on a bug of the caller, and write nothing', () => {
    const doc = new Y.Doc();
    const id = conversation(doc);
    const before = Y.encodeStateAsUpdate(doc);
    expect(() => setFields(doc, 'conversations', id, { date: '2026-02-30' }, writer)).toThrow('does not fit');
    expect(() => setFields(doc, 'conversations', id, { durationMinutes: -1, place: 'x' }, writer)).toThrow(
      'does not fit',
    );
    expect(() => setFields(doc, 'conversations', id, { author: me }, writer)).toThrow('immutable');
    expect(() => setFields(doc, 'conversations', id, { finalizedAt: 'now' }, writer)).toThrow('decision');
    expect(() => setFields(doc, 'conversations', id, { deleted: 'x' }, writer)).toThrow('not a field to set');
    expect(() => setFields(doc, 'conversations', id, { ['__proto__']: 'x' } as object, writer)).toThrow(
      'not a field to set',
    );
    expect(() => setFields(doc, 'conversations', id, { toString: 'x' } as object, writer)).toThrow(
      'not a field to set',
    );
    expect(() => setFields(doc, 'actions', id, { status: 'KLAAR' }, writer)).toThrow('no such record');
    expect(() => chooseValue(doc, 'conversations', 'f'.repeat(32), 'place', 'x', writer)).toThrow('no such record');
    expect(() => createRecord(doc, 'unknown' as 'actions', {}, writer)).toThrow('unknown kind');
    expect(() => markDeleted(doc, 'household', 'household', writer)).toThrow('cannot be deleted');
    expect(() => sectionText(doc, 'conversations', id, 'other')).toThrow('no section');
    expect(() => readText(doc, 'conversations', id, 'other')).toThrow('unknown text section');
    expect(() => replaceText(doc, 'conversations', 'f'.repeat(32), 'summary', 'x')).toThrow('no such record');
    expect(Y.encodeStateAsUpdate(doc)).toEqual(before);
  });

  test('refuse a text that is too long whole, and let a merged one be shortened', () => {
    const doc = new Y.Doc();
    const id = conversation(doc);
    const full = 'x'.repeat(MAX_TEXT_CHARS);
    expect(replaceText(doc, 'conversations', id, 'summary', full)).toMatchObject({ ok: true });
    expect(replaceText(doc, 'conversations', id, 'summary', `${full}y`)).toEqual({
      ok: false,
      error: { tag: 'TextTooLong', maxChars: MAX_TEXT_CHARS, chars: MAX_TEXT_CHARS + 1 },
    });
    expect(readText(doc, 'conversations', id, 'summary')).toBe(full);
    sectionText(doc, 'conversations', id, 'summary').insert(0, 'van een collega');
    expect(replaceText(doc, 'conversations', id, 'summary', `${full}yz`)).toMatchObject({ ok: true });
  });

  test('tell the range that changed, so that a caret can be kept', () => {
    const doc = new Y.Doc();
    const id = conversation(doc);
    replaceText(doc, 'conversations', id, 'summary', 'aaa');
    expect(replaceText(doc, 'conversations', id, 'summary', 'aaaa', 2)).toEqual({
      ok: true,
      value: { start: 1, removed: 0, inserted: 'a' },
    });
    expect(replaceText(doc, 'conversations', id, 'summary', 'aaaa')).toEqual({ ok: true, value: null });
  });
});
