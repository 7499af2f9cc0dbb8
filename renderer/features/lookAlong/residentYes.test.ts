import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { createRecord, markDeleted, newWriter } from '../../../shared/documents/accessors.ts';
import { readRecords } from '../../../shared/documents/readers.ts';
import type { RecordId, UserId } from '../../../shared/domain/ids.ts';
import { timelineItems } from '../timeline/timelineItems.ts';
import { keepYes } from './residentYes.ts';

let counter = 0;
const random = { bytes: (length: number) => Uint8Array.from({ length }, (_, at) => (++counter * 7 + at * 13) % 256) };
const worker = 'a'.repeat(32) as UserId;
const writer = newWriter(worker, { nowMs: () => Date.parse('2026-11-21T09:00:00Z') }, random, 'decision');
const today = '2026-11-21';
const kept = (doc: Y.Doc) => readRecords(doc, 'residentAgreements').map(({ values }) => values);

test('a yes is kept once with the words of that moment and who sat there, and stands on the timeline', () => {
  const doc = new Y.Doc();
  const goalId = 'b'.repeat(32) as RecordId;
  const personId = createRecord(doc, 'persons', { firstName: 'Fatima' }, writer);
  const talk = { date: today, context: 'THUIS', author: worker } as const;
  const conversationId = createRecord(doc, 'conversations', talk, writer);
  createRecord(doc, 'attendees', { conversationId, personId }, writer);
  createRecord(doc, 'attendees', { conversationId, name: 'Bram de Wit', capacity: 'COLLEGA' }, writer);

  const yes = { goalId, about: 'Rust met geld', worker, today };
  const id = keepYes(doc, yes, writer);
  expect(keepYes(doc, yes, writer)).toBe(id);
  expect(kept(doc)).toEqual([{ goalId, about: 'Rust met geld', saidBy: 'Fatima', receivedOn: today }]);
  const shown = () => timelineItems(doc, today, () => '').filter(({ title }) => title.startsWith('Dit klopt'));
  expect(shown()).toMatchObject([
    { kind: 'plan', on: today, title: 'Dit klopt: Rust met geld', meta: 'gezegd bij Meekijken, met Fatima' },
  ]);

  markDeleted(doc, 'residentAgreements', id ?? '', writer);
  expect(shown()).toEqual([]);
  // Said again after it was taken back: a new one.
  expect(keepYes(doc, yes, writer)).not.toBe(id);
  expect(kept(doc)).toHaveLength(1);
});

test('without anything on screen there is nothing to agree with', () => {
  const doc = new Y.Doc();
  expect(keepYes(doc, { goalId: '', about: ' ', worker, today }, writer)).toBeNull();
  expect(kept(doc)).toEqual([]);
});
