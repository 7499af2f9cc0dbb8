/** Wie doet wat, for the fridge: everything that is still to do on one A4, large where there is room. */
import type { ResidentView } from '../../../shared/resident/residentView.ts';
import { agreements, twoVersionsNote } from './agreements.ts';
import { beginPaper, endPaper, textsFor, type PaperSetting } from './letterhead.ts';

/** Tried in this order until all fits on one page: smaller letters first, then fewer lines. The plan itself has them all. */
const ATTEMPTS = [
  ...[15, 13, 11.5, 10].map((size) => ({ size, most: 40 })),
  ...[40, 30, 22, 16, 12, 8].map((most) => ({ size: 9, most })),
] as const;
const LONGEST = 160;

export async function sheetPaper(view: ResidentView, setting: PaperSetting) {
  const texts = textsFor(setting);
  const open = [...view.goals.flatMap((goal) => goal.actions), ...view.otherActions].filter(
    ({ standing }) => standing === 'ahead',
  );
  for (const { size, most } of ATTEMPTS) {
    const shown = open.slice(0, most).map((action) => (size > 9 ? action : { ...action, what: shorten(action.what) }));
    const page = beginPaper(setting, texts.sheetTitle);
    page.heading(1, texts.sheetTitle, { size: 30, after: 0 });
    page.paragraph(view.name, { size: 16, after: 6 });
    twoVersionsNote(page, texts, view.twoVersions);
    page.space(4);
    agreements(page, setting, texts, shown, size);
    if (shown.length < open.length) page.paragraph(texts.moreInPlan);
    const paper = await endPaper(page, setting, [texts.hang, texts.tellUs]);
    if (paper.pages === 1) return paper;
  }
  throw new Error('eight short lines do not fit on a page');
}

const shorten = (text: string): string => (text.length <= LONGEST ? text : `${text.slice(0, LONGEST - 1)}…`);
