import { expect, test } from '@playwright/test';
import { expectSaved, field } from './support/dossierPages.ts';
import { samira } from './support/sessionPages.ts';
import {
  askToJoin,
  fieldsOf,
  fiveWords,
  foundTeam,
  goToTeam,
  laptopOf,
  makeHousehold,
  makeInvite,
  openDetails,
  printedSheets,
  statusLine,
  tom,
} from './support/sharingPages.ts';
import { startSyncServer } from './support/syncServer.ts';

test('two laptops found a team, edit apart, meet, choose and agree', async ({ browser }) => {
  test.setTimeout(240_000);
  const server = await startSyncServer();
  const [lead, colleague] = await Promise.all([laptopOf(browser, samira), laptopOf(browser, tom)]);
  const [a, b] = [lead.page, colleague.page];

  await test.step('before there is a team the line says when sharing starts', async () => {
    await expect(statusLine(a)).toContainText(
      'Bewaard op deze laptop. Delen met je team begint als je team verbonden is.',
    );
    await makeHousehold(a, 'Fam. De Wit', 'Anna');
    await makeHousehold(b, 'Fam. Visser', 'Noor');
  });

  await test.step('the lead founds the team and prints three different papers', async () => {
    await foundTeam(a, server, 'Gebiedsteam Noord');
    const sheets = await printedSheets(a);
    expect(sheets).toHaveLength(3);
    expect(new Set(sheets).size).toBe(3);
    for (const [index, sheet] of sheets.entries()) expect(sheet).toContain(`Papier ${index + 1} van 3.`);
    await expect(a.getByText('Er is één teamleider.')).toBeVisible();
    await expect(a.getByRole('checkbox', { name: 'Fam. De Wit' })).toHaveCount(0);
  });

  await test.step('a second laptop joins by code, with the same five words on both screens', async () => {
    const code = await makeInvite(a);
    await askToJoin(b, server, code);
    const request = fieldsOf(a, 'team.request.');
    await request.press('Enter');
    const words = await fiveWords(a);
    expect(await fiveWords(b)).toEqual(words);
    expect(new Set(words).size).toBeGreaterThan(1);
    await field(b, 'join.same').press('Enter');
    await a.getByText('Ook de huishoudens van het team openen').click();
    await field(a, 'join.approve').press('Enter');
    await expect(b.getByRole('heading', { level: 1, name: 'Gebiedsteam Noord' })).toBeVisible();
  });

  await test.step('own households stay until they are chosen; the others arrive', async () => {
    await expect(b.getByRole('checkbox', { name: /Fam. Visser/ })).not.toBeChecked();
    await b.getByText('Fam. Visser', { exact: true }).last().click();
    await field(b, 'team.own.share').press('Enter');
    await expect(field(b, 'team.own.share')).toHaveCount(0);
    await field(b, 'nav.huishoudens').press('Enter');
    await expect(b.locator('main').getByRole('link', { name: 'Fam. De Wit' })).toBeVisible();
    await expect(statusLine(b)).toContainText(/Gedeeld met je team\. Laatst: vandaag \d{1,2}:\d{2}/);
    await expect(statusLine(a)).toContainText(/Gedeeld met je team\. Laatst: vandaag \d{1,2}:\d{2}/);
  });

  await test.step('apart, both write the same field; the line says what waits and where it is safe', async () => {
    await openDetails(a, 'Fam. De Wit');
    await openDetails(b, 'Fam. De Wit');
    await server.kill();
    await field(a, 'household.city').fill('Merendam');
    await a.keyboard.press('Tab');
    await field(b, 'household.city').fill('Zilverdam');
    await b.keyboard.press('Tab');
    await expectSaved(a);
    await expectSaved(b);
    await expect(statusLine(b)).toContainText(/Bewaard op deze laptop\. \d wijziging(en)? nog niet gedeeld/);
    await expect(b.locator('.document-sharing')).toHaveText('Bewaard op deze laptop, nog niet gedeeld');
  });

  await test.step('Deel nu without a network ends in an answer', async () => {
    await field(b, 'status.shareNow').press('Enter');
    await expect(b.locator('.toast')).toContainText('Delen lukt nu niet. Je werk staat veilig op deze laptop.', {
      timeout: 30_000,
    });
    await expect(statusLine(b)).toContainText('Delen lukt niet. Je werk staat veilig op deze laptop.');
    await field(b, 'status.help').press('Enter');
    await expect(b.getByRole('dialog')).toContainText('Kijk of je laptop internet heeft');
    await field(b, 'sharingHelp.close').press('Enter');
  });

  await test.step('when they meet, both see both values until one chooses', async () => {
    await server.startAgain();
    await expect(a.getByText('Jij en Tom pasten dit allebei aan. Niets is weg.')).toBeVisible({ timeout: 60_000 });
    await expect(b.getByText('Jij en Samira pasten dit allebei aan. Niets is weg.')).toBeVisible({ timeout: 60_000 });
    await expect(statusLine(a)).toContainText('1 ding om samen te bekijken');
    await field(a, 'status.choices').press('Enter');
    await expect(a.getByRole('heading', { level: 1, name: '1 ding om samen te bekijken' })).toBeVisible();
    await fieldsOf(a, 'choices.').press('Enter');
    await a
      .getByRole('group', { name: 'Kies: Plaats' })
      .getByRole('button', { name: /Zilverdam/ })
      .press('Enter');
    for (const page of [a, b]) {
      await expect(page.getByText('Niets is weg')).toHaveCount(0);
      await expect(field(page, 'household.city')).toHaveValue('Zilverdam');
      await expect(statusLine(page)).toContainText('Gedeeld met je team.');
    }
    // Tom has it on his screen at this moment.
    await expect(a.locator('.document-sharing')).toHaveText('Tom heeft dit gezien', { timeout: 30_000 });
  });

  await test.step('opening it again keeps it seen', async () => {
    await b.keyboard.press('Control+Shift+H');
    await field(b, 'hidden.pin').fill(tom.pin);
    await field(b, 'hidden.pin').press('Enter');
    await expect(field(b, 'household.city')).toHaveValue('Zilverdam');
    await expect(a.locator('.document-sharing')).toHaveText('Tom heeft dit gezien', { timeout: 30_000 });
  });

  await test.step('what the other wrote is new on Vandaag until one opens it', async () => {
    await makeHousehold(b, 'Fam. Yildiz', 'Elif');
    await field(a, 'nav.vandaag').press('Enter');
    const news = a.getByRole('region', { name: /Nieuw van collega/ });
    await expect(news).toContainText(/Tom schreef een gesprek bij Fam\. Yildiz/, { timeout: 30_000 });
    await news.getByRole('link', { name: 'Fam. Yildiz' }).press('Enter');
    await expect(a.getByRole('heading', { level: 1, name: 'Fam. Yildiz' })).toBeVisible();
    await field(a, 'nav.vandaag').press('Enter');
    await expect(news.getByRole('link', { name: 'Fam. Yildiz' })).toHaveCount(0);
  });

  await test.step('an address that a colleague already has gives one sentence', async () => {
    await openDetails(b, 'Fam. Yildiz');
    await field(b, 'household.houseNumber').fill('12');
    await field(b, 'household.postcode').fill('1234 AB');
    await b.keyboard.press('Tab');
    await expectSaved(b);
    await expect(statusLine(b)).toContainText('Gedeeld met je team.');
    await field(a, 'nav.huishoudens').press('Enter');
    await field(a, 'households.new').press('Enter');
    await field(a, 'createHousehold.name').fill('Huishouden Kade 12');
    await field(a, 'createHousehold.postcode').fill('1234ab');
    await field(a, 'createHousehold.houseNumber').fill('12');
    const sentence = 'Er is in je team al een dossier op dit adres. Vraag Tom Bakker.';
    await expect(a.getByRole('dialog').locator('.known-in-team')).toContainText(sentence, { timeout: 30_000 });
    await field(a, 'createHousehold.save').press('Enter');
    await expect(a.getByRole('heading', { level: 1, name: 'Huishouden Kade 12' })).toBeVisible();
    await a.getByRole('tab', { name: 'Gegevens' }).press('Enter');
    await expect(field(a, 'household.postcode')).toHaveValue('1234ab');
    await expect(a.locator('.known-in-team').first()).toContainText(sentence);
    await openDetails(a, 'Fam. De Wit');
  });

  await test.step('a household asks in who may open it, and stopping says what it cannot undo', async () => {
    await field(a, 'household.access').press('Enter');
    await expect(a.getByRole('heading', { level: 1, name: 'Wie werkt mee?' })).toBeVisible();
    await test.step('and who looked in it, on which day', async () => {
      const looked = a.getByRole('region', { name: /Wie heeft gekeken/ });
      await expect(looked).toContainText('Jij');
      await expect(looked).toContainText('bekeken');
    });
    await fieldsOf(a, 'access.stop.').press('Enter');
    await expect(a.getByText(/Stop met Tom\?.*kunnen we niet terughalen/)).toBeVisible();
    await field(a, 'access.stop.yes').press('Enter');
    await expect(fieldsOf(a, 'access.add.')).toBeVisible();
  });

  await test.step('the lead gives a second lead, and the banner goes', async () => {
    await field(a, 'nav.team').press('Enter');
    const work = a.getByRole('region', { name: /Hoe staat het werk ervoor/ });
    await expect(work.getByRole('row', { name: /Tom Bakker/ })).toContainText('minder dan 5');
    await expect(work).not.toContainText('De Wit');
    await a.getByRole('button', { name: 'Wijzig Tom Bakker' }).press('Enter');
    await field(a, 'member.role.TEAMLEIDER').click();
    await field(a, 'member.saveRoles').press('Enter');
    await expect(a.getByText('Er is één teamleider.')).toHaveCount(0);
  });

  await lead.putAway();
  await colleague.putAway();
  await server.remove();
});

