/** Form controls bound to one field of a record: they write by themselves and show two versions in place. */
import type { FieldOf, RecordKind } from '../../../shared/documents/schema.ts';
import { useDraft } from '../../data/useDraft.ts';
import { useVault } from '../../data/useVault.tsx';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { DateField, type QuickDate } from '../../ui/DateField.tsx';
import { longDate } from '../../ui/dateText.ts';
import { ScoreField } from '../../ui/ScoreField.tsx';
import { Select } from '../../ui/Select.tsx';
import { TextArea } from '../../ui/TextArea.tsx';
import { TextField, type TextFieldProps } from '../../ui/TextField.tsx';
import type { RecordForm } from './recordForm.ts';
import { TwoVersions } from './TwoVersions.tsx';

interface Bound<K extends RecordKind> {
  readonly form: RecordForm<K>;
  readonly field: FieldOf<K>;
  readonly label: string;
  readonly optional?: boolean;
}

type TextInputProps<K extends RecordKind> = Bound<K> &
  Pick<TextFieldProps, 'hint' | 'type' | 'inputMode' | 'autoFocus' | 'className' | 'maxLength'> & {
    /** The sentence when it is left empty, for the few fields that must be filled. */
    readonly required?: string;
  };

const DOES_NOT_FIT = 'Dit past niet in dit veld. Maak het korter.';

/** One line of text. */
export function TextInput<K extends RecordKind>({
  form,
  field,
  label,
  required,
  optional,
  ...rest
}: TextInputProps<K>) {
  const draft = useDraft(form.text(field), (next) => {
    if (required !== undefined && next.trim() === '') return required;
    return form.set(field, required === undefined ? next : next.trim()) ? undefined : DOES_NOT_FIT;
  });
  return (
    <div className="bound-field">
      <TextField
        {...rest}
        label={label}
        field={form.fieldId(field)}
        value={draft.value}
        error={draft.error}
        optional={optional ?? false}
        readOnly={form.readOnly}
        onChange={draft.change}
        onBlur={draft.settle}
      />
      <TwoVersions form={form} field={field} label={label} />
    </div>
  );
}

/** Some lines of text in a field (not a text section). */
export function LongTextInput<K extends RecordKind>({
  form,
  field,
  label,
  optional,
  hint,
  autoFocus,
  prompt,
  voice,
  required,
  onSaved,
}: Bound<K> & {
  readonly hint?: string;
  readonly autoFocus?: boolean;
  readonly prompt?: string;
  /** Words of a resident. */
  readonly voice?: boolean;
  /** The sentence when it is left empty, for the few fields that must be filled. */
  readonly required?: string;
  readonly onSaved?: () => void;
}) {
  const draft = useDraft(form.text(field), (next) => {
    if (required !== undefined && next.trim() === '') return required;
    if (!form.set(field, next)) return DOES_NOT_FIT;
    onSaved?.();
    return undefined;
  });
  return (
    <div className="bound-field">
      <TextArea
        label={label}
        field={form.fieldId(field)}
        value={draft.value}
        error={draft.error}
        hint={hint}
        prompt={prompt}
        voice={voice ?? false}
        optional={optional ?? false}
        readOnly={form.readOnly}
        maxLength={2_000}
        {...(autoFocus ? { autoFocus } : {})}
        onChange={(event) => draft.change(event.target.value)}
        onBlur={draft.settle}
      />
      <TwoVersions form={form} field={field} label={label} />
    </div>
  );
}

/** A date, with chips for the usual ones. */
export function DateInput<K extends RecordKind>({
  form,
  field,
  label,
  optional,
  quick,
  hint,
}: Bound<K> & { readonly quick?: readonly QuickDate[]; readonly hint?: string }) {
  const { today } = useVault();
  return (
    <div className="bound-field">
      <DateField
        label={label}
        field={form.fieldId(field)}
        value={form.text(field)}
        today={today}
        optional={optional ?? false}
        readOnly={form.readOnly}
        {...(quick ? { quick } : {})}
        {...(hint ? { hint } : {})}
        onChange={(next) => form.set(field, next)}
      />
      <TwoVersions form={form} field={field} label={label} show={(value) => longDate(String(value), today)} />
    </div>
  );
}

/** One code of a list, with its Dutch words. */
export function CodeSelect<K extends RecordKind, T extends string>({
  form,
  field,
  label,
  codes,
  labels,
  emptyLabel,
  optional,
}: Bound<K> & {
  readonly codes: readonly T[];
  readonly labels: Readonly<Partial<Record<T, string>>>;
  readonly emptyLabel?: string;
}) {
  const stored = form.text(field);
  return (
    <div className="bound-field">
      <Select
        label={label}
        field={form.fieldId(field)}
        value={codes.find((code) => code === stored) ?? ''}
        options={codes.map((code) => ({ value: code, label: labels[code] ?? code }))}
        disabled={form.readOnly}
        optional={optional ?? false}
        {...(emptyLabel === undefined ? {} : { emptyLabel })}
        onChange={(next) => form.set(field, next)}
      />
      <TwoVersions form={form} field={field} label={label} show={(value) => labels[value as T] ?? String(value)} />
    </div>
  );
}

/** A number from 0 to 10 in somebody's own scale; empty is not 0. */
export function ScoreInput<K extends RecordKind>({
  form,
  field,
  label,
  hint,
  optional,
  hideLabel,
  onFocus,
}: Bound<K> & { readonly hint?: string; readonly hideLabel?: boolean; readonly onFocus?: () => void }) {
  const stored = (form.view.values as Readonly<Record<string, unknown>>)[field];
  return (
    <div className="bound-field">
      <ScoreField
        label={label}
        field={form.fieldId(field)}
        value={typeof stored === 'number' ? stored : null}
        optional={optional ?? false}
        hideLabel={hideLabel ?? false}
        readOnly={form.readOnly}
        {...(hint ? { hint } : {})}
        {...(onFocus ? { onFocus } : {})}
        onChange={(next) => form.set(field, next ?? '')}
      />
      <TwoVersions form={form} field={field} label={label} show={(value) => (value === '' ? '' : String(value))} />
    </div>
  );
}

/** Yes or not yet. */
export function FlagInput<K extends RecordKind>({ form, field, label }: Bound<K>) {
  return (
    <div className="bound-field">
      <Checkbox
        field={form.fieldId(field)}
        selected={form.flag(field)}
        disabled={form.readOnly}
        onChange={(on) => form.set(field, on)}
      >
        {label}
      </Checkbox>
      <TwoVersions form={form} field={field} label={label} show={(value) => (value === true ? 'Ja' : 'Nee')} />
    </div>
  );
}
