import { beforeEach, describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import type { RecordId, UserId } from '../domain/ids.ts';
import { createRecord, newWriter, replaceText, setFields, type Writer } from './accessors.ts';
import { checkUpdate, type CheckOptions } from './checkUpdate.ts';
import { readRecord } from './readers.ts';
import { MAX_TEXT_CHARS } from './schema.ts';

const me = 'a'.repeat(32) as UserId;
const colleague = 'b'.repeat(32) as UserId;
const missing = 'f'.repeat(32) as RecordId;
const options: CheckOptions = { kind: 'household', me, maxBytes: 2_000_000 };

let next = 0;
const random = {
  bytes: (length: number) => new Uint8Array(length).fill(0).map((_, index) => (index === 0 ? ++next : 7)),
};
const writerOf = (user: UserId, origin: 'local' | 'decision' = 'local'): Writer =>
  newWriter(user, { nowMs: () => 6_000_000 }, random, origin);

let shadow: Y.Doc;
let screen: Y.Doc;
let mine: RecordId;
let theirs: RecordId;
let done: RecordId;
let doneLine: RecordId;
let action: RecordId;

beforeEach(() => {
  shadow = new Y.Doc();
  const [a, b] = [writerOf(me), writerOf(colleague)];
  createRecord(shadow, 'household', { name: 'Fam. De Boer' }, a);
  const note = (author: UserId, writer: Writer): RecordId =>
    createRecord(shadow, 'conversations', { date: '2026-11-20', context: 'THUIS', author }, writer);
  mine = note(me, a);
  theirs = note(colleague, b);
  done = note(me, a);
  replaceText(shadow, 'conversations', theirs, 'summary', 'Van een collega.');
  replaceText(shadow, 'conversations', done, 'summary', 'Vastgesteld.');
  doneLine = createRecord(shadow, 'lines', { conversationId: done, kind: 'CITAAT' }, a);
  replaceText(shadow, 'lines', doneLine, 'text', 'Ik wil rust.');
  setFields(
    shadow,
    'conversations',
    done,
    { finalizedAt: '2026-11-20T10:00:00Z', finalizedBy: me },
    writerOf(me, 'decision'),
  );
  action = createRecord(shadow, 'actions', { what: 'Belt', ladder: '1_ZELF', status: 'GEPLAND' }, a);
  screen = new Y.Doc();
  Y.applyUpdate(screen, Y.encodeStateAsUpdate(shadow));
});

/** What the screen sends when it does this in one transaction. */
function pushOf(change: (doc: Y.Doc) => void): Uint8Array {
  const updates: Uint8Array[] = [];
  screen.on('update', (update: Uint8Array) => updates.push(update));
  screen.transact(() => change(screen));
  return updates.length === 1 ? (updates[0] ?? new Uint8Array()) : Y.mergeUpdates(updates);
}

const refusal = (update: Uint8Array, changed: Partial<CheckOptions> = {}): string => {
  const result = checkUpdate(shadow, update, { ...options, ...changed });
  return result.ok ? 'stored' : result.error.reason;
};
const raw = (kind: string, id: string): Y.Array<unknown> => screen.getMap(`r:${kind}`).get(id) as Y.Array<unknown>;
const entry = (field: string, value: unknown, user: unknown = me, minute: unknown = 100): unknown[] => [
  field,
  value,
  user,
  minute,
];
const placeOfField = (kind: string, id: string, field: string): number =>
  raw(kind, id)
    .toArray()
    .findIndex((item) => Array.isArray(item) && item[0] === field);

describe('a push of the own screen', () => {
  test('passes, and tells which records it touched, the parent of a changed part too', () => {
    let line = missing;
    const update = pushOf((doc) => {
      line = createRecord(doc, 'lines', { conversationId: mine, kind: 'FEIT' }, writerOf(me));
      replaceText(doc, 'lines', line, 'text', 'Er is een brief.');
    });
    const result = checkUpdate(shadow, update, options);
    expect(result).toEqual({
      ok: true,
      value: {
        touched: expect.arrayContaining([
          { kind: 'lines', id: line },
          { kind: 'conversations', id: mine },
        ]) as unknown,
        clients: [screen.clientID],
      },
    });
    expect(result.ok ? result.value.touched.length : 0).toBe(2);
    expect(readRecord(shadow, 'lines', line)?.values.kind).toBe('FEIT');
  });

  test('that brings nothing new passes and touches nothing', () => {
    expect(checkUpdate(shadow, Y.encodeStateAsUpdate(screen), options)).toEqual({
      ok: true,
      value: { touched: [], clients: [] },
    });
  });

  test('may add an Aanvulling to a conversation that is vastgesteld', () => {
    const update = pushOf((doc) => {
      const id = createRecord(
        doc,
        'addenda',
        { conversationId: done, author: me, writtenOn: '2026-11-21' },
        writerOf(me),
      );
      replaceText(doc, 'addenda', id, 'text', 'Later gebeld.');
    });
    expect(refusal(update)).toBe('stored');
  });

  test('is refused when it is too large, too long for one text, or not readable', () => {
    const update = pushOf((doc) => replaceText(doc, 'conversations', mine, 'summary', 'tekst'));
    expect(refusal(update, { maxBytes: update.length - 1 })).toBe('TOO_LARGE');
    expect(refusal(update.slice(0, -3))).toBe('UNREADABLE');
    expect(refusal(new Uint8Array())).toBe('UNREADABLE');
  });

  test('is refused when one text grows by more than a text may hold', () => {
    expect(refusal(pushOf((doc) => doc.getText(`t:${mine}:summary`).insert(0, 'x'.repeat(MAX_TEXT_CHARS + 1))))).toBe(
      'TOO_LARGE',
    );
  });

  test('may shorten a text that merging made very long, not add to it', () => {
    shadow.getText(`t:${mine}:summary`).insert(0, 'x'.repeat(2 * MAX_TEXT_CHARS));
    Y.applyUpdate(screen, Y.encodeStateAsUpdate(shadow));
    expect(refusal(pushOf((doc) => doc.getText(`t:${mine}:summary`).delete(0, 1)))).toBe('stored');
    expect(refusal(pushOf((doc) => doc.getText(`t:${mine}:summary`).insert(0, 'yy')))).toBe('TOO_LARGE');
  });

  test.each([1, 2 ** 31])('is refused when it makes a record that meanwhile exists (client %i)', (clientId) => {
    shadow.getMap('r:actions').set(missing, Y.Array.from([entry('', 1, colleague), ['what', 'Van een collega']]));
    screen.clientID = clientId;
    const record = Y.Array.from([entry('', 1), ['what', 'x']]);
    expect(refusal(pushOf((doc) => doc.getMap('r:actions').set(missing, record)))).toBe('INVALID_VALUE');
  });

  test('is refused when it leans on changes that never arrived', () => {
    pushOf((doc) => replaceText(doc, 'conversations', mine, 'summary', 'eerste'));
    expect(refusal(pushOf((doc) => replaceText(doc, 'conversations', mine, 'summary', 'eerste tweede')))).toBe(
      'UNREADABLE',
    );
  });

  const attacks: [name: string, reason: string, change: (doc: Y.Doc) => void][] = [
    ['an unknown root', 'UNKNOWN_ROOT', (doc) => doc.getMap('secrets').set('a', 1)],
    ['an unknown kind', 'UNKNOWN_ROOT', (doc) => doc.getMap('r:unknown').set(missing, Y.Array.from([entry('', 1)]))],
    ['a kind of another document', 'UNKNOWN_ROOT', (doc) => doc.getArray('s:safety').push([entry('', 1)])],
    [
      'a singleton in a map',
      'UNKNOWN_ROOT',
      (doc) => doc.getMap('r:household').set(missing, Y.Array.from([entry('', 1)])),
    ],
    ['a map kind as singleton', 'UNKNOWN_ROOT', (doc) => doc.getArray('s:persons').push([entry('', 1)])],
    ['an unknown section', 'UNKNOWN_ROOT', (doc) => doc.getText(`t:${mine}:other`).insert(0, 'x')],
    ['a type inside a record', 'INVALID_VALUE', () => raw('actions', action).push([new Y.Map()])],
    ['the text of a missing record', 'MISSING_PARENT', (doc) => doc.getText(`t:${missing}:summary`).insert(0, 'x')],
    [
      'a map root used as an array',
      'INVALID_VALUE',
      (doc) => new Y.Doc().getArray('x') && doc.getArray('r:traits').push([entry('', 1)]),
    ],
    ['a text root used as a map', 'INVALID_VALUE', (doc) => doc.getMap(`t:${mine}:summary`).set('a', 1)],
    [
      'a singleton root used as a map',
      'INVALID_VALUE',
      (doc) => doc.getMap('s:household').set('x', entry('city', 'Delft')),
    ],
    [
      'a text written and removed beyond measure',
      'TOO_LARGE',
      (doc) => {
        doc.getText(`t:${mine}:summary`).insert(0, 'x'.repeat(1_000_001));
        doc.getText(`t:${mine}:summary`).delete(0, 1_000_001);
      },
    ],
    ['formatting in a text', 'INVALID_VALUE', (doc) => doc.getText(`t:${mine}:summary`).insert(0, 'x', { bold: true })],
    [
      'a record that is a map',
      'INVALID_VALUE',
      (doc) => doc.getMap('r:actions').set(missing, new Y.Map([['what', 'x']])),
    ],
    ['a record that is a plain value', 'INVALID_VALUE', (doc) => doc.getMap('r:actions').set(missing, 'x')],
    [
      'a record with a strange id',
      'INVALID_VALUE',
      (doc) => doc.getMap('r:actions').set('__proto__', Y.Array.from([entry('', 1)])),
    ],
    [
      'a record without a stamp',
      'INVALID_VALUE',
      (doc) => doc.getMap('r:actions').set(missing, Y.Array.from([entry('what', 'x')])),
    ],
    [
      'a record with an id that another kind uses',
      'INVALID_VALUE',
      (doc) => doc.getMap('r:actions').set(done, Y.Array.from([entry('', 1)])),
    ],
    ['a removed record', 'INVALID_VALUE', (doc) => doc.getMap('r:actions').delete(action)],
    [
      'a replaced record',
      'INVALID_VALUE',
      (doc) => doc.getMap('r:actions').set(action, Y.Array.from([entry('', 1), entry('what', 'x')])),
    ],
    ['a second stamp', 'INVALID_VALUE', () => raw('actions', action).push([entry('', 1)])],
    ['a removed stamp', 'INVALID_VALUE', () => raw('actions', action).delete(0, 1)],
    ['a short entry in an old record', 'INVALID_VALUE', () => raw('actions', action).push([['place', 'x']])],
    ['an entry without a form', 'INVALID_VALUE', () => raw('actions', action).push(['x'])],
    [
      'an entry with more than its parts',
      'INVALID_VALUE',
      () => raw('actions', action).push([[...entry('statusReason', 'x'), 1]]),
    ],
    ['an unknown field', 'INVALID_VALUE', () => raw('actions', action).push([entry('secret', 'x')])],
    ['a value that does not fit', 'INVALID_VALUE', () => raw('actions', action).push([entry('dueOn', '2026-02-30')])],
    [
      'a value in a form the accessors do not write',
      'INVALID_VALUE',
      () => raw('actions', action).push([entry('what', ' x ')]),
    ],
    [
      'a minute that is not one',
      'INVALID_VALUE',
      () => raw('actions', action).push([entry('statusReason', 'x', me, -1)]),
    ],
    [
      'two values of one field at once',
      'INVALID_VALUE',
      () => raw('actions', action).push([entry('statusReason', 'x'), entry('statusReason', 'y')]),
    ],
    [
      'a value taken away',
      'INVALID_VALUE',
      () => raw('actions', action).delete(placeOfField('actions', action, 'status'), 1),
    ],
    [
      'an entry in the name of a colleague',
      'WRONG_AUTHOR',
      () => raw('actions', action).push([entry('statusReason', 'x', colleague)]),
    ],
    [
      'a record in the name of a colleague',
      'WRONG_AUTHOR',
      (doc) => doc.getMap('r:actions').set(missing, Y.Array.from([entry('', 1, colleague)])),
    ],
    ['a decision', 'PROTECTED_FIELD', () => raw('conversations', mine).push([entry('finalizedAt', 'now')])],
    [
      'a decision in a new record',
      'PROTECTED_FIELD',
      (doc) =>
        doc.getMap('r:conversations').set(missing, Y.Array.from([entry('', 1), ['author', me], ['finalizedAt', 'x']])),
    ],
    [
      'a decision taken back',
      'PROTECTED_FIELD',
      () => raw('conversations', done).delete(placeOfField('conversations', done, 'finalizedAt'), 1),
    ],
    ['an immutable field set again', 'IMMUTABLE_FIELD', () => raw('conversations', theirs).push([entry('author', me)])],
    [
      'an immutable field removed',
      'IMMUTABLE_FIELD',
      () => raw('conversations', mine).delete(placeOfField('conversations', mine, 'author'), 1),
    ],
    ['a field of a finalized conversation', 'FINALIZED', () => raw('conversations', done).push([entry('place', 'x')])],
    [
      'the deletion of a finalized conversation',
      'FINALIZED',
      () => raw('conversations', done).push([entry('deleted', 'x')]),
    ],
    ['the text of a finalized conversation', 'FINALIZED', (doc) => doc.getText(`t:${done}:summary`).insert(0, 'x')],
    ['text removed from a finalized conversation', 'FINALIZED', (doc) => doc.getText(`t:${done}:summary`).delete(0, 1)],
    [
      'the text of a line of a finalized conversation',
      'FINALIZED',
      (doc) => doc.getText(`t:${doneLine}:text`).insert(0, 'x'),
    ],
    [
      'a new line in a finalized conversation',
      'FINALIZED',
      (doc) => createRecord(doc, 'lines', { conversationId: done, kind: 'FEIT' }, writerOf(me)),
    ],
    [
      'a new attendee in a finalized conversation',
      'FINALIZED',
      (doc) => createRecord(doc, 'attendees', { conversationId: done }, writerOf(me)),
    ],
    [
      'the text of a colleague',
      'WRONG_AUTHOR',
      (doc) => replaceText(doc, 'conversations', theirs, 'summary', 'Anders.'),
    ],
    [
      'a line in the conversation of a colleague',
      'WRONG_AUTHOR',
      (doc) => createRecord(doc, 'lines', { conversationId: theirs, kind: 'FEIT' }, writerOf(me)),
    ],
    [
      'the deletion of a conversation of a colleague',
      'WRONG_AUTHOR',
      () => raw('conversations', theirs).push([entry('deleted', 'x')]),
    ],
    [
      'a conversation with another author',
      'WRONG_AUTHOR',
      (doc) =>
        createRecord(doc, 'conversations', { date: '2026-11-21', context: 'THUIS', author: colleague }, writerOf(me)),
    ],
    [
      'a conversation without an author',
      'WRONG_AUTHOR',
      (doc) => createRecord(doc, 'conversations', { date: '2026-11-21', context: 'THUIS' }, writerOf(me)),
    ],
    ['a part without a parent', 'MISSING_PARENT', (doc) => createRecord(doc, 'lines', { kind: 'FEIT' }, writerOf(me))],
    [
      'a part of a missing parent',
      'MISSING_PARENT',
      (doc) => createRecord(doc, 'addenda', { conversationId: missing, author: me }, writerOf(me)),
    ],
  ];
  test.each(attacks)('is refused when it brings %s: %s [D3, D6]', (_name, reason, change) => {
    expect(refusal(pushOf(change))).toBe(reason);
  });

  test('is refused whole when one of two changes is refused', () => {
    const update = pushOf((doc) => {
      replaceText(doc, 'conversations', mine, 'summary', 'Goed.');
      replaceText(doc, 'conversations', theirs, 'summary', 'Niet goed.');
    });
    expect(refusal(update)).toBe('WRONG_AUTHOR');
  });

  test('keeps a value that this version cannot read: taking it away is refused', () => {
    (shadow.getMap('r:actions').get(action) as Y.Array<unknown>).push([entry('status', 'LATER_BEDACHT')]);
    Y.applyUpdate(screen, Y.encodeStateAsUpdate(shadow));
    const index = raw('actions', action).length - 1;
    const update = pushOf(() => {
      raw('actions', action).delete(index, 1);
      raw('actions', action).push([entry('status', 'KLAAR')]);
    });
    expect(refusal(update)).toBe('INVALID_VALUE');
  });
});
