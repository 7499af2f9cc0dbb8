/** The fonts in every paper: in a folder of their own beside the source, and beside the bundle that it ends up in. */
import { readFileSync } from 'node:fs';

export type PaperFont = 'regular' | 'bold' | 'voice';

const FILES: Readonly<Record<PaperFont, string>> = {
  regular: 'AtkinsonHyperlegibleNext-Regular.ttf',
  bold: 'AtkinsonHyperlegibleNext-Bold.ttf',
  voice: 'Literata-Medium.ttf',
};

export const PAPER_FONTS = Object.keys(FILES) as PaperFont[];

const folder = new URL(import.meta.url.endsWith('.ts') ? './fonts/' : './', import.meta.url);

export const readPaperFont = (font: PaperFont): Buffer => readFileSync(new URL(FILES[font], folder));
