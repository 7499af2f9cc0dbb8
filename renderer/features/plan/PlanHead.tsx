/** Eén plan: its name, where it stands, who holds it together, and the next decision. At most one filled button. */
import { DIRECTION_FORMS } from '../../../shared/domain/codes.ts';
import type { HouseholdId, UserId } from '../../../shared/domain/ids.ts';
import { labels } from '../../../shared/domain/labels.ts';
import { mayBecome } from '../../../shared/domain/planRules.ts';
import type { RecordView } from '../../../shared/documents/readers.ts';
import { useShortcut } from '../../app/shortcutContext.tsx';
import type { Replica } from '../../data/replica.ts';
import { useCommand } from '../../data/useCommand.ts';
import { useOpenAround } from '../../data/useReturnField.ts';
import { useVault } from '../../data/useVault.tsx';
import { Button } from '../../ui/Button.tsx';
import { longDate } from '../../ui/dateText.ts';
import { usePaper } from '../paper/savePaper.ts';
import { CallError } from '../household/CallError.tsx';
import { AdoptPlan } from './AdoptPlan.tsx';
import { RegisseurLine } from './RegisseurLine.tsx';
import type { PlanState } from './usePlan.ts';

interface PlanHeadProps {
  readonly replica: Replica;
  readonly householdId: HouseholdId;
  readonly state: PlanState;
  readonly plan: RecordView<'plans'>;
}

export function PlanHead({ replica, householdId, state, plan }: PlanHeadProps) {
  const { today } = useVault();
  const paper = usePaper();
  const [adopting, setAdopting] = useOpenAround((field) => field.startsWith('adopt.'));
  const step = useCommand('plan.setStatus');
  const status = state.current?.status ?? 'CONCEPT';
  const go = async (to: typeof status): Promise<void> => {
    if (!(await replica.flush())) return;
    await step.run({ documentId: replica.documentId, planId: plan.id, to });
  };
  const makePaper = async (): Promise<void> => {
    // What was just typed belongs on it.
    if (await replica.flush()) await paper.make({ paper: 'ONS_PLAN', householdId });
  };
  useShortcut('Ctrl+P', () => void makePaper(), { label: 'Maak PDF: Ons plan', icon: 'file-pdf' });
  const evaluation = plan.values.evaluationOn ?? '';
  const facts = [
    state.version > 0 ? `Versie ${state.version}` : '',
    labels.planStatus[status].toLowerCase(),
    evaluation ? `evalueren ${longDate(evaluation, today)}` : '',
  ].filter(Boolean);
  return (
    <header className="plan-head">
      <div>
        <h2>
          Eén plan
          {plan.values.title ? <span className="plan-title voice"> ‘{plan.values.title}’</span> : null}
        </h2>
        <p className="muted">{facts.join(' · ')}</p>
        <RegisseurLine replica={replica} standing={state.regisseur} forms={DIRECTION_FORMS} />
      </div>
      <div className="row plan-steps">
        <Button
          icon="file-pdf"
          field="plan.paper"
          busy={paper.busy ? 'Bezig' : undefined}
          onPress={() => void makePaper()}
        >
          Maak PDF
        </Button>
        {status === 'CONCEPT' ? (
          <Button
            icon="chats-circle"
            field="plan.discussed"
            busy={step.busy ? 'Bezig' : undefined}
            disabled={!replica.writable}
            onPress={() => void go('BESPROKEN')}
          >
            Besproken met het gezin
          </Button>
        ) : null}
        {mayBecome(status, 'VASTGESTELD') && status !== 'IN_EVALUATIE' ? (
          <Button
            variant="primary"
            icon="seal-check"
            field="plan.adopt"
            disabled={!replica.writable}
            onPress={() => setAdopting(true)}
          >
            Stel het plan vast
          </Button>
        ) : null}
        {state.current?.inForce && mayBecome(status, 'AFGEROND') ? (
          <Button field="plan.finish" disabled={!replica.writable} onPress={() => void go('AFGEROND')}>
            Rond het plan af
          </Button>
        ) : null}
      </div>
      {step.error ? <CallError error={step.error} /> : null}
      {paper.error ? <CallError error={paper.error} /> : null}
      {adopting ? (
        <AdoptPlan
          replica={replica}
          plan={plan}
          regisseur={state.regisseur.user as UserId | ''}
          onClose={() => setAdopting(false)}
        />
      ) : null}
    </header>
  );
}
