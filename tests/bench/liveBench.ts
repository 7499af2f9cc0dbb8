/** One colleague types, the other watches: from sending to having it, with 50 ms to the server and back. */
import * as Y from 'yjs';
import { encodeSync, decodeSync } from '../../shared/sync/syncMessages.ts';
import { openEnvelope, parseEnvelope, verifyEnvelope } from '../../shared/sync/envelope.ts';
import { TestLane, roomKey, updateIn } from '../sync/support/muxPeer.ts';
import { startBenchServer, startStockServer } from './benchServers.ts';
import { connectPeer, foundBenchTeam, openRoom, roomIds, stockSocket } from './benchTeam.ts';
import { startChaosProxy } from './chaosProxy.ts';
import { percentile, type Measurements } from './figures.ts';
import { inTurns, medianOf } from './inTurns.ts';
import { inFolder } from './syncBench.ts';

type Latency = Readonly<Record<'p95Ms' | 'medianMs', number>>;

/** Half a round trip each way. */
const LINK = { delayMs: 25 };
const BETWEEN_MS = 40;

export async function liveBench(edits: number, repeats: number): Promise<Measurements> {
  const trials = await inTurns(repeats, {
    ours: () => inFolder((folder) => ours(folder, edits)),
    stock: () => stock(edits),
  });
  const [mine, theirs] = [medianOf(trials, 'ours', 'p95Ms'), medianOf(trials, 'stock', 'p95Ms')];
  return {
    figures: [
      { name: 'one edit to a colleague at 50 ms, p95, ours', value: mine, unit: 'ms', bar: null },
      { name: 'one edit to a colleague at 50 ms, p95, stock', value: theirs, unit: 'ms', bar: null },
      {
        name: 'one edit to a colleague at 50 ms, p95, ours more than stock',
        value: mine - theirs,
        unit: 'ms',
        // One fsync (the slowest of a hundred takes about 5 ms on such a disk) and 5 ms.
        bar: 10,
        note: 'one fsync before anybody hears of it, one signature on each side',
      },
    ],
    raw: trials,
  };
}

/** Sends one edit after another; `wait` settles when the other side has it. */
async function typing(
  edits: number,
  send: (index: number) => void,
  wait: (index: number) => Promise<void>,
): Promise<Latency> {
  const times: number[] = [];
  for (let index = 0; index < edits; index += 1) {
    const started = performance.now();
    const there = wait(index);
    send(index);
    await there;
    times.push(performance.now() - started);
    await new Promise((resolve) => setTimeout(resolve, BETWEEN_MS));
  }
  return { p95Ms: percentile(times, 95), medianMs: percentile(times, 50) };
}

async function ours(folder: string, edits: number): Promise<Latency> {
  const [room = ''] = roomIds(1);
  const server = await startBenchServer({ folder });
  const team = await foundBenchTeam(server, [room]);
  const proxy = await startChaosProxy(server.port, LINK);
  const url = `ws://127.0.0.1:${String(proxy.port)}`;
  try {
    const [writer, reader] = [await connectPeer(url, team), await connectPeer(url, team)];
    for (const peer of [writer, reader]) {
      openRoom(peer, 1, room);
      await peer.next('caughtUp');
    }
    reader.frames.length = 0;
    const lane = new TestLane(room, team.device, 1);
    const typed = new Y.Doc();
    const read = new Y.Doc();
    const updates: Uint8Array[] = [];
    typed.on('update', (update: Uint8Array) => updates.push(update));
    const latency = await typing(
      edits,
      (index) => {
        typed.getText('t').insert(index, 'x');
        writer.room(1, encodeSync('UPDATE', lane.update([lane.seal(updates.pop() ?? new Uint8Array())], index)));
      },
      (index) =>
        reader
          .until(() => {
            for (const frame of reader.frames.splice(0)) {
              const items =
                frame.kind === 'room' ? (updateIn(frame.message)?.runs.flatMap((run) => run.items) ?? []) : [];
              for (const item of items) {
                const envelope = item ? parseEnvelope(item) : null;
                if (!envelope || !verifyEnvelope(room, envelope, team.device.signPublicKey)) continue;
                const body = openEnvelope(room, envelope, roomKey);
                if (body.ok) Y.applyUpdate(read, body.value.payload);
              }
            }
            return read.getText('t').length > index || null;
          })
          .then(() => undefined),
    );
    writer.close();
    reader.close();
    return latency;
  } finally {
    await proxy.close();
    await server.kill();
  }
}

async function stock(edits: number): Promise<Latency> {
  const [room = ''] = roomIds(1);
  const server = await startStockServer();
  const proxy = await startChaosProxy(server.port, LINK);
  const url = `ws://127.0.0.1:${String(proxy.port)}`;
  try {
    const [writer, reader] = [stockSocket(url, room), stockSocket(url, room)];
    for (const socket of [writer, reader]) await new Promise((resolve) => socket.once('open', resolve));
    const typed = new Y.Doc();
    const read = new Y.Doc();
    typed.on('update', (update: Uint8Array) => writer.send(encodeSync('UPDATE', update)));
    let arrived = (): void => undefined;
    reader.on('message', (data: Buffer) => {
      const sync = decodeSync(new Uint8Array(data));
      if (!sync || sync === 'ignored' || sync.step === 'STEP_1') return;
      Y.applyUpdate(read, sync.payload);
      arrived();
    });
    const latency = await typing(
      edits,
      (index) => typed.getText('t').insert(index, 'x'),
      (index) =>
        new Promise((resolve) => {
          arrived = () => {
            if (read.getText('t').length > index) resolve();
          };
        }),
    );
    writer.terminate();
    reader.terminate();
    return latency;
  } finally {
    await proxy.close();
    await server.kill();
  }
}
