/** Lists read by keyboard, the sociale kaart into an agreement, and a profile whose names stand on every screen. */
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { expectAccessible, expectReflow } from './support/accessibility.ts';
import { beginWithNewHousehold, expectSaved, field } from './support/dossierPages.ts';
import { test } from './support/fixtures.ts';

const pictures = process.env['PICTURES'] ?? mkdtempSync(join(tmpdir(), 'pictures-'));
async function picture(page: Page, name: string): Promise<void> {
  if (process.env['PICTURES'] === undefined) return;
  for (const scheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme: scheme });
    await page.screenshot({ path: join(pictures, `${name}-${scheme}.png`) });
  }
  await page.emulateMedia({ colorScheme: 'light' });
  const size = page.viewportSize() ?? { width: 1280, height: 800 };
  await page.setViewportSize({ width: 320, height: 800 });
  await page.screenshot({ path: join(pictures, `${name}-320.png`) });
  await page.setViewportSize(size);
}

async function choose(page: Page, name: string): Promise<void> {
  await field(page, name).press('Space');
}

async function give(page: Page, name: string, press: string, text: string): Promise<void> {
  const chooser = page.waitForEvent('filechooser');
  await field(page, press).press('Enter');
  await (await chooser).setFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });
}

test('a caseload with broken rows is read by keyboard, and taken back', async ({ openPage: page }) => {
  test.slow();
  await field(page, 'nav.instellingen').press('Enter');
  await field(page, 'settings.import').press('Enter');
  await expectAccessible(page, 'import, bestand');
  await give(
    page,
    'lijst.csv',
    'import.file',
    'Huishouden;Voornaam;Achternaam;Geboortedatum;BSN\n1;Noor;Terpstra;14-02-1988;111222333\n1;Daan;Terpstra;03-09-2014;\n2;Wim;=SOM(A1);31-02-1950;\n3;Ans;@Vos;1-1-1950;\n1b;Noor;Terpstra;14-02-1988;\n',
  );
  await expect(page.getByRole('heading', { name: 'Wat staat waar?' })).toBeVisible();
  await expect(page.getByRole('main')).not.toContainText('111222333');
  await expectAccessible(page, 'import, kolommen');
  await expectReflow(page, 'import, kolommen');
  await picture(page, 'import-kolommen');
  await field(page, 'import.check').press('Enter');
  const main = page.getByRole('main');
  await expect(main).toContainText('Rij 4 De geboortedatum "31-02-1950" bestaat niet.');
  await expect(main).toContainText('Rij 5 @Vos');
  await expect(field(page, 'import.make')).toBeDisabled();
  await expectAccessible(page, 'import, controle');
  await expectReflow(page, 'import, controle');
  await picture(page, 'import-controle');
  await field(page, 'import.skipAll').press('Enter');
  await field(page, 'import.make').press('Enter');
  await expect(main).toContainText('2 huishoudens ingelezen en bewaard op deze laptop. 1 huishouden overgeslagen.');
  await field(page, 'import.undo').press('Enter');
  await expect(main).toContainText('Ongedaan gemaakt: 2 weer weggehaald.');
  await field(page, 'import.open').press('Enter');
  await expect(page.getByRole('main')).not.toContainText('Terpstra');
});

