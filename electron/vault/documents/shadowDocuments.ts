/**
 * Standing documents in memory: one per document that is in use, the least used ones forgotten.
 *
 * Promises: a document it gives equals what is on disk. Whoever changes one saves that or drops it; a change inside a
 * transaction of somebody else counts as saved only once that one is committed.
 */
import * as Y from 'yjs';
import type { Logger, Random } from '../../../shared/deps.ts';
import { touchedRecords, type Touched } from '../../../shared/documents/touched.ts';
import type { ErrorOf } from '../../../shared/errors.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import type { Store } from '../store/open.ts';
import { storeErrorOf, StoreFailure } from '../store/sqliteErrors.ts';
import type { DocumentFacts, DocumentLog } from './documentLog.ts';

export interface Shadow {
  readonly facts: DocumentFacts;
  readonly doc: Y.Doc;
  /** All of it as one update. Kept from the last time: yjs takes long to encode a document with many texts. */
  state(): Uint8Array;
  /** The records that changed since the last call. */
  takeTouched(): Touched[];
}

export interface ShadowDocumentsDeps {
  readonly store: Store;
  readonly log: DocumentLog;
  readonly random: Random;
  readonly logger: Logger;
}

const KEPT = 24;

export class ShadowDocuments {
  readonly #deps: ShadowDocumentsDeps;
  readonly #kept = new Map<string, Shadow>();
  /** Changed inside a transaction of somebody else, with the number of the row that the change became. */
  readonly #unconfirmed = new Map<string, number>();

  constructor(deps: ShadowDocumentsDeps) {
    this.#deps = deps;
  }

  /** The standing document, read from disk when there is none. Throws StoreFailure when the disk fails. */
  get(documentId: string): Result<Shadow, ErrorOf<'DocumentMissing' | 'DatabaseDamaged'>> {
    const { store, log, logger } = this.#deps;
    const facts = log.facts(documentId);
    if (facts === null) return err({ tag: 'DocumentMissing' });
    if (!store.db.inTransaction) this.#confirm(documentId);
    try {
      const known = this.#kept.get(documentId);
      return ok(this.#keep(known === undefined ? this.#load(facts) : { ...known, facts }));
    } catch (thrown) {
      const error = storeErrorOf(thrown, store.file);
      if (error !== null && error.tag !== 'DatabaseDamaged') throw new StoreFailure(error, thrown);
      logger.event('document.unreadable', { documentId });
      return err({ tag: 'DatabaseDamaged' });
    }
  }

  /**
   * Runs a change of a standing document. Whatever does not end well may have left its traces in memory, so that is
   * dropped and read from disk again.
   */
  guarded<T, E>(documentId: string, change: () => Result<T, E>): Result<T, E> {
    let saved = false;
    try {
      const outcome = change();
      saved = outcome.ok;
      return outcome;
    } finally {
      if (!saved) this.drop(documentId);
      else if (this.#deps.store.db.inTransaction) this.#unconfirmed.set(documentId, this.#deps.log.lastRow(documentId));
    }
  }

  drop(documentId: string): void {
    this.#kept.get(documentId)?.doc.destroy();
    this.#kept.delete(documentId);
    this.#unconfirmed.delete(documentId);
  }

  clear(): void {
    for (const documentId of [...this.#kept.keys()]) this.drop(documentId);
  }

  /** An empty document with a fresh client id from our own source of chance. */
  emptyDocument(): Y.Doc {
    const doc = new Y.Doc();
    doc.clientID = new DataView(Uint8Array.from(this.#deps.random.bytes(4)).buffer).getUint32(0);
    return doc;
  }

  /** A change whose row is not there was rolled back by whoever began the transaction. */
  #confirm(documentId: string): void {
    const row = this.#unconfirmed.get(documentId);
    if (row === undefined) return;
    if (this.#deps.log.lastRow(documentId) === row) this.#unconfirmed.delete(documentId);
    else this.drop(documentId);
  }

  #keep(shadow: Shadow): Shadow {
    const { documentId } = shadow.facts;
    // The last one in a Map is the one used last.
    this.#kept.delete(documentId);
    this.#kept.set(documentId, shadow);
    if (this.#kept.size > KEPT && !this.#deps.store.db.inTransaction)
      for (const changed of [...this.#unconfirmed.keys()]) this.#confirm(changed);
    for (const oldest of this.#kept.keys()) {
      // Never the one that is asked for: while all others wait for a commit there are more than usual for a moment.
      if (this.#kept.size <= KEPT || oldest === documentId) break;
      if (!this.#unconfirmed.has(oldest)) this.drop(oldest);
    }
    return shadow;
  }

  #load(facts: DocumentFacts): Shadow {
    const doc = this.emptyDocument();
    let state: Uint8Array | null = this.#deps.log.loadInto(doc, facts.documentId);
    const touched = new Map<string, Touched>();
    doc.on('update', () => {
      state = null;
    });
    doc.on('afterTransaction', (transaction: Y.Transaction) => {
      for (const record of touchedRecords(transaction)) touched.set(`${record.kind} ${record.id}`, record);
    });
    return {
      facts,
      doc,
      state: () => (state ??= Y.encodeStateAsUpdate(doc)),
      takeTouched: () => {
        const taken = [...touched.values()];
        touched.clear();
        return taken;
      },
    };
  }
}
