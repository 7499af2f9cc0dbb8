/** The loopback host with its real vault process, over real sockets: what a window lives through in a day. */
import { createHash, webcrypto } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startHost, type Host, type HostOptions } from '../../electron/loopback/startHost.ts';
import { createSocketTransport, type ScreenTransport } from '../../renderer/transport/socketTransport.ts';
import { createClient, type Client } from '../../shared/contract/client.ts';
import { decodeEnvelope, encodeEnvelope } from '../../shared/contract/codec.ts';
import { commands, type CommandName } from '../../shared/contract/contract.ts';
import { openPage, useBrowserLikeWebSocket } from '../contract/page.ts';

useBrowserLikeWebSocket();

interface Window {
  readonly transport: ScreenTransport;
  readonly client: Client;
  readonly stored: Map<string, string>;
  readonly authority: string;
}

let folder = '';
let host: Host;
const exits: number[] = [];
const page = '<!doctype html>';

async function start(options: Partial<HostOptions> = {}): Promise<Host> {
  const started = await startHost({
    dataFolder: join(folder, 'data'),
    vaultEntry: join(import.meta.dirname, '../../out/vault/main.js'),
    rendererFolder: folder,
    appVersion: '0.0.0-test',
    clock: { nowMs: () => performance.now() },
    random: { bytes: (length) => webcrypto.getRandomValues(new Uint8Array(length)) },
    log: {
      event: (event, facts) => void (event === 'vault.exited' && exits.push(Number(facts?.['code']))),
      follow: (lines) => void lines.resume(),
    },
    onRefused: (reason) => {
      throw new Error(reason);
    },
    ...options,
  });
  if (!started.ok) throw new Error(started.error.tag);
  return started.value;
}

/** A window at a fresh address, or one that comes back with what its sessionStorage holds. */
function openWindow(address: string | null, stored = new Map<string, string>(), authority = ''): Window {
  const url = address === null ? null : new URL(address);
  const fake = openPage(url?.host ?? authority, url?.hash.slice('#t='.length) ?? null, stored);
  const transport = createSocketTransport(fake);
  const client = createClient(transport, {
    setTimer: (run, ms) => {
      // On a busy machine a start takes longer than a screen waits for an answer.
      const timer = setTimeout(run, ms * 5);
      return { cancel: () => clearTimeout(timer) };
    },
  });
  return { transport, client, stored, authority: url?.host ?? authority };
}

const reopened = (window: Window): Window => openWindow(null, window.stored, window.authority);

/** A first run, as short as the contract allows. */
async function makeVault(client: Client): Promise<void> {
  const passphrase = new TextEncoder().encode('kapstok rivier lantaarn beschuit molen');
  const begun = await client.call('profile.beginSetup', {
    name: 'Samira',
    jobTitle: '',
    passphrase,
    pin: '4715',
    practice: false,
  });
  if (!begun.ok) throw new Error(begun.error.tag);
  const groups = begun.value.askedGroups.map((group) => ({ group, text: begun.value.recoveryCode[group] ?? '' }));
  const finished = await client.call('profile.finishSetup', { groups });
  if (!finished.ok) throw new Error(finished.error.tag);
}

/** A connection without a client, to say what no client would say. */
async function openRaw(address: string): Promise<ScreenTransport> {
  const url = new URL(address);
  return createSocketTransport(openPage(url.host, url.hash.slice('#t='.length)));
}

/** Asks each of these commands something of the wrong shape; the tag of each answer by name. */
function askAllWrongly(transport: ScreenTransport, names: readonly CommandName[]): Promise<Map<CommandName, string>> {
  return new Promise((resolve, reject) => {
    const answers = new Map<CommandName, string>();
    transport.onClose(() => reject(new Error(`ended: ${transport.endReason()}`)));
    transport.onMessage((message) => {
      const decoded = decodeEnvelope(message);
      if (!decoded.ok || decoded.value.kind !== 'reply') return;
      const outcome = decoded.value.outcome as { error?: { tag: string } };
      answers.set(names[decoded.value.id - 1] as CommandName, outcome.error?.tag ?? 'ok');
      if (answers.size === names.length) resolve(answers);
    });
    names.forEach((name, index) => transport.send(encodeEnvelope({ kind: 'request', id: index + 1, name, input: 7 })));
  });
}

