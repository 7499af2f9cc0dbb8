import { expect } from '@playwright/test';
import { beginWithNewHousehold, expectSaved, whatIsGoingOn } from './support/dossierPages.ts';
import { enter, test, watch } from './support/fixtures.ts';
import { otherDevice } from './support/otherDevice.ts';

test('text that may not be saved any more is kept in view to copy from', async ({ preparedApp: app, page }) => {
  const complaints = watch(page);
  const device = await otherDevice(page);
  await enter(page, app);
  await beginWithNewHousehold(page, 'Fam. De Wit', 'Anna');
  await page.keyboard.type('Dit stond er.');
  await expectSaved(page);
  const field = (await whatIsGoingOn(page).getAttribute('data-field')) ?? '';
  const conversationId = field.split('.')[1] ?? '';

  device.holdPushes();
  await page.keyboard.type(' En dit kwam te laat.');
  await device.call('conversation.finalize', { documentId: device.documentId(), conversationId });
  await expect(page.getByText(/Vastgesteld op/)).toBeVisible();
  device.releasePushes();

  const box = page.getByRole('alert').filter({ hasText: 'Niet bewaard' });
  await expect(box.getByRole('textbox')).toHaveValue('Dit stond er. En dit kwam te laat.');
  await expect(page.locator('.read-text').first()).toHaveText('Dit stond er.');
  await box.getByRole('button', { name: 'Ik heb het overgenomen' }).press('Enter');
  await expect(box).toHaveCount(0);
  expect(complaints).toEqual([]);
});
