import { createContext, useContext } from 'react';
import type { HouseholdId } from '../../shared/domain/ids.ts';

/** What a screen may ask of the frame around it. */
export interface FrameActions {
  /** Opens search over everything (Ctrl+K). */
  openPalette(): void;
  /** Opens the sheet with all keys (F1). */
  openKeys(): void;
  /** Turns the laptop to the resident (Ctrl+M); the way back takes the PIN. */
  lookAlong(householdId: HouseholdId): void;
  /** The key to show for a new conversation: a browser tab keeps Ctrl+N for itself. */
  readonly newConversationKeys: string;
}

export const FrameContext = createContext<FrameActions | null>(null);

export function useFrame(): FrameActions {
  const frame = useContext(FrameContext);
  if (!frame) throw new Error('no frame around this component');
  return frame;
}
