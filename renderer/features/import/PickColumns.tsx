/** Which column of the file is what. What we recognised is filled in; a person decides. */
import { useState } from 'react';
import {
  columnsOf,
  importColumnLabels,
  type ImportColumn,
  type ImportKind,
} from '../../../shared/domain/importColumns.ts';
import { Button } from '../../ui/Button.tsx';
import { Section } from '../../ui/SectionHead.tsx';
import { Select } from '../../ui/Select.tsx';
import type { Mapping, ReadColumns } from './useReading.ts';

interface PickColumnsProps {
  readonly kind: ImportKind;
  readonly columns: ReadColumns;
  readonly busy: boolean;
  readonly onDone: (mapping: Mapping) => void;
  readonly onBack: () => void;
}

const ENCODINGS = {
  'utf-8': 'UTF-8',
  'windows-1252': 'Windows (1252)',
  'utf-16le': 'UTF-16',
  'utf-16be': 'UTF-16',
} as const;

export function PickColumns({ kind, columns, busy, onDone, onBack }: PickColumnsProps) {
  const [mapping, setMapping] = useState<Mapping>(columns.columns.map(({ guess }) => guess));
  const options = columnsOf(kind).map((column) => ({ value: column, label: importColumnLabels[column] }));
  // A column of ours is used once: choosing it here takes it away there.
  const choose = (index: number, column: ImportColumn | null): void =>
    setMapping(
      mapping.map((known, at) => (at === index ? column : known === column && column !== 'bsn' ? null : known)),
    );
  return (
    <Section title="Wat staat waar?">
      <p className="muted">
        {columns.rows} rijen, tekst als {ENCODINGS[columns.encoding]}. Zien de letters er goed uit? Kies per kolom wat
        het is.
      </p>
      <ul className="import-columns">
        {columns.columns.map(({ name, examples }, index) => (
          <li key={`${String(index)} ${name}`}>
            <Select<ImportColumn>
              label={name === '' ? `Kolom ${String(index + 1)}` : name}
              field={`import.column.${String(index)}`}
              value={mapping[index] ?? ''}
              emptyLabel="Niet overnemen"
              options={options}
              onChange={(column) => choose(index, column === '' ? null : column)}
              hint={
                mapping[index] === 'bsn'
                  ? 'Dit nemen we niet over.'
                  : examples.length === 0
                    ? 'Leeg'
                    : `Bijvoorbeeld: ${examples.join(' · ')}`
              }
            />
          </li>
        ))}
      </ul>
      <div className="row">
        <Button
          variant="primary"
          field="import.check"
          busy={busy ? 'Bezig met nakijken' : undefined}
          onPress={() => onDone(mapping)}
        >
          Kijk na
        </Button>
        <Button variant="quiet" field="import.back" onPress={onBack}>
          Ander bestand
        </Button>
      </div>
    </Section>
  );
}
