import { expect } from '@playwright/test';
import { expectAccessible, expectReflow } from './support/accessibility.ts';
import { cutNetwork, startConsultation, walkIns, whoField } from './support/consultationPages.ts';
import { beginWithNewHousehold, field, search } from './support/dossierPages.ts';
import { test } from './support/fixtures.ts';
import { countKeys } from './support/keyCount.ts';
import { lock, samira, unlock } from './support/sessionPages.ts';

const question = '[data-field="walkIn.question"]';

test('a known person with a question and a follow-up date takes at most 25 keys, an anonymous one 10 [U1]', async ({
  openPage: page,
}) => {
  await cutNetwork(page);
  await beginWithNewHousehold(page, 'Mw. Van der Veen', 'Jopie');
  await startConsultation(page);

  await test.step('known person, question, perspective, task and date', async () => {
    const keys = countKeys(page);
    await keys.letters('jopi');
    await keys.press('Enter');
    await expect(page.locator(question)).toBeFocused();
    await keys.freeText('Er kwam weer een brief over de energie');
    await keys.press('Alt+5');
    await keys.press('Tab');
    await keys.press('Tab');
    await keys.press('ArrowRight');
    await keys.press('Space');
    await keys.press('Tab');
    await keys.freeText('Bel energiebedrijf');
    await keys.press('Tab');
    await keys.press('Tab');
    await keys.press('Space');
    await expect(field(page, 'walkIn.dueOn.7')).toHaveAttribute('aria-pressed', 'true');
    await keys.press('Control+Enter');
    await expect(page.locator('.toast')).toContainText('Bewaard op deze laptop.');
    await expect(whoField(page)).toBeFocused();
    await expect(whoField(page)).toHaveValue('');
    await expect(page.locator(question)).toHaveValue('');
    expect(keys.pressed()).toBeLessThanOrEqual(25);
    await expect(walkIns(page).first()).toContainText('Jopie');
    await expect(walkIns(page).first()).toContainText('Er kwam weer een brief over de energie');
  });
  await test.step('anonymous', async () => {
    const keys = countKeys(page);
    await keys.press('Alt+A');
    await expect(page.locator(question)).toBeFocused();
    await keys.freeText('Mijn zoon wil niet meer naar school');
    await keys.press('Control+Enter');
    await expect(walkIns(page)).toHaveCount(2);
    await expect(walkIns(page).first()).toContainText('Anoniem');
    await expect(whoField(page)).toBeFocused();
    expect(keys.pressed()).toBeLessThanOrEqual(10);
  });
  await test.step('Ctrl+Z takes it back into the form, and it can be saved again', async () => {
    await page.keyboard.press('Control+z');
    await expect(page.locator(question)).toHaveValue('Mijn zoon wil niet meer naar school');
    await expect(walkIns(page)).toHaveCount(1);
    await page.keyboard.press('Control+Enter');
    await expect(walkIns(page)).toHaveCount(2);
  });
  await test.step('what was agreed is found and stands in Taken and in the household', async () => {
    const found = await search(page, 'energiebedrijf');
    await expect(found.getByRole('option', { name: /energiebedrijf/i }).first()).toBeVisible();
    await page.keyboard.press('Escape');
    await field(page, 'nav.taken').press('Enter');
    await expect(page.getByRole('listitem').filter({ hasText: 'Bel energiebedrijf' })).toContainText(
      'Mw. Van der Veen',
    );
  });
  await test.step('a button of the screen is a command too', async () => {
    const found = await search(page, 'verzet bel');
    await found.getByRole('option', { name: 'Verzet: Bel energiebedrijf' }).click();
    await expect(field(page, 'task.*.reason')).toBeVisible();
    const places = await search(page, 'werkaantekeningen');
    await places.getByRole('option', { name: 'Ga naar Werkaantekeningen' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Werkaantekeningen' })).toBeVisible();
  });
});

test('a walk-in without a question asks for it, and a date that does not exist is not lost', async ({
  openPage: page,
}) => {
  await startConsultation(page);
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('Vul in wat de vraag is.')).toBeVisible();
  await expect(page.locator(question)).toBeFocused();
  await page.keyboard.type('Wat mag ik bijverdienen?');
  await field(page, 'walkIn.next.IK').press('Space');
  await field(page, 'walkIn.dueOn').fill('31-02-2027');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('Deze datum bestaat niet. Schrijf bijvoorbeeld 24-11-2026.')).toBeVisible();
  await expect(field(page, 'walkIn.dueOn')).toHaveValue('31-02-2027');
  await expect(walkIns(page)).toHaveCount(0);
});

