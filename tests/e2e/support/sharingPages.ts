/** Founding, inviting, comparing words and joining, as two people do it on two laptops. */
import { expect, type Browser, type Locator, type Page } from '@playwright/test';
import { beginWithNewHousehold, expectSaved, field } from './dossierPages.ts';
import { enter, watch } from './fixtures.ts';
import { removeDataFolder, startLoopbackApp, type LoopbackApp } from './loopbackApp.ts';
import { prepareDataFolder, type PreparedProfile } from './preparedProfile.ts';
import type { Worker } from './sessionPages.ts';
import type { SyncServer } from './syncServer.ts';

export const tom: Worker = {
  name: 'Tom Bakker',
  jobTitle: 'wijkcoach',
  passphrase: 'regenjas kastanje fluitketel veerboot',
  pin: '8362',
};

/** Leads the team. */
export const marieke: Worker = {
  name: 'Marieke Post',
  jobTitle: 'teamleider',
  passphrase: 'zeilboot kruimel dakgoot tulpen wafel',
  pin: '5938',
};

export interface Laptop {
  readonly page: Page;
  readonly app: LoopbackApp;
  /** Closes the window and the app; throws when the page did what a healthy page never does. */
  putAway(): Promise<void>;
}

/** A laptop of one worker: an app, a browser window, and a vault of its own that stands open at Vandaag. */
export async function laptopOf(browser: Browser, worker: Worker, filled: PreparedProfile = {}): Promise<Laptop> {
  return laptopOn(browser, worker, await prepareDataFolder({ ...filled, worker }));
}

/** The same on a data folder that is there; it goes with the laptop. */
export async function laptopOn(browser: Browser, worker: Worker, dataFolder: string): Promise<Laptop> {
  const app = await startLoopbackApp(dataFolder);
  const context = await browser.newContext({ locale: 'nl-NL', timezoneId: 'Europe/Amsterdam' });
  const page = await context.newPage();
  const complaints = watch(page);
  await page.addInitScript(() => {
    const printed: string[] = [];
    Object.assign(window, { printed });
    // A print window that keeps what lies on the paper.
    window.print = () => {
      printed.push(document.querySelector('.print-sheet')?.textContent ?? '');
      window.dispatchEvent(new Event('afterprint'));
    };
  });
  await enter(page, app, { worker });
  return {
    page,
    app,
    async putAway() {
      await context.close();
      await app.stop();
      await removeDataFolder(dataFolder);
      if (complaints.length > 0) throw new Error(`the page of ${worker.name} complained:\n${complaints.join('\n')}`);
    },
  };
}

/** The text of the sheets that were printed. */
export const printedSheets = (page: Page): Promise<string[]> =>
  page.evaluate(() => (window as unknown as { printed: string[] }).printed);

/** Controls whose stable name begins so and ends in an id. */
export const fieldsOf = (page: Page, start: string): Locator => page.locator(`[data-field^="${start}"]`);

/** The line at the bottom. */
export const statusLine = (page: Page): Locator => page.locator('footer.status');

export async function goToTeam(page: Page): Promise<void> {
  await field(page, 'nav.instellingen').press('Enter');
  await field(page, 'settings.team').press('Enter');
}

/** From anywhere: begins the team with the printed code and puts the three papers away. */
export async function foundTeam(page: Page, server: SyncServer, name: string): Promise<void> {
  await goToTeam(page);
  await field(page, 'team.way.found').press('Enter');
  await field(page, 'team.found.name').fill(name);
  await field(page, 'team.found.server').fill(server.url);
  await field(page, 'team.found.code').fill(server.setupCode);
  await field(page, 'team.found.code').press('Enter');
  for (const number of [1, 2, 3]) {
    await expect(page.getByRole('heading', { name: `Papier ${number} van 3` })).toBeVisible();
    await field(page, 'parts.print').press('Enter');
    await expect(page.getByText('De code staat niet meer op het scherm.')).toBeVisible();
    await field(page, 'parts.next').press('Enter');
  }
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
}

/** On the screen Team of a lead: a code for one laptop. */
export async function makeInvite(page: Page): Promise<string> {
  await field(page, 'team.invite').press('Enter');
  const code = page.locator('[data-invite-code]');
  await expect(code).toHaveText(/^[0-9A-Z]{4}(-[0-9A-Z]{4}){4}$/);
  return (await code.innerText()).trim();
}

/** From anywhere on the new laptop: asks to join, until it waits. */
export async function askToJoin(page: Page, server: SyncServer, code: string): Promise<void> {
  await goToTeam(page);
  await field(page, 'team.way.join').press('Enter');
  await field(page, 'team.join.server').fill(server.url);
  await field(page, 'team.join.code').fill(code);
  await field(page, 'team.join.code').press('Enter');
}

/** The five words, once they are there. */
export async function fiveWords(page: Page): Promise<readonly string[]> {
  const words = page.getByRole('list', { name: 'De vijf woorden' }).getByRole('listitem');
  await expect(words).toHaveCount(5);
  return (await words.allTextContents()).map((text) => text.replace(/^\d/, '').trim());
}

/** The lead invites, the other asks, both compare, and the lead lets in: a colleague who works with households. */
export async function joinTeam(lead: Page, page: Page, server: SyncServer): Promise<void> {
  await askToJoin(page, server, await makeInvite(lead));
  await fiveWords(page);
  await field(page, 'join.same').press('Enter');
  await fieldsOf(lead, 'team.request.').press('Enter');
  await fiveWords(lead);
  await field(lead, 'join.approve').press('Enter');
  await expect(lead.getByRole('dialog')).toHaveCount(0);
  await expect(page.getByRole('heading', { level: 2, name: /^Collega’s/ })).toBeVisible();
}

/** Makes a household with a conversation, and goes back to Vandaag. */
export async function makeHousehold(page: Page, name: string, firstName: string): Promise<void> {
  // Beside a household a new conversation belongs to it.
  await field(page, 'nav.vandaag').press('Enter');
  await expect(field(page, 'today.households')).toBeVisible();
  await beginWithNewHousehold(page, name, firstName);
  await page.keyboard.type('Eerste gesprek.');
  await expectSaved(page);
  await field(page, 'nav.vandaag').press('Enter');
}

/** From anywhere: Gegevens of this household, from the list. */
export const openDetails = (page: Page, name: string): Promise<void> => openTab(page, name, 'Gegevens');

/** From anywhere: a tab of this household, from the list. */
export async function openTab(page: Page, name: string, tab: string): Promise<void> {
  await field(page, 'nav.huishoudens').press('Enter');
  await page.locator('main').getByRole('link', { name }).press('Enter');
  await page.getByRole('tab', { name: tab }).press('Enter');
}
