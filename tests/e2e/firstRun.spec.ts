import { expect } from '@playwright/test';
import { test } from './support/fixtures.ts';
import { expectOpen, firstRun, lock, samira, unlock } from './support/sessionPages.ts';

test('a worker makes a vault by keyboard, locks it, and comes back', async ({ appPage }) => {
  const groups = await firstRun(appPage);
  expect(groups.length).toBeGreaterThan(10);
  await lock(appPage);
  await unlock(appPage);
});

test('a wrong passphrase is told, and the right one still opens', async ({ appPage }) => {
  await firstRun(appPage);
  await lock(appPage);
  await appPage.locator('[data-field="unlock.passphrase"]').fill('dit is hem helemaal niet');
  await appPage.locator('[data-field="unlock.passphrase"]').press('Enter');
  await expect(appPage.getByText('Deze wachtzin klopt niet', { exact: false })).toBeVisible();
  await unlock(appPage);
});

test('the vault is there again after the app was started anew', async ({ appPage, app, page }) => {
  await firstRun(appPage);
  await app.stop();
  const { startLoopbackApp } = await import('./support/loopbackApp.ts');
  const again = await startLoopbackApp(app.dataFolder);
  await page.goto(await again.newAddress());
  await expect(page.getByText(samira.name, { exact: false }).first()).toBeVisible();
  await unlock(page);
  await expectOpen(page);
  await again.stop();
});
