import { expect, type Page } from '@playwright/test';
import { expectAccessible, expectReflow } from './support/accessibility.ts';
import { beginWithNewHousehold, expectSaved, field } from './support/dossierPages.ts';
import { test } from './support/fixtures.ts';
import { samira } from './support/sessionPages.ts';

const CANARY = 'kanariepiet';

/** All that the page holds, and all that a screen reader is told. */
async function everything(page: Page): Promise<string> {
  return `${await page.content()}\n${await page.locator('body').ariaSnapshot()}`;
}

test('Meekijken shows what was agreed and nothing of the note; the way back takes the PIN [P2]', async ({
  openPage: page,
}) => {
  await beginWithNewHousehold(page, 'Fam. Yılmaz', 'Fatima');
  await page.keyboard.type(`Er is zorg: ${CANARY}.`);
  await page.keyboard.press('Control+3');
  await page.keyboard.type(`Ze lijkt moe, ${CANARY}`);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+Shift+A');
  await page.keyboard.type('Belt met de bank');
  await page.getByRole('button', { name: 'Klaar met deze afspraak' }).press('Enter');
  await expectSaved(page);

  await test.step('the frame is gone, and so is everything that was written for ourselves', async () => {
    await page.keyboard.press('Alt+m');
    await expect(page.getByRole('heading', { level: 1, name: /Fam. Yılmaz/ })).toBeVisible();
    await expect(page.getByText('Belt met de bank')).toBeVisible();
    await expect(page.locator('html')).toHaveAttribute('data-view', 'meekijken');
    await expect(page.locator('.nav')).toHaveCount(0);
    expect(await everything(page)).not.toContain(CANARY);
  });
  await test.step('search and the way back are not there', async () => {
    await page.keyboard.press('Control+k');
    await page.keyboard.press('Alt+ArrowLeft');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await expect(field(page, 'lookAlong.stop')).toBeVisible();
  });
  await test.step('it reads well in every look, and at 320 px', async () => {
    await expectAccessible(page, 'Meekijken');
    await expectReflow(page, 'Meekijken');
  });
  await test.step('letters grow, and words of the resident are kept', async () => {
    await field(page, 'lookAlong.larger').press('Enter');
    await expect(page.locator('html')).toHaveAttribute('style', /110%/);
    await field(page, 'lookAlong.change').press('Enter');
    await page.keyboard.type('Ik bel liever in december');
    await field(page, 'lookAlong.keep').press('Enter');
    await expect(page.getByRole('status')).toContainText('Dat hebben we opgeschreven.');
  });
  await test.step('leaving takes the PIN, and the words stand in the conversation', async () => {
    await field(page, 'lookAlong.stop').press('Enter');
    const pin = page.locator('input[type="password"]').first();
    await expect(pin).toBeVisible();
    expect(await page.content()).not.toContain('Yılmaz');
    await pin.fill(samira.pin);
    await page.keyboard.press('Enter');
    await expect(page.getByText('Ik bel liever in december')).toBeVisible();
    await expect(page.locator('html')).not.toHaveAttribute('data-view', 'meekijken');
  });
  await test.step('a paper is saved under a name that names nobody', async () => {
    await page
      .getByRole('button', { name: /Fam. Yılmaz · Gesprekken/ })
      .or(page.getByRole('link', { name: /Gesprekken/ }))
      .first()
      .press('Enter');
    await page.getByRole('tab', { name: 'Overzicht' }).press('Enter');
    const saving = page.waitForEvent('download');
    await field(page, 'paper.plan').press('Enter');
    expect((await saving).suggestedFilename()).toMatch(/^ons-plan-\d{4}-\d\d-\d\d\.pdf$/);
  });
});

test('loading the page again while a resident looks along hides the screen first', async ({ openPage: page }) => {
  await beginWithNewHousehold(page, 'Fam. Yılmaz', 'Fatima');
  await page.keyboard.press('Alt+m');
  await expect(field(page, 'lookAlong.stop')).toBeVisible();
  await page.reload();
  await expect(page.locator('input[type="password"]').first()).toBeVisible();
});
