/** Counts keys as a person presses them: a combination is one, text that is typed freely is none. */
import type { Page } from '@playwright/test';

export interface KeyCount {
  press(keys: string): Promise<void>;
  /** Letters that belong to the flow, such as of a name that is looked up: each counts. */
  letters(text: string): Promise<void>;
  /** Free text: not counted. */
  freeText(text: string): Promise<void>;
  pressed(): number;
}

export function countKeys(page: Page): KeyCount {
  let pressed = 0;
  return {
    async press(keys) {
      pressed += 1;
      await page.keyboard.press(keys);
    },
    async letters(text) {
      pressed += [...text].length;
      await page.keyboard.type(text);
    },
    freeText: (text) => page.keyboard.type(text),
    pressed: () => pressed,
  };
}
