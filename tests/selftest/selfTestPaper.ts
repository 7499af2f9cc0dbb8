/** The outcome on one page, for whoever answers for the tool: what was tried, what was lost. */
import { PaperPage, type Cell } from '../../electron/vault/paper/paperPage.ts';
import type { Finding } from './finding.ts';

export interface SelfTestFacts {
  readonly version: string;
  readonly machine: string;
  readonly seed: number;
  readonly minutes: number;
  readonly nowMs: number;
  readonly when: string;
}

/** The sentence at the top: nothing lost, or how much and what to do. */
export function verdict(findings: readonly Finding[]): string {
  const lost = findings.reduce((sum, finding) => sum + finding.lost, 0);
  const kept = findings.reduce((sum, finding) => sum + finding.acknowledged, 0);
  return lost === 0
    ? `Er is niets verloren. Alle ${String(kept)} wijzigingen die als bewaard werden gemeld, zijn er nog.`
    : `Er is iets verloren: ${String(lost)} van ${String(kept)}. Gebruik deze versie niet en stuur dit blad naar de makers.`;
}

export async function selfTestPaper(findings: readonly Finding[], facts: SelfTestFacts): Promise<Uint8Array> {
  const page = new PaperPage({ title: 'Zelftest van Samenspel', author: 'Samenspel', nowMs: facts.nowMs });
  page.heading(1, 'Zelftest van Samenspel', { after: 8 });
  page.paragraph(verdict(findings), { size: 14, font: 'bold', after: 12 });
  const cell = (text: string): Cell => ({ runs: [{ text }] });
  page.table(
    [
      { title: 'Wat we probeerden', width: 0.62 },
      { title: 'Als bewaard gemeld', width: 0.2 },
      { title: 'Verloren', width: 0.18 },
    ],
    findings.map(({ tried, acknowledged, lost }) => [cell(tried), cell(String(acknowledged)), cell(String(lost))]),
  );
  page.space(12);
  page.heading(2, 'Hoe is dit gedaan?');
  page.paragraph(
    'Met een leeg profiel, verzonnen mensen en een echte server op deze computer. ' +
      'De dagen en de verkeerde klok zijn nagebootst. De stekker en de server zijn echt gestopt.',
  );
  page.paragraph('Niet getest: stroomuitval van de hele computer. Dat doet npm test met een nagebootste schijf.');
  page.space(6);
  page.paragraph(
    `Versie ${facts.version} · ${facts.when} · ${facts.machine} · startgetal ${String(facts.seed)} · ${String(facts.minutes)} min`,
    { size: 10 },
  );
  return page.end((doc, at, pages) => {
    doc.font('regular').fontSize(9);
    doc.text(`Samenspel, zelftest · ${String(at)} van ${String(pages)}`, page.left, doc.page.height - 40);
  });
}
