/** One meeting of two laptops and a fresh one, on our server and on the stock one; the servers are processes of their own. */
import type WebSocket from 'ws';
import * as Y from 'yjs';
import { openEnvelope, parseEnvelope, verifyEnvelope } from '../../shared/sync/envelope.ts';
import { encodeRoomFrame } from '../../shared/sync/frames.ts';
import { encodeSync, decodeSync } from '../../shared/sync/syncMessages.ts';
import { MuxPeer, TestLane, roomKey, updateIn } from '../sync/support/muxPeer.ts';
import { startBenchServer, startStockServer, type BenchServer } from './benchServers.ts';
import { foundBenchTeam, openRoom, stockSocket, type BenchTeam } from './benchTeam.ts';
import { startChaosProxy, type Link } from './chaosProxy.ts';
import type { RoomEdits } from './syncWorkload.ts';

export type Measured = Readonly<
  Record<
    'mergeMs' | 'freshMs' | 'bytesUp' | 'bytesDown' | 'bytesFresh' | 'serverHeldKb' | 'serverRssKb' | 'serverCpuMs',
    number
  >
>;

interface Laptop {
  /** Settles when every room holds both flushes. */
  readonly whole: Promise<void>;
  readonly traffic: { up: number; down: number };
  close(): void;
}

/** Which flush a laptop brings; null for the fresh one. */
type Which = 0 | 1 | null;

async function meet(server: BenchServer, laptop: (which: Which) => Laptop): Promise<Measured> {
  const before = await server.measure();
  const startedMs = performance.now();
  const two = [laptop(0), laptop(1)];
  await Promise.all(two.map((one) => one.whole));
  const mergeMs = performance.now() - startedMs;
  const freshStartedMs = performance.now();
  const fresh = laptop(null);
  await fresh.whole;
  const freshMs = performance.now() - freshStartedMs;
  // All rooms are still open on all three laptops.
  const after = await server.measure();
  const sum = (side: 'up' | 'down') => two.reduce((total, one) => total + one.traffic[side], 0);
  const measured = {
    mergeMs,
    freshMs,
    bytesUp: sum('up'),
    bytesDown: sum('down'),
    bytesFresh: fresh.traffic.down,
    // What the server holds for the rooms; never less than a kilobyte, so that a ratio of it exists.
    serverHeldKb: Math.max(1, (after.held - before.held) / 1_024),
    serverRssKb: Math.max(1, (after.rss - before.rss) / 1_024),
    serverCpuMs: after.cpuMs - before.cpuMs,
  };
  for (const one of [...two, fresh]) one.close();
  return measured;
}

/** How many clients a document of both flushes knows. */
const isWhole = (doc: Y.Doc): boolean => doc.store.clients.size >= 2;

/** The address that the laptops use: through the poor link when there is one. */
async function withLink<T>(server: BenchServer, link: Link | null, run: (url: string) => Promise<T>): Promise<T> {
  if (link === null) return run(server.url);
  const proxy = await startChaosProxy(server.port, link);
  try {
    return await run(`ws://127.0.0.1:${String(proxy.port)}`);
  } finally {
    await proxy.close();
  }
}

export async function meetOnStock(workload: readonly RoomEdits[], link: Link | null = null): Promise<Measured> {
  const server = await startStockServer();
  try {
    return await withLink(server, link, (url) => meet(server, (which) => stockLaptop(url, workload, which)));
  } finally {
    await server.kill();
  }
}

function stockLaptop(url: string, workload: readonly RoomEdits[], which: Which): Laptop {
  const traffic = { up: 0, down: 0 };
  const sockets: WebSocket[] = [];
  const rooms = workload.map(
    ({ room, flushes }) =>
      new Promise<void>((resolve) => {
        const doc = new Y.Doc();
        if (which !== null) Y.applyUpdate(doc, flushes[which]);
        const socket = stockSocket(url, room);
        sockets.push(socket);
        const send = (bytes: Uint8Array): void => {
          traffic.up += bytes.length;
          socket.send(bytes);
        };
        socket.on('open', () => send(encodeSync('STEP_1', Y.encodeStateVector(doc))));
        socket.on('message', (data: Buffer) => {
          traffic.down += data.length;
          const sync = decodeSync(new Uint8Array(data));
          if (!sync || sync === 'ignored') return;
          if (sync.step === 'STEP_1') send(encodeSync('STEP_2', Y.encodeStateAsUpdate(doc, sync.payload)));
          else Y.applyUpdate(doc, sync.payload);
          if (isWhole(doc)) resolve();
        });
      }),
  );
  return {
    whole: Promise.all(rooms).then(() => undefined),
    traffic,
    close: () => sockets.forEach((socket) => socket.terminate()),
  };
}

export async function meetOnOurs(
  workload: readonly RoomEdits[],
  folder: string,
  link: Link | null = null,
): Promise<Measured> {
  const server = await startBenchServer({ folder });
  try {
    const team = await foundBenchTeam(
      server,
      workload.map(({ room }) => room),
    );
    return await withLink(server, link, (url) => meet(server, (which) => ourLaptop(url, team, workload, which)));
  } finally {
    await server.kill();
  }
}

function ourLaptop(url: string, team: BenchTeam, workload: readonly RoomEdits[], which: Which): Laptop {
  const peer = new MuxPeer(url);
  const traffic = { up: 0, down: 0 };
  const docs = workload.map(() => new Y.Doc());
  let left = workload.length;
  const whole = new Promise<void>((resolve) => {
    peer.socket.on('message', (data: Buffer) => {
      traffic.down += data.length;
      const frame = peer.frames.pop();
      if (frame?.kind !== 'room') {
        if (frame) peer.frames.push(frame);
        return;
      }
      const doc = docs[frame.index - 1];
      const room = workload[frame.index - 1]?.room ?? '';
      const opened = opener(room, team)(frame.message);
      if (!doc || opened.length === 0) return;
      const was = isWhole(doc);
      // In the order in which they were written. The vault merges them first, to keep one row: that is in the first sync.
      doc.transact(() => opened.forEach((payload) => Y.applyUpdate(doc, payload)));
      if (!was && isWhole(doc) && --left === 0) resolve();
    });
  });
  const send = (bytes: Uint8Array): void => {
    traffic.up += bytes.length;
    peer.socket.send(bytes);
  };
  void peer.authenticate(team.device, team.team).then(() => {
    workload.forEach(({ room, flushes }, index) => {
      openRoom(peer, index + 1, room);
      const doc = docs[index];
      if (which === null || !doc) return;
      Y.applyUpdate(doc, flushes[which]);
      const lane = new TestLane(room, team.device, which + 1);
      send(encodeRoomFrame(index + 1, encodeSync('STEP_2', lane.update([lane.seal(flushes[which])], 0))));
    });
  });
  return { whole, traffic, close: () => peer.close() };
}

/** What a message brings, after every check that the vault does. */
const opener =
  (room: string, { device }: BenchTeam) =>
  (message: Uint8Array): readonly Uint8Array[] =>
    (updateIn(message)?.runs.flatMap((run) => run.items) ?? []).flatMap((item) => {
      const envelope = item ? parseEnvelope(item) : null;
      if (!envelope || !verifyEnvelope(room, envelope, device.signPublicKey)) return [];
      const body = openEnvelope(room, envelope, roomKey);
      return body.ok ? [body.value.payload] : [];
    });
