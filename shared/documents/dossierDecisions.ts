/**
 * Eén plan, één regisseur, read from decision records: what is in force, and what waits for a choice. The outcome
 * depends only on the set of records, so every device reads the same, in whatever order they arrived.
 */
import type * as Y from 'yjs';
import type { DirectionForm, PlanStatus } from '../domain/codes.ts';
import { replacesAll, standing, type Decision, type Standing } from '../domain/decisions.ts';
import type { RecordId, UserId } from '../domain/ids.ts';
import { isActive } from '../domain/planRules.ts';
import { readRecord, readRecords, type RecordView } from './readers.ts';

type Deciding = 'planDecisions' | 'regisseurDecisions' | 'closings';

export interface Decided<V> extends Decision<V> {
  readonly decidedOn: string;
  readonly reason: string;
}

function decided<K extends Deciding, V>(view: RecordView<K>, value: V): Decided<V> {
  const { replaces = [], decidedOn = '', reason = '' } = view.values as RecordView<'planDecisions'>['values'];
  return {
    id: view.id,
    value,
    decidedBy: view.createdBy ?? '',
    minute: view.createdMinute,
    replaces,
    decidedOn,
    reason,
  };
}

/** Decision records hold one value per field and are never deleted; a mark on one is ignored. */
const decisionsOf = <K extends Deciding>(doc: Y.Doc, kind: K): RecordView<K>[] =>
  readRecords(doc, kind, { withDeleted: true });

export interface PlanChoice {
  /** The plan in force, or '' for none. */
  readonly planId: RecordId | '';
  readonly status: PlanStatus;
}

const ofPlan = (doc: Y.Doc): Decided<PlanStatus>[] =>
  decisionsOf(doc, 'planDecisions').flatMap((view) =>
    view.values.planId === undefined || view.values.status === undefined ? [] : [decided(view, view.values.status)],
  );

function statusDecisions(doc: Y.Doc, planId: string): Decided<PlanStatus>[] {
  const own = new Set(
    decisionsOf(doc, 'planDecisions')
      .filter((view) => view.values.planId === planId)
      .map(({ id }) => id as string),
  );
  return ofPlan(doc).filter(({ id }) => own.has(id));
}

function forceDecisions(doc: Y.Doc): Decided<PlanChoice>[] {
  return decisionsOf(doc, 'planDecisions').flatMap((view) => {
    const { inForcePlanId, status } = view.values;
    return inForcePlanId === undefined || status === undefined
      ? []
      : [decided(view, { planId: inForcePlanId, status })];
  });
}

/** Where one plan stands: its status, or two proposals for it. Without any decision it is a concept. */
export function readPlanStatus(doc: Y.Doc, planId: string): Standing<PlanStatus> & { readonly status: PlanStatus } {
  const stands = standing(statusDecisions(doc, planId));
  return { ...stands, status: stands.inForce?.value ?? 'CONCEPT' };
}

export interface PlanInForce extends Standing<PlanChoice> {
  /** The plan that counts now; null when there is none. */
  readonly planId: RecordId | null;
}

/** Which plan is in force. With `proposals`, two were decided apart: the older counts, marked, until a person chooses. */
export function readPlanInForce(doc: Y.Doc): PlanInForce {
  const stands = standing(forceDecisions(doc), (one, other) => one.planId === other.planId);
  return { ...stands, planId: stands.inForce?.value.planId || null };
}

export interface RegisseurChoice {
  readonly user: UserId | '';
  readonly form: DirectionForm | '';
}

function regisseurDecisions(doc: Y.Doc): Decided<RegisseurChoice>[] {
  return decisionsOf(doc, 'regisseurDecisions').flatMap((view) => {
    const { regisseur, form = '' } = view.values;
    return regisseur === undefined ? [] : [decided(view, { user: regisseur, form })];
  });
}

export interface RegisseurStanding extends Standing<RegisseurChoice> {
  readonly user: UserId | '';
}

/** Who is regisseur. Dossiers from before decisions name one on the household itself. */
export function readRegisseur(doc: Y.Doc): RegisseurStanding {
  const stands = standing(regisseurDecisions(doc), (one, other) => one.user === other.user);
  const before = readRecord(doc, 'household', 'household')?.values.regisseur ?? '';
  return { ...stands, user: stands.inForce === null ? before : stands.inForce.value.user };
}

export interface ClosingView extends Decided<boolean> {
  readonly values: RecordView<'closings'>['values'];
}

/** Closings and reopenings, oldest first. */
export function readClosings(doc: Y.Doc): ClosingView[] {
  return decisionsOf(doc, 'closings')
    .flatMap((view) =>
      view.values.closed === undefined ? [] : [{ ...decided(view, view.values.closed), values: view.values }],
    )
    .toSorted((a, b) => a.minute - b.minute || (a.id < b.id ? -1 : 1));
}

/** What a decision about this plan replaces: all that stands for the plan, and for which plan is in force when it touches that. */
export function planReplaces(doc: Y.Doc, planId: string, touchesForce: boolean): RecordId[] {
  const force = touchesForce ? replacesAll(forceDecisions(doc)) : [];
  return [...new Set([...replacesAll(statusDecisions(doc, planId)), ...force])] as RecordId[];
}

/** What a decision about the regisseur replaces. */
export const regisseurReplaces = (doc: Y.Doc): RecordId[] => [...replacesAll(regisseurDecisions(doc))] as RecordId[];

/** How many questions "twee voorstellen" are open: which plan, which status of it, who is regisseur. */
export function openProposals(doc: Y.Doc): number {
  const force = readPlanInForce(doc);
  const planIds = new Set(decisionsOf(doc, 'planDecisions').map((view) => view.values.planId));
  const unclear = [...planIds].filter(
    (planId) => planId !== undefined && readPlanStatus(doc, planId).proposals.length > 0,
  );
  // Two statuses of the plan in force are the same question as whether it is in force.
  const status = unclear.filter((planId) => force.proposals.length === 0 || planId !== force.planId).length;
  return (force.proposals.length > 0 ? 1 : 0) + status + (readRegisseur(doc).proposals.length > 0 ? 1 : 0);
}

/** The plan to show and work in: the one in force, else the newest one that is not at its end. */
export function readCurrentPlan(
  doc: Y.Doc,
): { readonly plan: RecordView<'plans'>; readonly status: PlanStatus; readonly inForce: boolean } | null {
  const { planId } = readPlanInForce(doc);
  const inForce = planId === null ? null : readRecord(doc, 'plans', planId);
  if (inForce !== null && planId !== null) {
    const { status } = readPlanStatus(doc, planId);
    return { plan: inForce, status: isActive(status) ? status : 'VASTGESTELD', inForce: true };
  }
  const open = readRecords(doc, 'plans')
    .map((plan) => ({ plan, status: readPlanStatus(doc, plan.id).status, inForce: false }))
    .filter(({ status }) => status === 'CONCEPT' || status === 'BESPROKEN')
    .toSorted((a, b) => b.plan.createdMinute - a.plan.createdMinute || (a.plan.id < b.plan.id ? -1 : 1));
  return open[0] ?? null;
}
