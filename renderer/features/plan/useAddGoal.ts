/** Making a goal from any screen: the plan is begun when there is none yet, so that a wish never waits for a form. */
import { createRecord } from '../../../shared/documents/accessors.ts';
import { orderKeyAtEnd } from '../../../shared/documents/order.ts';
import { readRecords } from '../../../shared/documents/readers.ts';
import type { RecordValues } from '../../../shared/documents/schema.ts';
import type { RecordId } from '../../../shared/domain/ids.ts';
import type { Replica } from '../../data/replica.ts';
import { useVault } from '../../data/useVault.tsx';
import { readCurrentPlan } from '../../../shared/documents/dossierDecisions.ts';

/** Adds a goal in somebody's own words to the current plan, and answers its id. */
export function useAddGoal(replica: Replica): (text: string, values?: RecordValues<'goals'>) => RecordId {
  const { writer, today } = useVault();
  return (text, values = {}) =>
    replica.change((doc) => {
      const current = readCurrentPlan(doc)?.plan;
      const planId = current?.id ?? createRecord(doc, 'plans', { startOn: today }, writer);
      const others = readRecords(doc, 'goals', { withDeleted: true }).map((goal) => ({
        id: goal.id,
        ord: goal.values.ord ?? '',
      }));
      const words = text.trim().slice(0, 1_000);
      return createRecord(
        doc,
        'goals',
        { ...values, text: words, planId, status: 'OPEN', ord: orderKeyAtEnd(others) },
        writer,
      );
    });
}
