/** The part of a browser page that the socket transport uses, for tests under Node. */
import { afterAll, beforeAll, vi } from 'vitest';
import { WebSocket } from 'ws';

/** Node's own WebSocket sends no Origin; a browser always does, and the host asks for it. */
class BrowserLikeWebSocket extends WebSocket {
  constructor(address: string) {
    super(address, { origin: `http://${new URL(address).host}` });
  }
}

/** For this test file, `WebSocket` behaves as in a page of our own origin. */
export function useBrowserLikeWebSocket(): void {
  beforeAll(() => void vi.stubGlobal('WebSocket', BrowserLikeWebSocket));
  afterAll(() => void vi.unstubAllGlobals());
}

export interface FakePage {
  readonly location: Location;
  readonly history: History;
  readonly sessionStorage: Storage;
  /** The addresses that the page replaced its own with. */
  readonly replaced: readonly string[];
}

/** A page that was opened at this address; `stored` is what its sessionStorage holds. */
export function openPage(authority: string, token: string | null, stored: Map<string, string> = new Map()): FakePage {
  const location = { host: authority, pathname: '/', hash: token === null ? '' : `#t=${token}` };
  const replaced: string[] = [];
  const history = {
    replaceState(_state: unknown, _title: string, address: string) {
      replaced.push(address);
      location.hash = '';
    },
  };
  const sessionStorage = {
    getItem: (key: string) => stored.get(key) ?? null,
    setItem: (key: string, value: string) => void stored.set(key, value),
    removeItem: (key: string) => void stored.delete(key),
  };
  return { location, history, sessionStorage, replaced } as unknown as FakePage;
}
