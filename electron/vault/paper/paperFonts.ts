/** The fonts in every paper; they lie beside this file, and beside the bundle that it ends up in. */
import { readFileSync } from 'node:fs';

export type PaperFont = 'regular' | 'bold' | 'voice';

const FILES: Readonly<Record<PaperFont, string>> = {
  regular: 'AtkinsonHyperlegibleNext-Regular.ttf',
  bold: 'AtkinsonHyperlegibleNext-Bold.ttf',
  voice: 'Literata-Medium.ttf',
};

export const PAPER_FONTS = Object.keys(FILES) as PaperFont[];

export const readPaperFont = (font: PaperFont): Buffer =>
  readFileSync(new URL(`./fonts/${FILES[font]}`, import.meta.url));
