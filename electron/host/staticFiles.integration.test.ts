import { createHash } from 'node:crypto';
import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadStaticFiles } from './staticFiles.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'samenspel-static-'));
  await mkdir(join(folder, 'assets'));
  await writeFile(join(folder, 'index.html'), '<!doctype html>');
  await writeFile(join(folder, 'assets/main.js'), 'start();');
  await writeFile(join(folder, 'assets/unlisted.js'), 'secret();');
});
afterEach(() => rm(folder, { recursive: true }));

const entry = (path: string, content: string, type = 'text/html') => ({
  path,
  type,
  sha256: createHash('sha256').update(content).digest('hex'),
});

async function load(files: unknown): Promise<unknown> {
  await writeFile(join(folder, 'files.json'), JSON.stringify({ files }));
  return loadStaticFiles(folder);
}

describe('the built screen', () => {
  it('is what the list names and nothing beside it; the page is under /', async () => {
    const loaded = await load([entry('/index.html', '<!doctype html>'), entry('/assets/main.js', 'start();')]);
    expect(loaded).toMatchObject({ ok: true });
    expect([...(loaded as { value: Map<string, unknown> }).value.keys()].sort()).toEqual(['/', '/assets/main.js']);
  });

  it('does not start when a file was changed after the build', async () => {
    await writeFile(join(folder, 'assets/main.js'), 'evil();');
    expect(await load([entry('/index.html', '<!doctype html>'), entry('/assets/main.js', 'start();')])).toEqual({
      ok: false,
      error: { tag: 'BundleChanged' },
    });
  });

  it.each([
    ['that is not there', [entry('/index.html', '<!doctype html>'), entry('/assets/gone.js', '')]],
    ['outside its folder', [entry('/index.html', '<!doctype html>'), entry('/assets/../../x.js', '')]],
  ])('does not start with a file %s', async (_what, files) => {
    expect(await load(files)).toEqual({ ok: false, error: { tag: 'BundleChanged' } });
  });

  it('is missing without a list, with an unreadable list, or without a page', async () => {
    const missing = { ok: false, error: { tag: 'BundleMissing' } };
    expect(await loadStaticFiles(folder)).toEqual(missing);
    await writeFile(join(folder, 'files.json'), '{"files":');
    expect(await loadStaticFiles(folder)).toEqual(missing);
    expect(await load([entry('/assets/main.js', 'start();')])).toEqual(missing);
  });
});
