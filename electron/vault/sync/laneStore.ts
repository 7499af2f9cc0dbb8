/**
 * Lanes and envelopes on disk. A lane of this device is written by one Yjs client whose clock is stored in the same
 * transaction as every envelope: the same place written twice would be silent divergence.
 *
 * All writing functions run inside the caller's transaction.
 */
import { ZERO_HASH, parseEnvelope } from '../../../shared/sync/envelope.ts';
import { bytesToHex, equalBytes } from '../../../shared/sync/bytes.ts';
import type { LaneUpdate } from '../../../shared/sync/laneUpdate.ts';
import { encodeLaneVector, missingUpdates } from '../../../shared/sync/missing.ts';
import { laneClientOf } from '../../../shared/sync/outerDoc.ts';
import type { Clock, Random } from '../../../shared/deps.ts';
import type { Store } from '../store/open.ts';

export interface Lane {
  readonly room: string;
  readonly client: number;
  readonly lane: string;
  readonly device: string;
  /** 0 = of another device, 1 = written by this vault now, 2 = an older lane of this device. */
  readonly mine: 0 | 1 | 2;
  readonly clock: number;
  /** Items below it are in the document. */
  readonly applied: number;
  readonly appliedHead: string;
  /** Of another device: items below it were named in our newest frontier. */
  readonly frontierSent: number;
  /** Of this device: items below it are on the server's disk. */
  readonly acked: number;
}

const COLUMNS = `room, client, lane, device, mine, clock, applied, applied_head AS appliedHead, frontier_sent AS frontierSent, acked`;

export class LaneStore {
  readonly #store: Store;
  readonly #clock: Clock;
  readonly #random: Random;
  readonly #sql;

