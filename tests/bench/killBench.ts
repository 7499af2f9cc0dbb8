/**
 * Told "it is safe" and then lost: a burst of changes, the server ends with SIGKILL in the middle, starts again, and what it
 * had confirmed is counted. Ours confirms with a state vector after fsync; the stock server (with y-leveldb) echoes.
 */
import { join } from 'node:path';
import * as Y from 'yjs';
import { decodeSync, encodeSync } from '../../shared/sync/syncMessages.ts';
import { TestLane, ackedClock } from '../sync/support/muxPeer.ts';
import { startBenchServer, startStockServer } from './benchServers.ts';
import { connectPeer, foundBenchTeam, openRoom, roomIds, stockSocket } from './benchTeam.ts';
import type { Measurements } from './figures.ts';
import { inTurns } from './inTurns.ts';
import { inFolder } from './syncBench.ts';

type Lost = Readonly<Record<'confirmed' | 'lost', number>>;

const BURST = 2_000;
/** The server is killed once so many changes were confirmed, wherever it is then. */
const KILL_AFTER = 600;

export async function killBench(kills: number): Promise<Measurements> {
  const trials = await inTurns(kills, {
    ours: () => inFolder(killOurs),
    stock: () => inFolder(killStock),
  });
  const sum = (who: string, name: keyof Lost): number =>
    trials.filter((trial) => trial.who === who).reduce((total, trial) => total + trial.measured[name], 0);
  const lost = sum('stock', 'lost');
  return {
    figures: [
      {
        name: `confirmed and then lost in ${String(kills)} kills, ours`,
        value: sum('ours', 'lost'),
        unit: 'count',
        bar: 0,
      },
      { name: 'confirmed in those kills, ours', value: sum('ours', 'confirmed'), unit: 'count', bar: null },
      {
        name: 'confirmed and then lost, stock with y-leveldb',
        value: lost,
        unit: 'count',
        bar: null,
        note: 'it echoes before it stores',
      },
      { name: 'confirmed in those kills, stock', value: sum('stock', 'confirmed'), unit: 'count', bar: null },
    ],
    raw: trials,
  };
}

async function killOurs(folder: string): Promise<Lost> {
  const [room = ''] = roomIds(1);
  const first = await startBenchServer({ folder });
  const team = await foundBenchTeam(first, [room]);
  const peer = await connectPeer(first.url, team);
  openRoom(peer, 1, room);
  const lane = new TestLane(room, team.device, 1);
  let confirmed = 0;
  const enough = new Promise<void>((resolve) => {
    peer.socket.on('message', () => {
      for (const frame of peer.frames.splice(0))
        if (frame.kind === 'control' && frame.frame.type === 'ack')
          confirmed = Math.max(confirmed, ackedClock(frame.frame.stateVector, lane.client));
      if (confirmed >= KILL_AFTER) resolve();
    });
  });
  for (let index = 0; index < BURST; index += 1)
    peer.room(1, encodeSync('UPDATE', lane.update([lane.seal(new Uint8Array([1]))], index)));
  await enough;
  await first.kill();
  peer.close();
  const again = await startBenchServer({ folder, port: first.port });
  try {
    const reader = await connectPeer(again.url, team);
    openRoom(reader, 1, room);
    const ack = await reader.next('ack');
    reader.close();
    return { confirmed, lost: Math.max(0, confirmed - ackedClock(ack.stateVector, lane.client)) };
  } finally {
    await again.kill();
  }
}

async function killStock(folder: string): Promise<Lost> {
  const [room = ''] = roomIds(1);
  const persistence = join(folder, 'leveldb');
  const first = await startStockServer({ persistence });
  const doc = new Y.Doc();
  const echoed = new Y.Doc();
  const socket = stockSocket(first.url, room);
  await new Promise((resolve) => socket.once('open', resolve));
  const confirmedNow = (): number => echoed.getArray('a').length;
  const enough = new Promise<void>((resolve) => {
    socket.on('message', (data: Buffer) => {
      const sync = decodeSync(new Uint8Array(data));
      if (!sync || sync === 'ignored' || sync.step === 'STEP_1') return;
      Y.applyUpdate(echoed, sync.payload);
      if (confirmedNow() >= KILL_AFTER) resolve();
    });
  });
  doc.on('update', (update: Uint8Array) => socket.send(encodeSync('UPDATE', update)));
  for (let index = 0; index < BURST; index += 1) doc.getArray('a').push([index]);
  await enough;
  await first.kill();
  socket.terminate();
  const confirmed = confirmedNow();
  const again = await startStockServer({ persistence, port: first.port });
  try {
    return { confirmed, lost: Math.max(0, confirmed - (await readStock(again.url, room))) };
  } finally {
    await again.kill();
  }
}

/** How many of the changes the restarted server has: what comes within ten seconds, as it loads after it answers. */
async function readStock(url: string, room: string): Promise<number> {
  const doc = new Y.Doc();
  const socket = stockSocket(url, room);
  await new Promise((resolve) => socket.once('open', resolve));
  socket.on('message', (data: Buffer) => {
    const sync = decodeSync(new Uint8Array(data));
    if (sync && sync !== 'ignored' && sync.step !== 'STEP_1') Y.applyUpdate(doc, sync.payload);
  });
  // The stock server answers the first step 1 before it read its database: asked again until it is there.
  for (let asked = 0; asked < 20; asked += 1) {
    socket.send(encodeSync('STEP_1', Y.encodeStateVector(doc)));
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  socket.terminate();
  return doc.getArray('a').length;
}
