/** What a key costs, without a clock: what it draws, in which order, and that Enter never overtakes the answer. */
import { expect, type Locator, type Page } from '@playwright/test';
import { beginWithNewHousehold, expectSaved, whatIsGoingOn } from './support/dossierPages.ts';
import { enter, test, watch } from './support/fixtures.ts';
import { withSlowVault, type SlowVault } from './support/slowVault.ts';

test.use({
  profile: {
    households: [
      { name: 'Fam. Berg', firstName: 'Anja' },
      { name: 'Fam. Berkman', firstName: 'Oscar' },
    ],
  },
});

const palette = (page: Page): Locator => page.getByRole('combobox', { name: /Zoek een huishouden/ });
const options = (page: Page): Locator => page.getByRole('listbox').getByRole('option');

/** Types until one of two families stands on top, and answers the rest of the name of the other. */
async function typeHalf(page: Page): Promise<{ readonly rest: string; readonly other: string }> {
  await page.keyboard.type('ber');
  await expect(options(page).first()).toHaveText(/^Fam\. Ber/);
  await expect(options(page).first()).toHaveAttribute('aria-selected', 'true');
  const isBerg = (await options(page).first().innerText()).startsWith('Fam. Berg');
  return isBerg ? { rest: 'kman', other: 'Fam. Berkman' } : { rest: 'g', other: 'Fam. Berg' };
}

/** Types on and presses Enter at once, while the vault has not answered yet. */
async function enterAhead(page: Page, vault: SlowVault, rest: string, command: string): Promise<void> {
  vault.hold();
  await page.keyboard.type(rest);
  await page.keyboard.press('Enter');
  await expect.poll(() => vault.waiting()).toContain(command);
}

test('Enter ahead of the answer opens what was typed, never what an earlier text found', async ({
  preparedApp,
  page,
  profile,
}) => {
  const complaints = watch(page);
  const vault = await withSlowVault(page);
  await enter(page, preparedApp, profile);
  await page.keyboard.press('Control+k');
  await expect(palette(page)).toBeFocused();
  const { rest, other } = await typeHalf(page);
  await enterAhead(page, vault, rest, 'search.query');
  await expect(palette(page)).toBeFocused();
  vault.release();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(other);

  // Typing on takes Enter back.
  await page.keyboard.press('Control+k');
  await expect(palette(page)).toBeFocused();
  const again = await typeHalf(page);
  await enterAhead(page, vault, again.rest, 'search.query');
  await page.keyboard.type('xx');
  await expect(options(page).filter({ hasText: `Nieuw huishouden ‘ber${again.rest}xx’` })).toBeVisible();
  vault.release();
  await expect(options(page).filter({ hasText: 'Fam. Ber' })).toHaveCount(0);
  await expect(palette(page)).toBeFocused();
  await page.keyboard.press('Escape');

  // A new conversation: with whom is never a guess.
  await page.keyboard.press('Alt+ArrowLeft');
  await expect(page.getByRole('heading', { level: 1 })).not.toHaveText(other);
  await page.keyboard.press('Alt+n');
  await expect(page.getByRole('combobox', { name: /Met wie is het gesprek/ })).toBeFocused();
  const half = await typeHalf(page);
  await enterAhead(page, vault, half.rest, 'household.list');
  await expect(page.getByRole('combobox', { name: /Met wie is het gesprek/ })).toBeFocused();
  vault.release();
  await expect(whatIsGoingOn(page)).toBeFocused();
  await expect(page.getByRole('main')).toContainText(half.other);
  expect(complaints).toEqual([]);
});

test('a key in the search field is drawn before the list under it', async ({ openPage: page }) => {
  await page.keyboard.press('Control+k');
  await expect(palette(page)).toBeFocused();
  await expect(options(page).filter({ hasText: 'Nieuw huishouden' })).toBeVisible();
  await page.evaluate(() => {
    const order: string[] = [];
    Object.assign(window, { order });
    const list = document.querySelector('[role=listbox]');
    if (list === null) throw new Error('no list');
    new MutationObserver(() => order.push('list')).observe(list, {
      subtree: true,
      childList: true,
      characterData: true,
      attributes: true,
    });
    window.addEventListener(
      'input',
      () => {
        order.push('key');
        requestAnimationFrame(() => order.push('frame'));
      },
      true,
    );
  });
  await page.keyboard.press('b');
  await expect(options(page).filter({ hasText: 'Fam. Berkman' }).first()).toBeVisible();
  const order = await page.evaluate(() => (window as unknown as { order: string[] }).order);
  expect(order.slice(0, 3)).toEqual(['key', 'frame', 'list']);
});

test('typing in a conversation draws its own field and what is saved, and asks for no long list', async ({
  preparedApp,
  page,
  profile,
}) => {
  const complaints = watch(page);
  const vault = await withSlowVault(page);
  await enter(page, preparedApp, profile);
  await beginWithNewHousehold(page, 'Fam. De Wit', 'Anna');
  await page.keyboard.type('Ze vertelt');
  await expectSaved(page);
  await page.evaluate(() => {
    const drawn: string[] = [];
    Object.assign(window, { drawn });
    new MutationObserver((changes) => {
      for (const { target } of changes) {
        const element = target instanceof Element ? target : target.parentElement;
        drawn.push(element?.closest('.save-line') ? 'save line' : `${element?.tagName} ${element?.className}`);
      }
    }).observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true });
  });
  const before = vault.asked().length;
  await page.keyboard.type(' dat de huur te hoog is');
  await expect.poll(() => vault.asked().slice(before)).toContain('household.recent');
  await expectSaved(page);
  const drawn = await page.evaluate(() => (window as unknown as { drawn: string[] }).drawn);
  expect([...new Set(drawn)]).toEqual(['save line']);
  expect(vault.asked().slice(before)).not.toContain('today.get');
  await expect(whatIsGoingOn(page)).toHaveValue('Ze vertelt dat de huur te hoog is');
  expect(complaints).toEqual([]);
});
