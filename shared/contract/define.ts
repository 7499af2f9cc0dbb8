/** How a command or event is declared: schemas for both ways, the errors it may answer with, and its audit class. */
import type { z } from 'zod';
import type { ErrorTag } from '../errors.ts';

/** What the chained log records of it: nothing, a look, a change, a search, or something that leaves the app. */
export type AuditClass = 'none' | 'view' | 'change' | 'search' | 'export';

/**
 * When a command may run: `any` always; `locked` only before unlock; `open` only unlocked and visible;
 * `hidden` also while the screen is hidden (Verbergen).
 */
export type Availability = 'any' | 'locked' | 'open' | 'hidden';

export interface CommandSpec<
  I extends z.ZodType = z.ZodType,
  O extends z.ZodType = z.ZodType,
  E extends ErrorTag = ErrorTag,
> {
  /** One sentence for the reader of the contract. */
  readonly doc: string;
  readonly input: I;
  readonly output: O;
  /** Beside the errors every command may answer with (COMMON_ERRORS). */
  readonly errors: readonly E[];
  readonly audit: AuditClass;
  readonly available: Availability;
  /** Longest time the screen waits for an answer, in milliseconds. */
  readonly timeoutMs: number;
}

export interface EventSpec<P extends z.ZodType = z.ZodType> {
  readonly doc: string;
  readonly payload: P;
}

export const COMMON_ERRORS = [
  'UnknownCommand',
  'InvalidInput',
  'PayloadTooLarge',
  'WrongSender',
  'ContractBroken',
  'Internal',
  'TimedOut',
  'ConnectionLost',
  'TooBusy',
  'Locked',
  'Hidden',
  'AlreadyOpen',
  'DiskFull',
  'DiskError',
  'DatabaseDamaged',
] as const satisfies readonly ErrorTag[];

export function command<
  I extends z.ZodType,
  O extends z.ZodType,
  const E extends readonly ErrorTag[] = readonly [],
>(spec: {
  doc: string;
  input: I;
  output: O;
  errors?: E;
  audit: AuditClass;
  available?: Availability;
  timeoutMs?: number;
}): CommandSpec<I, O, E[number]> {
  return { errors: [] as unknown as E, available: 'open', timeoutMs: 15_000, ...spec };
}

export const event = <P extends z.ZodType>(doc: string, payload: P): EventSpec<P> => ({ doc, payload });
