/**
 * The one list of everything a screen can ask of the vault, and of everything the vault tells a screen.
 * Parsed on both sides (client.ts, dispatcher.ts). To add a command: add it here, in the file of its area, and in
 * electron/vault/handlers/.
 */
import { z } from 'zod';
import { DocumentId, HouseholdId } from '../domain/ids.ts';
import { Bytes } from './bytes.ts';
import { accessCommands } from './commands/access.ts';
import { careCommands } from './commands/care.ts';
import { consultationCommands } from './commands/consultation.ts';
import { dossierCommands } from './commands/dossier.ts';
import { importCommands } from './commands/import.ts';
import { logCommands } from './commands/log.ts';
import { municipalityCommands } from './commands/municipality.ts';
import { draftCommands } from './commands/drafts.ts';
import { organisationCommands } from './commands/organisations.ts';
import { overviewCommands } from './commands/overview.ts';
import { paperCommands } from './commands/paper.ts';
import { planCommands } from './commands/plan.ts';
import { SessionState, sessionCommands } from './commands/session.ts';
import { sharingCommands, SharingSummary } from './commands/sharing.ts';
import { tasksCommands } from './commands/tasks.ts';
import { WorkProgress } from './work.ts';
import { event, type AuditClass, type CommandSpec, type COMMON_ERRORS, type EventSpec } from './define.ts';
import type { ErrorOf, ErrorTag } from '../errors.ts';
import type { Result } from '../result.ts';

export const CONTRACT_VERSION = 1;

export const commands = {
  ...sessionCommands,
  ...dossierCommands,
  ...overviewCommands,
  ...careCommands,
  ...consultationCommands,
  ...tasksCommands,
  ...sharingCommands,
  ...accessCommands,
  ...logCommands,
  ...planCommands,
  ...paperCommands,
  ...municipalityCommands,
  ...draftCommands,
  ...importCommands,
  ...organisationCommands,
} as const satisfies Record<string, CommandSpec>;

export const events = {
  'session.changed': event(
    'The vault was hidden, opened or locked, by the person or by idleness.',
    z.object({ state: SessionState }),
  ),
  'session.closing': event(
    'The vault locks by itself in less than half a second (idle, sleep, window gone): save what is typed now.',
    z.object({}),
  ),
  'document.changed': event(
    'Another writer changed an open document.',
    z.object({ documentId: DocumentId, update: Bytes }),
  ),
  'lists.changed': event(
    'Rows that lists show have changed; ask again.',
    z.object({ householdId: HouseholdId.nullable() }),
  ),
  'household.withdrawn': event(
    'This worker may not open a dossier any more: it left the lists, and a screen that shows it says so.',
    z.object({ householdId: HouseholdId, documentId: DocumentId }),
  ),
  'sharing.changed': event('What is shared and what waits has changed; at most a few times a second.', SharingSummary),
  'work.progress': event(
    'How far work is that takes longer than half a second; at most four times a second, and once when it ended.',
    WorkProgress,
  ),
  'municipality.changed': event('The gemeenteprofiel in use is another one; ask again.', z.object({})),
  'team.changed': event('Members, roles, access or a join request have changed; ask again.', z.object({})),
} as const satisfies Record<string, EventSpec>;

export type CommandName = keyof typeof commands;
export type EventName = keyof typeof events;
type Commands = typeof commands;

export type InputOf<N extends CommandName> = z.input<Commands[N]['input']>;
export type ParsedInputOf<N extends CommandName> = z.output<Commands[N]['input']>;
export type OutputOf<N extends CommandName> = z.output<Commands[N]['output']>;
export type ErrorsOf<N extends CommandName> = ErrorOf<Commands[N]['errors'][number] | (typeof COMMON_ERRORS)[number]>;
export type ResultOf<N extends CommandName> = Result<OutputOf<N>, ErrorsOf<N>>;
export type PayloadOf<N extends EventName> = z.output<(typeof events)[N]['payload']>;

/** What the chained log keeps of one call: never content. `result` is `ok` or the tag it answered with. */
export interface AuditEntry {
  readonly command: CommandName;
  readonly auditClass: Exclude<AuditClass, 'none'>;
  /** The document, household or profile it was about, when there is one. */
  readonly objectId: string | null;
  readonly result: 'ok' | ErrorTag;
}

/** What a handler may use beside its input. */
export interface CallContext {
  /**
   * The audit row of this call, for a handler that writes it inside its own transaction (every change does). Once
   * taken, the dispatcher writes none when the call succeeds. Null when the command's class is `none`, or when taken before.
   */
  takeAudit(): AuditEntry | null;
}

/** What the vault must implement: one function per command. Anything it throws is a bug. */
export type Handlers = {
  readonly [N in CommandName]: (input: ParsedInputOf<N>, call: CallContext) => ResultOf<N> | Promise<ResultOf<N>>;
};
