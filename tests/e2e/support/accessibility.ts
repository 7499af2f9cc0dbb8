/** What every screen must pass in every look: axe without findings, and no sideways scroll at 320 px. */
import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

const LOOKS = [
  { name: 'light', media: { colorScheme: 'light', forcedColors: 'none' } },
  { name: 'dark', media: { colorScheme: 'dark', forcedColors: 'none' } },
  { name: 'forced colours', media: { colorScheme: 'light', forcedColors: 'active' } },
] as const;

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Axe finds nothing in light, dark and forced colours. `what` names the screen in the message. */
export async function expectAccessible(page: Page, what: string): Promise<void> {
  for (const look of LOOKS) {
    await page.emulateMedia(look.media);
    const { violations } = await new AxeBuilder({ page })
      // Without it axe opens another window for every run, to put the parts of frames together; we have no frames.
      .setLegacyMode()
      // Only what is wrong is told in full: most of what it would send is a list of what is right.
      .options({ resultTypes: ['violations'], runOnly: { type: 'tag', values: [...TAGS] } })
      .analyze();
    const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(' | ')}`);
    expect(found, `${what}, ${look.name}`).toEqual([]);
  }
  await page.emulateMedia({ colorScheme: 'light', forcedColors: 'none' });
}

/** Nothing has to be scrolled sideways at 320 px, and the window gets its size back. */
export async function expectReflow(page: Page, what: string): Promise<void> {
  const before = page.viewportSize() ?? { width: 1280, height: 800 };
  await page.setViewportSize({ width: 320, height: 800 });
  const wide = await page.evaluate(() => {
    const outside = [...document.querySelectorAll('main *, [role="dialog"] *')].filter((element) => {
      const box = element.getBoundingClientRect();
      // Text for screen readers only is one pixel wide and may lie anywhere.
      return box.width > 1 && box.height > 1 && box.right > 321 && !element.closest('.visually-hidden');
    });
    return {
      sideways: document.documentElement.scrollWidth > 320,
      outside: outside.slice(0, 5).map((element) => `${element.tagName}.${element.className}`),
    };
  });
  expect(wide, `${what} at 320 px`).toEqual({ sideways: false, outside: [] });
  await page.setViewportSize(before);
}
