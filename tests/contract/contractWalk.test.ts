/** Walks the one list of commands and events: what holds for one holds for every one that is added later. */
import { describe, expect, it } from 'vitest';
import { commands, events, type CommandName } from '../../shared/contract/contract.ts';
import { createClient } from '../../shared/contract/client.ts';
import { encodeEnvelope, decodeEnvelope } from '../../shared/contract/codec.ts';
import type { CommandSpec } from '../../shared/contract/define.ts';
import { createDispatcher } from '../../shared/contract/dispatcher.ts';
import { createMemoryTransportPair } from '../../shared/contract/memoryTransport.ts';
import { errorFacts } from '../../shared/errors.ts';
import { ok } from '../../shared/result.ts';

const all: readonly (readonly [CommandName, CommandSpec])[] = (Object.keys(commands) as CommandName[]).map(
  (name) => [name, commands[name]] as const,
);
const auditClasses = ['none', 'view', 'change', 'search', 'export'];

describe.each(all)('%s', (name, spec) => {
  it('is called noun.verb and says in one sentence what it does', () => {
    expect(name).toMatch(/^[a-z]+\.[a-z][A-Za-z]+$/);
    expect(spec.doc).toMatch(/^[A-Z].{15,}\.$/s);
  });

  it('declares only errors that exist, and none twice', () => {
    for (const tag of spec.errors) expect(Object.keys(errorFacts)).toContain(tag);
    expect(new Set(spec.errors).size).toBe(spec.errors.length);
  });

  it('has an audit class and a time that a person can wait', () => {
    expect(auditClasses).toContain(spec.audit);
    expect(spec.timeoutMs).toBeGreaterThanOrEqual(1_000);
    expect(spec.timeoutMs).toBeLessThanOrEqual(300_000);
  });

  it('refuses values of the wrong shape before any handler', async () => {
    for (const wrong of [undefined, null, 7, 'text', []]) {
      expect(await askRaw(name, wrong)).toMatchObject({ ok: false, error: { tag: 'InvalidInput' } });
    }
  });
});

describe.each(Object.entries(events))('event %s', (_name, spec) => {
  it('says what happened and refuses a wrong payload', () => {
    expect(spec.doc).toMatch(/^[A-Z].{15,}\.$/s);
    for (const wrong of [undefined, null, 7, 'text', []]) expect(spec.payload.safeParse(wrong).success).toBe(false);
  });
});

it('the client refuses to send what the contract does not allow', async () => {
  const [screen, inside] = createMemoryTransportPair();
  const sent: Uint8Array[] = [];
  inside.onMessage((message) => sent.push(message));
  const client = createClient(screen, { setTimer: () => ({ cancel: () => undefined }) });
  expect(await client.call('household.create', { name: '' })).toEqual({
    ok: false,
    error: { tag: 'InvalidInput', path: 'name' },
  });
  expect(sent).toEqual([]);
});

/** What a dispatcher answers to this input, in a state in which the command may run. */
async function askRaw(name: CommandName, input: unknown): Promise<unknown> {
  const [screen, inside] = createMemoryTransportPair();
  const available = (commands[name] as CommandSpec).available;
  createDispatcher({
    handlers: () => ({ [name]: () => Promise.reject(new Error('reached')) }),
    state: () => (available === 'any' ? 'open' : available),
    audit: () => ok(null),
    logger: { event: () => undefined },
    random: { bytes: (length) => new Uint8Array(length) },
    clock: { nowMs: () => 0 },
  }).attach(inside);
  const answer = new Promise<unknown>((resolve) => {
    screen.onMessage((bytes) => {
      const decoded = decodeEnvelope(bytes);
      resolve(decoded.ok && decoded.value.kind === 'reply' ? decoded.value.outcome : decoded);
    });
  });
  screen.send(encodeEnvelope({ kind: 'request', id: 1, name, input }));
  return answer;
}
