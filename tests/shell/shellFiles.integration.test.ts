/** What the shell itself keeps on disk: secrets under the keychain, and a session folder that goes. */
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { makeSessionFolder } from '../../electron/shell/sessionFolder.ts';
import { watchLastWindow } from '../../electron/shell/lastWindow.ts';
import { ElectronDouble } from './electronDouble.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'samenspel-shell-files-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function keychainOn(platform: NodeJS.Platform, prepare: (double: ElectronDouble) => void = () => undefined) {
  const double = new ElectronDouble();
  prepare(double);
  vi.resetModules();
  vi.doMock('electron', () => double.module());
  const { openKeychain } = await import('../../electron/shell/keychain.ts');
  return openKeychain(join(folder, 'keychain'), platform);
}

describe('the keychain', () => {
  it('gives back what was written, also after a restart, and only under that name', async () => {
    const secret = Uint8Array.from({ length: 32 }, (_, index) => index * 7);
    expect(await (await keychainOn('linux'))?.write('samenspel/a', secret)).toBe(true);
    const again = await keychainOn('linux');
    expect(await again?.read('samenspel/a')).toEqual(secret);
    expect(await again?.read('samenspel/b')).toBeNull();
  });

  it('puts nothing readable on the disk, and no name', async () => {
    const secret = new TextEncoder().encode('kanariegeel-geheim-van-32-tekens');
    await (await keychainOn('win32'))?.write('samenspel/profiel-7', secret);
    const [file = ''] = await readdir(join(folder, 'keychain'));
    expect(file).toMatch(/^[0-9a-f]{32}\.bin$/);
    const bytes = await readFile(join(folder, 'keychain', file));
    expect(bytes.includes('kanariegeel') || bytes.includes(Buffer.from(secret).toString('base64'))).toBe(false);
  });

  it.each(['basic_text', 'unknown'])('is refused on Linux over %s', async (keyring) => {
    expect(await keychainOn('linux', (double) => (double.keyring = keyring))).toBeNull();
    expect(await keychainOn('win32', (double) => (double.keyring = keyring))).not.toBeNull();
  });
});

describe('the session folder', () => {
  it('is fresh, and goes at the end', async () => {
    const made = makeSessionFolder('/data/one', 'linux', folder);
    await writeFile(join(made.path, 'Preferences'), 'x');
    made.wipe();
    expect(await readdir(folder)).toEqual([]);
  });

  it('takes along what a crash of the same profile left behind, and nothing of another', async () => {
    const crashed = makeSessionFolder('/data/one', 'linux', folder);
    await writeFile(join(crashed.path, 'Preferences'), 'x');
    const other = makeSessionFolder('/data/two', 'linux', folder);
    const again = makeSessionFolder('/data/one', 'linux', folder);
    expect((await readdir(folder)).map((name) => join(folder, name)).sort()).toEqual([other.path, again.path].sort());
  });

  it('keeps on Windows the one file without which the keychain opens nothing', async () => {
    const session = join(folder, 'session');
    await mkdir(join(session, 'Cache'), { recursive: true });
    await writeFile(join(session, 'Local State'), 'key');
    await writeFile(join(session, 'Cache', 'data'), 'x');
    const made = makeSessionFolder(folder, 'win32');
    expect(made.path).toBe(session);
    expect(await readdir(session)).toEqual(['Local State']);
    await writeFile(join(session, 'Preferences'), 'x');
    made.wipe();
    expect(await readdir(session)).toEqual(['Local State']);
  });
});

describe('the last window', () => {
  it('locks when it is gone for 30 seconds, and not when one comes back before', () => {
    vi.useFakeTimers();
    const onLongGone = vi.fn();
    const last = watchLastWindow(onLongGone);
    last.gone();
    vi.advanceTimersByTime(29_999);
    last.back();
    vi.advanceTimersByTime(60_000);
    expect(onLongGone).not.toHaveBeenCalled();
    last.gone();
    vi.advanceTimersByTime(30_000);
    expect(onLongGone).toHaveBeenCalledOnce();
    vi.useRealTimers();
  });
});
