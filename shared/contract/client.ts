/**
 * The screen's end of the contract. Every call settles: with the parsed answer, or with a tagged error
 * (`TimedOut`, `ConnectionLost`, `ContractBroken`, or what the vault said). Nothing throws across the boundary,
 * and nothing reaches a listener that the contract does not describe.
 */
import type { z } from 'zod';
import { parseAppError, type AppError } from '../errors.ts';
import { err, ok, type Result } from '../result.ts';
import { MAX_MESSAGE_BYTES } from './bytes.ts';
import { decodeEnvelope, encodeEnvelope, type Envelope } from './codec.ts';
import {
  commands,
  events,
  type CommandName,
  type EventName,
  type InputOf,
  type PayloadOf,
  type ResultOf,
} from './contract.ts';
import { COMMON_ERRORS, type CommandSpec } from './define.ts';
import { pathOf } from './issuePath.ts';
import type { Transport } from './transport.ts';

export interface ClientDeps {
  /** Timers of the place the client runs in. */
  setTimer(run: () => void, ms: number): { cancel(): void };
  /** Told of an event or reply that is not in the contract; the call itself answers `ContractBroken`. */
  onBroken?(name: string): void;
}

export interface Client {
  /** Asks the vault. Always settles within the command's time. `signal` tells the vault that nobody waits any more. */
  call<N extends CommandName>(name: N, input: InputOf<N>, signal?: Cancel): Promise<ResultOf<N>>;
  /** Listens until the returned function is called. */
  on<N extends EventName>(name: N, listener: (payload: PayloadOf<N>) => void): () => void;
  /** Settles once, when the connection is gone for whatever reason. */
  readonly closed: Promise<void>;
  close(): void;
}

/** The part of AbortSignal that is needed; shared code has no DOM. */
export interface Cancel {
  readonly aborted: boolean;
  addEventListener(type: 'abort', listener: () => void): void;
}

interface Waiting {
  readonly name: CommandName;
  settle(outcome: Result<unknown, AppError>): void;
}

/** A client over this transport; it takes over the transport's listeners. */
export function createClient(transport: Transport, deps: ClientDeps): Client {
  const waiting = new Map<number, Waiting>();
  const listeners = new Map<string, Set<(payload: unknown) => void>>();
  let lastId = 0;
  let isClosed = false;

  const closed = new Promise<void>((resolve) => {
    transport.onClose(() => {
      isClosed = true;
      for (const call of [...waiting.values()]) call.settle(err({ tag: 'ConnectionLost' }));
      resolve();
    });
  });

  transport.onMessage((message) => {
    const decoded = decodeEnvelope(message);
    if (!decoded.ok) {
      const call = decoded.error.id === null ? undefined : waiting.get(decoded.error.id);
      if (call) call.settle(err({ tag: 'ContractBroken', command: call.name }));
      else deps.onBroken?.(decoded.error.reason);
    } else if (decoded.value.kind === 'reply') onReply(decoded.value);
    else if (decoded.value.kind === 'event') onEvent(decoded.value);
    else deps.onBroken?.(decoded.value.kind);
  });

  function onReply(reply: Envelope & { kind: 'reply' }): void {
    const call = waiting.get(reply.id);
    // Late answers to calls that gave up are normal.
    call?.settle(parseOutcome(call.name, reply.outcome) ?? err({ tag: 'ContractBroken', command: call.name }));
  }

  function onEvent(event: Envelope & { kind: 'event' }): void {
    const spec = Object.hasOwn(events, event.name) ? events[event.name as EventName] : null;
    const payload = spec?.payload.safeParse(event.payload);
    if (!payload?.success) {
      deps.onBroken?.(spec ? event.name : 'unknown event');
      return;
    }
    for (const listener of [...(listeners.get(event.name) ?? [])]) listener(payload.data);
  }

  function send<N extends CommandName>(name: N, input: InputOf<N>, signal?: Cancel): Promise<ResultOf<N>> {
    const spec: CommandSpec = commands[name];
    const refuse = (error: AppError) => Promise.resolve(err(error) as ResultOf<N>);
    const parsed = spec.input.safeParse(input);
    if (!parsed.success) return refuse({ tag: 'InvalidInput', path: pathOf(parsed.error as z.ZodError) });
    if (isClosed || signal?.aborted) return refuse({ tag: 'ConnectionLost' });
    const id = (lastId += 1);
    const message = encodeEnvelope({ kind: 'request', id, name, input });
    if (message.byteLength > MAX_MESSAGE_BYTES)
      return refuse({ tag: 'PayloadTooLarge', limitBytes: MAX_MESSAGE_BYTES });

    return new Promise((resolve) => {
      const settle = (outcome: Result<unknown, AppError>): void => {
        if (!waiting.delete(id)) return;
        timer.cancel();
        resolve(outcome as ResultOf<N>);
      };
      const giveUp = (error: AppError): void => {
        if (waiting.has(id)) transport.send(encodeEnvelope({ kind: 'cancel', id }));
        settle(err(error));
      };
      const timer = deps.setTimer(() => giveUp({ tag: 'TimedOut', command: name }), spec.timeoutMs);
      waiting.set(id, { name, settle });
      signal?.addEventListener('abort', () => giveUp({ tag: 'TimedOut', command: name }));
      transport.send(message);
    });
  }

  return {
    call: send,
    on(name, listener) {
      const set = listeners.get(name) ?? new Set();
      listeners.set(name, set);
      const entry = (payload: unknown) => listener(payload as PayloadOf<typeof name>);
      set.add(entry);
      return () => set.delete(entry);
    },
    closed,
    close: () => transport.close(),
  };
}

/** The outcome of a reply, or null when it is not what the contract says. */
function parseOutcome(name: CommandName, outcome: unknown): Result<unknown, AppError> | null {
  if (typeof outcome !== 'object' || outcome === null || !('ok' in outcome)) return null;
  const spec: CommandSpec = commands[name];
  if (outcome.ok === true) {
    const value = spec.output.safeParse('value' in outcome ? outcome.value : undefined);
    return value.success ? ok(value.data) : null;
  }
  const error = parseAppError('error' in outcome ? outcome.error : undefined);
  if (outcome.ok !== false || error === null) return null;
  const mayAnswer: readonly string[] = [...COMMON_ERRORS, ...spec.errors];
  return mayAnswer.includes(error.tag) ? err(error) : null;
}
