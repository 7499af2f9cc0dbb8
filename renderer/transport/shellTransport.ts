/**
 * The screen's connection to the vault inside Electron: the bridge that the preload exposes as `window.samenspel`.
 * The bridge hands over bytes and nothing else.
 */
import type { EndReason, ScreenTransport } from './socketTransport.ts';

/** What the preload exposes; the shell's preload implements exactly this. */
export interface ShellBridge {
  send(message: Uint8Array): void;
  onMessage(listener: (message: Uint8Array) => void): void;
  onClose(listener: () => void): void;
}

/** A transport over the bridge. Closing it only stops listening: the window belongs to the shell. */
export function createShellTransport(bridge: ShellBridge): ScreenTransport {
  const kept: Uint8Array[] = [];
  const closeListeners: (() => void)[] = [];
  let messageListener: ((message: Uint8Array) => void) | null = null;
  let ended: EndReason | null = null;

  bridge.onMessage((message) => {
    if (ended !== null || !(message instanceof Uint8Array)) return;
    if (messageListener === null) kept.push(message);
    else messageListener(message);
  });
  const end = (): void => {
    if (ended !== null) return;
    ended = 'VAULT_ENDED';
    for (const listener of closeListeners.splice(0)) listener();
  };
  bridge.onClose(end);

  return {
    send(message) {
      if (ended === null) bridge.send(message);
    },
    onMessage(listener) {
      messageListener = listener;
      for (const message of kept.splice(0)) listener(message);
    },
    onClose(listener) {
      if (ended === null) closeListeners.push(listener);
      else listener();
    },
    close: end,
    endReason: () => ended,
  };
}
