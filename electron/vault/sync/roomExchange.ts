/**
 * The rooms over one connection: open them newest first, send what the server misses, take in what we miss, seal what was
 * saved, and count only acknowledgements as shared.
 *
 * Promises: nothing is sealed in a room before the server said how far it is there; one room's trouble never ends the
 * connection; what arrived is on disk before it is used, so a broken connection goes on where it was.
 */
import { encodeRoomFrame, type ControlFrame, type Refusal } from '../../../shared/sync/frames.ts';
import { decodeLaneUpdate } from '../../../shared/sync/laneUpdate.ts';
import { decodeLaneVector, decodeSync, encodeSync } from '../../../shared/sync/syncMessages.ts';
import { mayUseRoom, type TeamState } from '../../../shared/sync/teamLog.ts';
import type { Timer, VaultDeps } from '../vaultDeps.ts';
import type { Progress } from '../progress.ts';
import type { Store } from '../store/open.ts';
import type { Applier, Hold } from './applier.ts';
import type { Compactor } from './compactor.ts';
import type { LaneStore } from './laneStore.ts';
import { RoomRounds } from './roomRounds.ts';
import type { Sealer } from './sealer.ts';
import type { TeamKeeper } from './teamKeeper.ts';

/** Rooms that may be opening at once: the newest household is usable before the oldest is asked for. */
const OPENING_AT_ONCE = 32;
/** Messages of one room that arrive together are applied together. */
const APPLY_AFTER_MS = 20;
const SEAL_AFTER_MS = 2_000;
const COMPACT_WITHIN_MS = 10 * 60_000;

export type RoomTrouble = Refusal | Hold | 'TWICE';

export interface RoomParts {
  readonly store: Store;
  readonly keeper: TeamKeeper;
  readonly lanes: LaneStore;
  readonly sealer: Sealer;
  readonly applier: Applier;
  readonly compactor: Compactor;
  readonly device: { readonly device: string };
  readonly deps: Pick<VaultDeps, 'clock' | 'random' | 'logger' | 'setTimer'>;
  /** Rooms to open, most recent first. */
  roomsByRecency(state: TeamState): readonly string[];
  /** Follows how many rooms have come, on a screen. */
  followReceiving(): Progress;
}

export interface RoomHooks {
  send(frame: ControlFrame): void;
  sendBytes(bytes: Uint8Array): void;
  /** Something that the status shows has changed. */
  changed(): void;
  /** A change of a colleague is in a document. */
  applied(room: string): void;
  trouble(room: string, trouble: RoomTrouble | null): void;
  /** Everything that the server has of this room is here and looked at. */
  caughtUp(room: string): void;
}

interface OpenRoom {
  readonly room: string;
  readonly index: number;
  /** The server said how far it is, and gave all it has. */
  ready: boolean;
  /** client → clock that the server has, or that we sent on this connection. */
  readonly sent: Map<number, number>;
  /** A new lane was started on this connection: once is enough, a second refusal waits for the next one. */
  renewed: boolean;
  /** We asked what we miss and the answer is not complete yet. */
  asked: boolean;
  /** Asked once on this connection for what an older lane of ours has more than we kept. */
  askedForOlder: boolean;
  applyTimer: Timer | null;
  sealTimer: Timer | null;
  compactTimer: Timer | null;
}

export class RoomExchange {
  readonly #parts: RoomParts;
  readonly #hooks: RoomHooks;
  readonly #byIndex = new Map<number, OpenRoom>();
  readonly #byRoom = new Map<string, OpenRoom>();
  readonly #opening = new Set<string>();
  readonly #rounds: RoomRounds;
  /** The team at the last look at every room. */
  #looked: TeamState | null = null;
  #wanted: string[] = [];
  #nextIndex = 1;
  #receiving: Progress | null = null;
  #toReceive = 0;

