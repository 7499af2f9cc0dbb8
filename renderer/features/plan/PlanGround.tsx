/** What goes well and what worries, each with who says so, and what was tried before. Strengths first. */
import { PERSPECTIVES } from '../../../shared/domain/codes.ts';
import { labels } from '../../../shared/domain/labels.ts';
import type { Replica } from '../../data/replica.ts';
import { useRecords } from '../../data/useReplica.ts';
import { Section } from '../../ui/SectionHead.tsx';
import { EditableList } from '../household/EditableList.tsx';
import { CodeSelect, LongTextInput, TextInput } from '../household/RecordFields.tsx';
import { RecordFoot } from '../household/RecordFoot.tsx';
import { DeletedBesideEdit } from '../household/TwoVersions.tsx';
import { useRecordForm } from '../household/recordForm.ts';

export function PlanGround({ replica }: { readonly replica: Replica }) {
  const strengths = useRecords(replica, 'strengths');
  const concerns = useRecords(replica, 'concerns');
  const help = useRecords(replica, 'earlierHelp');
  const said = (by: string | undefined): string => (by ? `gezegd door ${by}` : '');
  return (
    <>
      <Section title="Krachten en zorgen" aside={<span className="muted">Met wie het zegt</span>}>
        <div className="balance">
          <div>
            <h3 className="sub-head">Wat gaat goed</h3>
            <EditableList
              replica={replica}
              kind="strengths"
              name="wat gaat goed"
              items={strengths.map(({ id, values }) => ({ id, title: values.text ?? '', meta: said(values.saidBy) }))}
              blank={{}}
              addLabel="Kracht"
              removed="Weggehaald."
              editor={(id, onRemove) => <StrengthEditor replica={replica} id={id} onRemove={onRemove} />}
            />
          </div>
          <div>
            <h3 className="sub-head">Waar zijn zorgen over</h3>
            <EditableList
              replica={replica}
              kind="concerns"
              name="zorgen"
              items={concerns.map(({ id, values }) => ({
                id,
                title: values.text ?? '',
                meta: [said(values.saidBy), values.since ? `sinds ${values.since}` : ''].filter(Boolean).join(' · '),
              }))}
              blank={{}}
              addLabel="Zorg"
              removed="Weggehaald."
              editor={(id, onRemove) => <ConcernEditor replica={replica} id={id} onRemove={onRemove} />}
            />
          </div>
        </div>
      </Section>
      <Section title="Eerdere hulp" count={help.length}>
        <EditableList
          replica={replica}
          kind="earlierHelp"
          name="eerdere hulp"
          words={['what', 'byWhom', 'result']}
          items={help.map(({ id, values }) => ({
            id,
            title: values.what ?? '',
            meta: [values.byWhom, values.period, values.result].filter(Boolean).join(' · '),
          }))}
          blank={{}}
          addLabel="Eerdere hulp"
          removed="Weggehaald."
          editor={(id, onRemove) => <EarlierHelpEditor replica={replica} id={id} onRemove={onRemove} />}
        />
      </Section>
    </>
  );
}

interface EditorProps {
  readonly replica: Replica;
  readonly id: string;
  readonly onRemove: () => void;
}

function StrengthEditor({ replica, id, onRemove }: EditorProps) {
  const form = useRecordForm(replica, 'strengths', id);
  if (!form) return null;
  return (
    <div className="item-editor">
      <DeletedBesideEdit form={form} what={form.text('text')} />
      <LongTextInput form={form} field="text" label="Wat gaat er goed?" autoFocus={form.text('text') === ''} />
      <TextInput form={form} field="saidBy" label="Wie zegt dit?" maxLength={200} />
      <RecordFoot form={form} onRemove={onRemove} />
    </div>
  );
}

function ConcernEditor({ replica, id, onRemove }: EditorProps) {
  const form = useRecordForm(replica, 'concerns', id);
  if (!form) return null;
  return (
    <div className="item-editor">
      <DeletedBesideEdit form={form} what={form.text('text')} />
      <LongTextInput form={form} field="text" label="Wat is de zorg?" autoFocus={form.text('text') === ''} />
      <TextInput form={form} field="saidBy" label="Wie zegt dit?" maxLength={200} />
      <TextInput form={form} field="since" label="Sinds wanneer?" optional maxLength={200} />
      <LongTextInput form={form} field="effect" label="Wat is het gevolg, en voor wie?" optional />
      <CodeSelect
        form={form}
        field="perspective"
        label="Perspectief"
        optional
        emptyLabel="Niet gekozen"
        codes={PERSPECTIVES}
        labels={labels.perspective}
      />
      <RecordFoot form={form} onRemove={onRemove} />
    </div>
  );
}

function EarlierHelpEditor({ replica, id, onRemove }: EditorProps) {
  const form = useRecordForm(replica, 'earlierHelp', id);
  if (!form) return null;
  return (
    <div className="item-editor">
      <DeletedBesideEdit form={form} what={form.text('what')} />
      <LongTextInput form={form} field="what" label="Welke hulp was er?" autoFocus={form.text('what') === ''} />
      <div className="form-grid">
        <TextInput form={form} field="byWhom" label="Van wie?" optional maxLength={200} />
        <TextInput form={form} field="period" label="Wanneer?" optional maxLength={200} />
      </div>
      <LongTextInput form={form} field="result" label="Wat hielp, en wat niet?" optional />
      <RecordFoot form={form} onRemove={onRemove} />
    </div>
  );
}
