/**
 * /healthz, /readyz and /metrics on a loopback port of their own, for the administrator's monitoring.
 *
 * Promises: numbers only. Every name and label below is written in this file; nothing that a client sends, no id of a room,
 * device or person, can become one.
 */
import { createServer, type Server } from 'node:http';
import type { ServerParts } from './parts.ts';

/** What the monitoring sees; labels are the keys of this object and nothing else. */
const figures = {
  samenspel_sync_connections: (parts: ServerParts) => parts.muxSockets.size,
  samenspel_sync_open_rooms: (parts: ServerParts) => parts.hub.openRooms,
  samenspel_sync_updates_total: (parts: ServerParts) => parts.hub.counters.updates,
  samenspel_sync_refused_total: (parts: ServerParts) => parts.hub.counters.refused,
  samenspel_sync_store_failures_total: (parts: ServerParts) => parts.hub.counters.storeFailures,
  samenspel_sync_commits_total: (parts: ServerParts) => parts.commit.commits,
  samenspel_sync_stored_bytes: (parts: ServerParts) =>
    parts.db.prepare<[], number>('SELECT coalesce(sum(bytes), 0) FROM room').pluck().get() ?? 0,
  samenspel_sync_memory_bytes: () => process.memoryUsage.rss(),
} as const satisfies Record<string, (parts: ServerParts) => number>;

/** True when the database can be written: a full or broken disk makes the server not ready. */
function isReady(parts: ServerParts): boolean {
  try {
    parts.db
      .transaction(() => parts.db.prepare("UPDATE meta SET value = value WHERE key = 'incarnation'").run())
      .immediate();
    return true;
  } catch {
    return false;
  }
}

/** Starts the port; answers the server, listening on 127.0.0.1 only. */
export async function startMetrics(parts: ServerParts, port: number): Promise<Server> {
  const server = createServer({ maxHeaderSize: 4096, requestTimeout: 5_000 }, (request, response) => {
    const answer = (status: number, text: string): void => {
      response.writeHead(status, {
        'Content-Type': 'text/plain; version=0.0.4; charset=utf-8',
        'Cache-Control': 'no-store',
      });
      response.end(text);
    };
    if (request.method !== 'GET') return answer(405, '');
    switch (request.url) {
      case '/healthz':
        return answer(200, 'ok\n');
      case '/readyz':
        return isReady(parts) ? answer(200, 'ready\n') : answer(503, 'store\n');
      case '/metrics':
        return answer(
          200,
          Object.entries(figures)
            .map(
              ([name, read]) =>
                `# TYPE ${name} ${name.endsWith('_total') ? 'counter' : 'gauge'}\n${name} ${String(read(parts))}\n`,
            )
            .join(''),
        );
      default:
        return answer(404, '');
    }
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return server;
}
