/** What people do in the simulation, and what of it must never be lost. */
import type { SeededRandom } from './seededRandom.ts';
import type { SimulatedDevice } from './simulatedDevice.ts';
import { createRecord, markDeleted, replaceText, setFields } from '../../shared/documents/accessors.ts';
import { readRecords, readText } from '../../shared/documents/readers.ts';
import { DocumentId, HouseholdId, RecordId, newId } from '../../shared/domain/ids.ts';
import { ok } from '../../shared/result.ts';

/** One committed edit: found again by its unique mark in the text of the document. */
export interface Edit {
  readonly room: string;
  readonly mark: string;
  readonly device: string;
  readonly step: number;
}

export const roomsOf = (device: SimulatedDevice): readonly DocumentId[] =>
  device.store.db
    .prepare<[], DocumentId>(`SELECT document_id FROM document WHERE kind = 'household' ORDER BY document_id`)
    .pluck()
    .all();

/** Does one random thing; answers the edit that must survive, or null when nothing new was written. */
export function editSomething(device: SimulatedDevice, random: SeededRandom, step: number): Edit | null {
  const rooms = roomsOf(device);
  const mark = `m${String(step)}x${String(random.below(1_000_000))}`;
  const what = random.below(10);
  if (rooms.length === 0 || (what === 0 && rooms.length < 3)) {
    const [made] = device.documents.create([
      {
        householdId: newId<HouseholdId>(random),
        kind: 'household',
        fill: (doc, writer) => {
          createRecord(doc, 'household', { name: 'Fam. Nieuw', status: 'NIEUW' }, writer);
          createRecord(doc, 'persons', { firstName: mark, membership: 'WOONT_HIER' }, writer);
        },
      },
    ]);
    return made ? { room: made.documentId, mark, device: device.name, step } : null;
  }
  const room = random.pick(rooms);
  const outcome = device.documents.change(room, (doc, writer) => {
    const persons = readRecords(doc, 'persons');
    const notes = readRecords(doc, 'conversations');
    const note = notes[0];
    if (what <= 3) {
      createRecord(doc, 'persons', { firstName: mark, membership: 'WOONT_HIER' }, writer);
      return ok(true);
    }
    if (what === 4) {
      setFields(doc, 'household', 'household', { name: mark }, writer);
      return ok(false);
    }
    if (what === 5 && persons.length > 0) {
      markDeleted(doc, 'persons', random.pick(persons).id, writer);
      return ok(false);
    }
    if (what === 6 && persons.length > 0) {
      setFields(doc, 'persons', random.pick(persons).id, { lastName: mark }, writer);
      return ok(false);
    }
    const id = note
      ? RecordId.parse(note.id)
      : createRecord(
          doc,
          'conversations',
          { date: '2026-11-21', context: 'THUIS', author: device.userId as never },
          writer,
        );
    const before = readText(doc, 'conversations', id, 'whatIsGoingOn');
    const at = random.below(before.split(' ').length);
    const words = before === '' ? [] : before.split(' ');
    words.splice(at, 0, mark);
    replaceText(doc, 'conversations', id, 'whatIsGoingOn', words.join(' '));
    return ok(true);
  });
  if (!outcome.ok) throw new Error('an edit was refused');
  return outcome.value ? { room, mark, device: device.name, step } : null;
}

/** Everything in a document, root by root; null when it is not here. */
export function contentOf(device: SimulatedDevice, room: string): string | null {
  const read = device.documents.read(room, (doc) => {
    const roots = [...doc.share.keys()].toSorted().map((name) => {
      if (name.startsWith('t:')) return [name, doc.getText(name).toJSON()];
      if (name.startsWith('s:')) return [name, doc.getArray(name).toJSON()];
      return [name, Object.entries(doc.getMap(name).toJSON()).toSorted(([a], [b]) => (a < b ? -1 : 1))];
    });
    return JSON.stringify(roots.filter(([, value]) => value?.length !== 0));
  });
  return read.ok ? read.value : null;
}
