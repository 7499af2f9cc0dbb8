/**
 * Finds out that the server keeps something back. Devices say in the team room what they have seen of other rooms
 * (docs/adr/0011-head-attestations.md); here that word is given, kept and compared.
 *
 * Promises: an honest server is never accused, because what a device attested was on the server's disk before, and it is
 * asked once more before anything is said; restricted rooms are never named; a log or lane that two devices saw with other
 * content is told apart from one that has not come yet.
 */
import {
  MAX_ATTESTED_LANES,
  decodeAttestation,
  encodeAttestation,
  type AttestedLane,
  type AuditHead,
} from '../../../shared/sync/headAttestation.ts';
import { hashOf } from '../../../shared/sync/envelope.ts';
import { logHashOf, mayUseRoom, type TeamState } from '../../../shared/sync/teamLog.ts';
import type { Clock } from '../../../shared/deps.ts';
import type { Store } from '../store/open.ts';
import { keepAuditHead } from '../store/auditWitness.ts';
import type { LaneStore } from './laneStore.ts';
import type { TeamKeeper } from './teamKeeper.ts';

/** Something that a colleague has seen of somebody, and we have not. */
export interface Missing {
  /** '' for the team log. */
  readonly room: string;
  /** The device that wrote what is missing, when known here. */
  readonly writer: string | null;
  readonly witness: string;
}

export class HeadWitness {
  readonly #store: Store;
  readonly #lanes: LaneStore;
  readonly #keeper: TeamKeeper;
  readonly #device: string;
  readonly #clock: Clock;
  readonly #auditHead: () => AuditHead | null;
  readonly #withheld = new Set<string>();

  constructor(parts: {
    store: Store;
    lanes: LaneStore;
    keeper: TeamKeeper;
    device: string;
    clock: Clock;
    auditHead: () => AuditHead | null;
  }) {
    this.#store = parts.store;
    this.#lanes = parts.lanes;
    this.#keeper = parts.keeper;
    this.#device = parts.device;
    this.#clock = parts.clock;
    this.#auditHead = parts.auditHead;
  }

  /** What moved since this device last said what it has seen, ready for an envelope; null when nothing did. */
  due(state: TeamState): { readonly payload: Uint8Array; told(): void } | null {
    const before = new Map(
      this.#store.db
        .prepare<[], { room: string; lane: string; seq: number }>('SELECT room, lane, seq FROM told_head')
        .all()
        .map((row) => [`${row.room} ${row.lane}`, row.seq]),
    );
    const lanes = this.#seen(state)
      .filter(({ room, lane, seq }) => before.get(`${room} ${lane}`) !== seq)
      .slice(0, MAX_ATTESTED_LANES);
    if (lanes.length === 0 && before.get(' ') === state.length) return null;
    const audit = this.#auditHead();
    const payload = encodeAttestation({ audit, logLength: state.length, logHead: state.head, lanes });
    return {
      payload,
      told: () => {
        const put = this.#store.db.prepare(
          'INSERT INTO told_head VALUES (?, ?, ?) ON CONFLICT (room, lane) DO UPDATE SET seq = excluded.seq',
        );
        for (const { room, lane, seq } of lanes) put.run(room, lane, seq);
        put.run('', '', state.length);
        if (audit !== null) keepAuditHead(this.#store, this.#device, audit, this.#clock.nowMs());
      },
    };
  }

