/** Wie doet wat, for the fridge: everything that is still to do on one A4, large where there is room. */
import type { ResidentView } from '../../../shared/resident/residentView.ts';
import { agreements, twoVersionsNote } from './agreements.ts';
import { beginPaper, endPaper, textsFor, type PaperSetting } from './letterhead.ts';

/** Largest first: the first size at which all fits on one page. */
const SIZES = [15, 13, 11.5, 10, 9, 8, 7] as const;
/** More does not fit on one page that can be read from a kitchen chair; the plan itself has them all. */
const MOST = 40;
const LONGEST = 120;

export async function sheetPaper(view: ResidentView, setting: PaperSetting) {
  const texts = textsFor(setting);
  const open = [...view.goals.flatMap((goal) => goal.actions), ...view.otherActions].filter(
    ({ standing }) => standing === 'ahead',
  );
  const shown = open.slice(0, MOST);
  const cut = open.length > MOST;
  for (const size of SIZES) {
    const page = beginPaper(setting, texts.sheetTitle);
    page.heading(1, texts.sheetTitle, { size: 30, after: 0 });
    page.paragraph(view.name, { size: 16, after: 6 });
    twoVersionsNote(page, texts, view.twoVersions);
    page.space(4);
    const fitting = size > 8 ? shown : shown.map((action) => ({ ...action, what: shorten(action.what) }));
    agreements(page, setting, texts, fitting, size);
    if (cut) page.paragraph(texts.moreInPlan);
    const paper = await endPaper(page, setting, [texts.hang, texts.tellUs]);
    if (paper.pages === 1 || size === SIZES.at(-1)) return paper;
  }
  throw new Error('no size was tried');
}

const shorten = (text: string): string => (text.length <= LONGEST ? text : `${text.slice(0, LONGEST - 1)}…`);
