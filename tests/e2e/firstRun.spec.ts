import { startLoopbackApp } from './support/loopbackApp.ts';
import { test } from './support/fixtures.ts';
import { comesBackAfterLock, startsAnew, tellsWrongPassphrase } from './support/sessionScenarios.ts';

test('a worker makes a vault by keyboard, locks it, comes back, and finds it again after the app was started anew', async ({
  appPage,
  app,
  page,
}) => {
  await comesBackAfterLock(appPage);
  await app.stop();
  const again = await startLoopbackApp(app.dataFolder);
  await page.goto(await again.newAddress());
  await startsAnew(page);
  await again.stop();
});

test('a wrong passphrase is told, and the right one still opens', async ({ preparedApp, page }) => {
  await page.goto(await preparedApp.newAddress());
  await tellsWrongPassphrase(page);
});
