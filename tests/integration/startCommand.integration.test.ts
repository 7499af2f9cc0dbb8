/** `npm start` without Electron: one plain sentence, then the app in the loopback host, and a clean end. */
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const project = join(import.meta.dirname, '../..');
const ADDRESS = /http:\/\/127\.0\.0\.1:\d+\/#t=[A-Za-z0-9_-]{43}/g;
let dataFolder = '';
let running: ChildProcess[] = [];

beforeEach(async () => {
  dataFolder = await mkdtemp(join(tmpdir(), 'samenspel-start-'));
});
afterEach(async () => {
  for (const child of running) child.kill('SIGKILL');
  running = [];
  await rm(dataFolder, { recursive: true, force: true });
});

function start(...options: string[]) {
  const environment: NodeJS.ProcessEnv = {
    ...process.env,
    ELECTRON_OVERRIDE_DIST_PATH: join(dataFolder, 'no-electron'),
  };
  delete environment['DISPLAY'];
  delete environment['WAYLAND_DISPLAY'];
  const command = ['build/run.mjs', 'start', '--no-window', '--profile', dataFolder, ...options];
  const child = spawn(process.execPath, command, { cwd: project, env: environment, stdio: ['pipe', 'pipe', 'pipe'] });
  running.push(child);
  let text = '';
  child.stdout.on('data', (part: Buffer) => (text += part.toString('utf8')));
  child.stderr.on('data', (part: Buffer) => (text += part.toString('utf8')));
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  return { child, ended, said: () => text, addresses: () => text.match(ADDRESS) ?? [] };
}

describe('npm start', () => {
  it.runIf(process.platform === 'linux')(
    'says in one sentence that Electron is not there, and starts all the same',
    async () => {
      const app = start();
      await expect.poll(() => app.addresses().length, { timeout: 60_000 }).toBe(1);
      expect(app.said().match(/Electron kan hier niet starten/g)).toHaveLength(1);
      app.child.stdin.write('\n');
      await expect.poll(() => app.addresses().length, { timeout: 10_000 }).toBe(2);
      app.child.kill('SIGTERM');
      expect(await app.ended).toBe(0);
    },
    90_000,
  );

  it('a second time gives a new address of the first, and ends', async () => {
    const first = start('--host=loopback');
    await expect.poll(() => first.addresses().length, { timeout: 60_000 }).toBe(1);
    const second = start('--host=loopback');
    expect(await second.ended).toBe(0);
    expect(second.said()).toContain('Samenspel draait al');
    const [mine, other] = [first.addresses()[0] ?? '', second.addresses()[0] ?? ''];
    expect(new URL(other).host).toBe(new URL(mine).host);
    expect(other).not.toBe(mine);
    first.child.kill('SIGTERM');
    expect(await first.ended).toBe(0);
  }, 90_000);

  it('refuses a host that does not exist', async () => {
    const app = start('--host=netscape');
    expect(await app.ended).toBe(1);
    expect(app.said()).toContain('--host=electron of --host=loopback');
  }, 30_000);
});
