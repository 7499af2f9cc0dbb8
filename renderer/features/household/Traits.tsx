/** Something to know about a person. Each one says why we keep it and since when: no purpose, no reason to keep it. */
import { TRAITS, type Trait } from '../../../shared/domain/codes.ts';
import { RecordId } from '../../../shared/domain/ids.ts';
import { labels } from '../../../shared/domain/labels.ts';
import type { Replica } from '../../data/replica.ts';
import { useRecords } from '../../data/useReplica.ts';
import { useVault } from '../../data/useVault.tsx';
import { Select } from '../../ui/Select.tsx';
import { DateInput, TextInput } from './RecordFields.tsx';
import { RemoveButton } from './RecordFoot.tsx';
import { useRecordMaker } from './newRecord.ts';
import { useRecordForm } from './recordForm.ts';

export function Traits({ replica, personId }: { readonly replica: Replica; readonly personId: string }) {
  const { today } = useVault();
  const maker = useRecordMaker(replica);
  const traits = useRecords(replica, 'traits').filter(({ values }) => values.personId === personId);
  const free = TRAITS.filter((code) => !traits.some(({ values }) => values.trait === code));
  return (
    <>
      <h3 className="sub-head">Wat is goed om te weten?</h3>
      {traits.map((trait) => (
        <TraitRow
          key={trait.id}
          replica={replica}
          id={trait.id}
          label={trait.values.trait ? labels.trait[trait.values.trait] : ''}
          onRemove={() => maker.removeWithUndo('traits', trait.id, 'Weggehaald.')}
        />
      ))}
      {free.length > 0 ? (
        <Select<Trait>
          label="Voeg toe"
          field={`persons.${personId}.newTrait`}
          value=""
          emptyLabel="Kies wat van belang is"
          disabled={!replica.writable}
          options={free.map((code) => ({ value: code, label: labels.trait[code] }))}
          onChange={(chosen) => {
            if (chosen !== '')
              maker.create('traits', { personId: RecordId.parse(personId), trait: chosen, since: today });
          }}
        />
      ) : null}
    </>
  );
}

interface TraitRowProps {
  readonly replica: Replica;
  readonly id: string;
  readonly label: string;
  readonly onRemove: () => void;
}

function TraitRow({ replica, id, label, onRemove }: TraitRowProps) {
  const form = useRecordForm(replica, 'traits', id);
  if (!form) return null;
  return (
    <fieldset className="trait">
      <legend className="label">{label}</legend>
      <div className="form-grid">
        <TextInput
          form={form}
          field="purpose"
          label="Waarom leggen we dit vast?"
          maxLength={2_000}
          hint="Bijvoorbeeld: we houden rekening met haar zorg voor oma"
        />
        <DateInput form={form} field="since" label="Sinds" />
      </div>
      <RemoveButton form={form} onRemove={onRemove} />
    </fieldset>
  );
}
