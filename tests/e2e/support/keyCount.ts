/** Counts what a person does: a combination of keys is one key, a click is one click, text that is typed freely is none. */
import type { Locator, Page } from '@playwright/test';

export interface KeyCount {
  press(...keys: readonly string[]): Promise<void>;
  /** Letters that belong to the flow, such as of a name that is looked up: each counts. */
  letters(text: string): Promise<void>;
  /** Free text: not counted. */
  freeText(text: string): Promise<void>;
  pressed(): number;
}

export function countKeys(page: Page): KeyCount {
  let pressed = 0;
  return {
    async press(...keys) {
      for (const each of keys) {
        pressed += 1;
        await page.keyboard.press(each);
      }
    },
    async letters(text) {
      pressed += [...text].length;
      await page.keyboard.type(text);
    },
    freeText: (text) => page.keyboard.type(text),
    pressed: () => pressed,
  };
}

export interface ClickCount {
  /** A real press of the mouse, in the middle or at a place within it. */
  click(target: Locator, position?: { readonly x: number; readonly y: number }): Promise<void>;
  /** Free text, typed where the last click put the focus: not counted. */
  freeText(text: string): Promise<void>;
  clicked(): number;
}

export function countClicks(page: Page): ClickCount {
  let clicked = 0;
  return {
    async click(target, position) {
      clicked += 1;
      await target.click(position ? { position } : {});
    },
    freeText: (text) => page.keyboard.type(text),
    clicked: () => clicked,
  };
}
