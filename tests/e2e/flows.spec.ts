/** Every flow of support/flowCounts.ts, once by keys alone and once with the mouse alone, within its counts. */
import { expect } from '@playwright/test';
import { test, watch } from './support/fixtures.ts';
import { flows } from './support/flowCounts.ts';
import { countClicks, countKeys } from './support/keyCount.ts';

test.use({ profile: { practice: true } });

test('every flow of the day is done by keys alone, within its number of keys [U1]', async ({ preparedApp, page }) => {
  const complaints = watch(page);
  await page.goto(await preparedApp.newAddress());
  for (const flow of flows) {
    await test.step(flow.name, async () => {
      await flow.prepare?.(page);
      const keys = countKeys(page);
      await flow.byKeys(page, keys);
      await flow.done(page);
      expect(keys.pressed(), `${flow.name}: keys`).toBeLessThanOrEqual(flow.keys);
    });
  }
  expect(complaints).toEqual([]);
});

test('every flow of the day is done with the mouse alone, within its number of clicks [U1]', async ({
  preparedApp,
  page,
}) => {
  const complaints = watch(page);
  await page.goto(await preparedApp.newAddress());
  for (const flow of flows) {
    await test.step(flow.name, async () => {
      await flow.prepare?.(page);
      const mouse = countClicks(page);
      await flow.byMouse(page, mouse);
      await flow.done(page);
      expect(mouse.clicked(), `${flow.name}: clicks`).toBeLessThanOrEqual(flow.clicks);
    });
  }
  expect(complaints).toEqual([]);
});
