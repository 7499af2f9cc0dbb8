/** The time of a visit, as people type it. */
import { useDraft } from '../../data/useDraft.ts';
import { TextField } from '../../ui/TextField.tsx';
import { hourFrom } from '../consultation/hourText.ts';
import type { RecordForm } from '../household/recordForm.ts';

export function VisitHour({ form }: { readonly form: RecordForm<'visits'> }) {
  const draft = useDraft(form.text('from'), (typed) => {
    const hour = hourFrom(typed);
    return hour !== null && form.set('from', hour) ? undefined : 'Schrijf een tijd, bijvoorbeeld 9:00.';
  });
  return (
    <TextField
      label="Tijd"
      optional
      field={form.fieldId('from')}
      className="short"
      maxLength={9}
      value={draft.value}
      error={draft.error}
      readOnly={form.readOnly}
      onChange={draft.change}
      onBlur={draft.settle}
    />
  );
}
