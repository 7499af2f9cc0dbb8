import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import {
  chooseValue,
  createRecord,
  markDeleted,
  replaceText,
  restoreDeleted,
  setFields,
} from '../../shared/documents/accessors.ts';
import { checkUpdate, type CheckOptions } from '../../shared/documents/checkUpdate.ts';
import { readRecord, readRecords, readText, type RecordView } from '../../shared/documents/readers.ts';
import type { RecordKind } from '../../shared/documents/schema.ts';
import { SEED, clockAt, countingRandom, pull, rebuilt, replica, user, type Replica } from './documentsSupport.ts';

const options: CheckOptions = { kind: 'household', me: user('a'), maxBytes: 4_000_000 };
const KINDS = [
  'household',
  'persons',
  'traits',
  'conversations',
  'attendees',
  'lines',
  'addenda',
  'actions',
] as const satisfies readonly RecordKind[];

const step = fc.record({
  by: fc.constantFrom('mine', 'mine', 'mine', 'colleague'),
  do: fc.constantFrom(
    'household',
    'person',
    'rename',
    'trait',
    'conversation',
    'text',
    'line',
    'lineText',
    'attendee',
    'addendum',
    'action',
    'status',
    'delete',
    'restore',
    'choose',
    'push',
    'push',
    'read',
  ),
  which: fc.nat({ max: 5 }),
  text: fc.constantFrom('', 'Zij woont bij haar zus.', 'Zij woont hier 😀', 'kort'),
  merge: fc.boolean(),
});
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

/** A screen of worker a, the vault's shadow, and colleague b who changes the document through the vault meanwhile. */
class Desk {
  readonly clock = clockAt(5000);
  readonly screen: Replica;
  readonly colleague: Replica;
  readonly shadow = new Y.Doc();
  readonly waiting: Uint8Array[] = [];

  constructor() {
    const random = countingRandom();
    this.screen = replica('a', 11, this.clock, random);
    this.colleague = replica('b', 12, this.clock, random);
    this.shadow.clientID = 13;
    createRecord(
      this.colleague.doc,
      'household',
      { name: 'Fam. De Boer', regisseur: user('b') },
      this.colleague.writer,
    );
    const note = createRecord(
      this.colleague.doc,
      'conversations',
      { date: '2026-11-20', context: 'THUIS', author: user('b') },
      this.colleague.writer,
    );
    createRecord(this.colleague.doc, 'lines', { conversationId: note, kind: 'CITAAT' }, this.colleague.writer);
    pull(this.shadow, this.colleague.doc);
    pull(this.screen.doc, this.shadow);
    this.screen.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin === 'local') this.waiting.push(update);
    });
  }

  push(merge: boolean): void {
    const updates = this.waiting.splice(0);
    for (const update of merge && updates.length > 0 ? [Y.mergeUpdates(updates)] : updates) {
      expect(checkUpdate(this.shadow, update, options)).toMatchObject({ ok: true });
    }
  }

  act({ by, do: what, which, text, merge }: Step): void {
    this.clock.minute += which === 0 ? 1 : 0;
    const { doc, writer } = by === 'mine' ? this.screen : this.colleague;
    const one = <K extends RecordKind>(
      kind: K,
      usable: (view: RecordView<K>) => boolean = () => true,
    ): RecordView<K> | undefined => {
      const all = readRecords(doc, kind, { withDeleted: true }).filter(usable);
      return all[which % Math.max(1, all.length)];
    };
    const needs = (...names: Step['do'][]): boolean => names.includes(what);
    const conversation = needs('attendee', 'addendum') ? one('conversations') : undefined;
    const own = needs('text', 'line', 'delete')
      ? one('conversations', (view) => view.values.author === writer.user)
      : undefined;
    const authorOf = (id: string | undefined): unknown => readRecord(doc, 'conversations', id ?? '')?.values.author;
    const line = needs('lineText')
      ? one('lines', (view) => authorOf(view.values.conversationId) === writer.user)
      : undefined;
    const addendum = needs('delete') ? one('addenda', (view) => view.values.author === writer.user) : undefined;
    const person = needs('rename', 'trait', 'line') ? one('persons') : undefined;
    const action = needs('status', 'delete', 'restore', 'choose') ? one('actions') : undefined;
    if (what === 'household')
      setFields(doc, 'household', 'household', { name: text === '' ? 'Fam. X' : text, readAloud: merge }, writer);
    else if (what === 'person') createRecord(doc, 'persons', { firstName: 'Fatima', membership: 'WOONT_HIER' }, writer);
    else if (what === 'rename' && person)
      setFields(doc, 'persons', person.id, { firstName: `F ${which}`, lastName: text }, writer);
    else if (what === 'trait' && person)
      createRecord(doc, 'traits', { personId: person.id, trait: 'MANTELZORGER' }, writer);
    else if (what === 'conversation')
      createRecord(doc, 'conversations', { date: '2026-11-21', context: 'SCHOOL', author: writer.user }, writer);
    else if (what === 'text' && own)
      replaceText(doc, 'conversations', own.id, which > 2 ? 'summary' : 'GEZONDHEID.wish', text);
    else if (what === 'line' && own)
      createRecord(
        doc,
        'lines',
        { conversationId: own.id, kind: 'FEIT', aboutPersonIds: person ? [person.id] : [] },
        writer,
      );
    else if (what === 'lineText' && line) replaceText(doc, 'lines', line.id, 'text', text);
    else if (what === 'attendee' && conversation)
      createRecord(doc, 'attendees', { conversationId: conversation.id, name: text }, writer);
    else if (what === 'addendum' && conversation)
      replaceText(
        doc,
        'addenda',
        createRecord(
          doc,
          'addenda',
          { conversationId: conversation.id, author: writer.user, writtenOn: '2026-11-21' },
          writer,
        ),
        'text',
        text,
      );
    else if (what === 'action')
      createRecord(doc, 'actions', { what: ' Belt ', ladder: '1_ZELF', status: 'GEPLAND', ord: 'a0' }, writer);
    else if (what === 'status' && action)
      setFields(doc, 'actions', action.id, { status: merge ? 'KLAAR' : 'LOOPT', statusReason: text }, writer);
    else if (what === 'delete' && own && merge) markDeleted(doc, 'conversations', own.id, writer);
    else if (what === 'delete' && action) markDeleted(doc, 'actions', action.id, writer);
    else if (what === 'delete' && addendum) markDeleted(doc, 'addenda', addendum.id, writer);
    else if (what === 'restore' && action) restoreDeleted(doc, 'actions', action.id, writer);
    else if (what === 'choose' && action) chooseValue(doc, 'actions', action.id, 'status', 'NIET_GELUKT', writer);
    else if (what === 'push' && by === 'mine') this.push(merge);
    else if (what === 'push') pull(this.shadow, doc);
    else if (what === 'read') pull(doc, this.shadow);
  }
}

