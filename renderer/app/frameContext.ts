import { createContext, useContext } from 'react';

/** What a screen may ask of the frame around it. */
export interface FrameActions {
  /** Opens search over everything (Ctrl+K). */
  openPalette(): void;
  /** Opens the sheet with all keys (F1). */
  openKeys(): void;
  /** The key to show for a new conversation: a browser tab keeps Ctrl+N for itself. */
  readonly newConversationKeys: string;
}

export const FrameContext = createContext<FrameActions | null>(null);

export function useFrame(): FrameActions {
  const frame = useContext(FrameContext);
  if (!frame) throw new Error('no frame around this component');
  return frame;
}
