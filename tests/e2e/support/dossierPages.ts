/** Working in a dossier by keyboard: making a household, beginning a conversation, saving, searching. */
import { expect, type Locator, type Page } from '@playwright/test';

/** The control with this stable name; an id in the name may be left out with `*`. */
export function field(page: Page, name: string): Locator {
  const [start = '', end] = name.split('*');
  return page.locator(end === undefined ? `[data-field="${name}"]` : `[data-field^="${start}"][data-field$="${end}"]`);
}

/** From anywhere: a new conversation with a new household of this name and first person. Ends in "Wat speelt er?". */
export async function beginWithNewHousehold(page: Page, name: string, firstName: string): Promise<void> {
  await page.keyboard.press('Alt+n');
  await expect(page.getByRole('combobox', { name: /Met wie is het gesprek/ })).toBeFocused();
  await page.keyboard.type(name);
  await expect(page.getByRole('option', { name: `Nieuw huishouden ‘${name}’` })).toHaveAttribute(
    'aria-selected',
    'true',
  );
  await page.keyboard.press('Enter');
  await expect(field(page, 'createHousehold.name')).toHaveValue(name);
  await field(page, 'createHousehold.firstName').fill(firstName);
  await page.keyboard.press('Enter');
  await expect(whatIsGoingOn(page)).toBeFocused();
}

/** The text of the open conversation. */
export const whatIsGoingOn = (page: Page): Locator => page.getByRole('textbox', { name: 'Wat speelt er?' });

/** "Bewaard 10:42" stands there: the commit is on disk. */
export async function expectSaved(page: Page): Promise<void> {
  await expect(page.locator('.save-line').last()).toHaveText(/Bewaard \d{1,2}:\d{2}/);
}

/** Ctrl+K and these words; answers the list of results. */
export async function search(page: Page, words: string): Promise<Locator> {
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('combobox', { name: /Zoek een huishouden/ })).toBeFocused();
  await page.keyboard.type(words);
  return page.getByRole('listbox', { name: 'Gevonden' });
}
