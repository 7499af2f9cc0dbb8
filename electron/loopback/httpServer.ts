/**
 * The HTTP side of the loopback host: the static bundle and nothing else, on 127.0.0.1 and a random port. Every
 * refusal is an empty answer that closes the connection; no answer depends on who is behind the screen.
 */
import { createServer, STATUS_CODES, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import type { Random } from '../../shared/deps.ts';
import { SOCKET_PATH } from '../../shared/contract/screenProtocol.ts';
import { refusalOf, upgradeRefusalOf, type Refusal } from './requestChecks.ts';
import { commonHeaders, contentSecurityPolicy, NONCE_PLACEHOLDER } from '../host/secureHeaders.ts';
import type { StaticFile } from '../host/staticFiles.ts';

export interface LoopbackServer {
  /** `127.0.0.1:PORT`. */
  readonly authority: string;
  close(): Promise<void>;
}

export interface LoopbackServerDeps {
  readonly files: ReadonlyMap<string, StaticFile>;
  readonly random: Random;
  /** An upgrade that passed every check; the token is still to come. */
  onUpgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
}

/** Listens on 127.0.0.1 only; port 0 chooses a free one. */
export async function startLoopbackServer(deps: LoopbackServerDeps, port = 0): Promise<LoopbackServer> {
  const server = createServer({
    maxHeaderSize: 8 * 1024,
    headersTimeout: 10_000,
    requestTimeout: 15_000,
    keepAliveTimeout: 5_000,
    requireHostHeader: false,
    insecureHTTPParser: false,
  });
  server.maxConnections = 64;
  server.maxRequestsPerSocket = 200;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen({ host: '127.0.0.1', port, exclusive: true }, () => resolve());
  });
  const authority = `127.0.0.1:${(server.address() as AddressInfo).port}`;

  server.on('request', (request, response) => answer(request, response, deps, authority));
  // Expect: 100-continue belongs to uploads; there are none.
  server.on('checkContinue', (_request, response) => refuse(response, 400));
  server.on('checkExpectation', (_request, response) => refuse(response, 400));
  server.on('connect', (_request: IncomingMessage, socket: Duplex) => refuseSocket(socket, 405));
  server.on('clientError', (_error: Error, socket: Duplex) => refuseSocket(socket, 400));
  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    socket.on('error', () => socket.destroy());
    const refusal = upgradeRefusalOf(request, authority, SOCKET_PATH);
    if (refusal === null) deps.onUpgrade(request, socket, head);
    else refuseSocket(socket, refusal);
  });

  return { authority, close: () => closeServer(server) };
}

function answer(request: IncomingMessage, response: ServerResponse, deps: LoopbackServerDeps, authority: string): void {
  const refusal = refusalOf(request, authority);
  if (refusal !== null) return refuse(response, refusal);
  if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(response, 405);
  if (request.headers['transfer-encoding'] !== undefined || Number(request.headers['content-length'] ?? 0) !== 0) {
    return refuse(response, 400);
  }
  const file = deps.files.get(request.url ?? '');
  if (file === undefined) return refuse(response, 404);
  const headers: Record<string, string> = { ...commonHeaders(), 'Content-Type': file.type };
  let body = file.bytes;
  if (request.url === '/') {
    const nonce = Buffer.from(deps.random.bytes(16)).toString('base64url');
    headers['Content-Security-Policy'] = contentSecurityPolicy(nonce, `ws://${authority}`);
    body = Buffer.from(file.bytes.toString('utf8').replaceAll(NONCE_PLACEHOLDER, nonce));
  }
  headers['Content-Length'] = String(body.byteLength);
  response.writeHead(200, headers).end(request.method === 'HEAD' ? undefined : body);
}

function refuse(response: ServerResponse, status: Refusal): void {
  response.writeHead(status, { ...commonHeaders(), 'Content-Length': '0', Connection: 'close' }).end();
}

function refuseSocket(socket: Duplex, status: Refusal): void {
  if (!socket.writable) {
    socket.destroy();
    return;
  }
  socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n`);
}

async function closeServer(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeAllConnections();
  await closed;
}
