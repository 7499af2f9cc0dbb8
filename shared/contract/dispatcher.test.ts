import { describe, expect, it } from 'vitest';
import type { AppError } from '../errors.ts';
import { err, ok, type Result } from '../result.ts';
import { MAX_MESSAGE_BYTES } from './bytes.ts';
import { createClient, type Client } from './client.ts';
import { decodeEnvelope, encodeEnvelope } from './codec.ts';
import type { AuditEntry, CallContext, Handlers } from './contract.ts';
import { createDispatcher, type Dispatcher, type DispatcherDeps, type VaultState } from './dispatcher.ts';
import { createMemoryTransportPair } from './memoryTransport.ts';
import type { Transport } from './transport.ts';

const householdId = 'a'.repeat(32);
const documentId = 'b'.repeat(32);

interface Vault {
  readonly client: Client;
  readonly screen: Transport;
  readonly dispatcher: Dispatcher;
  readonly audited: AuditEntry[];
  readonly logged: [string, object][];
  readonly timers: { run: () => void; ms: number }[];
  state: VaultState;
  nowMs: number;
}

/** A dispatcher with these handlers, a client on the other end, and everything it says recorded. */
function vaultWith(handlers: Record<string, unknown>, deps: Partial<DispatcherDeps> = {}): Vault {
  const [screen, inside] = createMemoryTransportPair();
  const audited: AuditEntry[] = [];
  const logged: [string, object][] = [];
  const timers: { run: () => void; ms: number }[] = [];
  const vault = { audited, logged, timers, screen, state: 'open' as VaultState, nowMs: 0 };
  const dispatcher = createDispatcher({
    handlers: () => handlers as Partial<Handlers>,
    state: () => vault.state,
    audit: (entry) => ok(audited.push(entry)),
    logger: { event: (name, facts) => logged.push([name, facts ?? {}]) },
    random: { bytes: (length) => new Uint8Array(length).fill(7) },
    clock: { nowMs: () => vault.nowMs },
    ...deps,
  });
  dispatcher.attach(inside);
  const client = createClient(screen, {
    setTimer: (run, ms) => {
      timers.push({ run, ms });
      return { cancel: () => undefined };
    },
  });
  return Object.assign(vault, { dispatcher, client });
}

/** One raw message to the vault, and the outcome it answers. */
async function rawReply(vault: Vault, message: Uint8Array): Promise<unknown> {
  const answer = new Promise<unknown>((resolve) => {
    vault.screen.onMessage((bytes) => {
      const decoded = decodeEnvelope(bytes);
      resolve(decoded.ok && decoded.value.kind === 'reply' ? decoded.value.outcome : decoded);
    });
  });
  vault.screen.send(message);
  return answer;
}

const info = { version: '1', host: 'memory', state: 'open', practice: false, waitingToShare: false };

