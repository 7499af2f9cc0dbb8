/**
 * One connection, from challenge to close: authenticate, bring the team log up to date, open rooms newest first, send what
 * the server misses, take in what we miss, and count only acknowledgements as shared.
 *
 * Promises: nothing is sealed in a room before the server said how far it is there; one room's trouble never ends the
 * connection; what arrived is on disk before it is used, so a broken connection goes on where it was.
 */
import sodium from 'libsodium-wrappers-sumo';
import { authStatement } from '../../../shared/sync/authentication.ts';
import type { SigningDevice } from '../../../shared/sync/envelope.ts';
import {
  PROTOCOL_VERSION,
  closeCodes,
  decodeFrame,
  encodeControl,
  encodeRoomFrame,
  type ControlFrame,
  type Refusal,
} from '../../../shared/sync/frames.ts';
import { decodeLaneUpdate } from '../../../shared/sync/laneUpdate.ts';
import { decodeLaneVector, decodeSync, encodeSync } from '../../../shared/sync/syncMessages.ts';
import { mayUseRoom, signLogEntry, type TeamEvent, type TeamState } from '../../../shared/sync/teamLog.ts';
import type { Timer, VaultDeps } from '../vaultDeps.ts';
import type { Store } from '../store/open.ts';
import type { Applier, Hold } from './applier.ts';
import type { Compactor } from './compactor.ts';
import type { LaneStore } from './laneStore.ts';
import type { Sealer } from './sealer.ts';
import type { SyncSocket } from './syncSocket.ts';
import type { TeamKeeper } from './teamKeeper.ts';

/** Rooms that may be opening at once: the newest household is usable before the oldest is asked for. */
const OPENING_AT_ONCE = 32;
/** Messages of one room that arrive together are applied together. */
const APPLY_AFTER_MS = 20;
const SEAL_AFTER_MS = 2_000;
/** Entries of the team log that come together lead to one look at every room. */
const RECHECK_AFTER_MS = 200;
const COMPACT_WITHIN_MS = 10 * 60_000;

export type RoomTrouble = Refusal | Hold | 'TWICE';

export interface SessionParts {
  readonly store: Store;
  readonly keeper: TeamKeeper;
  readonly lanes: LaneStore;
  readonly sealer: Sealer;
  readonly applier: Applier;
  readonly compactor: Compactor;
  readonly device: SigningDevice;
  readonly userId: string;
  readonly deps: Pick<VaultDeps, 'clock' | 'random' | 'logger' | 'setTimer'>;
  /** Rooms to open, most recent first. */
  roomsByRecency(state: TeamState): readonly string[];
  /** Documents of ours that should be shared and have no room in the team log yet. */
  roomsToAnnounce(state: TeamState): readonly Omit<Extract<TeamEvent, { type: 'OPEN_ROOM' }>, 'type'>[];
}

export interface SessionHooks {
  /** Authenticated, the team log is up to date. */
  online(): void;
  /** Something that the status shows has changed. */
  changed(): void;
  /** A change of a colleague is in a document. */
  applied(room: string): void;
  trouble(room: string, trouble: RoomTrouble | null): void;
  teamChanged(): void;
  joinRequest(invite: string, sealed: Uint8Array): void;
  /** The log that the server gives does not verify from our root. */
  falseLog(): void;
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
  applyTimer: Timer | null;
  sealTimer: Timer | null;
  compactTimer: Timer | null;
}

/** A signed decision on its way; `intent` null = announcing a document. */
interface PendingEntry {
  readonly request: number;
  readonly intent: number | null;
  readonly position: number;
  readonly entry: Uint8Array;
}

export class SyncSession {
  readonly #socket: SyncSocket;
  readonly #parts: SessionParts;
  readonly #hooks: SessionHooks;
  readonly #byIndex = new Map<number, OpenRoom>();
  readonly #byRoom = new Map<string, OpenRoom>();
  readonly #opening = new Set<string>();
  #wanted: string[] = [];
  #nextIndex = 1;
  #online = false;
  #ended = false;
  #recheckTimer: Timer | null = null;
  #request = 0;
  /** The last entry that we brought back to a restored server. */
  #given: number | null = null;
  /** The decision that waits for the server's answer. */
  #pending: PendingEntry | null = null;

  constructor(socket: SyncSocket, parts: SessionParts, hooks: SessionHooks) {
    this.#socket = socket;
    this.#parts = parts;
    this.#hooks = hooks;
  }

  get online(): boolean {
    return this.#online;
  }

