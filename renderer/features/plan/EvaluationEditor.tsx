/**
 * An evaluation being written: where we are, per goal and per agreement, and what we decide. Before help of a
 * professional goes on, the result question stands there; it asks and does not block.
 */
import { useState } from 'react';
import { ladderAction, ladderNow } from '../../../shared/documents/dossierPlan.ts';
import type { RecordView } from '../../../shared/documents/readers.ts';
import { EVALUATION_DECISIONS, LADDER, YES_NO_UNKNOWN, type EvaluationDecision } from '../../../shared/domain/codes.ts';
import { daysBetween } from '../../../shared/domain/dates.ts';
import type { RecordId } from '../../../shared/domain/ids.ts';
import { isProfessional } from '../../../shared/domain/ladder.ts';
import { labels } from '../../../shared/domain/labels.ts';
import { proposedEvaluation } from '../../../shared/domain/planRules.ts';
import { commitDrafts } from '../../data/drafts.ts';
import type { Replica } from '../../data/replica.ts';
import { useFormDraft } from '../../data/useFormDraft.ts';
import { useCommand } from '../../data/useCommand.ts';
import { useReading, useRecords } from '../../data/useReplica.ts';
import { useVault } from '../../data/useVault.tsx';
import { Button } from '../../ui/Button.tsx';
import { DateField } from '../../ui/DateField.tsx';
import { RadioChoice } from '../../ui/RadioChoice.tsx';
import { TextArea } from '../../ui/TextArea.tsx';
import { CallError } from '../household/CallError.tsx';
import { CodeSelect, DateInput, LongTextInput, ScoreInput } from '../household/RecordFields.tsx';
import { SectionText } from '../household/SectionText.tsx';
import { useRecordForm } from '../household/recordForm.ts';
import { EvaluationActions, EvaluationGoals } from './EvaluationParts.tsx';
import { shiftText } from './evaluationText.ts';
import { isOpen } from './actionText.ts';

const AMOUNTS = ['TE_WEINIG', 'GOED', 'TE_VEEL'] as const;
const amountLabels = { TE_WEINIG: 'Te weinig hulp', GOED: 'Precies goed', TE_VEEL: 'Te veel hulp' } as const;

interface EvaluationEditorProps {
  readonly replica: Replica;
  readonly evaluation: RecordView<'evaluations'>;
  readonly planId: RecordId;
}