  constructor(store: Store, deps: { clock: Clock; random: Random }) {
    this.#store = store;
    this.#clock = deps.clock;
    this.#random = deps.random;
    const { db } = store;
    this.#sql = {
      lanes: db.prepare<[string], Lane>(`SELECT ${COLUMNS} FROM lane WHERE room = ? ORDER BY client`),
      put: db.prepare<Lane>(
        `INSERT INTO lane (room, client, lane, device, mine, clock, applied, applied_head, frontier_sent, acked)
         VALUES (@room, @client, @lane, @device, @mine, @clock, @applied, @appliedHead, @frontierSent, @acked)
         ON CONFLICT (room, client) DO UPDATE SET mine = excluded.mine, clock = excluded.clock, applied = excluded.applied,
           applied_head = excluded.applied_head, frontier_sent = excluded.frontier_sent, acked = excluded.acked`,
      ),
      rows: db.prepare<[string, number, number], { clock: number; bytes: Uint8Array }>(
        `SELECT clock, bytes FROM outer_envelope WHERE room = ? AND client = ? AND clock >= ? ORDER BY clock`,
      ),
      row: db.prepare<[string, number, number], { bytes: Uint8Array }>(
        `SELECT bytes FROM outer_envelope WHERE room = ? AND client = ? AND clock = ?`,
      ),
      clocks: db
        .prepare<[string, number], number>(
          `SELECT clock FROM outer_envelope WHERE room = ? AND client = ? ORDER BY clock`,
        )
        .pluck(),
      add: db.prepare<[string, number, number, Uint8Array, number]>(
        `INSERT INTO outer_envelope VALUES (?, ?, ?, ?, ?)`,
      ),
      remove: db.prepare<[string, number, number, number]>(
        `DELETE FROM outer_envelope WHERE room = ? AND client = ? AND clock >= ? AND clock < ?`,
      ),
      keyboxes: db
        .prepare<[string], Uint8Array>(
          `SELECT e.bytes FROM outer_envelope e JOIN lane l ON l.room = e.room AND l.client = e.client
           WHERE e.room = ? AND l.mine <> 1 AND substr(e.bytes, 2, 1) = X'03'`,
        )
        .pluck(),
      size: db.prepare<[string], { rows: number; bytes: number }>(
        `SELECT count(*) AS rows, coalesce(sum(length(bytes)), 0) AS bytes FROM outer_envelope WHERE room = ?`,
      ),
    };
  }

  lanes(room: string): readonly Lane[] {
    return this.#sql.lanes.all(room);
  }

  put(lane: Lane): void {
    this.#sql.put.run(lane);
  }

  ownLane(room: string): Lane | null {
    return this.lanes(room).find((lane) => lane.mine === 1) ?? null;
  }

  /** A new lane of this device; the present one, if any, is retired. */
  startLane(room: string, device: string): Lane {
    const old = this.ownLane(room);
    if (old) this.put({ ...old, mine: 2 });
    const taken = new Set(this.lanes(room).map((lane) => lane.client));
    let client: number;
    do client = laneClientOf(this.#random.bytes(4));
    while (taken.has(client));
    const lane: Lane = {
      room,
      client,
      lane: bytesToHex(this.#random.bytes(16)),
      device,
      mine: 1,
      clock: 0,
      applied: 0,
      appliedHead: ZERO_HASH,
      frontierSent: 0,
      acked: 0,
    };
    this.put(lane);
    return lane;
  }

  /** Adds one own envelope, which is in the document already. Answers the lane after it. */
  appendOwn(lane: Lane, bytes: Uint8Array, hash: string): Lane {
    this.#sql.add.run(lane.room, lane.client, lane.clock, bytes, this.#clock.nowMs());
    const next: Lane = { ...lane, clock: lane.clock + 1, applied: lane.clock + 1, appliedHead: hash };
    this.put(next);
    return next;
  }

  /**
   * Stores what came from the server. Rows that are no envelope, or leave a gap, are left out: they are asked for again.
   * `twice`: a place we have was sent with other content, which an honest server and honest devices never do.
   * `gap`: something before it is missing. `taken`: somebody else writes in our own lane (a clone of this laptop).
   */
  receive(room: string, update: LaneUpdate): { added: number; twice: boolean; gap: boolean; taken: boolean } {
    const lanes = new Map(this.lanes(room).map((lane) => [lane.client, lane]));
    let added = 0;
    let twice = false;
    let gap = false;
    let taken = false;
    for (const run of update.runs) {
      let lane = lanes.get(run.client);
      for (const [index, bytes] of run.items.entries()) {
        const clock = run.clock + index;
        if (clock < (lane?.clock ?? 0)) {
          const stored = bytes === null ? undefined : this.#sql.row.get(room, run.client, clock);
          if (bytes !== null && stored && !equalBytes(bytes, stored.bytes)) {
            twice = true;
            if (lane?.mine === 1) taken = true;
          }
          continue;
        }
        if (lane?.mine === 1) {
          taken = true;
          break;
        }
        if (clock > (lane?.clock ?? 0)) {
          gap = true;
          break;
        }
        const envelope = bytes === null ? null : parseEnvelope(bytes);
        if (bytes !== null && envelope === null) break;
        if (!lane) {
          if (run.lane === null) break;
          // The owner is known once an envelope is there; removed items leave it open.
          lane = {
            room,
            client: run.client,
            lane: run.lane,
            device: '',
            mine: 0,
            clock: 0,
            applied: 0,
            appliedHead: ZERO_HASH,
            frontierSent: 0,
            acked: 0,
          };
        }
        if (envelope && (envelope.lane !== lane.lane || envelope.seq !== clock)) break;
        if (envelope) this.#sql.add.run(room, run.client, clock, envelope.bytes, this.#clock.nowMs());
        lane = { ...lane, device: envelope?.device ?? lane.device, clock: clock + 1 };
        added += 1;
      }
      if (lane) {
        lanes.set(run.client, lane);
        this.put(lane);
      }
    }
    for (const range of update.deletes) {
      // Only what is in our document may go: what a compaction folded in before we applied it comes back in its snapshot.
      this.#sql.remove.run(room, range.client, range.clock, range.clock + range.length);
    }
    return { added, twice, gap, taken };
  }

  /** The envelopes of a lane from a clock on that are still there. */
  rows(room: string, client: number, from: number): readonly { readonly clock: number; readonly bytes: Uint8Array }[] {
    return this.#sql.rows.all(room, client, from);
  }

  /** Keys that others, or older lanes of ours, gave in a room. */
  keyboxes(room: string): readonly Uint8Array[] {
    return this.#sql.keyboxes.all(room);
  }

  removeRange(room: string, client: number, from: number, to: number): void {
    this.#sql.remove.run(room, client, from, to);
  }

  size(room: string): { readonly rows: number; readonly bytes: number } {
    return this.#sql.size.get(room) ?? { rows: 0, bytes: 0 };
  }

  /**
   * What we have, as y-protocols asks it. Of our own lane only what was acknowledged: the rest comes back and is compared,
   * because a clone of this laptop may have written the same places.
   */
  stateVector(room: string): Uint8Array {
    return encodeLaneVector(
      this.lanes(room).map((lane) => (lane.mine === 1 ? { ...lane, clock: Math.min(lane.acked, lane.clock) } : lane)),
    );
  }

  /**
   * Takes what was never acknowledged out of an own lane, so that what the server has at those places is taken in like a
   * colleague's. The document keeps it; the caller writes it again in a new lane.
   */
  forgetUnacknowledged(lane: Lane): void {
    const first = lane.acked < lane.clock ? this.#sql.row.get(lane.room, lane.client, lane.acked) : undefined;
    const envelope = first ? parseEnvelope(first.bytes) : null;
    if (!envelope) return;
    this.#sql.remove.run(lane.room, lane.client, lane.acked, lane.clock);
    this.put({ ...lane, clock: lane.acked, applied: lane.acked, appliedHead: envelope.prev });
  }

  missing(room: string, peer: ReadonlyMap<number, number>): Generator<Uint8Array> {
    return missingUpdates(
      {
        lanes: () => this.lanes(room),
        rows: (client, from) => this.#sql.rows.all(room, client, from),
        clocks: (client) => this.#sql.clocks.all(room, client),
      },
      peer,
    );
  }

  /** Place of the last own change (no key, no attestation) that is still there; -1 when it was folded in. */
  lastChange(lane: Lane): number {
    return (
      this.#store.db
        .prepare<[string, number], number | null>(
          `SELECT max(clock) FROM outer_envelope WHERE room = ? AND client = ? AND substr(bytes, 2, 1) IN (X'01', X'02')`,
        )
        .pluck()
        .get(lane.room, lane.client) ?? -1
    );
  }

  /** All rooms we hold anything of. */
  rooms(): readonly string[] {
    return this.#store.db.prepare<[], string>('SELECT DISTINCT room FROM lane').pluck().all();
  }
}
