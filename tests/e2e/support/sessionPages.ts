/** Getting in and out, by keyboard only, as a worker does it: first run, unlock, Verbergen, Vergrendelen. */
import { expect, type Page } from '@playwright/test';

export interface Worker {
  readonly name: string;
  readonly jobTitle: string;
  readonly passphrase: string;
  readonly pin: string;
}

export const samira: Worker = {
  name: 'Samira Kaya',
  jobTitle: 'gezinscoach',
  passphrase: 'kapstok rivier lantaarn beschuit molen',
  pin: '4715',
};

const field = (page: Page, name: string) => page.locator(`[data-field="${name}"]`);

/** Goes through the four steps of a new vault and ends at Vandaag. Answers the groups of the recovery code. */
export async function firstRun(page: Page, worker: Worker = samira): Promise<readonly string[]> {
  await page.getByRole('button', { name: 'Begin' }).press('Enter');
  await page.getByLabel('Naam').fill(worker.name);
  await page.getByLabel('Functie').fill(worker.jobTitle);
  await field(page, 'setup.next').press('Enter');
  await fillNewPassphrase(page, worker.passphrase);
  await field(page, 'setup.next').press('Enter');
  await field(page, 'setup.pin').fill(worker.pin);
  await field(page, 'setup.pinAgain').fill(worker.pin);
  await field(page, 'setup.next').press('Enter');
  const code = page.getByRole('list', { name: 'Je herstelcode' }).getByRole('listitem');
  // Making the keys takes a moment, on a busy machine a long one.
  await expect(code.first()).toBeVisible({ timeout: 30_000 });
  const groups = await code.allInnerTexts();
  await field(page, 'setup.written').press('Enter');
  await typeBack(page, groups);
  await field(page, 'setup.done').press('Enter');
  await expectOpen(page);
  return groups;
}

/** The same new passphrase in both fields. */
export async function fillNewPassphrase(page: Page, passphrase: string): Promise<void> {
  const inputs = page.locator('input[type="password"]');
  await expect(inputs).toHaveCount(2);
  await inputs.nth(0).fill(passphrase);
  await inputs.nth(1).fill(passphrase);
}

/** The groups of the recovery code that are asked back. */
export async function typeBack(page: Page, groups: readonly string[]): Promise<void> {
  const asked = page.locator('[data-field^="setup.group."]');
  await expect(asked.first()).toBeVisible();
  for (let index = 0; index < (await asked.count()); index += 1) {
    const name = (await asked.nth(index).getAttribute('data-field')) ?? '';
    await asked.nth(index).fill(groups[Number(name.slice('setup.group.'.length))] ?? '');
  }
  // The vault compares them one by one; a key press does not wait for that.
  await expect(field(page, 'setup.done')).toBeEnabled();
}

/** Vandaag, or any other screen behind the lock, is there. */
export async function expectOpen(page: Page): Promise<void> {
  await expect(page.getByRole('navigation').first()).toBeVisible({ timeout: 30_000 });
}

/** At the lock page: the passphrase and Enter. */
export async function unlock(page: Page, worker: Worker = samira): Promise<void> {
  await field(page, 'unlock.passphrase').fill(worker.passphrase);
  await field(page, 'unlock.passphrase').press('Enter');
  await expectOpen(page);
}

/** Vergrendelen by its keys, until the lock page is there. */
export async function lock(page: Page): Promise<void> {
  await page.keyboard.press('Control+l');
  await expect(field(page, 'unlock.passphrase')).toBeVisible();
}
