/** Wat weegt zwaar, wat geeft kracht: two lists side by side, with who said it. No scale, no score. */
import { BALANCE_SIDES, type BalanceSide } from '../../../shared/domain/codes.ts';
import { labels } from '../../../shared/domain/labels.ts';
import type { Replica } from '../../data/replica.ts';
import { useRecords } from '../../data/useReplica.ts';
import { Section } from '../../ui/SectionHead.tsx';
import { EditableList } from './EditableList.tsx';
import { LongTextInput, TextInput } from './RecordFields.tsx';
import { RecordFoot } from './RecordFoot.tsx';
import { DeletedBesideEdit } from './TwoVersions.tsx';
import { useRecordForm } from './recordForm.ts';

export function Balances({ replica }: { readonly replica: Replica }) {
  return (
    <Section title="Draaglast en draagkracht" aside={<span className="muted">In de woorden van het gezin</span>}>
      <div className="balance">
        {BALANCE_SIDES.map((side) => (
          <Side key={side} replica={replica} side={side} />
        ))}
      </div>
    </Section>
  );
}

function Side({ replica, side }: { readonly replica: Replica; readonly side: BalanceSide }) {
  const items = useRecords(replica, 'balances').filter(({ values }) => values.side === side);
  return (
    <div>
      <h3 className="sub-head">{labels.balanceSide[side]}</h3>
      <EditableList
        replica={replica}
        kind="balances"
        name={labels.balanceSide[side].toLowerCase()}
        items={items.map(({ id, values }) => ({
          id,
          title: values.text ?? '',
          meta: values.saidBy ? `gezegd door ${values.saidBy}` : '',
        }))}
        blank={{ side }}
        addLabel="Voeg toe"
        removed="Weggehaald."
        editor={(id, onRemove) => <BalanceEditor replica={replica} id={id} onRemove={onRemove} />}
      />
    </div>
  );
}

function BalanceEditor({
  replica,
  id,
  onRemove,
}: {
  readonly replica: Replica;
  readonly id: string;
  readonly onRemove: () => void;
}) {
  const form = useRecordForm(replica, 'balances', id);
  if (!form) return null;
  return (
    <div className="item-editor">
      <DeletedBesideEdit form={form} what={form.text('text')} />
      <LongTextInput form={form} field="text" label="Wat is het?" autoFocus={form.text('text') === ''} />
      <TextInput form={form} field="saidBy" label="Wie zegt dit?" maxLength={200} />
      <RecordFoot form={form} onRemove={onRemove} />
    </div>
  );
}
