/** Verslag van ons gesprek: who was there, what it was about, and what was agreed. */
import { dateInWords, dayAndMonth } from '../../../shared/domain/dutchDates.ts';
import type { ResidentConversation } from '../../../shared/resident/residentConversation.ts';
import { listInWords } from '../../../shared/resident/residentSentences.ts';
import { agreements, twoVersionsNote } from './agreements.ts';
import { beginPaper, endPaper, textsFor, type PaperSetting } from './letterhead.ts';

export function talkPaper(talk: ResidentConversation, setting: PaperSetting) {
  const texts = textsFor(setting);
  const page = beginPaper(setting, texts.talkTitle);
  page.heading(1, texts.talkTitle, { size: 27 });
  if (talk.date !== '') page.paragraph(dateInWords(talk.date, ''), { size: 14, after: 4 });
  twoVersionsNote(page, texts, talk.twoVersions);
  const present = [...talk.present, talk.author].filter(Boolean);
  if (present.length > 0) {
    page.space(8);
    page.heading(2, texts.present);
    page.paragraph(`${listInWords(present)}.`);
  }
  page.space(8);
  page.heading(2, texts.summary);
  const blocks = (talk.summary || texts.noSummary).split(/\n+/).filter((line) => line.trim() !== '');
  for (let at = 0; at < blocks.length;) {
    const items = blocks.slice(at).findIndex((line) => !line.startsWith('- '));
    const count = items === -1 ? blocks.length - at : items;
    if (count > 0) page.list(blocks.slice(at, at + count).map((line) => line.slice(2)));
    else page.paragraph(blocks[at] ?? '', { after: 5 });
    at += Math.max(1, count);
  }
  if (talk.summary !== '' && talk.agreedOn !== '')
    page.paragraph(`We lazen dit samen op ${dayAndMonth(talk.agreedOn, setting.today)}.`);
  page.space(10);
  page.need(110);
  page.heading(2, texts.agreed);
  agreements(page, setting, texts, talk.actions);
  if (talk.nextContactOn !== '')
    page.paragraph(`We spreken elkaar weer op ${dayAndMonth(talk.nextContactOn, setting.today)}.`);
  return endPaper(page, setting, [texts.yourTalk, texts.tellUs]);
}
