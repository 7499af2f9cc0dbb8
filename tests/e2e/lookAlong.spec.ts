import { execFileSync, spawnSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { expect, type Page } from '@playwright/test';
import { expectAccessible, expectReflow } from './support/accessibility.ts';
import { beginWithNewHousehold, expectSaved, field, search, whatIsGoingOn } from './support/dossierPages.ts';
import { test } from './support/fixtures.ts';
import { samira } from './support/sessionPages.ts';

const CANARY = 'kanariepiet';

/** All that the page holds, and all that a screen reader is told. */
async function everything(page: Page): Promise<string> {
  return `${await page.content()}\n${await page.locator('body').ariaSnapshot()}`;
}

const hasReader = spawnSync('pdftotext', ['-v']).error === undefined;

/** All words of a PDF with what it says about itself; empty where no reader of PDF is installed. */
function wordsOnPaper(bytes: Buffer): string {
  expect(bytes.subarray(0, 5).toString()).toBe('%PDF-');
  if (!hasReader) return '';
  const read = (command: string, ...options: readonly string[]): string =>
    execFileSync(command, options, { input: bytes, encoding: 'utf8' });
  return `${read('pdftotext', '-', '-')}\n${read('pdfinfo', '-')}\n${read('pdfinfo', '-struct-text', '-')}`;
}

test('Meekijken shows what was agreed and nothing of the note; the way back takes the PIN [P2]', async ({
  openPage: page,
}) => {
  await beginWithNewHousehold(page, 'Fam. Yılmaz', 'Fatima');
  await page.keyboard.type(`Er is zorg: ${CANARY}.`);
  await page.keyboard.press('Control+3');
  await page.keyboard.type(`Ze lijkt moe, ${CANARY}`);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+Shift+A');
  await page.keyboard.type('Belt met de bank');
  await page.getByRole('button', { name: 'Klaar met deze afspraak' }).press('Enter');
  await expectSaved(page);

  await test.step('the frame is gone, and so is everything that was written for ourselves', async () => {
    await page.keyboard.press('Alt+m');
    await expect(page.getByRole('heading', { level: 1, name: /Fam. Yılmaz/ })).toBeVisible();
    await expect(page.getByText('Belt met de bank')).toBeVisible();
    await expect(page.locator('html')).toHaveAttribute('data-view', 'meekijken');
    await expect(page.locator('.nav')).toHaveCount(0);
    expect(await everything(page)).not.toContain(CANARY);
  });
  await test.step('search and the way back are not there', async () => {
    await page.keyboard.press('Control+k');
    await page.keyboard.press('Alt+ArrowLeft');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await expect(field(page, 'lookAlong.stop')).toBeVisible();
  });
  await test.step('it reads well in every look, and at 320 px', async () => {
    await expectAccessible(page, 'Meekijken');
    await expectReflow(page, 'Meekijken');
  });
  await test.step('letters grow, and words of the resident are kept', async () => {
    await field(page, 'lookAlong.larger').press('Enter');
    await expect(page.locator('html')).toHaveAttribute('style', /110%/);
    await field(page, 'lookAlong.change').press('Enter');
    await page.keyboard.type('Ik bel liever in december');
    await field(page, 'lookAlong.keep').press('Enter');
    await expect(page.getByRole('status')).toContainText('Dat hebben we opgeschreven.');
  });
  await test.step('a yes is kept, and taken back, and said again', async () => {
    await field(page, 'lookAlong.yes').press('Enter');
    await expect(page.getByRole('status')).toContainText('Fijn.');
    await expect(page.getByRole('heading', { name: 'Klopt dit?' })).toBeFocused();
    // Who presses twice does not take it back; the way back is the next stop.
    await page.keyboard.press('Enter');
    await expect(field(page, 'lookAlong.notYes')).toBeVisible();
    await page.keyboard.press('Tab');
    await expect(field(page, 'lookAlong.notYes')).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { name: 'Klopt dit?' })).toBeFocused();
    await page.keyboard.press('Enter');
    await field(page, 'lookAlong.yes').press('Enter');
    await expect(field(page, 'lookAlong.notYes')).toBeVisible();
  });
  await test.step('leaving takes the PIN, and the words stand in the conversation', async () => {
    await field(page, 'lookAlong.stop').press('Enter');
    const pin = page.locator('input[type="password"]').first();
    await expect(pin).toBeVisible();
    expect(await page.content()).not.toContain('Yılmaz');
    await pin.fill(samira.pin);
    await page.keyboard.press('Enter');
    await expect(page.getByText('Ik bel liever in december')).toBeVisible();
    await expect(page.locator('html')).not.toHaveAttribute('data-view', 'meekijken');
  });
  await test.step('a paper is saved under a name that names nobody', async () => {
    await page
      .getByRole('button', { name: /Fam. Yılmaz · Gesprekken/ })
      .or(page.getByRole('link', { name: /Gesprekken/ }))
      .first()
      .press('Enter');
    await page.getByRole('tab', { name: 'Overzicht' }).press('Enter');
    const saving = page.waitForEvent('download');
    await field(page, 'paper.plan').press('Enter');
    expect((await saving).suggestedFilename()).toMatch(/^ons-plan-\d{4}-\d\d-\d\d\.pdf$/);
  });
  await test.step('the yes stands on the timeline, once', async () => {
    await page.getByRole('tab', { name: 'Tijdlijn' }).press('Enter');
    await expect(page.getByText(/^Dit klopt: /)).toHaveCount(1);
  });
});

