/**
 * What the browser itself leaves behind: a conversation is typed and searched for, and then the browser's folder, the
 * data folder, the temporary folder and what the app printed are searched for the words, while it all runs and after its
 * end.
 */
import { mkdir, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { chromium, expect, test, type Page } from '@playwright/test';
import { findChromium } from '../../build/chromium.ts';
import { browserArguments } from '../../electron/loopback/browserWindow.ts';
import { beginWithNewHousehold, expectSaved, search } from './support/dossierPages.ts';
import { makeDataFolder, removeDataFolder, startLoopbackApp } from './support/loopbackApp.ts';
import { expectOpen, firstRun, samira } from './support/sessionPages.ts';

const CANARY = 'kanariezonnebloem';

/** In a field that does not ask the browser to forget it: this one must be found, or the search proves nothing. */
const REMEMBERED = 'kanarieveldbloem';

async function filesWith(folder: string, words: readonly string[]): Promise<{ files: number; found: string[] }> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const found: string[] = [];
  for (const file of files) {
    // A browser that runs takes files away again.
    const bytes = await readFile(file).catch(() => Buffer.alloc(0));
    for (const word of words)
      if (bytes.includes(word) || bytes.includes(Buffer.from(word, 'utf16le'))) found.push(`${file}: ${word}`);
  }
  return { files: files.length, found };
}

/**
 * A browser with the product's own switches, but without --incognito: then it would leave nothing by itself, and the test
 * would pass whatever the page did. Here only the page's own care (no-store, no storage) keeps the words away.
 */
async function openWindow(address: string, root: string): Promise<{ page: Page; close: () => Promise<void> }> {
  const temporary = join(root, 'temporary');
  await mkdir(temporary);
  const ours = browserArguments(address, '', process.getuid?.() === 0);
  const context = await chromium.launchPersistentContext(join(root, 'browser'), {
    executablePath: await findChromium(),
    args: ['--disable-gpu', ...ours.filter((one) => !/^--(app|user-data-dir|incognito)/.test(one))],
    env: { ...process.env, TMPDIR: temporary, HOME: temporary },
  });
  const page = context.pages()[0] ?? (await context.newPage());
  await page.goto(address);
  return { page, close: () => context.close() };
}

test('no word that was typed is in any file of the browser, the app or the temporary folder [P1]', async () => {
  test.setTimeout(180_000);
  const root = await makeDataFolder();
  const dataFolder = join(root, 'data');
  await mkdir(dataFolder);
  const app = await startLoopbackApp(dataFolder);
  const window = await openWindow(await app.newAddress(), root);
  const { page } = window;
  const worker = { ...samira, passphrase: `wachtzin ${CANARY} molen lantaarn beschuit` };
  const groups = await firstRun(page, worker);
  await beginWithNewHousehold(page, `Fam. ${CANARY}`, `Anna${CANARY}`);
  await page.keyboard.type(`Er ligt veel post bij ${CANARY}.`);
  await expectSaved(page);
  await test.step('the browser keeps what stands in a field, some seconds later, unless the field says not to', async () => {
    const text = page.locator('textarea').first();
    await text.evaluate((_, words) => {
      const plain = document.createElement('textarea');
      plain.value = words;
      document.body.append(plain);
    }, REMEMBERED);
    await expect
      .poll(async () => (await filesWith(join(root, 'browser'), [REMEMBERED])).found.length, { timeout: 30_000 })
      .toBeGreaterThan(0);
    expect((await filesWith(root, [CANARY])).found).toEqual([]);
  });
  const found = await search(page, CANARY);
  await expect(found.getByRole('option').first()).toBeVisible();
  await page.keyboard.press('Escape');
  await page.reload();
  await expectOpen(page);

  const words = [CANARY, groups.join(''), groups.join('-'), groups.slice(0, 4).join(' ')];
  const running = await filesWith(root, words);
  expect(running.found).toEqual([]);
  expect(running.files).toBeGreaterThan(10);
  await window.close();
  await app.stop();
  expect((await filesWith(root, words)).found).toEqual([]);
  expect(app.printed()).not.toContain(CANARY);
  await removeDataFolder(root);
});
