/**
 * The whole shell with a real vault: main.ts, preload and bridge over the double, vault and stretcher from their real
 * bundles in threads that look like utility processes. Proves the host protocol as Electron's side speaks it.
 */
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { bundleAll } from '../../build/bundleAll.ts';
import type { ShellBridge } from '../../renderer/transport/shellTransport.ts';
import { createClient, type Client } from '../../shared/contract/client.ts';
import { connectPage, loadPreload } from './shellPage.ts';
import { startShell, type RunningShell } from './startShell.ts';
import { threadAsUtilityProcess } from './threadAsUtilityProcess.ts';

vi.setConfig({ testTimeout: 120_000 });
const PASSPHRASE = 'kapstok rivier lantaarn beschuit molen';
const secret = (): Uint8Array => new TextEncoder().encode(PASSPHRASE);

beforeAll(async () => void (await bundleAll({ force: false })), 60_000);

let shell: RunningShell | null = null;
afterEach(async () => {
  await shell?.quit();
  await shell?.dispose();
  shell = null;
});

const clientOn = (bridge: ShellBridge): Client =>
  createClient(connectPage(bridge), {
    setTimer(run, ms) {
      const timer = setTimeout(run, ms);
      return { cancel: () => clearTimeout(timer) };
    },
  });

async function open(keyring: string): Promise<{ readonly running: RunningShell; readonly bridge: ShellBridge }> {
  const running = await startShell((double) => {
    double.keyring = keyring;
    double.fork = (path) => threadAsUtilityProcess(path);
  });
  shell = running;
  return { running, bridge: await loadPreload(running.double) };
}

async function setUp(client: Client): Promise<string> {
  const begun = await client.call('profile.beginSetup', {
    name: 'Samira Kaya',
    jobTitle: 'gezinscoach',
    passphrase: secret(),
    pin: '4715',
    practice: false,
  });
  if (!begun.ok) throw new Error(begun.error.tag);
  const { recoveryCode, askedGroups } = begun.value;
  const groups = askedGroups.map((index) => ({ group: index, text: recoveryCode[index] ?? '' }));
  const finished = await client.call('profile.finishSetup', { groups });
  if (!finished.ok) throw new Error(finished.error.tag);
  return finished.value.profileId;
}

describe('a worker in the shell', () => {
  it('makes a vault, is locked when the laptop sleeps, and comes back with the passphrase', async () => {
    const { running, bridge } = await open('gnome_libsecret');
    const first = clientOn(bridge);
    expect(await first.call('app.info', {})).toMatchObject({
      ok: true,
      value: { host: 'electron', state: 'locked', version: '1.2.3' },
    });
    const profileId = await setUp(first);
    expect(await first.call('app.info', {})).toMatchObject({ value: { state: 'open' } });

    running.double.powerMonitor.emit('suspend');
    await first.closed;
    const again = clientOn(bridge);
    expect(await again.call('app.info', {})).toMatchObject({ value: { state: 'locked' } });
    expect(await again.call('vault.unlock', { profileId: profileId as never, passphrase: secret() })).toMatchObject({
      ok: true,
    });

    const paths = running.double.forked.map(({ path }) => path.replace(/^.*\/out\//, ''));
    // Passphrase and PIN in the first vault, the passphrase in the second; each in a process of its own.
    const stretchers = ['vault/stretcher.js', 'vault/stretcher.js'];
    expect(paths).toEqual(['vault/main.js', ...stretchers, 'vault/main.js', 'vault/stretcher.js']);
  });

  it('keeps the secret that is mixed into the passphrase in the keychain, and needs it', async () => {
    const { running, bridge } = await open('gnome_libsecret');
    const client = clientOn(bridge);
    const profileId = await setUp(client);
    const { readdir, rm, readFile } = await import('node:fs/promises');
    const { join } = await import('node:path');
    const folder = join(running.dataFolder, 'electron/keychain');
    const files = await readdir(folder);
    expect(files).toHaveLength(1);
    expect((await readFile(join(folder, files[0] ?? ''))).byteLength).toBeGreaterThan(32);
    await rm(folder, { recursive: true });
    await client.call('vault.lock', {});
    await client.closed;
    expect(
      await clientOn(bridge).call('vault.unlock', { profileId: profileId as never, passphrase: secret() }),
    ).toMatchObject({ ok: false, error: { tag: 'KeychainMissing' } });
  });

  it('has no keychain where the keyring is plain text, and works without', async () => {
    const { running, bridge } = await open('basic_text');
    const client = clientOn(bridge);
    const profileId = await setUp(client);
    const { existsSync } = await import('node:fs');
    expect(existsSync(`${running.dataFolder}/electron/keychain`)).toBe(false);
    await client.call('vault.lock', {});
    await client.closed;
    expect(
      await clientOn(bridge).call('vault.unlock', { profileId: profileId as never, passphrase: secret() }),
    ).toMatchObject({ ok: true });
  });
});
