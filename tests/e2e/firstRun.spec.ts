import { startLoopbackApp } from './support/loopbackApp.ts';
import { test } from './support/fixtures.ts';
import { firstRun } from './support/sessionPages.ts';
import { comesBackAfterLock, startsAnew, tellsWrongPassphrase } from './support/sessionScenarios.ts';

test('a worker makes a vault by keyboard, locks it, and comes back', ({ appPage }) => comesBackAfterLock(appPage));

test('a wrong passphrase is told, and the right one still opens', ({ appPage }) => tellsWrongPassphrase(appPage));

test('the vault is there again after the app was started anew', async ({ appPage, app, page }) => {
  await firstRun(appPage);
  await app.stop();
  const again = await startLoopbackApp(app.dataFolder);
  await page.goto(await again.newAddress());
  await startsAnew(page);
  await again.stop();
});
