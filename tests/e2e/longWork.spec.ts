/** Work that takes longer than a second: a bar with counts, that a screen reader can read, while the worker works on. */
import { expect, type Page } from '@playwright/test';
import { expectAccessible } from './support/accessibility.ts';
import { test } from './support/fixtures.ts';
import { followBars } from './support/workBars.ts';

const field = (page: Page, name: string) => page.locator(`[data-field="${name}"]`);
/** So many that the vault says beforehand that it takes long. */
const HOUSEHOLDS = 400;

test.use({ profile: { households: [{ name: 'Fam. Vos', firstName: 'Ilse' }] } });

test('reading a long list and making the lists again show a bar with counts that goes up', async ({
  openPage: page,
}) => {
  test.setTimeout(180_000);
  const bars = await followBars(page);
  const rows = Array.from(
    { length: HOUSEHOLDS },
    (_, n) => `Voornaam${String(n)};Achternaam${String(n)};1-1-${String(1940 + (n % 60))}`,
  );
  await field(page, 'nav.instellingen').press('Enter');
  await field(page, 'settings.import').press('Enter');
  const chooser = page.waitForEvent('filechooser');
  await field(page, 'import.file').press('Enter');
  const buffer = Buffer.from(['Voornaam;Achternaam;Geboortedatum', ...rows].join('\n'));
  await (await chooser).setFiles({ name: 'lijst.csv', mimeType: 'text/csv', buffer });
  await field(page, 'import.check').press('Enter');
  // Names that differ in a number only look alike.
  await page.getByRole('button', { name: 'Voeg alle andere toch toe' }).press('Enter');
  await expect(field(page, 'import.make')).toBeEnabled();
  await field(page, 'import.make').press('Enter');
  await expect(page.getByRole('region', { name: 'Klaar' })).toBeVisible({ timeout: 90_000 });
  await expect(page.getByRole('progressbar')).toHaveCount(0);
  const making = (await bars.seen()).filter(({ name }) => name === 'Stap 1 van 2: huishoudens inlezen');
  expect(making.length).toBeGreaterThan(1);
  expect(making.every(({ text }) => /^\d+ van 400 huishoudens$/.test(text))).toBe(true);
  const percentages = making.map(({ percentage }) => percentage ?? -1);
  expect(percentages).toEqual(percentages.toSorted((a, b) => a - b));

  await field(page, 'nav.instellingen').press('Enter');
  const again = field(page, 'check.lists');
  await again.press('Enter');
  const bar = page.getByRole('progressbar', { name: 'Stap 1 van 2: lijsten en zoeken opbouwen' });
  await expect(page.getByText(/De lijsten zijn opnieuw gemaakt uit [\d.]+ dossiers\./)).toBeVisible({
    timeout: 90_000,
  });
  await expect(bar).toHaveCount(0);
  const rebuilt = (await bars.seen()).filter(({ name }) => name === 'Stap 1 van 2: lijsten en zoeken opbouwen');
  expect(rebuilt.length).toBeGreaterThan(0);
  expect(rebuilt.every(({ text }) => /^[\d.]+ van 802 dossiers$/.test(text))).toBe(true);
  await expectAccessible(page, 'instellingen, na het opbouwen');
});
