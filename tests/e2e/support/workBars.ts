/** Remembers every bar of long work that a screen shows: work may be over before a test looks. */
import type { Page } from '@playwright/test';

export interface SeenBar {
  /** What it is about: "Stap 1 van 2: huishoudens inlezen". */
  readonly name: string;
  /** The counts as a screen reader reads them; empty where nothing is counted. */
  readonly text: string;
  /** 0 to 100, or null. */
  readonly percentage: number | null;
}

/** Begins to look, on this page until it is loaded anew. */
export async function followBars(page: Page): Promise<{ seen(): Promise<readonly SeenBar[]> }> {
  const handle = await page.evaluateHandle(() => {
    const seen: SeenBar[] = [];
    const look = (): void => {
      for (const bar of document.querySelectorAll('[role="progressbar"]')) {
        const now = bar.getAttribute('aria-valuenow');
        const one = {
          name: bar.getAttribute('aria-label') ?? '',
          text: bar.getAttribute('aria-valuetext') ?? '',
          percentage:
            now === null ? null : Math.round((100 * Number(now)) / Number(bar.getAttribute('aria-valuemax') ?? '100')),
        };
        if (JSON.stringify(seen.at(-1)) !== JSON.stringify(one)) seen.push(one);
      }
    };
    new MutationObserver(look).observe(document, { subtree: true, childList: true, attributes: true });
    return seen;
  });
  return { seen: () => handle.evaluate((seen) => [...seen]) };
}
