/** Where and when: one quiet line that opens, because both are right most of the time. */
import { useState } from 'react';
import { CONTEXTS } from '../../../shared/domain/codes.ts';
import { labels } from '../../../shared/domain/labels.ts';
import { useReturnField } from '../../data/useReturnField.ts';
import { useVault } from '../../data/useVault.tsx';
import { Button } from '../../ui/Button.tsx';
import type { QuickDate } from '../../ui/DateField.tsx';
import { Disclosure } from '../household/Disclosure.tsx';
import { CodeSelect, DateInput, TextInput } from '../household/RecordFields.tsx';
import type { RecordForm } from '../household/recordForm.ts';

const RECENT: readonly QuickDate[] = [
  { label: 'Vandaag', days: 0 },
  { label: 'Gisteren', days: -1 },
];

export function PlaceAndDate({ form }: { readonly form: RecordForm<'conversations'> }) {
  const { profile } = useVault();
  const returnField = useReturnField();
  const [open, setOpen] = useState(
    ['context', 'place', 'date'].some((field) => returnField === `${form.kind}.${form.id}.${field}`),
  );
  const context = form.text('context');
  const places = profile.places.filter((place) => place.context === context && place.name !== form.text('place'));
  return (
    <Disclosure
      open={open}
      onToggle={() => setOpen(!open)}
      label="Plaats en datum"
      field={form.fieldId('plaatsEnDatum')}
    >
      <div className="form-grid">
        <CodeSelect
          form={form}
          field="context"
          label="Waar was het gesprek?"
          codes={CONTEXTS}
          labels={labels.context}
        />
        <TextInput form={form} field="place" label="Plek" optional maxLength={200} />
        <DateInput form={form} field="date" label="Wanneer?" quick={RECENT} />
      </div>
      {places.length > 0 ? (
        <div className="row quick-places">
          {places.slice(0, 4).map((place) => (
            <Button
              key={place.name}
              className="chip"
              field={form.fieldId(`plek.${place.name}`)}
              onPress={() => form.set('place', place.name)}
            >
              {place.name}
            </Button>
          ))}
        </div>
      ) : null}
    </Disclosure>
  );
}
