/** Writing an organisation: a name is enough. */
import { useState } from 'react';
import type { OrganisationForm, OrganisationRow } from '../../../shared/contract/commands/organisations.ts';
import { PERSPECTIVES } from '../../../shared/domain/codes.ts';
import type { RecordId } from '../../../shared/domain/ids.ts';
import {
  AUDIENCES,
  ORGANISATION_TYPES,
  audienceLabels,
  organisationTypeLabels,
  type OrganisationType,
} from '../../../shared/domain/organisations.ts';
import { useCommand } from '../../data/useCommand.ts';
import { useFormDraft } from '../../data/useFormDraft.ts';
import { useVault } from '../../data/useVault.tsx';
import { Button } from '../../ui/Button.tsx';
import { MultiChoiceChips } from '../../ui/ChoiceChips.tsx';
import { Select } from '../../ui/Select.tsx';
import { TextArea } from '../../ui/TextArea.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { showToast } from '../../ui/toasts.ts';
import { CallError } from '../household/CallError.tsx';
import { perspectiveChips } from '../household/perspectiveChips.ts';

interface OrganisationEditorProps {
  /** Null: a new one. */
  readonly organisation: OrganisationRow | null;
  /** The id when it was saved. */
  readonly onDone: (saved: RecordId | null) => void;
}

const EMPTY: OrganisationForm = {
  name: '', type: '', perspectives: [], audiences: [], areas: [], offer: '', contactName: '', phone: '', email: '', website: '',
  address: '', openingHours: '', remark: '',
}; // prettier-ignore
type TextName = {
  [F in keyof OrganisationForm]: OrganisationForm[F] extends string ? F : never;
}[keyof OrganisationForm];

export function OrganisationEditor({ organisation, onDone }: OrganisationEditorProps) {
  const { profile, calls } = useVault();
  const save = useCommand('organisation.save');
  // The form has lists in it; a draft holds plain values, so it is kept as one text.
  const draft = useFormDraft(`organisation.edit.${organisation?.organisationId ?? 'new'}`, { form: '' });
  const start = organisation === null ? EMPTY : formOf(organisation);
  const form: OrganisationForm = { ...start, ...(JSON.parse(draft.values.form || '{}') as Partial<OrganisationForm>) };
  const [nameError, setNameError] = useState<string | undefined>();
  const set = (changes: Partial<OrganisationForm>): void =>
    draft.change({ form: JSON.stringify({ ...form, ...changes }) });
  const text = (name: TextName, label: string, most = 200) => (
    <TextField
      label={label}
      optional
      field={`organisation.${name}`}
      value={form[name]}
      onChange={(value) => set({ [name]: value })}
      maxLength={most}
    />
  );
  const giveUp = (): void => {
    draft.done();
    onDone(null);
  };
  const submit = async (): Promise<void> => {
    if (form.name.trim() === '') {
      setNameError('Vul een naam in.');
      return;
    }
    const saved = await save.run({ organisationId: organisation?.organisationId ?? null, form });
    if (saved === null) return;
    const { organisationId } = saved;
    showToast({
      text: organisation === null ? `${form.name.trim()} staat op de kaart.` : 'Bewaard.',
      undo: () =>
        void (organisation === null
          ? calls.call('organisation.archive', { organisationId, archived: true })
          : calls.call('organisation.save', { organisationId, form: formOf(organisation) })),
    });
    draft.done();
    onDone(organisationId);
  };
  const areas = [...new Set([...profile.areas, ...form.areas])];
  return (
    <form
      className="directory-editor"
      noValidate
      aria-label={organisation === null ? 'Nieuwe organisatie' : `${organisation.name} aanpassen`}
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <TextField
        label="Naam"
        field="organisation.name"
        value={form.name}
        error={nameError}
        onChange={(name) => set({ name })}
        maxLength={160}
        autoFocus
      />
      <TextArea
        label="Wat doen ze?"
        optional
        field="organisation.offer"
        value={form.offer}
        onChange={(event) => set({ offer: event.target.value })}
        maxLength={2_000}
      />
      <Select<OrganisationType>
        label="Soort"
        optional
        field="organisation.type"
        value={form.type}
        emptyLabel="Kies een soort"
        options={ORGANISATION_TYPES.map((code) => ({ value: code, label: organisationTypeLabels[code] }))}
        onChange={(type) => set({ type })}
      />
      <MultiChoiceChips
        label="Hoort bij"
        optional
        field="organisation.perspectives"
        values={form.perspectives}
        chips={perspectiveChips(profile)}
        onChange={(chosen) => set({ perspectives: PERSPECTIVES.filter((code) => chosen.includes(code)) })}
      />
      <MultiChoiceChips
        label="Voor wie"
        optional
        field="organisation.audiences"
        values={form.audiences}
        chips={AUDIENCES.map((code) => ({ value: code, label: audienceLabels[code] }))}
        onChange={(audiences) => set({ audiences: [...audiences] })}
      />
      {areas.length > 0 ? (
        <MultiChoiceChips
          label="Wijken (leeg is de hele gemeente)"
          optional
          field="organisation.areas"
          values={form.areas}
          chips={areas.map((name) => ({ value: name, label: name }))}
          onChange={(chosen) => set({ areas: [...chosen] })}
        />
      ) : null}
      {text('phone', 'Telefoon', 60)}
      {text('email', 'E-mail')}
      {text('website', 'Website')}
      {text('address', 'Adres')}
      {text('openingHours', 'Open')}
      {text('contactName', 'Contactpersoon')}
      <TextArea
        label="Goed om te weten"
        optional
        field="organisation.remark"
        value={form.remark}
        onChange={(event) => set({ remark: event.target.value })}
        maxLength={2_000}
      />
      {save.error ? <CallError error={save.error} /> : null}
      <div className="row">
        <Button variant="primary" type="submit" field="organisation.save" busy={save.busy ? 'Bezig' : undefined}>
          Bewaar
        </Button>
        <Button variant="quiet" field="organisation.cancel" onPress={giveUp}>
          Toch niet
        </Button>
      </div>
    </form>
  );
}

function formOf(row: OrganisationRow): OrganisationForm {
  const { organisationId: _id, updatedOn: _on, updatedBy: _by, archived: _archived, ...form } = row;
  return form;
}
