/**
 * One room on the server: rows (client, clock, envelope) and what may be added to them.
 *
 * Promises: stores only contiguous envelopes, signed by a device of the team, chained to the lane's previous one, in a
 * lane that belongs to that device; a resend changes nothing; a new delete is accepted only together with a signed
 * snapshot of the sender whose cover includes every deleted envelope, and what it removes goes to the archive. Anyone
 * who may append may also bring another device's signed envelopes back (a restored server), also of one that lost access
 * since: where such a device ends is signed by colleagues inside the room, and judged there.
 */
import type { Logger } from '../shared/deps.ts';
import { equalBytes } from '../shared/sync/bytes.ts';
import { mayUseRoom, type TeamState } from '../shared/sync/teamLog.ts';
import { parseEnvelope, verifyEnvelope, ZERO_HASH, type ParsedEnvelope } from '../shared/sync/envelope.ts';
import { decodeLaneUpdate, type DeleteRange, type LaneRun, type LaneUpdate } from '../shared/sync/laneUpdate.ts';
import type { Refusal } from '../shared/sync/frames.ts';
import { encodeLaneVector, missingUpdates } from '../shared/sync/missing.ts';
import type { ServerDatabase } from './store.ts';

export class Refused extends Error {
  readonly reason: Refusal;
  constructor(reason: Refusal) {
    super(reason);
    this.reason = reason;
  }
}

interface Lane {
  readonly client: number;
  readonly lane: string;
  readonly device: string;
  readonly clock: number;
  readonly head: string;
}

const covers = (snapshot: ParsedEnvelope, lane: string, seq: number): boolean =>
  snapshot.cover.some((entry) => entry.lane === lane && entry.seq >= seq);

/** The hash of the newest covered envelope of a lane: what the lane's next envelope names as `prev`. */
const coveredHead = (snapshots: readonly ParsedEnvelope[], lane: string): string =>
  snapshots
    .flatMap((snapshot) => snapshot.cover)
    .filter((entry) => entry.lane === lane)
    .toSorted((a, b) => b.seq - a.seq)[0]?.head ?? ZERO_HASH;

export interface RoomLimits {
  readonly roomQuotaBytes: number;
  readonly totalQuotaBytes: number;
}

/** Once per database: preparing costs more than the statements themselves. */
const prepareAll = (db: ServerDatabase) => ({
  lanes: db.prepare<[string], Lane>('SELECT client, lane, device, clock, head FROM lane WHERE room = ?'),
  putLane: db.prepare<[string, number, string, string, number, string]>(
    `INSERT INTO lane VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT (room, client) DO UPDATE SET device = excluded.device, clock = excluded.clock, head = excluded.head`,
  ),
  addRoom: db.prepare<[string, string]>('INSERT INTO room (room, team) VALUES (?, ?) ON CONFLICT DO NOTHING'),
  countBytes: db
    .prepare<[number, string], number>('UPDATE room SET bytes = bytes + ? WHERE room = ? RETURNING bytes')
    .pluck(),
  totalBytes: db.prepare<[], number>('SELECT coalesce(sum(bytes), 0) FROM room').pluck(),
  snapshots: db
    .prepare<[string], Buffer>("SELECT bytes FROM envelope WHERE room = ? AND substr(bytes, 2, 1) = X'02'")
    .pluck(),
  addEnvelope: db.prepare<[string, number, number, Uint8Array]>('INSERT INTO envelope VALUES (?, ?, ?, ?)'),
  /** Also what a compaction took out. */
  everAt: db
    .prepare<[string, number, number, string, number, number], Buffer>(
      `SELECT bytes FROM envelope WHERE room = ? AND client = ? AND clock = ?
       UNION ALL SELECT bytes FROM archive WHERE room = ? AND client = ? AND clock = ?`,
    )
    .pluck(),
  range: db.prepare<[string, number, number, number], { clock: number; bytes: Buffer }>(
    'SELECT clock, bytes FROM envelope WHERE room = ? AND client = ? AND clock >= ? AND clock < ?',
  ),
  archive: db.prepare<[string, number, number, Uint8Array, number]>('INSERT INTO archive VALUES (?, ?, ?, ?, ?)'),
  remove: db.prepare<[string, number, number]>('DELETE FROM envelope WHERE room = ? AND client = ? AND clock = ?'),
  rowsFrom: db.prepare<[string, number, number], { clock: number; bytes: Buffer }>(
    'SELECT clock, bytes FROM envelope WHERE room = ? AND client = ? AND clock >= ? ORDER BY clock',
  ),
  clocks: db
    .prepare<[string, number], number>('SELECT clock FROM envelope WHERE room = ? AND client = ? ORDER BY clock')
    .pluck(),
});

