import { expect, test } from '@playwright/test';
import { expectAccessible, expectReflow } from './support/accessibility.ts';
import { field } from './support/dossierPages.ts';
import { prepareTeam } from './support/preparedTeam.ts';
import { samira } from './support/sessionPages.ts';
import { fieldsOf, goToTeam, marieke, openTab, tom } from './support/sharingPages.ts';

test('a lead looks in with a reason and stops, and passes on what an ill colleague had, with two papers', async ({
  browser,
}) => {
  test.setTimeout(360_000);
  const team = await prepareTeam(browser, [
    { worker: marieke, roles: ['TEAMLEIDER'] },
    {
      worker: samira,
      roles: ['MEDEWERKER'],
      households: [{ name: 'Fam. De Wit', firstName: 'Anna', lastName: 'Kaya' }],
    },
    { worker: tom, roles: ['AANDACHTSFUNCTIONARIS'] },
  ]);
  const [lead, regisseur, colleague] = team.laptops;
  if (!lead || !regisseur || !colleague) throw new Error('three laptops');
  const [m, s, t] = [lead.page, regisseur.page, colleague.page];
  const reason = 'Ik denk mee over de verhuizing.';

  await test.step('the figures name no resident, and lead to what a colleague has', async () => {
    await goToTeam(m);
    await expect(m.getByRole('row', { name: /Samira Kaya/ })).toContainText('minder dan 5');
    await fieldsOf(m, 'work.').first().press('Enter');
    await expect(m.getByText('alleen Samira heeft de sleutel').first()).toBeVisible();
    await expect(m.locator('main')).not.toContainText('De Wit');
    await expectAccessible(m, 'the work of the team');
    await expectReflow(m, 'the work of the team');
  });

  await test.step('the lead types why, and gets the key from the laptop of who has it', async () => {
    await m
      .getByRole('listitem')
      .filter({ hasText: /^Dossier/ })
      .getByRole('button')
      .press('Enter');
    await m.getByRole('radio', { name: 'Ik wil zelf inzien' }).press('Space');
    await expect(field(m, 'passOn.save')).toBeDisabled();
    await field(m, 'passOn.words').fill(reason);
    await expectAccessible(m, 'looking in with a reason');
    await expectReflow(m, 'looking in with a reason');
    await field(m, 'passOn.save').press('Enter');
    await expect(m.getByRole('dialog')).toHaveCount(0);
    await openTab(m, 'Fam. De Wit', 'Plan');
  });

  await test.step('who works in the dossier reads who looked in, and why', async () => {
    await openTab(s, 'Fam. De Wit', 'Overzicht');
    await field(s, 'household.access').press('Enter');
    const part = s.getByRole('region', { name: /^Inzien met reden/ });
    await expect(part).toContainText('Marieke Post ziet dit dossier in');
    await expect(part).toContainText(reason);
    await expectAccessible(s, 'who looked in');
    await expectReflow(s, 'who looked in');
  });

  await test.step('the lead stops; what was open says so, and the lists are without it', async () => {
    await field(m, 'household.access').press('Enter');
    await field(m, 'access.leave').press('Enter');
    await expect(m.getByRole('heading', { level: 1, name: 'Dit dossier is voor jou dicht' })).toBeVisible();
    await expectAccessible(m, 'a dossier that closed');
    await expectReflow(m, 'a dossier that closed');
    await field(m, 'ended.households').press('Enter');
    await expect(m.getByRole('heading', { level: 1, name: /Huishoudens/ })).toBeVisible();
    await expect(m.getByText('Fam. De Wit')).toHaveCount(0);
    await expect(s.getByText('(is gestopt)')).toBeVisible();
  });

  await test.step('the colleague is ill: two papers open what only that laptop could', async () => {
    await s.context().close();
    await regisseur.app.stop();
    await goToTeam(m);
    // The last word of a laptop before it locks: somebody of the same name was looked up.
    const unusual = m.getByRole('region', { name: /^Opvallend kijken/ });
    await expect(unusual).toContainText('Samira Kaya');
    await expect(unusual).toContainText('dezelfde achternaam, 1 dossier');
    await expect(unusual).not.toContainText('De Wit');
    await expectAccessible(m, 'what stands out');
    await expectReflow(m, 'what stands out');
    await fieldsOf(m, 'work.').first().press('Enter');
    await m
      .getByRole('listitem')
      .filter({ hasText: /^Dossier/ })
      .getByRole('button')
      .press('Enter');
    await field(m, 'passOn.to').selectOption({ label: tom.name });
    await field(m, 'passOn.words').fill('Samira is een tijd ziek.');
    const [one, two] = team.papers;
    if (!one || !two) throw new Error('three papers');
    await field(m, 'paper.0.number').fill(String(one.number));
    await field(m, 'paper.0.code').fill(one.code);
    await field(m, 'paper.1.number').fill(String(two.number));
    await field(m, 'paper.1.code').fill(one.code);
    await expectAccessible(m, 'passing on with papers');
    await expectReflow(m, 'passing on with papers');
    await field(m, 'passOn.save').press('Enter');
    await expect(m.getByRole('dialog').getByRole('alert')).toBeVisible();
    await field(m, 'paper.1.code').fill(two.code);
    await field(m, 'passOn.save').press('Enter');
    await expect(m.getByRole('dialog')).toHaveCount(0);
  });

  await test.step('the receiver hears it on Vandaag, opens it and takes the regie', async () => {
    const given = t.getByRole('region', { name: /^Regie/ });
    await expect(given).toContainText('Marieke gaf jou het dossier van Fam. De Wit');
    await expect(given).toContainText('Samira is een tijd ziek.');
    await expectAccessible(t, 'a dossier that was given');
    await expectReflow(t, 'a dossier that was given');
    await given.getByRole('button').press('Enter');
    await t.getByRole('tab', { name: 'Gegevens' }).press('Enter');
    await expect(field(t, 'household.city')).toBeVisible();
    await field(t, 'nav.vandaag').press('Enter');
    await expect(field(t, 'today.households')).toBeVisible();
    await expect(given).toHaveCount(0);
  });

  await team.end();
});
