/** One person, in place. What changes rights (age, custody) says so in a sentence; the rest is one press away. */
import { useState } from 'react';
import {
  AGE_GROUPS,
  CUSTODY,
  HOUSEHOLD_ROLES,
  LIFE_STAGES,
  MEMBERSHIPS,
  REPRESENTATIVES,
  type AgeGroup,
  type Custody,
  type RepresentativeKind,
} from '../../../shared/domain/codes.ts';
import { consentRights } from '../../../shared/domain/ages.ts';
import { labels } from '../../../shared/domain/labels.ts';
import type { Replica } from '../../data/replica.ts';
import { useVault } from '../../data/useVault.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { KnownInTeam } from '../access/KnownInTeam.tsx';
import { Disclosure } from './Disclosure.tsx';
import { CodeSelect, DateInput, TextInput } from './RecordFields.tsx';
import { RecordFoot } from './RecordFoot.tsx';
import { Traits } from './Traits.tsx';
import { DeletedBesideEdit } from './TwoVersions.tsx';
import { useRecordForm, type RecordForm } from './recordForm.ts';

interface PersonEditorProps {
  readonly replica: Replica;
  readonly personId: string;
  readonly onRemove: () => void;
}

export function PersonEditor({ replica, personId, onRemove }: PersonEditorProps) {
  const form = useRecordForm(replica, 'persons', personId);
  const [more, setMore] = useState(false);
  if (!form) return null;
  return (
    <div className="person-editor">
      <DeletedBesideEdit
        form={form}
        what={`${form.text('firstName')} is weggehaald, maar een collega schreef er nog iets bij.`}
      />
      <div className="form-grid">
        <TextInput form={form} field="firstName" label="Roepnaam" maxLength={80} required="Vul een roepnaam in." />
        <TextInput form={form} field="lastName" label="Achternaam" maxLength={120} />
        <DateInput form={form} field="birthDate" label="Geboortedatum" />
        <CodeSelect
          form={form}
          field="role"
          label="Rol in het huishouden"
          codes={HOUSEHOLD_ROLES}
          labels={labels.householdRole}
          emptyLabel="Kies"
        />
        <TextInput form={form} field="phone" label="Telefoon" type="tel" maxLength={40} />
      </div>
      <RightsLine form={form} />
      <KnownInTeam
        person={{ lastName: form.text('lastName'), birthDate: form.text('birthDate') }}
        exceptDocumentId={replica.documentId}
      />
      <Disclosure
        open={more}
        onToggle={() => setMore(!more)}
        label="Meer over deze persoon"
        field={form.fieldId('meer')}
      >
        <div className="form-grid">
          <CodeSelect
            form={form}
            field="ageGroup"
            label="Leeftijd ongeveer"
            codes={AGE_GROUPS}
            labels={labels.ageGroup}
            emptyLabel="Volgt uit de geboortedatum"
          />
          <CodeSelect
            form={form}
            field="membership"
            label="Woont hier?"
            codes={MEMBERSHIPS}
            labels={labels.membership}
          />
          <TextInput
            form={form}
            field="relation"
            label="Relatie in eigen woorden"
            maxLength={200}
            hint="Bijvoorbeeld: zus, oma, ex-partner"
          />
          <CodeSelect
            form={form}
            field="lifeStage"
            label="Levensfase"
            codes={LIFE_STAGES}
            labels={labels.lifeStage}
            emptyLabel="Volgt uit de leeftijd"
          />
          <TextInput form={form} field="email" label="E-mail" type="email" maxLength={200} />
        </div>
        <h3 className="sub-head">Gezag</h3>
        <div className="form-grid">
          <CodeSelect
            form={form}
            field="custody"
            label="Wie heeft gezag?"
            codes={CUSTODY}
            labels={labels.custody}
            emptyLabel="Niet ingevuld"
          />
          <TextInput
            form={form}
            field="custodySource"
            label="Hoe weet je dat?"
            maxLength={200}
            hint="Kijk zelf in het gezagsregister; één ouder is niet genoeg"
          />
          <DateInput
            form={form}
            field="custodyCheckedOn"
            label="Gecontroleerd op"
            quick={[{ label: 'Vandaag', days: 0 }]}
          />
        </div>
        <h3 className="sub-head">Vertegenwoordiger</h3>
        <div className="form-grid">
          <TextInput form={form} field="representative" label="Naam" maxLength={200} />
          <CodeSelect
            form={form}
            field="representativeKind"
            label="Wat is de rol?"
            codes={REPRESENTATIVES}
            labels={labels.representativeKind}
            emptyLabel="Kies"
          />
        </div>
        <Traits replica={replica} personId={personId} />
      </Disclosure>
      <RecordFoot form={form} onRemove={onRemove} label="Haal weg uit dit huishouden" about="deze persoon" />
    </div>
  );
}

/** Whose agreement help needs, from age and custody. Nothing is guessed. */
function RightsLine({ form }: { readonly form: RecordForm<'persons'> }) {
  const { today } = useVault();
  const group = form.text('ageGroup');
  const known = AGE_GROUPS.find((code) => code === group);
  if (form.text('birthDate') === '' && known === undefined) return null;
  const rights = consentRights(
    {
      birthDate: form.text('birthDate'),
      ageGroup: (known ?? '') satisfies AgeGroup | '',
      custody: form.text('custody') as Custody | '',
      representativeKind: form.text('representativeKind') as RepresentativeKind | '',
    },
    today,
  );
  return (
    <p className="rights-line muted">
      <Icon name="info" />
      <span>{rights.sentence}</span>
    </p>
  );
}
