/**
 * The sync server: HTTPS (or loopback HTTP), two upgrade paths, nothing else. `startServer` is the whole of it; main.ts
 * gives it configuration, clock and random.
 *
 *   /mux         the app (subprotocol samenspel-mux-1), authenticates on a challenge
 *   /r/<room>    stock y-websocket clients, token in the subprotocols, checked before the upgrade is accepted
 */
import { mkdirSync, readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { join } from 'node:path';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import sodium from 'libsodium-wrappers-sumo';
import { WebSocketServer } from 'ws';
import { parseRoomToken, verifyRoomToken } from '../shared/sync/authentication.ts';
import { bytesToHex } from '../shared/sync/bytes.ts';
import { MAX_FRAME_BYTES, MUX_PROTOCOL, TOKEN_PROTOCOL_PREFIX, closeCodes } from '../shared/sync/frames.ts';
import { inviteCodeFrom } from '../shared/sync/invite.ts';
import { mayUseRoom } from '../shared/sync/teamLog.ts';
import type { Clock, Logger, Random } from '../shared/deps.ts';
import { DATABASE_NAME } from './backupCommand.ts';
import type { ServerConfig } from './config.ts';
import { GroupCommit } from './groupCommit.ts';
import { Hub } from './hub.ts';
import { JoinRelay } from './joinRelay.ts';
import { Quarantine } from './quarantine.ts';
import { MuxSocket } from './muxSocket.ts';
import type { ServerParts } from './parts.ts';
import { RoomLog } from './roomLog.ts';
import { serveRoomSocket } from './roomSocket.ts';
import { startMetrics } from './metrics.ts';
import { openServerDatabase, readMeta, writeMeta } from './store.ts';
import { TeamDirectory } from './teamDirectory.ts';

export interface RunningServer {
  readonly port: number;
  readonly url: string;
  /** The one-time code with which the first team lead founds the team; null once used. */
  setupCode(): string | null;
  readonly parts: ServerParts;
  close(): Promise<void>;
}

export interface ServerDeps {
  readonly config: ServerConfig;
  readonly clock: Clock;
  readonly random: Random;
  readonly logger: Logger;
}

export async function startServer(deps: ServerDeps): Promise<RunningServer> {
  await sodium.ready;
  const { config, clock, random, logger } = deps;
  mkdirSync(config.dataFolder, { recursive: true, mode: 0o700 });
  const db = openServerDatabase(join(config.dataFolder, DATABASE_NAME), () => bytesToHex(random.bytes(16)));
  const teams = new TeamDirectory(db);
  if (teams.teams.length === 0 && readMeta(db, 'setupCode') === null)
    writeMeta(db, 'setupCode', inviteCodeFrom(random.bytes(20)));
  const commit = new GroupCommit(db);
  const hub = new Hub({ log: new RoomLog(db, config, logger), teams, commit, clock, logger });
  const muxSockets = new Set<MuxSocket>();
  const parts: ServerParts = {
    ...deps,
    db,
    commit,
    hub,
    teams,
    joins: new JoinRelay(db),
    quarantine: new Quarantine(db),
    incarnation: readMeta(db, 'incarnation') ?? '',
    muxSockets,
  };

  const http = makeHttpServer(config);
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: MAX_FRAME_BYTES,
    perMessageDeflate: false,
    handleProtocols: (offered) =>
      [...offered].find((name) => name === MUX_PROTOCOL || name.startsWith(TOKEN_PROTOCOL_PREFIX)) ?? false,
  });
  http.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    socket.on('error', () => socket.destroy());
    const accept = routeUpgrade(request, parts, sockets.clients.size);
    if (typeof accept === 'number') return refuseUpgrade(socket, accept);
    sockets.handleUpgrade(request, socket, head, (webSocket) => {
      webSocket.on('error', () => webSocket.terminate());
      if (accept === 'mux') muxSockets.add(new MuxSocket(webSocket, socket, parts));
      else serveRoomSocket(webSocket, parts, accept);
    });
  });

  await new Promise<void>((resolve, reject) => {
    http.once('error', reject);
    http.listen(config.port, config.host, resolve);
  });
  const keepAlive = setInterval(() => {
    hub.keepAlive();
    for (const socket of [...muxSockets]) if (!socket.ping(config.keepAliveMs)) socket.terminate();
  }, config.keepAliveMs);
  const metrics = config.metricsPort === 0 ? null : await startMetrics(parts, config.metricsPort);
  const port = (http.address() as AddressInfo).port;
  logger.event('server.started', { port, tls: config.tlsCertificate !== undefined });
  return {
    port,
    url: `${config.tlsCertificate ? 'wss' : 'ws'}://${config.host}:${String(port)}`,
    setupCode: () => readMeta(db, 'setupCode'),
    parts,
    async close() {
      clearInterval(keepAlive);
      metrics?.close();
      metrics?.closeAllConnections();
      for (const client of sockets.clients) client.close(closeCodes.TRY_LATER);
      commit.flush();
      http.closeAllConnections();
      await new Promise<void>((resolve) => {
        const timer = setTimeout(() => {
          for (const client of sockets.clients) client.terminate();
        }, 1_000);
        sockets.close();
        http.close(() => {
          clearTimeout(timer);
          resolve();
        });
        if (sockets.clients.size === 0) http.closeAllConnections();
      });
      commit.flush();
      db.close();
    },
  };
}

