import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import type { RecordId, UserId } from '../domain/ids.ts';
import { createRecord, newWriter, replaceText, setFields } from './accessors.ts';
import { listConflicts, readRecord, readRecords, readText } from './readers.ts';

const [anna, bas] = ['a'.repeat(32) as UserId, 'b'.repeat(32) as UserId];
let next = 0;
const random = {
  bytes: (length: number) => new Uint8Array(length).fill(1).map((byte, index) => (index === 0 ? ++next : byte)),
};
const at = (user: UserId, minute: number) => newWriter(user, { nowMs: () => minute * 60_000 }, random);

function actionIn(doc: Y.Doc): RecordId {
  return createRecord(doc, 'actions', { what: 'Belt met de bank', ladder: '1_ZELF', status: 'GEPLAND' }, at(anna, 10));
}
const entriesOf = (doc: Y.Doc, id: string): Y.Array<unknown> => doc.getMap('r:actions').get(id) as Y.Array<unknown>;

function copyOf(doc: Y.Doc): Y.Doc {
  const copy = new Y.Doc();
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
  return copy;
}

function meet(a: Y.Doc, b: Y.Doc): void {
  Y.applyUpdate(a, Y.encodeStateAsUpdate(b));
  Y.applyUpdate(b, Y.encodeStateAsUpdate(a));
}

describe('a multi-value record', () => {
  test('reads both values of a concurrent set, the latest first in line, until one is chosen [D1]', () => {
    const a = new Y.Doc();
    const id = actionIn(a);
    const b = copyOf(a);
    setFields(a, 'actions', id, { dueOn: '2026-12-19' }, at(anna, 20));
    setFields(b, 'actions', id, { dueOn: '2026-12-12' }, at(bas, 21));
    meet(a, b);
    const versions = [
      { value: '2026-12-19', user: anna, minute: 20 },
      { value: '2026-12-12', user: bas, minute: 21 },
    ];
    expect(readRecord(a, 'actions', id)).toMatchObject({
      values: { dueOn: '2026-12-12' },
      conflicts: { dueOn: versions },
    });
    expect(listConflicts(b)).toEqual([{ kind: 'actions', id, field: 'dueOn', versions }]);
    setFields(a, 'actions', id, { dueOn: '2026-12-12' }, at(anna, 30));
    expect(readRecord(a, 'actions', id)).toMatchObject({
      values: { dueOn: '2026-12-12' },
      conflicts: {},
      changedBy: anna,
      changedMinute: 30,
    });
  });

  test.each([
    [20, 21],
    [21, 20],
  ])('reads the same value set by two as one, with the latest stamp (%i, %i)', (minuteA, minuteB) => {
    const a = new Y.Doc();
    const id = actionIn(a);
    const [b, c] = [copyOf(a), copyOf(a)];
    [a.clientID, b.clientID, c.clientID] = [1, 2, 3];
    setFields(a, 'actions', id, { status: 'KLAAR' }, at(anna, minuteA));
    setFields(b, 'actions', id, { status: 'KLAAR' }, at(bas, minuteB));
    meet(a, b);
    expect(readRecord(a, 'actions', id)).toMatchObject({
      values: { status: 'KLAAR' },
      conflicts: {},
      changedMinute: 21,
    });
    setFields(c, 'actions', id, { status: 'LOOPT' }, at(bas, 15));
    meet(a, c);
    expect(readRecord(c, 'actions', id)?.conflicts.status).toEqual([
      { value: 'LOOPT', user: bas, minute: 15 },
      { value: 'KLAAR', user: minuteA === 21 ? anna : bas, minute: 21 },
    ]);
  });

  test('is not written when a field already holds the value', () => {
    const doc = new Y.Doc();
    const id = actionIn(doc);
    const before = Y.encodeStateVector(doc);
    setFields(doc, 'actions', id, { status: 'GEPLAND', what: 'Belt met de bank ' }, at(bas, 50));
    expect(Y.encodeStateVector(doc)).toEqual(before);
  });

  test('remembers who made it after every first value was replaced', () => {
    const doc = new Y.Doc();
    const id = actionIn(doc);
    setFields(doc, 'actions', id, { what: 'Mailt', ladder: '4_GEMEENTE', status: 'LOOPT' }, at(bas, 20));
    expect(readRecord(doc, 'actions', id)).toMatchObject({
      createdBy: anna,
      createdMinute: 10,
      changedBy: bas,
      changedMinute: 20,
    });
  });

  test('stores what is typed as well-formed Unicode, the same on both devices', () => {
    const a = new Y.Doc();
    const id = createRecord(a, 'actions', { what: 'half \ud83d', ladder: '1_ZELF' }, at(anna, 1));
    replaceText(
      a,
      'conversations',
      createRecord(a, 'conversations', { date: '2026-11-21', context: 'THUIS', author: anna }, at(anna, 1)),
      'summary',
      'half \ude00',
    );
    expect(readRecord(copyOf(a), 'actions', id)).toEqual(readRecord(a, 'actions', id));
    const [note] = readRecords(a, 'conversations');
    expect(readText(copyOf(a), 'conversations', note?.id ?? '', 'summary')).toBe(
      readText(a, 'conversations', note?.id ?? '', 'summary'),
    );
  });
});

