/** Working on a plan by keyboard: the question, goals, agreements, vaststellen, the evaluation. */
import { expect, type Page } from '@playwright/test';
import { expectSaved, field } from './dossierPages.ts';

export const tab = (page: Page, name: string) => page.getByRole('tab', { name, exact: true });

export async function choose(page: Page, name: string): Promise<void> {
  await field(page, name).press('Space');
}

/** From the tab Overzicht: the question as it was said. */
export async function ask(page: Page, words: string, urgency: string): Promise<void> {
  await tab(page, 'Overzicht').press('Enter');
  await field(page, 'question.add').press('Enter');
  await page.keyboard.type(words);
  await choose(page, `question.urgency.${urgency}`);
  await field(page, 'question.save').press('Enter');
  await expect(page.locator('.question-words')).toHaveText(`‘${words}’`);
}

export async function beginPlan(page: Page, goal: string): Promise<void> {
  await tab(page, 'Plan').press('Enter');
  await field(page, 'plan.begin').press('Enter');
  await field(page, 'goals.new.text').fill(goal);
  await field(page, 'goals.new.save').press('Enter');
  await expect(page.getByRole('heading', { level: 2, name: goal })).toBeVisible();
}

export async function agree(page: Page, what: string, ladder: string): Promise<void> {
  await field(page, 'goals.*.afspraak').press('Enter');
  await page.keyboard.type(what);
  await choose(page, `actions.*.ladder.${ladder}`);
  await field(page, 'actions.*.klaar').press('Enter');
  await expect(page.getByRole('row', { name: new RegExp(what) })).toBeVisible();
}

export async function adopt(page: Page): Promise<void> {
  await field(page, 'plan.adopt').press('Enter');
  await page.getByRole('dialog').getByRole('button', { name: '6 weken' }).press('Enter');
  await field(page, 'adopt.confirm').press('Enter');
  await expect(page.getByText(/Versie 1 · vastgesteld/)).toBeVisible();
}

export async function evaluate(page: Page, where: string): Promise<void> {
  await field(page, 'evaluation.begin').press('Enter');
  await field(page, 'evaluations.*.whereAreWe').fill(where);
  await choose(page, 'evaluation.decision.DOORGAAN');
  await field(page, 'evaluation.record').press('Enter');
  await expect(page.getByText('We gaan zo door')).toBeVisible();
  await expect(page.getByText(where)).toBeVisible();
  await expectSaved(page);
}
