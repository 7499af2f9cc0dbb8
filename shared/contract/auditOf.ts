/**
 * The audit row of one call. A handler that changes something takes the row and writes it in its own transaction, so
 * that change and row exist together or not at all; for every other call, and for one that fails, the dispatcher
 * writes it.
 */
import type { AppError } from '../errors.ts';
import type { Result } from '../result.ts';
import type { AuditEntry, CallContext, CommandName } from './contract.ts';
import type { CommandSpec } from './define.ts';

export interface AuditOfCall {
  readonly context: CallContext;
  /** The row that is still to be written after this outcome, or null. */
  rowFor(outcome: Result<unknown, AppError>): AuditEntry | null;
}

export function auditOf(command: CommandName, spec: CommandSpec, input: unknown): AuditOfCall {
  const auditClass = spec.audit;
  if (auditClass === 'none') return { context: { takeAudit: () => null }, rowFor: () => null };
  const objectId = objectIdIn(input);
  let taken = false;
  return {
    context: {
      takeAudit: () => {
        if (taken) return null;
        taken = true;
        return { command, auditClass, objectId, result: 'ok' };
      },
    },
    rowFor: (outcome) => {
      if (!outcome.ok) return { command, auditClass, objectId, result: outcome.error.tag };
      if (taken) return null;
      return { command, auditClass, objectId: objectId ?? objectIdIn(outcome.value), result: 'ok' };
    },
  };
}

function objectIdIn(value: unknown): string | null {
  if (typeof value !== 'object' || value === null) return null;
  const facts = value as Readonly<Record<string, unknown>>;
  for (const key of ['documentId', 'householdId', 'profileId', 'backupId']) {
    const id = facts[key];
    if (typeof id === 'string') return id;
  }
  return null;
}
