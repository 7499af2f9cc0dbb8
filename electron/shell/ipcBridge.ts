/**
 * The page's line to the vault, seen from the main process; the only user of ipcMain. Bytes are relayed, never parsed.
 *
 * A message counts only when it comes from the main frame of our own window and that frame shows our own page. What
 * is not a link and bytes, or is larger than the contract allows, ends the connection.
 */
import { ipcMain, type IpcMainEvent, type WebContents } from 'electron';
import { MAX_MESSAGE_BYTES } from '../../shared/contract/bytes.ts';
import type { Logger } from '../../shared/deps.ts';
import { isAppAddress } from './appAddress.ts';
import { BRIDGE_CHANNEL } from './bridgeChannel.ts';

export interface IpcBridgeDeps {
  /** The page of our one window, or null when there is none. */
  readonly page: () => WebContents | null;
  /** A page that wants to speak with the vault. */
  onScreen(screenId: string): void;
  onMessage(screenId: string, bytes: Uint8Array): void;
  /** The page is gone, or began another connection. */
  onGone(screenId: string): void;
  readonly logger: Logger;
}

export interface IpcBridge {
  /** Bytes of the vault for this screen; ignored when it is not there any more. */
  send(screenId: string, bytes: Uint8Array): void;
  /** The vault let go of this screen. */
  end(screenId: string): void;
  /** The window is gone, or its page went away. */
  pageGone(): void;
}

export function createIpcBridge(deps: IpcBridgeDeps): IpcBridge {
  let screen: { readonly id: string; readonly link: number; readonly page: WebContents } | null = null;
  let lastScreen = 0;

  function leave(): void {
    const left = screen;
    screen = null;
    if (left !== null) deps.onGone(left.id);
  }

  function say(to: { readonly link: number; readonly page: WebContents }, bytes: Uint8Array | null): void {
    if (!to.page.isDestroyed()) to.page.send(BRIDGE_CHANNEL, to.link, bytes);
  }

  ipcMain.on(BRIDGE_CHANNEL, (event, link: unknown, bytes: unknown) => {
    const page = deps.page();
    if (page === null || !isOurPage(event, page)) {
      deps.logger.event('bridge.refusedSender');
      return;
    }
    if (typeof link !== 'number' || !Number.isSafeInteger(link) || link <= 0) {
      deps.logger.event('bridge.malformed');
      return;
    }
    if (bytes === null) {
      leave();
      lastScreen += 1;
      screen = { id: `window-${lastScreen}`, link, page };
      deps.onScreen(screen.id);
      return;
    }
    if (screen?.link !== link) return;
    if (!(bytes instanceof Uint8Array) || bytes.byteLength > MAX_MESSAGE_BYTES) {
      deps.logger.event('bridge.malformed');
      const broken = screen;
      leave();
      say(broken, null);
      return;
    }
    // Never a view on something larger, never a Node Buffer.
    deps.onMessage(screen.id, Uint8Array.from(bytes));
  });

  return {
    send(screenId, bytes) {
      if (screen?.id === screenId) say(screen, bytes.slice());
    },
    end(screenId) {
      if (screen?.id !== screenId) return;
      const ended = screen;
      leave();
      say(ended, null);
    },
    pageGone: leave,
  };
}

/** A frame that went away while its message was under way is null. */
function isOurPage(event: IpcMainEvent, page: WebContents): boolean {
  const frame = event.senderFrame;
  return frame !== null && event.sender === page && frame === page.mainFrame && isAppAddress(frame.url);
}
