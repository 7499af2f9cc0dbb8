/**
 * The vault's end of the contract. Every request goes through the same gates, in this order:
 *
 *   size, envelope, version, known name, rate, sender, state (locked, hidden), input, handler, audit, output
 *
 * Each gate answers with a tag; nothing gets past one that it fails. A handler that throws is a bug: caught here once,
 * logged under a report id, answered `Internal{reportId}`; no stack and no message crosses. What a handler gives back
 * is parsed too, so no field leaves the vault that the contract does not name. A command whose audit class is not
 * `none` is answered only after its audit row is written: by the handler in its own transaction, or else here.
 */
import type { z } from 'zod';
import type { Clock, Logger, Random } from '../deps.ts';
import type { AppError, ErrorOf } from '../errors.ts';
import { err, ok, type Result } from '../result.ts';
import { auditOf } from './auditOf.ts';
import { MAX_MESSAGE_BYTES } from './bytes.ts';
import { decodeEnvelope, encodeEnvelope, type CodecError } from './codec.ts';
import {
  commands,
  events,
  type AuditEntry,
  type CallContext,
  type CommandName,
  type EventName,
  type Handlers,
  type PayloadOf,
} from './contract.ts';
import { COMMON_ERRORS, type Availability, type CommandSpec } from './define.ts';
import { pathOf } from './issuePath.ts';
import { createRateCap } from './rateCap.ts';
import { whereThrown } from './whereThrown.ts';
import type { Transport } from './transport.ts';

export type VaultState = 'locked' | 'open' | 'hidden';

export interface DispatcherDeps {
  /** What can be called now; asked at every call, because unlocking adds handlers and locking takes them away. */
  handlers(): Partial<Handlers>;
  state(): VaultState;
  /**
   * Writes one audit row. A row that cannot be written refuses the call, also one that only looks: an unlogged look at
   * a dossier does not exist. Before a vault is open there is nowhere to write, and the answer is `ok`.
   */
  audit(entry: AuditEntry): Result<unknown, ErrorOf<'DiskFull' | 'DiskError'>>;
  readonly logger: Logger;
  readonly random: Random;
  readonly clock: Clock;
  /** False when this message must not be answered; a host that knows who sent it (Electron's frames) decides here. */
  verifySender?(transport: Transport): boolean;
}

export interface Dispatcher {
  /** Serves this screen until it closes or is detached. */
  attach(transport: Transport): { detach(): void };
  /** Tells every attached screen; a hidden one only hears `session.changed`. */
  emit<N extends EventName>(name: N, payload: PayloadOf<N>): void;
  /** Settles when every call that began has been answered; locking waits for it. */
  whenIdle(): Promise<void>;
}

const CALLS_PER_SECOND = 200;
const MAX_RUNNING = 256;

export function createDispatcher(deps: DispatcherDeps): Dispatcher {
  const screens = new Set<Screen>();
  const running = new Set<Promise<void>>();

  return {
    attach(transport) {
      const screen = new Screen(transport, deps);
      screens.add(screen);
      transport.onClose(() => screens.delete(screen));
      transport.onMessage((message) => {
        const call = screen.receive(message);
        if (call === null) return;
        running.add(call);
        void call.finally(() => running.delete(call));
      });
      return {
        detach: () => {
          screens.delete(screen);
          screen.silence();
        },
      };
    },
    emit(name, payload) {
      const parsed = events[name].payload.safeParse(payload);
      if (!parsed.success)
        throw new Error(`event ${name} breaks its own contract at ${pathOf(parsed.error as z.ZodError)}`);
      if (deps.state() === 'hidden' && name !== 'session.changed') return;
      const message = encodeEnvelope({ kind: 'event', name, payload: parsed.data });
      for (const screen of screens) screen.send(message);
    },
    async whenIdle() {
      while (running.size > 0) await Promise.allSettled([...running]);
    },
  };
}

/** One attached screen: its rate, its running calls, its cancelled ones. */
class Screen {
  readonly #transport: Transport;
  readonly #deps: DispatcherDeps;
  readonly #rate;
  readonly #runningIds = new Set<number>();
  readonly #cancelledIds = new Set<number>();
  #silent = false;

  constructor(transport: Transport, deps: DispatcherDeps) {
    this.#transport = transport;
    this.#deps = deps;
    this.#rate = createRateCap(deps.clock, CALLS_PER_SECOND);
  }

