/** Words about handing over the regie. */
import type { HandoverRow } from '../../../shared/contract/commands/access.ts';

/** "Marieke wil jou regisseur maken van Fam. De Wit", "Tom is nu regisseur van Fam. De Wit" */
export function handoverSentence({ what, name, householdName }: Pick<HandoverRow, 'what' | 'name' | 'householdName'>) {
  if (what === 'GIVEN') return `${name} gaf jou het dossier van ${householdName}`;
  if (what === 'ASKED') return `${name} wil jou regisseur maken van ${householdName}`;
  return what === 'TAKEN'
    ? `${name} is nu regisseur van ${householdName}`
    : `${name} neemt de regie niet over van ${householdName}`;
}