export function EvaluationEditor({ replica, evaluation }: EvaluationEditorProps) {
  const { today, profile } = useVault();
  const form = useRecordForm(replica, 'evaluations', evaluation.id);
  const record = useCommand('evaluation.record');
  const draft = useFormDraft(`${replica.documentId}.evaluation.${evaluation.id}`, {
    decision: null as EvaluationDecision | null,
    reason: '',
    next: '',
  });
  const { decision, reason, next } = draft.values;
  const [tried, setTried] = useState(false);
  const shift = useReading(replica, ['actions'], (doc) => {
    const counts = ladderNow(doc);
    return LADDER.map((step) => counts[step]);
  });
  const extending = useRecords(replica, 'actions').filter(
    (action) => isProfessional(ladderAction(action)) && isOpen(action.values.status),
  );
  if (!form) return null;
  const goesOn = decision === 'DOORGAAN' || decision === 'BIJSTELLEN';
  const save = async (): Promise<void> => {
    setTried(true);
    commitDrafts();
    if (decision === null || !(await replica.flush())) return;
    const done = await record.run({
      documentId: replica.documentId,
      evaluationId: evaluation.id,
      decision,
      ...(reason.trim() === '' ? {} : { reason: reason.trim() }),
      ...(next === '' ? {} : { nextEvaluationOn: next as NonNullable<RecordView<'evaluations'>['values']['date']> }),
    });
    if (done) draft.done();
  };
  const quick = (
    [
      ['COMPLEX', '6 weken'],
      ['NORMAAL', '3 maanden'],
      ['LICHT', '6 maanden'],
    ] as const
  ).map(([pace, label]) => ({ label, days: daysBetween(today, proposedEvaluation(pace, today, profile.terms)) }));
  return (
    <div className="evaluation" role="group" aria-label="Evaluatie die nog open staat">
      <div className="form-grid">
        <DateInput form={form} field="date" label="Wanneer?" />
        <LongTextInput form={form} field="attendees" label="Wie waren erbij?" optional />
      </div>
      <SectionText
        replica={replica}
        kind="evaluations"
        id={evaluation.id}
        section="whereAreWe"
        label="Waar staan we?"
        prompt="Vraag bijvoorbeeld: Wat is er gelukt? Wat nog niet?"
      />
      <EvaluationGoals replica={replica} evaluationId={evaluation.id} />
      <EvaluationActions replica={replica} evaluationId={evaluation.id} />
      <p className="muted ladder-shift">{shiftText(undefined, shift)}</p>
      <div className="form-grid">
        <CodeSelect
          form={form}
          field="amountOfHelp"
          label="Is het genoeg hulp, volgens het gezin?"
          optional
          emptyLabel="Niet gevraagd"
          codes={AMOUNTS}
          labels={amountLabels}
        />
        <CodeSelect
          form={form}
          field="limitationsGrown"
          label="Is er iets moeilijker geworden?"
          optional
          emptyLabel="Niet gevraagd"
          codes={YES_NO_UNKNOWN}
          labels={labels.yesNoUnknown}
        />
        <ScoreInput
          form={form}
          field="satisfaction"
          label="Hoe tevreden is het gezin?"
          hint="0 tot 10, hun eigen cijfer. Leeg mag."
          optional
        />
        <LongTextInput form={form} field="satisfactionWhy" label="Waarom dat cijfer?" optional />
      </div>
      <SectionText
        replica={replica}
        kind="evaluations"
        id={evaluation.id}
        section="whereTo"
        label="Waar gaan we heen?"
        prompt="Vraag bijvoorbeeld: Wat doen we nu? Wie kan meer zelf? Wat mag minder?"
      />
      <RadioChoice
        label="Wat besluiten jullie?"
        field="evaluation.decision"
        value={decision}
        options={EVALUATION_DECISIONS.map((code) => ({ value: code, label: labels.evaluationDecision[code] }))}
        onChange={(chosen) => draft.change({ decision: chosen })}
      />
      {tried && decision === null ? (
        <p className="tip" role="alert">
          Kies wat jullie besluiten.
        </p>
      ) : null}
      {goesOn ? extending.map((action) => <ResultQuestion key={action.id} replica={replica} id={action.id} />) : null}
      <TextArea
        label="Waarom dit besluit?"
        optional
        field="evaluation.reason"
        value={reason}
        maxLength={2_000}
        onChange={(event) => draft.change({ reason: event.target.value })}
      />
      {decision === 'AFSLUITEN' ? null : (
        <DateField
          label="Wanneer kijken jullie weer?"
          optional
          field="evaluation.next"
          today={today}
          value={next}
          quick={quick}
          {...(next !== '' && next < today ? { error: 'Deze datum is al voorbij. Kies een dag die nog komt.' } : {})}
          onChange={(date) => draft.change({ next: date })}
        />
      )}
      {record.error ? <CallError error={record.error} /> : null}
      <div className="row">
        <Button
          field="evaluation.record"
          busy={record.busy ? 'Bezig' : undefined}
          disabled={form.readOnly}
          onPress={() => void save()}
        >
          Leg de evaluatie vast
        </Button>
        <span className="muted">Daarna is zij alleen nog te lezen.</span>
      </div>
    </div>
  );
}

function ResultQuestion({ replica, id }: { readonly replica: Replica; readonly id: string }) {
  const { today } = useVault();
  const form = useRecordForm(replica, 'actions', id);
  if (!form) return null;
  return (
    <div className="well">
      <LongTextInput
        form={form}
        field="resultAnswer"
        label={`‘${form.text('what')}’ gaat door. Is de inwoner geholpen, en kan hij of zij nu meer zelf?`}
        optional
        onSaved={() => form.set('resultAskedOn', today)}
      />
      <DateInput form={form} field="endOn" label="Tot wanneer duurt deze hulp?" optional />
    </div>
  );
}
