/** What every screen must pass in every look: axe without findings, no sideways scroll at 320 px, targets of 44 px. */
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

const TOUCH_PX = 44;
/** Everything that a finger presses. A tick box is pressed on its words, and so is measured with them. */
const TARGETS = [
  'a[href]',
  'button',
  'select',
  'textarea',
  'summary',
  'label:has(input[type="checkbox"], input[type="radio"])',
  'input:not([type="checkbox"], [type="radio"], [type="file"], [type="hidden"])',
  '[role="button"], [role="link"], [role="tab"], [role="radio"], [role="option"], [role="menuitem"], [role="switch"]',
].join(', ');

/**
 * In Ruim everything that a finger presses is at least 44 by 44 px, but for a link within a sentence (WCAG 2.5.5). The
 * density comes back as it was.
 */
export async function expectTouchTargets(page: Page, what: string): Promise<void> {
  const small = await page.evaluate(
    ({ targets, least }) => {
      const root = document.documentElement;
      const before = root.dataset['density'];
      root.dataset['density'] = 'ruim';
      const found = [...document.querySelectorAll<HTMLElement>(targets)].flatMap((element) => {
        const { width, height, bottom, right } = element.getBoundingClientRect();
        const unseen =
          width <= 1 ||
          height <= 1 ||
          bottom < 0 ||
          right < 0 ||
          !element.checkVisibility({ visibilityProperty: true });
        if (unseen || element.closest('.visually-hidden, [aria-hidden="true"], [inert]') !== null) return [];
        const parent = element.parentElement;
        // A screen reader's own way out of a popover is one pixel wide.
        if (parent !== null && parent.offsetWidth <= 1) return [];
        const beside = [...(parent?.childNodes ?? [])].filter((node) => node.nodeType === Node.TEXT_NODE);
        const inSentence =
          getComputedStyle(element).display.startsWith('inline') &&
          beside.some((node) => (node.textContent ?? '').trim().length > 1);
        if (inSentence || (width >= least - 0.5 && height >= least - 0.5)) return [];
        const name = element.dataset['field'] ?? element.textContent.trim().slice(0, 30);
        const size = `${String(Math.round(width))} x ${String(Math.round(height))}`;
        return [`${element.tagName.toLowerCase()}.${element.className} ${name}: ${size}`];
      });
      if (before === undefined) delete root.dataset['density'];
      else root.dataset['density'] = before;
      return [...new Set(found)];
    },
    { targets: TARGETS, least: TOUCH_PX },
  );
  expect(small, `${what} in Ruim`).toEqual([]);
}
