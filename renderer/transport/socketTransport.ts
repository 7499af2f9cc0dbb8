/**
 * The screen's connection to the loopback host: a WebSocket to our own origin. The one-time token comes from the
 * fragment of the address, is taken out of it before anything else, and goes over the wire once; what remains is a resume
 * token in sessionStorage, which dies with the window. Messages sent before the host has welcomed us wait.
 */
import type { Transport } from '../../shared/contract/transport.ts';
import { CLOSE, SOCKET_PATH } from '../../shared/contract/screenProtocol.ts';

/** Why a connection ended, as far as the screen has something to say about it. */
export type EndReason = 'TOKEN_REFUSED' | 'OTHER_WINDOW' | 'VAULT_ENDED' | 'HOST_GONE';

export interface ScreenTransport extends Transport {
  /** Null while the connection lives. */
  endReason(): EndReason | null;
}

const RESUME_KEY = 'samenspel.resume';

/** Connects at once. Without a token it ends at once with `TOKEN_REFUSED`. */
export function createSocketTransport(page: {
  readonly location: Location;
  readonly history: History;
  readonly sessionStorage: Storage;
}): ScreenTransport {
  const token = takeToken(page) ?? page.sessionStorage.getItem(RESUME_KEY);
  const waitingToSend: Uint8Array[] = [];
  const kept: Uint8Array[] = [];
  const closeListeners: (() => void)[] = [];
  let messageListener: ((message: Uint8Array) => void) | null = null;
  let isWelcome = false;
  let ended: EndReason | null = null;

  const socket = new WebSocket(`ws://${page.location.host}${SOCKET_PATH}`);
  socket.binaryType = 'arraybuffer';
  socket.addEventListener('open', () => socket.send(JSON.stringify({ hello: token ?? '' })));
  socket.addEventListener('message', (event: MessageEvent<unknown>) => {
    if (event.data instanceof ArrayBuffer) {
      const message = new Uint8Array(event.data);
      if (messageListener === null) kept.push(message);
      else messageListener(message);
    } else if (!isWelcome) {
      const resume = parseWelcome(event.data);
      if (resume === null) return;
      page.sessionStorage.setItem(RESUME_KEY, resume);
      isWelcome = true;
      for (const message of waitingToSend.splice(0)) socket.send(bytesOf(message));
    }
  });
  socket.addEventListener('close', (event) => {
    if (ended !== null) return;
    ended = reasonOf(event.code);
    if (ended === 'TOKEN_REFUSED') page.sessionStorage.removeItem(RESUME_KEY);
    for (const listener of closeListeners.splice(0)) listener();
  });

  return {
    send(message) {
      if (ended !== null) return;
      if (isWelcome) socket.send(bytesOf(message));
      else waitingToSend.push(message.slice());
    },
    onMessage(listener) {
      messageListener = listener;
      for (const message of kept.splice(0)) listener(message);
    },
    onClose(listener) {
      if (ended === null) closeListeners.push(listener);
      else listener();
    },
    close: () => socket.close(),
    endReason: () => ended,
  };
}

/** The token of `#t=...`, removed from the address so that it stays in no history and no screenshot. */
function takeToken(page: { readonly location: Location; readonly history: History }): string | null {
  const match = /^#t=([A-Za-z0-9_-]{43})$/.exec(page.location.hash);
  if (page.location.hash !== '' && match) page.history.replaceState(null, '', page.location.pathname);
  return match?.[1] ?? null;
}

function parseWelcome(data: unknown): string | null {
  if (typeof data !== 'string') return null;
  try {
    const value: unknown = JSON.parse(data);
    return typeof value === 'object' && value !== null && 'welcome' in value && typeof value.welcome === 'string'
      ? value.welcome
      : null;
  } catch {
    return null;
  }
}

function reasonOf(code: number): EndReason {
  if (code === CLOSE.REFUSED) return 'TOKEN_REFUSED';
  if (code === CLOSE.REPLACED) return 'OTHER_WINDOW';
  if (code === CLOSE.VAULT_ENDED) return 'VAULT_ENDED';
  return 'HOST_GONE';
}

/** A copy in a plain ArrayBuffer, which is what the DOM's types ask for. */
const bytesOf = (message: Uint8Array): Uint8Array<ArrayBuffer> => new Uint8Array(message);
