/**
 * What a peer misses, in updates of bounded size, from rows: the answer to y-protocols step 1, on the server and in the
 * vault alike.
 */
import * as encoding from 'lib0/encoding';
import { encodeLaneUpdate, type DeleteRange, type LaneRun } from './laneUpdate.ts';

/** Rows are put in messages of about this many bytes, so that one never passes the frame limit. */
const MESSAGE_BYTES = 512 * 1024;

export interface LaneCursor {
  readonly client: number;
  readonly lane: string;
  /** Number of items ever written in the lane; some may be removed by compaction. */
  readonly clock: number;
}

export interface LaneRows {
  lanes(): readonly LaneCursor[];
  /** The items that are still there from a clock on, in order. */
  rows(client: number, from: number): Iterable<{ readonly clock: number; readonly bytes: Uint8Array }>;
  /** Clocks of the items that are still there, in order. */
  clocks(client: number): readonly number[];
}

/** At least one update; the last one carries all removals, so that a peer forgets what was compacted. */
export function* missingUpdates(source: LaneRows, peer: ReadonlyMap<number, number>): Generator<Uint8Array> {
  const deletes: DeleteRange[] = [];
  let runs: LaneRun[] = [];
  let size = 0;
  for (const lane of source.lanes()) {
    const from = Math.min(peer.get(lane.client) ?? 0, lane.clock);
    const seen: number[] = [];
    let clock = from;
    let items: (Uint8Array | null)[] = [];
    const close = (): void => {
      if (items.length > 0) runs.push({ client: lane.client, lane: lane.lane, clock: clock - items.length, items });
      items = [];
    };
    for (const row of source.rows(lane.client, clock)) {
      for (; clock < row.clock; clock++) items.push(null);
      items.push(row.bytes);
      seen.push(clock);
      clock += 1;
      size += row.bytes.length;
      if (size >= MESSAGE_BYTES) {
        close();
        yield encodeLaneUpdate({ runs, deletes: [] });
        runs = [];
        size = 0;
      }
    }
    for (; clock < lane.clock; clock++) items.push(null);
    close();
    // A peer that starts at the beginning has been given every row: they need not be asked for twice.
    deletes.push(...removedRanges(lane, from === 0 ? seen : source.clocks(lane.client)));
  }
  yield encodeLaneUpdate({ runs, deletes });
}

function removedRanges(lane: LaneCursor, kept: readonly number[]): DeleteRange[] {
  const ranges: DeleteRange[] = [];
  let next = 0;
  for (const clock of [...kept, lane.clock]) {
    if (clock > next) ranges.push({ client: lane.client, clock: next, length: clock - next });
    next = clock + 1;
  }
  return ranges;
}

/** A Yjs state vector of lane cursors, as y-protocols encodes it. */
export function encodeLaneVector(lanes: readonly LaneCursor[]): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, lanes.length);
  for (const lane of lanes) {
    encoding.writeVarUint(encoder, lane.client);
    encoding.writeVarUint(encoder, lane.clock);
  }
  return encoding.toUint8Array(encoder);
}
