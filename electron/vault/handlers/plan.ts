/**
 * Decisions about plan, regisseur, evaluation, closing and the meldcode.
 *
 * Every decision is a record that names what its maker saw, written with its audit row in one transaction. Only the
 * regisseur adopts, finishes or closes; what is still open is asked and never blocks, only what cannot be right is refused.
 */
import type * as Y from 'yjs';
import type { planCommands } from '../../../shared/contract/commands/plan.ts';
import type { CallContext, Handlers, ResultOf } from '../../../shared/contract/contract.ts';
import { createRecord, setFields, type Writer } from '../../../shared/documents/accessors.ts';
import {
  planReplaces,
  readClosings,
  readPlanInForce,
  readPlanStatus,
  readRegisseur,
  regisseurReplaces,
} from '../../../shared/documents/dossierDecisions.ts';
import { closingFacts, ladderNow, planSummary, readEvaluations } from '../../../shared/documents/dossierPlan.ts';
import { readRecord } from '../../../shared/documents/readers.ts';
import { LADDER, type PlanStatus } from '../../../shared/domain/codes.ts';
import { calendarDateAt } from '../../../shared/domain/dates.ts';
import { parseCaseNumber } from '../../../shared/domain/caseNumber.ts';
import type { DocumentId, HouseholdId, RecordId, UserId } from '../../../shared/domain/ids.ts';
import { stepProblem } from '../../../shared/domain/meldcode.ts';
import { isActive, mayBecome, questionsAboutPlan, questionsAtClosing } from '../../../shared/domain/planRules.ts';
import type { ErrorOf } from '../../../shared/errors.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import type { ChangeOptions } from '../documents/documentStore.ts';
import { storeResult } from '../store/sqliteErrors.ts';
import type { DossierVault } from './dossierRows.ts';

type PlanCommand = Extract<
  keyof typeof planCommands,
  | `plan.${string}`
  | `regisseur.${string}`
  | `evaluation.${string}`
  | `household.${'close' | 'reopen'}`
  | 'meldcode.recordStep'
>;

const dayOf = (writer: Writer): string => calendarDateAt(writer.nowMs());
const why = (reason: string | undefined): string => (reason ?? '').trim();

/** Steps that only the regisseur takes. Talking about a plan and writing it is for everybody who works along. */
const OF_REGISSEUR: ReadonlySet<PlanStatus> = new Set(['VASTGESTELD', 'IN_EVALUATIE', 'AFGEROND']);

interface PlanStep {
  readonly planId: RecordId;
  readonly status: PlanStatus;
  /** Absent: which plan is in force stays as it is. */
  readonly inForcePlanId?: RecordId | '';
  readonly reason: string;
}

function decidePlan(doc: Y.Doc, step: PlanStep, writer: Writer): RecordId {
  const { planId, status, inForcePlanId, reason } = step;
  return createRecord(
    doc,
    'planDecisions',
    {
      planId,
      status,
      ...(inForcePlanId === undefined ? {} : { inForcePlanId }),
      replaces: planReplaces(doc, planId, inForcePlanId !== undefined),
      decidedOn: dayOf(writer),
      reason,
    },
    writer,
  );
}

/** Names the regisseur, in the place of everybody who was named before. */
export function decideRegisseur(
  doc: Y.Doc,
  choice: { readonly user: UserId | ''; readonly form?: 'PLANREGIE' | 'CASUSREGIE' | '' },
  reason: string,
  writer: Writer,
): RecordId {
  const decisionId = createRecord(
    doc,
    'regisseurDecisions',
    {
      regisseur: choice.user,
      form: choice.form ?? '',
      replaces: regisseurReplaces(doc),
      decidedOn: dayOf(writer),
      reason,
    },
    writer,
  );
  // Older versions of the app read it here.
  setFields(doc, 'household', 'household', { regisseur: choice.user }, writer);
  return decisionId;
}

/** Null when this worker may take the step: the regisseur may, and so may anyone while there is none or two wait. */
function notRegisseur(doc: Y.Doc, me: UserId): ErrorOf<'NotRegisseur'> | null {
  const { user, proposals } = readRegisseur(doc);
  const among = proposals.some(({ value }) => value.user === me);
  return user === '' || user === me || among ? null : { tag: 'NotRegisseur' };
}

