import { expect, type Page } from '@playwright/test';
import { field } from './support/dossierPages.ts';
import { test } from './support/fixtures.ts';
import { lock, samira, unlock } from './support/sessionPages.ts';

test.use({ profile: { households: [{ name: 'Fam. De Wit', firstName: 'Anna' }] } });

const tab = (page: Page, name: string) => page.getByRole('tab', { name }).press('Enter');

async function openHousehold(page: Page): Promise<void> {
  await page.getByRole('navigation').first().getByRole('link', { name: 'Huishoudens' }).press('Enter');
  await page.getByRole('link', { name: 'Fam. De Wit' }).press('Enter');
}

async function hideAndReturn(page: Page): Promise<void> {
  await page.keyboard.press('Control+Shift+H');
  await page.locator('input[type="password"]').fill(samira.pin);
  await page.keyboard.press('Enter');
}

test('a decision that is half written survives hiding and locking, and one returns to its field', async ({
  openPage: page,
}) => {
  test.setTimeout(180_000);
  await test.step('a new household, asked from a new conversation: one is back in its dialog', async () => {
    await page.keyboard.press('Alt+n');
    await page.getByRole('combobox', { name: /Met wie is het gesprek/ }).pressSequentially('Fam. Özdemir');
    await page.getByRole('option', { name: 'Nieuw huishouden ‘Fam. Özdemir’' }).click();
    await field(page, 'createHousehold.firstName').pressSequentially('Defne');
    await lock(page);
    await unlock(page);
    await expect(field(page, 'createHousehold.firstName')).toBeFocused();
    await expect(field(page, 'createHousehold.firstName')).toHaveValue('Defne');
    await expect(field(page, 'createHousehold.name')).toHaveValue('Fam. Özdemir');
    await page.keyboard.press('Escape');
    await expect(field(page, 'createHousehold.name')).toHaveCount(0);
    await hideAndReturn(page);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(field(page, 'createHousehold.name')).toHaveCount(0);
  });
  await openHousehold(page);
  await test.step('somebody who is being added to the household', async () => {
    await tab(page, 'Gegevens');
    await field(page, 'persons.add').press('Enter');
    await field(page, 'persons.new.firstName').pressSequentially('Milan');
    await hideAndReturn(page);
    await expect(field(page, 'persons.new.firstName')).toBeFocused();
    await expect(field(page, 'persons.new.firstName')).toHaveValue('Milan');
    await field(page, 'persons.new.cancel').press('Enter');
    await tab(page, 'Overzicht');
  });

  await test.step('the question in own words stays a draft until it is saved', async () => {
    await field(page, 'question.add').press('Enter');
    await field(page, 'question.words').pressSequentially('Ik slaap niet meer van');
    await lock(page);
    await expect(page.locator('body')).not.toContainText('slaap');
    await unlock(page);
    await expect(field(page, 'question.words')).toBeFocused();
    await expect(field(page, 'question.words')).toHaveValue('Ik slaap niet meer van');
    await field(page, 'question.words').pressSequentially(' de zorgen');
    await field(page, 'question.save').press('Enter');
    await expect(page.locator('.question-words')).toHaveText('‘Ik slaap niet meer van de zorgen’');
    await hideAndReturn(page);
    await expect(page.locator('.question-words')).toHaveCount(1);
    await expect(field(page, 'question.words')).toHaveCount(0);
  });
  await test.step('consent: the answer and the remark', async () => {
    await tab(page, 'Gegevens');
    await field(page, 'persons.*.open').press('Enter');
    await field(page, 'persons.*.birthDate').fill('3-4-1985');
    await page.keyboard.press('Tab');
    await tab(page, 'Plan');
    await field(page, 'plan.begin').press('Enter');
    await field(page, 'consents.*.open').press('Enter');
    await field(page, 'consents.*.answer.EENS').press('Space');
    await field(page, 'consents.*.remark').pressSequentially('Wil eerst met haar zus praten');
    await hideAndReturn(page);
    await expect(field(page, 'consents.*.remark')).toBeFocused();
    await expect(field(page, 'consents.*.remark')).toHaveValue('Wil eerst met haar zus praten');
    await field(page, 'consents.*.save').press('Enter');
    await expect(page.getByText('Wil eerst met haar zus praten')).toBeVisible();
  });
  await test.step('adopting: one is back in the dialog', async () => {
    await field(page, 'plan.adopt').press('Enter');
    await field(page, 'adopt.confirm').focus();
    await expect(field(page, 'adopt.confirm')).toBeFocused();
    await hideAndReturn(page);
    await expect(field(page, 'adopt.confirm')).toBeFocused();
    await field(page, 'adopt.cancel').press('Enter');
  });
  await test.step('evaluation: the decision and its reason', async () => {
    await field(page, 'evaluation.begin').press('Enter');
    await field(page, 'evaluation.decision.DOORGAAN').press('Space');
    await field(page, 'evaluation.reason').pressSequentially('Het lukt bijna, nog zes weken');
    await hideAndReturn(page);
    await expect(field(page, 'evaluation.reason')).toBeFocused();
    await expect(field(page, 'evaluation.reason')).toHaveValue('Het lukt bijna, nog zes weken');
    await expect(field(page, 'evaluation.decision.DOORGAAN')).toBeChecked();
  });
  await test.step('the meldcode: what happened', async () => {
    await tab(page, 'Veiligheid');
    await field(page, 'meldcode.begin').press('Enter');
    await field(page, 'meldcode.1_SIGNALEN.reasoning').pressSequentially('Anna schrok toen de deur');
    await hideAndReturn(page);
    await expect(field(page, 'meldcode.1_SIGNALEN.reasoning')).toBeFocused();
    await expect(field(page, 'meldcode.1_SIGNALEN.reasoning')).toHaveValue('Anna schrok toen de deur');
  });
});
