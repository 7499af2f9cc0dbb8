/**
 * The WebSocket side of the loopback host. A connection says hello with a token within 10 seconds or ends; what it
 * sends before that is never relayed. After the welcome, binary frames go to the vault and back as they are: this host
 * never parses them. One screen at a time: a later one with a valid token takes over.
 */
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer, type RawData, type WebSocket } from 'ws';
import { MAX_MESSAGE_BYTES } from '../../shared/contract/bytes.ts';
import { CLOSE } from '../../shared/contract/screenProtocol.ts';
import type { AccessTokens } from './accessTokens.ts';

const HELLO_WITHIN_MS = 10_000;
const MAX_WAITING = 8;
/** Beyond this the page does not read any more; a broken page must not eat the memory of the host. */
const MAX_UNREAD_BYTES = 64 * 1024 * 1024;

export interface ScreenSocketDeps {
  readonly tokens: AccessTokens;
  /** A screen that may in; its messages follow. */
  onScreen(screenId: string): void;
  onMessage(screenId: string, bytes: Uint8Array): void;
  /** The screen went away, or was replaced. */
  onGone(screenId: string): void;
}

export interface ScreenSockets {
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  /** Bytes of the vault for this screen; ignored when it is not there any more. */
  send(screenId: string, bytes: Uint8Array): void;
  /** Ends this screen with one of the codes of screenProtocol.ts. */
  end(screenId: string, code: number): void;
  close(): void;
}

export function createScreenSockets(deps: ScreenSocketDeps): ScreenSockets {
  const server = new WebSocketServer({
    noServer: true,
    clientTracking: false,
    maxPayload: MAX_MESSAGE_BYTES + 1024,
    perMessageDeflate: false,
  });
  const waiting = new Set<WebSocket>();
  let screen: { readonly id: string; readonly socket: WebSocket } | null = null;
  let lastScreen = 0;

  function leave(socket: WebSocket): void {
    waiting.delete(socket);
    if (screen?.socket !== socket) return;
    const { id } = screen;
    screen = null;
    deps.onGone(id);
  }

  function onHello(socket: WebSocket, data: RawData, isBinary: boolean): void {
    const resume = isBinary ? null : deps.tokens.admit(helloIn(data));
    if (resume === null) {
      socket.close(CLOSE.REFUSED);
      return;
    }
    waiting.delete(socket);
    const before = screen;
    if (before !== null) {
      leave(before.socket);
      before.socket.close(CLOSE.REPLACED);
    }
    const id = `screen-${(lastScreen += 1)}`;
    screen = { id, socket };
    socket.send(JSON.stringify({ welcome: resume }));
    deps.onScreen(id);
    socket.on('message', (bytes: RawData, binary: boolean) => {
      if (screen?.socket === socket && binary) deps.onMessage(id, bytesOf(bytes));
    });
  }

  return {
    upgrade(request, rawSocket, head) {
      if (waiting.size >= MAX_WAITING) {
        rawSocket.destroy();
        return;
      }
      server.handleUpgrade(request, rawSocket, head, (socket) => {
        waiting.add(socket);
        const timer = setTimeout(() => socket.close(CLOSE.REFUSED), HELLO_WITHIN_MS);
        socket.once('message', (data, isBinary) => {
          clearTimeout(timer);
          onHello(socket, data, isBinary);
        });
        socket.on('close', () => {
          clearTimeout(timer);
          leave(socket);
        });
        // A frame that is too large or malformed: ws closes by itself, with 1009 or 1002.
        socket.on('error', () => socket.terminate());
      });
    },
    send(screenId, bytes) {
      if (screen?.id !== screenId) return;
      if (screen.socket.bufferedAmount > MAX_UNREAD_BYTES) screen.socket.terminate();
      else screen.socket.send(bytes, { binary: true });
    },
    end(screenId, code) {
      if (screen?.id !== screenId) return;
      const { socket } = screen;
      leave(socket);
      socket.close(code);
    },
    close() {
      for (const socket of waiting) socket.terminate();
      screen?.socket.close(CLOSE.HOST_ENDS);
      server.close();
    },
  };
}

function helloIn(data: RawData): string {
  const bytes = bytesOf(data);
  if (bytes.byteLength > 200) return '';
  try {
    const value: unknown = JSON.parse(Buffer.from(bytes).toString('utf8'));
    return typeof value === 'object' && value !== null && 'hello' in value && typeof value.hello === 'string'
      ? value.hello
      : '';
  } catch {
    return '';
  }
}

function bytesOf(data: RawData): Uint8Array {
  if (data instanceof ArrayBuffer) return new Uint8Array(data);
  const buffer = Array.isArray(data) ? Buffer.concat(data) : data;
  return new Uint8Array(buffer.buffer, buffer.byteOffset, buffer.byteLength);
}
