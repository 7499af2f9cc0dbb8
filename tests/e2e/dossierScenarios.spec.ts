import { expect, type Page } from '@playwright/test';
import { expectAccessible, expectReflow } from './support/accessibility.ts';
import { beginWithNewHousehold, expectSaved, field } from './support/dossierPages.ts';
import { test } from './support/fixtures.ts';
import { adopt, choose, evaluate, tab } from './support/planPages.ts';
import { lock, unlock } from './support/sessionPages.ts';

async function check(page: Page, what: string): Promise<void> {
  await expectAccessible(page, what);
  await expectReflow(page, what);
}

test('tante: help for who carries others, from an empty vault to an evaluated plan', async ({ openPage: page }) => {
  test.setTimeout(240_000);
  await beginWithNewHousehold(page, 'Huishouden Kade 12', 'Mila');
  await page.keyboard.type('Mila en haar broer wonen bij tante Els.');
  await page.keyboard.press('Control+Enter');

  await test.step('the question in own words stays as it was said', async () => {
    await tab(page, 'Overzicht').press('Enter');
    await field(page, 'question.add').press('Enter');
    await page.keyboard.type('Tante Els houdt het niet meer vol');
    await field(page, 'question.save').press('Enter');
    await expect(page.locator('.question-words')).toHaveText('‘Tante Els houdt het niet meer vol’');
    await page.getByRole('button', { name: 'Meer over deze vraag' }).press('Enter');
    await field(page, 'helpRequests.*.aanvulling').fill('En oma wordt steeds vergeetachtiger');
    await field(page, 'helpRequests.*.aanvulling.save').press('Enter');
    await field(page, 'helpRequests.*.deeper').fill('Wie helpt tante Els, zodat de kinderen kunnen blijven?');
    await field(page, 'helpRequests.*.deeper.save').press('Enter');
    await expect(page.locator('.question-behind')).toContainText('nog niet besproken');
    await field(page, 'deeperQuestions.*.discussedOn.0').press('Enter');
    await expect(page.locator('.question-behind')).toContainText('besproken');
    await expect(page.locator('.question-words')).toHaveText('‘Tante Els houdt het niet meer vol’');
    await expectSaved(page);
  });

  await test.step('a goal in own words, and the ladder from the resident to the municipality', async () => {
    await tab(page, 'Plan').press('Enter');
    await field(page, 'plan.begin').press('Enter');
    await field(page, 'goals.new.text').fill('Bij tante Els blijven wonen');
    await page.getByRole('radio', { name: 'Mila' }).press('Space');
    await choose(page, 'goals.new.perspective.THUISBASIS');
    await field(page, 'goals.new.save').press('Enter');
    await expect(page.getByRole('heading', { level: 2, name: /Bij tante Els blijven wonen/ })).toBeVisible();

    await field(page, 'goals.*.afspraak').press('Enter');
    await page.keyboard.type('Hulp in huis');
    await choose(page, 'actions.*.ladder.4_GEMEENTE');
    await expect(page.getByText('Wat kan iemand zelf, of met hulp van anderen?')).toBeVisible();
    await field(page, 'actions.*.beneficiaryName').fill('tante Els');
    await field(page, 'actions.*.klaar').press('Enter');
    await field(page, 'goals.*.afspraak').press('Enter');
    await page.keyboard.type('Kookt op woensdag');
    await field(page, 'actions.*.klaar').press('Enter');
    const rows = page.getByRole('table', { name: 'Wie doet wat bij doel 1' }).locator('tbody tr');
    await expect(rows).toHaveCount(2);
    await expect(rows.nth(0)).toContainText('Inwoner zelf');
    await expect(rows.nth(1)).toContainText('Gemeente');
    await expect(rows.nth(1)).toContainText('voor tante Els');
    await expect(rows.nth(1)).toContainText('nog 3 vragen');
  });

  await test.step('the questions about professional help can be answered in place', async () => {
    await page.getByRole('button', { name: /Hulp in huis/ }).press('Enter');
    await field(page, 'actions.*.motivation').fill('Els werkt voltijds en zorgt ook voor oma.');
    await field(page, 'actions.*.endOn').fill('1-5-2099');
    await field(page, 'actions.*.windingDown').fill('Na een half jaar om de week.');
    await page.keyboard.press('Tab');
    await field(page, 'actions.*.klaar').press('Enter');
    await expect(page.getByRole('row', { name: /Hulp in huis/ })).not.toContainText('vragen');
    await expectSaved(page);
  });

  await test.step('vaststellen asks what is missing and goes on', async () => {
    await field(page, 'plan.adopt').press('Enter');
    await expect(page.getByText('Met deze stap word jij regisseur.')).toBeVisible();
    await page.getByRole('dialog').getByRole('button', { name: '6 weken' }).press('Enter');
    await check(page, 'vaststellen');
    await field(page, 'adopt.confirm').press('Enter');
    await expect(page.getByText(/Versie 1 · vastgesteld/)).toBeVisible();
    await expect(page.locator('.regisseur-line')).toContainText('Regisseur: jij');
  });

  await test.step('locking keeps the words of a goal that was being written', async () => {
    await field(page, 'goals.add').press('Enter');
    await page.keyboard.type('Oma gaat naar de dagopvang');
    await lock(page);
    await unlock(page);
    await expect(field(page, 'goals.new.text')).toBeFocused();
    await expect(field(page, 'goals.new.text')).toHaveValue('Oma gaat naar de dagopvang');
    await field(page, 'goals.new.save').press('Enter');
    await expect(page.getByRole('heading', { level: 2, name: /Oma gaat naar de dagopvang/ })).toHaveCount(1);
  });

  await test.step('the evaluation closes with a decision', async () => {
    await field(page, 'evaluation.begin').press('Enter');
    await field(page, 'evaluations.*.whereAreWe').fill('Het gaat beter sinds er hulp is.');
    await field(page, 'evaluationGoals.*.score').first().press('ArrowUp');
    await choose(page, 'evaluation.decision.DOORGAAN');
    await page.getByLabel(/gaat door. Is de inwoner geholpen/).fill('Ja, Els slaapt weer.');
    await check(page, 'evaluation');
    await field(page, 'evaluation.record').press('Enter');
    await expect(page.getByText('We gaan zo door')).toBeVisible();
    await expect(page.getByText('Het gaat beter sinds er hulp is.')).toBeVisible();
    await check(page, 'plan with an evaluation');
  });

  await test.step('the timeline tells it again, and Overzicht has the terms of the question', async () => {
    await tab(page, 'Tijdlijn').press('Enter');
    const was = page.getByRole('list', { name: 'Wat was' });
    await expect(was).toContainText('Plan: vastgesteld');
    await expect(was).toContainText('Tante Els houdt het niet meer vol');
    await expect(page.getByRole('list', { name: 'Wat komt' })).toContainText('Evaluatie van het plan');
    await page.getByRole('radio', { name: /Vragen/ }).press('Space');
    await expect(was.getByRole('listitem')).toHaveCount(1);
    await check(page, 'tijdlijn');
    await tab(page, 'Overzicht').press('Enter');
    await field(page, 'helpRequests.*.open').press('Enter');
    await field(page, 'helpRequests.*.toets').press('Enter');
    await field(page, 'helpRequests.*.law').selectOption('WMO');
    await expect(
      page
        .getByRole('region', { name: /Termijnen/ })
        .getByRole('listitem')
        .first(),
    ).toBeVisible();
    await check(page, 'overzicht with a question and its terms');
  });
});

