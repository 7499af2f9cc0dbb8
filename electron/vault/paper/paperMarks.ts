/** What is drawn on papers besides words: the shield of the municipality and the chairs at the table. */
import { LADDER, type LadderStep } from '../../../shared/domain/codes.ts';

const EMPTY = '#dfd9cc';
const EDGE = '#7b776d';

/** A shield with the first letter of the municipality. */
export function shield(doc: PDFKit.PDFDocument, x: number, y: number, letter: string, colour: string): void {
  doc.path(`M ${x} ${y + 3} q 0 -3 3 -3 h 20 q 3 0 3 3 v 10 c 0 8 -5 13 -13 13 c -8 0 -13 -5 -13 -13 z`).fill(colour);
  doc.font('bold').fontSize(13).fillColor('#ffffff');
  const width = doc.widthOfString(letter);
  doc.text(letter, x + 13 - width / 2, y + 5, { lineBreak: false });
}

/** The table from above, with the chair of this step filled. Grey on paper too: place tells which. */
export function chair(doc: PDFKit.PDFDocument, x: number, y: number, step: LadderStep, colour: string): void {
  const scale = 18 / 28;
  const rect = (left: number, top: number, width: number, height: number, radius: number) =>
    doc.roundedRect(x + left * scale, y + top * scale, width * scale, height * scale, radius * scale);
  rect(8.6, 8.6, 10.8, 10.8, 2.6).lineWidth(0.9).strokeColor(EDGE).stroke();
  const chairs = [
    [8.5, 22.4, 11, 3.8],
    [1.8, 8.5, 3.8, 11],
    [8.5, 1.8, 11, 3.8],
    [22.4, 8.5, 3.8, 11],
  ] as const;
  chairs.forEach(([left, top, width, height], at) => {
    rect(left, top, width, height, 1.9).fill(LADDER[at] === step ? colour : EMPTY);
  });
}
