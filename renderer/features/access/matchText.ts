import type { OutputOf } from '../../../shared/contract/contract.ts';

export type Match = OutputOf<'household.findMatches'>['matches'][number];

/** "Er is in je team al een dossier op dit adres. Vraag Samira." */
export function matchSentence({ on, regisseurName }: Pick<Match, 'on' | 'regisseurName'>): string {
  const where = on === 'address' ? 'op dit adres' : 'over iemand met deze achternaam en geboortedatum';
  return `Er is in je team al een dossier ${where}. Vraag ${regisseurName ?? 'je teamleider'}.`;
}