test('a lonely neighbour: the web in plain words, and a walking group instead of a provision', async ({
  openPage: page,
}) => {
  test.setTimeout(240_000);
  await beginWithNewHousehold(page, 'Mw. Van der Veen', 'Jo');
  await page.keyboard.type('Pijn in de rug, en veel alleen.');
  await page.keyboard.press('Control+Enter');
  await tab(page, 'Gegevens').press('Enter');
  await field(page, 'household.more').press('Enter');
  await choose(page, 'household.plainLanguage');

  await test.step('six marks by keys; an empty one is not a 0', async () => {
    await tab(page, 'Positieve gezondheid').press('Enter');
    await field(page, 'webs.begin').press('Enter');
    await expect(page.getByRole('rowheader', { name: /Mijn lichaam/ })).toBeVisible();
    await field(page, 'webs.*.scoreLichaam').focus();
    await page.keyboard.type('4');
    await page.keyboard.press('ArrowUp');
    await expect(field(page, 'webs.*.scoreLichaam')).toHaveValue('5');
    await field(page, 'webs.*.scoreMeedoen').fill('0');
    await expect(page.getByRole('img', { name: /Meedoen: 0/ })).toBeVisible();
    await expect(page.getByRole('img', { name: /Mijn gevoel: niet ingevuld/ })).toBeVisible();
    await choose(page, 'webs.*.talk.MEEDOEN');
    await expect(page.getByText('Er is geen totaal.')).toBeVisible();
    await check(page, 'positieve gezondheid');
  });
  await test.step('the wish becomes a goal in the same words', async () => {
    await field(page, 'webs.*.wish').fill('Weer eens met iemand wandelen');
    await page.keyboard.press('Tab');
    await field(page, 'webs.*.doel').press('Enter');
    await tab(page, 'Plan').press('Enter');
    await expect(page.getByRole('heading', { level: 2, name: /Weer eens met iemand wandelen/ })).toBeVisible();
    await expect(page.getByText('Doel van Jo')).toBeVisible();
    await field(page, 'goals.*.afspraak').press('Enter');
    await page.keyboard.type('Wandelgroep op dinsdag');
    await choose(page, 'actions.*.ladder.3_VOORLIGGEND');
    await field(page, 'actions.*.kind').selectOption('COLLECTIEF');
    await field(page, 'actions.*.klaar').press('Enter');
    await expect(page.getByRole('row', { name: /Wandelgroep/ })).not.toContainText('vraag');
  });
  await test.step('what is only shown is not kept', async () => {
    await tab(page, 'Positieve gezondheid').press('Enter');
    await field(page, 'webs.showOnly').press('Enter');
    await field(page, 'webs.showOnly.LICHAAM').fill('9');
    await expect(page.getByRole('img', { name: /Mijn lichaam: 9/ })).toBeVisible();
    await field(page, 'webs.showOnly.close').press('Enter');
    await expect(page.getByRole('img', { name: /Mijn lichaam: 5/ })).toBeVisible();
  });
  await test.step('the network is a list and a drawing of it', async () => {
    await tab(page, 'Netwerk').press('Enter');
    await field(page, 'networkContacts.add.').press('Enter');
    await page.keyboard.type('Buurman Henk');
    await field(page, 'networkContacts.*.relation').selectOption('BUUR');
    await choose(page, 'networkContacts.*.nearness.1_DICHTBIJ');
    await choose(page, 'networkContacts.*.support.GEEFT_STEUN');
    await choose(page, 'networkContacts.*.supportKinds.GEZELSCHAP');
    await expect(page.getByRole('img', { name: /Buurman Henk: buren, dichtbij, geeft steun/ })).toBeVisible();
    await check(page, 'netwerk with an open contact');
  });
  await test.step('a perspective asks, and a wish may become a goal elsewhere', async () => {
    await tab(page, 'Vijf perspectieven').press('Enter');
    await expect(page.getByText('Misschien komt het nog ter sprake. Vraag bijvoorbeeld:').first()).toBeVisible();
    await field(page, 'perspectives.GEZONDHEID.begin').press('Enter');
    await page.keyboard.type('Ik kook nog elke dag zelf');
    await field(page, 'perspectiveViews.*.wish').fill('Iemand om mee te eten');
    await page.keyboard.press('Tab');
    await choose(page, 'perspectiveViews.*.doelIn.OMGEVING');
    await field(page, 'perspectiveViews.*.doel').press('Enter');
    await check(page, 'vijf perspectieven, open');
    await field(page, 'perspectiveViews.*.klaar').press('Enter');
    await expect(page.getByRole('region', { name: 'Gezondheid' })).toContainText('Iemand om mee te eten');
    await tab(page, 'Plan').press('Enter');
    const goal = page.getByRole('article').filter({ hasText: 'Iemand om mee te eten' });
    await expect(goal).toContainText('Sociale omgeving');
    await expectSaved(page);
  });
  await test.step('adopted and evaluated, without a provision of the municipality', async () => {
    await adopt(page);
    await evaluate(page, 'Jo wandelt elke dinsdag mee.');
    await expect(page.getByRole('row', { name: /Wandelgroep/ })).toContainText('Voorliggend');
    await expect(page.locator('tbody')).not.toContainText('Gemeente');
  });
});
