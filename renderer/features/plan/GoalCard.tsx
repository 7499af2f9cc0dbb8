/** One goal: the words of the person lead, then who does what in the fixed order of the chairs. */
import { useState } from 'react';
import { perspectiveLabel } from '../../../shared/domain/gemeenteprofiel.ts';
import { labels } from '../../../shared/domain/labels.ts';
import type { RecordId } from '../../../shared/domain/ids.ts';
import type { Replica } from '../../data/replica.ts';
import { useRecord, useRecords } from '../../data/useReplica.ts';
import { recordIdIn, useReturnField } from '../../data/useReturnField.ts';
import { useVault } from '../../data/useVault.tsx';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { PerspectiveMark } from '../../ui/PerspectiveMark.tsx';
import { longDate } from '../../ui/dateText.ts';
import { perspectiveMarks } from '../../ui/perspectives.ts';
import { Voice } from '../household/ReadText.tsx';
import { DeletedBesideEdit, TwoVersions } from '../household/TwoVersions.tsx';
import { useRecordMaker } from '../household/newRecord.ts';
import { shortName } from '../household/personText.ts';
import { useRecordForm } from '../household/recordForm.ts';
import { AgreedAtTable } from './AgreedAtTable.tsx';
import { AgreementTable } from './AgreementTable.tsx';
import { GoalEditor } from './GoalEditor.tsx';
import { scoreText, type GoalView } from './goalText.ts';

interface GoalCardProps {
  readonly replica: Replica;
  readonly goal: GoalView;
  readonly number: number;
  readonly planId: RecordId;
}

export function GoalCard({ replica, goal, number, planId }: GoalCardProps) {
  const { today, profile } = useVault();
  const maker = useRecordMaker(replica);
  const returnField = useReturnField();
  const [editing, setEditing] = useState(() => recordIdIn(returnField, 'goals') === goal.id);
  const form = useRecordForm(replica, 'goals', goal.id);
  const plan = useRecord(replica, 'plans', planId);
  const persons = useRecords(replica, 'persons');
  const actions = useRecords(replica, 'actions').filter(({ values }) => values.goalId === goal.id);
  const { text = '', perspective, ownerPersonId, ownerName, status } = goal.values;
  const person = persons.find(({ id }) => id === ownerPersonId);
  const owner = person ? shortName(person) : (ownerName ?? '');
  const evaluation = plan?.values.evaluationOn ?? '';
  const mark = perspective ? perspectiveMarks[perspective] : null;
  const closed = status !== undefined && status !== '' && status !== 'OPEN' && status !== 'BEZIG';
  return (
    <article
      className="goal"
      data-goal={goal.id}
      aria-labelledby={`goal-${goal.id}`}
      {...(mark ? { 'data-p': mark.hue } : {})}
    >
      <header className="goal-head">
        <span className="goal-number" aria-hidden="true">
          {number}
        </span>
        <div className="goal-title">
          <h2 id={`goal-${goal.id}`}>
            <span className="visually-hidden">Doel {number}: </span>
            <Voice>{text || 'Nog geen woorden'}</Voice>
          </h2>
          <p className="goal-meta">
            {perspective ? <PerspectiveMark code={perspective} label={perspectiveLabel(profile, perspective)} /> : null}
            {owner ? <span>Doel van {owner}</span> : null}
            {scoreText(goal) ? <span>{scoreText(goal)}</span> : null}
            {closed ? <span>{labels.goalStatus[status]}</span> : null}
          </p>
        </div>
        <span className="goal-side">
          {evaluation ? (
            <span className="muted goal-when">
              <Icon name="calendar-blank" />
              Evalueren: {longDate(evaluation, today)}
            </span>
          ) : null}
          <Button
            variant="quiet"
            icon={editing ? 'caret-up' : 'pencil-simple-line'}
            expanded={editing}
            field={`goals.${goal.id}.open`}
            onPress={() => setEditing(!editing)}
          >
            {editing ? 'Klaar' : 'Wijzig'}
            <span className="visually-hidden"> doel {number}</span>
          </Button>
        </span>
      </header>
      {form ? (
        <div className="goal-choices">
          <DeletedBesideEdit form={form} what="Een collega haalde dit doel weg." />
          {editing ? null : (
            <>
              <TwoVersions form={form} field="text" label="Doel" />
              <TwoVersions form={form} field="score" label="Waar sta je nu?" />
              <TwoVersions
                form={form}
                field="status"
                label="Hoe staat het met dit doel?"
                show={(value) => (labels.goalStatus as Readonly<Record<string, string>>)[String(value)] ?? ''}
              />
            </>
          )}
        </div>
      ) : null}
      {editing && form ? (
        <GoalEditor
          form={form}
          onRemove={() => {
            setEditing(false);
            maker.removeWithUndo('goals', goal.id, 'Het doel is weggehaald. De afspraken blijven staan.');
          }}
        />
      ) : null}
      <AgreedAtTable replica={replica} goalId={goal.id} />
      <AgreementTable
        replica={replica}
        actions={actions}
        goalId={goal.id}
        label={`Wie doet wat bij doel ${number}`}
        first={number === 1}
      />
    </article>
  );
}
