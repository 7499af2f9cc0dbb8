/**
 * Eén plan: what people want in their own words, who does what, and when we look back together. Goals lead; what the
 * plan rests on and what was decided about it stand under them.
 */
import type { HouseholdId } from '../../../shared/domain/ids.ts';
import type { Replica } from '../../data/replica.ts';
import { useRecords } from '../../data/useReplica.ts';
import { useVault } from '../../data/useVault.tsx';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { useRecordMaker } from '../household/newRecord.ts';
import { ResearchStrip } from '../research/ResearchStrip.tsx';
import { ConsentList } from './ConsentList.tsx';
import { EarlierPlans } from './EarlierPlans.tsx';
import { Evaluations } from './Evaluations.tsx';
import { Goals } from './Goals.tsx';
import { PlanBasis } from './PlanBasis.tsx';
import { PlanGround } from './PlanGround.tsx';
import { PlanHead } from './PlanHead.tsx';
import { ProviderAgreements } from './ProviderAgreements.tsx';
import { StackingNote } from './StackingNote.tsx';
import { TwoProposals } from './TwoProposals.tsx';
import { usePlan } from './usePlan.ts';
import './plan.css';

interface PlanProps {
  readonly replica: Replica;
  readonly householdId: HouseholdId;
}

export function Plan({ replica, householdId }: PlanProps) {
  const { today } = useVault();
  const maker = useRecordMaker(replica);
  const state = usePlan(replica);
  const loose = useRecords(replica, 'actions').filter(
    ({ values }) => !values.goalId && (values.status === 'GEPLAND' || values.status === 'LOOPT'),
  );
  const { current } = state;
  if (current === null) {
    return (
      <EmptyState
        text="Er is nog geen plan. Begin met wat het gezin zelf graag wil."
        actions={
          <Button
            variant="primary"
            icon="plus"
            field="plan.begin"
            disabled={!replica.writable}
            onPress={() => maker.create('plans', { startOn: today })}
          >
            Begin het plan
          </Button>
        }
      />
    );
  }
  const { plan } = current;
  return (
    <div className="plan">
      <PlanHead replica={replica} householdId={householdId} state={state} plan={plan} />
      <TwoProposals replica={replica} householdId={householdId} state={state} />
      <Goals replica={replica} planId={plan.id} loose={loose} />
      <StackingNote replica={replica} />
      <PlanBasis replica={replica} planId={plan.id} />
      <PlanGround replica={replica} />
      <ResearchStrip replica={replica} householdId={householdId} />
      <ProviderAgreements replica={replica} planId={plan.id} />
      <ConsentList replica={replica} planId={plan.id} />
      <Evaluations replica={replica} householdId={householdId} planId={plan.id} />
      <EarlierPlans plans={state.earlier} />
    </div>
  );
}