  /** Of colleagues what is in our documents, of ourselves what the server acknowledged; never of restricted rooms. */
  #seen(state: TeamState): readonly AttestedLane[] {
    const seen: AttestedLane[] = [];
    for (const [room, { kind }] of state.rooms) {
      if (kind !== 'household') continue;
      for (const lane of this.#lanes.lanes(room)) {
        const upto = lane.mine === 1 ? Math.min(lane.acked, lane.clock) : lane.applied;
        if (upto === 0) continue;
        const head = upto === lane.applied ? lane.appliedHead : this.#hashAt(room, lane.client, upto - 1);
        if (head !== null) seen.push({ room, lane: lane.lane, seq: upto - 1, head });
      }
    }
    return seen;
  }

  #hashAt(room: string, client: number, seq: number): string | null {
    const row = this.#lanes.rows(room, client, seq)[0];
    return row?.clock === seq ? hashOf(row.bytes) : null;
  }

  /** Keeps what a colleague's device attested. Inside the caller's transaction. */
  take(device: string, payload: Uint8Array): void {
    const attestation = device === this.#device ? null : decodeAttestation(payload);
    if (!attestation) return;
    const nowMs = this.#clock.nowMs();
    if (attestation.audit !== null) keepAuditHead(this.#store, device, attestation.audit, nowMs);
    this.#store.db
      .prepare(
        `INSERT INTO attested_log VALUES (?, ?, ?, ?) ON CONFLICT (by_device) DO UPDATE SET
           length = excluded.length, head = excluded.head, received_at_ms = excluded.received_at_ms`,
      )
      .run(device, attestation.logLength, attestation.logHead, nowMs);
    const put = this.#store.db.prepare(
      `INSERT INTO attested_head VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (room, lane, by_device) DO UPDATE SET
         seq = excluded.seq, head = excluded.head, received_at_ms = excluded.received_at_ms`,
    );
    for (const { room, lane, seq, head } of attestation.lanes) put.run(room, lane, device, seq, head, nowMs);
  }

  /** What colleagues have seen in rooms that are ours to read, and has not come here. */
  missing(state: TeamState): readonly Missing[] {
    const lacking = this.#store.db
      .prepare<[], { room: string; lane: string; witness: string; writer: string | null }>(
        `SELECT a.room, a.lane, a.by_device AS witness, l.device AS writer FROM attested_head a
         LEFT JOIN lane l ON l.room = a.room AND l.lane = a.lane
         WHERE a.seq >= max(coalesce(l.clock, 0), coalesce(l.applied, 0))`,
      )
      .all()
      .filter(({ room, witness }) => this.#counts(state, witness) && mayUseRoom(state, this.#device, room))
      .map(({ room, witness, writer }) => ({ room, witness, writer: writer === '' ? null : writer }));
    const log = this.#attestedLogs(state)
      .filter(({ length, head }) => length > state.length && !state.reunited.has(head))
      .map(({ witness }) => ({ room: '', witness, writer: null }));
    return [...log, ...lacking];
  }

  /** True when a colleague's log has another entry at a place where we have one: the server shows two logs. */
  hasOtherLog(state: TeamState): boolean {
    return this.#attestedLogs(state).some(({ length, head }) => {
      // What was taken in from another branch of the log is no other log any more.
      const entry =
        length <= state.length && !state.reunited.has(head) ? this.#keeper.entriesFrom(length - 1)[0] : undefined;
      return entry !== undefined && logHashOf(entry) !== head;
    });
  }

  /** Rooms with a lane that a colleague saw with other content than we did. */
  twice(state: TeamState): readonly string[] {
    const rows = this.#store.db
      .prepare<[], { room: string; client: number; seq: number; head: string; witness: string }>(
        `SELECT a.room, l.client, a.seq, a.head, a.by_device AS witness FROM attested_head a
         JOIN lane l ON l.room = a.room AND l.lane = a.lane WHERE a.seq < l.clock`,
      )
      .all();
    return rows
      .filter(({ room, client, seq, head, witness }) => {
        const own = this.#counts(state, witness) ? this.#hashAt(room, client, seq) : null;
        return own !== null && own !== head;
      })
      .map(({ room }) => room);
  }

  /** The server was asked again and answered: what still is missing of this room it keeps back. True when that changed. */
  judge(state: TeamState, room: string): boolean {
    const isMissing = this.missing(state).some((missing) => missing.room === room);
    const before = this.#withheld.has(room);
    if (isMissing) this.#withheld.add(room);
    else this.#withheld.delete(room);
    return before !== isMissing;
  }

  /** What the server keeps back, as far as is known and as long as it is so. */
  withheld(state: TeamState): readonly Missing[] {
    if (this.#withheld.size === 0) return [];
    return this.missing(state).filter(({ room }) => this.#withheld.has(room));
  }

  #attestedLogs(state: TeamState) {
    return this.#store.db
      .prepare<[], { witness: string; length: number; head: string }>(
        'SELECT by_device AS witness, length, head FROM attested_log',
      )
      .all()
      .filter(({ witness }) => this.#counts(state, witness));
  }

  /** A laptop that was cut off can no longer make anybody look for something. */
  #counts(state: TeamState, witness: string): boolean {
    return state.devices.get(witness)?.revoked === false;
  }
}
