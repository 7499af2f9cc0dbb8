/** The screen's WebSocket against the host's real HTTP server and socket; the vault process is played by this test. */
import { webcrypto } from 'node:crypto';
import type { Transport } from '../../shared/contract/transport.ts';
import { CLOSE } from '../../shared/contract/screenProtocol.ts';
import { createAccessTokens } from '../../electron/loopback/accessTokens.ts';
import { startLoopbackServer } from '../../electron/loopback/httpServer.ts';
import { createScreenSockets } from '../../electron/loopback/screenSocket.ts';
import { createSocketTransport } from '../../renderer/transport/socketTransport.ts';
import { transportSuite } from './transportSuite.ts';
import { openPage, useBrowserLikeWebSocket } from './page.ts';

useBrowserLikeWebSocket();

const random = { bytes: (length: number) => webcrypto.getRandomValues(new Uint8Array(length)) };

transportSuite('loopback WebSocket', async () => {
  const tokens = createAccessTokens({ nowMs: () => performance.now() }, random);
  const kept: Uint8Array[] = [];
  const closeListeners: (() => void)[] = [];
  let listener: ((message: Uint8Array) => void) | null = null;
  let isClosed = false;
  let screenId = '';
  const connected = Promise.withResolvers<void>();
  const sockets = createScreenSockets({
    tokens,
    onScreen(id) {
      screenId = id;
      connected.resolve();
    },
    onMessage: (_id, bytes) => (listener === null ? void kept.push(bytes) : listener(bytes)),
    onGone() {
      isClosed = true;
      for (const closed of closeListeners.splice(0)) closed();
    },
  });
  const server = await startLoopbackServer({
    files: new Map(),
    random,
    onUpgrade: (request, socket, head) => sockets.upgrade(request, socket, head),
  });
  const screen = createSocketTransport(openPage(server.authority, tokens.issue()));
  screen.onClose(() => connected.reject(new Error(`the host refused the screen: ${screen.endReason()}`)));
  await connected.promise;
  const vault: Transport = {
    send: (message) => sockets.send(screenId, message),
    onMessage(next) {
      listener = next;
      for (const message of kept.splice(0)) next(message);
    },
    onClose: (closed) => (isClosed ? closed() : void closeListeners.push(closed)),
    close: () => sockets.end(screenId, CLOSE.VAULT_ENDED),
  };
  return {
    screen,
    vault,
    async dispose() {
      screen.close();
      sockets.close();
      await server.close();
    },
  };
});