  /** False when the bytes are not of our protocol: the caller closes. */
  receive(bytes: Uint8Array): boolean {
    const frame = decodeFrame(bytes);
    if (!frame || this.#ended) return frame !== null;
    if (frame.kind === 'control') this.#onControl(frame.frame);
    else this.#onRoom(frame.index, frame.message);
    return true;
  }

  end(): void {
    this.#ended = true;
    this.#online = false;
    this.#recheckTimer?.cancel();
    for (const open of this.#byIndex.values()) {
      open.applyTimer?.cancel();
      open.sealTimer?.cancel();
      open.compactTimer?.cancel();
    }
  }

  /** A document was saved here: seal soon, or at once. */
  noteSaved(room: string, atOnce: boolean): void {
    const open = this.#byRoom.get(room);
    if (!open) {
      this.announce();
      return;
    }
    open.sealTimer?.cancel();
    if (atOnce) this.#seal(open);
    else open.sealTimer = this.#parts.deps.setTimer(() => this.#seal(open), SEAL_AFTER_MS);
  }

  /** Everything that waits, now. */
  shareNow(): void {
    this.announce();
    for (const open of this.#byIndex.values()) this.#seal(open);
  }

  /** Somebody looked at what colleagues wrote: says so in the room. */
  noteLookedAt(room: string): void {
    const open = this.#byRoom.get(room);
    if (open?.ready && this.#parts.sealer.attest(room)) this.#sendOwn(open);
  }

  send(frame: ControlFrame): void {
    this.#socket.send(encodeControl(frame));
  }

  // ---------------------------------------------------------------- control

  #onControl(frame: ControlFrame): void {
    switch (frame.type) {
      case 'challenge':
        return this.#authenticate(frame);
      case 'welcome':
        return this.#readLog(frame.logLength);
      case 'logEntries':
        return this.#takeLog(frame.from, frame.entries);
      case 'appended':
        return this.#onAppended(frame);
      case 'ack':
        return this.#onAck(frame.index, frame.stateVector);
      case 'caughtUp':
        return this.#onCaughtUp(frame.index);
      case 'refused':
        return this.#onRefused(frame.index, frame.reason);
      case 'joinRequest':
        return this.#hooks.joinRequest(frame.invite, frame.sealed);
      default:
        return;
    }
  }

  #authenticate(frame: Extract<ControlFrame, { type: 'challenge' }>): void {
    const { keeper, device } = this.#parts;
    const team = keeper.membership?.team;
    if (!team) return;
    const statement = authStatement(frame.nonce, frame.serverIncarnation, team, device.device);
    const signature = sodium.crypto_sign_detached(statement, device.signSecretKey);
    this.send({ type: 'auth', protocol: PROTOCOL_VERSION, team, device: device.device, signature });
  }

  #readLog(serverLength: number): void {
    const have = this.#parts.keeper.state?.length ?? 0;
    if (have < serverLength) this.send({ type: 'readLog', from: have });
    else if (have > serverLength) this.#giveLog(serverLength);
    else this.#logIsHere();
  }

