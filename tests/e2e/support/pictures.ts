/** Pictures of one control, compared by how much of them differs. */
import { expect, type BrowserContext, type Locator, type Page } from '@playwright/test';

/** A picture in forced colours, without the ring of the focus: that would differ by itself. */
export async function pictureOf(control: Locator): Promise<Buffer> {
  await control.page().evaluate(() => {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  });
  await control.page().mouse.move(0, 0);
  return control.screenshot({ animations: 'disabled', caret: 'hide' });
}

/** Part of the pixels (0 to 1) that is clearly another colour. Of another size is all of it. */
export async function partThatDiffers(context: BrowserContext, one: Buffer, other: Buffer): Promise<number> {
  const page = await context.newPage();
  try {
    return await compare(page, one.toString('base64'), other.toString('base64'));
  } finally {
    await page.close();
  }
}

function compare(page: Page, one: string, other: string): Promise<number> {
  return page.evaluate(
    async (pictures) => {
      const [a, b] = await Promise.all(
        pictures.map(async (base64) => {
          const image = new Image();
          image.src = `data:image/png;base64,${base64}`;
          await image.decode();
          const canvas = document.createElement('canvas');
          [canvas.width, canvas.height] = [image.width, image.height];
          const drawn = canvas.getContext('2d');
          drawn?.drawImage(image, 0, 0);
          return drawn?.getImageData(0, 0, image.width, image.height) ?? null;
        }),
      );
      if (!a || !b || a.width !== b.width || a.height !== b.height) return 1;
      let changed = 0;
      for (let at = 0; at < a.data.length; at += 4) {
        const distance = [0, 1, 2].reduce(
          (sum, channel) => sum + Math.abs((a.data[at + channel] ?? 0) - (b.data[at + channel] ?? 0)),
          0,
        );
        if (distance > 96) changed += 1;
      }
      return changed / (a.data.length / 4);
    },
    [one, other],
  );
}

/** Chosen and not chosen can be told apart in forced colours; `choose` changes the one into the other. */
export async function expectChosenIsSeen(what: string, control: Locator, choose: () => Promise<void>): Promise<void> {
  const before = await pictureOf(control);
  await choose();
  const after = await pictureOf(control);
  const part = await partThatDiffers(control.page().context(), before, after);
  // The thinnest we have is the line under a tab: three pixels of about thirty-five.
  expect(part, `${what}: part of the picture that differs`).toBeGreaterThan(0.02);
}
