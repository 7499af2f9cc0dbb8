import { expect, test } from 'vitest';
import * as Y from 'yjs';
import type { UserId } from '../domain/ids.ts';
import { createRecord, newWriter } from './accessors.ts';
import { readDated, readSharing } from './dossierCare.ts';

let counter = 0;
let nowMs = Date.parse('2026-11-21T09:00:00Z');
const random = { bytes: (length: number) => Uint8Array.from({ length }, () => (counter = (counter * 31 + 7) % 251)) };
const writer = newWriter('a'.repeat(32) as UserId, { nowMs: () => nowMs }, random);

const talk = (doc: Y.Doc, values: object): void => {
  nowMs += 60_000;
  createRecord(
    doc,
    'sharingTalks',
    { recipient: 'School De Linde', answer: 'JA', on: '2026-11-01', ...values },
    writer,
  );
};

test('an answer is taken back by a next record, and the first stays to be read', () => {
  const doc = new Y.Doc();
  talk(doc, {});
  talk(doc, { answer: 'NEE', on: '2026-11-20', recipient: ' school de linde ' });
  const [standing, ...others] = readSharing(doc, '2026-11-21');
  expect(others).toEqual([]);
  expect(standing?.allowed).toBe(false);
  expect(standing?.before.map(({ values }) => values.answer)).toEqual(['JA']);
});

test('on one day the last word counts', () => {
  const doc = new Y.Doc();
  talk(doc, { answer: 'NEE' });
  talk(doc, { answer: 'JA' });
  expect(readSharing(doc, '2026-11-21')[0]?.allowed).toBe(true);
});

test('of two answers in one minute the second counts, whatever their ids', () => {
  for (let round = 0; round < 8; round += 1) {
    const doc = new Y.Doc();
    const say = (answer: 'JA' | 'NEE', ord: string): void => {
      const values = { recipient: 'Huisarts', answer, on: '2026-11-01', ord } as const;
      createRecord(doc, 'sharingTalks', values, writer);
    };
    say('JA', 'a0');
    say('NEE', 'a1');
    expect(readSharing(doc, '2026-11-21')[0]?.allowed).toBe(false);
  }
});

test('leave that was given for a time ends after its last day', () => {
  const doc = new Y.Doc();
  talk(doc, { until: '2026-11-21' });
  expect(readSharing(doc, '2026-11-21')[0]?.allowed).toBe(true);
  expect(readSharing(doc, '2026-11-22')[0]).toMatchObject({ allowed: false, ended: true });
});

test('each person and each recipient stands apart', () => {
  const doc = new Y.Doc();
  talk(doc, {});
  talk(doc, { personId: 'b'.repeat(32) });
  talk(doc, { recipient: 'Huisarts' });
  expect(readSharing(doc, '2026-11-21')).toHaveLength(3);
});

test('reasons stand with the latest first', () => {
  const doc = new Y.Doc();
  createRecord(doc, 'legalBases', { basis: 'PUBLIEKE_TAAK', on: '2026-01-01' }, writer);
  createRecord(doc, 'legalBases', { basis: 'VITAAL_BELANG', on: '2026-11-01' }, writer);
  expect(readDated(doc, 'legalBases').map(({ values }) => values.basis)).toEqual(['VITAAL_BELANG', 'PUBLIEKE_TAAK']);
});
