/** Per goal: the number now beside the number before, what helped and what did not. Per agreement: done or not. */
import type { RecordView } from '../../../shared/documents/readers.ts';
import type { RecordId } from '../../../shared/domain/ids.ts';
import type { Replica } from '../../data/replica.ts';
import { useRecord, useRecords } from '../../data/useReplica.ts';
import { Voice } from '../household/ReadText.tsx';
import { ChoiceChips } from '../../ui/ChoiceChips.tsx';
import { LongTextInput, ScoreInput } from '../household/RecordFields.tsx';
import { useRecordForm } from '../household/recordForm.ts';

interface PartProps {
  readonly replica: Replica;
  readonly evaluationId: RecordId;
}

export function EvaluationGoals({ replica, evaluationId }: PartProps) {
  const parts = useRecords(replica, 'evaluationGoals').filter(({ values }) => values.evaluationId === evaluationId);
  return (
    <>
      {parts.map((part) => (
        <EvaluationGoal key={part.id} replica={replica} part={part} />
      ))}
    </>
  );
}

function EvaluationGoal({
  replica,
  part,
}: {
  readonly replica: Replica;
  readonly part: RecordView<'evaluationGoals'>;
}) {
  const form = useRecordForm(replica, 'evaluationGoals', part.id);
  const goal = useRecord(replica, 'goals', part.values.goalId ?? '');
  if (!form || !goal || goal.deleted) return null;
  const before = part.values.scoreBefore;
  return (
    <fieldset className="evaluation-goal">
      <legend>
        <Voice>{goal.values.text ?? ''}</Voice>
      </legend>
      <ScoreInput
        form={form}
        field="score"
        label="Waar sta je nu?"
        optional
        hint={typeof before === 'number' ? `Vorige keer: ${before}` : '0 tot 10'}
      />
      <LongTextInput form={form} field="helped" label="Wat hielp?" optional />
      <LongTextInput form={form} field="notHelped" label="Wat hielp niet?" optional />
    </fieldset>
  );
}

export function EvaluationActions({ replica, evaluationId }: PartProps) {
  const parts = useRecords(replica, 'evaluationActions').filter(({ values }) => values.evaluationId === evaluationId);
  if (parts.length === 0) return null;
  return (
    <fieldset className="evaluation-actions">
      <legend className="label">Zijn de afspraken gelukt?</legend>
      {parts.map((part) => (
        <EvaluationAction key={part.id} replica={replica} part={part} />
      ))}
    </fieldset>
  );
}

const DONE = [
  { value: 'JA', label: 'Ja' },
  { value: 'DEELS', label: 'Voor een deel' },
  { value: 'NEE', label: 'Nog niet' },
] as const;

function EvaluationAction({
  replica,
  part,
}: {
  readonly replica: Replica;
  readonly part: RecordView<'evaluationActions'>;
}) {
  const form = useRecordForm(replica, 'evaluationActions', part.id);
  const action = useRecord(replica, 'actions', part.values.actionId ?? '');
  if (!form || !action || action.deleted) return null;
  return (
    <ChoiceChips
      label={action.values.what ?? ''}
      field={form.fieldId('done')}
      value={part.values.done || null}
      disabled={form.readOnly}
      chips={DONE}
      onChange={(done) => form.set('done', done ?? '')}
    />
  );
}