const readAll = (doc: Y.Doc): unknown => KINDS.map((kind) => readRecords(doc, kind, { withDeleted: true }));

describe('the check of a push', () => {
  test('never refuses what the accessors made, pushed one by one or merged, late, beside a colleague', () => {
    fc.assert(
      fc.property(fc.array(step, { minLength: 5, maxLength: 50 }), (steps) => {
        const desk = new Desk();
        for (const each of steps) desk.act(each);
        desk.push(true);
        pull(desk.screen.doc, desk.shadow);
        expect(readAll(desk.screen.doc)).toEqual(readAll(desk.shadow));
      }),
      { seed: SEED, numRuns: 400 },
    );
  }, 60_000);

  test('never throws on damaged bytes, and what it lets through changed nothing that is protected', () => {
    const desk = new Desk();
    for (const view of readRecords(desk.colleague.doc, 'conversations')) {
      replaceText(desk.colleague.doc, 'conversations', view.id, 'summary', 'Van collega.');
      setFields(
        desk.colleague.doc,
        'conversations',
        view.id,
        { finalizedAt: '2026-11-20T12:00:00Z' },
        desk.colleague.decider,
      );
    }
    pull(desk.shadow, desk.colleague.doc);
    pull(desk.screen.doc, desk.shadow);
    const base = Y.encodeStateAsUpdate(desk.shadow);
    const protectedFacts = (doc: Y.Doc): unknown =>
      readRecords(doc, 'conversations', { withDeleted: true })
        .filter((view) => view.values.author === user('b'))
        .map((view) => [view, readText(doc, 'conversations', view.id, 'summary')]);
    const before = protectedFacts(desk.shadow);
    const actions: Step['do'][] = [
      'household',
      'person',
      'conversation',
      'text',
      'line',
      'action',
      'status',
      'addendum',
    ];
    for (const what of actions) desk.act({ by: 'mine', do: what, which: 3, text: 'Zij woont hier 😀', merge: true });
    const updates = [...desk.waiting, Y.mergeUpdates(desk.waiting)];
    fc.assert(
      fc.property(
        fc.nat(),
        fc.array(fc.tuple(fc.nat(), fc.nat({ max: 255 })), { minLength: 1, maxLength: 4 }),
        fc.nat({ max: 9 }),
        (index, flips, cut) => {
          const shadow = new Y.Doc();
          Y.applyUpdate(shadow, base, 'load');
          const update = updates[index % updates.length] ?? new Uint8Array();
          const damaged = cut === 0 ? update.slice(0, (flips[0]?.[0] ?? 0) % update.length) : update.slice();
          if (cut !== 0) for (const [place, value] of flips) damaged[place % damaged.length] = value;
          const result = checkUpdate(shadow, damaged, options);
          if (!result.ok) {
            expect(result.error.tag).toBe('UpdateRefused');
            return;
          }
          expect(protectedFacts(shadow)).toEqual(before);
          expect(readAll(rebuilt(shadow))).toEqual(readAll(shadow));
          for (const kind of KINDS)
            for (const view of readRecords(shadow, kind, { withDeleted: true })) expect(view.invalid).toEqual([]);
        },
      ),
      { seed: SEED, numRuns: 1500 },
    );
  }, 60_000);
});
