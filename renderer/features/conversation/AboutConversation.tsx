/** What is seldom needed: purpose, length and what was said beforehand. */
import { useState } from 'react';
import { useDraft } from '../../data/useDraft.ts';
import { useReturnField } from '../../data/useReturnField.ts';
import { TextField } from '../../ui/TextField.tsx';
import { Disclosure } from '../household/Disclosure.tsx';
import { FlagInput, LongTextInput } from '../household/RecordFields.tsx';
import type { RecordForm } from '../household/recordForm.ts';

const FIELDS = ['purpose', 'durationMinutes', 'explainedBefore', 'disciplinesAnnounced', 'broughtSomeone'];

export function AboutConversation({ form }: { readonly form: RecordForm<'conversations'> }) {
  const returnField = useReturnField();
  const [open, setOpen] = useState(FIELDS.some((field) => returnField === `${form.kind}.${form.id}.${field}`));
  return (
    <Disclosure open={open} onToggle={() => setOpen(!open)} label="Meer over dit gesprek" field={form.fieldId('meer')}>
      <LongTextInput form={form} field="purpose" label="Waarvoor was dit gesprek?" optional />
      <Duration form={form} />
      <div className="form-flags">
        <FlagInput form={form} field="explainedBefore" label="Vooraf uitgelegd waar het gesprek over gaat" />
        <FlagInput form={form} field="disciplinesAnnounced" label="Vooraf verteld wie er komen" />
        <FlagInput form={form} field="broughtSomeone" label="De inwoner nam iemand mee" />
      </div>
    </Disclosure>
  );
}

function Duration({ form }: { readonly form: RecordForm<'conversations'> }) {
  const stored = form.view.values.durationMinutes;
  const draft = useDraft(stored === undefined || stored === 0 ? '' : String(stored), (next) => {
    const minutes = next.trim() === '' ? 0 : Number(next);
    return /^\d*$/.test(next.trim()) && form.set('durationMinutes', minutes)
      ? undefined
      : 'Vul het aantal minuten in, bijvoorbeeld 45.';
  });
  return (
    <TextField
      label="Duur in minuten"
      optional
      field={form.fieldId('durationMinutes')}
      inputMode="numeric"
      maxLength={4}
      className="short"
      value={draft.value}
      error={draft.error}
      onChange={draft.change}
      onBlur={draft.settle}
    />
  );
}
