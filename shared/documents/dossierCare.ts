/**
 * The four vastleggingen as screens show them. What was said before stays: a newer record about the same counts, and an
 * answer is taken back by a next record.
 */
import type * as Y from 'yjs';
import { compareOrdered } from './order.ts';
import { readRecords, type RecordView } from './readers.ts';

type Dated = 'legalBases' | 'informed' | 'sharingTalks' | 'handovers';

/** The latest first; on one day the one that was made last, also within a minute. */
export function readDated<K extends Dated>(doc: Y.Doc, kind: K): RecordView<K>[] {
  const dayOf = (view: RecordView<K>): string => (view.values as { readonly on?: string }).on ?? '';
  const placed = ({ id, values }: RecordView<K>) => ({ id, ord: (values as { readonly ord?: string }).ord ?? '' });
  return readRecords(doc, kind).toSorted((a, b) => {
    const one = dayOf(a);
    const other = dayOf(b);
    if (one !== other) return one < other ? 1 : -1;
    const [first, second] = [placed(a), placed(b)];
    if (first.ord !== second.ord) return compareOrdered(second, first);
    return b.createdMinute - a.createdMinute || compareOrdered(first, second);
  });
}

export interface SharingStanding {
  /** Whom it is about ('' the household) and with whom it is shared. */
  readonly personId: string;
  readonly recipient: string;
  readonly now: RecordView<'sharingTalks'>;
  readonly before: readonly RecordView<'sharingTalks'>[];
  /** Allowed, and not past its last day. */
  readonly allowed: boolean;
  readonly ended: boolean;
}

/** Per recipient and person where sharing stands on a day. */
export function readSharing(doc: Y.Doc, today: string): SharingStanding[] {
  const groups = new Map<string, RecordView<'sharingTalks'>[]>();
  for (const view of readDated(doc, 'sharingTalks')) {
    const { personId = '', recipient = '' } = view.values;
    const key = `${personId} ${recipient.trim().toLocaleLowerCase('nl')}`;
    const group = groups.get(key);
    if (group) group.push(view);
    else groups.set(key, [view]);
  }
  return [...groups.values()].flatMap(([now, ...before]) => {
    if (now === undefined) return [];
    const { personId = '', recipient = '', answer, until = '' } = now.values;
    const ended = until !== '' && until < today;
    return [{ personId, recipient: recipient.trim(), now, before, allowed: answer === 'JA' && !ended, ended }];
  });
}
