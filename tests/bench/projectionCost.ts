/**
 * What the projection of one change costs in a dossier of 100 and of 5,000 records, as a ratio. Measured from the
 * finished transaction of the document to its rows, without the commit: an fsync would hide a difference.
 */
import { performance } from 'node:perf_hooks';
import * as Y from 'yjs';
import { Projector } from '../../electron/vault/documents/projector.ts';
import type { DossierVault } from '../../electron/vault/handlers/dossierRows.ts';
import type { OpenVault } from '../../electron/vault/openVault.ts';
import { createRecord, newWriter, replaceText, setFields } from '../../shared/documents/accessors.ts';
import { readRecords } from '../../shared/documents/readers.ts';
import { touchedRecords } from '../../shared/documents/touched.ts';
import { addDays } from '../../shared/domain/dates.ts';
import { newId, type HouseholdId } from '../../shared/domain/ids.ts';
import { median, type Figure } from './figures.ts';

const ROUNDS = 400;

type BenchVault = Pick<OpenVault, 'documents' | 'store' | 'me'> & Pick<DossierVault, 'deps'>;

/** The first figure is somebody at work in twenty records; the second touches another record every time. */
export function projectionCost(vault: BenchVault): readonly Figure[] {
  return [
    measure(vault, 'projection of one change, 5,000 beside 100 records', 20, 1.3),
    // The first time a text is touched, yjs looks its name up among all texts of the document.
    measure(vault, 'the same, another record every time', 5_000, null),
  ];
}

function measure(vault: BenchVault, name: string, workingSet: number, bar: number | null): Figure {
  const { clock, random } = vault.deps;
  const writer = newWriter(vault.me.userId, clock, random);
  const projector = new Projector(vault.store);
  const subjects = [100, 5_000].map((records) => {
    const doc = new Y.Doc();
    fill(doc, records);
    const state = Y.encodeStateAsUpdate(doc);
    const householdId = newId<HouseholdId>(random);
    const [facts] = vault.documents.create([
      { householdId, kind: 'household', fill: (empty) => Y.applyUpdate(empty, state) },
    ]);
    if (facts === undefined) throw new Error('no document');
    return {
      doc,
      facts,
      times: [] as number[],
      talks: readRecords(doc, 'conversations'),
      actions: readRecords(doc, 'actions'),
    };
  });
  vault.store.transaction(() => {
    for (let round = 0; round < 2 * ROUNDS; round += 1) {
      // Small, large, large, small: what else the machine does falls on both.
      const subject = subjects[(round >> 1) % 2 === round % 2 ? 0 : 1];
      if (subject === undefined) continue;
      const { doc, facts, times, talks, actions } = subject;
      const talk = talks[(round * 7) % Math.min(workingSet, talks.length)];
      const action = actions[(round * 7) % Math.min(workingSet, actions.length)];
      if (talk === undefined || action === undefined) continue;
      const clocked = (transaction: Y.Transaction): void => {
        const started = performance.now();
        const touched = touchedRecords(transaction);
        projector.touch(facts, touched, clock.nowMs());
        projector.apply(facts, doc, touched);
        times.push(performance.now() - started);
      };
      doc.on('afterTransaction', clocked);
      if (round % 4 < 2) replaceText(doc, 'conversations', talk.id, 'whatIsGoingOn', `Tekst ${String(round)}`);
      else setFields(doc, 'actions', action.id, { what: `Afspraak ${String(round)}` }, writer);
      doc.off('afterTransaction', clocked);
    }
  });
  const [small = Number.NaN, large = Number.NaN] = subjects.map(({ times }) => median(times));
  return { name, value: large / small, unit: 'x', bar };

  function fill(doc: Y.Doc, records: number): void {
    createRecord(doc, 'household', { name: 'Meting', status: 'NIEUW' }, writer);
    for (let index = 0; index < records / 2; index += 1) {
      const day = addDays('2015-01-01', index);
      const talk = createRecord(doc, 'conversations', { date: day, context: 'THUIS', author: vault.me.userId }, writer);
      replaceText(doc, 'conversations', talk, 'whatIsGoingOn', 'Een gesprek aan de keukentafel.');
      createRecord(doc, 'actions', { what: 'Bellen', ladder: '1_ZELF', status: 'GEPLAND', dueOn: day }, writer);
    }
  }
}