describe('the gates of the dispatcher', () => {
  it('answers a call with what the handler gave', async () => {
    const vault = vaultWith({ 'app.info': () => ok(info) });
    expect(await vault.client.call('app.info', {})).toEqual(ok(info));
  });

  it('knows an unknown command', async () => {
    const vault = vaultWith({});
    for (const name of ['plan.explode', '__proto__', 'toString', '']) {
      expect(await rawReply(vault, encodeEnvelope({ kind: 'request', id: 1, name, input: {} }))).toEqual(
        err({ tag: 'UnknownCommand' }),
      );
    }
  });

  it('refuses a wrong value by the name of the field, never by what was typed', async () => {
    const vault = vaultWith({ 'household.create': () => Promise.reject(new Error('reached')) });
    const message = encodeEnvelope({
      kind: 'request',
      id: 1,
      name: 'household.create',
      input: { name: 'Gezin', person: { firstName: 12345 } },
    });
    expect(await rawReply(vault, message)).toEqual(err({ tag: 'InvalidInput', path: 'person.firstName' }));
  });

  it('refuses a message that is too large, also when it comes past the client', async () => {
    const vault = vaultWith({});
    const update = new Uint8Array(MAX_MESSAGE_BYTES);
    const tooLarge = err({ tag: 'PayloadTooLarge', limitBytes: MAX_MESSAGE_BYTES });
    expect(await vault.client.call('document.push', { documentId, update } as never)).toEqual(tooLarge);
    const message = encodeEnvelope({ kind: 'request', id: 1, name: 'document.push', input: { documentId, update } });
    expect(await rawReply(vault, message)).toEqual(tooLarge);
  });

  it('refuses a message of another version under the id of the call', async () => {
    const vault = vaultWith({});
    const message = encodeEnvelope({ kind: 'request', id: 5, name: 'app.info', input: {} });
    message[0] = 99;
    expect(await rawReply(vault, message)).toMatchObject({ ok: false, error: { tag: 'ContractBroken' } });
  });

  it('lets go of a connection that sends no envelopes at all', async () => {
    const vault = vaultWith({});
    vault.screen.send(new Uint8Array([255, 255]));
    await vault.client.closed;
    expect(vault.logged).toContainEqual(['contract.badMessage', { reason: 'UNREADABLE' }]);
  });

  it('refuses a sender that the host does not know', async () => {
    const vault = vaultWith({ 'app.info': () => ok(info) }, { verifySender: () => false });
    expect(await vault.client.call('app.info', {})).toEqual(err({ tag: 'WrongSender' }));
  });

  it.each([
    ['locked', 'household.list', 'Locked'],
    ['locked', 'session.resume', 'Locked'],
    ['hidden', 'household.list', 'Hidden'],
    ['hidden', 'profile.list', 'Hidden'],
    ['open', 'profile.list', 'AlreadyOpen'],
  ] as const)('when %s, %s answers %s without reaching a handler', async (state, name, tag) => {
    const vault = vaultWith({
      [name]: () => {
        throw new Error('reached');
      },
    });
    vault.state = state;
    const input = name === 'session.resume' ? { pin: '1234' } : {};
    expect(await vault.client.call(name, input as never)).toEqual(err({ tag }));
    expect(vault.logged).toEqual([]);
  });

  it('lets a hidden screen come back and lock', async () => {
    const vault = vaultWith({ 'session.resume': () => ok({}), 'vault.lock': () => ok({}), 'app.info': () => ok(info) });
    vault.state = 'hidden';
    expect((await vault.client.call('session.resume', { pin: '1234' })).ok).toBe(true);
    expect((await vault.client.call('vault.lock', {})).ok).toBe(true);
    expect((await vault.client.call('app.info', {})).ok).toBe(true);
  });

  it('holds a flood at 200 calls in a second', async () => {
    const vault = vaultWith({ 'app.info': () => ok(info) });
    const burst = await Promise.all(Array.from({ length: 250 }, () => vault.client.call('app.info', {})));
    expect(burst.filter((answer) => answer.ok)).toHaveLength(200);
    expect(burst[249]).toEqual(err({ tag: 'TooBusy' }));
    vault.nowMs += 1_000;
    expect((await vault.client.call('app.info', {})).ok).toBe(true);
    vault.nowMs -= 3_600_000;
    expect((await vault.client.call('app.info', {})).ok).toBe(true);
  });
});

describe('what leaves the vault', () => {
  it('is only what the contract names', async () => {
    const vault = vaultWith({ 'app.info': () => ok({ ...info, masterKey: 'secret' }) });
    expect(await vault.client.call('app.info', {})).toEqual(ok(info));
  });

  it('is Internal with a report id when a handler throws; the log has the place and not the message [P4]', async () => {
    const vault = vaultWith({
      'app.info': () => {
        throw new TypeError('mevrouw Bakker staat hier');
      },
    });
    expect(await vault.client.call('app.info', {})).toEqual(err({ tag: 'Internal', reportId: '07070707' }));
    expect(vault.logged).toHaveLength(1);
    expect(vault.logged[0]).toMatchObject([
      'bug',
      {
        reportId: '07070707',
        command: 'app.info',
        error: 'TypeError',
        at: expect.stringMatching(/^dispatcher\.test\.ts:\d+$/),
      },
    ]);
    expect(JSON.stringify(vault.logged)).not.toContain('Bakker');
  });

  it.each([
    ['a value that breaks the contract', () => ok({ ...info, state: 'ajar' }), 'UndeclaredAnswer:state'],
    [
      'an error that the command does not declare',
      () => err({ tag: 'WrongPin', triesLeft: 1 }),
      'UndeclaredAnswer:WrongPin',
    ],
  ])('is Internal for %s', async (_what, handler, error) => {
    const vault = vaultWith({ 'app.info': handler });
    expect(await vault.client.call('app.info', {})).toMatchObject({ ok: false, error: { tag: 'Internal' } });
    expect(vault.logged[0]?.[1]).toMatchObject({ error });
  });

  it('is Internal when a command has no handler', async () => {
    const vault = vaultWith({});
    expect(await vault.client.call('app.info', {})).toMatchObject({ ok: false, error: { tag: 'Internal' } });
  });

  it('is PayloadTooLarge when an answer does not fit', async () => {
    const state = new Uint8Array(MAX_MESSAGE_BYTES);
    const vault = vaultWith({
      'document.open': () => ok({ documentId, householdId, kind: 'household', state, writable: true }),
    });
    expect(await vault.client.call('document.open', { documentId } as never)).toEqual(
      err({ tag: 'PayloadTooLarge', limitBytes: MAX_MESSAGE_BYTES }),
    );
  });
});

