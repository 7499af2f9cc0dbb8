/** Wie heeft gekeken? on paper, for the household: who, on which day, what. The part about safety is not on it. */
import type { LogDay } from '../../../shared/contract/commands/log.ts';
import { dateInWords } from '../../../shared/domain/dutchDates.ts';
import { lookLabels } from '../../../shared/domain/looks.ts';
import { beginPaper, endPaper, type PaperSetting } from './letterhead.ts';
import { MUTED } from './paperPage.ts';

export function logPaper(rows: readonly LogDay[], householdName: string, setting: PaperSetting) {
  const page = beginPaper(setting, 'Wie heeft gekeken?');
  page.heading(1, 'Wie heeft gekeken?', { size: 30, after: 0 });
  page.paragraph(householdName, { size: 17, after: 6 });
  page.paragraph('Hier staat wie van het team in uw dossier keek of schreef. Er staat niet bij wat.', { after: 8 });
  const shown = rows.filter(({ restricted }) => !restricted);
  if (shown.length === 0) page.paragraph('Er heeft nog niemand gekeken.', { colour: MUTED });
  else
    page.table(
      [
        { title: 'Dag', width: 0.32 },
        { title: 'Wie', width: 0.26 },
        { title: 'Wat', width: 0.42 },
      ],
      shown.map(({ on, name, looks }) => [
        { runs: [{ text: dateInWords(on, '') }] },
        { runs: [{ text: name }] },
        { runs: [{ text: looks.map(({ kind, at }) => `${lookLabels[kind]} (${at})`).join(', ') }] },
      ]),
      10.5,
    );
  return endPaper(page, setting, [
    'De tijd is de eerste keer van die dag.',
    `Vragen? Bel ${setting.profile.teamName}.`,
  ]);
}
