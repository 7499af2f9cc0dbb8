/**
 * Compaction: when a room has grown, one member writes a snapshot that covers what it holds and removes exactly that.
 * No election, no lock: two members at once leave two snapshots, which the next compaction folds together.
 *
 * Refused while anything is missing, unread or unsent: never "everything up to N", only what is in our document.
 * KEYBOX envelopes stay: a later reader needs them.
 */
import { envelopeKinds, type CoverEntry } from '../../../shared/sync/envelope.ts';
import { encodeLaneUpdate, type DeleteRange } from '../../../shared/sync/laneUpdate.ts';
import type { Store } from '../store/open.ts';
import type { LaneStore } from './laneStore.ts';
import type { Sealer } from './sealer.ts';

export const COMPACT_ABOVE_ENVELOPES = 64;
export const COMPACT_ABOVE_BYTES = 256 * 1024;

export class Compactor {
  readonly #store: Store;
  readonly #lanes: LaneStore;
  readonly #sealer: Sealer;

  constructor(parts: { store: Store; lanes: LaneStore; sealer: Sealer }) {
    this.#store = parts.store;
    this.#lanes = parts.lanes;
    this.#sealer = parts.sealer;
  }

  /** True when folding the room in would pay. One snapshot alone, however large, does not. */
  wanted(room: string): boolean {
    const { rows, bytes } = this.#lanes.size(room);
    return rows > COMPACT_ABOVE_ENVELOPES || (rows > 8 && bytes > COMPACT_ABOVE_BYTES);
  }

  /** Writes the snapshot and removes what it covers. Answers the outer update to send, or null when it may not be done now. */
  compact(room: string): Uint8Array | null {
    return this.#store.transaction(() => {
      const lanes = this.#lanes.lanes(room);
      const own = this.#lanes.ownLane(room);
      const whole = lanes.every((lane) => lane.applied === lane.clock);
      if (!own || !whole || own.acked < own.clock || this.#sealer.unsealed(room) > 0) return null;
      const cover: CoverEntry[] = lanes
        .filter((lane) => lane.applied > 0)
        .map((lane) => ({ lane: lane.lane, seq: lane.applied - 1, head: lane.appliedHead }));
      if (!this.#sealer.snapshot(room, cover)) return null;
      const deletes: DeleteRange[] = [];
      for (const lane of lanes) {
        for (const row of this.#lanes.rows(room, lane.client, 0)) {
          if (row.clock >= lane.applied || row.bytes[1] === envelopeKinds.KEYBOX) continue;
          this.#lanes.removeRange(room, lane.client, row.clock, row.clock + 1);
          deletes.push({ client: lane.client, clock: row.clock, length: 1 });
        }
      }
      const items = this.#lanes.rows(room, own.client, own.clock).map((row) => row.bytes);
      return encodeLaneUpdate({ runs: [{ client: own.client, lane: null, clock: own.clock, items }], deletes });
    });
  }
}
