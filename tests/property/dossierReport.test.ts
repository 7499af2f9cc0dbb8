/** The paper of a whole dossier is whole: a canary in every text of every kind stands in it, once the dossier holds one. */
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { createRecord, newWriter, setFields } from '../../shared/documents/accessors.ts';
import { householdReport, restrictedReport } from '../../shared/documents/dossierReport.ts';
import { householdKinds, type RecordKind } from '../../shared/documents/schema.ts';
import { restrictedKinds } from '../../shared/documents/safetyKinds.ts';
import type { UserId } from '../../shared/domain/ids.ts';
import { plantEverywhere } from '../fault/plantedRecords.ts';
import { seededNumbers } from '../fault/seededNumbers.ts';

const random = seededNumbers(3);
const bytes = (length: number): Uint8Array => Uint8Array.from({ length }, () => Math.floor(random() * 256));
const writer = newWriter('a'.repeat(32) as UserId, { nowMs: () => Date.parse('2026-11-21T09:00:00Z') }, { bytes });
const nameOf = (): string => 'Marieke Postma';

/** Says nothing to a reader. */
const SILENT = ['household.archivedAt', 'safety.householdDocument'];

test.each([
  ['household', householdKinds, householdReport],
  ['restricted', restrictedKinds, restrictedReport],
] as const)('every text of a %s document stands in its report', (_, kinds, report) => {
  const doc = new Y.Doc();
  // Short, so that a short field holds it whole.
  const marks = new Map<string, string>();
  const { places } = plantEverywhere(doc, Object.keys(kinds) as RecordKind[], writer, (place) => {
    const mark = `Kanarie${String(marks.size)}q`;
    marks.set(place, mark);
    return mark;
  });
  const said = JSON.stringify(report(doc, { nameOf }));
  const missing = places.filter((place) => !SILENT.includes(place) && !said.includes(marks.get(place) ?? '?'));
  expect(missing).toEqual([]);
  expect(places.length).toBeGreaterThan(5);
});

test('two versions stand there both, and figures of positieve gezondheid do not', () => {
  const doc = new Y.Doc();
  const id = createRecord(doc, 'goals', { text: 'Rust' }, writer);
  createRecord(doc, 'webs', { personId: '', date: '2026-11-01', version: 'VOLWASSENEN', scoreLichaam: 7 }, writer);
  const other = new Y.Doc();
  Y.applyUpdate(other, Y.encodeStateAsUpdate(doc));
  setFields(doc, 'goals', id, { text: 'Rust thuis' }, writer);
  setFields(other, 'goals', id, { text: 'Slapen' }, { ...writer, user: 'b'.repeat(32) as UserId });
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(other));
  const said = JSON.stringify(householdReport(doc, { nameOf }));
  expect(said).toContain('Rust thuis');
  expect(said).toContain('Slapen');
  expect(said).not.toMatch(/"value":"7"/);
});
