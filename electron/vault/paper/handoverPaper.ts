/**
 * Overdracht: for another organisation, with what the household was asked and what goes along. What goes along of the
 * dossier comes from what residents may see themselves, and only the parts that were chosen.
 */
import { dateInWords } from '../../../shared/domain/dutchDates.ts';
import type { HandoverPart } from '../../../shared/domain/codes.ts';
import { labels } from '../../../shared/domain/labels.ts';
import type { RecordValues } from '../../../shared/documents/schema.ts';
import { asSentence } from '../../../shared/resident/residentSentences.ts';
import type { ResidentView } from '../../../shared/resident/residentView.ts';
import { agreements } from './agreements.ts';
import { beginPaper, endPaper, textsFor, type PaperSetting } from './letterhead.ts';
import { MUTED, type PaperPage } from './paperPage.ts';

export interface HandoverFacts {
  readonly handover: Readonly<RecordValues<'handovers'>>;
  readonly view: ResidentView;
  /** Who hands over, by name; '' when it is not known. */
  readonly from: string;
  readonly to: string;
}

export function handoverPaper({ handover, view, from, to }: HandoverFacts, setting: PaperSetting) {
  const page = beginPaper(setting, 'Overdracht');
  page.heading(1, 'Overdracht', { size: 30, after: 0 });
  page.paragraph(view.name, { size: 17, after: 6 });
  const team = `${setting.profile.teamName}, gemeente ${setting.profile.municipality}`;
  page.paragraph(`Van: ${[from, team].filter(Boolean).join(', ')}`);
  page.paragraph(`Aan: ${to}`);
  page.paragraph(`Datum: ${dateInWords(handover.on ?? setting.today, '')}`, { after: 6 });
  block(page, 'Waarom deze overdracht?', handover.reason);
  block(page, 'Wat is besproken met het huishouden?', handover.discussed);
  page.space(8);
  page.heading(2, 'Is het gevraagd?');
  page.paragraph(askedInWords(handover));
  if (handover.legalBasis)
    page.paragraph(`Waarom mag dit: ${labels.legalBasis[handover.legalBasis]}.`, { size: 11, colour: MUTED });
  for (const part of handover.parts ?? []) writePart(page, setting, view, part);
  block(page, 'Wat is verder gedeeld?', handover.shared);
  page.space(16);
  page.need(90);
  page.heading(2, 'Ontvangen');
  page.paragraph(
    handover.confirmedOn
      ? `${[handover.confirmedBy, dateInWords(handover.confirmedOn, '')].filter(Boolean).join(', ')}.`
      : 'Naam en datum: ................................................................',
  );
  return endPaper(page, setting, [
    'Vertrouwelijk. Alleen voor wie hierboven staat.',
    `Vragen? Bel ${setting.profile.teamName}.`,
  ]);
}

/** What the household answered, in one or two sentences. */
export function askedInWords(handover: Readonly<RecordValues<'handovers'>>): string {
  const who = handover.askedWho?.trim() ? ` aan ${handover.askedWho.trim()}` : '';
  const why = handover.askedReason?.trim() ? ` ${asSentence(handover.askedReason.trim())}` : '';
  if (handover.asked === 'JA') return `Gevraagd${who}: ja, dat mag.${why}`;
  if (handover.asked === 'NEE') return `Gevraagd${who}: liever niet.${why}`;
  return `Niet gevraagd.${why}`;
}

function block(page: PaperPage, title: string, text: string | undefined): void {
  if (!text?.trim()) return;
  page.space(8);
  page.heading(2, title);
  page.paragraph(text.trim());
}

function writePart(page: PaperPage, setting: PaperSetting, view: ResidentView, part: HandoverPart): void {
  page.space(10);
  page.need(90);
  page.heading(2, labels.handoverPart[part]);
  const nothing = (): void => page.paragraph('Hier is nog niets over opgeschreven.', { colour: MUTED });
  switch (part) {
    case 'VRAAG':
      if (view.wishes.length === 0) nothing();
      for (const { words, saidBy } of view.wishes) {
        page.paragraph(`‘${words}’`, { font: 'voice', size: 14, after: 0 });
        page.paragraph(saidBy, { size: 10.5, colour: MUTED, after: 5 });
      }
      return;
    case 'KRACHTEN':
      return view.goesWell.length === 0 ? nothing() : page.list(view.goesWell.map(asSentence));
    case 'DOELEN':
      return view.goals.length === 0
        ? nothing()
        : page.list(view.goals.map((goal) => `‘${goal.text}’${goal.reached ? ' (gehaald)' : ''}`));
    case 'AFSPRAKEN': {
      const all = [...view.goals.flatMap((goal) => goal.actions), ...view.otherActions];
      return all.length === 0 ? nothing() : agreements(page, setting, textsFor(setting), all);
    }
    case 'NETWERK':
      return view.network.length === 0 ? nothing() : page.list(view.network.map((contact) => contact.name));
  }
}
