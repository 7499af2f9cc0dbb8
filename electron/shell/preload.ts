/**
 * The only thing that the page gets of Electron: three functions that carry bytes. No `ipcRenderer`, no channel name
 * and no event object ever reach the page.
 */
import { contextBridge, ipcRenderer } from 'electron';
import { BRIDGE_CHANNEL } from './bridgeChannel.ts';

let link = 0;
let onMessage: ((message: Uint8Array) => void) | null = null;
let onClose: (() => void) | null = null;

ipcRenderer.on(BRIDGE_CHANNEL, (_event, toLink: unknown, bytes: unknown) => {
  if (link === 0 || toLink !== link) return;
  if (bytes instanceof Uint8Array) onMessage?.(bytes);
  else if (bytes === null) {
    const closed = onClose;
    link = 0;
    onMessage = null;
    onClose = null;
    closed?.();
  }
});

contextBridge.exposeInMainWorld('samenspel', {
  /** Bytes for the vault; dropped when there is no connection. */
  send(message: unknown): void {
    // A copy: a view would take along the whole buffer that it looks at.
    if (link !== 0 && message instanceof Uint8Array) ipcRenderer.send(BRIDGE_CHANNEL, link, message.slice());
  },
  /** Begins a new connection; an earlier one of this page is over. */
  onMessage(listener: (message: Uint8Array) => void): void {
    onMessage = listener;
    onClose = null;
    link = newLink();
    ipcRenderer.send(BRIDGE_CHANNEL, link, null);
  },
  onClose(listener: () => void): void {
    onClose = listener;
  },
});

function newLink(): number {
  const [number] = crypto.getRandomValues(new Uint32Array(1));
  return (number ?? 0) + 1;
}
