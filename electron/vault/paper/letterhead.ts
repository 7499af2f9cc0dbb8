/** What stands on every paper: the municipality at the head of the first page, and the foot of each page. */
import { addressFor } from '../../../shared/domain/addressed.ts';
import type { Gemeenteprofiel } from '../../../shared/domain/gemeenteprofiel.ts';
import { residentTexts, type ResidentText } from '../../../shared/resident/residentTexts.ts';
import { paperLogo, type PaperLogo } from './logoPicture.ts';
import { shield } from './paperMarks.ts';
import { INK, MARGIN, MUTED, PaperPage } from './paperPage.ts';

export interface PaperSetting {
  readonly profile: Gemeenteprofiel;
  /** Invented families only: every page says so. */
  readonly practice: boolean;
  readonly nowMs: number;
  /** The calendar date in the Netherlands. */
  readonly today: string;
}

export type Texts = Readonly<Record<ResidentText, string>>;

export const textsFor = ({ profile }: PaperSetting): Texts => residentTexts(addressFor(null, profile.printAddress));

/** A page with the letterhead written; what follows begins under it. */
export function beginPaper(setting: PaperSetting, title: string): PaperPage {
  const { profile } = setting;
  const municipality = `Gemeente ${profile.municipality}`;
  const page = new PaperPage({ title, author: municipality, nowMs: setting.nowMs });
  const top = page.doc.y;
  const logo = paperLogo(profile.theme.logo);
  let beside = 36;
  page.artifact(() => {
    if (logo === null)
      shield(page.doc, page.left, top, profile.municipality.charAt(0).toUpperCase(), profile.theme.primary);
    else beside = logoWidth(page, logo, top) + 10;
  });
  const half = page.width / 2;
  page.placed(municipality, page.left + beside, top + 5, { font: 'bold', size: 12, width: half - beside });
  page.placed(profile.teamName, page.left + half, top + 6, { size: 10.5, colour: MUTED, width: half, align: 'right' });
  page.doc.x = page.left;
  page.doc.y = top + 48;
  return page;
}

/** Draws the logo in the height of the letterhead; answers how wide it became. */
function logoWidth(page: PaperPage, logo: PaperLogo, top: number): number {
  const [most, height] = [page.width / 4, 28];
  const scale = Math.min(most / logo.width, height / logo.height);
  page.doc.image(logo.bytes, page.left, top + (height - logo.height * scale) / 2, { width: logo.width * scale });
  return logo.width * scale;
}

/** Ends a paper: sentences at the foot of each page, page numbers, and Oefenen where it is only practice. */
export async function endPaper(
  page: PaperPage,
  setting: PaperSetting,
  sentences: readonly string[],
): Promise<{ readonly bytes: Uint8Array; readonly pages: number }> {
  let counted = 0;
  const texts = textsFor(setting);
  const bytes = await page.end((doc, number, pages) => {
    counted = pages;
    const top = doc.page.height - MARGIN - 34;
    if (sentences.length > 0 || pages > 1)
      doc
        .moveTo(page.left, top)
        .lineTo(page.left + page.width, top)
        .lineWidth(0.75)
        .strokeColor('#9f998c')
        .stroke();
    const write = (text: string, x: number, y: number, width: number, align: 'left' | 'right' | 'center' = 'left') =>
      doc.text(text, x, y, { width, align, lineBreak: false });
    doc.font('regular').fontSize(10).fillColor(INK);
    sentences.forEach((sentence, at) =>
      write(sentence, page.left, top + 9 + at * 14, page.width - (pages > 1 ? 205 : 0)),
    );
    if (pages > 1) {
      doc.fillColor(MUTED);
      // With its title, so that a loose page can be put back.
      write(page.title, page.left + page.width - 200, top + 9, 200, 'right');
      write(`bladzijde ${String(number)} van ${String(pages)}`, page.left + page.width - 200, top + 23, 200, 'right');
    }
    if (setting.practice) {
      doc.rect(page.left, MARGIN - 42, page.width, 20).fill('#f7dc6f');
      doc.font('bold').fontSize(11).fillColor(INK);
      write(texts.practice, page.left, MARGIN - 38, page.width, 'center');
    }
  });
  return { bytes, pages: counted };
}
