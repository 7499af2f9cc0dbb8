/**
 * The flows that a worker does many times a day, each with the keys and the clicks it may take besides free text. They
 * are played one after another on the practice households (flows.spec.ts); `prepare` brings one to where a flow begins
 * and is not counted. A flow that needs more is a fault of the screen, not of this table.
 */
import { expect, type Locator, type Page } from '@playwright/test';
import { startConsultation, walkIns, whoField } from './consultationPages.ts';
import { field } from './dossierPages.ts';
import type { ClickCount, KeyCount } from './keyCount.ts';
import { expectOpen, samira } from './sessionPages.ts';

export interface Flow {
  readonly name: string;
  /** At most; the letters of a passphrase, of a PIN and of what somebody writes are free text. */
  readonly keys: number;
  readonly clicks: number;
  /** From where the flow before it ended to where this one begins. */
  prepare?(page: Page): Promise<void>;
  byKeys(page: Page, keys: KeyCount): Promise<void>;
  byMouse(page: Page, mouse: ClickCount): Promise<void>;
  /** What stands there when it is done, whichever way it was done. */
  done(page: Page): Promise<void>;
}

const HOUSEHOLD = /Fam\. Hoogendoorn/;
const question = (page: Page): Locator => field(page, 'walkIn.question');
const tab = (page: Page, name: string): Locator => page.getByRole('tab', { name, exact: true });
const pin = (page: Page): Locator => page.locator('input[type="password"]');
const agreed = (page: Page): Locator =>
  page.getByRole('table', { name: 'Wie doet wat bij doel 1' }).getByRole('row', { name: /Belt met school/ });
const marks = (page: Page): Locator => page.locator('.web-table .score-field input');
const drawing = (page: Page): Locator => page.locator('svg.web');

async function expectEmptyWalkIn(page: Page): Promise<void> {
  await expect(whoField(page)).toBeFocused();
  await expect(whoField(page)).toHaveValue('');
  await expect(question(page)).toHaveValue('');
}

/** Where a mark of the drawing is: six axes from the top, clockwise. */
async function placeOfMark(page: Page, axis: number, score: number): Promise<{ x: number; y: number }> {
  const box = await drawing(page).boundingBox();
  if (box === null) throw new Error('the drawing is not there');
  const angle = (axis / 6) * 2 * Math.PI - Math.PI / 2;
  const reach = (score / 10) * 136;
  const scale = box.width / 476;
  return { x: (238 + Math.cos(angle) * reach) * scale, y: (182 + Math.sin(angle) * reach) * scale };
}

const SCORES = ['6', '4', '7', '5', '8', '6'] as const;

