/** One line being written: the text, what kind it is, who said it, and where it belongs. */
import { useState } from 'react';
import { LINE_KINDS, type LineKind } from '../../../shared/domain/codes.ts';
import { labels } from '../../../shared/domain/labels.ts';
import type { Replica } from '../../data/replica.ts';
import { useRecords } from '../../data/useReplica.ts';
import { Button } from '../../ui/Button.tsx';
import { ChoiceChips, MultiChoiceChips } from '../../ui/ChoiceChips.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { Select } from '../../ui/Select.tsx';
import { TextInput } from '../household/RecordFields.tsx';
import { RemoveButton } from '../household/RecordFoot.tsx';
import { SectionText } from '../household/SectionText.tsx';
import { DeletedBesideEdit, TwoVersions } from '../household/TwoVersions.tsx';
import { shortName } from '../household/personText.ts';
import { useRecordForm, type RecordForm } from '../household/recordForm.ts';
import { lineIcons } from './lineIcons.ts';
import { PerspectivePick } from './PerspectivePick.tsx';

interface LineEditorProps {
  readonly replica: Replica;
  readonly lineId: string;
  readonly onDone: () => void;
  readonly onRemove: () => void;
}

const prompts: Readonly<Record<LineKind, string>> = {
  CITAAT: 'In de woorden van wie het zegt. Aanhalingstekens komen er vanzelf bij.',
  FEIT: 'Wat je zag of hoorde, zonder oordeel.',
  MENING: 'Wat jij ervan denkt. Je naam staat erbij.',
};

export function LineEditor({ replica, lineId, onDone, onRemove }: LineEditorProps) {
  const form = useRecordForm(replica, 'lines', lineId);
  if (!form) return null;
  const kind = LINE_KINDS.find((code) => code === form.text('kind')) ?? 'FEIT';
  return (
    <li
      className="note-line editing"
      data-kind={kind}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onDone();
      }}
    >
      <span className="line-kind">
        <Icon name={lineIcons[kind]} filled={kind === 'CITAAT'} />
        <span>{labels.lineKind[kind]}</span>
      </span>
      <div>
        <DeletedBesideEdit form={form} what="Een collega haalde deze regel weg." />
        <SectionText
          replica={replica}
          kind="lines"
          id={lineId}
          section="text"
          label={labels.lineKind[kind]}
          hideLabel
          prompt={prompts[kind]}
          voice={kind === 'CITAAT'}
          autoFocus
        />
        <ChoiceChips
          label="Wat voor regel is dit?"
          hideLabel
          required
          field={form.fieldId('kind')}
          value={kind}
          chips={LINE_KINDS.map((code) => ({ value: code, label: labels.lineKind[code], icon: lineIcons[code] }))}
          onChange={(next) => next && form.set('kind', next)}
        />
        <TwoVersions
          form={form}
          field="kind"
          label="Soort regel"
          show={(value) => labels.lineKind[value as LineKind] ?? String(value)}
        />
        <div className="line-where">
          <Speaker form={form} />
          <div className="field">
            <span className="label">Hoort bij</span>
            <PerspectivePick
              field={form.fieldId('perspective')}
              value={form.text('perspective')}
              onChange={(next) => form.set('perspective', next)}
            />
          </div>
        </div>
        <About form={form} />
        <div className="row">
          <Button field={form.fieldId('klaar')} onPress={onDone}>
            Klaar met deze regel
          </Button>
          <RemoveButton form={form} onRemove={onRemove} />
        </div>
      </div>
    </li>
  );
}

function Speaker({ form }: { readonly form: RecordForm<'lines'> }) {
  const persons = useRecords(form.replica, 'persons');
  const personId = form.text('speakerPersonId');
  const name = form.text('speakerName');
  const [other, setOther] = useState(personId === '' && name !== '');
  const known = persons.some(({ id }) => id === personId);
  return (
    <div className="speaker">
      <Select
        label="Wie zegt dit?"
        field={form.fieldId('speakerPersonId')}
        value={known ? personId : other ? 'ANDERS' : ''}
        emptyLabel="Niet ingevuld"
        options={[
          ...persons.map((person) => ({ value: person.id as string, label: shortName(person) })),
          { value: 'ANDERS', label: 'Iemand anders' },
        ]}
        onChange={(next) => {
          setOther(next === 'ANDERS');
          form.set('speakerPersonId', next === 'ANDERS' ? '' : next);
          if (next !== 'ANDERS') form.set('speakerName', '');
        }}
      />
      {other && !known ? <TextInput form={form} field="speakerName" label="Naam" maxLength={200} /> : null}
    </div>
  );
}

function About({ form }: { readonly form: RecordForm<'lines'> }) {
  const persons = useRecords(form.replica, 'persons');
  const chosen = form.view.values.aboutPersonIds ?? [];
  if (persons.length < 2) return null;
  return (
    <MultiChoiceChips
      label="Gaat over"
      optional
      field={form.fieldId('aboutPersonIds')}
      values={persons.filter(({ id }) => chosen.includes(id)).map(({ id }) => id as string)}
      chips={persons.map((person) => ({ value: person.id as string, label: shortName(person) }))}
      onChange={(next) => form.set('aboutPersonIds', [...next])}
    />
  );
}
