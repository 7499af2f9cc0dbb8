/**
 * A whole day without a network: unlock, a spreekuur with six walk-ins, a home visit with Meekijken and a paper, and the
 * office afterwards. No sync server runs, every request off this laptop is cut, and asking for one fails the test.
 */
import { readFile } from 'node:fs/promises';
import { expect } from '@playwright/test';
import { cutNetwork, startConsultation, walkIns, whoField } from './support/consultationPages.ts';
import { expectSaved, field, search, whatIsGoingOn } from './support/dossierPages.ts';
import { test } from './support/fixtures.ts';
import { countKeys } from './support/keyCount.ts';
import { samira } from './support/sessionPages.ts';

test.use({
  profile: {
    households: [
      { name: 'Mw. Van der Veen', firstName: 'Jopie' },
      { name: 'Fam. Yılmaz', firstName: 'Fatima' },
    ],
  },
});

const SECRET = 'kanariepiet';
const question = (page: Parameters<typeof field>[0]) => field(page, 'walkIn.question');

test('a whole day without a network: spreekuur, home visit with Meekijken and a paper, office', async ({
  openPage: page,
}) => {
  test.slow();
  await cutNetwork(page);

  await test.step('spreekuur: six walk-ins', async () => {
    await startConsultation(page);
    await page.keyboard.type('jopi');
    await page.keyboard.press('Enter');
    await expect(question(page)).toBeFocused();
    await page.keyboard.type('Er kwam weer een energiebrief');
    await field(page, 'walkIn.next.IK').press('Space');
    await field(page, 'walkIn.what').fill('Bel energiebedrijf');
    await field(page, 'walkIn.dueOn.1').press('Space');
    await page.keyboard.press('Control+Enter');
    await expect(walkIns(page)).toHaveCount(1);
    for (const [index, words] of ['Zoekt werk', 'Mag ik bijverdienen?', 'Zoon is vaak ziek'].entries()) {
      await expect(whoField(page)).toBeFocused();
      await page.keyboard.press('Alt+A');
      await expect(question(page)).toBeFocused();
      await page.keyboard.type(words);
      await page.keyboard.press('Control+Enter');
      await expect(walkIns(page)).toHaveCount(index + 2);
    }
    for (const [index, name] of ['Sanne Bakker', 'Dirk Mulder'].entries()) {
      await expect(whoField(page)).toBeFocused();
      await page.keyboard.type(name);
      await page.keyboard.press('Enter');
      await expect(question(page)).toBeFocused();
      await page.keyboard.type(`Vraag van ${name}`);
      await page.keyboard.press('Control+Enter');
      await expect(walkIns(page)).toHaveCount(index + 5);
    }
    await field(page, 'consultation.stop').press('Enter');
    await expect(page.getByText('3 anoniem')).toBeVisible();
    await field(page, 'consultation.end').press('Enter');
    await expect(field(page, 'place.0.start')).toBeVisible();
  });

  await test.step('a household opens from anywhere: Ctrl+K, a few letters, Enter', async () => {
    const keys = countKeys(page);
    await keys.press('Control+k');
    await expect(page.getByRole('combobox', { name: /Zoek een huishouden/ })).toBeFocused();
    await keys.letters('yilm');
    await expect(page.getByRole('option', { name: /Yılmaz/ }).first()).toHaveAttribute('aria-selected', 'true');
    await keys.press('Enter');
    await expect(page.getByRole('heading', { level: 1, name: /Yılmaz/ })).toBeVisible();
    expect(keys.pressed()).toBeLessThanOrEqual(8);
  });

  await test.step('home visit: prepared, and what was prepared goes along', async () => {
    await field(page, 'visits.prepare').press('Enter');
    await expect(page.getByRole('heading', { level: 1, name: 'Huisbezoek' })).toBeVisible();
    await field(page, 'visits.*.purpose').fill('Over de huur praten');
    await page.getByLabel('Wie er komen, en waarom').press('Space');
    await field(page, 'visitGuests.add').press('Enter');
    await page.keyboard.type('Bram de Wit');
    await field(page, 'visitGuests.new.why').fill('Weet veel van schulden');
    await page.keyboard.press('Enter');
    await expect(page.getByText('Weet veel van schulden')).toBeVisible();
    await field(page, 'visit.begin').press('Enter');
    await expect(whatIsGoingOn(page)).toBeFocused();
    await expect(page.getByRole('button', { name: /Bram de Wit, collega/i })).toBeVisible();
    await page.keyboard.type(`Zorg om de zoon: ${SECRET}.`);
    await page.keyboard.press('Control+Shift+A');
    await page.keyboard.type('Belt met de bank');
    await page.getByRole('button', { name: 'Klaar met deze afspraak' }).press('Enter');
    await expectSaved(page);
  });

  await test.step('Meekijken: one key, nothing of ourselves, words of the resident, back with the PIN', async () => {
    await page.keyboard.press('Alt+m');
    await expect(page.getByText('Belt met de bank')).toBeVisible();
    expect(await page.content()).not.toContain(SECRET);
    await field(page, 'lookAlong.change').press('Enter');
    await page.keyboard.type('Ik bel liever morgen');
    await field(page, 'lookAlong.keep').press('Enter');
    await field(page, 'lookAlong.stop').press('Enter');
    await page.locator('input[type="password"]').first().fill(samira.pin);
    await page.keyboard.press('Enter');
    await expect(page.getByText('Ik bel liever morgen')).toBeVisible();
  });

  await test.step('the plan, and its paper by name from the palette', async () => {
    const tab = await search(page, 'onderdeel plan');
    await expect(tab.getByRole('option', { name: 'Onderdeel: Plan' })).toHaveCount(0);
    await page.keyboard.press('Escape');
    await search(page, 'yilm');
    await expect(page.getByRole('option', { name: /Yılmaz/ }).first()).toHaveAttribute('aria-selected', 'true');
    await page.keyboard.press('Enter');
    await page.getByRole('tab', { name: 'Plan', exact: true }).press('Enter');
    await field(page, 'plan.begin').press('Enter');
    await expect(field(page, 'plan.paper')).toBeVisible();
    await search(page, 'maak pdf ons');
    await expect(page.getByRole('option', { name: 'Maak PDF: Ons plan' })).toHaveAttribute('aria-selected', 'true');
    const saving = page.waitForEvent('download');
    await page.keyboard.press('Enter');
    const bytes = await readFile(await (await saving).path());
    expect(bytes.subarray(0, 5).toString()).toBe('%PDF-');
    expect(bytes.includes(SECRET)).toBe(false);
  });

  await test.step('office: the task of this morning is ticked with one key, and comes back with undo', async () => {
    await search(page, 'ga naar taken');
    await expect(page.getByRole('option', { name: 'Ga naar Taken', exact: true })).toHaveAttribute(
      'aria-selected',
      'true',
    );
    await page.keyboard.press('Enter');
    const task = page.getByRole('main').getByRole('listitem').filter({ hasText: 'Bel energiebedrijf' });
    await task.getByRole('checkbox').press('Space');
    await expect(task).toHaveCount(0);
    await page.keyboard.press('Control+z');
    await expect(task).toBeVisible();
  });
});
