import { labels } from '../../../shared/domain/labels.ts';
import { useVault } from '../../data/useVault.tsx';
import { ListRow } from '../../ui/ListRow.tsx';
import { Section } from '../../ui/SectionHead.tsx';
import { longDate } from '../../ui/dateText.ts';
import type { PlanState } from './usePlan.ts';

/** Plans that came before, or that were not chosen: nothing is thrown away. */
export function EarlierPlans({ plans }: { readonly plans: PlanState['earlier'] }) {
  const { today } = useVault();
  if (plans.length === 0) return null;
  return (
    <Section title="Andere plannen" count={plans.length}>
      <ul>
        {plans.map(({ plan, status }) => (
          <ListRow
            key={plan.id}
            title={plan.values.title ? `‘${plan.values.title}’` : 'Plan zonder titel'}
            meta={[
              labels.planStatus[status],
              plan.values.startOn ? `begonnen ${longDate(plan.values.startOn, today)}` : '',
            ]
              .filter(Boolean)
              .join(' · ')}
          />
        ))}
      </ul>
    </Section>
  );
}
