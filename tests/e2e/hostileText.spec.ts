/**
 * Some hundred texts that would run if a screen took them for more than text, in every text field of every kind, shown
 * on every screen of the app. Nothing runs, nothing is asked of the network, and the policy of the page, which would
 * stop it, is not even needed once.
 */
import { expect, type Page } from '@playwright/test';
import { householdKinds, type HouseholdKind } from '../../shared/documents/schema.ts';
import { plantEverywhere } from '../fault/plantedRecords.ts';
import { beginWithNewHousehold, expectSaved, search, whatIsGoingOn } from './support/dossierPages.ts';
import { enter, test, watch } from './support/fixtures.ts';
import { hostileTexts } from './support/hostileTexts.ts';
import { otherDevice } from './support/otherDevice.ts';
import { lock, samira, unlock } from './support/sessionPages.ts';

const NAME = '<img src=x onerror="globalThis.executed=1">';

test.use({ profile: { worker: { ...samira, name: NAME, jobTitle: hostileTexts[1] ?? '' } } });

/** What ran or was stopped in this page since it was loaded. */
const harmDone = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const seen = globalThis as { executed?: unknown; violations?: string[] };
    const foreign = [...document.querySelectorAll('script, iframe, object, embed, base, a[href], img, form[action]')];
    return [
      ...(seen.executed === undefined ? [] : ['a text was executed']),
      ...(seen.violations ?? []),
      ...foreign
        .map((element) =>
          [element.tagName, ...[...element.attributes].map((one) => `${one.name}="${one.value}"`)].join(' '),
        )
        .filter((told) => /javascript:|invalid|executed|src="x"|srcdoc/.test(told.slice(0, 400)))
        .map((told) => `became an element: ${told.slice(0, 80)}`),
    ];
  });

test('no text in any field is ever more than text, on any screen [P8]', async ({ preparedApp: app, page }) => {
  test.setTimeout(300_000);
  const complaints = watch(page);
  let dialogs = 0;
  page.on('dialog', (dialog) => {
    dialogs += 1;
    void dialog.dismiss();
  });
  await page.addInitScript(() => {
    const violations: string[] = [];
    Object.assign(globalThis, { violations });
    document.addEventListener('securitypolicyviolation', (event) =>
      violations.push(`${event.violatedDirective} stopped ${event.blockedURI}`),
    );
  });
  const device = await otherDevice(page);
  await enter(page, app);
  await beginWithNewHousehold(page, `Fam. ${NAME}`, '<b onclick=alert(1)>Anna');
  await page.keyboard.type(hostileTexts[0] ?? '');
  await expectSaved(page);
  await expect(whatIsGoingOn(page)).toHaveValue(hostileTexts[0] ?? '');

  let next = 0;
  const places = new Set<string>();
  await test.step('every text goes into the document', async () => {
    while (next < hostileTexts.length) {
      const away = device.copy();
      away.change((doc, writer) => {
        const kinds = Object.keys(householdKinds) as HouseholdKind[];
        const planted = plantEverywhere(doc, kinds, writer, () => hostileTexts[next++ % hostileTexts.length] ?? '');
        for (const place of planted.places) places.add(place);
      });
      await away.meet();
    }
    expect(hostileTexts.length).toBeGreaterThan(250);
    expect(places.size).toBeGreaterThan(60);
    expect(await harmDone(page)).toEqual([]);
  });

  const nav = (name: string) => page.getByRole('navigation').first().getByRole('link', { name }).press('Enter');
  const look = async (what: string): Promise<void> => {
    await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible();
    // Whatever a text would start, starts when it is drawn.
    await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn, 50))));
    expect(await harmDone(page), what).toEqual([]);
  };

  await test.step('the conversation, open and read back', async () => {
    await look('conversation');
    for (const disclosure of await page.locator('main [aria-expanded="false"]').all()) {
      if (await disclosure.isVisible().catch(() => false)) await disclosure.press('Enter').catch(() => undefined);
    }
    await look('conversation with everything open');
  });
  await test.step('Vandaag and Huishoudens', async () => {
    await nav('Vandaag');
    await look('Vandaag');
    await nav('Huishoudens');
    await look('Huishoudens');
  });
  await test.step('every tab of the household', async () => {
    await page.getByRole('main').locator('tbody, ul').getByRole('link').first().press('Enter');
    const tabs = page.getByRole('tab');
    await expect(tabs.first()).toBeVisible();
    for (let index = 0; index < (await tabs.count()); index += 1) {
      await tabs.nth(index).press('Enter');
      await expect(tabs.nth(index)).toHaveAttribute('aria-selected', 'true');
      await look(`tab ${String(index)}`);
    }
  });
  await test.step('search, for the texts themselves too', async () => {
    const found = await search(page, 'script');
    await expect(found.getByRole('option').first()).toBeVisible();
    await look('search');
    for (const words of ['<img src=x onerror', 'NEAR("a" "b") AND * OR (', "'; DROP TABLE", '\u202Egnirts']) {
      await page.getByRole('combobox', { name: /Zoek een huishouden/ }).fill(words);
      await look(`search for ${words}`);
    }
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
  });
  await test.step('settings, the lock page and Verbergen', async () => {
    await nav('Instellingen');
    await look('Instellingen');
    await lock(page);
    await expect(page.locator('body')).toContainText(NAME);
    await look('lock page');
    await unlock(page);
    await page.keyboard.press('Control+Shift+H');
    await look('Verborgen');
  });
  expect(dialogs).toBe(0);
  expect(complaints).toEqual([]);
});