function makeHttpServer(config: ServerConfig): Server {
  const options = { maxHeaderSize: 8 * 1024, headersTimeout: 10_000, requestTimeout: 15_000, keepAliveTimeout: 5_000 };
  const answer = (_request: IncomingMessage, response: import('node:http').ServerResponse): void => {
    response.writeHead(426, {
      'Content-Type': 'text/plain; charset=utf-8',
      Upgrade: 'websocket',
      'Cache-Control': 'no-store',
    });
    response.end('Samenspel sync\n');
  };
  if (!config.tlsCertificate || !config.tlsKey) return createServer(options, answer);
  return createTlsServer(
    { ...options, cert: readFileSync(config.tlsCertificate), key: readFileSync(config.tlsKey), minVersion: 'TLSv1.2' },
    answer,
  );
}

/** 'mux', an identity for a stock room, or the HTTP status to refuse with. Nothing of the body is read. */
function routeUpgrade(
  request: IncomingMessage,
  parts: ServerParts,
  connections: number,
): 'mux' | { team: string; device: string; room: string } | number {
  const { config, muxSockets, teams, clock } = parts;
  if (connections >= config.maxConnections) return 503;
  const offered = (request.headers['sec-websocket-protocol'] ?? '').split(',').map((name) => name.trim());
  if (request.url === '/mux') {
    if (!offered.includes(MUX_PROTOCOL)) return 400;
    const waiting = [...muxSockets].filter((socket) => socket.identity === null).length;
    return waiting >= config.maxUnauthenticated ? 503 : 'mux';
  }
  const room = /^\/r\/([0-9a-f]{32})$/.exec(request.url ?? '')?.[1];
  const tokenText = offered.find((name) => name.startsWith(TOKEN_PROTOCOL_PREFIX))?.slice(TOKEN_PROTOCOL_PREFIX.length);
  if (!room || !tokenText) return 404;
  const parsed = parseRoomToken(tokenText);
  const state = parsed ? teams.state(parsed.token.team) : null;
  const device = parsed ? state?.devices.get(parsed.token.device) : undefined;
  if (!parsed || !state || !device || parsed.token.room !== room) return 401;
  if (!verifyRoomToken(parsed, device.signPublicKey, clock.nowMs())) return 401;
  return mayUseRoom(state, device.device, room) ? { team: state.team, device: device.device, room } : 403;
}

function refuseUpgrade(socket: Duplex, status: number): void {
  socket.end(`HTTP/1.1 ${String(status)} Refused\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}
