/** One meeting of two laptops and a fresh one, on our server and on the stock one; the servers are processes of their own. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import WebSocket from 'ws';
import * as Y from 'yjs';
import { openEnvelope, parseEnvelope, verifyEnvelope } from '../../shared/sync/envelope.ts';
import { logHashOf, signLogEntry, type TeamEvent } from '../../shared/sync/teamLog.ts';
import { encodeControl, encodeRoomFrame } from '../../shared/sync/frames.ts';
import { encodeSync, decodeSync } from '../../shared/sync/syncMessages.ts';
import { MuxPeer, TestLane, idOf, peerDevice, roomKey, updateIn } from '../sync/support/muxPeer.ts';
import { freePort, startServerProcess } from '../sync/support/serverProcess.ts';
import type { RoomEdits } from './syncWorkload.ts';

export interface Measured {
  readonly mergeMs: number;
  readonly freshMs: number;
  readonly bytesUp: number;
  readonly bytesDown: number;
  readonly bytesFresh: number;
  readonly serverMemoryKb: number;
  readonly serverCpuMs: number;
}

const memoryKb = (pid: number): number =>
  Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${String(pid)}/status`, 'utf8'))?.[1] ?? 0);
/** User and system time; the kernel counts in hundredths. */
const cpuMs = (pid: number): number => {
  const fields =
    readFileSync(`/proc/${String(pid)}/stat`, 'utf8')
      .split(') ')[1]
      ?.split(' ') ?? [];
  return (Number(fields[11]) + Number(fields[12])) * 10;
};

interface Laptop {
  /** Settles when every room holds both flushes. */
  readonly whole: Promise<void>;
  readonly traffic: { up: number; down: number };
  close(): void;
}

async function meet(pid: number, laptop: (which: 0 | 1 | null) => Laptop): Promise<Measured> {
  const before = { memory: memoryKb(pid), cpu: cpuMs(pid) };
  const startedMs = performance.now();
  const two = [laptop(0), laptop(1)];
  await Promise.all(two.map((one) => one.whole));
  const mergeMs = performance.now() - startedMs;
  const freshStartedMs = performance.now();
  const fresh = laptop(null);
  await fresh.whole;
  const freshMs = performance.now() - freshStartedMs;
  const sum = (side: 'up' | 'down') => two.reduce((total, one) => total + one.traffic[side], 0);
  const measured = {
    mergeMs,
    freshMs,
    bytesUp: sum('up'),
    bytesDown: sum('down'),
    bytesFresh: fresh.traffic.down,
    serverMemoryKb: Math.max(1, memoryKb(pid) - before.memory),
    serverCpuMs: cpuMs(pid) - before.cpu,
  };
  for (const one of [...two, fresh]) one.close();
  return measured;
}

/** How many clients a document of both flushes knows. */
const isWhole = (doc: Y.Doc): boolean => Y.decodeStateVector(Y.encodeStateVector(doc)).size >= 2;

export async function meetOnStock(workload: readonly RoomEdits[]): Promise<Measured> {
  const port = await freePort();
  const main = join(import.meta.dirname, 'peers/node_modules/@y/websocket-server/src/server.js');
  const server = spawn(process.execPath, [main], { env: { ...process.env, HOST: '127.0.0.1', PORT: String(port) } });
  await once(server.stdout, 'data');
  try {
    return await meet(server.pid ?? 0, (which) => {
      const traffic = { up: 0, down: 0 };
      const sockets: WebSocket[] = [];
      const rooms = workload.map(
        ({ room, flushes }) =>
          new Promise<void>((resolve) => {
            const doc = new Y.Doc();
            if (which !== null) Y.applyUpdate(doc, flushes[which]);
            const socket = new WebSocket(`ws://127.0.0.1:${String(port)}/${room}`);
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
    });
  } finally {
    server.kill('SIGKILL');
  }
}

export async function meetOnOurs(workload: readonly RoomEdits[], folder: string): Promise<Measured> {
  const server = await startServerProcess({
    folder,
    port: await freePort(),
    environment: { SAMENSPEL_FRAMES_PER_SECOND: '100000' },
  });
  const device = peerDevice(1);
  const team = idOf(0xaa);
  try {
    while (server.setupCode === '') await new Promise((resolve) => setTimeout(resolve, 5));
    const first = new MuxPeer(server.url);
    await first.found(server.setupCode, device, team, idOf(0xbb));
    let head = first.logHead;
    for (const { room } of workload) {
      const event: TeamEvent = { type: 'OPEN_ROOM', room, kind: 'household' };
      const refused = await first.append(event, device, head);
      if (refused !== '') throw new Error(refused);
      head = logHashOf(signLogEntry(head, event, 0, device));
    }
    first.close();
    return await meet(server.pid, (which) => {
      const peer = new MuxPeer(server.url);
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
          const items = updateIn(frame.message)?.runs.flatMap((run) => run.items) ?? [];
          const opened = items.flatMap((item) => {
            const envelope = item ? parseEnvelope(item) : null;
            if (!envelope || !verifyEnvelope(room, envelope, device.signPublicKey)) return [];
            const body = openEnvelope(room, envelope, roomKey);
            return body.ok ? [body.value.payload] : [];
          });
          if (!doc || opened.length === 0) return;
          const was = isWhole(doc);
          Y.applyUpdate(doc, Y.mergeUpdates(opened));
          if (!was && isWhole(doc) && --left === 0) resolve();
        });
      });
      const send = (bytes: Uint8Array): void => {
        traffic.up += bytes.length;
        peer.socket.send(bytes);
      };
      void peer.authenticate(device, team).then(() => {
        workload.forEach(({ room, flushes }, index) => {
          send(encodeControl({ type: 'open', index: index + 1, room }));
          send(encodeRoomFrame(index + 1, encodeSync('STEP_1', new Uint8Array([0]))));
          const doc = docs[index];
          if (which === null || !doc) return;
          Y.applyUpdate(doc, flushes[which]);
          const lane = new TestLane(room, device, which + 1);
          send(encodeRoomFrame(index + 1, encodeSync('STEP_2', lane.update([lane.seal(flushes[which])], 0))));
        });
      });
      return { whole, traffic, close: () => peer.close() };
    });
  } finally {
    await server.kill();
  }
}