/** The commands of the plan on an open vault. */
export function planHandlers(vault: DossierVault): Pick<Handlers, PlanCommand> {
  const { documents, store, me } = vault;
  const documentOf = store.db
    .prepare<[string], DocumentId>(`SELECT document_id FROM household WHERE household_id = ?`)
    .pluck();
  /** Taken out by this worker, here: the log knows. */
  const exported = store.db
    .prepare<[string], number>(
      `SELECT 1 FROM audit WHERE action IN ('export.household', 'export.paper') AND object_id = ? AND result = 'ok' LIMIT 1`,
    )
    .pluck();
  const withAudit = (call: CallContext): ChangeOptions => ({
    inTransaction: () => {
      vault.audit.appendFor(call);
    },
  });
  const isHousehold = (documentId: DocumentId): boolean => documents.facts(documentId)?.kind === 'household';

  function inDossier<T, E extends { readonly tag: string }>(
    documentId: DocumentId,
    call: CallContext,
    run: (doc: Y.Doc, writer: Writer) => Result<T, E>,
  ) {
    return storeResult(() =>
      isHousehold(documentId)
        ? documents.change(documentId, run, withAudit(call))
        : err({ tag: 'DocumentMissing' as const }),
    );
  }

  function inHousehold<T, E extends { readonly tag: string }>(
    householdId: HouseholdId,
    call: CallContext,
    run: (doc: Y.Doc, writer: Writer) => Result<T, E>,
  ) {
    return storeResult((): Result<T, E | ErrorOf<'HouseholdMissing' | 'DocumentReadOnly' | 'DatabaseDamaged'>> => {
      const documentId = documentOf.get(householdId);
      if (documentId === undefined) return err({ tag: 'HouseholdMissing' });
      const outcome = documents.change(documentId, run, withAudit(call));
      if (outcome.ok) return outcome;
      const missing = outcome.error.tag === 'DocumentMissing';
      return missing ? err({ tag: 'HouseholdMissing' }) : err(outcome.error as E | ErrorOf<'DocumentReadOnly'>);
    });
  }

  return {
    'plan.adopt': ({ documentId, planId, regisseur, reason }, call) =>
      inDossier(documentId, call, (doc, writer): ResultOf<'plan.adopt'> => {
        const plan = readRecord(doc, 'plans', planId);
        if (plan === null || plan.deleted) return err({ tag: 'RecordMissing' as const });
        const { status } = readPlanStatus(doc, planId);
        if (!mayBecome(status, 'VASTGESTELD')) {
          return err({ tag: 'PlanStepNotAllowed' as const, from: status, to: 'VASTGESTELD' as const });
        }
        const refused = notRegisseur(doc, me.userId);
        if (refused !== null) return err(refused);
        if (readRegisseur(doc).user === '') {
          if (regisseur === undefined) return err({ tag: 'RegisseurMissing' as const });
          decideRegisseur(doc, { user: regisseur }, why(reason), writer);
        }
        const summary = planSummary(doc, planId, dayOf(writer));
        const questions = summary === null ? [] : questionsAboutPlan(summary, dayOf(writer));
        const mistake = questions.find((question) => question.mistake);
        if (mistake !== undefined) {
          return err({ tag: 'PlanMistake' as const, code: mistake.code as 'EINDE_VOOR_BEGIN' | 'EVALUATIE_VOORBIJ' });
        }
        const before = readPlanInForce(doc).planId;
        const decisionId = decidePlan(
          doc,
          { planId, status: 'VASTGESTELD', inForcePlanId: planId, reason: why(reason) },
          writer,
        );
        if (before !== null && before !== planId) {
          decidePlan(doc, { planId: before, status: 'AFGEROND', reason: '' }, writer);
        }
        setFields(doc, 'household', 'household', { status: 'PLAN_ACTIEF' }, writer);
        return ok({ decisionId, questions: [...questions] });
      }),

    'plan.setStatus': ({ documentId, planId, to, reason }, call) =>
      inDossier(documentId, call, (doc, writer): ResultOf<'plan.setStatus'> => {
        const plan = readRecord(doc, 'plans', planId);
        if (plan === null || plan.deleted) return err({ tag: 'RecordMissing' as const });
        const { status } = readPlanStatus(doc, planId);
        const returning = status === 'IN_EVALUATIE' && to === 'VASTGESTELD';
        if (!mayBecome(status, to) || (to === 'VASTGESTELD' && !returning)) {
          return err({ tag: 'PlanStepNotAllowed' as const, from: status, to });
        }
        const refused = OF_REGISSEUR.has(to) || isActive(status) ? notRegisseur(doc, me.userId) : null;
        if (refused !== null) return err(refused);
        const inForce = readPlanInForce(doc).planId === planId;
        const force = inForce ? { inForcePlanId: isActive(to) ? planId : ('' as const) } : {};
        return ok({ decisionId: decidePlan(doc, { planId, status: to, ...force, reason: why(reason) }, writer) });
      }),

    'plan.choose': ({ documentId, decisionId, reason }, call) =>
      inDossier(documentId, call, (doc, writer): ResultOf<'plan.choose'> => {
        const chosen = readRecord(doc, 'planDecisions', decisionId)?.values;
        if (chosen?.planId === undefined || chosen.status === undefined) return err({ tag: 'RecordMissing' as const });
        const { planId, status } = chosen;
        const { proposals } = readPlanInForce(doc);
        const overForce = proposals.some(({ id }) => id === decisionId);
        const overStatus = readPlanStatus(doc, planId).proposals.some(({ id }) => id === decisionId);
        if (!overForce && !overStatus) return err({ tag: 'NothingToChoose' as const });
        const others = new Set(proposals.map(({ value }) => value.planId));
        const inForcePlanId = chosen.inForcePlanId;
        const made = decidePlan(
          doc,
          { planId, status, ...(inForcePlanId === undefined ? {} : { inForcePlanId }), reason: why(reason) },
          writer,
        );
        // The plan that was not chosen is stopped, and stays to be read.
        for (const other of others) {
          if (!overForce || other === '' || other === planId || !isActive(readPlanStatus(doc, other).status)) continue;
          decidePlan(doc, { planId: other, status: 'GESTOPT', reason: why(reason) }, writer);
        }
        return ok({ decisionId: made });
      }),

    'regisseur.assign': ({ documentId, regisseur, form, reason }, call) =>
      inDossier(documentId, call, (doc, writer): ResultOf<'regisseur.assign'> => {
        // A plan in force has exactly one regisseur; handing over is naming the next one.
        if (regisseur === '' && readPlanInForce(doc).planId !== null) return err({ tag: 'RegisseurMissing' as const });
        return ok({ decisionId: decideRegisseur(doc, { user: regisseur, form: form ?? '' }, why(reason), writer) });
      }),

    'regisseur.choose': ({ documentId, decisionId, reason }, call) =>
      inDossier(documentId, call, (doc, writer): ResultOf<'regisseur.choose'> => {
        const { proposals } = readRegisseur(doc);
        if (readRecord(doc, 'regisseurDecisions', decisionId) === null) return err({ tag: 'RecordMissing' as const });
        const chosen = proposals.find(({ id }) => id === decisionId);
        if (chosen === undefined) return err({ tag: 'NothingToChoose' as const });
        return ok({ decisionId: decideRegisseur(doc, chosen.value, why(reason), writer) });
      }),

    'evaluation.record': ({ documentId, evaluationId, decision, reason, nextEvaluationOn }, call) =>
      inDossier(documentId, call, (doc, writer): ResultOf<'evaluation.record'> => {
        const view = readRecord(doc, 'evaluations', evaluationId);
        const planId = view?.values.planId;
        if (view === null || view.deleted || planId === undefined) return err({ tag: 'RecordMissing' as const });
        if ((view.values.recordedAt ?? '') !== '') return err({ tag: 'AlreadyFinalized' as const });
        const today = dayOf(writer);
        if ((view.values.date ?? today) > today) return err({ tag: 'DateInFuture' as const });
        if (nextEvaluationOn !== undefined && nextEvaluationOn < today) return err({ tag: 'DateInPast' as const });
        const now = ladderNow(doc);
        const after = LADDER.map((step) => now[step]);
        const before = readEvaluations(doc, planId).find(
          ({ id, values }) => id !== evaluationId && (values.recordedAt ?? '') !== '',
        )?.values.ladderAfter;
        const recordedAt = new Date(writer.nowMs()).toISOString();
        setFields(
          doc,
          'evaluations',
          evaluationId,
          {
            decision,
            decisionReason: why(reason),
            nextEvaluationOn: nextEvaluationOn ?? '',
            ladderBefore: before ?? after,
            ladderAfter: after,
            recordedAt,
            recordedBy: me.userId,
          },
          writer,
        );
        if (nextEvaluationOn !== undefined && readRecord(doc, 'plans', planId) !== null) {
          setFields(doc, 'plans', planId, { evaluationOn: nextEvaluationOn }, writer);
        }
        const { status } = readPlanStatus(doc, planId);
        if (status === 'IN_EVALUATIE' && readPlanInForce(doc).planId === planId) {
          decidePlan(doc, { planId, status: 'VASTGESTELD', inForcePlanId: planId, reason: '' }, writer);
        }
        return ok({ recordedAt });
      }),

    'household.close': (input, call) =>
      inHousehold(input.householdId, call, (doc, writer): ResultOf<'household.close'> => {
        const refused = notRegisseur(doc, me.userId);
        if (refused !== null) return err(refused);
        const { keepContactOn = '', closingReason } = input;
        const parsed = parseCaseNumber(input.caseNumber ?? '');
        if (!parsed.ok) return err({ tag: 'CaseNumberProblem' as const, code: parsed.error });
        const caseNumber = parsed.value;
        const keepContactBy = keepContactOn === '' ? '' : (input.keepContactBy ?? me.userId);
        if (keepContactOn !== '' && keepContactOn < dayOf(writer)) return err({ tag: 'DateInPast' as const });
        const questions = questionsAtClosing(
          closingFacts(doc, {
            reasonChosen: closingReason !== undefined,
            keepContactOn,
            caseNumber,
            exported: exported.get(input.householdId) !== undefined,
          }),
        );
        if (!input.confirmed && questions.length > 0) return ok({ closed: false, questions: [...questions] });
        createRecord(
          doc,
          'closings',
          {
            closed: true,
            closingReason: closingReason ?? '',
            resultAnswer: why(input.resultAnswer),
            keepContactRhythm: why(input.keepContactRhythm),
            keepContactOn,
            keepContactBy,
            caseNumber,
            leftOpen: questions.map(({ code }) => code),
            replaces: readClosings(doc).map(({ id }) => id as RecordId),
            decidedOn: dayOf(writer),
            reason: why(input.reason),
          },
          writer,
        );
        const { planId } = readPlanInForce(doc);
        if (planId !== null) {
          decidePlan(doc, { planId, status: 'AFGEROND', inForcePlanId: '', reason: why(input.reason) }, writer);
        }
        const pulse = keepContactOn !== '' || why(input.keepContactRhythm) !== '';
        const status = closingReason === 'OVERGEDRAGEN' ? 'OVERGEDRAGEN' : pulse ? 'VINGER_AAN_DE_POLS' : 'AFGESLOTEN';
        const contact =
          keepContactBy === ''
            ? { nextContactOn: '' }
            : {
                nextContactOn: keepContactOn,
                nextContactReason: '',
                contactUser: keepContactBy,
              };
        setFields(doc, 'household', 'household', { status, ...contact }, writer);
        return ok({ closed: true, questions: [...questions] });
      }),

    'household.reopen': ({ householdId, reason }, call) =>
      inHousehold(householdId, call, (doc, writer): ResultOf<'household.reopen'> => {
        const closings = readClosings(doc);
        if (closings.at(-1)?.value !== true) return err({ tag: 'NotClosed' as const });
        createRecord(
          doc,
          'closings',
          {
            closed: false,
            replaces: closings.map(({ id }) => id as RecordId),
            decidedOn: dayOf(writer),
            reason: why(reason),
          },
          writer,
        );
        setFields(doc, 'household', 'household', { status: 'VERKENNEN' }, writer);
        return ok({});
      }),

    'meldcode.recordStep': ({ documentId, meldcodeId, ...step }, call) =>
      storeResult(() => {
        if (documents.facts(documentId)?.kind !== 'restricted') return err({ tag: 'DocumentMissing' as const });
        return documents.change(
          documentId,
          (doc, writer): ResultOf<'meldcode.recordStep'> => {
            if (readRecord(doc, 'meldcodes', meldcodeId) === null) return err({ tag: 'RecordMissing' as const });
            const problem = stepProblem(step);
            if (problem !== null) return err({ tag: 'MeldcodeStepProblem' as const, code: problem.code });
            if (step.on > dayOf(writer)) return err({ tag: 'DateInFuture' as const });
            return ok({ stepId: createRecord(doc, 'meldcodeSteps', { meldcodeId, ...step }, writer) });
          },
          withAudit(call),
        );
      }),
  };
}
