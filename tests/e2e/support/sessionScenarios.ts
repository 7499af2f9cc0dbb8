/** Getting in and out as scenarios, played on both hosts. */
import { expect, type Page } from '@playwright/test';
import { expectOpen, firstRun, lock, samira, unlock } from './sessionPages.ts';

/** A new vault, Vergrendelen, and back with the passphrase. */
export async function comesBackAfterLock(page: Page): Promise<void> {
  const groups = await firstRun(page);
  expect(groups.length).toBeGreaterThan(10);
  await lock(page);
  await unlock(page);
}

/** At the lock page: a wrong passphrase gets a sentence; the right one opens all the same. */
export async function tellsWrongPassphrase(page: Page): Promise<void> {
  await page.locator('[data-field="unlock.passphrase"]').fill('dit is hem helemaal niet');
  await page.locator('[data-field="unlock.passphrase"]').press('Enter');
  await expect(page.getByText('Deze wachtzin klopt niet', { exact: false })).toBeVisible();
  await unlock(page);
}

/** The app was started again on the same data: the worker is known and gets in. */
export async function startsAnew(page: Page): Promise<void> {
  await expect(page.getByText(samira.name, { exact: false }).first()).toBeVisible();
  await unlock(page);
  await expectOpen(page);
}
