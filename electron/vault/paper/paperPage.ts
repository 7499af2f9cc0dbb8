/**
 * One PDF being written: A4, tagged (PDF/UA), Dutch, with embedded fonts. Promises that equal calls at an equal clock give
 * equal bytes: nothing here reads the time or makes random numbers.
 *
 * Everything a reader needs stands in the structure tree; drawings that only repeat words are marked as artifacts.
 */
import PDFDocument from 'pdfkit';
import { PAPER_FONTS, readPaperFont, type PaperFont } from './paperFonts.ts';
import { printable, type HasGlyph } from './printable.ts';

const MM = 72 / 25.4;
export const MARGIN = 20 * MM;
const FOOTER_HEIGHT = 52;
export const INK = '#1b2023';
export const MUTED = '#423f3a';
const LINE = '#c9c2b3';

export interface TextStyle {
  readonly font?: PaperFont;
  readonly size?: number;
  readonly colour?: string;
  /** Room below, in points. */
  readonly after?: number;
  readonly indent?: number;
}

/** A run of text in a line; bold or not. */
export interface Run {
  readonly text: string;
  readonly bold?: boolean;
}

export interface Column {
  readonly title: string;
  /** Share of the width, adding up to 1. */
  readonly width: number;
}

export interface Cell {
  readonly runs: readonly Run[];
  /** Drawn before the words, and repeating them. */
  readonly mark?: (doc: PDFKit.PDFDocument, x: number, y: number) => void;
}

export interface PaperFacts {
  readonly title: string;
  readonly author: string;
  readonly nowMs: number;
}

export class PaperPage {
  readonly doc: PDFKit.PDFDocument;
  readonly title: string;
  readonly left = MARGIN;
  readonly width: number;
  readonly #root: PDFKit.PDFStructureElement;
  readonly #hasGlyph: HasGlyph;
  readonly #chunks: Buffer[] = [];
  readonly #ended: Promise<void>;

