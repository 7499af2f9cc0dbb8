/**
 * Making what an import planned, and taking it back.
 *
 * Promises: households are made in slices, so that saving and typing go on, but the import counts only when its last slice is
 * in: until then it is marked as under way, nothing of it is shared, and an import that was cut off (crash, lock, cancel) is
 * taken back whole, at the next opening before anything is shown. Organisations are made ready in memory, in slices too, and
 * come in with one transaction. Taking back goes in slices, and what was begun is finished (importUndo.ts).
 */
import { createRecord, markDeleted, newWriter } from '../../../shared/documents/accessors.ts';
import { orderKeyAtEnd } from '../../../shared/documents/order.ts';
import { readRecord } from '../../../shared/documents/readers.ts';
import type { RecordValues } from '../../../shared/documents/schema.ts';
import { calendarDateAt } from '../../../shared/domain/dates.ts';
import { newId, type DocumentId, type HouseholdId, type RecordId } from '../../../shared/domain/ids.ts';
import type { ImportKind } from '../../../shared/domain/importColumns.ts';
import { ok } from '../../../shared/result.ts';
import type { MunicipalityBook } from '../documents/municipalityBook.ts';
import type { NewDocument } from '../documents/newDocuments.ts';
import type { OpenVault } from '../openVault.ts';
import { filled } from '../handlers/organisations.ts';
import { silentProgress, type Progress } from '../progress.ts';
import { ImportUndo, UNDO_SLICE, type Undone } from './importUndo.ts';
import type { HouseholdPlan } from './importPlan.ts';
import type { OrganisationImportRow } from './importRows.ts';

export type ImportVault = Pick<OpenVault, 'store' | 'documents' | 'deps' | 'me' | 'emit' | 'audit'>;

export interface ImportRunRow {
  readonly importId: RecordId;
  readonly kind: ImportKind;
  readonly madeAtMs: number;
  readonly made: number;
  readonly skipped: number;
  readonly undoneAtMs: number | null;
}

/** `made` of an import that is under way. */
const UNDER_WAY = -1;

export class ImportStore {
  readonly #vault: ImportVault;
  readonly #book: MunicipalityBook;
  /** Taking finished imports back. */
  readonly undo: ImportUndo;
  readonly #statements;

