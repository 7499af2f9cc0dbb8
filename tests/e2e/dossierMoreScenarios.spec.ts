/** Scenarios 2 and 4 of the field, each from the first question to an evaluated plan. */
import { expect } from '@playwright/test';
import { beginWithNewHousehold, expectSaved, field } from './support/dossierPages.ts';
import { test } from './support/fixtures.ts';
import { adopt, agree, ask, beginPlan, choose, evaluate, tab } from './support/planPages.ts';

/** A day so many years and months ago, as one types it. */
function typedDate(yearsAgo: number, monthsAgo: number): string {
  const now = new Date();
  const then = new Date(now.getFullYear() - yearsAgo, now.getMonth() - monthsAgo, 1);
  return `${then.getDate()}-${then.getMonth() + 1}-${then.getFullYear()}`;
}

test('a young carer of twelve: she is asked herself, and so are her parents, whoever has custody', async ({
  openPage: page,
}) => {
  test.setTimeout(150_000);
  await beginWithNewHousehold(page, 'Fam. Kaplan', 'Sena');
  await page.keyboard.type('Op school: ze zorgt voor haar moeder, die somber is.');
  await page.keyboard.press('Control+Enter');
  await tab(page, 'Gegevens').press('Enter');
  await field(page, 'persons.*.open').press('Enter');
  await field(page, 'persons.*.birthDate').fill(typedDate(12, 3));
  await page.keyboard.press('Tab');
  await test.step('what school noticed is a signal: fact and suspicion apart, from whom, and what was done', async () => {
    await page.getByRole('button', { name: 'Voeg een signaal toe' }).press('Enter');
    await page.keyboard.type('Sena valt in de klas in slaap.');
    await field(page, 'signals.*.suspicion').fill('Ze slaapt te weinig, om haar moeder.');
    await field(page, 'signals.*.kind').selectOption('OVERBELASTE_MANTELZORG');
    await field(page, 'signals.*.source').fill('de mentor');
    await field(page, 'signals.*.open').press('Enter');
    await expectSaved(page);
    await expect(page.getByText(/^Overbelaste mantelzorger · .+ · van de mentor · nog geen vervolg$/)).toBeVisible();
    await tab(page, 'Tijdlijn').press('Enter');
    await expect(page.getByText('Signaal: overbelaste mantelzorger')).toBeVisible();
  });
  await ask(page, 'Ik wil na school ook gewoon naar buiten', 'GEEN');
  await beginPlan(page, 'Twee middagen voor mezelf');
  await agree(page, 'Tante kookt op dinsdag', '2_OMGEVING');

  await test.step('who has to agree follows from her age; that custody is unknown is said, and keeps nothing back', async () => {
    const consents = page.getByRole('list').filter({ has: field(page, 'consents.*.open') });
    await expect(consents).toContainText(
      '12 tot en met 15 jaar: het kind en de ouders met gezag moeten het eens zijn.',
    );
    await expect(consents).toContainText('Controleer zelf wie het gezag heeft');
    await field(page, 'consents.*.open').press('Enter');
    await choose(page, 'consents.*.party.ZELF');
    await choose(page, 'consents.*.answer.EENS');
    await field(page, 'consents.*.save').press('Enter');
    await expect(consents.locator('.consent-answer')).toContainText('de persoon zelf');
  });
  await adopt(page);
  await evaluate(page, 'Sena voetbalt weer op dinsdag.');
});

test('debts first: an eviction that threatens shortens the term, and the law comes last', async ({
  openPage: page,
}) => {
  test.setTimeout(180_000);
  await test.step('a household of which nobody was spoken to yet', async () => {
    await page.getByRole('navigation').first().getByRole('link', { name: 'Huishoudens' }).press('Enter');
    await field(page, 'households.first').press('Enter');
    await field(page, 'createHousehold.name').fill('Dhr. Visser');
    await field(page, 'createHousehold.firstName').fill('Ron');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { level: 1, name: 'Dhr. Visser' })).toBeVisible();
  });
  await ask(page, 'Ik raak vrijdag mijn huis kwijt', 'VANDAAG');
  await test.step('the effect is written first, the law is filled in after it', async () => {
    await field(page, 'helpRequests.*.open').press('Enter');
    await field(page, 'helpRequests.*.verteld').press('Enter');
    await choose(page, 'helpRequests.*.debtThreat');
    await field(page, 'helpRequests.*.toets').press('Enter');
    await field(page, 'helpRequests.*.testEffect').fill('Ron blijft wonen waar hij woont.');
    await field(page, 'helpRequests.*.law').selectOption('WGS');
    const terms = page.getByRole('region', { name: /Termijnen/ });
    await expect(terms).toContainText('Er dreigt uitzetting of afsluiting');
  });
  await beginPlan(page, 'Vrijdag slaap ik thuis');
  await agree(page, 'Ron legt de post op de tafel', '1_ZELF');
  await agree(page, 'Schuldhulp belt de verhuurder', '4_GEMEENTE');
  await adopt(page);
  await evaluate(page, 'De uitzetting is van de baan.');
});

test('six providers at once: the plan says so, and asks what can be together, later or less', async ({
  openPage: page,
}) => {
  test.setTimeout(240_000);
  await beginWithNewHousehold(page, 'Fam. Bos', 'Corrie');
  await page.keyboard.type('Drie generaties in huis, en elke dag iemand anders aan de deur.');
  await page.keyboard.press('Control+Enter');
  await ask(page, 'Ik weet niet meer wie er morgen komt', 'GEEN');
  await beginPlan(page, 'Rust en één gezicht');
  const note = page.getByRole('note').filter({ hasText: 'soorten hulp van professionals tegelijk' });
  for (const help of ['Begeleiding', 'Thuiszorg', 'Dagopvang']) await agree(page, help, '4_GEMEENTE');
  await expect(note).toHaveCount(0);
  for (const help of ['Jeugdhulp', 'Schuldhulp', 'Vervoer']) await agree(page, help, '4_GEMEENTE');
  await expect(note).toContainText('Er lopen 6 soorten hulp van professionals tegelijk.');
  await test.step('what one provider is to bring about is agreed in words', async () => {
    await page.locator('[data-field^="providerAgreements.add."]').press('Enter');
    await page.keyboard.type('Zorggroep De Linde');
    await field(page, 'providerAgreements.*.content').fill('Eén vaste begeleider voor het hele gezin');
    await field(page, 'providerAgreements.*.intendedResult').fill('Het gezin weet wie er komt');
    await page.keyboard.press('Tab');
    await expectSaved(page);
  });
  await adopt(page);
  await evaluate(page, 'Er komt nu één vast gezicht.');
});
