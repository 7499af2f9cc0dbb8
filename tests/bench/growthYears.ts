/** What becomes slower as a household grows old: a week of work after one year of it, after two, and so on, in turns. */
import { statSync } from 'node:fs';
import * as Y from 'yjs';
import type { VaultSession } from '../../electron/vault/openSession.ts';
import { createRecord, newWriter, replaceText, setFields } from '../../shared/documents/accessors.ts';
import { readRecords } from '../../shared/documents/readers.ts';
import { addDays } from '../../shared/domain/dates.ts';
import { newId, type DocumentId, type HouseholdId } from '../../shared/domain/ids.ts';
import { ok } from '../../shared/result.ts';
import { median, type Figure } from './figures.ts';
import { freshSession, rounds, slopeOver, timed } from './growthSlope.ts';

const ROUNDS = 60;

/** Working days: a note every week, text typed in it, its fields corrected, its log folded in. One household per age. */
export async function measureYears(folder: string, years: number) {
  const { fresh } = await freshSession(folder);
  const { session } = fresh;
  try {
    const { vault } = session;
    const aged = Array.from({ length: years }, (_, index) => ({ age: index + 1, documentId: newHousehold(session) }));
    for (let year = 1; year <= years; year += 1) {
      for (let week = 0; week < 52; week += 1) {
        for (const { age, documentId } of aged) if (year <= age) workAWeek(session, documentId, year, week);
        vault.documents.flush();
      }
    }
    const states = aged.map(({ documentId }) => vault.documents.stateOf(documentId));
    const opens = rounds(ROUNDS, states, (state) => timed(() => Y.applyUpdate(new Y.Doc(), state)));
    // The week after: the others stand in memory as well, as on a working day.
    const saves = rounds(4, aged, ({ age, documentId }, round) =>
      median(workAWeek(session, documentId, age + 1, round)),
    );
    const points = aged.map(({ age }, index) => ({
      year: age,
      notes: age * 52,
      stateKb: (states[index]?.length ?? 0) / 1_024,
      openMs: median(opens[index] ?? []),
      saveMs: median(saves[index] ?? []),
    }));
    const last = points.at(-1);
    const span = `year ${String(years)} beside year 1`;
    const slope = (name: 'stateKb' | 'openMs' | 'saveMs'): number =>
      slopeOver(points.map((point) => [point.year, point[name]]));
    return {
      points,
      figures: [
        {
          name: `size of one household, ${span} (${String(years)} times the notes)`,
          value: slope('stateKb'),
          unit: 'x',
          bar: years * 1.1,
        },
        {
          name: `loading that household, ${span}`,
          value: slope('openMs'),
          unit: 'x',
          bar: years * 1.5,
          note: 'all its notes are loaded',
        },
        { name: `saving in that household, ${span}`, value: slope('saveMs'), unit: 'x', bar: 1.5 },
        {
          name: `loading that household after year ${String(years)}`,
          value: last?.openMs ?? Number.NaN,
          unit: 'ms',
          bar: null,
        },
        {
          name: `the database file with ${String((years * (years + 1)) / 2)} such years of work in it`,
          value: statSync(vault.store.file).size / 1e6,
          unit: 'MB',
          bar: null,
          note: 'search, lists, the log and what texts read before are in it',
        },
      ] satisfies Figure[],
    };
  } finally {
    await session.close();
  }
}

function newHousehold({ vault }: VaultSession): DocumentId {
  const [made] = vault.documents.create([
    {
      householdId: newId<HouseholdId>(vault.deps.random),
      kind: 'household',
      fill: (doc, writer) => void createRecord(doc, 'household', { name: 'Fam. Vijf jaar', status: 'NIEUW' }, writer),
    },
  ]);
  if (made === undefined) throw new Error('no document');
  return made.documentId;
}

function workAWeek(session: VaultSession, documentId: DocumentId, year: number, week: number): number[] {
  const { documents, me, deps } = session.vault;
  const date = addDays('2026-01-01', (year - 1) * 365 + week * 7);
  const times: number[] = [];
  const change = (write: (doc: Y.Doc) => void): void => {
    times.push(
      timed(() => {
        const answer = documents.change(documentId, (doc) => {
          write(doc);
          return ok(null);
        });
        if (!answer.ok) throw new Error('refused');
      }),
    );
  };
  const writer = newWriter(me.userId, deps.clock, deps.random);
  change((doc) => void createRecord(doc, 'conversations', { date, context: 'THUIS', author: me.userId }, writer));
  let text = '';
  for (let save = 0; save < 6; save += 1) {
    text += 'Een zin over het huis, de kinderen, de post en wat er morgen moet gebeuren. ';
    change((doc) => {
      const talk = readRecords(doc, 'conversations').at(-1);
      if (talk !== undefined) replaceText(doc, 'conversations', talk.id, 'whatIsGoingOn', text);
    });
  }
  change((doc) => setFields(doc, 'household', 'household', { city: `Plaats ${String(week)}` }, writer));
  return times;
}