test('half typed, hidden and locked: the words are still there; the closing says what needs a household', async ({
  openPage: page,
}) => {
  test.slow();
  await startConsultation(page);
  await page.keyboard.type('Dhr. Kuipers');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Wil iets doen in de bu');
  await page.keyboard.press('Control+Shift+H');
  await page.locator('input[type="password"]').fill(samira.pin);
  await page.keyboard.press('Enter');
  await expect(page.locator(question)).toHaveValue('Wil iets doen in de bu');
  await page.locator(question).press('End');
  await page.keyboard.type('urt');
  await lock(page);
  await unlock(page);
  await expect(page.locator(question)).toHaveValue('Wil iets doen in de buurt');
  await expect(whoField(page)).toHaveValue('Dhr. Kuipers');
  await page.keyboard.press('Control+Enter');
  await expect(walkIns(page)).toHaveCount(1);

  await test.step('a new name makes a household at once', async () => {
    await page.keyboard.type('Sanne Bakker');
    await expect(page.getByRole('option', { name: 'Nieuw: Sanne Bakker' })).toHaveAttribute('aria-selected', 'true');
    await page.keyboard.press('Enter');
    await page.keyboard.type('Zoekt een kleinere woning');
    await page.keyboard.press('Control+Enter');
    await expect(walkIns(page)).toHaveCount(2);
  });
  await test.step('later afmaken', async () => {
    await page.keyboard.press('Alt+A');
    await page.keyboard.type('Vraag over vervoer');
    await page.keyboard.press('Alt+L');
    await expect(walkIns(page).first()).toContainText('Later afmaken');
    await expect(whoField(page)).toBeFocused();
  });
  await test.step('a signal for the neighbourhood, about nobody', async () => {
    await field(page, 'consultation.signal').press('Enter');
    await page.keyboard.type('Sanne zegt: veel vragen over vervoer');
    await page.keyboard.press('Control+Shift+H');
    await page.locator('input[type="password"]').fill(samira.pin);
    await page.keyboard.press('Enter');
    await expect(field(page, 'signal.text')).toHaveValue('Sanne zegt: veel vragen over vervoer');
    await field(page, 'signal.save').press('Enter');
    await expect(page.getByRole('alert')).toContainText('‘Sanne’ is ook een naam in je dossiers.');
    await field(page, 'signal.text').fill('Veel vragen over vervoer, bel 06-12345678');
    await field(page, 'signal.save').press('Enter');
    await expect(page.getByRole('alert')).toContainText('Aan ‘06-12345678’ kun je iemand herkennen.');
    await expectAccessible(page, 'wijksignaal with a name');
    await field(page, 'signal.text').fill('Veel vragen over vervoer');
    await field(page, 'signal.save').press('Enter');
    await expect(page.getByRole('dialog')).toHaveCount(0);
  });
  await test.step('stop, with what is left', async () => {
    await field(page, 'consultation.stop').press('Enter');
    await expect(page.getByRole('region', { name: /Nog te koppelen/ })).toContainText('Dhr. Kuipers');
    await expect(page.getByRole('region', { name: /Nog te koppelen/ })).not.toContainText('Sanne');
    await expect(page.getByRole('region', { name: /Later afmaken/ })).toContainText('Vraag over vervoer');
    await expect(page.getByRole('region', { name: /Wijksignalen/ })).toContainText('Veel vragen over vervoer');
    await expectAccessible(page, 'afronden');
    await expectReflow(page, 'afronden');
    await page.getByRole('link', { name: /Koppel Dhr/ }).press('Enter');
    await field(page, 'link.who').fill('Sanne');
    await expect(page.getByRole('option', { name: /Sanne Bakker/ }).first()).toBeVisible();
    await page.keyboard.press('Enter');
    await expect(page.getByText('Alles met een naam staat in een huishouden.')).toBeVisible();
    await field(page, 'consultation.end').press('Enter');
    await expect(page.getByText('Kies waar je zit.')).toBeVisible();
    await expect(page.getByRole('region', { name: /Later afmaken/ })).toContainText('Vraag over vervoer');
  });
  await test.step('words without a household are found', async () => {
    const found = await search(page, 'vervoer');
    await expect(found.getByRole('option', { name: /Vraag over vervoer/ })).toContainText('Spreekuur OBS De Regenboog');
    await page.keyboard.press('Escape');
  });
  await test.step('what was put aside goes on at the spreekuur where it began', async () => {
    await page.getByRole('link', { name: /Ga verder/ }).press('Enter');
    await expect(page.locator(question)).toHaveValue('Vraag over vervoer');
  });
});

test('the screens of a spreekuur have nothing that axe finds, and fit in 320 px', async ({ openPage: page }) => {
  test.slow();
  await field(page, 'nav.spreekuur').press('Enter');
  await expect(field(page, 'place.0.start')).toBeVisible();
  await expectAccessible(page, 'start');
  await expectReflow(page, 'start');
  await test.step('planned', async () => {
    await field(page, 'consultation.plan').press('Enter');
    await field(page, 'plan.on.1').press('Space');
    await field(page, 'plan.from').fill('9');
    await field(page, 'plan.until').fill('11:00');
    await field(page, 'plan.save').press('Enter');
    await expect(page.getByRole('region', { name: /Gepland/ })).toContainText('09:00–11:00');
    await page
      .getByRole('region', { name: /Gepland/ })
      .getByRole('button', { name: /^Start/ })
      .press('Enter');
    await expect(page.getByText(/09:00–11:00/)).toBeVisible();
  });
  await whoField(page).focus();
  await page.keyboard.type('Sanne');
  await expect(page.getByRole('option', { name: 'Nieuw: Sanne' })).toBeVisible();
  await expectAccessible(page, 'spreekuur, list open');
  await page.keyboard.press('Enter');
  await page.keyboard.type('Zoekt een woning');
  await field(page, 'walkIn.next.DOORVERWIJZEN').press('Space');
  await expectAccessible(page, 'spreekuur, filled');
  await expectReflow(page, 'spreekuur, filled');
  await page.keyboard.press('Control+Enter');
  await expect(walkIns(page)).toHaveCount(1);
  await expectAccessible(page, 'spreekuur, saved');
  await expectReflow(page, 'spreekuur, saved');
});
