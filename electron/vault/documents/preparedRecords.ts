/**
 * Many new records for a team document, made ready beside it: reading them and making their rows takes long, and so goes in
 * pieces, with other work in between.
 *
 * Promises: nothing is in the document or on disk before `DocumentStore.takeIn`, which takes all of it in one transaction.
 */
import * as Y from 'yjs';
import { touchedRecords, type Touched } from '../../../shared/documents/touched.ts';
import type { Projector } from './projector.ts';

export class PreparedRecords {
  readonly #projector: Projector;
  readonly #doc: Y.Doc;
  readonly #rows: ((documentId: string) => void)[] = [];
  readonly #updates: Uint8Array[] = [];
  #touched: readonly Touched[] = [];

  /** `doc`: an empty one, with a client id of its own. */
  constructor(doc: Y.Doc, projector: Projector) {
    this.#doc = doc;
    this.#projector = projector;
    doc.on('update', (update: Uint8Array) => void this.#updates.push(update));
    doc.on('afterTransaction', (transaction: Y.Transaction) => {
      this.#touched = touchedRecords(transaction);
    });
  }

  /** Makes some more records, by the accessors. */
  make(create: (doc: Y.Doc) => void): void {
    this.#doc.transact(() => create(this.#doc), 'decision');
    this.#rows.push(...this.#projector.readyTeamRows(this.#doc, this.#touched));
    this.#touched = [];
  }

  /** What to add to the document, in the order in which it was made. */
  get updates(): readonly Uint8Array[] {
    return this.#updates;
  }

  /** Writes the rows. Inside the transaction that adds the updates. */
  writeRows(documentId: string): void {
    for (const write of this.#rows) write(documentId);
  }
}
