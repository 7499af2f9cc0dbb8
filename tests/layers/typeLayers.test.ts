/** Each layer's own tsconfig refuses the globals of another layer, which an import rule cannot see. */
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const project = join(import.meta.dirname, '../..');

const wrongGlobals = [
  { layer: 'shared', code: 'export const x = document.title;', missing: 'document' },
  { layer: 'shared', code: 'export const x = process.pid;', missing: 'process' },
  { layer: 'shared', code: 'export const x = Buffer.from("x");', missing: 'Buffer' },
  { layer: 'electron/vault', code: 'export const x = document.title;', missing: 'document' },
  { layer: 'electron/vault', code: 'export const x = window.name;', missing: 'window' },
  { layer: 'electron/loopback', code: 'export const x = document.title;', missing: 'document' },
  { layer: 'renderer', code: 'export const x = process.pid;', missing: 'process' },
  { layer: 'renderer', code: 'export const x = Buffer.from("x");', missing: 'Buffer' },
  { layer: 'sync-server', code: 'export const x = document.title;', missing: 'document' },
] as const;

describe('a global of another layer does not compile', () => {
  it.each(wrongGlobals)('$missing in $layer', async ({ layer, code, missing }) => {
    await mkdir(join(project, 'out'), { recursive: true });
    const folder = await mkdtemp(join(project, 'out/planted-'));
    try {
      await writeFile(join(folder, 'planted.ts'), code);
      await writeFile(
        join(folder, 'tsconfig.json'),
        JSON.stringify({ extends: join(project, layer, 'tsconfig.json'), include: ['planted.ts'] }),
      );
      expect(await compile(folder)).toMatch(new RegExp(`planted\\.ts.*Cannot find name '${missing}'`));
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});

function compile(folder: string): Promise<string> {
  const tsc = join(project, 'node_modules/typescript/bin/tsc');
  return new Promise((resolve) => {
    execFile(process.execPath, [tsc, '-p', folder], (_error, stdout) => resolve(stdout));
  });
}