export class RoomLog {
  readonly #limits: RoomLimits;
  readonly #sql: ReturnType<typeof prepareAll>;
  readonly #logger: Logger;
  #appends = 0;

  constructor(db: ServerDatabase, limits: RoomLimits, logger: Logger) {
    this.#limits = limits;
    this.#logger = logger;
    this.#sql = prepareAll(db);
  }

  #lanes(room: string): Map<number, Lane> {
    return new Map(this.#sql.lanes.all(room).map((row) => [row.client, row]));
  }

  /**
   * Checks and stores one outer update, inside the caller's transaction. Answers only what was new; throws Refused with
   * nothing stored (the caller's savepoint rolls back).
   */
  append(state: TeamState, room: string, device: string, update: Uint8Array, nowMs: number): LaneUpdate {
    if (!mayUseRoom(state, device, room)) throw new Refused('NO_GRANT');
    const decoded = decodeLaneUpdate(update);
    if (!decoded) throw new Refused('BAD_ENVELOPE');
    this.#sql.addRoom.run(room, state.team);
    const lanes = this.#lanes(room);
    const snapshots = this.#snapshots(state, room, decoded);
    const added: LaneRun[] = [];
    let bytes = 0;
    for (const run of decoded.runs) {
      const fresh = this.#appendRun(state, room, run, lanes, snapshots);
      if (!fresh) continue;
      added.push(fresh);
      bytes += fresh.items.reduce((sum, item) => sum + (item?.length ?? 0), 0);
    }
    const own = snapshots.filter((snapshot) => snapshot.device === device);
    const removed = this.#applyDeletes(room, decoded.deletes, lanes, own, nowMs);
    bytes -= removed.bytes;
    this.#countBytes(room, bytes);
    return { runs: added, deletes: removed.ranges };
  }