  /** A restored server has forgotten entries; each is signed by its writer, so whoever has them may bring them back. */
  #giveLog(from: number): void {
    for (const entry of this.#parts.keeper.entriesFrom(from)) {
      this.#request += 1;
      this.send({ type: 'appendLog', request: this.#request, entry });
    }
    this.#given = this.#request;
  }

  #takeLog(from: number, entries: readonly Uint8Array[]): void {
    const { keeper } = this.#parts;
    const before = keeper.state?.length ?? 0;
    if (entries.length > 0 && !keeper.take(from, entries)) {
      // A colleague's entry may have overtaken our question; a log that does not build on ours never verifies.
      if (from <= before) return this.#hooks.falseLog();
      this.send({ type: 'readLog', from: before });
      return;
    }
    const after = keeper.state?.length ?? 0;
    if (after > before) this.#hooks.teamChanged();
    if (!this.#online && entries.length > 0 && after > before) this.send({ type: 'readLog', from: after });
    else this.#logIsHere();
  }

  #logIsHere(): void {
    const first = !this.#online;
    this.#online = true;
    if (first) this.#hooks.online();
    this.#signNext();
    this.#openRooms();
    if (first) return;
    // A new grant or a lost one changes which keys must be given before we write again.
    this.#recheckTimer ??= this.#parts.deps.setTimer(() => {
      this.#recheckTimer = null;
      for (const open of this.#byIndex.values()) if (open.ready) this.#applyNow(open);
    }, RECHECK_AFTER_MS);
  }

  /** Announces documents that have no room yet, one decision at a time, then kept decisions. */
  announce(): void {
    if (this.#online) this.#signNext();
  }

  #signNext(): void {
    const { keeper, device, deps, roomsToAnnounce } = this.#parts;
    const state = keeper.state;
    if (this.#pending || !state) return;
    const announced = roomsToAnnounce(state)[0];
    const kept = keeper.intents()[0];
    const event = announced ? ({ type: 'OPEN_ROOM', ...announced } as const) : kept?.event;
    if (!event) return;
    this.#request += 1;
    const entry = signLogEntry(state.head, event, deps.clock.nowMs(), device);
    const intent = announced ? null : (kept?.intent ?? null);
    this.#pending = { request: this.#request, intent, position: state.length, entry };
    this.send({ type: 'appendLog', request: this.#request, entry });
  }

  #onAppended(frame: Extract<ControlFrame, { type: 'appended' }>): void {
    if (frame.request === this.#given) {
      // Taken, or a colleague was first: either way the log goes on from here.
      this.#given = null;
      return this.send({ type: 'readLog', from: this.#parts.keeper.state?.length ?? 0 });
    }
    const pending = this.#pending;
    if (!pending || pending.request !== frame.request) return;
    this.#pending = null;
    const { keeper } = this.#parts;
    if (!frame.ok && frame.reason === 'HEAD_MOVED') {
      this.send({ type: 'readLog', from: keeper.state?.length ?? 0 });
      return;
    }
    if (pending.intent !== null) keeper.settle(pending.intent);
    if (frame.ok) {
      if (!keeper.take(pending.position, [pending.entry])) return this.#hooks.falseLog();
      this.#hooks.teamChanged();
      // A document that we announced ourselves changes nothing for the rooms that are open.
      if (pending.intent !== null) return this.#logIsHere();
      this.#signNext();
      this.#openRooms();
    } else if (pending.intent !== null) this.#signNext();
  }

  // ---------------------------------------------------------------- rooms

  #openRooms(): void {
    const { keeper, device, roomsByRecency } = this.#parts;
    const state = keeper.state;
    if (!state) return;
    this.#wanted = [state.teamRoom, ...roomsByRecency(state)].filter(
      (room) => !this.#byRoom.has(room) && mayUseRoom(state, device.device, room),
    );
    this.#openMore();
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
        sent: new Map(),
        applyTimer: null,
        sealTimer: null,
        compactTimer: null,
      };
      this.#nextIndex += 1;
      this.#byIndex.set(open.index, open);
      this.#byRoom.set(room, open);
      this.#opening.add(room);
      this.send({ type: 'open', index: open.index, room });
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
    open.applyTimer?.cancel();
    open.sealTimer?.cancel();
    open.compactTimer?.cancel();
    this.#byIndex.delete(open.index);
    this.#byRoom.delete(open.room);
    if (this.#opening.delete(open.room)) this.#openMore();
  }

  #sendRoom(open: OpenRoom, message: Uint8Array): void {
    this.#socket.send(encodeRoomFrame(open.index, message));
  }

  #onRoom(index: number, message: Uint8Array): void {
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

  #onCaughtUp(index: number): void {
    const open = this.#byIndex.get(index);
    if (!open) return;
    open.ready = true;
    open.asked = false;
    this.#opening.delete(open.room);
    this.#applyNow(open);
    this.#openMore();
  }

  #applyNow(open: OpenRoom): void {
    open.applyTimer?.cancel();
    open.applyTimer = null;
    const { applier, keeper } = this.#parts;
    const state = keeper.state;
    if (!state || !open.ready) return;
    const outcome = applier.apply(state, open.room);
    this.#hooks.trouble(open.room, [...outcome.holds][0] ?? null);
    if (outcome.applied > 0) this.#hooks.applied(open.room);
    this.#seal(open);
    this.#compactLater(open);
  }

  #seal(open: OpenRoom): void {
    open.sealTimer?.cancel();
    open.sealTimer = null;
    const { keeper, sealer } = this.#parts;
    const state = keeper.state;
    if (!state || !open.ready) return;
    if (sealer.seal(state, open.room)) this.#hooks.changed();
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
      const update = compactor.wanted(open.room) ? compactor.compact(open.room) : null;
      if (!update) return;
      this.#sendRoom(open, encodeSync('UPDATE', update));
      const own = this.#parts.lanes.ownLane(open.room);
      if (own) open.sent.set(own.client, own.clock);
    }, noise * COMPACT_WITHIN_MS);
  }

  #onAck(index: number, bytes: Uint8Array): void {
    const open = this.#byIndex.get(index);
    const vector = open ? decodeLaneVector(bytes) : null;
    if (!open || !vector) return;
    const { store, lanes, deps, sealer } = this.#parts;
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

  #onRefused(index: number, reason: Refusal): void {
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

/** Close codes after which trying again soon has no use. */
export const isFinalClose = (code: number | null): boolean =>
  code === closeCodes.REVOKED || code === closeCodes.CLIENT_TOO_OLD;