describe('what a broken or newer app wrote in a record', () => {
  const strange: [name: string, entry: unknown, listed: string][] = [
    ['an unknown field', ['mood', 'x', anna, 12], 'mood'],
    ['a field of every object', ['__proto__', 'x', anna, 12], '__proto__'],
    ['a value out of range', ['status', 'VERGETEN', anna, 12], 'status'],
    ['a date that does not exist', ['dueOn', '2026-02-30', anna, 12], 'dueOn'],
    ['an entry without a writer', ['status', 'KLAAR', 'iemand', 12], '?'],
    ['an entry of another form', { status: 'KLAAR' }, '?'],
    ['a shared type', new Y.Map([['status', 'KLAAR']]), '?'],
    ['a number too large for JSON', ['status', 12n, anna, 12], 'status'],
    ['a third part only', ['status', 'KLAAR', anna], '?'],
  ];
  test.each(strange)('is listed, kept and never thrown: %s', (_name, entry, listed) => {
    const doc = new Y.Doc();
    const id = actionIn(doc);
    entriesOf(doc, id).push([entry]);
    const count = entriesOf(doc, id).length;
    const view = readRecord(copyOf(doc), 'actions', id);
    expect(view).toMatchObject({
      invalid: [listed],
      values: { what: 'Belt met de bank', status: 'GEPLAND' },
      conflicts: {},
    });
    expect(Object.keys(view?.values ?? {}).sort()).toEqual(['ladder', 'status', 'what']);
    setFields(doc, 'actions', id, { status: 'LOOPT', dueOn: '2026-12-01' }, at(bas, 20));
    expect(entriesOf(doc, id).length).toBe(count + 1);
    expect(readRecord(doc, 'actions', id)).toMatchObject({
      invalid: [listed],
      values: { status: 'LOOPT', dueOn: '2026-12-01' },
    });
  });

  test('does not hide the other records: what is no record is passed over', () => {
    const doc = new Y.Doc();
    const id = actionIn(doc);
    doc.getMap('r:actions').set('plain', 'x');
    doc.getMap('r:actions').set('map', new Y.Map());
    doc.getMap('r:later').set('kind', Y.Array.from(['x']));
    expect(readRecords(doc, 'actions').map((view) => view.id)).toEqual([id]);
    expect(readRecord(doc, 'actions', 'map')).toBeNull();
    expect(listConflicts(doc)).toEqual([]);
  });

  test('survives an edit, so that the newer app still finds its field [D8]', () => {
    const doc = new Y.Doc();
    const id = actionIn(doc);
    entriesOf(doc, id).push([['laterField', { deep: [1, 2] }, bas, 12, 'more']]);
    setFields(doc, 'actions', id, { status: 'KLAAR' }, at(anna, 30));
    expect(entriesOf(copyOf(doc), id).toArray()).toContainEqual(['laterField', { deep: [1, 2] }, bas, 12, 'more']);
  });
});
