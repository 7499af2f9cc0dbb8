import { expect } from '@playwright/test';
import { beginWithNewHousehold, expectSaved, field, search, whatIsGoingOn } from './support/dossierPages.ts';
import { test } from './support/fixtures.ts';

test('a worker records a conversation by keyboard alone, finds it back and closes it [U1]', async ({
  openPage: page,
}) => {
  await beginWithNewHousehold(page, 'Fam. Yılmaz', 'Fatima');

  await test.step('wat speelt er, with a list that goes on by itself', async () => {
    await page.keyboard.type('Er ligt veel post.\n- brief van de bank\nenergie');
    await expect(whatIsGoingOn(page)).toHaveValue('Er ligt veel post.\n- brief van de bank\n- energie');
  });
  await test.step('undo and redo are those of this text', async () => {
    await page.keyboard.press('Control+z');
    await expect(whatIsGoingOn(page)).not.toHaveValue(/energie/);
    await page.keyboard.press('Control+y');
    await expect(whatIsGoingOn(page)).toHaveValue(/energie/);
  });
  await test.step('a quote, a fact and an opinion are kept apart', async () => {
    await page.getByRole('group', { name: 'Wie was erbij?' }).getByRole('button', { name: 'Fatima' }).press('Enter');
    await page.keyboard.press('Control+1');
    await page.keyboard.type('Ik durf de brievenbus weer open te doen');
    await page.keyboard.press('Control+2');
    await page.keyboard.type('Op tafel ligt een map per maand');
    await page.keyboard.press('Control+3');
    await page.keyboard.type('Ze heeft rust nodig');
    await page.keyboard.press('Escape');
    const lines = page.getByRole('list', { name: 'Regels en afspraken' }).getByRole('listitem');
    await expect(lines).toHaveCount(3);
    await expect(lines.nth(0)).toContainText('Letterlijk gezegd');
    await expect(lines.nth(0)).toContainText('Fatima');
    await expect(lines.nth(0).locator('.voice')).toHaveText('‘Ik durf de brievenbus weer open te doen’');
    await expect(lines.nth(2)).toContainText('Samira Kaya');
  });
  await test.step('an agreement with who and when', async () => {
    await page.keyboard.press('Control+Shift+A');
    await page.keyboard.type('Belt met de bank');
    await field(page, 'actions.*.dueOn.1').press('Enter');
    await page.getByRole('button', { name: 'Klaar met deze afspraak' }).press('Enter');
    await expect(page.getByRole('list', { name: 'Regels en afspraken' })).toContainText('Inwoner zelf, vóór');
  });
  await test.step('a perspective opens with a key and takes the text', async () => {
    await page.keyboard.press('Alt+5');
    await expect(page.getByRole('region', { name: 'Bestaanszekerheid' }).getByLabel('Wat gaat goed?')).toBeFocused();
    await page.keyboard.type('De huur is betaald');
    await expectSaved(page);
  });
  await test.step('search finds words and names, with diacritics folded, and goes there on Enter', async () => {
    await page.keyboard.press('Control+Enter');
    await expect(page.getByRole('tab', { name: 'Gesprekken' })).toHaveAttribute('aria-selected', 'true');
    const found = await search(page, 'brievenbus');
    await expect(found.locator('mark').first()).toHaveText(/brievenbus/i);
    await page.keyboard.press('Escape');
    const names = await search(page, 'yilm');
    await expect(names.getByRole('option', { name: /Fam. Yılmaz/ }).first()).toHaveAttribute('aria-selected', 'true');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { level: 1, name: 'Fam. Yılmaz' })).toBeVisible();
    await expect(page.getByText('1 open afspraak')).toBeVisible();
  });
  await test.step('Vandaag says where you were', async () => {
    const commands = await search(page, 'vandaag');
    await expect(commands.getByRole('option', { name: 'Ga naar Vandaag' })).toHaveAttribute('aria-selected', 'true');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('listitem').filter({ hasText: 'Gesprek Fam. Yılmaz' })).toBeVisible();
    await page.getByRole('button', { name: /Ga verder/ }).press('Enter');
    await expect(whatIsGoingOn(page)).toHaveValue(/energie/);
  });
  await test.step('vaststellen makes a page of it, and an aanvulling comes beside it', async () => {
    await field(page, 'conversation.finalize').press('Enter');
    await field(page, 'finalize.confirm').press('Enter');
    await expect(page.getByText(/Vastgesteld op/)).toBeVisible();
    await expect(whatIsGoingOn(page)).toHaveCount(0);
    await expect(page.locator('.read-text ul').first().getByRole('listitem')).toHaveText([
      'brief van de bank',
      'energie',
    ]);
    await field(page, 'addenda.add').press('Enter');
    await page.keyboard.type('De bank belde terug');
    await expectSaved(page);
    await page.getByRole('button', { name: 'Klaar', exact: true }).press('Enter');
    await expect(page.locator('.addenda')).toContainText('De bank belde terug');
  });
});

