/** What a bundle holds and what it does not. Runs on the built files: `npm run build` first. */
import { fork, spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const project = join(import.meta.dirname, '../..');
const out = join(project, 'out');
const bundle = (folder: string): string =>
  readdirSync(join(out, folder))
    .map((file) => readFileSync(join(out, folder, file), 'utf8'))
    .join('\n');
const importOf = (name: string): RegExp => new RegExp(`(from|import|require\\()\\s*["']${name}["']`);

describe('the vault process', () => {
  it('has no trace of electron or a screen library', () => {
    const code = bundle('vault');
    expect(code).not.toMatch(importOf('electron'));
    expect(code).not.toMatch(/\breact-dom\b|node_modules\/react/);
    // The positive of the same expression: what must be there is found.
    expect(code).toMatch(importOf('better-sqlite3'));
  });

  it('starts and ends under plain Node', async () => {
    const dataFolder = await mkdtemp(join(tmpdir(), 'samenspel-plain-'));
    const child = fork(join(out, 'vault/main.js'), [], {
      serialization: 'advanced',
      execArgv: [],
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    const said: string[] = [];
    child.on('message', (message: { type: string }) => {
      said.push(message.type);
      if (message.type === 'ready') child.send({ type: 'end' });
    });
    child.send({ type: 'start', protocol: 1, host: 'loopback', appVersion: 'test', dataFolder, keychain: false });
    const code = await new Promise((resolve) => child.once('exit', resolve));
    await rm(dataFolder, { recursive: true });
    expect({ code, said }).toEqual({ code: 0, said: ['ready', 'ended'] });
  });

  it('loads the database driver only after its guard against an old Node', async () => {
    const entry = await readFile(join(out, 'vault/main.js'), 'utf8');
    expect(entry).not.toMatch(importOf('better-sqlite3'));
    expect(entry).toMatch(/versions\.node/);
  });
});

describe('the other processes', () => {
  it('the loopback host holds no database, no keys and no documents', () => {
    const code = bundle('loopback');
    for (const name of ['better-sqlite3', 'libsodium-wrappers-sumo', 'yjs', 'electron'])
      expect(code).not.toMatch(importOf(name));
    expect(code).toMatch(importOf('ws'));
  });

  it('the sync server never makes a Y.Doc and knows no documents', () => {
    const code = bundle('sync-server');
    expect(code).not.toMatch(/new Y\.Doc\(/);
    expect(code).not.toMatch(/documents\/(schema|accessors|readers)\.ts/);
  });
});

describe('the screen', () => {
  it('is static files that the list names, without code made from text', async () => {
    const { files } = JSON.parse(await readFile(join(out, 'renderer/files.json'), 'utf8')) as {
      files: { path: string }[];
    };
    const built = (await readdir(join(out, 'renderer'), { recursive: true, withFileTypes: true }))
      .filter((entry) => entry.isFile() && entry.name !== 'files.json')
      .map((entry) => join(entry.parentPath, entry.name).slice(join(out, 'renderer').length));
    expect(files.map(({ path }) => path).sort()).toEqual(built.sort());
    const page = await readFile(join(out, 'renderer/index.html'), 'utf8');
    expect(page).toContain('__CSP_NONCE__');
    expect(page).not.toMatch(/<script(?![^>]*\bsrc=)|\bon\w+=|style=|https?:\/\//);
  });
});

describe('an old Node', () => {
  const old = ['/usr/bin/node', '/usr/local/bin/node'].find(
    (file) => existsSync(file) && Number(spawnSync(file, ['-p', 'process.versions.node.split(".")[0]']).stdout) < 24,
  );

  it.skipIf(old === undefined)('ends in a sentence that says what to do', () => {
    const result = spawnSync(old ?? '', ['build/run.mjs', 'start'], { cwd: project, encoding: 'utf8' });
    expect(result.status).toBe(1);
    expect(result.stderr).toContain('Samenspel heeft Node 24 nodig');
    expect(result.stderr).toContain('npm ci');
    expect(result.stderr).not.toMatch(/\n\s+at /);
  });
});
