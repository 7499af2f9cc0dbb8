import { expect, test, type Page } from '@playwright/test';
import { expectAccessible, expectReflow } from './support/accessibility.ts';
import { field } from './support/dossierPages.ts';
import { samira } from './support/sessionPages.ts';
import {
  askToJoin,
  fieldsOf,
  fiveWords,
  goToTeam,
  laptopOf,
  makeHousehold,
  makeInvite,
  openDetails,
  statusLine,
  tom,
} from './support/sharingPages.ts';
import { startSyncServer } from './support/syncServer.ts';

async function check(page: Page, what: string): Promise<void> {
  await expectAccessible(page, what);
  await expectReflow(page, what);
}

test('every screen of the team passes axe in every look and fits 320 px', async ({ browser }) => {
  test.setTimeout(360_000);
  const server = await startSyncServer();
  const [lead, colleague] = await Promise.all([laptopOf(browser, samira), laptopOf(browser, tom)]);
  const [a, b] = [lead.page, colleague.page];
  await makeHousehold(a, 'Fam. De Wit', 'Anna');
  await makeHousehold(b, 'Fam. Visser', 'Noor');

  await goToTeam(a);
  await check(a, 'no team');
  await field(a, 'team.way.found').press('Enter');
  await field(a, 'team.found.save').press('Enter');
  await check(a, 'begin a team, nothing filled in');
  await field(a, 'team.found.name').fill('Gebiedsteam Noord');
  await field(a, 'team.found.server').fill(server.url);
  await field(a, 'team.found.code').fill(server.setupCode);
  await field(a, 'team.found.code').press('Enter');
  for (const number of [1, 2, 3]) {
    await expect(a.getByRole('heading', { name: `Papier ${number} van 3` })).toBeVisible();
    if (number === 1) await check(a, 'a paper to print');
    await field(a, 'parts.show').press('Enter');
    if (number === 1) await check(a, 'a paper to write over');
    await field(a, 'parts.written').press('Enter');
    if (number === 1) await check(a, 'a paper that is there');
    await field(a, 'parts.next').press('Enter');
  }
  const code = await makeInvite(a);
  await check(a, 'the team with an invitation');

  await askToJoin(b, server, code);
  await fiveWords(b);
  await check(b, 'five words on the new laptop');
  await fieldsOf(a, 'team.request.').press('Enter');
  await fiveWords(a);
  await check(a, 'five words on the screen of the lead');
  await field(a, 'join.approve').press('Enter');
  await field(b, 'team.own.all').press('Enter');
  await check(b, 'the own households to choose from');
  await fieldsOf(a, 'team.member.').last().press('Enter');
  await fieldsOf(a, 'team.lost.').press('Enter');
  await check(a, 'a colleague with a lost laptop');

  await openDetails(a, 'Fam. De Wit');
  await check(a, 'a household that is shared');
  await field(a, 'household.access').press('Enter');
  await fieldsOf(a, 'access.stop.').or(fieldsOf(a, 'access.add.')).first().press('Enter');
  await check(a, 'who works along');

  await server.kill();
  await field(a, 'household.access').or(field(a, 'nav.huishoudens')).first().press('Enter');
  await openDetails(a, 'Fam. De Wit');
  await field(a, 'household.city').fill('Merendam');
  await a.keyboard.press('Tab');
  await field(a, 'status.shareNow').press('Enter');
  await field(a, 'status.help').press('Enter', { timeout: 30_000 });
  await check(a, 'what one can do when sharing fails');
  await field(a, 'sharingHelp.close').press('Enter');
  await statusLine(a).waitFor();

  await lead.putAway();
  await colleague.putAway();
  await server.remove();
});
