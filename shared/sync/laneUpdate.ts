/**
 * Outer updates without an outer Y.Doc: reads and writes the Yjs V1 update format for lanes, so that the server and the
 * vault keep plain rows (room, client, clock, envelope) and still speak to any stock Yjs peer.
 *
 * Promises: encode(rows) applied to a Y.Doc gives the same document as the appends that made the rows; decode(update)
 * of a lane writer's update gives its rows back. Anything that is not an append to a lane, or a delete, is refused:
 * hostile bytes give null, never an exception.
 *
 * Format: https://github.com/yjs/yjs INTERNALS.md (V1). A later item of a client carries no parent name, only its origin.
 */
import * as encoding from 'lib0/encoding';
import * as Y from 'yjs';
import { laneOfRoot, laneRoot } from './outerDoc.ts';

/**
 * Consecutive items of one lane writer. `null` = removed by a compaction: an item with deleted content, not a GC struct,
 * because Yjs drops an item whose left neighbour is a GC struct.
 */
export interface LaneRun {
  readonly client: number;
  /** Known for a run that starts at clock 0; later runs name no lane. */
  readonly lane: string | null;
  readonly clock: number;
  readonly items: readonly (Uint8Array | null)[];
}

export interface DeleteRange {
  readonly client: number;
  readonly clock: number;
  readonly length: number;
}

export interface LaneUpdate {
  readonly runs: readonly LaneRun[];
  readonly deletes: readonly DeleteRange[];
}

const DELETED_REF = 1;
const BINARY_REF = 3;
const HAS_ORIGIN = 0x80;
/** Most items of one lane in one update; a hostile length must not allocate. */
const MAX_ITEMS = 100_000;

interface StructRun {
  readonly clock: number;
  readonly length: number;
  readonly bytes: Uint8Array | null;
}

/** Neighbouring removed items are one struct. */
function structsOf(run: LaneRun): readonly StructRun[] {
  const structs: StructRun[] = [];
  run.items.forEach((bytes, index) => {
    const last = structs.at(-1);
    if (bytes === null && last && last.bytes === null)
      structs[structs.length - 1] = { ...last, length: last.length + 1 };
    else structs.push({ clock: run.clock + index, length: 1, bytes });
  });
  return structs;
}

/** Writes runs (one per client) as a Yjs V1 update. A run at clock 0 must know its lane. */
export function encodeLaneUpdate(update: LaneUpdate): Uint8Array {
  const encoder = encoding.createEncoder();
  const runs = update.runs.filter((run) => run.items.length > 0).toSorted((a, b) => b.client - a.client);
  encoding.writeVarUint(encoder, runs.length);
  for (const run of runs) {
    const structs = structsOf(run);
    encoding.writeVarUint(encoder, structs.length);
    encoding.writeVarUint(encoder, run.client);
    encoding.writeVarUint(encoder, run.clock);
    for (const struct of structs) {
      const ref = struct.bytes === null ? DELETED_REF : BINARY_REF;
      if (struct.clock === 0) {
        if (run.lane === null) throw new Error('a run from clock 0 must name its lane');
        encoding.writeUint8(encoder, ref);
        encoding.writeVarUint(encoder, 1);
        encoding.writeVarString(encoder, laneRoot(run.lane));
      } else {
        encoding.writeUint8(encoder, ref | HAS_ORIGIN);
        encoding.writeVarUint(encoder, run.client);
        encoding.writeVarUint(encoder, struct.clock - 1);
      }
      if (struct.bytes === null) encoding.writeVarUint(encoder, struct.length);
      else encoding.writeVarUint8Array(encoder, struct.bytes);
    }
  }
  writeDeletes(encoder, update.deletes);
  return encoding.toUint8Array(encoder);
}

function writeDeletes(encoder: encoding.Encoder, deletes: readonly DeleteRange[]): void {
  const byClient = Map.groupBy(deletes, (range) => range.client);
  encoding.writeVarUint(encoder, byClient.size);
  for (const [client, ranges] of [...byClient].toSorted(([a], [b]) => b - a)) {
    encoding.writeVarUint(encoder, client);
    encoding.writeVarUint(encoder, ranges.length);
    for (const range of ranges.toSorted((a, b) => a.clock - b.clock)) {
      encoding.writeVarUint(encoder, range.clock);
      encoding.writeVarUint(encoder, range.length);
    }
  }
}

/** Reads an update of hostile bytes; null when it holds anything but lane appends, removed items and deletes. */
export function decodeLaneUpdate(bytes: Uint8Array): LaneUpdate | null {
  try {
    const { structs, ds } = Y.decodeUpdate(bytes);
    const runs: { client: number; lane: string | null; clock: number; items: (Uint8Array | null)[] }[] = [];
    for (const struct of structs) {
      const { client, clock } = struct.id;
      let run = runs.at(-1);
      if (!run || run.client !== client || run.clock + run.items.length !== clock) {
        run = { client, lane: null, clock, items: [] };
        runs.push(run);
      }
      const item = struct instanceof Y.Item ? readItem(struct) : null;
      if (!item || run.items.length + item.items.length > MAX_ITEMS) return null;
      if (item.lane !== null) run.lane = item.lane;
      run.items.push(...item.items);
    }
    const deletes = [...ds.clients].flatMap(([client, ranges]) =>
      ranges.map((range) => ({ client, clock: range.clock, length: range.len })),
    );
    return { runs, deletes };
  } catch {
    return null;
  }
}

/** An append to a lane: in the root array of a lane, right after the client's own previous item, nothing to its right. */
function readItem(item: Y.Item): { lane: string | null; items: readonly (Uint8Array | null)[] } | null {
  if (item.rightOrigin !== null || item.parentSub !== null) return null;
  if (item.origin === null) {
    if (item.id.clock !== 0) return null;
  } else if (item.origin.client !== item.id.client || item.origin.clock !== item.id.clock - 1) return null;
  const lane = typeof item.parent === 'string' ? laneOfRoot(item.parent) : null;
  if (item.origin === null && lane === null) return null;
  if (item.length > MAX_ITEMS) return null;
  if (item.content instanceof Y.ContentDeleted) return { lane, items: Array.from({ length: item.length }, () => null) };
  const values: readonly unknown[] = item.content.getContent();
  if (values.length !== item.length || !values.every((value) => value instanceof Uint8Array)) return null;
  return { lane, items: values as readonly Uint8Array[] };
}
