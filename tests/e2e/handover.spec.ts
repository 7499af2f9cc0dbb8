import { expect, test, type Page } from '@playwright/test';
import { expectSaved, field } from './support/dossierPages.ts';
import { startLoopbackApp } from './support/loopbackApp.ts';
import { prepareTeam } from './support/preparedTeam.ts';
import { samira } from './support/sessionPages.ts';
import { fieldsOf, goToTeam, marieke, openTab, statusLine, tom } from './support/sharingPages.ts';

const household = 'Fam. De Wit';

const expectRegisseur = (page: Page, who: string): Promise<void> =>
  expect(page.locator('.regisseur-line')).toContainText(`Regisseur: ${who}`);

test('the regie changes hands apart, and a lost laptop is closed, wiped and heard of [scenarios 6 and 10]', async ({
  browser,
}) => {
  test.setTimeout(360_000);
  const team = await prepareTeam(browser, [
    { worker: marieke, roles: ['TEAMLEIDER', 'MEDEWERKER'] },
    { worker: tom, roles: ['MEDEWERKER'] },
    { worker: samira, roles: ['MEDEWERKER'], households: [{ name: household, firstName: 'Anna' }] },
  ]);
  const [lead, next, regisseur] = team.laptops;
  if (!lead || !next || !regisseur) throw new Error('three laptops');
  const { server } = team;
  const [m, s, t] = [lead.page, regisseur.page, next.page];

  await test.step('three laptops in one team, and one dossier that all three have', async () => {
    await openTab(s, household, 'Plan');
    await field(s, 'plan.begin').press('Enter');
    await field(s, 'goals.new.text').fill('Weer samen eten');
    await field(s, 'goals.new.save').press('Enter');
    await field(s, 'regisseur.change').press('Enter');
    await field(s, 'regisseur.save').press('Enter');
    await expectRegisseur(s, 'jij');
    for (const page of [m, t]) {
      await openTab(page, household, 'Plan');
      await expectRegisseur(page, 'Samira');
      // Only who has the regie hands it over.
      await expect(field(page, 'regisseur.handover')).toHaveCount(0);
    }
  });

  await test.step('the regisseur proposes, with what is done and what is not', async () => {
    await field(s, 'regisseur.handover').press('Enter');
    await expect(field(s, 'handover.propose')).toBeDisabled();
    await field(s, 'handover.to').selectOption({ label: tom.name });
    await s.getByText('Het gezin weet wie de nieuwe regisseur wordt').click();
    await field(s, 'handover.reason').fill('Ik ga met verlof. Anna belt het liefst.');
    await field(s, 'handover.propose').press('Enter');
    await expect(s.getByRole('dialog')).toHaveCount(0);
    await s.getByRole('tab', { name: 'Overzicht' }).press('Enter');
    await expect(field(s, 'handover.withdraw')).toBeVisible();
    await field(t, 'nav.vandaag').press('Enter');
    const today = t.getByRole('region', { name: /^Regie/ });
    await expect(today).toContainText(`Samira wil jou regisseur maken van ${household}`);
    await today.getByRole('button', { name: `Bekijk ${household}` }).press('Enter');
    const asked = t.getByRole('region', { name: 'Regie overdragen' });
    await expect(asked).toContainText('Samira vraagt of jij de regie overneemt.');
    await expect(asked).toContainText('Anna belt het liefst.');
    await expect(asked.getByText('(nog open)')).toHaveCount(5);
    await openTab(m, household, 'Overzicht');
    await expect(m.getByRole('region', { name: 'Regie overdragen' })).toContainText('Het antwoord komt nog.');
    await expect(statusLine(t)).toContainText('Gedeeld met je team.');
  });

  await test.step('apart: one confirms, the regisseur changes the goal that a colleague closes, the lead reassigns', async () => {
    await server.kill();
    await field(t, 'handover.accept').press('Enter');
    await expect(t.getByRole('region', { name: 'Regie overdragen' })).toHaveCount(0);
    await t.getByRole('tab', { name: 'Plan' }).press('Enter');
    await expectRegisseur(t, 'jij');
    await field(t, 'goals.*.open').press('Enter');
    await field(t, 'goals.*.status').selectOption('BEREIKT');
    await expectSaved(t);
    await s.getByRole('tab', { name: 'Plan' }).press('Enter');
    await field(s, 'goals.*.open').press('Enter');
    await field(s, 'goals.*.text').fill('Weer samen eten op zondag');
    await s.keyboard.press('Tab');
    await expectSaved(s);
    await expectRegisseur(s, 'jij');
    await m.getByRole('tab', { name: 'Plan' }).press('Enter');
    await field(m, 'regisseur.change').press('Enter');
    await field(m, 'regisseur.user').selectOption({ label: `${marieke.name} (jij)` });
    await field(m, 'regisseur.save').press('Enter');
    await expectRegisseur(m, 'jij');
  });

  await test.step('together: nothing is gone, both regisseurs stand there until a person chooses', async () => {
    await server.startAgain();
    for (const page of [m, s, t]) {
      await expect(page.getByText('Er zijn twee regisseurs voorgesteld. Niets is weg.')).toBeVisible({
        timeout: 60_000,
      });
      await expect(page.locator('main')).toContainText('Weer samen eten op zondag');
      await expect(page.locator('main')).toContainText('Bereikt');
    }
    const choice = m.getByRole('group', { name: 'Kies: de regisseur' });
    await choice.getByRole('button', { name: /^Tom/ }).press('Enter');
    for (const page of [m, s, t]) {
      await expect(page.getByText('Er zijn twee regisseurs voorgesteld.')).toHaveCount(0);
      await expectRegisseur(page, page === t ? 'jij' : 'Tom');
    }
    await expect(field(t, 'regisseur.handover')).toBeVisible();
    await expect(field(s, 'regisseur.handover')).toHaveCount(0);
  });

  await test.step('a laptop is lost with work that nobody has: the lead closes it and reads what was on it', async () => {
    await expect(statusLine(s)).toContainText('Gedeeld met je team.');
    await server.kill();
    await openTab(s, household, 'Gegevens');
    await field(s, 'household.city').fill('Zilverdam');
    await s.keyboard.press('Tab');
    await expectSaved(s);
    await regisseur.app.stop();
    await server.startAgain();
    await goToTeam(m);
    await m.getByRole('button', { name: `Wijzig ${samira.name}` }).press('Enter');
    await fieldsOf(m, 'team.lost.').press('Enter');
    await field(m, 'lost.cut').press('Enter');
    await expect(m.getByText('Afgesloten. Wist zich bij het volgende contact')).toBeVisible({ timeout: 60_000 });
    await fieldsOf(m, 'team.lostFacts.').press('Enter');
    const facts = m.getByRole('group', { name: 'Wat stond erop?' });
    await expect(facts).toContainText('Op deze laptop: 1 dossier');
    await expect(facts).toContainText(household);
    // Veiligheid was on that laptop alone: nobody else can give it a new key.
    await expect(facts).toContainText('Nieuwe sleutels: 1 van 2', { timeout: 60_000 });
  });

  await test.step('at its next contact it hands in what was not shared, wipes itself, and says so', async () => {
    const found = await startLoopbackApp(regisseur.app.dataFolder);
    await s.goto(await found.newAddress());
    // Not `unlock`: this vault may be gone before its first screen is there.
    await field(s, 'unlock.passphrase').fill(samira.passphrase);
    await field(s, 'unlock.passphrase').press('Enter');
    await expect(field(s, 'welcome.begin')).toBeVisible({ timeout: 60_000 });
    await expect(s.getByText(/Deze laptop is op .* leeggemaakt door je team\./)).toBeVisible();
    await expect(m.getByText(/Gewist op .*, zegt de laptop zelf/)).toBeVisible({ timeout: 60_000 });
    await expect(m.locator('.access-list').getByText(`${samira.name}, ${household}`)).toBeVisible();
    await fieldsOf(m, 'quarantine.take.').press('Enter');
    await expect(m.locator('.toast')).toContainText('Het werk van Samira Kaya staat in het dossier.');
    for (const page of [m, t]) {
      await openTab(page, household, 'Gegevens');
      await expect(field(page, 'household.city')).toHaveValue('Zilverdam', { timeout: 60_000 });
    }
    await found.stop();
  });

  await team.end();
});
