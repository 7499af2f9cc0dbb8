/** The table of agreements on papers: the chair, who does what, and when. */
import { labels } from '../../../shared/domain/labels.ts';
import type { ResidentAction } from '../../../shared/resident/residentActions.ts';
import { agreementTime, agreementWords } from '../../../shared/resident/residentSentences.ts';
import type { PaperSetting, Texts } from './letterhead.ts';
import { chair } from './paperMarks.ts';
import type { Cell, PaperPage } from './paperPage.ts';

export function agreements(
  page: PaperPage,
  setting: PaperSetting,
  texts: Texts,
  actions: readonly ResidentAction[],
  size?: number,
): void {
  if (actions.length === 0) return page.paragraph(texts.noAgreements, { after: 8 });
  const colour = setting.profile.theme.primary;
  const rows = actions.map((action): Cell[] => {
    const { who, does } = agreementWords(action);
    const standing = action.standing === 'done' ? texts.done : action.standing === 'failed' ? texts.failed : '';
    const when = [agreementTime(action, setting.today), standing].filter(Boolean).join('. ');
    return [
      {
        runs: [{ text: labels.ladder[action.step] }],
        mark: (doc, x, y) => chair(doc, x, y, action.step, colour),
      },
      {
        runs: [
          { text: `${who} `, bold: true },
          { text: does },
          ...(action.twoVersions ? [{ text: ` (${texts.twoVersions})`, bold: true }] : []),
        ],
      },
      { runs: [{ text: when || ' ' }] },
    ];
  });
  const columns = [
    { title: texts.who, width: 0.26 },
    { title: texts.doesWhat, width: 0.45 },
    { title: texts.when, width: 0.29 },
  ];
  page.table(columns, rows, size);
  page.space(14);
}

/** Says that something below waits for a choice, in words and not by colour. */
export function twoVersionsNote(page: PaperPage, texts: Texts, there: boolean): void {
  if (!there) return;
  page.paragraph(`${texts.twoVersions} ${texts.twoVersionsMore}`, { font: 'bold', size: 11.5, after: 6 });
}
