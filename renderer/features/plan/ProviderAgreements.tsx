/** What was agreed with a provider: content, time, cost, result. Cost never goes on a print for residents. */
import type { RecordId } from '../../../shared/domain/ids.ts';
import type { Replica } from '../../data/replica.ts';
import { useRecords } from '../../data/useReplica.ts';
import { useVault } from '../../data/useVault.tsx';
import { Section } from '../../ui/SectionHead.tsx';
import { shortDate } from '../../ui/dateText.ts';
import { EditableList } from '../household/EditableList.tsx';
import { DateInput, LongTextInput, TextInput } from '../household/RecordFields.tsx';
import { DeletedBesideEdit } from '../household/TwoVersions.tsx';
import { useRecordForm } from '../household/recordForm.ts';
import { RecordFoot } from '../household/RecordFoot.tsx';

export function ProviderAgreements({ replica, planId }: { readonly replica: Replica; readonly planId: RecordId }) {
  const { today } = useVault();
  const agreements = useRecords(replica, 'providerAgreements').filter(
    ({ values }) => !values.planId || values.planId === planId,
  );
  return (
    <Section title="Afspraken met aanbieders" count={agreements.length}>
      <EditableList
        replica={replica}
        kind="providerAgreements"
        name="afspraken met aanbieders"
        words={['provider', 'content', 'intendedResult']}
        items={agreements.map(({ id, values }) => ({
          id,
          title: values.provider ?? '',
          meta: [
            values.content,
            values.endOn ? `tot ${shortDate(values.endOn, today)}` : values.period,
            values.intendedResult ? `resultaat: ${values.intendedResult}` : '',
          ]
            .filter(Boolean)
            .join(' · '),
        }))}
        blank={{ planId }}
        addLabel="Aanbieder"
        removed="De afspraak is weggehaald."
        editor={(id, onRemove) => <ProviderEditor replica={replica} id={id} onRemove={onRemove} />}
      />
    </Section>
  );
}

function ProviderEditor({
  replica,
  id,
  onRemove,
}: {
  readonly replica: Replica;
  readonly id: string;
  readonly onRemove: () => void;
}) {
  const { today } = useVault();
  const form = useRecordForm(replica, 'providerAgreements', id);
  if (!form) return null;
  const [start, end] = [form.text('startOn'), form.text('endOn')];
  return (
    <div className="item-editor">
      <DeletedBesideEdit form={form} what={form.text('provider')} />
      <TextInput
        form={form}
        field="provider"
        label="Aanbieder"
        maxLength={200}
        required="Vul in welke aanbieder het is."
        autoFocus={form.text('provider') === ''}
      />
      <LongTextInput form={form} field="content" label="Wat doet de aanbieder?" />
      <LongTextInput form={form} field="intendedResult" label="Welk resultaat spreken jullie af?" />
      <div className="form-grid">
        <DateInput form={form} field="startOn" label="Begint op" optional />
        <DateInput form={form} field="endOn" label="Stopt op" optional />
        <TextInput form={form} field="period" label="Hoeveel en hoe vaak?" optional maxLength={200} />
        <TextInput
          form={form}
          field="cost"
          label="Kosten"
          optional
          maxLength={200}
          hint="Komt niet op papier voor het gezin"
        />
        <DateInput form={form} field="reportOn" label="Wanneer hoor je hoe het gaat?" optional />
      </div>
      {start !== '' && end !== '' && end < start ? (
        <p className="tip late">Het einde ligt vóór het begin. Klopt de datum?</p>
      ) : null}
      <LongTextInput form={form} field="progress" label="Hoe gaat het?" optional />
      {end !== '' ? (
        <LongTextInput
          form={form}
          field="resultAnswer"
          label="Is de inwoner geholpen? Kan hij of zij nu meer zelf?"
          hint="Beantwoord dit vóór je verlengt."
          optional
          onSaved={() => form.text('resultAskedOn') === '' && form.set('resultAskedOn', today)}
        />
      ) : null}
      <RecordFoot form={form} onRemove={onRemove} />
    </div>
  );
}
