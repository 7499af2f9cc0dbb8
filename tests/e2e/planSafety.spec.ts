import { expect } from '@playwright/test';
import { expectAccessible, expectReflow } from './support/accessibility.ts';
import { beginWithNewHousehold, field, search } from './support/dossierPages.ts';
import { test } from './support/fixtures.ts';
import { samira } from './support/sessionPages.ts';

test('Veiligheid: steps are written down with a reason, and nothing of it is found elsewhere', async ({
  openPage: page,
}) => {
  test.setTimeout(180_000);
  await beginWithNewHousehold(page, 'Fam. Dekker', 'Sem');
  await page.keyboard.press('Control+Enter');
  await page.getByRole('tab', { name: 'Veiligheid' }).press('Enter');
  await expect(page.getByText('Alleen jij ziet dit (Samira Kaya).')).toBeVisible();
  await expect(page.getByText('0800-2000')).toBeVisible();
  await field(page, 'meldcode.begin').press('Enter');

  await test.step('a step without words asks for them; with words it stays as it is', async () => {
    await field(page, 'meldcode.1_SIGNALEN.save').press('Enter');
    await expect(page.getByText('Een paar woorden is genoeg.')).toBeVisible();
    await field(page, 'meldcode.1_SIGNALEN.reasoning').fill('Sem schrok van harde stemmen');
    await field(page, 'meldcode.1_SIGNALEN.save').press('Enter');
    await expect(page.getByText('Sem schrok van harde stemmen')).toBeVisible();
    await field(page, 'meldcode.2_OVERLEG.reasoning').fill('Advies gevraagd, zonder naam');
    await field(page, 'meldcode.2_OVERLEG.save').press('Enter');
  });
  await test.step('only the talk may be skipped, and only with a reason', async () => {
    await expect(field(page, 'meldcode.3_GESPREK.skip')).toBeVisible();
    await field(page, 'meldcode.3_GESPREK.skip').press('Enter');
    await expect(page.getByText('Waarom sla je deze stap over? Schrijf de reden op.')).toBeVisible();
    await field(page, 'meldcode.3_GESPREK.reasoning').fill('Nu niet veilig');
    await field(page, 'meldcode.3_GESPREK.skip').press('Enter');
    await expect(page.getByText('(overgeslagen)')).toBeVisible();
    await expect(field(page, 'meldcode.4_WEGEN.skip')).toHaveCount(0);
  });
  await test.step('the weighing says what the norm says, one question at a time', async () => {
    await field(page, 'weighing.begin').press('Enter');
    await field(page, 'weighings.*.VERMOEDEN.JA').press('Space');
    await field(page, 'weighings.*.ONVEILIG.JA').press('Space');
    await expect(page.getByText('Jij belt; Samenspel meldt niets.')).toBeVisible();
    await expectAccessible(page, 'veiligheid');
    await expectReflow(page, 'veiligheid');
  });
  await test.step('search and timeline know nothing of it', async () => {
    await page.getByRole('tab', { name: 'Tijdlijn' }).press('Enter');
    await expect(page.getByRole('tabpanel')).not.toContainText('stemmen');
    const found = await search(page, 'stemmen');
    await expect(page.getByText(/Niets gevonden met/)).toBeVisible();
    await expect(found.getByText('harde stemmen')).toHaveCount(0);
    await page.keyboard.press('Escape');
  });
  await test.step('begun during a home visit: the screen that the family sees tells nothing of it [scenario 8]', async () => {
    const expectNothing = async (): Promise<void> => {
      expect(await page.content()).not.toMatch(/harde stemmen|zonder naam|Nu niet veilig/);
      expect(await page.locator('body').ariaSnapshot()).not.toMatch(/stemmen|meldcode|veilig|signal|0800-2000/i);
    };
    await page.keyboard.press('Alt+m');
    await expect(page.getByRole('heading', { level: 1, name: /Fam. Dekker/ })).toBeVisible();
    await expectNothing();
    // The keys that go to it do nothing here.
    await page.keyboard.press('Control+k');
    await page.keyboard.press('Alt+ArrowLeft');
    await expect(field(page, 'lookAlong.stop')).toBeVisible();
    await expectNothing();
    await field(page, 'lookAlong.stop').press('Enter');
    const pin = page.locator('input[type="password"]').first();
    await expect(pin).toBeVisible();
    await expectNothing();
    await pin.fill(samira.pin);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('tab', { name: 'Veiligheid' })).toBeVisible();
  });
});
