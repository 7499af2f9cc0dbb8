/** The page inside the shell, under Node: the real preload over the double's IPC, and the screen's real transport on it. */
import { createShellTransport, type ShellBridge } from '../../renderer/transport/shellTransport.ts';
import type { ScreenTransport } from '../../renderer/transport/socketTransport.ts';
import type { ElectronDouble } from './electronDouble.ts';

/** Loads the preload, as Electron does before a page. The caller has mocked `electron` by this double. */
export async function loadPreload(double: ElectronDouble): Promise<ShellBridge> {
  await import('../../electron/shell/preload.ts');
  return acrossWorlds(double.exposed.get('samenspel') as ShellBridge);
}

/** A new connection of the page. */
export function connectPage(bridge: ShellBridge): ScreenTransport {
  return createShellTransport(bridge);
}

/** As contextBridge does: nothing is shared between the worlds, bytes are copied. */
function acrossWorlds(bridge: ShellBridge): ShellBridge {
  return {
    send: (message) => bridge.send(structuredClone(message)),
    onMessage: (listener) => bridge.onMessage((message) => listener(structuredClone(message))),
    onClose: (listener) => bridge.onClose(listener),
  };
}