test('a meldcode begun in the middle of a home visit with Meekijken on is nowhere to be seen [scenario 8]', async ({
  openPage: page,
}) => {
  test.setTimeout(180_000);
  const heading = page.getByRole('heading', { level: 1, name: /Fam. Dekker/ });
  const expectNothing = async (): Promise<void> => {
    const all = `${await everything(page)}\n${await page.title()}\n${page.url()}`;
    expect(all).not.toContain(CANARY);
    // The word itself would already tell.
    expect(all).not.toMatch(/meldcode|veiligheid|veilig thuis|0800-2000/i);
  };
  const back = async (): Promise<void> => {
    await field(page, 'lookAlong.stop').press('Enter');
    const pin = page.locator('input[type="password"]').first();
    await expect(pin).toBeVisible();
    await expectNothing();
    await pin.fill(samira.pin);
    await page.keyboard.press('Enter');
    await expect(page.locator('.nav')).toBeVisible();
  };
  await beginWithNewHousehold(page, 'Fam. Dekker', 'Sem');
  await page.keyboard.press('Control+Enter');
  await page.getByRole('tab', { name: 'Overzicht' }).press('Enter');

  await test.step('the visit begins, something is agreed, and the laptop is turned', async () => {
    await field(page, 'visits.prepare').press('Enter');
    await field(page, 'visit.begin').press('Enter');
    await expect(whatIsGoingOn(page)).toBeFocused();
    await page.keyboard.press('Control+Shift+A');
    await page.keyboard.type('Belt met de bank');
    await page.getByRole('button', { name: 'Klaar met deze afspraak' }).press('Enter');
    await expectSaved(page);
    await page.keyboard.press('Alt+m');
    await expect(page.getByText('Belt met de bank')).toBeVisible();
    await expectNothing();
  });
  await test.step('back with the PIN: one step is written down, the next is still being typed', async () => {
    await back();
    await expect(whatIsGoingOn(page)).toBeVisible();
    await search(page, 'dekker');
    await expect(page.getByRole('option', { name: /Dekker/ }).first()).toHaveAttribute('aria-selected', 'true');
    await page.keyboard.press('Enter');
    await page.getByRole('tab', { name: 'Veiligheid' }).press('Enter');
    await field(page, 'meldcode.begin').press('Enter');
    await field(page, 'meldcode.1_SIGNALEN.reasoning').fill(`Sem schrok, ${CANARY}`);
    await field(page, 'meldcode.1_SIGNALEN.save').press('Enter');
    await expect(page.getByText(`Sem schrok, ${CANARY}`)).toBeVisible();
    await field(page, 'meldcode.2_OVERLEG.reasoning').fill(`Nog niet bewaard: ${CANARY}`);
  });
  await test.step('the laptop is turned again, from Veiligheid itself: every page of it is as before', async () => {
    await page.keyboard.press('Alt+m');
    await expect(heading).toBeVisible();
    await expect(page.getByText('Belt met de bank')).toBeVisible();
    await expectNothing();
    for (const entry of await page.locator('.look-along-item').all()) {
      await entry.press('Enter');
      await expect(entry).toHaveAttribute('aria-current', 'page');
      await expectNothing();
    }
    for (const key of ['Control+k', 'F1', 'Alt+ArrowLeft', 'Control+p']) await page.keyboard.press(key);
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await expect(heading).toBeVisible();
    await expectNothing();
    await back();
    await expect(field(page, 'meldcode.2_OVERLEG.reasoning')).toHaveValue(`Nog niet bewaard: ${CANARY}`);
  });
  await test.step('search, the timeline and the lists of the day do not know it', async () => {
    for (const words of [CANARY, 'schrok']) {
      const found = await search(page, words);
      await expect(page.getByText(`Niets gevonden met ‘${words}’`)).toBeVisible();
      await expect(found.getByRole('option', { name: /dekker/i })).toHaveCount(0);
      await page.keyboard.press('Escape');
    }
    await page.getByRole('tab', { name: 'Tijdlijn' }).press('Enter');
    await expect(page.getByRole('tabpanel')).toContainText('Huisbezoek');
    await expect(page.getByRole('tabpanel')).not.toContainText(/kanarie|meldcode/i);
  });
  await test.step('the papers that the family takes home do not have it', async () => {
    await page.getByRole('tab', { name: 'Overzicht' }).press('Enter');
    for (const name of ['paper.plan', 'paper.sheet']) {
      const saving = page.waitForEvent('download');
      await field(page, name).press('Enter');
      const paper = await saving;
      expect(paper.suggestedFilename()).not.toMatch(/meldcode|veilig|kanarie/i);
      const words = wordsOnPaper(await readFile(await paper.path()));
      expect(words).not.toMatch(/kanarie|meldcode|veiligheid|schrok/i);
      if (words !== '') expect(words).toContain('bank');
    }
  });
});

test('loading the page again while a resident looks along hides the screen first', async ({ openPage: page }) => {
  await beginWithNewHousehold(page, 'Fam. Yılmaz', 'Fatima');
  await page.keyboard.press('Alt+m');
  await expect(field(page, 'lookAlong.stop')).toBeVisible();
  await page.reload();
  await expect(page.locator('input[type="password"]').first()).toBeVisible();
});