test('a wrong code, a refusal and a stop each end in honest words', async ({ browser }) => {
  test.setTimeout(180_000);
  const server = await startSyncServer();
  const [lead, colleague] = await Promise.all([laptopOf(browser, samira), laptopOf(browser, tom)]);
  const [a, b] = [lead.page, colleague.page];
  await foundTeam(a, server, 'Team Zuid');

  await askToJoin(b, server, '0000-0000-0000-0000-0000');
  await expect(b.getByRole('alert')).toContainText('Deze uitnodiging is er niet meer.');
  await field(b, 'team.join.code').fill(await makeInvite(a));
  await field(b, 'team.join.code').press('Enter');
  await fiveWords(b);
  // The lead has this request before it is stopped, and may keep it: the next one is another.
  await expect(fieldsOf(a, 'team.request.')).toHaveCount(1);
  const stopped = (await fieldsOf(a, 'team.request.').getAttribute('data-field')) ?? '';
  await field(b, 'join.different').press('Enter');
  await expect(b.locator('.toast')).toContainText('Gestopt. Er is niets gedeeld.');

  await field(a, 'team.invite.done').press('Enter');
  await askToJoin(b, server, await makeInvite(a));
  await fiveWords(b);
  await a.locator(`[data-field^="team.request."]:not([data-field="${stopped}"])`).press('Enter');
  await field(a, 'join.refuse').press('Enter');
  await expect(a.locator('.toast')).toContainText('Tom is niet toegelaten.');
  await expect(b.getByText('Deze laptop is niet toegelaten.')).toBeVisible();
  await goToTeam(b);
  await expect(field(b, 'team.way.join')).toBeVisible();

  await lead.putAway();
  await colleague.putAway();
  await server.remove();
});
