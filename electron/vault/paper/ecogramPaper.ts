/** Leeg ecogram: three rings around the resident, to draw in by hand. */
import { NEARNESSES, NETWORK_GROUPS } from '../../../shared/domain/codes.ts';
import { labels } from '../../../shared/domain/labels.ts';
import { beginPaper, endPaper, textsFor, type PaperSetting } from './letterhead.ts';
import { INK, MUTED } from './paperPage.ts';

/** So wide that the names beside the outer ring stay within the margins. */
const RINGS = [58, 109, 160] as const;
const OUTER = RINGS[2];

export function ecogramPaper(setting: PaperSetting) {
  const texts = textsFor(setting);
  const page = beginPaper(setting, texts.ecogramTitle);
  page.heading(1, texts.ecogramTitle, { size: 27 });
  page.list([texts.drawYou, texts.drawPeople, texts.drawNear, texts.drawHelp]);
  const middleX = page.left + page.width / 2;
  const middleY = page.doc.y + 218;
  const groups = NETWORK_GROUPS.map((code) => labels.networkGroup[code]);
  const rings = NEARNESSES.map((code) => labels.nearness[code]);
  const alt = `Drie kringen om u heen: ${rings.join(', ').toLowerCase()}. Zes vakken: ${groups.join(', ').toLowerCase()}.`;
  page.figure(setting.profile.printAddress === 'u' ? alt : alt.replace('om u heen', 'om je heen'), () => {
    const { doc } = page;
    doc.lineWidth(0.75).strokeColor('#7b776d');
    groups.forEach((_, at) => {
      const angle = (at * Math.PI) / 3 - Math.PI / 2;
      const from = 30;
      const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
      doc
        .moveTo(middleX + from * cos, middleY + from * sin)
        .lineTo(middleX + OUTER * cos, middleY + OUTER * sin)
        .stroke();
    });
    for (const radius of RINGS) doc.circle(middleX, middleY, radius).stroke();
    doc.circle(middleX, middleY, 30).lineWidth(1.5).strokeColor(INK).fillAndStroke('#ffffff', INK);
    doc.font('bold').fontSize(16).fillColor(INK);
    doc.text(texts.you, middleX - 30, middleY - 9, { width: 60, align: 'center', lineBreak: false });
    doc.fontSize(11);
    groups.forEach((group, at) => {
      const angle = (at * Math.PI) / 3 - Math.PI / 3;
      const wide = doc.widthOfString(group);
      const x = middleX + (OUTER + 12) * Math.cos(angle);
      const left = Math.cos(angle) > 0.1 ? x : Math.cos(angle) < -0.1 ? x - wide : x - wide / 2;
      doc.text(group, left, middleY + (OUTER + 16) * Math.sin(angle) - 6, { lineBreak: false });
    });
    doc.font('regular').fontSize(9).fillColor(MUTED);
    rings.forEach((ring, at) => {
      doc.text(ring, middleX + 4, middleY - (RINGS[at] ?? 0) + 4, { lineBreak: false });
    });
  });
  return endPaper(page, setting, []);
}
