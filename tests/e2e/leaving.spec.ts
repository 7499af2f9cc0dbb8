import { expect, test } from '@playwright/test';
import { expectAccessible, expectReflow } from './support/accessibility.ts';
import { expectSaved, field } from './support/dossierPages.ts';
import { startLoopbackApp } from './support/loopbackApp.ts';
import { prepareTeam } from './support/preparedTeam.ts';
import { samira } from './support/sessionPages.ts';
import { fieldsOf, goToTeam, marieke, openTab, statusLine } from './support/sharingPages.ts';

test('a colleague leaves: what was not shared is taken over or declined, and the wiped laptop says what happened', async ({
  browser,
}) => {
  test.setTimeout(360_000);
  const team = await prepareTeam(browser, [
    { worker: marieke, roles: ['TEAMLEIDER', 'MEDEWERKER'] },
    {
      worker: samira,
      roles: ['MEDEWERKER'],
      households: [
        { name: 'Fam. De Wit', firstName: 'Anna' },
        { name: 'Fam. Visser', firstName: 'Noor' },
      ],
    },
  ]);
  const [lead, leaver] = team.laptops;
  if (!lead || !leaver) throw new Error('two laptops');
  const [m, s] = [lead.page, leaver.page];

  await test.step('apart from the team, the colleague writes in two dossiers', async () => {
    await openTab(m, 'Fam. De Wit', 'Gegevens');
    await openTab(m, 'Fam. Visser', 'Gegevens');
    await expect(statusLine(s)).toContainText('Gedeeld met je team.');
    await team.server.kill();
    for (const [name, city] of [
      ['Fam. De Wit', 'Zilverdam'],
      ['Fam. Visser', 'Merendam'],
    ] as const) {
      await openTab(s, name, 'Gegevens');
      await field(s, 'household.city').fill(city);
      await s.keyboard.press('Tab');
      await expectSaved(s);
    }
    await leaver.app.stop();
    await team.server.startAgain();
  });

  await test.step('the lead closes everything of the colleague, and reads what was on the laptop', async () => {
    await goToTeam(m);
    await m.getByRole('button', { name: `Wijzig ${samira.name}` }).press('Enter');
    await field(m, 'member.leaves').press('Enter');
    await expectAccessible(m, 'somebody leaves');
    await expectReflow(m, 'somebody leaves');
    await field(m, 'member.leaves.yes').press('Enter');
    await expect(m.getByText('hoort er niet meer bij', { exact: false }).first()).toBeVisible({ timeout: 60_000 });
    // What only the leaver had the regie of waits for somebody else.
    const work = m.getByRole('region', { name: 'Hoe staat het werk ervoor?' });
    await expect(work).toContainText('Zonder regisseur: minder dan 5.');
    await field(m, 'work.unassigned').press('Enter');
    await expect(work.getByRole('listitem').filter({ hasText: /^Dossier/ })).toHaveCount(2);
    await expect(work).not.toContainText('De Wit');
    await fieldsOf(m, 'team.lostFacts.').press('Enter');
    await expect(m.getByRole('group', { name: 'Wat stond erop?' })).toContainText('Op deze laptop: 2 dossiers');
    await expectAccessible(m, 'what was on the laptop');
    await expectReflow(m, 'what was on the laptop');
  });

  await test.step('at its next contact the laptop hands in its work, wipes itself, and says so', async () => {
    const found = await startLoopbackApp(leaver.app.dataFolder);
    await s.goto(await found.newAddress());
    // Not `unlock`: this vault may be gone before its first screen is there.
    await field(s, 'unlock.passphrase').fill(samira.passphrase);
    await field(s, 'unlock.passphrase').press('Enter');
    await expect(s.getByText(/Deze laptop is op .* leeggemaakt door je team\./)).toBeVisible({ timeout: 60_000 });
    await expect(s.locator('main')).toContainText('Je werk is niet weg');
    await expect(s.locator('main')).not.toContainText('Samira');
    await expectAccessible(s, 'a laptop that was wiped');
    await expectReflow(s, 'a laptop that was wiped');
    await expect(m.getByText(/Gewist op .*, zegt de laptop zelf/)).toBeVisible({ timeout: 60_000 });
    await s.close();
    await found.stop();
  });

  await test.step('the lead declines one piece of work with a reason, and takes the other over', async () => {
    const part = m.getByRole('region', { name: /^Nog niet gedeeld werk/ });
    const declined = part.getByRole('listitem').filter({ hasText: 'Fam. Visser' });
    await expect(part.getByRole('listitem')).toHaveCount(2);
    await declined.getByRole('button', { name: 'Neem niet over' }).press('Enter');
    await expect(declined.getByRole('button', { name: 'Neem niet over' })).toBeDisabled();
    await declined.getByRole('textbox').fill('Dit stond al in het dossier.');
    await expectAccessible(m, 'declining work');
    await expectReflow(m, 'declining work');
    await declined.getByRole('button', { name: 'Neem niet over' }).press('Enter');
    await expect(declined).toHaveCount(0);
    await fieldsOf(m, 'quarantine.take.').press('Enter');
    await expect(part).toHaveCount(0);
    await openTab(m, 'Fam. De Wit', 'Gegevens');
    await expect(field(m, 'household.city')).toHaveValue('Zilverdam');
    await openTab(m, 'Fam. Visser', 'Gegevens');
    await expect(field(m, 'household.city')).toHaveValue('');
  });

  await team.end();
});
