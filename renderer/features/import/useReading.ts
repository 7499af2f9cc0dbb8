/** One list being read: its file in parts to the vault, its columns, what would be made, and how far it is. */
import { useRef, useState } from 'react';
import type { InputOf, OutputOf } from '../../../shared/contract/contract.ts';
import { IMPORT_PART_BYTES, MAX_IMPORT_BYTES } from '../../../shared/contract/commands/import.ts';
import type { ImportColumn, ImportKind } from '../../../shared/domain/importColumns.ts';
import type { RecordId } from '../../../shared/domain/ids.ts';
import type { AppError } from '../../../shared/errors.ts';
import { useVault } from '../../data/useVault.tsx';

export type ReadColumns = OutputOf<'import.read'>;
export type Checked = OutputOf<'import.check'>;
export type Mapping = readonly (ImportColumn | null)[];
type Choices = Omit<InputOf<'import.run'>, 'importId'>;

export interface Reading {
  readonly step: 'file' | 'columns' | 'check' | 'making' | 'done';
  readonly fileName: string;
  readonly columns: ReadColumns | null;
  readonly checked: Checked | null;
  readonly result: OutputOf<'import.run'> | null;
  readonly importId: RecordId | null;
  readonly busy: boolean;
  readonly error: AppError | null;
  give(file: File): Promise<void>;
  check(mapping: Mapping): Promise<void>;
  make(choices: Choices): Promise<void>;
  cancel(): void;
  back(to: 'file' | 'columns'): void;
}

type State = Omit<Reading, 'give' | 'check' | 'make' | 'cancel' | 'back'>;
const START: State = {
  step: 'file', fileName: '', columns: null, checked: null, result: null, importId: null,
  busy: false, error: null,
}; // prettier-ignore

export function useReading(kind: ImportKind): Reading {
  const { calls } = useVault();
  const [state, setState] = useState<State>(START);
  const importId = useRef<RecordId | null>(null);
  const change = (changes: Partial<State>): void => setState((before) => ({ ...before, ...changes }));
  const failed = (error: AppError): void => change({ error, busy: false });

  return {
    ...state,
    async give(file) {
      change({ ...START, busy: true, fileName: file.name });
      if (file.size > MAX_IMPORT_BYTES) return failed({ tag: 'PayloadTooLarge', limitBytes: MAX_IMPORT_BYTES });
      const begun = await calls.call('import.begin', { kind, bytes: file.size });
      if (!begun.ok) return failed(begun.error);
      const id = begun.value.importId;
      importId.current = id;
      const bytes = new Uint8Array(await file.arrayBuffer());
      for (let index = 0; index * IMPORT_PART_BYTES < bytes.length; index++) {
        const part = bytes.slice(index * IMPORT_PART_BYTES, (index + 1) * IMPORT_PART_BYTES);
        const given = await calls.call('import.part', { importId: id, index, part });
        if (!given.ok) return failed(given.error);
      }
      const read = await calls.call('import.read', { importId: id });
      if (!read.ok) return failed(read.error);
      change({ step: 'columns', columns: read.value, importId: id, busy: false });
    },
    async check(mapping) {
      if (importId.current === null) return;
      change({ busy: true, error: null });
      const checked = await calls.call('import.check', { importId: importId.current, mapping: [...mapping] });
      if (!checked.ok) return failed(checked.error);
      change({ step: 'check', checked: checked.value, busy: false });
    },
    async make(choices) {
      if (importId.current === null) return;
      change({ step: 'making', error: null });
      const made = await calls.call('import.run', { importId: importId.current, ...choices });
      if (!made.ok) return change({ step: 'check', error: made.error });
      if (made.value.cancelled) return change(START);
      change({ step: 'done', result: made.value });
    },
    cancel() {
      if (importId.current !== null) void calls.call('import.cancel', { importId: importId.current });
    },
    back: (to) => change(to === 'file' ? START : { step: 'columns', error: null }),
  };
}