  send(message: Uint8Array): void {
    if (!this.#silent) this.#transport.send(message);
  }

  silence(): void {
    this.#silent = true;
  }

  /** Starts a call; null when the message asked for nothing. */
  receive(message: Uint8Array): Promise<void> | null {
    if (this.#silent) return null;
    const decoded = decodeEnvelope(message);
    if (!decoded.ok) {
      this.#refuseBytes(decoded.error);
      return null;
    }
    const envelope = decoded.value;
    if (envelope.kind === 'cancel') {
      if (this.#runningIds.has(envelope.id)) this.#cancelledIds.add(envelope.id);
      return null;
    }
    if (envelope.kind !== 'request') {
      this.#deps.logger.event('contract.unexpectedKind', { kind: envelope.kind });
      return null;
    }
    const { id, name, input } = envelope;
    if (this.#runningIds.has(id)) {
      // Two answers under one id would be given to the wrong caller.
      this.#answer(id, err({ tag: 'ContractBroken', command: '' }));
      return null;
    }
    return this.#run(id, name, input);
  }

  async #run(id: number, name: string, input: unknown): Promise<void> {
    this.#runningIds.add(id);
    try {
      const outcome = await this.#outcomeOf(name, input).catch((thrown: unknown) => err(this.#reportBug(name, thrown)));
      if (!this.#cancelledIds.delete(id)) this.#answer(id, outcome);
    } finally {
      this.#runningIds.delete(id);
      this.#cancelledIds.delete(id);
    }
  }

  async #outcomeOf(name: string, input: unknown): Promise<Result<unknown, AppError>> {
    const deps = this.#deps;
    if (!isCommandName(name)) return err({ tag: 'UnknownCommand' });
    if (!this.#rate.take() || this.#runningIds.size > MAX_RUNNING) return err({ tag: 'TooBusy' });
    if (deps.verifySender?.(this.#transport) === false) return err({ tag: 'WrongSender' });
    const spec: CommandSpec = commands[name];
    const closed = refusalIn(deps.state(), spec.available);
    if (closed !== null) return err({ tag: closed } as AppError);
    const handler = deps.handlers()[name] as
      | ((input: unknown, call: CallContext) => Result<unknown, AppError> | Promise<Result<unknown, AppError>>)
      | undefined;
    if (handler === undefined) throw new Error('no handler');
    const parsed = spec.input.safeParse(input);
    if (!parsed.success) return err({ tag: 'InvalidInput', path: pathOf(parsed.error as z.ZodError) });

    const audit = auditOf(name, spec, parsed.data);
    const outcome = await handler(parsed.data, audit.context);
    const row = audit.rowFor(outcome);
    const written = row === null ? ok(null) : deps.audit(row);
    if (!written.ok) return written;
    return parseOutcome(spec, outcome);
  }

  #refuseBytes(error: CodecError): void {
    this.#deps.logger.event('contract.badMessage', { reason: error.reason });
    if (error.kind === 'request' && error.id !== null) {
      this.#answer(
        error.id,
        err(
          error.reason === 'TOO_LARGE'
            ? { tag: 'PayloadTooLarge', limitBytes: MAX_MESSAGE_BYTES }
            : { tag: 'ContractBroken', command: '' },
        ),
      );
    } else if (error.kind === null) {
      // Whoever cannot write a header is not our screen.
      this.#transport.close();
    }
  }

  #answer(id: number, outcome: Result<unknown, AppError>): void {
    let message = encodeEnvelope({ kind: 'reply', id, outcome });
    if (message.byteLength > MAX_MESSAGE_BYTES) {
      const tooLarge = err<AppError>({ tag: 'PayloadTooLarge', limitBytes: MAX_MESSAGE_BYTES });
      message = encodeEnvelope({ kind: 'reply', id, outcome: tooLarge });
    }
    this.send(message);
  }

  #reportBug(name: string, thrown: unknown): AppError {
    const reportId = Array.from(this.#deps.random.bytes(4), (byte) => byte.toString(16).padStart(2, '0')).join('');
    this.#deps.logger.event('bug', { reportId, command: name, ...whereThrown(thrown) });
    return { tag: 'Internal', reportId };
  }
}

function isCommandName(name: string): name is CommandName {
  return Object.hasOwn(commands, name);
}

function refusalIn(state: VaultState, available: Availability): 'Locked' | 'Hidden' | 'AlreadyOpen' | null {
  if (available === 'any') return null;
  if (state === 'locked') return available === 'locked' ? null : 'Locked';
  if (state === 'hidden') return available === 'hidden' ? null : 'Hidden';
  return available === 'locked' ? 'AlreadyOpen' : null;
}

/** What may leave: declared fields and declared errors only. Anything else is a bug in a handler, so it throws. */
function parseOutcome(spec: CommandSpec, outcome: Result<unknown, AppError>): Result<unknown, AppError> {
  if (outcome.ok) {
    const value = spec.output.safeParse(outcome.value);
    if (!value.success) throw new UndeclaredAnswer(pathOf(value.error as z.ZodError));
    return ok(value.data);
  }
  const declared: readonly string[] = [...COMMON_ERRORS, ...spec.errors];
  if (!declared.includes(outcome.error.tag)) throw new UndeclaredAnswer(outcome.error.tag);
  return err(outcome.error);
}

/** A handler answered something the contract does not name; `detail` is a field path or a tag. */
export class UndeclaredAnswer extends Error {
  override readonly name = 'UndeclaredAnswer';
  readonly detail: string;
  constructor(detail: string) {
    super('the answer is not in the contract');
    this.detail = detail;
  }
}
