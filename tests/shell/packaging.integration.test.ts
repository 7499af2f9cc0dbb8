/**
 * What `npm run dist` packs, with a folder that only looks like an unpacked Electron: the real configuration makes a real
 * archive, of which the contents are checked here. It says nothing about whether the app starts (ADR 0008).
 */
import { chmod, mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { createHash } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { extractFile, listPackage } from '@electron/asar';
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { build, Platform } from 'electron-builder';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bundleAll } from '../../build/bundleAll.ts';
import { projectFolder } from '../../build/bundleEntries.ts';
import { builderConfiguration } from '../../build/electron-builder.config.ts';
import { FUSES, setFuses } from '../../build/fuses.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'samenspel-dist-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe.runIf(process.platform === 'linux')('the packed app', () => {
  let resources = '';
  let packed: readonly string[] = [];
  const archive = (): string => join(resources, 'app.asar');

  beforeAll(async () => {
    await bundleAll({ force: false });
    const electronDist = join(folder, 'electron');
    await mkdir(join(electronDist, 'locales'), { recursive: true });
    await mkdir(join(electronDist, 'resources'));
    await writeFile(join(electronDist, 'electron'), '#!/bin/sh\n');
    await chmod(join(electronDist, 'electron'), 0o755);
    await writeFile(join(electronDist, 'version'), builderConfiguration.electronVersion ?? '');
    for (const name of ['nl', 'en-US', 'fr']) await writeFile(join(electronDist, 'locales', `${name}.pak`), '');
    await build({
      projectDir: projectFolder,
      targets: Platform.LINUX.createTarget('dir'),
      // The dummy has no fuse wire; the step itself is tested below.
      config: {
        ...builderConfiguration,
        electronDist,
        afterPack: null,
        directories: { ...builderConfiguration.directories, output: join(folder, 'dist') },
      },
    });
    const unpacked = (await readdir(join(folder, 'dist'))).find((name) => name.startsWith('linux')) ?? '';
    resources = join(folder, 'dist', unpacked, 'resources');
    packed = listPackage(archive(), { isPack: false });
  }, 110_000);

  it('holds shell, preload, vault with its helpers, and the whole screen', () => {
    for (const file of [
      '/package.json',
      '/out/shell/main.js',
      '/out/shell/preload.cjs',
      '/out/vault/main.js',
      '/out/vault/stretcher.js',
      '/out/vault/backupWorker.js',
      '/out/renderer/index.html',
      '/out/renderer/files.json',
    ])
      expect(packed).toContain(file);
    const { files } = JSON.parse(extractFile(archive(), 'out/renderer/files.json').toString('utf8')) as {
      files: { path: string; sha256: string }[];
    };
    expect(files.length).toBeGreaterThan(3);
    for (const { path, sha256 } of files) {
      const bytes = extractFile(archive(), `out/renderer${path}`);
      expect(createHash('sha256').update(bytes).digest('hex')).toBe(sha256);
    }
  });

  it('holds every package that the bundles load, and starts at the shell', () => {
    const { main, dependencies } = JSON.parse(extractFile(archive(), 'package.json').toString('utf8')) as {
      main: string;
      dependencies: Record<string, string>;
    };
    expect(packed).toContain(`/${main}`);
    for (const name of Object.keys(dependencies)) expect(packed).toContain(`/node_modules/${name}/package.json`);
    // What these packages load in turn.
    for (const name of ['libsodium-sumo', 'agent-base']) expect(packed).toContain(`/node_modules/${name}/package.json`);
  });

  it('holds no test, source, source map, other host, server or second Node', () => {
    const unwanted = packed.filter((file) =>
      /\.map$|\.test\.|\.tsx?$|^\/(tests|shared|electron|renderer|sync-server|build|docs)\b|^\/out\/(loopback|sync-server|reports|inputs)|\/node-(linux|win|darwin)-|better-sqlite3\/(src|deps)|\/node_modules\/(electron|vite|react|zod)\//.test(
        file,
      ),
    );
    expect(unwanted).toEqual([]);
  });

  it('holds the native code of this machine only, beside the archive', async () => {
    const natives = packed.filter((file) => file.endsWith('.node'));
    const expected = `node_modules/better-sqlite3/prebuilds/linux-${process.arch}.node`;
    expect(natives).toEqual([`/${expected}`]);
    const beside = await readFile(join(resources, 'app.asar.unpacked', expected));
    expect(beside.subarray(1, 4).toString()).toBe('ELF');
  });

  it('takes along only the languages that are used', async () => {
    expect((await readdir(join(resources, '../locales'))).sort()).toEqual(['en-US.pak', 'nl.pak']);
  });
});

describe('the fuses', () => {
  const SENTINEL = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';
  /** As in a binary: something, the sentinel, version 1, a length, one character per fuse, something. */
  async function dummyBinary(name: string, fuses: string): Promise<string> {
    const file = join(folder, name);
    const wire = Buffer.concat([Buffer.from(SENTINEL), Buffer.from([1, fuses.length]), Buffer.from(fuses)]);
    await writeFile(file, Buffer.concat([Buffer.alloc(5_000, 7), wire, Buffer.alloc(5_000, 9)]));
    return file;
  }

  it('are each set as decided, and nothing else in the file changes', async () => {
    const file = await dummyBinary('opposite', '100110111');
    const before = await readFile(file);
    await setFuses(file);
    const wire = await getCurrentFuseWire(file);
    const on = [
      FuseV1Options.EnableCookieEncryption,
      FuseV1Options.EnableEmbeddedAsarIntegrityValidation,
      FuseV1Options.OnlyLoadAppFromAsar,
      FuseV1Options.WasmTrapHandlers,
    ];
    for (const fuse of Object.keys(FUSES).map(Number) as FuseV1Options[])
      expect([fuse, wire[fuse]]).toEqual([fuse, on.includes(fuse) ? FuseState.ENABLE : FuseState.DISABLE]);

    const after = await readFile(file);
    const at = 5_000 + SENTINEL.length + 2;
    expect(after.subarray(at, at + 9).toString()).toBe('010011001');
    expect(after.subarray(0, at).equals(before.subarray(0, at))).toBe(true);
    expect(after.subarray(at + 9).equals(before.subarray(at + 9))).toBe(true);
  });

  it('stop the packaging when Electron has one that nobody decided about', async () => {
    const file = await dummyBinary('newer', '1001101110');
    await expect(setFuses(file)).rejects.toThrow();
  });
});
