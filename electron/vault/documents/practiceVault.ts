/**
 * A practice vault is filled once, when it is first opened: eight invented households with their plans and a small
 * sociale kaart, in one transaction. It never fills a vault of real work, nor one that was filled before.
 */
import { createRecord } from '../../../shared/documents/accessors.ts';
import { addDays, calendarDateAt } from '../../../shared/domain/dates.ts';
import { newId, type DocumentId, type HouseholdId } from '../../../shared/domain/ids.ts';
import { fillPracticeDirectory } from '../../../shared/practice/practiceDirectory.ts';
import { fillPracticeVault } from '../../../shared/practice/scenarios.ts';
import type { OpenVault } from '../openVault.ts';
import type { NewDocument } from './newDocuments.ts';

const FILLED = 'practice-filled';

/** Fills an empty practice vault; does nothing in any other. */
export function fillPracticeOnce(vault: Pick<OpenVault, 'store' | 'documents' | 'practice' | 'deps'>): void {
  const { store, documents, practice, deps } = vault;
  if (!practice) return;
  const { db } = store;
  const done = db.prepare<[string], Uint8Array>('SELECT value FROM meta WHERE key = ?').pluck().get(FILLED);
  const count = db.prepare<[], number>('SELECT count(*) FROM document').pluck().get() ?? 0;
  if (done !== undefined || count > 0) return;
  const today = calendarDateAt(deps.clock.nowMs());
  const wanted: NewDocument[] = [];
  fillPracticeVault((household) => {
    const householdId = newId<HouseholdId>(deps.random);
    const documentId = newId<DocumentId>(deps.random);
    const createdAtMs = Date.parse(`${addDays(today, -household.knownForDays)}T11:00:00Z`);
    wanted.push(
      { documentId, householdId, kind: 'household', createdAtMs, fill: household.fillHousehold },
      {
        householdId,
        kind: 'restricted',
        createdAtMs,
        fill: (doc, writer) => {
          createRecord(doc, 'safety', { householdDocument: documentId }, writer);
          household.fillSafety(doc, writer);
        },
      },
    );
  }, today);
  const directory = newId<DocumentId>(deps.random);
  wanted.push({
    documentId: directory,
    householdId: newId<HouseholdId>(deps.random),
    kind: 'team',
    fill: (doc, writer) => fillPracticeDirectory(doc, writer, today),
  });
  documents.create(wanted, {
    inTransaction: () => {
      db.prepare<[string, Uint8Array]>('INSERT INTO meta (key, value) VALUES (?, ?)').run(FILLED, Uint8Array.of(1));
      db.prepare<[string]>('INSERT INTO room_sync (room, shared) VALUES (?, 0)').run(directory);
    },
  });
}
