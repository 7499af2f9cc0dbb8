/** Every screen of the tour passes axe in light, dark and forced colours, fits 320 px, and can be pressed by a finger. A screen without a stop is not seen. */
import { expectAccessible, expectReflow, expectTouchTargets } from './support/accessibility.ts';
import { expect } from '@playwright/test';
import { field } from './support/dossierPages.ts';
import { test, watch } from './support/fixtures.ts';
import { makeDataFolder, removeDataFolder, startLoopbackApp } from './support/loopbackApp.ts';
import { dayPanels, makePanelVault } from './support/panelTour.ts';
import { firstRunTour, makeTourVault, screenTour, type Stop } from './support/screenTour.ts';

const tours: readonly { name: string; stops: readonly Stop[]; fill: () => Promise<string> }[] = [
  { name: 'of a first run', stops: firstRunTour, fill: makeDataFolder },
  { name: 'of a full caseload', stops: screenTour, fill: makeTourFolder },
  { name: 'and panel of a day', stops: dayPanels, fill: makePanelVault },
];

async function makeTourFolder(): Promise<string> {
  const dataFolder = await makeDataFolder();
  makeTourVault(dataFolder);
  return dataFolder;
}

for (const { name, stops, fill } of tours) {
  test(`every screen ${name} passes axe in every look, fits 320 px and has targets for a finger`, async ({ page }) => {
    test.setTimeout(480_000);
    const dataFolder = await fill();
    const app = await startLoopbackApp(dataFolder);
    const complaints = watch(page);
    await page.goto(await app.newAddress());
    for (const stop of stops) {
      await test.step(stop.name, async () => {
        await stop.go(page);
        if (stop.picture === false) return;
        await expectAccessible(page, stop.name);
        await expectReflow(page, stop.name);
        await expectTouchTargets(page, stop.name);
      });
    }
    await app.stop();
    await removeDataFolder(dataFolder);
    expect(complaints).toEqual([]);
  });
}

test.describe('with a finger', () => {
  test.use({ hasTouch: true, isMobile: true, viewport: { width: 1024, height: 768 } });

  test('everything has the size of Ruim without being asked', async ({ appPage: page }) => {
    await field(page, 'welcome.begin').waitFor();
    const asked = await page.evaluate(() => ({
      density: document.documentElement.dataset['density'] ?? '',
      coarse: window.matchMedia('(pointer: coarse)').matches,
      least: getComputedStyle(document.documentElement).getPropertyValue('--ssp-size-target-min').trim(),
    }));
    expect(asked).toEqual({ density: '', coarse: true, least: '2.75rem' });
  });
});