test('the sociale kaart tells its age and becomes an agreement, also from the ladder', async ({ openPage: page }) => {
  test.slow();
  await beginWithNewHousehold(page, 'Fam. Terpstra', 'Noor');
  await page.keyboard.type('Het gaat over eten.');
  await expectSaved(page);
  await field(page, 'nav.socialeKaart').press('Enter');
  await expect(page.getByRole('main')).toContainText('De sociale kaart is nog leeg.');
  await expectAccessible(page, 'sociale kaart, leeg');
  await field(page, 'directory.import').press('Enter');
  await give(
    page,
    'kaart.csv',
    'import.file',
    'Naam,Soort,Perspectief,Omschrijving,Bijgewerkt op\nEettafel De Schakel,Welzijn en ontmoeting,Sociale omgeving,Samen eten,01-03-2025\nFietsles,,Gezondheid,Leren fietsen,\n',
  );
  await field(page, 'import.check').press('Enter');
  await field(page, 'import.make').press('Enter');
  await field(page, 'import.open').press('Enter');
  const list = page.getByRole('listbox', { name: 'Organisaties' });
  await expect(list.getByRole('option')).toHaveCount(2);
  await field(page, 'directory.text').fill('eten');
  await expect(list.getByRole('option')).toHaveCount(1);
  await list.getByRole('option').press('Enter');
  const detail = page.getByRole('article', { name: 'Eettafel De Schakel' });
  await expect(detail).toContainText(/Bijgewerkt op .*1 maart 2025, .*geleden: bel even na/);
  await expectAccessible(page, 'sociale kaart, gekozen');
  await expectReflow(page, 'sociale kaart, gekozen');
  await picture(page, 'sociale-kaart');
  await field(page, 'organisation.agree').press('Enter');
  await field(page, 'agree.filter').fill('Terpstra');
  await page.getByRole('radio', { name: /Fam. Terpstra/ }).press('Space');
  await field(page, 'agree.what').fill('Noor eet woensdag mee');
  await expectAccessible(page, 'sociale kaart, afspraak');
  await field(page, 'agree.save').press('Enter');
  await expect(detail).toContainText('De afspraak staat in het dossier.');
  await field(page, 'nav.taken').press('Enter');
  await expect(page.getByRole('main')).toContainText('Noor eet woensdag mee');

  // Ctrl+K finds it as well, and from there back to the household.
  await page.keyboard.press('Control+k');
  await page.keyboard.type('eettaf');
  const found = page.getByRole('listbox', { name: 'Gevonden' }).getByRole('option', { name: /Welzijn en ontmoeting/ });
  await expect(found).toBeVisible();
  await found.click();
  await expect(detail).toBeVisible();

  await page.keyboard.press('Control+k');
  await page.keyboard.type('Terps');
  await page
    .getByRole('option', { name: /Fam. Terpstra/ })
    .first()
    .click();
  await page.getByRole('tab', { name: 'Plan' }).press('Enter');
  await field(page, 'plan.begin').press('Enter');
  await field(page, 'goals.new.text').fill('Elke dag warm eten');
  await page.getByRole('radio', { name: 'Noor' }).press('Space');
  await choose(page, 'goals.new.perspective.OMGEVING');
  await field(page, 'goals.new.save').press('Enter');
  await field(page, 'goals.*.afspraak').press('Enter');
  await page.keyboard.type('Samen eten');
  await choose(page, 'actions.*.ladder.4_GEMEENTE');
  await expect(page.getByText('Dit is er in de buurt:')).toBeVisible();
  await picture(page, 'ladder-aanbod');
  await page.getByRole('button', { name: 'Eettafel De Schakel', exact: true }).press('Enter');
  await expect(field(page, 'actions.*.whoName')).toHaveValue('Eettafel De Schakel');
});

test('a new profile gives its names to every screen; a contrast of 2:1 is refused with the pair', async ({
  openPage: page,
}) => {
  test.slow();
  await field(page, 'nav.instellingen').press('Enter');
  await field(page, 'settings.municipality').press('Enter');
  const main = page.getByRole('main');
  await expect(field(page, 'municipality.municipality')).toHaveValue('Merendam');
  await expectAccessible(page, 'gemeente');
  await expectReflow(page, 'gemeente');
  await picture(page, 'gemeente');
  await field(page, 'municipality.theme.onPrimary').fill('#3f7f90');
  await expect(main).toContainText(/#3f7f90 op #0d5365, is [12],\d\. Dat moet 4,5 of meer zijn/);
  await expect(field(page, 'municipality.save')).toBeDisabled();
  await picture(page, 'gemeente-contrast');
  await field(page, 'municipality.theme.onPrimary').fill('#ffffff');
  await field(page, 'municipality.theme.primary').fill('#5a2a6e');
  await field(page, 'municipality.municipality').fill('Zuiderstroom');
  await field(page, 'municipality.perspective.ONTWIKKELING').fill('Persoonlijke ontwikkeling');
  await field(page, 'municipality.save').press('Enter');
  await expect(page.getByRole('status').filter({ hasText: 'is in gebruik' })).toBeVisible();
  await expect
    .poll(() => page.evaluate(() => document.documentElement.style.getPropertyValue('--gem-primary')))
    .toBe('#5a2a6e');
  await field(page, 'nav.socialeKaart').press('Enter');
  await expect(page.locator('[data-field="directory.perspective"] option')).toContainText([
    'Alle perspectieven',
    'Persoonlijke ontwikkeling',
  ]);
  await expect(page.getByRole('listbox', { name: 'Organisaties' }).getByRole('option')).toHaveCount(8);
  await field(page, 'nav.taken').press('Enter');
  await expect(page.locator('[data-field="tasks.perspective"] option').nth(1)).toHaveText('Persoonlijke ontwikkeling');
  await field(page, 'nav.instellingen').press('Enter');
  await expect(page.getByRole('main')).toContainText('Gemeente Zuiderstroom');
});
