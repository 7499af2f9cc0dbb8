/** Whatever ids records got: what was written second in a minute is second, on every device. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import type { RecordId, UserId } from '../domain/ids.ts';
import { createRecord, type Writer } from './accessors.ts';
import { readPerspectives, readWebs } from './dossierPeople.ts';
import { readEvaluations } from './dossierPlan.ts';
import { readHelpRequests } from './dossierQuestions.ts';
import { householdReport } from './dossierReport.ts';
import { readTrails } from './dossierSafety.ts';

const USER = 'b'.repeat(32) as UserId;
const ON = '2026-11-01';

/** A writer whose ids come in any order and whose clock stands still. */
function writerWith(order: readonly number[]): Writer {
  let next = 0;
  const newId = (): RecordId => String(order[next++ % order.length]).padStart(32, '0') as RecordId;
  return { user: USER, nowMs: () => 1_740_000_000_000, newId };
}

const orders = fc.shuffledSubarray([1, 2, 3, 4, 5, 6, 7, 8], { minLength: 8 });
const texts = ['eerste', 'tweede', 'derde'];

test('within one minute the written order counts, for every reader and on every device (property)', () => {
  fc.assert(
    fc.property(orders, (order) => {
      const doc = new Y.Doc();
      const writer = writerWith(order);
      const request = createRecord(doc, 'helpRequests', { words: 'Hulp', receivedOn: ON }, writer);
      for (const text of texts) createRecord(doc, 'deeperQuestions', { helpRequestId: request, text }, writer);
      const other = new Y.Doc();
      Y.applyUpdate(other, Y.encodeStateAsUpdate(doc));
      for (const one of [doc, other])
        expect(readHelpRequests(one)[0]?.deeper.map(({ values }) => values.text)).toEqual(texts.toReversed());
    }),
    { seed: 20261122, numRuns: 40 },
  );
});

test('webs, perspectives, evaluations and weighings of one minute come latest first (property)', () => {
  fc.assert(
    fc.property(orders, (order) => {
      const doc = new Y.Doc();
      const writer = writerWith(order);
      for (const [at, wish] of texts.entries()) {
        createRecord(doc, 'webs', { date: ON, scoreLichaam: at }, writer);
        createRecord(doc, 'perspectiveViews', { date: ON, perspective: 'THUISBASIS', wish }, writer);
      }
      expect(readWebs(doc, '').map(({ values }) => values.scoreLichaam)).toEqual([2, 1, 0]);
      expect(readPerspectives(doc, '').THUISBASIS.map(({ values }) => values.wish)).toEqual(texts.toReversed());
      const more = new Y.Doc();
      const next = writerWith(order);
      const meldcodeId = createRecord(more, 'meldcodes', { openedOn: ON }, next);
      const weighings = texts.map(() => createRecord(more, 'weighings', { meldcodeId }, next));
      expect(readTrails(more)[0]?.weighings.map(({ weighing }) => weighing.id)).toEqual(weighings.toReversed());
      const evaluations = texts.map(() => createRecord(more, 'evaluations', { planId: meldcodeId, date: ON }, next));
      expect(readEvaluations(more, meldcodeId).map(({ id }) => id)).toEqual(evaluations.toReversed());
    }),
    { seed: 20261122, numRuns: 40 },
  );
});

test('the printed dossier has dated records of care by date, and of one day in the order in which they were made', () => {
  const doc = new Y.Doc();
  const writer = writerWith([8, 7, 6, 5]);
  const informed = [
    ['2026-11-20', 'derde', 'a0'],
    ['2026-11-02', 'eerste', 'a1'],
    ['2026-11-02', 'tweede', 'a2'],
  ] as const;
  for (const [on, how, ord] of informed) createRecord(doc, 'informed', { on, how, ord }, writer);
  const section = householdReport(doc, { nameOf: () => '' }).find(({ records }) => records.length === 3);
  expect(section?.records.map((record) => JSON.stringify(record).match(/eerste|tweede|derde/)?.[0])).toEqual(texts);
});
