/**
 * The order in which records were written, the same on every device: by minute, and within a minute by the place of their
 * first entry among what one device wrote. A random id decides nothing, so of two answers in one minute the second one
 * counts. Of two that were written apart within a minute nobody can know it; those come in one order everywhere.
 */
import * as Y from 'yjs';
import type { RecordView } from './readers.ts';
import { recordArray } from './roots.ts';
import type { RecordKind } from './schema.ts';

/** Compares records of one kind in one document, the first written first. */
export function writtenOrder<K extends RecordKind>(
  doc: Y.Doc,
  kind: K,
): (a: RecordView<K>, b: RecordView<K>) => number {
  const places = new Map<string, Y.ID | null>();
  const placeOf = (id: string): Y.ID | null => {
    const known = places.get(id);
    if (known !== undefined) return known;
    const array = recordArray(doc, kind, id);
    // The entry that says who made it is the first of a record, and is never taken out.
    const place = array === null ? null : Y.createRelativePositionFromTypeIndex(array, 0).item;
    places.set(id, place);
    return place;
  };
  return (a, b) => {
    if (a.createdMinute !== b.createdMinute) return a.createdMinute - b.createdMinute;
    const [one, other] = [placeOf(a.id), placeOf(b.id)];
    if (one !== null && other !== null) return one.client - other.client || one.clock - other.clock;
    return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
  };
}