describe('the audit row of a call', () => {
  const create = { householdId, documentId, personId: null };

  it('is written by the dispatcher, after the call, with the object it was about', async () => {
    const vault = vaultWith({
      'household.archive': () => ok({}),
      'household.create': () => ok(create),
      'document.close': () => ok({}),
    });
    await vault.client.call('household.archive', { householdId, archived: true } as never);
    await vault.client.call('household.create', { name: 'Gezin' });
    await vault.client.call('document.close', { documentId } as never);
    expect(vault.audited).toEqual([
      { command: 'household.archive', auditClass: 'change', objectId: householdId, result: 'ok' },
      { command: 'household.create', auditClass: 'change', objectId: documentId, result: 'ok' },
    ]);
  });

  it('is left to the handler that took it for its own transaction', async () => {
    const taken: unknown[] = [];
    const vault = vaultWith({
      'household.archive': (_input: unknown, call: CallContext) => {
        taken.push(call.takeAudit(), call.takeAudit());
        return ok({});
      },
    });
    await vault.client.call('household.archive', { householdId, archived: true } as never);
    expect(taken).toEqual([
      { command: 'household.archive', auditClass: 'change', objectId: householdId, result: 'ok' },
      null,
    ]);
    expect(vault.audited).toEqual([]);
  });

  it('names the failure of a call that failed, also when the handler had taken the row', async () => {
    const vault = vaultWith({
      'household.archive': (_input: unknown, call: CallContext): Result<never, AppError> => {
        call.takeAudit();
        return err({ tag: 'HouseholdMissing' });
      },
    });
    await vault.client.call('household.archive', { householdId, archived: true } as never);
    expect(vault.audited).toMatchObject([{ result: 'HouseholdMissing', objectId: householdId }]);
  });

  it('refuses a look that cannot be logged [P5]', async () => {
    const vault = vaultWith(
      {
        'document.open': () =>
          ok({ documentId, householdId, kind: 'household', state: new Uint8Array(1), writable: true }),
      },
      { audit: () => err({ tag: 'DiskFull' }) },
    );
    expect(await vault.client.call('document.open', { documentId } as never)).toEqual(err({ tag: 'DiskFull' }));
  });
});

