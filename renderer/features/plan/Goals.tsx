/** The goals in order, each a card that can be picked up; agreements without a goal wait under them. */
import { useState } from 'react';
import type { RecordId } from '../../../shared/domain/ids.ts';
import type { Replica } from '../../data/replica.ts';
import { useHasDraft } from '../../data/useFormDraft.ts';
import { useRecords } from '../../data/useReplica.ts';
import { Button } from '../../ui/Button.tsx';
import { Section } from '../../ui/SectionHead.tsx';
import type { ActionView } from '../household/WhoDoesWhat.tsx';
import { AgreementTable } from './AgreementTable.tsx';
import { GoalCard } from './GoalCard.tsx';
import { NewGoal, newGoalDraft } from './NewGoal.tsx';

interface GoalsProps {
  readonly replica: Replica;
  readonly planId: RecordId;
  /** Open agreements that belong to no goal. */
  readonly loose: readonly ActionView[];
}

export function Goals({ replica, planId, loose }: GoalsProps) {
  const goals = useRecords(replica, 'goals').filter(({ values }) => !values.planId || values.planId === planId);
  const begun = useHasDraft(newGoalDraft(replica));
  const [adding, setAdding] = useState(begun);
  return (
    <>
      {goals.map((goal, index) => (
        <GoalCard key={goal.id} replica={replica} goal={goal} number={index + 1} planId={planId} />
      ))}
      {adding || (goals.length === 0 && replica.writable) ? (
        <NewGoal replica={replica} first={goals.length === 0} onClose={() => setAdding(false)} />
      ) : (
        <p className="add-goal">
          <Button icon="plus" field="goals.add" disabled={!replica.writable} onPress={() => setAdding(true)}>
            Doel
          </Button>
        </p>
      )}
      {loose.length > 0 ? (
        <Section title="Afspraken zonder doel" count={loose.length}>
          <AgreementTable replica={replica} actions={loose} goalId={null} label="Afspraken zonder doel" />
        </Section>
      ) : null}
    </>
  );
}