export const flows: readonly Flow[] = [
  {
    name: 'Ontgrendel',
    keys: 3,
    clicks: 3,
    prepare: (page) => expect(field(page, 'unlock.passphrase')).toBeFocused(),
    async byKeys(page, keys) {
      await keys.freeText(samira.passphrase);
      await keys.press('Enter');
      await expectOpen(page);
    },
    async byMouse(page, mouse) {
      await mouse.click(field(page, 'unlock.passphrase'));
      await mouse.freeText(samira.passphrase);
      await mouse.click(page.getByRole('button', { name: 'Ontgrendel', exact: true }));
      await expectOpen(page);
    },
    done: (page) => expect(page.getByRole('heading', { name: /^Nu doen/ })).toBeVisible(),
  },
  {
    name: 'Inloop: bekende persoon, vraag, taak en datum',
    keys: 25,
    clicks: 8,
    prepare: startConsultation,
    async byKeys(page, keys) {
      await keys.letters('femk');
      await expect(page.getByRole('option', { name: /Femke/ }).first()).toHaveAttribute('aria-selected', 'true');
      await keys.press('Enter');
      await expect(question(page)).toBeFocused();
      await keys.freeText('Er kwam een brief over de huur');
      await keys.press('Alt+5', 'Tab', 'Tab', 'ArrowRight', 'Space');
      await expect(field(page, 'walkIn.what')).toBeVisible();
      await keys.press('Tab');
      await keys.freeText('Bel de verhuurder');
      await keys.press('Tab', 'Tab', 'Space');
      await expect(field(page, 'walkIn.dueOn.7')).toHaveAttribute('aria-pressed', 'true');
      await keys.press('Control+Enter');
    },
    async byMouse(page, mouse) {
      await mouse.freeText('femk');
      await mouse.click(page.getByRole('option', { name: /Femke/ }).first());
      await expect(question(page)).toBeFocused();
      await mouse.freeText('Er kwam een brief over de huur');
      await mouse.click(field(page, 'walkIn.perspective.BESTAANSZEKERHEID'));
      await mouse.click(field(page, 'walkIn.next.IK'));
      await mouse.click(field(page, 'walkIn.what'));
      await mouse.freeText('Bel de verhuurder');
      await mouse.click(field(page, 'walkIn.dueOn.7'));
      await mouse.click(field(page, 'walkIn.save'));
    },
    async done(page) {
      await expect(walkIns(page)).toHaveCount(1);
      await expect(walkIns(page).first()).toContainText('Femke');
      await expectEmptyWalkIn(page);
    },
  },
  {
    name: 'Inloop: anoniem',
    keys: 10,
    clicks: 5,
    async byKeys(page, keys) {
      await keys.press('Alt+A');
      await expect(question(page)).toBeFocused();
      await keys.freeText('Mijn zoon wil niet meer naar school');
      await keys.press('Control+Enter');
    },
    async byMouse(page, mouse) {
      await mouse.click(page.getByText('Anoniem', { exact: true }).last());
      await expect(question(page)).toBeFocused();
      await mouse.freeText('Mijn zoon wil niet meer naar school');
      await mouse.click(field(page, 'walkIn.save'));
    },
    async done(page) {
      await expect(walkIns(page)).toHaveCount(2);
      await expect(walkIns(page).first()).toContainText('Anoniem');
      await expectEmptyWalkIn(page);
    },
  },
  {
    name: 'Open een huishouden, waar je ook bent',
    keys: 8,
    clicks: 4,
    async byKeys(page, keys) {
      await keys.press('Control+k');
      await keys.letters('hoog');
      await expect(page.getByRole('option', { name: HOUSEHOLD }).first()).toHaveAttribute('aria-selected', 'true');
      await keys.press('Enter');
    },
    async byMouse(page, mouse) {
      await mouse.click(field(page, 'nav.huishoudens'));
      await mouse.click(page.getByRole('link', { name: HOUSEHOLD }));
    },
    done: (page) => expect(page.getByRole('heading', { level: 1, name: HOUSEHOLD })).toBeVisible(),
  },
  {
    name: 'Nieuwe afspraak in het plan: wat, wie en wanneer',
    keys: 8,
    clicks: 6,
    async prepare(page) {
      await tab(page, 'Plan').click();
      await expect(field(page, 'plan.paper')).toBeVisible();
    },
    async byKeys(page, keys) {
      await keys.press('Alt+A');
      await expect(field(page, 'actions.new.what')).toBeFocused();
      await keys.freeText('Belt met school');
      await keys.press('Tab', 'Tab', 'Space');
      await expect(page.locator('[data-field*=".wie."]').first()).toHaveAttribute('aria-checked', 'true');
      await keys.press('Tab', 'Tab', 'Space');
      await expect(field(page, 'actions.*.dueOn.7')).toHaveAttribute('aria-pressed', 'true');
      await keys.press('Control+Enter');
    },
    async byMouse(page, mouse) {
      await mouse.click(field(page, 'goals.*.afspraak').first());
      await expect(field(page, 'actions.new.what')).toBeFocused();
      await mouse.freeText('Belt met school');
      await mouse.click(page.locator('[data-field*=".wie."]').first());
      await mouse.click(field(page, 'actions.*.dueOn.7'));
      await mouse.click(field(page, 'actions.*.klaar'));
    },
    async done(page) {
      await expect(agreed(page)).toContainText('Femke');
      await expect(agreed(page)).toContainText('Inwoner zelf');
    },
  },
  {
    name: 'Spinnenweb: zes cijfers',
    keys: 14,
    clicks: 8,
    async prepare(page) {
      await tab(page, 'Positieve gezondheid').click();
      await expect(field(page, 'webs.begin')).toBeVisible();
      await expect(tab(page, 'Positieve gezondheid')).toBeFocused();
    },
    async byKeys(page, keys) {
      await keys.press('Tab', 'Tab', 'Enter');
      await expect(marks(page).first()).toBeFocused();
      for (const [index, score] of SCORES.entries()) {
        if (index > 0) await keys.press('Enter');
        await keys.press(score);
      }
    },
    async byMouse(page, mouse) {
      await mouse.click(field(page, 'webs.begin'));
      for (const [axis, score] of SCORES.entries())
        await mouse.click(drawing(page), await placeOfMark(page, axis, Number(score)));
    },
    async done(page) {
      for (const [index, score] of SCORES.entries()) await expect(marks(page).nth(index)).toHaveValue(score);
    },
  },
  {
    name: 'Meekijken aan',
    keys: 3,
    clicks: 3,
    byKeys: (_, keys) => keys.press('Alt+m'),
    byMouse: (page, mouse) => mouse.click(page.getByRole('button', { name: 'Meekijken' })),
    done: (page) => expect(field(page, 'lookAlong.stop')).toBeVisible(),
  },
  {
    name: 'Meekijken uit',
    keys: 3,
    clicks: 3,
    async byKeys(page, keys) {
      await keys.press('Alt+m');
      await expect(pin(page)).toBeFocused();
      await keys.freeText(samira.pin);
      await keys.press('Enter');
    },
    async byMouse(page, mouse) {
      await mouse.click(field(page, 'lookAlong.stop'));
      await expect(pin(page)).toBeFocused();
      await mouse.freeText(samira.pin);
      await mouse.click(field(page, 'hidden.go'));
    },
    done: (page) => expect(page.getByRole('heading', { level: 1, name: HOUSEHOLD })).toBeVisible(),
  },
  {
    name: 'Plan als PDF',
    keys: 4,
    clicks: 4,
    async prepare(page) {
      await tab(page, 'Plan').click();
      await expect(field(page, 'plan.paper')).toBeVisible();
    },
    byKeys: (page, keys) => savingPlan(page, () => keys.press('Control+p')),
    byMouse: (page, mouse) => savingPlan(page, () => mouse.click(field(page, 'plan.paper'))),
    done: (page) => expect(field(page, 'plan.paper')).toBeEnabled(),
  },
];

async function savingPlan(page: Page, act: () => Promise<void>): Promise<void> {
  const saving = page.waitForEvent('download');
  await act();
  expect((await saving).suggestedFilename()).toMatch(/^ons-plan-\d{4}-\d\d-\d\d\.pdf$/);
}