test('names and details: only what is needed is asked, errors stand under their field', async ({ openPage: page }) => {
  await field(page, 'today.households').press('Enter');
  await field(page, 'households.first').press('Enter');
  await field(page, 'createHousehold.save').press('Enter');
  await expect(field(page, 'createHousehold.name')).toBeFocused();
  await expect(page.getByText('Vul een naam in. Een werknaam is genoeg.')).toBeVisible();
  await field(page, 'createHousehold.name').fill('Huishouden Kade 12');
  await page.keyboard.press('Enter');
  await page.getByRole('tab', { name: 'Gegevens' }).press('Enter');

  await test.step('a person needs a first name only, and an existing date', async () => {
    await field(page, 'persons.add').press('Enter');
    await page.keyboard.type('Bilal');
    await page.keyboard.press('Enter');
    await field(page, 'persons.*.birthDate').fill('30-02-2014');
    await page.keyboard.press('Tab');
    await expect(page.getByText('Deze datum bestaat niet. Schrijf bijvoorbeeld 24-11-2026.')).toBeVisible();
    await field(page, 'persons.*.birthDate').fill('1-2-2013');
    await page.keyboard.press('Tab');
    await expect(page.getByText(/het kind en .* moeten het eens zijn/)).toBeVisible();
    await expectSaved(page);
  });
  await test.step('removing a person can be undone', async () => {
    await field(page, 'persons.*.verwijder').press('Enter');
    await expect(page.getByText('Bilal is weggehaald.')).toBeVisible();
    await field(page, 'toast.undo').press('Enter');
    await expect(page.locator('.persons')).toContainText('Bilal');
  });
  await test.step('script tags, marks and emoji are only text', async () => {
    const nasty = '<script>alert(1)</script> \u202Eمرحبا 👩‍👩‍👧';
    await field(page, 'household.street').fill(nasty);
    await page.keyboard.press('Tab');
    await expectSaved(page);
    await page.getByRole('tab', { name: 'Overzicht' }).press('Enter');
    await expect(page.locator('.head .sub')).toContainText('<script>alert(1)</script>');
  });
  await test.step('putting away is a decision that can be taken back', async () => {
    await page.getByRole('tab', { name: 'Gegevens' }).press('Enter');
    await field(page, 'household.archive').press('Enter');
    await field(page, 'archive.confirm').press('Enter');
    await expect(page.getByText('Dit huishouden is opgeborgen. Je kunt alles lezen.')).toBeVisible();
    await field(page, 'household.restore').press('Enter');
    await expect(page.getByText('Dit huishouden is opgeborgen. Je kunt alles lezen.')).toHaveCount(0);
  });
  await test.step('what keeps a visit safe is behind a lock of its own', async () => {
    await field(page, 'safeVisit.open').press('Enter');
    await page.getByRole('textbox', { name: 'Waar let je op als je op bezoek gaat?' }).fill('hond in huis');
    await expectSaved(page);
    const found = await search(page, 'hond');
    await expect(page.getByText(/Niets gevonden met/)).toBeVisible();
    await expect(found.getByText('hond in huis')).toHaveCount(0);
  });
});
