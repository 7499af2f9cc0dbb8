/**
 * What one update did to a document, as plain facts: entries added and removed per record, characters added per text,
 * and the first thing that stands where nothing of ours may stand. Read from the structs of the transaction itself,
 * before yjs clears what was deleted; so it costs as much as the update is large, not as the document is.
 */
import * as Y from 'yjs';
import { placeOf, touchedRecords, type Touched } from './touched.ts';
import type { RefusalReason } from './writeRules.ts';

export interface RecordFacts {
  readonly kind: string;
  readonly id: string;
  made: boolean;
  /** Entries that the update left in the record. */
  readonly added: unknown[];
  /** Entries that the update both brought and replaced. */
  readonly passing: unknown[];
  /** Entries that stood there before. */
  readonly removed: unknown[];
}

export interface TextFacts {
  readonly id: string;
  readonly section: string;
  added: number;
}

export interface UpdateFacts {
  readonly records: ReadonlyMap<string, RecordFacts>;
  readonly texts: ReadonlyMap<string, TextFacts>;
  readonly touched: readonly Touched[];
  /** The client ids whose structs the update brought. */
  readonly clients: readonly number[];
  readonly refused: RefusalReason | null;
}

/** Longest run of characters that an update may say were written and removed again. */
const MAX_PASSING_CHARS = 1_000_000;

class Collector {
  readonly records = new Map<string, RecordFacts>();
  readonly texts = new Map<string, TextFacts>();
  refused: RefusalReason | null = null;

  refuse(reason: RefusalReason): void {
    this.refused ??= reason;
  }

  record(kind: string, id: string): RecordFacts {
    const key = `${kind} ${id}`;
    const known = this.records.get(key) ?? { kind, id, made: false, added: [], passing: [], removed: [] };
    this.records.set(key, known);
    return known;
  }

  text(id: string, section: string): TextFacts {
    const key = `${id}:${section}`;
    const known = this.texts.get(key) ?? { id, section, added: 0 };
    this.texts.set(key, known);
    return known;
  }

  /** One struct that the update brought. */
  brought(struct: Y.Item | Y.GC): void {
    if (!(struct instanceof Y.Item) || !(struct.parent instanceof Y.AbstractType)) return this.refuse('INVALID_VALUE');
    const place = placeOf(struct.parent);
    const { content } = struct;
    if (place === null) return this.refuse('UNKNOWN_ROOT');
    if (content.getLength() > MAX_PASSING_CHARS) return this.refuse('TOO_LARGE');
    if (place.type === 'records') {
      const whole = content instanceof Y.ContentType && content.type instanceof Y.Array;
      if (!whole || struct.parentSub === null || struct.deleted) return this.refuse('INVALID_VALUE');
      this.record(place.kind, struct.parentSub).made = true;
      return;
    }
    if (struct.parentSub !== null) return this.refuse('INVALID_VALUE');
    if (content instanceof Y.ContentDeleted) {
      if (place.type === 'text') this.text(place.id, place.section);
      else this.record(place.kind, place.id);
    } else if (place.type === 'text') {
      if (!(content instanceof Y.ContentString)) return this.refuse('INVALID_VALUE');
      this.text(place.id, place.section).added += content.getLength();
    } else {
      if (!(content instanceof Y.ContentAny)) return this.refuse('INVALID_VALUE');
      const facts = this.record(place.kind, place.id);
      (struct.deleted ? facts.passing : facts.added).push(...(content.arr as readonly unknown[]));
    }
  }

  /** One struct that stood there before and that the update deleted. */
  removed(struct: Y.Item | Y.GC): void {
    if (!(struct instanceof Y.Item) || !(struct.parent instanceof Y.AbstractType)) return this.refuse('INVALID_VALUE');
    const place = placeOf(struct.parent);
    if (place === null) return this.refuse('UNKNOWN_ROOT');
    // A record is never taken out of its map, nor replaced: deleting is a mark.
    if (place.type === 'records') return this.refuse('INVALID_VALUE');
    if (place.type === 'text') this.text(place.id, place.section);
    else if (struct.content instanceof Y.ContentAny)
      this.record(place.kind, place.id).removed.push(...(struct.content.arr as readonly unknown[]));
    else this.refuse('INVALID_VALUE');
  }
}

function collect(transaction: Y.Transaction): UpdateFacts {
  const collector = new Collector();
  const { beforeState, afterState, deleteSet, doc } = transaction;
  const clients: number[] = [];
  const isNew = (struct: Y.Item | Y.GC): boolean => struct.id.clock >= (beforeState.get(struct.id.client) ?? 0);
  // Deletions first: they split structs, so that what was brought is afterwards either whole or whole deleted.
  Y.iterateDeletedStructs(transaction, deleteSet, (struct) => {
    if (!isNew(struct)) collector.removed(struct);
  });
  for (const [client, clock] of afterState) {
    const before = beforeState.get(client) ?? 0;
    const structs = doc.store.clients.get(client);
    if (clock <= before || structs === undefined) continue;
    clients.push(client);
    for (const struct of structs.slice(Y.findIndexSS(structs, before))) collector.brought(struct);
  }
  return {
    records: collector.records,
    texts: collector.texts,
    touched: touchedRecords(transaction),
    clients,
    refused: collector.refused,
  };
}

/** True when the document waits for structs or deletes that the update (and not an earlier one) refers to. */
function pendingOf(doc: Y.Doc): string {
  const { pendingStructs, pendingDs } = doc.store;
  return `${pendingStructs?.update.length ?? 0} ${pendingDs?.length ?? 0}`;
}

/** Applies an update and tells what it did; null when it cannot be read or refers to what is not there. */
export function applyAndObserve(doc: Y.Doc, update: Uint8Array, origin: string): UpdateFacts | null {
  const waiting = pendingOf(doc);
  let facts: UpdateFacts | null = null;
  const observe = (transaction: Y.Transaction): void => {
    facts = collect(transaction);
  };
  doc.once('afterTransaction', observe);
  try {
    Y.applyUpdate(doc, update, origin);
  } catch {
    // yjs throws on broken bytes, sometimes after applying a part: the caller drops this document.
    return null;
  } finally {
    doc.off('afterTransaction', observe);
  }
  return pendingOf(doc) === waiting ? facts : null;
}
