import { readFile } from 'node:fs/promises';
import { expect } from '@playwright/test';
import { expectAccessible, expectReflow } from './support/accessibility.ts';
import { startConsultation, walkIns } from './support/consultationPages.ts';
import { field } from './support/dossierPages.ts';
import { test } from './support/fixtures.ts';
import { countKeys } from './support/keyCount.ts';

test('Taken: one key ticks with undo, moving and taking away say why, the calendar file has no names', async ({
  openPage: page,
}) => {
  test.slow();
  await startConsultation(page);
  for (const [name, what, next] of [
    ['Anna Visser', 'Bel de bank', 'IK'],
    ['Bo Smit', 'Stuur het plan', 'IK'],
    ['Cas Mol', 'Belt de huisarts', 'INWONER'],
  ] as const) {
    const before = await walkIns(page).count();
    await page.keyboard.type(name);
    await page.keyboard.press('Enter');
    await expect(field(page, 'walkIn.question')).toBeFocused();
    await page.keyboard.type(`Vraag van ${name}`);
    await field(page, `walkIn.next.${next}`).press('Space');
    await field(page, 'walkIn.what').fill(what);
    await field(page, 'walkIn.dueOn.1').press('Space');
    await page.keyboard.press('Control+Enter');
    await expect(walkIns(page)).toHaveCount(before + 1);
  }
  await field(page, 'nav.taken').press('Enter');
  const main = page.getByRole('main');
  const bank = main.getByRole('listitem').filter({ hasText: 'Bel de bank' });
  await expect(bank).toBeVisible();
  await expect(field(page, 'nav.taken')).toContainText('2');
  await expect(page.getByRole('complementary', { name: 'Om op te letten' })).toContainText('Belt de huisarts');
  await expectAccessible(page, 'taken');
  await expectReflow(page, 'taken');

  await test.step('one key', async () => {
    const keys = countKeys(page);
    await bank.getByRole('checkbox').focus();
    await keys.press('Space');
    await expect(bank).toHaveCount(0);
    expect(keys.pressed()).toBe(1);
    await page.keyboard.press('Control+z');
    await expect(bank).toBeVisible();
  });
  await test.step('verzetten with a reason, and back', async () => {
    await bank.getByRole('button', { name: 'Verzet: Bel de bank' }).press('Enter');
    await bank.getByLabel(/Waarom/).fill('De bank is dicht');
    await expectAccessible(page, 'taken, open');
    await expectReflow(page, 'taken, open');
    await bank.getByRole('button', { name: 'Over 2 weken' }).press('Enter');
    await expect(page.locator('.toast')).toContainText('Verzet naar');
    await expect(page.getByRole('region', { name: /Later/ })).toContainText('Bel de bank');
    await field(page, 'toast.undo').press('Enter');
    await expect(bank).toContainText('morgen');
  });
  await test.step('niet meer nodig', async () => {
    const plan = main.getByRole('listitem').filter({ hasText: 'Stuur het plan' });
    await plan.getByRole('button', { name: 'Verzet: Stuur het plan' }).press('Enter');
    await plan.getByLabel(/Waarom/).fill('Hij heeft het al');
    await plan.getByRole('button', { name: 'Niet meer nodig' }).press('Enter');
    await expect(plan).toHaveCount(0);
  });
  await test.step('filter', async () => {
    await field(page, 'tasks.filter').fill('smit');
    await expect(page.getByText('Geen taken gevonden. Maak het filter leeg.')).toBeVisible();
    await field(page, 'tasks.clear').press('Enter');
    await expect(bank).toBeVisible();
  });
  await test.step('a calendar file without names', async () => {
    const download = page.waitForEvent('download');
    await field(page, 'tasks.export').press('Enter');
    const file = await download;
    expect(file.suggestedFilename()).toMatch(/^taken-\d{4}-\d{2}-\d{2}\.ics$/);
    const text = await readFile(await file.path(), 'utf8');
    expect(text).toContain('BEGIN:VEVENT');
    expect(text).not.toMatch(/Visser|bank/i);
  });
});
