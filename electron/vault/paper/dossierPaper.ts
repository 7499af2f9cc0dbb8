/** Het hele dossier: everything in words, for the archive or who takes it over. Not for residents. */
import { dateInWords } from '../../../shared/domain/dutchDates.ts';
import type { ReportRecord, ReportSection } from '../../../shared/documents/dossierReport.ts';
import { beginPaper, endPaper, type PaperSetting } from './letterhead.ts';
import { MUTED, type PaperPage } from './paperPage.ts';

export interface WholeDossier {
  readonly name: string;
  readonly caseNumber: string;
  readonly sections: readonly ReportSection[];
  /** Veiligheid; null when it does not go along. */
  readonly restricted: readonly ReportSection[] | null;
}

const STEP = 12;

export function dossierPaper(dossier: WholeDossier, setting: PaperSetting) {
  const page = beginPaper(setting, 'Het hele dossier');
  page.heading(1, 'Het hele dossier', { size: 27, after: 0 });
  page.paragraph(dossier.name, { size: 16, after: 4 });
  page.paragraph(`Gemaakt op ${dateInWords(setting.today, '')}.`, { size: 11, colour: MUTED });
  if (dossier.caseNumber !== '') page.paragraph(`Zaaknummer ${dossier.caseNumber}.`, { size: 11, colour: MUTED });
  page.paragraph('Vertrouwelijk. Dit papier is voor het archief en niet voor de inwoner.', { size: 11, after: 4 });
  page.paragraph(
    dossier.restricted === null
      ? 'Veiligheid staat er niet in. Werkaantekeningen en het logboek nooit.'
      : 'Veiligheid staat achteraan. Werkaantekeningen en het logboek staan er nooit in.',
    { size: 11, colour: MUTED },
  );
  for (const section of dossier.sections) writeSection(page, section);
  for (const section of dossier.restricted ?? []) writeSection(page, section);
  return endPaper(page, setting, ['Vertrouwelijk: het hele dossier.', dossier.name]);
}

function writeSection(page: PaperPage, { title, records }: ReportSection): void {
  page.space(14);
  page.heading(2, title, { size: 16, keepWith: 70 });
  for (const record of records) writeRecord(page, record, 0);
}

function writeRecord(page: PaperPage, record: ReportRecord, depth: number): void {
  const indent = depth * STEP;
  page.space(depth === 0 ? 7 : 3);
  if (record.head !== '') {
    if (depth === 0) page.heading(3, record.head, { size: 12.5, after: 1, keepWith: 30 });
    else page.paragraph(record.head, { font: 'bold', size: 11, indent, after: 0 });
  }
  for (const { label, value } of record.facts) page.paragraph(`${label}: ${value}`, { size: 11, indent, after: 1 });
  for (const { label, text } of record.texts) {
    page.paragraph(label, { font: 'bold', size: 11, indent, after: 0 });
    page.paragraph(text, { size: 11.5, indent, after: 3 });
  }
  if (record.made !== '') page.paragraph(`Opgeschreven door ${record.made}`, { size: 9.5, colour: MUTED, indent });
  for (const part of record.parts) {
    page.space(3);
    page.paragraph(part.title, { font: 'bold', size: 11, colour: MUTED, indent: indent + STEP, after: 0 });
    for (const each of part.records) writeRecord(page, each, depth + 1);
  }
}
