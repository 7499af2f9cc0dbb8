/** Agreements of the plan: their order, and how they stand in words. */
import type { ActionStatus, LadderStep } from '../../../shared/domain/codes.ts';
import { compareLadder } from '../../../shared/domain/ladder.ts';
import type { IconName } from '../../ui/icons.ts';
import type { ActionView } from '../household/WhoDoesWhat.tsx';

const stepOf = (action: ActionView): LadderStep => action.values.ladder ?? '1_ZELF';

/** Resident first, municipality last; the order of the list within a step. */
export const inLadderOrder = (actions: readonly ActionView[]): readonly ActionView[] =>
  actions.toSorted((a, b) => compareLadder(stepOf(a), stepOf(b)));

export const statusIcons: Readonly<Record<ActionStatus, IconName>> = {
  GEPLAND: 'circle',
  LOOPT: 'circle-half',
  KLAAR: 'check-circle',
  NIET_GELUKT: 'prohibit',
  VERVALLEN: 'x',
};

export const isOpen = (status: ActionStatus | undefined): boolean => status === 'GEPLAND' || status === 'LOOPT';
