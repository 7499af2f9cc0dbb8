/**
 * The outer document of a room: what travels over y-protocols. Root `Y.Array`s `l:<lane>`, each written by one Yjs
 * client, each item one envelope as a plain Uint8Array. The Yjs state vector then is the per-lane cursor:
 * (client of the lane, clock) = number of envelopes received.
 *
 * A lane's clientID is random, made with the lane, and persisted with it in the same transaction as every append;
 * the same (client, clock) with two contents would be silent divergence in Yjs, so after a restore a new lane starts.
 */
import * as Y from 'yjs';
import { parseEnvelope, type ParsedEnvelope } from './envelope.ts';

const LANE_ROOT = /^l:([0-9a-f]{32})$/;

export const laneRoot = (lane: string): string => `l:${lane}`;
export const laneOfRoot = (root: string): string | null => LANE_ROOT.exec(root)?.[1] ?? null;

/** A Yjs clientID from four random bytes; never 0. */
export const laneClientOf = (random: Uint8Array): number =>
  (new DataView(random.buffer, random.byteOffset, 4).getUint32(0, true) || 1) >>> 0;

/** Appends envelopes to a lane and answers the outer update to store and send. The doc must hold the lane's whole past. */
export function appendEnvelopes(
  outer: Y.Doc,
  lane: string,
  client: number,
  envelopes: readonly Uint8Array[],
): Uint8Array {
  const before = Y.encodeStateVector(outer);
  const session = outer.clientID;
  outer.clientID = client;
  try {
    outer.transact(() =>
      outer.getArray<Uint8Array>(laneRoot(lane)).push(envelopes.map((bytes) => new Uint8Array(bytes))),
    );
  } finally {
    outer.clientID = session;
  }
  return Y.encodeStateAsUpdate(outer, before);
}

export interface LaneItem {
  readonly lane: string;
  /** Place in the Yjs list at this moment; only meaningful until the next change. */
  readonly index: number;
  readonly envelope: ParsedEnvelope;
}

/** Every envelope that is still in the outer document, lane by lane in order. Items that are no envelope are left out. */
export function readLanes(outer: Y.Doc): readonly LaneItem[] {
  const items: LaneItem[] = [];
  for (const root of outer.share.keys()) {
    const lane = laneOfRoot(root);
    if (!lane) continue;
    outer
      .getArray<unknown>(root)
      .toArray()
      .forEach((value, index) => {
        const envelope = value instanceof Uint8Array ? parseEnvelope(value) : null;
        if (envelope) items.push({ lane, index, envelope });
      });
  }
  return items;
}

/** Deletes the envelopes with these hashes (compaction) in the current transaction's update. */
export function removeEnvelopes(outer: Y.Doc, hashes: ReadonlySet<string>): void {
  outer.transact(() => {
    const doomed = readLanes(outer).filter((item) => hashes.has(item.envelope.hash));
    for (const item of doomed.toReversed()) outer.getArray(laneRoot(item.lane)).delete(item.index, 1);
  });
}
