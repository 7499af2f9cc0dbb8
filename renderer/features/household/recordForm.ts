/** One record as a form: what its fields hold, and writing them as this person. Every value is checked first. */
import { chooseValue, markDeleted, restoreDeleted, setFields } from '../../../shared/documents/accessors.ts';
import type { RecordView } from '../../../shared/documents/readers.ts';
import type { ValueVersion } from '../../../shared/documents/record.ts';
import {
  ruleOfField,
  ruleOfKind,
  type FieldOf,
  type RecordKind,
  type RecordValues,
} from '../../../shared/documents/schema.ts';
import type { Replica } from '../../data/replica.ts';
import { useRecord } from '../../data/useReplica.ts';
import { useVault } from '../../data/useVault.tsx';

export interface RecordForm<K extends RecordKind> {
  readonly kind: K;
  readonly id: string;
  readonly view: RecordView<K>;
  readonly replica: Replica;
  readonly readOnly: boolean;
  /** The value as text; '' when it was never filled in. */
  text(field: FieldOf<K>): string;
  flag(field: FieldOf<K>): boolean;
  /** Versions of a field that wait for a choice; empty when there is one value. */
  versions(field: FieldOf<K>): readonly ValueVersion[];
  /** Writes one field. False when the value does not fit, and then nothing is written. */
  set(field: FieldOf<K>, value: unknown): boolean;
  /** Ends "twee versies" of a field. */
  choose(field: FieldOf<K>, value: unknown): void;
  remove(): void;
  restore(): void;
  /** Stable name of the control of a field, for `data-field`. */
  fieldId(field: FieldOf<K> | (string & {})): string;
}

/** The form of a record; null when it is not in the document. */
export function useRecordForm<K extends RecordKind>(replica: Replica, kind: K, id: string): RecordForm<K> | null {
  const view = useRecord(replica, kind, id);
  const { writer } = useVault();
  if (view === null) return null;
  const values: Readonly<Record<string, unknown>> = view.values;
  const as = (field: FieldOf<K>, value: unknown) => ({ [field]: value }) as unknown as RecordValues<K>;
  return {
    kind,
    id,
    view,
    replica,
    readOnly: !replica.writable,
    text: (field) => (typeof values[field] === 'string' ? values[field] : ''),
    flag: (field) => values[field] === true,
    versions: (field) => view.conflicts[field] ?? [],
    set(field, value) {
      const rule = ruleOfKind(kind);
      if (!rule || ruleOfField(rule, field)?.schema.safeParse(value).success !== true) return false;
      replica.change((doc) => setFields(doc, kind, id, as(field, value), writer));
      return true;
    },
    choose(field, value) {
      replica.change((doc) =>
        chooseValue(doc, kind, id, field, value as NonNullable<RecordValues<K>[typeof field]>, writer),
      );
    },
    remove: () => replica.change((doc) => markDeleted(doc, kind, id, writer)),
    restore: () => replica.change((doc) => restoreDeleted(doc, kind, id, writer)),
    fieldId: (field) => `${kind === id ? kind : `${kind}.${id}`}.${field}`,
  };
}
