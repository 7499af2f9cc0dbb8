/**
 * What is left of ten compactions: two laptops write thousands of envelopes in turns, one folds them in every time. The
 * answer to a fresh device may be hardly larger than the snapshot that it needs: lanes leave no tombstones behind.
 */
import sodium from 'libsodium-wrappers-sumo';
import * as Y from 'yjs';
import { parseEnvelope, type CoverEntry } from '../../shared/sync/envelope.ts';
import { missingUpdates } from '../../shared/sync/missing.ts';
import { TestLane, peerDevice } from '../sync/support/muxPeer.ts';
import { roomIds } from './benchTeam.ts';
import type { Measurements } from './figures.ts';

const COMPACTIONS = 10;

export async function compactionBench(envelopes: number): Promise<Measurements> {
  await sodium.ready;
  const [room = ''] = roomIds(1);
  const lanes = [1, 2].map((byte) => new TestLane(room, peerDevice(byte), byte));
  const rows = new Map<number, Map<number, Uint8Array>>(lanes.map((lane) => [lane.client, new Map()]));
  const doc = new Y.Doc();
  let update = new Uint8Array();
  doc.on('update', (bytes: Uint8Array) => (update = new Uint8Array(bytes)));
  const outer = new Y.Doc();
  let snapshotBytes = 0;
  for (let compaction = 0; compaction < COMPACTIONS; compaction += 1) {
    for (let index = 0; index < envelopes / COMPACTIONS; index += 1) {
      const lane = lanes[index % 2];
      if (lane === undefined) break;
      doc.getText('t').insert(doc.getText('t').length, 'woord ');
      rows.get(lane.client)?.set(lane.seq, lane.seal(update));
    }
    const [writer] = lanes;
    if (writer === undefined) break;
    const cover: CoverEntry[] = lanes.map((lane) => ({ lane: lane.lane, seq: lane.seq - 1, head: lane.prev }));
    const at = writer.seq;
    const snapshot = writer.seal(Y.encodeStateAsUpdate(doc), 'SNAPSHOT', cover);
    if (parseEnvelope(snapshot) === null) throw new Error('a snapshot that cannot be read');
    for (const row of rows.values()) row.clear();
    rows.get(writer.client)?.set(at, snapshot);
    snapshotBytes = snapshot.length;
  }
  const kept = (client: number) => [...(rows.get(client) ?? [])].map(([clock, bytes]) => ({ clock, bytes }));
  let fresh = 0;
  const answers = missingUpdates(
    {
      lanes: () => lanes.map((lane) => ({ client: lane.client, lane: lane.lane, clock: lane.seq })),
      rows: (client, from) => kept(client).filter(({ clock }) => clock >= from),
      clocks: (client) => kept(client).map(({ clock }) => clock),
    },
    new Map(),
  );
  for (const answer of answers) {
    fresh += answer.length;
    Y.applyUpdate(outer, answer);
  }
  return {
    figures: [
      {
        name: `a fresh device's answer after ${String(COMPACTIONS)} compactions of ${String(envelopes)} envelopes, by the snapshot alone`,
        value: fresh / snapshotBytes,
        unit: 'x',
        bar: 1.02,
      },
      {
        name: 'the same answer once a stock Yjs document took it',
        value: Y.encodeStateAsUpdate(outer).length / snapshotBytes,
        unit: 'x',
        bar: 1.02,
      },
    ],
  };
}
