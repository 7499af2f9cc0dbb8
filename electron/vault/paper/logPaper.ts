/** Wie heeft gekeken? on paper, for the household: who, on which day, what. The part about safety is not on it. */
import type { LogDay } from '../../../shared/contract/commands/log.ts';
import { dateInWords } from '../../../shared/domain/dutchDates.ts';
import { lookLabels } from '../../../shared/domain/looks.ts';
import { beginPaper, endPaper, textsFor, type PaperSetting } from './letterhead.ts';
import { MUTED } from './paperPage.ts';

export function logPaper(rows: readonly LogDay[], householdName: string, setting: PaperSetting) {
  const texts = textsFor(setting);
  const page = beginPaper(setting, texts.logTitle);
  page.heading(1, texts.logTitle, { size: 30, after: 0 });
  page.paragraph(householdName, { size: 17, after: 6 });
  page.paragraph(texts.logIntro, { after: 8 });
  const shown = rows.filter(({ restricted }) => !restricted);
  if (shown.length === 0) page.paragraph(texts.logNobody, { colour: MUTED });
  else
    page.table(
      [
        { title: texts.day, width: 0.32 },
        { title: texts.who, width: 0.26 },
        { title: texts.what, width: 0.42 },
      ],
      shown.map(({ on, name, looks }) => [
        { runs: [{ text: dateInWords(on, '') }] },
        { runs: [{ text: name }] },
        { runs: [{ text: looks.map(({ kind, at }) => `${lookLabels[kind]} (${at})`).join(', ') }] },
      ]),
      10.5,
    );
  return endPaper(page, setting, [texts.logFirstTime, `${texts.logCall} ${setting.profile.teamName}.`]);
}
