/** Vaststellen: what is worth a look first, as questions, and then a logged decision. Only a mistake stops it. */
import { useState } from 'react';
import { planSummary } from '../../../shared/documents/dossierPlan.ts';
import type { RecordView } from '../../../shared/documents/readers.ts';
import type { UserId } from '../../../shared/domain/ids.ts';
import { proposedEvaluation, questionsAboutPlan } from '../../../shared/domain/planRules.ts';
import type { Replica } from '../../data/replica.ts';
import { commitDrafts } from '../../data/drafts.ts';
import { useCommand } from '../../data/useCommand.ts';
import { useReading } from '../../data/useReplica.ts';
import { useVault } from '../../data/useVault.tsx';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { CallError } from '../household/CallError.tsx';
import { DateInput } from '../household/RecordFields.tsx';
import { useRecordForm } from '../household/recordForm.ts';
import { daysBetween } from '../../../shared/domain/dates.ts';

interface AdoptPlanProps {
  readonly replica: Replica;
  readonly plan: RecordView<'plans'>;
  readonly regisseur: UserId | '';
  readonly onClose: () => void;
}

export function AdoptPlan({ replica, plan, regisseur, onClose }: AdoptPlanProps) {
  const { today, me, profile } = useVault();
  const adopt = useCommand('plan.adopt');
  const form = useRecordForm(replica, 'plans', plan.id);
  const [asked, setAsked] = useState(false);
  const summary = useReading(replica, ['plans', 'goals', 'actions', 'consents', 'persons'], (doc) =>
    planSummary(doc, plan.id, today),
  );
  const questions = summary ? questionsAboutPlan(summary, today).filter(({ code }) => code !== 'GEEN_REGISSEUR') : [];
  const mistakes = questions.filter(({ mistake }) => mistake);
  const inWeeks = (code: 'COMPLEX' | 'NORMAAL' | 'LICHT', label: string) => ({
    label,
    days: daysBetween(today, proposedEvaluation(code, today, profile.terms)),
  });
  const save = async (): Promise<void> => {
    commitDrafts();
    setAsked(true);
    if (mistakes.length > 0 || !(await replica.flush())) return;
    const done = await adopt.run({
      documentId: replica.documentId,
      planId: plan.id,
      ...(regisseur === '' ? { regisseur: me.userId } : {}),
    });
    if (done) onClose();
  };
  return (
    <Dialog
      title="Stel het plan vast"
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button
            variant="primary"
            field="adopt.confirm"
            busy={adopt.busy ? 'Bezig' : undefined}
            onPress={() => void save()}
          >
            Stel vast
          </Button>
          <Button field="adopt.cancel" onPress={onClose}>
            Nog niet
          </Button>
        </>
      }
    >
      <p>Dit wordt het plan van het huishouden. Jullie kunnen het daarna gewoon blijven aanvullen.</p>
      {regisseur === '' ? <p>Er is nog geen regisseur. Met deze stap word jij regisseur.</p> : null}
      {form ? (
        <DateInput
          form={form}
          field="evaluationOn"
          label="Wanneer kijken jullie samen terug?"
          quick={[inWeeks('COMPLEX', '6 weken'), inWeeks('NORMAAL', '3 maanden'), inWeeks('LICHT', '6 maanden')]}
        />
      ) : null}
      {questions.length > 0 ? (
        <div className="well">
          <h3>Kijk nog even naar</h3>
          <ul className="bullets">
            {questions.map((question) => (
              <li key={question.code} className={question.mistake && asked ? 'strong' : undefined}>
                {question.sentence}
              </li>
            ))}
          </ul>
          {mistakes.length > 0 ? null : <p className="muted">Je mag ook zonder verdergaan.</p>}
        </div>
      ) : null}
      {adopt.error ? <CallError error={adopt.error} /> : null}
    </Dialog>
  );
}
