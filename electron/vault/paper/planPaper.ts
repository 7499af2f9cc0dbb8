/** Ons plan: wants first, then what goes well, then the goals with who does what. */
import { perspectiveLabel } from '../../../shared/domain/gemeenteprofiel.ts';
import { dayAndMonth } from '../../../shared/domain/dutchDates.ts';
import { asSentence, lookBackSentence } from '../../../shared/resident/residentSentences.ts';
import type { ResidentView } from '../../../shared/resident/residentView.ts';
import { agreements, twoVersionsNote } from './agreements.ts';
import { beginPaper, endPaper, textsFor, type PaperSetting } from './letterhead.ts';
import { INK, MUTED } from './paperPage.ts';

export function planPaper(view: ResidentView, setting: PaperSetting) {
  const texts = textsFor(setting);
  const page = beginPaper(setting, texts.planTitle);
  page.heading(1, texts.planTitle, { size: 32, after: 0 });
  page.paragraph(view.name, { size: 17, after: 6 });
  page.paragraph(`Gemaakt op ${dayAndMonth(setting.today, '')}.`, { size: 11, colour: MUTED, after: 1 });
  if (view.contact !== '') page.paragraph(`${texts.contact} ${view.contact}.`, { size: 11, colour: MUTED, after: 1 });
  if (view.hasPlan && !view.inForce) page.paragraph(texts.draft, { size: 11, colour: MUTED });
  twoVersionsNote(page, texts, view.twoVersions);
  if (view.wishes.length > 0) {
    page.space(10);
    page.heading(2, texts.wish);
    for (const { words, saidBy } of view.wishes) {
      page.paragraph(`‘${words}’`, { font: 'voice', size: 16, after: 0 });
      page.paragraph(saidBy, { size: 10.5, colour: MUTED, after: 6 });
    }
  }
  if (view.goesWell.length > 0) {
    page.space(10);
    page.heading(2, texts.goesWell);
    page.list(view.goesWell.map(asSentence));
  }
  if (!view.hasPlan && view.goals.length === 0) {
    page.space(14);
    page.heading(2, texts.noPlan);
    page.paragraph(texts.noPlanMore);
  } else if (view.goals.length === 0) {
    page.space(14);
    page.paragraph(texts.noGoals);
  }
  view.goals.forEach((goal, at) => {
    page.space(14);
    const title = `${String(at + 1)}  ‘${goal.text}’`;
    const style = { font: 'voice', size: 17 } as const;
    // A goal never stands at the foot of a page without its agreements.
    page.need(page.heightOf(title, style) + 107);
    page.rule(1.5, INK);
    page.space(11);
    page.heading(2, title, style);
    const about = [
      goal.perspective === '' ? '' : `${perspectiveLabel(setting.profile, goal.perspective)}.`,
      goal.reached ? texts.goalReached : lookBackSentence(view.lookBackOn, setting.today),
    ];
    page.paragraph(about.filter(Boolean).join(' '), { size: 10.5, colour: MUTED, after: 5 });
    twoVersionsNote(page, texts, goal.twoVersions);
    agreements(page, setting, texts, goal.actions);
  });
  if (view.otherActions.length > 0) {
    page.space(12);
    page.need(110);
    page.heading(2, texts.otherAgreements);
    agreements(page, setting, texts, view.otherActions);
  }
  return endPaper(page, setting, [texts.yourPlan, texts.tellUs]);
}
