/** Levensgebeurtenissen: what happened or is coming, expected or not. It tips the balance, so it is worth knowing. */
import { LIFE_EVENT_KINDS } from '../../../shared/domain/codes.ts';
import { labels } from '../../../shared/domain/labels.ts';
import type { Replica } from '../../data/replica.ts';
import { useRecords } from '../../data/useReplica.ts';
import { useVault } from '../../data/useVault.tsx';
import { Section } from '../../ui/SectionHead.tsx';
import { longDate } from '../../ui/dateText.ts';
import { EditableList } from './EditableList.tsx';
import { CodeSelect, DateInput, LongTextInput } from './RecordFields.tsx';
import { RecordFoot } from './RecordFoot.tsx';
import { DeletedBesideEdit } from './TwoVersions.tsx';
import { useRecordForm } from './recordForm.ts';

export function LifeEvents({ replica }: { readonly replica: Replica }) {
  const { today } = useVault();
  const events = useRecords(replica, 'lifeEvents').toSorted((a, b) =>
    (b.values.date ?? '').localeCompare(a.values.date ?? ''),
  );
  return (
    <Section title="Levensgebeurtenissen" count={events.length}>
      <EditableList
        replica={replica}
        kind="lifeEvents"
        name="levensgebeurtenis"
        items={events.map(({ id, values }) => ({
          id,
          title: values.text ?? '',
          meta: [
            values.date ? longDate(values.date, today) : '',
            values.kind ? labels.lifeEventKind[values.kind].toLowerCase() : '',
          ]
            .filter(Boolean)
            .join(' · '),
        }))}
        blank={{}}
        addLabel="Voeg een gebeurtenis toe"
        removed="De gebeurtenis is weggehaald."
        editor={(id, onRemove) => <LifeEventEditor replica={replica} id={id} onRemove={onRemove} />}
      />
    </Section>
  );
}

function LifeEventEditor({
  replica,
  id,
  onRemove,
}: {
  readonly replica: Replica;
  readonly id: string;
  readonly onRemove: () => void;
}) {
  const form = useRecordForm(replica, 'lifeEvents', id);
  if (!form) return null;
  return (
    <div className="item-editor">
      <DeletedBesideEdit form={form} what={form.text('text')} />
      <LongTextInput form={form} field="text" label="Wat gebeurde er?" autoFocus={form.text('text') === ''} />
      <div className="form-grid">
        <DateInput form={form} field="date" label="Wanneer?" />
        <CodeSelect
          form={form}
          field="kind"
          label="Zagen jullie het aankomen?"
          codes={LIFE_EVENT_KINDS}
          labels={labels.lifeEventKind}
          emptyLabel="Niet ingevuld"
        />
      </div>
      <RecordFoot form={form} onRemove={onRemove} />
    </div>
  );
}
