import { fork, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createClient, type Client } from '../../shared/contract/client.ts';
import { utf8 } from './keys/bytes.ts';
import { HOST_PROTOCOL_VERSION, parseVaultMessage, type HostMessage, type VaultMessage } from './hostProtocol.ts';

// Real processes on a busy machine.
vi.setConfig({ testTimeout: 120_000 });

/** As it ships; from source the same start reads some hundred files. */
const entry = fileURLToPath(new URL('../../out/vault/main.js', import.meta.url));
const passphrase = () => utf8('tulp kiosk wandel bezem lamp');

let dataFolder: string;
const children: ChildProcess[] = [];
beforeEach(() => {
  dataFolder = mkdtempSync(join(tmpdir(), 'samenspel-process-'));
});
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
  rmSync(dataFolder, { recursive: true, force: true });
});

/** A host in a few lines: what the loopback host and the shell do. */
class TestHost {
  readonly child: ChildProcess;
  readonly exited: Promise<unknown[]>;
  readonly said: VaultMessage['type'][] = [];
  readonly #waiting = new Map<string, () => void>();
  readonly #screens = new Map<string, { receive(bytes: Uint8Array): void; closed(): void }>();

  constructor(execArgv: readonly string[] = []) {
    this.child = fork(entry, [], {
      serialization: 'advanced',
      execArgv: [...execArgv],
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    children.push(this.child);
    this.exited = once(this.child, 'exit');
    this.child.on('message', (value) => {
      const message = parseVaultMessage(value);
      if (message === null) throw new Error('the vault said something that is not in the protocol');
      this.said.push(message.type);
      if (message.type === 'message') this.#screens.get(message.screenId)?.receive(message.bytes);
      if (message.type === 'closed') this.#screens.get(message.screenId)?.closed();
      this.#waiting.get(message.type)?.();
    });
  }

  tell(message: HostMessage | Record<string, unknown>): void {
    this.child.send(message);
  }

  heard(type: VaultMessage['type']): Promise<void> {
    if (this.said.includes(type)) return Promise.resolve();
    return new Promise((resolve) => this.#waiting.set(type, resolve));
  }

  async start(): Promise<this> {
    this.tell({
      type: 'start',
      protocol: HOST_PROTOCOL_VERSION,
      host: 'loopback',
      appVersion: '1.2.3',
      dataFolder,
      keychain: false,
    });
    await this.heard('ready');
    return this;
  }

  connect(screenId: string): Client {
    let receive: (bytes: Uint8Array) => void = () => undefined;
    let closed: () => void = () => undefined;
    this.#screens.set(screenId, { receive: (bytes) => receive(bytes), closed: () => closed() });
    this.tell({ type: 'connect', screenId });
    return createClient(
      {
        send: (bytes) => this.tell({ type: 'message', screenId, bytes }),
        onMessage: (listener) => (receive = listener),
        onClose: (listener) => (closed = listener),
        close: () => this.tell({ type: 'disconnect', screenId }),
      },
      { setTimer: () => ({ cancel: () => undefined }) },
    );
  }
}

test(
  'a vault process sets up, locks by ending, and a fresh one opens the same vault',
  { timeout: 60_000 },
  async () => {
    const first = await new TestHost().start();
    const client = first.connect('one');
    expect(await client.call('app.info', {})).toMatchObject({
      value: { version: '1.2.3', host: 'loopback', state: 'locked' },
    });
    const begun = await client.call('profile.beginSetup', {
      name: 'Marieke Postma',
      jobTitle: '',
      passphrase: passphrase(),
      pin: '2580',
      practice: true,
    });
    if (!begun.ok) throw new Error(begun.error.tag);
    const { recoveryCode, askedGroups } = begun.value;
    const groups = askedGroups.map((group) => ({ group, text: recoveryCode[group] ?? '' }));
    const finished = await client.call('profile.finishSetup', { groups });
    if (!finished.ok) throw new Error(finished.error.tag);
    expect(await client.call('vault.lock', {})).toEqual({ ok: true, value: {} });
    expect(await first.exited).toEqual([0, null]);
    expect(first.said.slice(-2)).toEqual(['closed', 'ended']);

    const second = await new TestHost().start();
    const again = second.connect('two');
    const { profileId } = finished.value;
    expect(await again.call('vault.unlock', { profileId, passphrase: passphrase() })).toMatchObject({ ok: true });

    // While it lives, a second process is refused; killed without a word, it is not in the way.
    const third = await new TestHost().start();
    const other = third.connect('three');
    expect(await other.call('vault.unlock', { profileId, passphrase: passphrase() })).toMatchObject({
      error: { tag: 'ProfileInUse' },
    });
    second.child.kill('SIGKILL');
    await second.exited;
    expect(await other.call('vault.unlock', { profileId, passphrase: passphrase() })).toMatchObject({ ok: true });
    third.tell({ type: 'end' });
    expect(await third.exited).toEqual([0, null]);
  },
);

test('ends when its host is gone', async () => {
  const host = await new TestHost().start();
  host.child.disconnect();
  expect(await host.exited).toEqual([0, null]);
});

test('takes no part in what it does not know', async () => {
  const host = await new TestHost().start();
  host.tell({ type: 'somethingNewer' });
  host.tell({ type: 'message', screenId: 'nobody', bytes: new Uint8Array(3) });
  host.tell({ type: 'suspend' });
  expect(await host.connect('one').call('app.info', {})).toMatchObject({ ok: true });
  host.tell({ type: 'end' });
  expect(await host.exited).toEqual([0, null]);
});

test.each([
  ['another protocol', { protocol: 99 }],
  ['a data folder that is no folder', { dataFolder: '/dev/null/x' }],
  ['a data folder on a network share', { dataFolder: '//server/share' }],
])('refuses %s', async (_, change) => {
  const host = new TestHost();
  host.tell({
    type: 'start',
    protocol: HOST_PROTOCOL_VERSION,
    host: 'loopback',
    appVersion: '1',
    dataFolder,
    keychain: false,
    ...change,
  });
  await host.heard('refused');
  expect(await host.exited).toEqual([1, null]);
});

test('refuses an old Node before the driver is loaded', async () => {
  const pretend = 'data:text/javascript,Object.defineProperty(process.versions,"node",{value:"20.19.0"})';
  const host = new TestHost(['--import', pretend]);
  await host.heard('refused');
  expect(await host.exited).toEqual([1, null]);
});

test('started by hand it says how to start it', async () => {
  const child = spawn(process.execPath, [entry], { stdio: ['ignore', 'ignore', 'pipe'] });
  children.push(child);
  let said = '';
  child.stderr.on('data', (part: Buffer) => (said += part.toString('utf8')));
  expect(await once(child, 'exit')).toEqual([1, null]);
  expect(said).toContain('npm start');
});
