/** Getting to a spreekuur that is going on, by keyboard. */
import { expect, type Page } from '@playwright/test';
import { field } from './dossierPages.ts';

export const whoField = (page: Page) => field(page, 'walkIn.who');
export const walkIns = (page: Page) =>
  page.getByRole('complementary', { name: 'Gesprekken van dit spreekuur' }).locator('.walk-ins > li');

/** Starts one at the first place of the gemeenteprofiel; ends in an empty form. */
export async function startConsultation(page: Page): Promise<void> {
  await field(page, 'nav.spreekuur').press('Enter');
  await field(page, 'place.0.start').press('Enter');
  await expect(whoField(page)).toBeFocused();
}

/** No network but this laptop itself, which the screen talks to. */
export async function cutNetwork(page: Page): Promise<void> {
  await page.context().route(
    (url) => url.hostname !== '127.0.0.1',
    (route) => route.abort('internetdisconnected'),
  );
}
