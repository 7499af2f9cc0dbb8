/** How a household reads in lists: its standing, its meta line, its dates. */
import type { HouseholdRow } from '../../../shared/contract/commands/dossier.ts';
import type { HouseholdStatus } from '../../../shared/domain/codes.ts';
import type { IconName } from '../../ui/Icon.tsx';

/** Every standing has an icon of its own; no colour. */
export const statusIcons: Readonly<Record<HouseholdStatus, IconName>> = {
  NIEUW: 'plus-circle',
  VERKENNEN: 'magnifying-glass',
  PLAN_ACTIEF: 'circle-half',
  VINGER_AAN_DE_POLS: 'hand-heart',
  AFGESLOTEN: 'archive',
  OVERGEDRAGEN: 'arrow-right',
};

/** "1 persoon", "6 personen". */
export const personsText = (count: number): string => (count === 1 ? '1 persoon' : `${count} personen`);

/** "Merelweg 44 · 6 personen" */
export function householdMeta(row: Pick<HouseholdRow, 'address' | 'personCount'>): string {
  return (
    [row.address, row.personCount > 0 ? personsText(row.personCount) : ''].filter(Boolean).join(' · ') ||
    'nog geen adres'
  );
}
