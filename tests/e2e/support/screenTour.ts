/**
 * A walk past every screen, for pictures (npm run screens): each stop says how to get there from the one before. A new
 * screen gets a stop here.
 */
import { expect, type Page } from '@playwright/test';
import { field } from './dossierPages.ts';
import { expectOpen } from './sessionPages.ts';

export interface Stop {
  readonly name: string;
  /** False: only a way to the next one. */
  readonly picture?: boolean;
  go(page: Page): Promise<void>;
}

const PASSPHRASE = 'samen aan de keukentafel';
const PIN = '2580';

const nav = (page: Page, name: string) => page.getByRole('navigation').first().getByRole('link', { name });
const tab = (page: Page, name: string) => page.getByRole('tab', { name });

async function unlock(page: Page): Promise<void> {
  await field(page, 'unlock.passphrase').fill(PASSPHRASE);
  await field(page, 'unlock.passphrase').press('Enter');
  await expectOpen(page);
}

export const screenTour: readonly Stop[] = [
  {
    name: 'ontgrendel',
    go: async (page) => void (await field(page, 'unlock.passphrase').waitFor({ timeout: 30_000 })),
  },
  {
    name: 'ontgrendel-fout',
    async go(page) {
      await field(page, 'unlock.passphrase').fill('dit is niet de goede wachtzin');
      await field(page, 'unlock.passphrase').press('Enter');
      await expect(page.getByText('klopt niet')).toBeVisible({ timeout: 30_000 });
    },
  },
  { name: 'vandaag', go: unlock },
  {
    name: 'huishoudens',
    async go(page) {
      await nav(page, 'Huishoudens').click();
      await expect(page.getByRole('heading', { level: 1 })).toContainText('Huishoudens');
    },
  },
  {
    name: 'nieuw-huishouden',
    async go(page) {
      await page.getByRole('button', { name: 'Nieuw huishouden' }).first().click();
      await field(page, 'createHousehold.name').waitFor();
    },
  },
  {
    name: 'overzicht',
    async go(page) {
      await page.keyboard.press('Escape');
      await page
        .getByRole('main')
        .getByRole('link')
        .or(page.getByRole('main').locator('tbody button, li button'))
        .first()
        .click();
      await tab(page, 'Overzicht').waitFor();
    },
  },
  { name: 'gesprekken', go: async (page) => void (await tab(page, 'Gesprekken').click()) },
  { name: 'gegevens', go: async (page) => void (await tab(page, 'Gegevens').click()) },
  {
    name: 'gesprek',
    async go(page) {
      await tab(page, 'Gesprekken').click();
      await page
        .getByRole('tabpanel')
        .getByRole('button')
        .or(page.getByRole('tabpanel').getByRole('link'))
        .nth(0)
        .click();
      await page.getByRole('heading', { level: 1 }).waitFor();
    },
  },
  {
    name: 'nieuw-gesprek',
    async go(page) {
      await page.keyboard.press('Alt+n');
      await page.getByRole('combobox').first().waitFor();
    },
  },
  {
    name: 'zoeken',
    async go(page) {
      await page.keyboard.press('Escape');
      await page.keyboard.press('Control+k');
      await page.keyboard.type('post');
      await page.getByRole('option').first().waitFor();
    },
  },
  {
    name: 'toetsen',
    async go(page) {
      await page.keyboard.press('Escape');
      await page.keyboard.press('F1');
      await page.getByRole('dialog').waitFor();
    },
  },
  {
    name: 'instellingen',
    async go(page) {
      await page.keyboard.press('Escape');
      await nav(page, 'Instellingen').click();
    },
  },
  {
    name: 'verborgen',
    async go(page) {
      await nav(page, 'Vandaag').click();
      await page.keyboard.press('Control+Shift+H');
      await page.locator('[data-field="hidden.pin"], input[type="password"]').first().waitFor();
    },
  },
  {
    name: 'terug',
    picture: false,
    async go(page) {
      await page.locator('[data-field="hidden.pin"], input[type="password"]').first().fill(PIN);
      await page.keyboard.press('Enter');
      await expectOpen(page);
    },
  },
];
