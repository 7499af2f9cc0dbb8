import { expect } from '@playwright/test';
import { beginWithNewHousehold, expectSaved, whatIsGoingOn } from './support/dossierPages.ts';
import { enter, test, watch } from './support/fixtures.ts';
import { otherDevice } from './support/otherDevice.ts';
import { lock, unlock } from './support/sessionPages.ts';

test('a full disk is told in a sentence, on every screen, and nothing typed is lost when there is room again [S7]', async ({
  preparedApp: app,
  page,
}) => {
  const complaints = watch(page);
  const device = await otherDevice(page);
  await enter(page, app);
  await beginWithNewHousehold(page, 'Fam. De Wit', 'Anna');
  await page.keyboard.type('Dit staat er.');
  await expectSaved(page);

  device.failPushesWith('DiskFull');
  await page.keyboard.type(' En dit past niet.');
  await expect(page.getByRole('alert').filter({ hasText: 'De schijf van je laptop is vol.' })).toBeVisible();
  await expect(page.locator('.status')).toContainText('Nog niet bewaard.');
  await expect(whatIsGoingOn(page)).toHaveValue('Dit staat er. En dit past niet.');
  await page.getByRole('navigation').first().getByRole('link', { name: 'Vandaag' }).press('Enter');
  await expect(page.locator('.status')).toContainText('Nog niet bewaard.');

  device.failPushesWith(null);
  await expect(page.locator('.status')).not.toContainText('Nog niet bewaard', { timeout: 40_000 });
  // Only what is on disk comes back after a lock.
  await lock(page);
  await unlock(page);
  await page.locator('[data-field^="unfinished."]').first().press('Enter');
  await expect(whatIsGoingOn(page)).toHaveValue('Dit staat er. En dit past niet.');
  expect(complaints).toEqual([]);
});
