/**
 * One WebSocket to the sync server, through the municipality's proxy when there is one. What can go wrong is told in facts for one
 * sentence to the helpdesk; certificates are always checked (TLS 1.2 or newer).
 */
import { HttpsProxyAgent } from 'https-proxy-agent';
import WebSocket from 'ws';
import { MAX_FRAME_BYTES, MUX_PROTOCOL } from '../../../shared/sync/frames.ts';

/** UNREACHABLE: no answer. TLS: the certificate is not trusted. REFUSED: something answered, but not our server. */
export type SocketFailure = { readonly reason: 'UNREACHABLE' | 'TLS' | 'REFUSED'; readonly status: number | null };

export interface SyncSocket {
  send(bytes: Uint8Array): void;
  close(): void;
}

export interface SocketListener {
  opened(): void;
  message(bytes: Uint8Array): void;
  /** Once. `code` is the close code of the server, or null when the connection was never made or broke. */
  closed(code: number | null, failure: SocketFailure | null): void;
}

export type OpenSocket = (server: string, listener: SocketListener) => SyncSocket;

/** A larger answer than a frame may be: rows of the server come in messages of at most about half a frame. */
const MAX_PAYLOAD = MAX_FRAME_BYTES * 4;

/** Whether this address may be used: wss everywhere, ws only to this machine. */
export function isServerAddress(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const url = new URL(address);
  if (url.username !== '' || url.password !== '' || url.search !== '' || url.hash !== '') return false;
  if (url.protocol === 'wss:') return true;
  return url.protocol === 'ws:' && ['127.0.0.1', 'localhost', '[::1]'].includes(url.hostname);
}

/** `proxyOf` answers the proxy of the operating system for an address, or null. */
export const webSocketOpener =
  (proxyOf: (server: string) => string | null): OpenSocket =>
  (server, listener) => {
    const proxy = proxyOf(server);
    const socket = new WebSocket(`${server.replace(/\/$/, '')}/mux`, [MUX_PROTOCOL], {
      perMessageDeflate: false,
      handshakeTimeout: 15_000,
      maxPayload: MAX_PAYLOAD,
      minVersion: 'TLSv1.2',
      ...(proxy === null ? {} : { agent: new HttpsProxyAgent(proxy) }),
    });
    let failure: SocketFailure | null = null;
    let done = false;
    const finish = (code: number | null): void => {
      if (done) return;
      done = true;
      listener.closed(code, failure);
    };
    socket.on('open', () => listener.opened());
    socket.on('message', (data: Buffer, isBinary: boolean) => {
      if (isBinary) listener.message(new Uint8Array(data.buffer, data.byteOffset, data.byteLength));
    });
    socket.on('unexpected-response', (_request, response) => {
      failure = { reason: 'REFUSED', status: response.statusCode ?? null };
      socket.terminate();
    });
    socket.on('error', (error: NodeJS.ErrnoException) => {
      const code = error.code ?? '';
      const isTls =
        code.includes('CERT') ||
        code.startsWith('ERR_TLS') ||
        code.includes('SELF_SIGNED') ||
        code.startsWith('ERR_SSL');
      failure ??= { reason: isTls ? 'TLS' : 'UNREACHABLE', status: null };
    });
    socket.on('close', (code) => finish(code === 1006 ? null : code));
    return {
      send(bytes) {
        if (socket.readyState === WebSocket.OPEN) socket.send(bytes);
      },
      close() {
        socket.close();
        socket.terminate();
      },
    };
  };

/** The proxy that the environment names for TLS, as every Dutch municipality's image sets it; null without one. */
export function proxyFromEnvironment(
  environment: Readonly<Record<string, string | undefined>>,
): (server: string) => string | null {
  return (server) => {
    const host = new URL(server).hostname;
    const exceptions = (environment['NO_PROXY'] ?? environment['no_proxy'] ?? '')
      .split(',')
      .map((entry) => entry.trim());
    if (
      host === 'localhost' ||
      host === '127.0.0.1' ||
      exceptions.some((entry) => entry !== '' && host.endsWith(entry.replace(/^\*?\./, '')))
    )
      return null;
    return environment['HTTPS_PROXY'] ?? environment['https_proxy'] ?? null;
  };
}