beforeEach(async () => {
  exits.length = 0;
  folder = await mkdtemp(join(tmpdir(), 'samenspel-host-'));
  await writeFile(join(folder, 'index.html'), page);
  const sha256 = createHash('sha256').update(page).digest('hex');
  await writeFile(
    join(folder, 'files.json'),
    JSON.stringify({ files: [{ path: '/index.html', sha256, type: 'text/html' }] }),
  );
});
afterEach(async () => {
  await host.end();
  await rm(folder, { recursive: true, force: true });
});

describe('the loopback host', () => {
  it('brings a window to the vault, and knows it again after a reload', async () => {
    host = await start();
    const window = openWindow(host.newAddress());
    const first = await window.client.call('app.info', {});
    expect(first).toMatchObject({ ok: true, value: { host: 'loopback', state: 'locked', version: '0.0.0-test' } });
    window.client.close();
    const again = reopened(window);
    expect(await again.client.call('profile.list', {})).toEqual({ ok: true, value: [] });
    again.client.close();
  });

  it('turns away a window without a token, and one whose token was used', async () => {
    host = await start();
    const address = host.newAddress();
    const window = openWindow(address);
    await window.client.call('app.info', {});
    for (const stranger of [openWindow(address), openWindow(null, new Map(), window.authority)]) {
      expect(await stranger.client.call('app.info', {})).toEqual({ ok: false, error: { tag: 'ConnectionLost' } });
      expect(stranger.transport.endReason()).toBe('TOKEN_REFUSED');
    }
    expect((await window.client.call('app.info', {})).ok).toBe(true);
    window.client.close();
  });

  it('serves one window at a time: a later one takes over', async () => {
    host = await start();
    const [first, second] = [openWindow(host.newAddress()), openWindow(host.newAddress())];
    await Promise.race([first.client.closed, second.client.closed]);
    const [gone, stays] = first.transport.endReason() === null ? [second, first] : [first, second];
    expect(gone.transport.endReason()).toBe('OTHER_WINDOW');
    expect((await stays.client.call('app.info', {})).ok).toBe(true);
    // What the replaced window holds does not bring it back.
    expect(await reopened(gone).client.call('app.info', {})).toMatchObject({ error: { tag: 'ConnectionLost' } });
    stays.client.close();
  });

  it('locks an open vault when the last window is gone for a while: the process ends, a fresh one takes over [K7]', async () => {
    host = await start({ lockAfterLastWindowMs: 20 });
    const window = openWindow(host.newAddress());
    await makeVault(window.client);
    expect(await window.client.call('app.info', {})).toMatchObject({ value: { state: 'open' } });
    window.client.close();
    await expect.poll(() => exits, { timeout: 60_000 }).toEqual([0]);
    const again = reopened(window);
    expect(await again.client.call('app.info', {})).toMatchObject({ ok: true, value: { state: 'locked' } });
    again.client.close();
  });

  it('tells the window that the vault ended, and lets the same window in again', async () => {
    host = await start();
    const window = openWindow(host.newAddress());
    await makeVault(window.client);
    await window.client.call('vault.lock', {});
    await window.client.closed;
    expect(window.transport.endReason()).toBe('VAULT_ENDED');
    const again = reopened(window);
    expect(await again.client.call('app.info', {})).toMatchObject({ value: { state: 'locked' } });
    expect(await again.client.call('household.list', {})).toEqual({ ok: false, error: { tag: 'Locked' } });
    again.client.close();
  });

  it('has a handler for every command of the contract', async () => {
    host = await start();
    const names = Object.keys(commands) as CommandName[];
    const closedNames = names.filter((name) => ['any', 'locked'].includes(commands[name].available));
    const openNames = names.filter((name) => !closedNames.includes(name));
    const locked = await openRaw(host.newAddress());
    const answersLocked = await askAllWrongly(locked, closedNames);
    const window = openWindow(host.newAddress());
    await makeVault(window.client);
    const answersOpen = await askAllWrongly(await openRaw(host.newAddress()), openNames);
    for (const [name, tag] of [...answersLocked, ...answersOpen]) expect([name, tag]).toEqual([name, 'InvalidInput']);
  }, 60_000);

  it('does not end the vault when the window only reloads', async () => {
    host = await start({ lockAfterLastWindowMs: 1_000 });
    let window = openWindow(host.newAddress());
    for (let reload = 0; reload < 3; reload += 1) {
      await window.client.call('app.info', {});
      window.client.close();
      window = reopened(window);
    }
    expect((await window.client.call('app.info', {})).ok).toBe(true);
    expect(exits).toEqual([]);
    window.client.close();
  });
});
