/** Making records from a screen: at the end of the list, and taking them back. */
import { createRecord, markDeleted, restoreDeleted } from '../../../shared/documents/accessors.ts';
import { orderKeyAtEnd } from '../../../shared/documents/order.ts';
import { readRecords } from '../../../shared/documents/readers.ts';
import type { RecordKind, RecordValues } from '../../../shared/documents/schema.ts';
import type { RecordId } from '../../../shared/domain/ids.ts';
import type { Replica } from '../../data/replica.ts';
import { useVault } from '../../data/useVault.tsx';
import { showToast } from '../../ui/toasts.ts';

export type OrderedKind = { [K in RecordKind]: 'ord' extends keyof RecordValues<K> ? K : never }[RecordKind];

export interface RecordMaker {
  create<K extends RecordKind>(kind: K, values: RecordValues<K>): RecordId;
  /** Made as the last of its kind. */
  createLast<K extends OrderedKind>(kind: K, values: RecordValues<K>): RecordId;
  /** Marks as deleted and offers to take it back. `said`: "Fatima is weggehaald." */
  removeWithUndo(kind: RecordKind, id: string, said: string): void;
}

/** Makes and removes records of a replica as this person. */
export function useRecordMaker(replica: Replica): RecordMaker {
  const { writer } = useVault();
  return {
    create: (kind, values) => replica.change((doc) => createRecord(doc, kind, values, writer)),
    createLast: (kind, values) =>
      replica.change((doc) => {
        const others = readRecords(doc, kind, { withDeleted: true }).map(({ id, values: known }) => ({
          id,
          ord: ordOf(known),
        }));
        return createRecord(doc, kind, { ...values, ord: orderKeyAtEnd(others) } as RecordValues<typeof kind>, writer);
      }),
    removeWithUndo(kind, id, said) {
      replica.change((doc) => markDeleted(doc, kind, id, writer));
      showToast({ text: said, undo: () => replica.change((doc) => restoreDeleted(doc, kind, id, writer)) });
    },
  };
}

const ordOf = (values: object): string => ('ord' in values && typeof values.ord === 'string' ? values.ord : '');
