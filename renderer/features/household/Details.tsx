/** Gegevens: few fields in view, the rest one press away. Only a name is needed. */
import { useState } from 'react';
import { DIRECTION_FORMS, HOUSEHOLD_STATUSES } from '../../../shared/domain/codes.ts';
import { readRegisseur } from '../../../shared/documents/dossierDecisions.ts';
import type { DocumentId, HouseholdId } from '../../../shared/domain/ids.ts';
import { labels } from '../../../shared/domain/labels.ts';
import type { Replica } from '../../data/replica.ts';
import { useReading } from '../../data/useReplica.ts';
import { Section } from '../../ui/SectionHead.tsx';
import { RegisseurLine } from '../plan/RegisseurLine.tsx';
import { KnownInTeam } from '../access/KnownInTeam.tsx';
import { Disclosure } from './Disclosure.tsx';
import { Archive } from './Archive.tsx';
import { Balances } from './Balances.tsx';
import { LifeEvents } from './LifeEvents.tsx';
import { Persons } from './Persons.tsx';
import { CodeSelect, DateInput, FlagInput, TextInput } from './RecordFields.tsx';
import { SafeVisit } from './SafeVisit.tsx';
import { Signals } from './Signals.tsx';
import { useRecordForm, type RecordForm } from './recordForm.ts';
import { HistoryButton } from '../history/HistoryButton.tsx';

interface DetailsProps {
  readonly replica: Replica;
  readonly householdId: HouseholdId;
  readonly archived: boolean;
  readonly restrictedDocumentId: DocumentId | null;
  readonly onArchived: () => void;
}

export function Details({ replica, householdId, archived, restrictedDocumentId, onArchived }: DetailsProps) {
  const form = useRecordForm(replica, 'household', 'household');
  if (!form) return null;
  return (
    <div className="details">
      <HouseholdFields form={form} />
      <Persons replica={replica} />
      <Balances replica={replica} />
      <LifeEvents replica={replica} />
      <Signals replica={replica} />
      <SafeVisit documentId={restrictedDocumentId} />
      {archived ? null : <Archive householdId={householdId} onArchived={onArchived} />}
    </div>
  );
}

function HouseholdFields({ form }: { readonly form: RecordForm<'household'> }) {
  const [more, setMore] = useState(false);
  // As it was on opening: the field stays while someone empties it.
  const [moved] = useState(form.text('nextContactReason') !== '');
  return (
    <Section title="Huishouden">
      <div className="form-grid">
        <TextInput
          form={form}
          field="name"
          label="Naam"
          maxLength={120}
          required="Vul een naam in. Een werknaam is genoeg."
        />
        <CodeSelect
          form={form}
          field="status"
          label="Stand"
          codes={HOUSEHOLD_STATUSES}
          labels={labels.householdStatus}
        />
        <TextInput form={form} field="street" label="Straat" maxLength={200} />
        <TextInput form={form} field="houseNumber" label="Huisnummer" maxLength={20} />
        <TextInput form={form} field="postcode" label="Postcode" maxLength={10} />
        <TextInput form={form} field="city" label="Plaats" maxLength={200} />
      </div>
      <KnownInTeam
        postcode={form.text('postcode')}
        houseNumber={form.text('houseNumber')}
        exceptDocumentId={form.replica.documentId}
      />
      <Disclosure open={more} onToggle={() => setMore(!more)} label="Meer gegevens" field="household.more">
        <div className="form-grid">
          <TextInput form={form} field="area" label="Wijk of gebied" maxLength={200} />
          <Regisseur replica={form.replica} />
          <TextInput form={form} field="language" label="Taal" maxLength={200} hint="De taal waarin jullie praten" />
          <TextInput
            form={form}
            field="contactPreference"
            label="Hoe houden we contact?"
            maxLength={200}
            hint="Bijvoorbeeld: bellen na vier uur"
          />
          <DateInput form={form} field="nextContactOn" label="Volgend contact" />
          {moved ? (
            <TextInput form={form} field="nextContactReason" label="Waarom is het verzet?" optional maxLength={2_000} />
          ) : null}
        </div>
        <div className="form-flags">
          <FlagInput form={form} field="interpreterNeeded" label="Tolk nodig" />
          <FlagInput form={form} field="plainLanguage" label="Eenvoudige taal" />
          <FlagInput form={form} field="readAloud" label="Voorlezen" />
          <FlagInput
            form={form}
            field="shielded"
            label="Afgeschermd: niemand buiten dit dossier mag weten dat wij contact hebben"
          />
        </div>
        <HistoryButton replica={form.replica} kind="household" id="household" about="dit huishouden" />
      </Disclosure>
    </Section>
  );
}

/** Who keeps direction is a decision with a reason, also from here: one way to decide, logged. */
function Regisseur({ replica }: { readonly replica: Replica }) {
  const standing = useReading(replica, ['regisseurDecisions', 'household'], readRegisseur);
  return (
    <div className="field">
      <span className="label">Regisseur</span>
      <RegisseurLine replica={replica} standing={standing} forms={DIRECTION_FORMS} />
    </div>
  );
}
