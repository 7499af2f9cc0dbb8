/** One contact: who it is, how near, what it gives, and what this person may know. Only a name is needed. */
import {
  MAY_KNOW,
  NEARNESSES,
  NETWORK_GROUPS,
  NETWORK_RELATIONS,
  SUPPORT_KINDS,
  SUPPORTS,
} from '../../../shared/domain/codes.ts';
import { labels } from '../../../shared/domain/labels.ts';
import type { Replica } from '../../data/replica.ts';
import { ChoiceChips, MultiChoiceChips } from '../../ui/ChoiceChips.tsx';
import { CodeSelect, LongTextInput, TextInput } from '../household/RecordFields.tsx';
import { DeletedBesideEdit, TwoVersions } from '../household/TwoVersions.tsx';
import { useRecordForm } from '../household/recordForm.ts';
import { RecordFoot } from '../household/RecordFoot.tsx';

interface ContactEditorProps {
  readonly replica: Replica;
  readonly id: string;
  readonly onRemove: () => void;
}

export function ContactEditor({ replica, id, onRemove }: ContactEditorProps) {
  const form = useRecordForm(replica, 'networkContacts', id);
  if (!form) return null;
  const { values } = form.view;
  return (
    <div className="item-editor">
      <DeletedBesideEdit form={form} what={form.text('name')} />
      <TextInput
        form={form}
        field="name"
        label="Naam"
        maxLength={200}
        required="Vul een naam in, of hoe het gezin deze persoon noemt."
        autoFocus={form.text('name') === ''}
      />
      <div className="form-grid">
        <CodeSelect
          form={form}
          field="relation"
          label="Wie is het?"
          emptyLabel="Niet gekozen"
          codes={NETWORK_RELATIONS}
          labels={labels.networkRelation}
        />
        <CodeSelect
          form={form}
          field="sector"
          label="Waar in de tekening?"
          optional
          emptyLabel="Vanzelf"
          codes={NETWORK_GROUPS}
          labels={labels.networkGroup}
        />
        <TextInput form={form} field="organisation" label="Van welke organisatie?" optional maxLength={200} />
        <TextInput form={form} field="phone" label="Telefoon" type="tel" optional maxLength={40} />
      </div>
      <ChoiceChips
        label="Hoe dichtbij?"
        field={form.fieldId('nearness')}
        value={values.nearness || null}
        disabled={form.readOnly}
        chips={NEARNESSES.map((code) => ({ value: code, label: labels.nearness[code] }))}
        onChange={(next) => form.set('nearness', next ?? '')}
      />
      <TwoVersions form={form} field="nearness" label="Hoe dichtbij?" show={(value) => label(labels.nearness, value)} />
      <ChoiceChips
        label="Wat geeft dit contact?"
        field={form.fieldId('support')}
        value={values.support || null}
        disabled={form.readOnly}
        chips={SUPPORTS.map((code) => ({ value: code, label: labels.support[code] }))}
        onChange={(next) => form.set('support', next ?? '')}
      />
      <TwoVersions
        form={form}
        field="support"
        label="Wat geeft dit contact?"
        show={(value) => label(labels.support, value)}
      />
      <MultiChoiceChips
        label="Wat voor steun?"
        optional
        field={form.fieldId('supportKinds')}
        values={values.supportKinds ?? []}
        disabled={form.readOnly}
        chips={SUPPORT_KINDS.map((code) => ({ value: code, label: labels.supportKind[code] }))}
        onChange={(next) => form.set('supportKinds', [...next])}
      />
      <LongTextInput form={form} field="canDo" label="Wat kan en wil deze persoon doen?" optional />
      <ChoiceChips
        label="Wat mag deze persoon weten?"
        field={form.fieldId('mayKnow')}
        value={values.mayKnow || null}
        disabled={form.readOnly}
        chips={MAY_KNOW.map((code) => ({ value: code, label: labels.mayKnow[code] }))}
        onChange={(next) => form.set('mayKnow', next ?? '')}
      />
      <TwoVersions
        form={form}
        field="mayKnow"
        label="Wat mag deze persoon weten?"
        show={(value) => label(labels.mayKnow, value)}
      />
      {values.mayKnow === 'DEZE_AFSPRAKEN' ? (
        <LongTextInput form={form} field="mayKnowWhat" label="Welke afspraken?" />
      ) : null}
      <TextInput form={form} field="source" label="Wie vertelde dit?" optional maxLength={200} />
      <RecordFoot form={form} onRemove={onRemove} />
    </div>
  );
}

const label = (words: Readonly<Record<string, string>>, value: unknown): string => words[String(value)] ?? '';
