import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { createRecord, markDeleted, replaceText, restoreDeleted, setFields } from '../../shared/documents/accessors.ts';
import { readRecord, readRecords, readText } from '../../shared/documents/readers.ts';
import { touchedRecords } from '../../shared/documents/touched.ts';
import { SEED, clockAt, countingRandom, pull, replica, user } from './documentsSupport.ts';

const KINDS = ['household', 'conversations', 'lines', 'actions'] as const;

/** Everything a projection or a screen could show of each record, by "kind id". */
function shown(doc: Y.Doc): Map<string, string> {
  const all = new Map<string, string>();
  for (const kind of KINDS) {
    for (const view of readRecords(doc, kind, { withDeleted: true })) {
      const text =
        kind === 'lines'
          ? readText(doc, kind, view.id, 'text')
          : kind === 'conversations'
            ? readText(doc, kind, view.id, 'summary')
            : '';
      all.set(`${kind} ${view.id}`, JSON.stringify([view, text]));
    }
  }
  return all;
}

const step = fc.record({
  at: fc.nat({ max: 1 }),
  do: fc.constantFrom(
    'conversation',
    'line',
    'lineText',
    'text',
    'action',
    'place',
    'delete',
    'deleteLine',
    'restore',
    'name',
    'pull',
    'pull',
  ),
  which: fc.nat({ max: 4 }),
  text: fc.constantFrom('', 'rust', 'geld en rust'),
});

describe('the records that a transaction touched', () => {
  test('are all whose reading changed, after edits here and updates from elsewhere', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        const clock = clockAt(100);
        const random = countingRandom();
        const replicas = [replica('a', 1, clock, random), replica('b', 2, clock, random)] as const;
        createRecord(replicas[0].doc, 'household', { name: 'Fam. A' }, replicas[0].writer);
        pull(replicas[1].doc, replicas[0].doc);
        const last = replicas.map(({ doc }) => shown(doc));
        replicas.forEach(({ doc }, index) =>
          doc.on('afterTransaction', (transaction: Y.Transaction) => {
            const now = shown(doc);
            const changed = [...now].filter(([key, value]) => last[index]?.get(key) !== value).map(([key]) => key);
            last[index] = now;
            const touched = touchedRecords(transaction).map(({ kind, id }) => `${kind} ${id}`);
            expect(changed.filter((key) => !touched.includes(key))).toEqual([]);
            expect(new Set(touched).size).toBe(touched.length);
          }),
        );
        for (const { at, do: what, which, text } of steps) {
          clock.minute += 1;
          const { doc, writer } = at === 0 ? replicas[0] : replicas[1];
          const pick = (kind: (typeof KINDS)[number]): string | undefined => {
            const all = readRecords(doc, kind, { withDeleted: true });
            return all[which % Math.max(1, all.length)]?.id;
          };
          const [note, line] = [pick('conversations'), pick('lines')];
          if (what === 'conversation')
            createRecord(doc, 'conversations', { date: '2026-11-21', context: 'THUIS', author: user('a') }, writer);
          else if (what === 'action')
            createRecord(doc, 'actions', { what: 'Belt', ladder: '1_ZELF', status: 'GEPLAND' }, writer);
          else if (what === 'name') setFields(doc, 'household', 'household', { name: `Fam. ${which}` }, writer);
          else if (what === 'pull') pull(doc, replicas[at === 0 ? 1 : 0].doc);
          else if (note === undefined) continue;
          else if (what === 'line')
            createRecord(
              doc,
              'lines',
              { conversationId: readRecord(doc, 'conversations', note)?.id ?? user('0'), kind: 'FEIT' } as never,
              writer,
            );
          else if (what === 'text') replaceText(doc, 'conversations', note, 'summary', text);
          else if (what === 'place') setFields(doc, 'conversations', note, { place: text }, writer);
          else if (what === 'delete') markDeleted(doc, 'conversations', note, writer);
          else if (what === 'restore') restoreDeleted(doc, 'conversations', note, writer);
          else if (line !== undefined && what === 'lineText') replaceText(doc, 'lines', line, 'text', text);
          else if (line !== undefined && what === 'deleteLine') markDeleted(doc, 'lines', line, writer);
        }
      }),
      { seed: SEED, numRuns: 300 },
    );
  }, 60_000);
});
