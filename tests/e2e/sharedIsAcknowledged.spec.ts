import { expect, test } from '@playwright/test';
import { expectSaved, field } from './support/dossierPages.ts';
import { startHoldableLink, type HoldableLink } from './support/holdableLink.ts';
import { prepareTeam } from './support/preparedTeam.ts';
import { samira } from './support/sessionPages.ts';
import { fieldsOf, openDetails, statusLine, tom } from './support/sharingPages.ts';

test('nothing is called shared before the server said so, and seen only after a colleague opened it', async ({
  browser,
}) => {
  test.setTimeout(150_000);
  const links: HoldableLink[] = [];
  const team = await prepareTeam(browser, [
    {
      worker: samira,
      roles: ['MEDEWERKER', 'TEAMLEIDER'],
      households: [{ name: 'Fam. De Wit', firstName: 'Anna' }],
      async through(url) {
        const link = await startHoldableLink(url);
        links.push(link);
        return link.url;
      },
    },
    { worker: tom, roles: ['MEDEWERKER'] },
  ]);
  const [link] = links;
  const [lead, colleague] = team.laptops;
  if (!link || !lead || !colleague) throw new Error('two laptops, and one of them behind the link');
  const [a, b] = [lead.page, colleague.page];
  await openDetails(a, 'Fam. De Wit');
  await field(a, 'household.access').press('Enter');
  await fieldsOf(a, 'access.add.').press('Enter');
  await expect(fieldsOf(a, 'access.stop.')).toBeVisible();
  await openDetails(b, 'Fam. De Wit');
  await field(b, 'nav.vandaag').press('Enter');
  await openDetails(a, 'Fam. De Wit');
  await expect(statusLine(a)).toContainText('Gedeeld met je team.');
  // From here on every word that the line ever says is kept, however short it stood there.
  await a.evaluate(() => {
    const line = document.querySelector('footer.status');
    const said: string[] = [];
    Object.assign(window, { said });
    if (line)
      new MutationObserver(() => said.push(line.textContent)).observe(line, {
        subtree: true,
        childList: true,
        characterData: true,
      });
  });
  const said = (): Promise<string[]> => a.evaluate(() => (window as unknown as { said: string[] }).said);

  await test.step('held back, it stays on this laptop with what waits', async () => {
    link.hold();
    await field(a, 'household.city').fill('Merendam');
    await a.keyboard.press('Tab');
    await expectSaved(a);
    await expect(a.locator('.document-sharing')).toHaveText('Bewaard op deze laptop, nog niet gedeeld');
    await expect(statusLine(a)).toContainText('Bewaard op deze laptop. 1 wijziging nog niet gedeeld met je team.');
    // The colleague has it: the server took it, only its answer is held back.
    await openDetails(b, 'Fam. De Wit');
    await expect(field(b, 'household.city')).toHaveValue('Merendam');
  });

  await test.step('Deel nu ends in an answer', async () => {
    await field(a, 'status.shareNow').press('Enter');
    await expect(a.locator('.toast')).toContainText('Delen lukt nu niet. Je werk staat veilig op deze laptop.', {
      timeout: 40_000,
    });
    await expect(statusLine(a)).toContainText('Delen lukt niet. Je werk staat veilig op deze laptop.');
    await expect(a.locator('.document-sharing')).toHaveText('Bewaard op deze laptop, nog niet gedeeld');
    expect((await said()).length).toBeGreaterThan(0);
    expect((await said()).filter((text) => text.includes('Gedeeld met je team'))).toEqual([]);
  });

  await test.step('released, it is shared, and seen by who opened it', async () => {
    link.release();
    await expect(statusLine(a)).toContainText('Gedeeld met je team. Laatst: vandaag', { timeout: 60_000 });
    await expect(a.locator('.document-sharing')).toHaveText('Tom heeft dit gezien', { timeout: 60_000 });
  });

  await team.end();
  await link.close();
});
