import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fetchElectron, findElectron } from './electronBinary.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'samenspel-electron-'));
});
afterEach(() => rm(folder, { recursive: true }));

async function installer(code: string): Promise<string> {
  const script = join(folder, 'install.cjs');
  await writeFile(script, code);
  return script;
}

const limits = { proofWithinMs: 300, doneWithinMs: 20_000 };

describe('the Electron binary', () => {
  it('is found where its package or ELECTRON_OVERRIDE_DIST_PATH puts it, and nowhere else', async () => {
    expect(findElectron({}, folder)).toBeNull();
    await mkdir(join(folder, 'dist'));
    await writeFile(join(folder, 'path.txt'), 'electron');
    expect(findElectron({}, folder)).toBeNull();
    await writeFile(join(folder, 'dist/electron'), '');
    expect(findElectron({}, folder)).toBe(join(folder, 'dist/electron'));
    expect(findElectron({ ELECTRON_OVERRIDE_DIST_PATH: join(folder, 'other') }, folder)).toBeNull();
  });

  it('is given up soon when the source does not answer and the installer hangs', async () => {
    const script = await installer('setInterval(() => {}, 1000);');
    const startedMs = performance.now();
    expect(await fetchElectron(() => undefined, { script, sourceAnswers: async () => false }, limits)).toBe(false);
    expect(performance.now() - startedMs).toBeLessThan(15_000);
  });

  it('may take its time once the source answers, and says that it is being fetched', async () => {
    const script = await installer('setTimeout(() => process.exit(0), 900);');
    let told = 0;
    const source = { script, sourceAnswers: async () => true };
    expect(await fetchElectron(() => (told += 1), source, limits)).toBe(true);
    expect(told).toBe(1);
  });

  it('cannot be had when the installer fails', async () => {
    const script = await installer('process.exit(1);');
    const never = (): Promise<boolean> => new Promise(() => undefined);
    expect(await fetchElectron(() => undefined, { script, sourceAnswers: never }, limits)).toBe(false);
  });
});