  /** Valid snapshots of this message and of the room: what they cover may be deleted, or may come without its content. */
  #snapshots(state: TeamState, room: string, update: LaneUpdate): readonly ParsedEnvelope[] {
    const needed = update.deletes.length > 0 || update.runs.some((run) => run.items.includes(null));
    if (!needed) return [];
    return [...update.runs.flatMap((run) => run.items), ...this.#sql.snapshots.all(room)].flatMap((item) => {
      const envelope = item === null ? null : parseEnvelope(item);
      const author = envelope?.kind === 'SNAPSHOT' ? state.devices.get(envelope.device) : undefined;
      return envelope && author && verifyEnvelope(room, envelope, author.signPublicKey) ? [envelope] : [];
    });
  }

  #appendRun(
    state: TeamState,
    room: string,
    run: LaneRun,
    lanes: Map<number, Lane>,
    snapshots: readonly ParsedEnvelope[],
  ): LaneRun | null {
    const known = lanes.get(run.client);
    const from = known?.clock ?? 0;
    if (run.clock > from) throw new Refused('SEQ_GAP');
    this.#assertSame(room, run, from);
    const items = run.items.slice(from - run.clock);
    if (items.length === 0) return null;
    const lane = known?.lane ?? run.lane;
    if (lane === null || (!known && [...lanes.values()].some((other) => other.lane === lane)))
      throw new Refused('WRONG_LANE');
    let head: string | null = known?.head ?? ZERO_HASH;
    let owner = known?.device ?? '';
    items.forEach((item, index) => {
      const seq = from + index;
      if (item === null) {
        // A restored server gets back a lane whose past was compacted away in the meantime.
        if (!snapshots.some((snapshot) => covers(snapshot, lane, seq))) throw new Refused('BAD_ENVELOPE');
        head = null;
        return;
      }
      const envelope = parseEnvelope(item);
      if (!envelope) throw new Refused('BAD_ENVELOPE');
      if (owner === '') owner = envelope.device;
      const author = state.devices.get(envelope.device);
      if (envelope.lane !== lane || envelope.device !== owner || !author) throw new Refused('WRONG_LANE');
      if (envelope.seq !== seq || (head !== null && envelope.prev !== head)) throw new Refused('SEQ_GAP');
      if (!verifyEnvelope(room, envelope, author.signPublicKey)) throw new Refused('BAD_SIGNATURE');
      this.#sql.addEnvelope.run(room, run.client, envelope.seq, envelope.bytes);
      head = envelope.hash;
    });
    const next: Lane = {
      client: run.client,
      lane,
      device: owner,
      clock: from + items.length,
      head: head ?? coveredHead(snapshots, lane),
    };
    this.#sql.putLane.run(room, next.client, next.lane, next.device, next.clock, next.head);
    lanes.set(run.client, next);
    return { client: run.client, lane: from === 0 ? lane : null, clock: from, items };
  }

  /**
   * A resend must be what we have. Two devices that were restored from one backup write the same places of one lane with
   * other content; taking the second for a resend would lose it silently, so it is refused and starts a new lane.
   */
  #assertSame(room: string, run: LaneRun, known: number): void {
    run.items.slice(0, Math.max(0, known - run.clock)).forEach((item, index) => {
      const clock = run.clock + index;
      const stored = item === null ? undefined : this.#sql.everAt.get(room, run.client, clock, room, run.client, clock);
      if (item !== null && stored && !equalBytes(item, stored)) throw new Refused('WRONG_LANE');
    });
  }

  #applyDeletes(
    room: string,
    deletes: readonly DeleteRange[],
    lanes: ReadonlyMap<number, Lane>,
    snapshots: readonly ParsedEnvelope[],
    nowMs: number,
  ) {
    const ranges: DeleteRange[] = [];
    let bytes = 0;
    for (const range of deletes) {
      const lane = lanes.get(range.client);
      if (!lane || range.clock + range.length > lane.clock) throw new Refused('DELETE_NOT_COVERED');
      for (const row of this.#sql.range.all(room, range.client, range.clock, range.clock + range.length)) {
        if (!snapshots.some((snapshot) => covers(snapshot, lane.lane, row.clock)))
          throw new Refused('DELETE_NOT_COVERED');
        // Every connection tells all removals again: only what is still here is one.
        if (ranges.length === 0) this.#logger.event('room.compacting');
        this.#sql.archive.run(room, range.client, row.clock, row.bytes, nowMs);
        this.#sql.remove.run(room, range.client, row.clock);
        ranges.push({ client: range.client, clock: row.clock, length: 1 });
        bytes += row.bytes.length;
      }
    }
    return { ranges, bytes };
  }

  #countBytes(room: string, delta: number): void {
    const bytes = this.#sql.countBytes.get(delta, room) ?? 0;
    if (delta <= 0) return;
    if (bytes > this.#limits.roomQuotaBytes) throw new Refused('QUOTA');
    // Adding up all rooms is O(rooms), so the whole is looked at now and then; a room's own limit bounds what slips by.
    if (this.#appends++ % 64 !== 0) return;
    if ((this.#sql.totalBytes.get() ?? 0) > this.#limits.totalQuotaBytes) throw new Refused('QUOTA');
  }

  /** The durable state vector of the room, as y-protocols encodes it. */
  stateVector(room: string): Uint8Array {
    return encodeLaneVector([...this.#lanes(room).values()]);
  }

  /** What a peer with this state vector misses, in updates of bounded size. */
  missing(room: string, peer: ReadonlyMap<number, number>): Generator<Uint8Array> {
    return missingUpdates(
      {
        lanes: () => [...this.#lanes(room).values()],
        rows: (client, from) => this.#sql.rowsFrom.all(room, client, from),
        clocks: (client) => this.#sql.clocks.all(room, client),
      },
      peer,
    );
  }
}
