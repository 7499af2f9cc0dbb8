import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openLogFile } from './logFile.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'samenspel-log-'));
});
afterEach(() => rm(folder, { recursive: true }));

const clock = { nowMs: () => Date.UTC(2026, 10, 21, 12) };
const read = () => readFile(join(folder, 'logs/samenspel.log'), 'utf8');

describe('the log on disk', () => {
  it('holds one line per event, with its time', async () => {
    openLogFile(folder, clock).event('vault.exited', { code: 0 });
    expect(await read()).toBe('{"at":"2026-11-21T12:00:00.000Z","event":"vault.exited","code":0}\n');
  });

  it('takes over events of the vault, and nothing else that a process may print', async () => {
    const log = openLogFile(folder, clock);
    const lines = Readable.from([
      '{"event":"store.opened","ms":12}\n',
      'Error: mevrouw Bakker\n    at x\n',
      '{"event":"x","nested":{"name":"Bakker"}}\n',
      `{"event":"${'Bakker'.repeat(400)}"}\n`,
      '{"Bakker woont hier":1}\n',
    ]);
    log.follow(lines);
    await expect.poll(() => lines.readableEnded).toBe(true);
    await expect.poll(read).toContain('store.opened');
    expect(await read()).not.toContain('Bakker');
  });

  it('starts anew at 5 MB and keeps one older file', async () => {
    const log = openLogFile(folder, clock);
    log.event('first');
    await writeFile(join(folder, 'logs/samenspel.log'), 'x'.repeat(5 * 1024 * 1024 + 1));
    log.event('second');
    expect((await readdir(join(folder, 'logs'))).sort()).toEqual(['samenspel.1.log', 'samenspel.log']);
    expect(await read()).toContain('second');
  });

  it('does not stop the app when it cannot be written', () => {
    expect(() => openLogFile('/dev/null/nowhere', clock).event('x')).not.toThrow();
  });
});
