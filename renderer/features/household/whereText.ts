/** Where a piece of text belongs, in Dutch: for text that was not saved and for choices between two versions. */
import { labels } from '../../../shared/domain/labels.ts';

const SECTIONS: Readonly<Record<string, string>> = {
  whatIsGoingOn: 'Wat speelt er?',
  summary: 'Samenvatting',
  text: 'Tekst',
  goesWell: 'Wat gaat goed?',
  couldBeBetter: 'Wat kan beter?',
  wish: 'Wens',
  nextStep: 'Eerstvolgende stap',
  safeVisit: 'Veilig op bezoek',
};

/** The Dutch name of a text section, with its perspective: "Wat gaat goed? bij Thuisbasis". */
export function sectionLabel(section: string): string {
  const [first = '', second] = section.split('.');
  if (second === undefined) return SECTIONS[first] ?? 'Tekst';
  const perspectives: Readonly<Record<string, string>> = labels.perspective;
  return `${SECTIONS[second] ?? 'Tekst'} bij ${perspectives[first] ?? first}`;
}

/** From the place that an UnsavedText names: `t:<id>:<section>`, `r:<kind>:<id>:<field>` or `s:<kind>:<field>`. */
export function whereText(where: string): string {
  const parts = where.split(':');
  if (parts[0] === 't') return sectionLabel(parts[2] ?? '');
  if (parts[1] === 'persons') return 'Persoon';
  if (parts[1] === 'actions') return 'Afspraak';
  return 'Gegevens';
}
