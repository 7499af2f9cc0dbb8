/** Waar staan we, waar gaan we heen? Evaluations of the plan, newest on top; one can be open at a time. */
import { createRecord } from '../../../shared/documents/accessors.ts';
import { readEvaluations, readGoals } from '../../../shared/documents/dossierPlan.ts';
import { readText, type RecordView } from '../../../shared/documents/readers.ts';
import type { HouseholdId, RecordId } from '../../../shared/domain/ids.ts';
import { labels } from '../../../shared/domain/labels.ts';
import type { Replica } from '../../data/replica.ts';
import { useReading } from '../../data/useReplica.ts';
import { useVault } from '../../data/useVault.tsx';
import { Button } from '../../ui/Button.tsx';
import { Section } from '../../ui/SectionHead.tsx';
import { longDate } from '../../ui/dateText.ts';
import { ReadText } from '../household/ReadText.tsx';
import { EvaluationEditor } from './EvaluationEditor.tsx';
import { shiftText } from './evaluationText.ts';

interface EvaluationsProps {
  readonly replica: Replica;
  readonly householdId: HouseholdId;
  readonly planId: RecordId;
}

export function Evaluations({ replica, planId }: EvaluationsProps) {
  const { today, writer } = useVault();
  const evaluations = useReading(replica, ['evaluations'], (doc) => readEvaluations(doc, planId));
  const open = evaluations.find(({ values }) => !values.recordedAt);
  const begin = (): void =>
    replica.change((doc) => {
      const evaluationId = createRecord(doc, 'evaluations', { planId, date: today }, writer);
      for (const { goal, actions } of readGoals(doc, planId)) {
        const before = goal.values.score;
        createRecord(
          doc,
          'evaluationGoals',
          { evaluationId, goalId: goal.id, ...(before === undefined ? {} : { scoreBefore: before }) },
          writer,
        );
        for (const action of actions)
          createRecord(doc, 'evaluationActions', { evaluationId, actionId: action.id }, writer);
      }
    });
  return (
    <Section
      title="Evaluatie"
      count={evaluations.length}
      aside={<span className="muted">Waar staan we, waar gaan we heen?</span>}
    >
      {open ? <EvaluationEditor replica={replica} evaluation={open} planId={planId} /> : null}
      {open ? null : (
        <p className="add-goal">
          <Button icon="flag" field="evaluation.begin" disabled={!replica.writable} onPress={begin}>
            Begin een evaluatie
          </Button>
        </p>
      )}
      <ul>
        {evaluations
          .filter((evaluation) => evaluation !== open)
          .map((evaluation) => (
            <li key={evaluation.id} className="evaluation-read">
              <ReadEvaluation replica={replica} evaluation={evaluation} />
            </li>
          ))}
      </ul>
    </Section>
  );
}

function ReadEvaluation({
  replica,
  evaluation,
}: {
  readonly replica: Replica;
  readonly evaluation: RecordView<'evaluations'>;
}) {
  const { today } = useVault();
  const { date = '', decision, decisionReason, nextEvaluationOn, ladderBefore, ladderAfter } = evaluation.values;
  const text = (section: string): string => readText(replica.doc, 'evaluations', evaluation.id, section).trim();
  return (
    <>
      <h3>{longDate(date, today)}</h3>
      <p className="strong">{decision ? labels.evaluationDecision[decision] : ''}</p>
      {decisionReason ? <p>{decisionReason}</p> : null}
      {text('whereAreWe') ? <ReadText text={text('whereAreWe')} /> : null}
      {text('whereTo') ? <ReadText text={text('whereTo')} /> : null}
      {ladderAfter ? <p className="muted">{shiftText(ladderBefore, ladderAfter)}</p> : null}
      {nextEvaluationOn ? <p className="muted">Volgende keer: {longDate(nextEvaluationOn, today)}</p> : null}
    </>
  );
}
