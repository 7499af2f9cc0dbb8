import { expect, type Page } from '@playwright/test';
import { beginWithNewHousehold, expectSaved, field, whatIsGoingOn } from './support/dossierPages.ts';
import { enter, test, watch } from './support/fixtures.ts';
import { startLoopbackApp } from './support/loopbackApp.ts';
import { lock, samira, unlock } from './support/sessionPages.ts';

const caret = (page: Page): Promise<number> =>
  page.evaluate(() =>
    document.activeElement instanceof HTMLTextAreaElement ? document.activeElement.selectionStart : -1,
  );

test('locking in the middle of a sentence saves it and returns to the same letter [U3]', async ({ openPage: page }) => {
  await beginWithNewHousehold(page, 'Fam. De Wit', 'Anna');
  await page.keyboard.type('Halverwege een zin');
  for (let step = 0; step < 4; step += 1) await page.keyboard.press('ArrowLeft');
  await lock(page);
  await expect(page.locator('body')).not.toContainText('De Wit');
  await unlock(page);
  await expect(whatIsGoingOn(page)).toBeFocused();
  await expect(whatIsGoingOn(page)).toHaveValue('Halverwege een zin');
  expect(await caret(page)).toBe('Halverwege een'.length);
});

test('hiding keeps a half-typed line and a half-typed agreement [U3]', async ({ openPage: page }) => {
  await beginWithNewHousehold(page, 'Fam. De Wit', 'Anna');
  await page.keyboard.press('Control+1');
  await page.keyboard.type('Ik slaap weer');
  await page.keyboard.press('Control+Shift+H');
  await page.locator('input[type="password"]').fill(samira.pin);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('textbox', { name: 'Letterlijk gezegd' })).toBeFocused();
  await expect(page.getByRole('textbox', { name: 'Letterlijk gezegd' })).toHaveValue('Ik slaap weer');
  await page.keyboard.press('Escape');

  await page.keyboard.press('Control+Shift+A');
  await page.keyboard.type('Belt de huisarts');
  await page.keyboard.press('Control+Shift+H');
  await page.locator('input[type="password"]').fill(samira.pin);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('listitem').filter({ hasText: 'Belt de huisarts' })).toHaveCount(1);
});

test('a form field that was not left yet is saved by locking too', async ({ openPage: page }) => {
  await beginWithNewHousehold(page, 'Fam. De Wit', 'Anna');
  await page.keyboard.press('Control+Enter');
  await page.getByRole('tab', { name: 'Gegevens' }).press('Enter');
  await field(page, 'household.city').pressSequentially('Merendam');
  await lock(page);
  await unlock(page);
  await expect(field(page, 'household.city')).toHaveValue('Merendam');
  await expect(field(page, 'household.city')).toBeFocused();
});

test('what was said to be saved is there after the power goes', async ({ preparedApp: app, page }) => {
  const complaints = watch(page);
  await enter(page, app);
  await beginWithNewHousehold(page, 'Fam. De Wit', 'Anna');
  await page.keyboard.type('Dit staat op schijf');
  await expectSaved(page);
  await app.kill();
  const again = await startLoopbackApp(app.dataFolder);
  await page.goto(await again.newAddress());
  await unlock(page);
  // The place was saved with the words: one is back in the same field, at the same letter.
  await expect(whatIsGoingOn(page)).toBeFocused();
  await expect(whatIsGoingOn(page)).toHaveValue('Dit staat op schijf');
  expect(await caret(page)).toBe('Dit staat op schijf'.length);
  await again.stop();
  expect(complaints).toEqual([]);
});
