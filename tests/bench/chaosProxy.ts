/**
 * A poor network between a client and a server on one machine: every connection through this proxy shares one link with a
 * delay, a jitter, a rate and lost packets. TCP hides a loss from programs, so a lost segment is what TCP makes of it: the
 * bytes behind it wait for a retransmission. Seeded: the same seed loses the same segments.
 */
import { connect, createServer, type Socket } from 'node:net';
import { once } from 'node:events';
import { SeededRandom } from '../simulator/seededRandom.ts';

export interface Link {
  /** One way; a round trip takes twice as long. */
  readonly delayMs: number;
  readonly jitterMs?: number;
  /** Each direction; shared by all connections. */
  readonly bitsPerSecond?: number;
  /** Chance that a segment of 1,460 bytes is lost. */
  readonly loss?: number;
  /** Chance that a connection is cut at a chunk. */
  readonly reset?: number;
  readonly seed?: number;
}

/** An office on a bad day: 50 ms to the server and back, 5 Mbit, one segment of a hundred lost. */
export const POOR_LINK: Link = { delayMs: 25, jitterMs: 5, bitsPerSecond: 5_000_000, loss: 0.01, seed: 1 };

const SEGMENT = 1_460;
/** What TCP waits for a retransmission at least. */
const RETRANSMISSION_MS = 200;
const QUEUE_BYTES = 256 * 1024;

export interface ChaosProxy {
  readonly port: number;
  close(): Promise<void>;
}

/** Listens on a free loopback port and passes everything on to `target` over the link. */
export async function startChaosProxy(target: number, link: Link): Promise<ChaosProxy> {
  const random = new SeededRandom(link.seed ?? 1);
  const chance = (): number => random.below(1_000_000) / 1_000_000;
  const sockets = new Set<Socket>();
  const up = { freeAtMs: 0 };
  const down = { freeAtMs: 0 };

  const carry = (from: Socket, to: Socket, direction: { freeAtMs: number }): void => {
    // In the order in which it came, whatever each part waits for: timers of their own would overtake each other.
    const waiting: { readonly chunk: Buffer | 'end'; readonly dueMs: number }[] = [];
    let lastMs = 0;
    let queued = 0;
    let timer: NodeJS.Timeout | null = null;
    const pass = (): void => {
      timer = null;
      const now = performance.now();
      for (let next = waiting[0]; next !== undefined && next.dueMs <= now; next = waiting[0]) {
        waiting.shift();
        if (next.chunk === 'end') to.destroy();
        else {
          queued -= next.chunk.length;
          if (!to.destroyed) to.write(next.chunk);
        }
      }
      if (queued <= QUEUE_BYTES) from.resume();
      const [next] = waiting;
      if (next !== undefined) timer = setTimeout(pass, Math.ceil(next.dueMs - now));
    };
    const add = (chunk: Buffer | 'end', dueMs: number): void => {
      lastMs = Math.max(lastMs, dueMs);
      waiting.push({ chunk, dueMs: lastMs });
      timer ??= setTimeout(pass, Math.ceil(lastMs - performance.now()));
    };
    from.on('data', (chunk: Buffer) => {
      if (link.reset !== undefined && chance() < link.reset) return void from.destroy();
      const now = performance.now();
      const sendingMs = link.bitsPerSecond === undefined ? 0 : (chunk.length * 8_000) / link.bitsPerSecond;
      direction.freeAtMs = Math.max(direction.freeAtMs, now) + sendingMs;
      let due = direction.freeAtMs + link.delayMs + chance() * (link.jitterMs ?? 0);
      for (let sent = 0; link.loss !== undefined && sent < chunk.length; sent += SEGMENT)
        if (chance() < link.loss) due += Math.max(RETRANSMISSION_MS, 2 * link.delayMs);
      queued += chunk.length;
      if (queued > QUEUE_BYTES) from.pause();
      add(chunk, due);
    });
    const end = (): void => add('end', performance.now() + link.delayMs);
    from.once('end', end);
    from.once('close', end);
    from.on('error', () => undefined);
  };

  const server = createServer((client) => {
    const upstream = connect(target, '127.0.0.1');
    for (const socket of [client, upstream]) {
      socket.setNoDelay(true);
      sockets.add(socket);
      socket.once('close', () => sockets.delete(socket));
    }
    carry(client, upstream, up);
    carry(upstream, client, down);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  return {
    port: typeof address === 'object' && address !== null ? address.port : 0,
    async close() {
      const closed = once(server, 'close');
      server.close();
      for (const socket of sockets) socket.destroy();
      await closed;
    },
  };
}
