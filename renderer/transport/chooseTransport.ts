/** Which of the two hosts this page runs in: Electron has put its bridge on the window, the loopback host has not. */
import { createShellTransport, type ShellBridge } from './shellTransport.ts';
import { createSocketTransport, type ScreenTransport } from './socketTransport.ts';

/**
 * The transport of this page's host. When it ends with `VAULT_ENDED`, call this again (or reload) to connect to the fresh
 * vault; with any other reason this window cannot come back by itself.
 */
export function chooseTransport(page: Window): ScreenTransport {
  const bridge = (page as Window & { readonly samenspel?: ShellBridge }).samenspel;
  return bridge === undefined ? createSocketTransport(page) : createShellTransport(bridge);
}
