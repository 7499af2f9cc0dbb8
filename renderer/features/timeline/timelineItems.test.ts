import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { createRecord, newWriter, setFields } from '../../../shared/documents/accessors.ts';
import type { UserId } from '../../../shared/domain/ids.ts';
import { timelineItems } from './timelineItems.ts';

let counter = 0;
const random = { bytes: (length: number) => Uint8Array.from({ length }, (_, at) => (++counter * 7 + at * 13) % 256) };
const worker = 'a'.repeat(32) as UserId;
const writer = newWriter(worker, { nowMs: () => Date.parse('2026-11-21T09:00:00Z') }, random, 'decision');

const contactsIn = (doc: Y.Doc) =>
  timelineItems(doc, '2026-11-21', () => '')
    .filter(({ title }) => title === 'Volgend contact')
    .map(({ on, meta }) => [on, meta]);

test('a next contact that was moved says why; what the household plans later takes its place', () => {
  const doc = new Y.Doc();
  createRecord(doc, 'household', { name: 'Fam. Reden' }, writer);
  const talk = { date: '2026-11-20', context: 'THUIS', author: worker } as const;
  const moved = { nextContactOn: '2026-11-26', nextContactReason: 'Fatima is ziek' };
  createRecord(doc, 'conversations', { ...talk, ...moved }, writer);
  expect(contactsIn(doc)).toEqual([['2026-11-26', 'Fatima is ziek']]);

  const later = { nextContactOn: '2026-11-30', nextContactReason: 'Op vakantie' };
  setFields(doc, 'household', 'household', later, writer);
  expect(contactsIn(doc)).toEqual([['2026-11-30', 'Op vakantie']]);

  // A day that has passed is no plan any more, and hides none.
  setFields(doc, 'household', 'household', { nextContactOn: '2026-11-20' }, writer);
  expect(contactsIn(doc)).toEqual([['2026-11-26', 'Fatima is ziek']]);
});