  constructor(parts: RoomParts, hooks: RoomHooks) {
    this.#parts = parts;
    this.#hooks = hooks;
    this.#rounds = new RoomRounds(parts, (room, whoever) => {
      const open = this.#byRoom.get(room);
      if (open?.ready) this.#applyNow(open, whoever);
    });
  }

  end(): void {
    this.#rounds.end();
    this.#receiving?.end();
    this.#receiving = null;
    for (const open of this.#byIndex.values()) cancelTimers(open);
  }

  /** A document was saved here: seal soon. False when its room is not open. */
  noteSaved(room: string): boolean {
    const open = this.#byRoom.get(room);
    if (!open) return false;
    open.sealTimer?.cancel();
    open.sealTimer = this.#parts.deps.setTimer(() => this.#seal(open), SEAL_AFTER_MS);
    return true;
  }

  sealAll(): void {
    for (const open of this.#byIndex.values()) this.#seal(open);
  }

  /** After a change of the team log: who may read decides which keys must be given before we write again. */
  recheck(): void {
    const { keeper, roomsByRecency } = this.#parts;
    const { state } = keeper;
    if (!state) return;
    const before = this.#looked;
    this.#looked = state;
    const rooms = roomsByRecency(state);
    // Where somebody came or left, before the rooms in which only the same people may have another laptop.
    const isChanged = (room: string): boolean => state.rooms.get(room) !== before?.rooms.get(room);
    this.#rounds.begin([state.teamRoom, ...rooms.filter(isChanged), ...rooms.filter((room) => !isChanged(room))]);
  }

  /** Somebody looked at what colleagues wrote: says so in the room. */
  noteLookedAt(room: string): void {
    const open = this.#byRoom.get(room);
    if (open?.ready && this.#parts.sealer.attest(room)) this.#sendOwn(open);
  }

  /** Sends what was written in our lane by somebody else than this class. */
  sendOwn(room: string): void {
    const open = this.#byRoom.get(room);
    if (open?.ready) this.#sendOwn(open);
  }

  /** True when this room is open and everything of it has come. */
  isReady(room: string): boolean {
    return this.#byRoom.get(room)?.ready ?? false;
  }

  /** Asks once more for everything we miss. */
  askAgain(room: string): void {
    const open = this.#byRoom.get(room);
    if (open?.ready) this.#ask(open);
  }

  openRooms(): void {
    const { keeper, device, roomsByRecency } = this.#parts;
    const state = keeper.state;
    if (!state) return;
    this.#wanted = [state.teamRoom, ...roomsByRecency(state)].filter(
      (room) => !this.#byRoom.has(room) && mayUseRoom(state, device.device, room),
    );
    if (this.#wanted.length > OPENING_AT_ONCE) {
      this.#receiving ??= this.#parts.followReceiving();
      this.#toReceive = this.#wanted.length + this.#opening.size;
      this.#receiving.step('RECEIVE', this.#toReceive);
    }
    this.#openMore();
  }

  /** A room came in, or turned out to be none of ours. */
  #noteReceived(): void {
    const left = this.#wanted.length + this.#opening.size;
    this.#receiving?.done(this.#toReceive - left);
    if (left > 0) return;
    this.#receiving?.end();
    this.#receiving = null;
  }

  #openMore(): void {
    while (this.#opening.size < OPENING_AT_ONCE) {
      const room = this.#wanted.shift();
      if (room === undefined) return;
      const open: OpenRoom = {
        room,
        index: this.#nextIndex,
        ready: false,
        renewed: false,
        asked: false,
        askedForOlder: false,
        sent: new Map(),
        applyTimer: null,
        sealTimer: null,
        compactTimer: null,
      };
      this.#nextIndex += 1;
      this.#byIndex.set(open.index, open);
      this.#byRoom.set(room, open);
      this.#opening.add(room);
      this.#hooks.send({ type: 'open', index: open.index, room });
      this.#ask(open);
    }
  }

  #ask(open: OpenRoom): void {
    open.asked = true;
    this.#sendRoom(open, encodeSync('STEP_1', this.#parts.lanes.stateVector(open.room)));
  }

  /** Our lane was written by somebody else too: ours goes on in a new one, what is in the old one is asked for again. */
  #renewLane(open: OpenRoom): boolean {
    if (!this.#parts.sealer.renewLane(open.room)) return false;
    this.#ask(open);
    return true;
  }

  #forget(open: OpenRoom): void {
    cancelTimers(open);
    this.#byIndex.delete(open.index);
    this.#byRoom.delete(open.room);
    if (!this.#opening.delete(open.room)) return;
    this.#noteReceived();
    this.#openMore();
  }

  #sendRoom(open: OpenRoom, message: Uint8Array): void {
    this.#hooks.sendBytes(encodeRoomFrame(open.index, message));
  }

  onMessage(index: number, message: Uint8Array): void {
    const open = this.#byIndex.get(index);
    const sync = open ? decodeSync(message) : null;
    if (!open || !sync || sync === 'ignored') return;
    if (sync.step === 'STEP_1') return this.#onServerVector(open, sync.payload);
    const update = decodeLaneUpdate(sync.payload);
    if (!update) return this.#hooks.trouble(open.room, 'BAD_ENVELOPE');
    const { store, lanes } = this.#parts;
    const received = store.transaction(() => lanes.receive(open.room, update));
    if (received.twice) this.#hooks.trouble(open.room, 'TWICE');
    if (received.taken && this.#renewLane(open) && open.ready) this.#sendOwn(open);
    else if (received.gap && !open.asked) this.#ask(open);
    for (const run of update.runs) {
      const end = run.clock + run.items.length;
      open.sent.set(run.client, Math.max(open.sent.get(run.client) ?? 0, end));
    }
    if (!open.ready || received.added === 0) return;
    open.applyTimer ??= this.#parts.deps.setTimer(() => this.#applyNow(open), APPLY_AFTER_MS);
  }

  /** How far the server is: what it has more of our own lane is not ours to continue; what it misses is sent. */
  #onServerVector(open: OpenRoom, bytes: Uint8Array): void {
    const vector = decodeLaneVector(bytes);
    if (!vector) return;
    const { lanes, store } = this.#parts;
    const own = lanes.ownLane(open.room);
    if (own && (vector.get(own.client) ?? 0) > own.clock) this.#renewLane(open);
    store.transaction(() => {
      for (const lane of lanes.lanes(open.room)) {
        // A restored server has less than it once acknowledged. More is believed only after its content was compared.
        if (lane.mine !== 0) lanes.put({ ...lane, acked: Math.min(lane.acked, vector.get(lane.client) ?? 0) });
      }
    });
    for (const [client, clock] of vector) open.sent.set(client, clock);
    for (const update of lanes.missing(open.room, vector)) this.#sendRoom(open, encodeSync('STEP_2', update));
    for (const lane of lanes.lanes(open.room))
      open.sent.set(lane.client, Math.max(lane.clock, open.sent.get(lane.client) ?? 0));
    this.#hooks.changed();
  }

  onCaughtUp(index: number): void {
    const open = this.#byIndex.get(index);
    if (!open) return;
    open.ready = true;
    open.asked = false;
    this.#opening.delete(open.room);
    this.#applyNow(open);
    this.#noteReceived();
    this.#openMore();
    this.#hooks.caughtUp(open.room);
  }

  #applyNow(open: OpenRoom, whoever = false): void {
    open.applyTimer?.cancel();
    open.applyTimer = null;
    const { applier, keeper } = this.#parts;
    const state = keeper.state;
    if (!state || !open.ready) return;
    const outcome = applier.apply(state, open.room);
    this.#hooks.trouble(open.room, [...outcome.holds][0] ?? null);
    if (outcome.applied > 0) this.#hooks.applied(open.room);
    this.#seal(open, whoever);
    this.#compactLater(open);
  }

  #seal(open: OpenRoom, whoever = false): void {
    open.sealTimer?.cancel();
    open.sealTimer = null;
    const { keeper, sealer } = this.#parts;
    const state = keeper.state;
    if (!state || !open.ready) return;
    // What came before a decision is taken in before the decision is acted on.
    if (open.applyTimer) return this.#applyNow(open, whoever);
    const isOurTurn = (): boolean => whoever || this.#rounds.isOurTurn(state, open.room);
    const sealed = sealer.seal(state, open.room, isOurTurn);
    if (sealed === 'sealed') this.#hooks.changed();
    else if (sealed === 'postponed') this.#rounds.postpone(open.room);
    this.#sendOwn(open);
  }

  /** Sends own envelopes that the server does not have from this connection yet. */
  #sendOwn(open: OpenRoom): void {
    const { lanes } = this.#parts;
    const vector = new Map(
      lanes
        .lanes(open.room)
        .map((lane) => [
          lane.client,
          lane.mine === 1 ? Math.min(lane.clock, open.sent.get(lane.client) ?? 0) : lane.clock,
        ]),
    );
    const own = lanes.ownLane(open.room);
    if (!own || (vector.get(own.client) ?? 0) >= own.clock) return;
    for (const update of lanes.missing(open.room, vector)) this.#sendRoom(open, encodeSync('UPDATE', update));
    open.sent.set(own.client, own.clock);
  }

  #compactLater(open: OpenRoom): void {
    const { compactor, deps } = this.#parts;
    if (open.compactTimer || !compactor.wanted(open.room)) return;
    const noise = new DataView(deps.random.bytes(4).slice().buffer).getUint32(0) / 2 ** 32;
    open.compactTimer = deps.setTimer(() => {
      open.compactTimer = null;
      // A key that somebody who left still has is replaced before the snapshot is sealed with it.
      this.#seal(open, true);
      if (!compactor.wanted(open.room)) return;
      deps.logger.event('sync.compacting');
      const update = compactor.compact(open.room);
      deps.logger.event('sync.compacted', { done: update !== null });
      if (!update) return;
      this.#sendRoom(open, encodeSync('UPDATE', update));
      const own = this.#parts.lanes.ownLane(open.room);
      if (own) open.sent.set(own.client, own.clock);
    }, noise * COMPACT_WITHIN_MS);
  }

  onAck(index: number, bytes: Uint8Array): void {
    const open = this.#byIndex.get(index);
    const vector = open ? decodeLaneVector(bytes) : null;
    if (!open || !vector) return;
    const { store, lanes, deps, sealer } = this.#parts;
    // What we took out of an older lane of ours because it was not acknowledged had arrived after all.
    const cameAfterAll = lanes
      .lanes(open.room)
      .some((lane) => lane.mine === 2 && (vector.get(lane.client) ?? 0) > lane.clock);
    if (cameAfterAll && open.ready && !open.askedForOlder) {
      open.askedForOlder = true;
      this.#ask(open);
    }
    store.transaction(() => {
      for (const lane of lanes.lanes(open.room)) {
        const acked = Math.min(lane.clock, vector.get(lane.client) ?? 0);
        if (lane.mine !== 0 && acked > lane.acked) lanes.put({ ...lane, acked });
      }
      const own = lanes.ownLane(open.room);
      const shared = own !== null && own.acked >= own.clock && sealer.unsealed(open.room) === 0;
      if (shared)
        store.db
          .prepare(
            `INSERT INTO room_sync (room, shared, acked_at_ms) VALUES (?, 1, ?)
             ON CONFLICT (room) DO UPDATE SET acked_at_ms = excluded.acked_at_ms`,
          )
          .run(open.room, deps.clock.nowMs());
    });
    this.#hooks.changed();
  }

  onRefused(index: number, reason: Refusal): void {
    const open = this.#byIndex.get(index);
    if (!open) return;
    this.#parts.deps.logger.event('sync.refused', { reason });
    // Our lane was written by somebody else (a clone, a restored copy), or the server lost its start: a new lane.
    if (reason === 'WRONG_LANE' || reason === 'SEQ_GAP' || reason === 'BAD_ENVELOPE') {
      if (open.ready && !open.renewed && this.#parts.lanes.ownLane(open.room)) {
        open.renewed = true;
        this.#renewLane(open);
        this.#sendOwn(open);
      }
    } else if (reason === 'NO_GRANT' || reason === 'UNKNOWN_ROOM') this.#forget(open);
    this.#hooks.trouble(open.room, reason);
  }
}

function cancelTimers(open: OpenRoom): void {
  open.applyTimer?.cancel();
  open.sealTimer?.cancel();
  open.compactTimer?.cancel();
}