  constructor({ title, author, nowMs }: PaperFacts) {
    this.title = title;
    // The font option is for a first font by name; ours are registered below.
    const options = {
      size: 'A4',
      margins: { top: MARGIN - 8, left: MARGIN, right: MARGIN, bottom: MARGIN + FOOTER_HEIGHT },
      bufferPages: true,
      tagged: true,
      lang: 'nl',
      displayTitle: true,
      pdfVersion: '1.7',
      subset: 'PDF/UA',
      font: null,
      info: { Title: title, Author: author, Creator: 'Samenspel', CreationDate: new Date(nowMs) },
    };
    this.doc = new PDFDocument(options as unknown as PDFKit.PDFDocumentOptions);
    this.#ended = new Promise((resolve, reject) => {
      this.doc.on('data', (chunk: Buffer) => this.#chunks.push(chunk));
      this.doc.on('end', () => resolve());
      this.doc.on('error', reject);
    });
    for (const font of PAPER_FONTS) this.doc.registerFont(font, readPaperFont(font));
    const glyphs = PAPER_FONTS.map((font) => glyphsOf(this.doc.font(font)));
    const known = new Map<number, boolean>();
    this.#hasGlyph = (codePoint) => {
      const has = known.get(codePoint) ?? glyphs.every((hasGlyph) => hasGlyph(codePoint));
      known.set(codePoint, has);
      return has;
    };
    this.doc.font('regular').fillColor(INK);
    this.width = this.doc.page.width - 2 * MARGIN;
    this.#root = this.doc.struct('Document', { title, lang: 'nl' });
    this.doc.addStructure(this.#root);
  }

  /** What our fonts can show of a text. */
  printable(text: string): string {
    return printable(text, this.#hasGlyph);
  }

  get bottom(): number {
    return this.doc.page.height - MARGIN - FOOTER_HEIGHT;
  }

  /** Begins a new page when less than this is left on this one. */
  need(height: number): void {
    if (this.doc.y + height > this.bottom) this.doc.addPage();
  }

  /** How high these words become over the whole width. */
  heightOf(text: string, { font = 'regular', size = 12 }: TextStyle): number {
    return this.#height([{ text }], font, size, this.width);
  }

  /** Something drawn that only repeats words, or decorates. */
  artifact(draw: () => void): void {
    this.doc.markContent('Artifact', { type: 'Layout' });
    this.doc.save();
    draw();
    this.doc.restore();
    this.doc.endMarkedContent();
  }

  rule(weight = 1, colour = LINE): void {
    const { y } = this.doc;
    this.artifact(() =>
      this.doc
        .moveTo(this.left, y)
        .lineTo(this.left + this.width, y)
        .lineWidth(weight)
        .strokeColor(colour)
        .stroke(),
    );
  }

  space(points: number): void {
    this.doc.y += points;
  }

  heading(level: 1 | 2 | 3, typed: string, style: TextStyle & { readonly keepWith?: number } = {}): void {
    const text = this.printable(typed);
    const { font = 'bold', size = level === 1 ? 30 : 14 } = style;
    this.need(this.#height([{ text }], font, size, this.width) + (style.keepWith ?? 44));
    this.#tagged(this.#root, `H${String(level)}`, () => this.#write(text, { after: 3, ...style, font, size }));
  }

  paragraph(typed: string, style: TextStyle = {}): void {
    const text = this.printable(typed);
    if (text === '') return;
    this.#tagged(this.#root, 'P', () => this.#write(text, { after: 3, ...style }));
  }

  list(items: readonly string[]): void {
    const list = this.doc.struct('L');
    this.#root.add(list);
    for (const typed of items) {
      const item = this.printable(typed);
      this.need(this.#height([{ text: item }], 'regular', 12, this.width - 14));
      const { y } = this.doc;
      const entry = this.doc.struct('LI');
      list.add(entry);
      this.#tagged(
        entry,
        'Lbl',
        () =>
          void this.doc
            .font('regular')
            .fontSize(12)
            .text('•', this.left + 2, y),
      );
      this.doc.y = y;
      this.#tagged(entry, 'LBody', () => this.#write(item, { indent: 14, after: 2 }));
      entry.end();
    }
    list.end();
    this.space(4);
  }

  table(columns: readonly Column[], typed: readonly (readonly Cell[])[], size = 11.5): void {
    const rows = typed.map((cells) =>
      cells.map((cell) => ({
        ...cell,
        runs: cell.runs.map((run) => ({ ...run, text: this.printable(run.text) })),
      })),
    );
    const table = this.doc.struct('Table');
    this.#root.add(table);
    const xs = columns.map((_, at) => this.left + this.width * sum(columns.slice(0, at).map(({ width }) => width)));
    const widths = columns.map(({ width }) => this.width * width - 10);
    const head = columns.map(({ title }) => ({ runs: [{ text: title, bold: true }] }));
    const HEAD_SIZE = 10;
    const heightOf = (cells: readonly Cell[], tag: 'TH' | 'TD', cellSize: number): number =>
      Math.max(
        ...cells.map(({ runs, mark }, at) =>
          this.#height(runs, 'regular', cellSize, (widths[at] ?? 0) - (mark ? 26 : 0)),
        ),
        12,
      ) + (tag === 'TH' ? 4 : cellSize - 0.5);
    /** At the top of a next page the heads are drawn again; a reader aloud hears them once. */
    const headAgain = (): void => {
      const { y } = this.doc;
      this.artifact(() =>
        head.forEach(({ runs }, at) => this.#runs(runs, xs[at] ?? this.left, y + 1, widths[at] ?? 0, HEAD_SIZE)),
      );
      this.doc.x = this.left;
      this.doc.y = y + heightOf(head, 'TH', HEAD_SIZE);
      this.rule(0.75);
    };
    const row = (cells: readonly Cell[], tag: 'TH' | 'TD', cellSize: number): void => {
      const height = heightOf(cells, tag, cellSize);
      if (this.doc.y + height > this.bottom) {
        this.doc.addPage();
        if (tag === 'TD') headAgain();
      }
      const { y } = this.doc;
      const top = y + (tag === 'TH' ? 1 : cellSize / 2 - 0.5);
      const line = this.doc.struct('TR');
      table.add(line);
      cells.forEach(({ runs, mark }, at) => {
        const x = xs[at] ?? this.left;
        if (mark) this.artifact(() => mark(this.doc, x, top - 1));
        const cell = this.doc.struct(tag);
        if (tag === 'TH') scoped(cell);
        line.add(cell);
        const from = x + (mark ? 26 : 0);
        this.#tagged(cell, 'P', () => this.#runs(runs, from, top, (widths[at] ?? 0) - (mark ? 26 : 0), cellSize));
        cell.end();
      });
      line.end();
      this.doc.x = this.left;
      this.doc.y = y + height;
      this.rule(0.75);
    };
    // Heads never stand alone at the foot of a page.
    this.need(heightOf(head, 'TH', HEAD_SIZE) + heightOf(rows[0] ?? [], 'TD', size));
    row(head, 'TH', HEAD_SIZE);
    for (const cells of rows) row(cells, 'TD', size);
    table.end();
  }

  /** One drawing with the words that say what it is. */
  figure(alt: string, draw: () => void): void {
    const figure = this.doc.struct('Figure', { alt }, () => {
      this.doc.save();
      draw();
      this.doc.restore();
    });
    this.#root.add(figure);
    figure.end();
  }

  /** Text at a fixed place, such as the letterhead. */
  placed(
    typed: string,
    x: number,
    y: number,
    style: TextStyle & { readonly width: number; readonly align?: 'right' },
  ): void {
    const text = this.printable(typed);
    this.#tagged(this.#root, 'P', () => {
      const { font = 'regular', size = 12, colour = INK, width, align } = style;
      this.doc.font(font).fontSize(size).fillColor(colour);
      this.doc.text(text, x, y, { width, ...(align ? { align } : {}) });
    });
  }

  /** Writes the same at the foot (and head) of every page, outside the reading order, and gives the bytes. */
  async end(foot: (doc: PDFKit.PDFDocument, page: number, pages: number) => void): Promise<Uint8Array> {
    this.#root.end();
    const { start, count } = this.doc.bufferedPageRange();
    for (let page = 0; page < count; page += 1) {
      this.doc.switchToPage(start + page);
      this.doc.page.margins.bottom = 0;
      this.doc.markContent('Artifact', { type: 'Pagination' });
      foot(this.doc, page + 1, count);
      this.doc.endMarkedContent();
    }
    this.doc.end();
    await this.#ended;
    return new Uint8Array(Buffer.concat(this.#chunks));
  }

  #tagged(parent: PDFKit.PDFStructureElement, tag: string, write: () => void): void {
    const element = this.doc.struct(tag, {}, write);
    parent.add(element);
    element.end();
  }

  #write(text: string, { font = 'regular', size = 12, colour = INK, after = 0, indent = 0 }: TextStyle): void {
    this.doc.font(font).fontSize(size).fillColor(colour);
    this.doc.text(text, this.left + indent, this.doc.y, { width: this.width - indent, lineGap: 2 });
    this.doc.x = this.left;
    this.doc.y += after;
  }

  #runs(runs: readonly Run[], x: number, y: number, width: number, size: number): void {
    this.doc.fontSize(size).fillColor(INK);
    runs.forEach(({ text, bold }, at) => {
      this.doc.font(bold ? 'bold' : 'regular');
      const options = { width, lineGap: 1, continued: at < runs.length - 1 };
      if (at === 0) this.doc.text(text, x, y, options);
      else this.doc.text(text, options);
    });
  }

  #height(runs: readonly Run[], font: PaperFont, size: number, width: number): number {
    this.doc.font(runs.some(({ bold }) => bold) ? 'bold' : font).fontSize(size);
    return this.doc.heightOfString(runs.map(({ text }) => text).join('') || ' ', { width, lineGap: 1 });
  }
}

/** What the font that was just chosen has a picture for. */
function glyphsOf(doc: PDFKit.PDFDocument): HasGlyph {
  const { font } = (doc as unknown as { _font: { font: { hasGlyphForCodePoint: HasGlyph } } })._font;
  return (codePoint) => font.hasGlyphForCodePoint(codePoint);
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, number) => all + number, 0);

/** A heading of a column says so, which readers aloud use. */
function scoped(cell: PDFKit.PDFStructureElement): void {
  const { data } = (cell as unknown as { dictionary: { data: Record<string, unknown> } }).dictionary;
  data['A'] = { O: 'Table', Scope: 'Column' };
}
