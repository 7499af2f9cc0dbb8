/** The scenarios of the loopback host, in Electron. Listed by name as not run where its binary is not. */
import { expect, test as base } from '@playwright/test';
import { startElectronApp, whyNoElectron, type ElectronApp } from '../support/electronApp.ts';
import { makeDataFolder, removeDataFolder } from '../support/loopbackApp.ts';
import { prepareDataFolder } from '../support/preparedProfile.ts';
import { comesBackAfterLock, startsAnew, tellsWrongPassphrase } from '../support/sessionScenarios.ts';
import { expectOpen, firstRun, unlock } from '../support/sessionPages.ts';

interface Fixtures {
  readonly dataFolder: string;
  readonly app: ElectronApp;
  /** On a vault that was made before; at the lock page. */
  readonly preparedApp: ElectronApp;
}

const test = base.extend<Fixtures>({
  // Playwright wants to see which fixtures a fixture uses, also when there are none.
  // oxlint-disable-next-line no-empty-pattern
  dataFolder: async ({}, use) => {
    const folder = await makeDataFolder();
    await use(folder);
    await removeDataFolder(folder);
  },
  app: async ({ dataFolder }, use) => {
    const app = await startElectronApp(dataFolder);
    await use(app);
    await app.stop();
  },
  // oxlint-disable-next-line no-empty-pattern
  preparedApp: async ({}, use) => {
    const folder = await prepareDataFolder({});
    const app = await startElectronApp(folder);
    await use(app);
    await app.stop();
    await removeDataFolder(folder);
  },
});

const reason = whyNoElectron();
test.skip(reason !== null, reason ?? '');

test('Electron: a worker makes a vault by keyboard, locks it, and comes back', ({ app }) =>
  comesBackAfterLock(app.page));

test('Electron: a wrong passphrase is told, and the right one still opens', ({ preparedApp }) =>
  tellsWrongPassphrase(preparedApp.page));

test('Electron: the vault is there again after the app was started anew', async ({ dataFolder }) => {
  const first = await startElectronApp(dataFolder);
  await firstRun(first.page);
  await first.stop();
  const again = await startElectronApp(dataFolder);
  await startsAnew(again.page);
  await again.stop();
});

test('Electron: the system going to sleep locks', async ({ preparedApp: app }) => {
  await unlock(app.page);
  await app.evaluate(({ powerMonitor }) => void powerMonitor.emit('suspend'));
  await expect(app.page.locator('[data-field="unlock.passphrase"]')).toBeVisible();
});

test('Electron: the page reaches no network, no file and nothing of Node', async ({ preparedApp: app }) => {
  await unlock(app.page);
  const reached = await app.page.evaluate(async () => {
    const answers = (address: string) =>
      fetch(address).then(
        () => true,
        () => false,
      );
    return {
      https: await answers('https://example.org/'),
      file: await answers('file:///etc/hostname'),
      other: await answers('app://other/'),
      node: ['require', 'process', 'Buffer', 'module'].filter((name) => name in window),
    };
  });
  expect(reached).toEqual({ https: false, file: false, other: false, node: [] });
  await expectOpen(app.page);
});
