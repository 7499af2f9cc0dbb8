/** In forced colours backgrounds and shadows are gone. What is chosen must still be seen, and axe does not look at that. */
import { expect } from '@playwright/test';
import { field } from './support/dossierPages.ts';
import { test } from './support/fixtures.ts';
import { expectChosenIsSeen } from './support/pictures.ts';

test.use({ profile: { households: [{ name: 'Fam. Yılmaz', firstName: 'Fatima' }] } });

test('what is chosen is seen in forced colours: chips, person, radio, checkbox, tab, row, place [U2]', async ({
  openPage: page,
}) => {
  await page.emulateMedia({ forcedColors: 'active' });
  const vandaag = page.getByRole('navigation').first().getByRole('link', { name: 'Vandaag' });
  await expectChosenIsSeen('the place in the navigation', vandaag, () =>
    field(page, 'nav.instellingen').press('Enter'),
  );

  const light = field(page, 'settings.theme.light');
  await expectChosenIsSeen('one of the chips', light, async () => {
    await light.press('Space');
    await expect(light).toHaveAttribute('aria-checked', 'true');
  });

  await page.keyboard.press('Control+k');
  await page.keyboard.type('yilm');
  const found = page.getByRole('listbox', { name: 'Gevonden' }).getByRole('option');
  await expect(found.first()).toHaveAttribute('aria-selected', 'true');
  await expectChosenIsSeen('a row in the list', found.first(), async () => {
    await page.getByRole('combobox', { name: /Zoek een huishouden/ }).press('ArrowDown');
    await expect(found.first()).toHaveAttribute('aria-selected', 'false');
  });
  await page.getByRole('combobox', { name: /Zoek een huishouden/ }).press('ArrowUp');
  await page.keyboard.press('Enter');

  const details = page.getByRole('tab', { name: 'Gegevens' });
  await expectChosenIsSeen('a tab', details, async () => {
    await details.press('Enter');
    await expect(details).toHaveAttribute('aria-selected', 'true');
  });

  await field(page, 'household.more').press('Enter');
  const checkbox = page.locator('label').filter({ hasText: 'Tolk nodig' });
  await expectChosenIsSeen('a checkbox', checkbox, async () => {
    await checkbox.click();
    await expect(checkbox.getByRole('checkbox')).toBeChecked();
  });

  await field(page, 'regisseur.change').press('Enter');
  const radio = page.getByRole('dialog').locator('label.check').first();
  await expectChosenIsSeen('a radio', radio, async () => {
    const wasOn = await radio.getByRole('radio').isChecked();
    await page
      .getByRole('dialog')
      .locator('label.check')
      .nth(wasOn ? 1 : 0)
      .click();
    await expect(radio.getByRole('radio')).toBeChecked({ checked: !wasOn });
  });
  await field(page, 'regisseur.cancel').press('Enter');

  await field(page, 'household.newConversation').press('Enter');
  const person = page.getByRole('group', { name: 'Wie was erbij?' }).getByRole('button', { name: 'Fatima' });
  await expectChosenIsSeen('a person', person, async () => {
    const wasOn = (await person.getAttribute('aria-pressed')) === 'true';
    await person.press('Enter');
    await expect(person).toHaveAttribute('aria-pressed', String(!wasOn));
  });
});
