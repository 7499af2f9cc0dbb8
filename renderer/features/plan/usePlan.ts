/** The plan of this household as its screens see it: what counts, what waits for a choice, what came before. */
import {
  readCurrentPlan,
  readPlanInForce,
  readPlanStatus,
  readRegisseur,
  type PlanInForce,
  type RegisseurStanding,
} from '../../../shared/documents/dossierDecisions.ts';
import { readRecords, type RecordView } from '../../../shared/documents/readers.ts';
import type { PlanStatus } from '../../../shared/domain/codes.ts';
import { isActive } from '../../../shared/domain/planRules.ts';
import type { Replica } from '../../data/replica.ts';
import { useReading } from '../../data/useReplica.ts';

export interface PlanState {
  readonly current: {
    readonly plan: RecordView<'plans'>;
    readonly status: PlanStatus;
    readonly inForce: boolean;
  } | null;
  readonly force: PlanInForce;
  readonly regisseur: RegisseurStanding;
  /** How often this plan was vastgesteld. */
  readonly version: number;
  readonly earlier: readonly { readonly plan: RecordView<'plans'>; readonly status: PlanStatus }[];
}

const KINDS = ['plans', 'planDecisions', 'regisseurDecisions', 'household'] as const;

/** The plan, and again after every decision. */
export function usePlan(replica: Replica): PlanState {
  return useReading(replica, KINDS, (doc) => {
    const current = readCurrentPlan(doc);
    const id = current?.plan.id ?? '';
    return {
      current,
      force: readPlanInForce(doc),
      regisseur: readRegisseur(doc),
      version: readRecords(doc, 'planDecisions').filter(
        ({ values }) => values.planId === id && values.status !== undefined && isActive(values.status),
      ).length,
      earlier: readRecords(doc, 'plans')
        .filter((plan) => plan.id !== id)
        .map((plan) => ({ plan, status: readPlanStatus(doc, plan.id).status })),
    };
  });
}
