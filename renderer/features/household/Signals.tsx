/**
 * Signalen: what somebody noticed, with what is a fact and what is a suspicion apart, and what was done with it. Safety is
 * not here: those signals live behind Veiligheid.
 */
import { SIGNAL_KINDS } from '../../../shared/domain/codes.ts';
import { labels } from '../../../shared/domain/labels.ts';
import type { Replica } from '../../data/replica.ts';
import { useRecords } from '../../data/useReplica.ts';
import { useVault } from '../../data/useVault.tsx';
import { Section } from '../../ui/SectionHead.tsx';
import { longDate } from '../../ui/dateText.ts';
import { EditableList } from './EditableList.tsx';
import { CodeSelect, DateInput, LongTextInput, TextInput } from './RecordFields.tsx';
import { RecordFoot } from './RecordFoot.tsx';
import { DeletedBesideEdit } from './TwoVersions.tsx';
import { useRecordForm } from './recordForm.ts';

const KINDS = SIGNAL_KINDS.filter((code) => code !== 'VEILIGHEID' && code !== 'WIJKTHEMA');

export function Signals({ replica }: { readonly replica: Replica }) {
  const { today } = useVault();
  const signals = useRecords(replica, 'signals').toSorted((a, b) =>
    (b.values.on ?? '').localeCompare(a.values.on ?? ''),
  );
  return (
    <Section
      title="Signalen"
      count={signals.length}
      aside={<span className="muted">Zorgen over veiligheid schrijf je bij Veiligheid</span>}
    >
      <EditableList
        replica={replica}
        kind="signals"
        name="signalen"
        words={['fact', 'suspicion', 'source', 'followUp']}
        items={signals.map(({ id, values }) => ({
          id,
          title: (values.fact || values.suspicion) ?? '',
          meta: [
            values.kind ? labels.signalKind[values.kind] : '',
            values.on ? longDate(values.on, today) : '',
            values.source ? `van ${values.source}` : '',
            values.followUp ? '' : 'nog geen vervolg',
          ]
            .filter(Boolean)
            .join(' · '),
        }))}
        blank={{ on: today }}
        addLabel="Voeg een signaal toe"
        removed="Het signaal is weggehaald."
        editor={(id, onRemove) => <SignalEditor replica={replica} id={id} onRemove={onRemove} />}
      />
    </Section>
  );
}

interface SignalEditorProps {
  readonly replica: Replica;
  readonly id: string;
  readonly onRemove: () => void;
}

function SignalEditor({ replica, id, onRemove }: SignalEditorProps) {
  const form = useRecordForm(replica, 'signals', id);
  if (!form) return null;
  const isNew = form.text('fact') === '' && form.text('suspicion') === '';
  return (
    <div className="item-editor">
      <DeletedBesideEdit form={form} what={form.text('fact') || form.text('suspicion')} />
      <LongTextInput
        form={form}
        field="fact"
        label="Wat is er gezien of gehoord?"
        hint="Alleen feiten: wie zag wat, en waar"
        autoFocus={isNew}
      />
      <LongTextInput form={form} field="suspicion" label="Wat is je vermoeden?" optional />
      <div className="form-grid">
        <CodeSelect
          form={form}
          field="kind"
          label="Waar gaat het over?"
          codes={KINDS}
          labels={labels.signalKind}
          emptyLabel="Niet ingevuld"
        />
        <TextInput form={form} field="source" label="Van wie komt het signaal?" maxLength={200} />
        <DateInput form={form} field="on" label="Wanneer?" />
      </div>
      <LongTextInput form={form} field="followUp" label="Wat is ermee gedaan?" optional />
      <RecordFoot form={form} onRemove={onRemove} />
    </div>
  );
}
