/**
 * Standing documents in memory: one per document that is in use, the least used ones forgotten.
 *
 * Promises: a document it gives equals what is on disk, as long as whoever changed it either saved that or dropped it.
 */
import * as Y from 'yjs';
import type { Random } from '../../../shared/deps.ts';
import { touchedRecords, type Touched } from '../../../shared/documents/touched.ts';
import type { DocumentFacts, DocumentLog } from './documentLog.ts';

export interface Shadow {
  readonly facts: DocumentFacts;
  readonly doc: Y.Doc;
  /** The records that changed since the last call. */
  takeTouched(): Touched[];
}

const KEPT = 24;

export class ShadowDocuments {
  readonly #log: DocumentLog;
  readonly #random: Random;
  readonly #kept = new Map<string, Shadow>();

  constructor(log: DocumentLog, random: Random) {
    this.#log = log;
    this.#random = random;
  }

  /** The standing document. Throws when it cannot be read from disk. */
  get(facts: DocumentFacts): Shadow {
    const known = this.#kept.get(facts.documentId);
    const shadow = known ?? this.#load(facts);
    // The last one in a Map is the one used last.
    this.#kept.delete(facts.documentId);
    this.#kept.set(facts.documentId, shadow);
    for (const oldest of this.#kept.keys()) {
      if (this.#kept.size <= KEPT) break;
      this.drop(oldest);
    }
    return shadow;
  }

  drop(documentId: string): void {
    this.#kept.get(documentId)?.doc.destroy();
    this.#kept.delete(documentId);
  }

  clear(): void {
    for (const documentId of [...this.#kept.keys()]) this.drop(documentId);
  }

  /** An empty document with a fresh client id from our own source of chance. */
  emptyDocument(): Y.Doc {
    const doc = new Y.Doc();
    doc.clientID = new DataView(Uint8Array.from(this.#random.bytes(4)).buffer).getUint32(0);
    return doc;
  }

  #load(facts: DocumentFacts): Shadow {
    const doc = this.emptyDocument();
    this.#log.loadInto(doc, facts.documentId);
    const touched = new Map<string, Touched>();
    doc.on('afterTransaction', (transaction: Y.Transaction) => {
      for (const record of touchedRecords(transaction)) touched.set(`${record.kind} ${record.id}`, record);
    });
    return {
      facts,
      doc,
      takeTouched: () => {
        const taken = [...touched.values()];
        touched.clear();
        return taken;
      },
    };
  }
}