describe('calls that nobody waits for', () => {
  it('time out on the screen and get no late answer', async () => {
    const answer = Promise.withResolvers<Result<typeof info, AppError>>();
    const vault = vaultWith({ 'app.info': () => answer.promise });
    const call = vault.client.call('app.info', {});
    const replies: Uint8Array[] = [];
    vault.timers[0]?.run();
    expect(await call).toEqual(err({ tag: 'TimedOut', command: 'app.info' }));
    vault.screen.onMessage((message) => replies.push(message));
    answer.resolve(ok(info));
    await vault.dispatcher.whenIdle();
    await Promise.resolve();
    expect(replies).toEqual([]);
  });

  it('are told that the connection is lost when the vault goes away', async () => {
    const vault = vaultWith({ 'app.info': () => new Promise(() => undefined) });
    const call = vault.client.call('app.info', {});
    vault.client.close();
    expect(await call).toEqual(err({ tag: 'ConnectionLost' }));
    expect(await vault.client.call('app.info', {})).toEqual(err({ tag: 'ConnectionLost' }));
  });

  it('do not hold up whenIdle, which waits for those that run', async () => {
    const answer = Promise.withResolvers<Result<typeof info, AppError>>();
    const vault = vaultWith({ 'app.info': () => answer.promise });
    const call = vault.client.call('app.info', {});
    await new Promise((resolve) => setImmediate(resolve));
    let idle = false;
    const whenIdle = vault.dispatcher.whenIdle().then(() => (idle = true));
    await new Promise((resolve) => setImmediate(resolve));
    expect(idle).toBe(false);
    answer.resolve(ok(info));
    await Promise.all([whenIdle, call]);
  });

  it('never share an id: a second call under a running id is refused', async () => {
    const vault = vaultWith({ 'app.info': () => new Promise(() => undefined) });
    const message = encodeEnvelope({ kind: 'request', id: 1, name: 'app.info', input: {} });
    vault.screen.send(message);
    expect(await rawReply(vault, message)).toMatchObject({ ok: false, error: { tag: 'ContractBroken' } });
  });
});

describe('events', () => {
  it('reach listeners until they stop, and a hidden screen hears only that it is hidden', async () => {
    const vault = vaultWith({});
    const heard: unknown[] = [];
    vault.client.on('lists.changed', (payload) => heard.push(payload));
    const stop = vault.client.on('session.changed', (payload) => heard.push(payload));
    vault.dispatcher.emit('lists.changed', { householdId: null });
    vault.state = 'hidden';
    vault.dispatcher.emit('lists.changed', { householdId: null });
    vault.dispatcher.emit('session.changed', { state: 'hidden' });
    await new Promise((resolve) => setImmediate(resolve));
    stop();
    vault.dispatcher.emit('session.changed', { state: 'open' });
    await new Promise((resolve) => setImmediate(resolve));
    expect(heard).toEqual([{ householdId: null }, { state: 'hidden' }]);
  });

  it('that break the contract reach nobody', async () => {
    const [screen, inside] = createMemoryTransportPair();
    const broken: string[] = [];
    const client = createClient(screen, {
      setTimer: () => ({ cancel: () => undefined }),
      onBroken: (name) => broken.push(name),
    });
    client.on('session.changed', () => broken.push('reached'));
    inside.send(encodeEnvelope({ kind: 'event', name: 'session.changed', payload: { state: 'ajar' } }));
    inside.send(encodeEnvelope({ kind: 'event', name: 'hasOwnProperty', payload: {} }));
    inside.send(new Uint8Array([1, 2]));
    await new Promise((resolve) => setImmediate(resolve));
    expect(broken).toEqual(['session.changed', 'unknown event', 'UNREADABLE']);
  });

  it('stop for a screen that was detached', async () => {
    const [screen, inside] = createMemoryTransportPair();
    const vault = vaultWith({});
    const attached = vault.dispatcher.attach(inside);
    const heard: Uint8Array[] = [];
    screen.onMessage((message) => heard.push(message));
    attached.detach();
    vault.dispatcher.emit('lists.changed', { householdId: null });
    await new Promise((resolve) => setImmediate(resolve));
    expect(heard).toEqual([]);
  });
});

describe('answers that break the contract', () => {
  it.each([
    ['no outcome', null],
    ['a value of the wrong shape', { ok: true, value: { version: 1 } }],
    ['an unknown error', { ok: false, error: { tag: 'Exploded' } }],
    ['an error that this command cannot answer with', { ok: false, error: { tag: 'WrongPin', triesLeft: 1 } }],
    ['an error without its facts', { ok: false, error: { tag: 'Internal' } }],
  ])('are ContractBroken on the screen: %s', async (_what, outcome) => {
    const [screen, inside] = createMemoryTransportPair();
    const client = createClient(screen, { setTimer: () => ({ cancel: () => undefined }) });
    inside.onMessage(() => inside.send(encodeEnvelope({ kind: 'reply', id: 1, outcome })));
    expect(await client.call('app.info', {})).toEqual(err({ tag: 'ContractBroken', command: 'app.info' }));
  });
});
