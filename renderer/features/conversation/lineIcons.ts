import type { LineKind } from '../../../shared/domain/codes.ts';
import type { IconName } from '../../ui/Icon.tsx';

/** The mark of each kind of line. */
export const lineIcons: Readonly<Record<LineKind, IconName>> = {
  CITAAT: 'quotes',
  FEIT: 'eye',
  MENING: 'chat-teardrop-text',
};
