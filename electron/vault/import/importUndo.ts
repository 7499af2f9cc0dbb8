/**
 * Taking an import back, some at a time, so that saving and typing go on.
 *
 * Promises: from `begin` on the import is being taken back, and that is finished whatever happens: what a crash or a lock
 * left is taken back at the next opening. A household that somebody worked in, before or meanwhile, stays; one that was
 * shared is put away; every other is gone, with its Veiligheid and its words. Of organisations those go that nobody changed.
 */
import { setFields } from '../../../shared/documents/accessors.ts';
import type { DocumentId, RecordId } from '../../../shared/domain/ids.ts';
import type { ImportKind } from '../../../shared/domain/importColumns.ts';
import { ok } from '../../../shared/result.ts';
import type { Progress } from '../progress.ts';
import type { ImportVault } from './importStore.ts';

/** In `undone_at_ms` while an import is being taken back. */
export const BEING_UNDONE = 0;
/** Per transaction, at opening, when nobody waits to save. */
export const UNDO_SLICE = 20;

interface MadeDocument {
  readonly itemId: DocumentId;
  /** The last change that the import itself made. */
  readonly mark: number;
  readonly isHousehold: boolean;
}
/** A household and its Veiligheid. */
export type MadeHousehold = readonly MadeDocument[];
export interface Undone {
  readonly removed: number;
  readonly putAway: number;
  readonly kept: number;
}

export class ImportUndo {
  readonly #vault: ImportVault;
  readonly #takeBackOrganisations: (items: readonly string[]) => void;
  readonly #statements;

  constructor(vault: ImportVault, takeBackOrganisations: (items: readonly string[]) => void) {
    this.#vault = vault;
    this.#takeBackOrganisations = takeBackOrganisations;
    const { db } = vault.store;
    const count = (sql: string) => db.prepare<[string], number>(sql).pluck();
    this.#statements = {
      mark: db.prepare<[number, string]>('UPDATE import_run SET undone_at_ms = ? WHERE import_id = ?'),
      begun: db.prepare<[], { importId: RecordId; kind: ImportKind }>(
        `SELECT import_id AS importId, kind FROM import_run WHERE undone_at_ms = ${String(BEING_UNDONE)}`,
      ),
      organisations: db.prepare<[string], string>('SELECT item_id FROM import_item WHERE import_id = ?').pluck(),
      items: db.prepare<[string], { itemId: DocumentId; mark: string; householdId: string; kind: string }>(
        `SELECT i.item_id AS itemId, i.mark, d.household_id AS householdId, d.kind
         FROM import_item i JOIN document d ON d.document_id = i.item_id WHERE i.import_id = ? ORDER BY i.item_id`,
      ),
      touchedLater: db
        .prepare<[string, number], number>('SELECT count(*) FROM document_update WHERE document_id = ? AND seq > ?')
        .pluck(),
      snapshot: count('SELECT upto_seq FROM document_snapshot WHERE document_id = ?'),
      wasShared: count('SELECT count(*) FROM lane WHERE room = ?'),
    };
  }

  /** What is still here of an import. */
  madeBy(importId: RecordId): readonly MadeHousehold[] {
    const groups = Map.groupBy(this.#statements.items.all(importId), ({ householdId }) => householdId);
    return [...groups.values()].map((items) =>
      items.map(({ itemId, mark, kind }) => ({ itemId, mark: Number(mark), isHousehold: kind === 'household' })),
    );
  }

  begin(importId: RecordId, inTransaction: () => void): void {
    this.#vault.store.transaction(() => {
      this.#statements.mark.run(BEING_UNDONE, importId);
      inTransaction();
    });
  }

  /** Takes some households back, in one transaction. */
  takeBack(households: readonly MadeHousehold[]): Undone {
    const { store, documents } = this.#vault;
    return store.transaction(() => {
      const gone: DocumentId[] = [];
      const counted = { removed: 0, putAway: 0, kept: 0 };
      for (const documentsOfOne of households) {
        const household = documentsOfOne.find(({ isHousehold }) => isHousehold);
        // A household and its Veiligheid are one: who worked in either, worked in both.
        if (documentsOfOne.some((one) => this.#workedIn(one))) counted.kept += household ? 1 : 0;
        else if (documentsOfOne.some(({ itemId }) => (this.#statements.wasShared.get(itemId) ?? 0) > 0)) {
          if (!household) continue;
          this.#putAway(household.itemId);
          counted.putAway += 1;
        } else {
          gone.push(...documentsOfOne.map(({ itemId }) => itemId));
          counted.removed += household ? 1 : 0;
        }
      }
      documents.destroy(gone);
      return counted;
    });
  }

  /** From here on the import is undone; afterwards the words of households leave the disk (`scrubSearch`). */
  finish(importId: RecordId): void {
    const { store, deps, emit } = this.#vault;
    store.transaction(() => this.#statements.mark.run(deps.clock.nowMs(), importId));
    emit('lists.changed', { householdId: null });
  }

  /** Finishes what a crash or a lock left half way. */
  resume(progress: Progress): void {
    for (const { importId, kind } of this.#statements.begun.all()) {
      if (kind === 'SOCIALE_KAART') this.#takeBackOrganisations(this.#statements.organisations.all(importId));
      else {
        const left = this.madeBy(importId);
        progress.step('HOUSEHOLDS_AWAY', left.length);
        for (let at = 0; at < left.length; at += UNDO_SLICE) {
          this.takeBack(left.slice(at, at + UNDO_SLICE));
          progress.done(at);
        }
        this.#vault.documents.scrubSearch();
      }
      this.finish(importId);
    }
  }

  #workedIn({ itemId, mark }: MadeDocument): boolean {
    return (
      (this.#statements.touchedLater.get(itemId, mark) ?? 0) > 0 || (this.#statements.snapshot.get(itemId) ?? 0) > mark
    );
  }

  #putAway(documentId: DocumentId): void {
    const { documents, deps } = this.#vault;
    const archivedAt = new Date(deps.clock.nowMs()).toISOString();
    documents.change(documentId, (doc, writer) => {
      setFields(doc, 'household', 'household', { archivedAt }, writer);
      return ok(null);
    });
  }
}