  constructor(vault: ImportVault, book: MunicipalityBook) {
    this.#vault = vault;
    this.#book = book;
    this.undo = new ImportUndo(vault, (items) => void this.takeBackOrganisations(items));
    const { db } = vault.store;
    const columns = `import_id AS importId, kind, made_at_ms AS madeAtMs, made, skipped, undone_at_ms AS undoneAtMs`;
    this.#statements = {
      begin: db.prepare<[string, string, number]>(
        `INSERT INTO import_run (import_id, kind, made_at_ms, made, skipped) VALUES (?, ?, ?, ${String(UNDER_WAY)}, 0)`,
      ),
      finish: db.prepare<[number, number, string]>('UPDATE import_run SET made = ?, skipped = ? WHERE import_id = ?'),
      undone: db.prepare<[number, string]>('UPDATE import_run SET undone_at_ms = ? WHERE import_id = ?'),
      forget: db.prepare<[string]>('DELETE FROM import_run WHERE import_id = ?'),
      forgetItems: db.prepare<[string]>('DELETE FROM import_item WHERE import_id = ?'),
      addItem: db.prepare<[string, string, string]>(
        'INSERT INTO import_item (import_id, item_id, mark) VALUES (?, ?, ?)',
      ),
      items: db.prepare<[string], { itemId: string; mark: string }>(
        'SELECT item_id AS itemId, mark FROM import_item WHERE import_id = ? ORDER BY item_id',
      ),
      one: db.prepare<[string], ImportRunRow>(`SELECT ${columns} FROM import_run WHERE import_id = ? AND made >= 0`),
      all: db.prepare<[], ImportRunRow>(
        `SELECT ${columns} FROM import_run WHERE made >= 0 ORDER BY made_at_ms DESC, import_id LIMIT 20`,
      ),
      broken: db.prepare<[], string>(`SELECT import_id FROM import_run WHERE made = ${String(UNDER_WAY)}`).pluck(),
      keepHere: db.prepare<[string]>('INSERT INTO room_sync (room, shared) VALUES (?, 0) ON CONFLICT DO NOTHING'),
      /** What waited for the end of the import may be shared now, as any household of a team. */
      release: db.prepare<[string]>(
        'DELETE FROM room_sync WHERE room IN (SELECT item_id FROM import_item WHERE import_id = ?) AND acked_at_ms IS NULL',
      ),
      lastUpdate: db
        .prepare<[string], number | null>('SELECT max(seq) FROM document_update WHERE document_id = ?')
        .pluck(),
    };
  }

  runs(): readonly ImportRunRow[] {
    return this.#statements.all.all();
  }

  run(importId: string): ImportRunRow | null {
    return this.#statements.one.get(importId) ?? null;
  }

  /** Takes back what was cut off, and finishes what was being taken back. At opening, before any screen asks. */
  takeBackBroken(progress: Progress = silentProgress): void {
    for (const importId of this.#statements.broken.all()) this.takeBack(importId as RecordId, progress);
    this.undo.resume(progress);
  }

  beginHouseholds(importId: RecordId): void {
    const { store, deps } = this.#vault;
    store.transaction(() => this.#statements.begin.run(importId, 'HUISHOUDENS', deps.clock.nowMs()));
  }

  /** Makes some households of an import that is under way, in one transaction. */
  makeHouseholds(importId: RecordId, plans: readonly HouseholdPlan[]): void {
    const { documents, store } = this.#vault;
    const wanted = plans.flatMap((plan) => this.#documentsOf(plan));
    store.transaction(() => {
      const made = documents.create(wanted);
      for (const { documentId } of made) {
        this.#statements.keepHere.run(documentId);
        this.#statements.addItem.run(importId, documentId, String(this.#statements.lastUpdate.get(documentId) ?? 0));
      }
    });
  }

  /** From here on the import is there. */
  finishHouseholds(importId: RecordId, made: number, skipped: number, inTransaction: () => void): void {
    const { store, emit } = this.#vault;
    store.transaction(() => {
      this.#statements.finish.run(made, skipped, importId);
      this.#statements.release.run(importId);
      inTransaction();
    });
    emit('lists.changed', { householdId: null });
  }

  /** Undoes an import that is under way: as if it had never begun. */
  takeBack(importId: RecordId, progress: Progress = silentProgress): void {
    const items = this.itemsOf(importId);
    progress.step('HOUSEHOLDS_AWAY', items.length / 2);
    for (let at = 0; at < items.length; at += 2 * UNDO_SLICE) {
      this.takeBackItems(items.slice(at, at + 2 * UNDO_SLICE));
      progress.done(at / 2);
    }
    this.forget(importId);
    progress.step('FINISH');
    this.#vault.documents.scrubSearch();
  }

  /** The documents of an import that is under way. */
  itemsOf(importId: RecordId): readonly string[] {
    return this.#statements.items.all(importId).map(({ itemId }) => itemId);
  }

  /** Takes some of them away, in one transaction. */
  takeBackItems(items: readonly string[]): void {
    this.#vault.documents.destroy(items);
  }

  /** The last step of taking back what was under way; afterwards the words leave the disk (`scrubSearch`). */
  forget(importId: RecordId): void {
    const { store, emit } = this.#vault;
    store.transaction(() => {
      this.#statements.forgetItems.run(importId);
      this.#statements.forget.run(importId);
    });
    emit('lists.changed', { householdId: null });
  }

  /** Makes organisations ready beside the sociale kaart. Nothing is there before `commit`, which is one transaction. */
  prepareOrganisations(importId: RecordId) {
    const { deps, me, emit, documents } = this.#vault;
    const today = calendarDateAt(deps.clock.nowMs());
    const writer = newWriter(me.userId, deps.clock, deps.random, 'decision');
    const prepared = documents.prepareRecords();
    const ids: RecordId[] = [];
    return {
      add: (rows: readonly OrganisationImportRow[]): void =>
        prepared.make((doc) => {
          for (const { name, type, perspectives, audiences, areas, texts, checkedOn } of rows) {
            const values: RecordValues<'organisations'> = {
              name, type, perspectives: [...perspectives], audiences: [...audiences], areas: [...areas], ...texts,
              checkedOn: checkedOn || today, ...(checkedOn === '' ? { checkedBy: me.userId } : {}), importId,
            }; // prettier-ignore
            ids.push(createRecord(doc, 'organisations', filled(values), writer));
          }
        }),
      commit: (skipped: number, inTransaction: () => void) => {
        const outcome = this.#book.takeIn(prepared, () => {
          this.#statements.begin.run(importId, 'SOCIALE_KAART', deps.clock.nowMs());
          for (const id of ids) this.#statements.addItem.run(importId, id, '');
          this.#statements.finish.run(ids.length, skipped, importId);
          inTransaction();
        });
        emit('lists.changed', { householdId: null });
        return outcome;
      },
    };
  }

  /** The organisations that an import made. */
  organisationsOf(importId: RecordId): readonly string[] {
    return this.itemsOf(importId);
  }

  /** Takes some organisations of an import back, in one transaction. What was taken back before is passed over. */
  takeBackOrganisations(items: readonly string[]) {
    const counted = { removed: 0, putAway: 0, kept: 0 };
    return this.#book.change<Undone, never>(
      (doc, writer) => {
        doc.transact(() => {
          for (const itemId of items) {
            const record = readRecord(doc, 'organisations', itemId);
            if (record === null || record.deleted) continue;
            // Changed by somebody after it was made, or said to be right: that stays.
            if (record.changedMinute > record.createdMinute || record.changedBy !== record.createdBy) counted.kept++;
            else {
              markDeleted(doc, 'organisations', itemId, writer);
              counted.removed++;
            }
          }
        }, 'decision');
        return ok(counted);
      },
      () => undefined,
    );
  }

  #documentsOf({ name, persons }: HouseholdPlan): readonly NewDocument[] {
    const { deps, me } = this.#vault;
    const householdId = newId<HouseholdId>(deps.random);
    const documentId = newId<DocumentId>(deps.random);
    const at = persons.find(({ postcode, street }) => postcode !== '' || street !== '') ?? persons[0];
    return [
      {
        documentId,
        householdId,
        kind: 'household',
        fill: (doc, writer) => {
          const place = {
            street: at?.street,
            houseNumber: at?.houseNumber,
            postcode: at?.postcode,
            city: at?.city,
            area: at?.area,
          };
          createRecord(doc, 'household', { name, status: 'NIEUW', contactUser: me.userId, ...present(place) }, writer);
          const made: { id: string; ord: string }[] = [];
          for (const { firstName, lastName, birthDate, role, phone, email } of persons) {
            if (firstName === '' && lastName === '') continue;
            const ord = orderKeyAtEnd(made);
            const about = present({ lastName: firstName === '' ? '' : lastName, birthDate, role, phone, email });
            const values = {
              firstName: (firstName || lastName).slice(0, 80),
              membership: 'WOONT_HIER',
              ord,
              ...about,
            } as const;
            made.push({ id: createRecord(doc, 'persons', values, writer), ord });
          }
        },
      },
      {
        householdId,
        kind: 'restricted',
        fill: (doc, writer) => void createRecord(doc, 'safety', { householdDocument: documentId }, writer),
      },
    ];
  }
}

/** Fields that hold something. */
function present<T extends Readonly<Record<string, string | undefined>>>(
  fields: T,
): { [F in keyof T]?: Exclude<T[F], undefined> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined && value !== '')) as {
    [F in keyof T]?: Exclude<T[F], undefined>;
  };
}
