/**
 * The app's socket: one WebSocket, many rooms. Before authentication only `auth`, `found`, `joinRequest`, `leave` and `recover`
 * are read, at most a few, small; everything else closes the socket. A room's refusal is a frame, never the end of the
 * socket. A revoked device that leaves may bring its unshared work to quarantine and sign its receipt, and nothing else.
 */
import sodium from 'libsodium-wrappers-sumo';
import type { WebSocket } from 'ws';
import { authStatement, foundingProof } from '../shared/sync/authentication.ts';
import {
  MAX_FRAME_BYTES,
  MAX_HELLO_BYTES,
  PROTOCOL_VERSION,
  closeCodes,
  decodeFrame,
  encodeControl,
  encodeRoomFrame,
  type ControlFrame,
  type Refusal,
} from '../shared/sync/frames.ts';
import { hasRole, type TeamState } from '../shared/sync/teamLog.ts';
import type { Subscriber } from './hub.ts';
import { leavingDevice, recoveringTeam } from './lastWords.ts';
import { FrameBudget, MAX_BUFFERED_BYTES, plainView } from './limits.ts';
import type { ServerParts } from './parts.ts';
import { Refused } from './roomLog.ts';
import { readMeta, writeMeta } from './store.ts';

const MAX_ROOMS = 20_000;
/** A laptop that slept or lost its network without a word; shorter than what proxies allow. */
const SILENT_MS = 20_000;

/** Of the stream below: what is written between the two goes out together. */
interface Wire {
  cork(): void;
  uncork(): void;
}

export class MuxSocket {
  readonly #socket: WebSocket;
  /** Under the WebSocket: holds what one turn sends together, so that a room costs no system call of its own. */
  readonly #wire: Wire;
  #held = false;
  readonly #parts: ServerParts;
  readonly #nonce: Uint8Array;
  readonly #rooms = new Map<number, Subscriber>();
  readonly #budget: FrameBudget;
  #identity: { readonly team: string; readonly device: string } | null = null;
  /** A joining laptop waits on this invite. */
  #joining: string | null = null;
  /** A revoked device, saying its last things. */
  #leaving: { readonly team: string; readonly device: string } | null = null;
  #helloFrames = 0;
  /** Time that was pinged into without an answer. */
  #silentMs = 0;

  constructor(socket: WebSocket, wire: Wire, parts: ServerParts) {
    this.#socket = socket;
    this.#wire = wire;
    this.#parts = parts;
    this.#nonce = parts.random.bytes(32);
    this.#budget = new FrameBudget(parts.config.framesPerSecond, parts.clock);
    socket.on('message', (data, isBinary) => this.#onMessage(data, isBinary));
    socket.on('pong', () => (this.#silentMs = 0));
    const helloTimer = setTimeout(() => {
      if (!this.#identity && !this.#joining && !this.#leaving) socket.close(closeCodes.AUTH_TIMEOUT);
    }, parts.config.helloTimeoutMs);
    socket.on('close', () => {
      clearTimeout(helloTimer);
      this.#closeRooms();
      parts.muxSockets.delete(this);
    });
    this.send({
      type: 'challenge',
      protocol: PROTOCOL_VERSION,
      nonce: this.#nonce,
      serverIncarnation: parts.incarnation,
      serverTimeMs: parts.clock.nowMs(),
    });
  }

  get identity(): { readonly team: string; readonly device: string } | null {
    return this.#identity;
  }

  get joiningInvite(): string | null {
    return this.#joining;
  }

  send(frame: ControlFrame): void {
    this.#sendBytes(encodeControl(frame));
  }

  /** False when the other side answered no ping for `SILENT_MS`: the caller ends it. `everyMs` = until the next ping. */
  ping(everyMs: number): boolean {
    if (this.#silentMs >= SILENT_MS) return false;
    this.#silentMs += everyMs;
    this.#socket.ping();
    return true;
  }

  end(code: number): void {
    this.#socket.close(code);
  }

  terminate(): void {
    this.#socket.terminate();
  }

  #sendBytes(bytes: Uint8Array): void {
    if (this.#socket.readyState !== this.#socket.OPEN) return;
    if (this.#socket.bufferedAmount > MAX_BUFFERED_BYTES) this.#socket.close(closeCodes.TRY_LATER);
    else {
      this.#hold();
      this.#socket.send(bytes);
    }
  }

  #hold(): void {
    if (this.#held) return;
    this.#held = true;
    this.#wire.cork();
    process.nextTick(() => {
      this.#held = false;
      this.#wire.uncork();
    });
  }

  #onMessage(data: unknown, isBinary: boolean): void {
    try {
      const bytes = isBinary && data instanceof Buffer ? plainView(data) : null;
      const known = this.#identity !== null || this.#leaving !== null;
      if (!bytes || bytes.length > (known ? MAX_FRAME_BYTES : MAX_HELLO_BYTES)) return this.end(closeCodes.BAD_FRAME);
      if (!this.#budget.take()) return this.end(closeCodes.TOO_FAST);
      if (!known) return this.#onHello(bytes);
      const frame = decodeFrame(bytes);
      if (!frame) return this.end(closeCodes.BAD_FRAME);
      if (frame.kind === 'control')
        return this.#leaving ? this.#onLastWords(frame.frame) : this.#onControl(frame.frame);
      const subscriber = this.#rooms.get(frame.index);
      if (!subscriber) return this.#refuse(frame.index, 'UNKNOWN_ROOM');
      if (!this.#parts.hub.receive(subscriber, frame.message)) this.#refuse(frame.index, 'BAD_ENVELOPE');
    } catch (error) {
      // A bug in one socket's handling must not take the others down: this one ends, the log says where.
      this.#parts.logger.event('socket.failed', { name: error instanceof Error ? error.name : 'unknown' });
      this.#socket.terminate();
    }
  }

  #onHello(bytes: Uint8Array): void {
    this.#helloFrames += 1;
    const decoded = this.#helloFrames <= 5 ? decodeFrame(bytes) : null;
    if (decoded?.kind !== 'control') return this.end(closeCodes.NOT_AUTHENTICATED);
    const frame = decoded.frame;
    if (frame.type === 'auth') return this.#authenticate(frame);
    if (frame.type === 'found') return this.#found(frame);
    if (frame.type === 'joinRequest') return this.#join(frame);
    if (frame.type === 'recover') return this.#recover(frame);
    if (frame.type === 'leave') return this.#leave(frame);
    this.end(closeCodes.NOT_AUTHENTICATED);
  }

  #authenticate(frame: Extract<ControlFrame, { type: 'auth' }>): void {
    const { teams, incarnation } = this.#parts;
    if (frame.protocol < PROTOCOL_VERSION) return this.end(closeCodes.CLIENT_TOO_OLD);
    const device = teams.state(frame.team)?.devices.get(frame.device);
    if (!device || frame.signature.length !== 64) return this.end(closeCodes.NOT_AUTHENTICATED);
    const statement = authStatement(this.#nonce, incarnation, frame.team, frame.device);
    if (!sodium.crypto_sign_verify_detached(frame.signature, statement, device.signPublicKey))
      return this.end(closeCodes.NOT_AUTHENTICATED);
    this.#welcome(frame.team, frame.device, device.revoked);
  }

  /** A revoked device gets the log, so that it learns of its wipe, and is then cut off. */
  #welcome(team: string, device: string, revoked: boolean): void {
    const { teams, clock, config, muxSockets, joins } = this.#parts;
    const state = teams.state(team);
    if (!state) return this.end(closeCodes.NOT_AUTHENTICATED);
    const welcome = {
      type: 'welcome',
      logLength: state.length,
      logHead: state.head,
      serverTimeMs: clock.nowMs(),
    } as const;
    if (revoked) {
      this.send(welcome);
      this.#sendLog(state);
      return this.end(closeCodes.REVOKED);
    }
    const same = [...muxSockets].filter((other) => other !== this && other.identity?.device === device);
    if (same.length >= config.maxConnectionsPerDevice) return this.end(closeCodes.TOO_FAST);
    this.#identity = { team, device };
    this.send(welcome);
    if (hasRole(state, state.devices.get(device)?.user ?? '', 'TEAMLEIDER')) {
      for (const waiting of joins.waiting(team, clock.nowMs())) this.send({ type: 'joinRequest', ...waiting });
    }
  }

  #sendLog(state: TeamState): void {
    for (let from = 0; from < state.length; from += 100)
      this.send({
        type: 'logEntries',
        from,
        entries: this.#parts.teams.entries(state.team, from).slice(0, 100),
      });
  }

  /** With an entry: appended as it is, the log decides. Without: the log, to build one on. */
  #recover(frame: Extract<ControlFrame, { type: 'recover' }>): void {
    const state = recoveringTeam(this.#parts, this.#nonce, frame);
    if (!state) return this.end(closeCodes.NOT_AUTHENTICATED);
    if (frame.entry.length > 0) return this.#append(state.team, 0, frame.entry);
    this.#sendLog(state);
    this.send({
      type: 'welcome',
      logLength: state.length,
      logHead: state.head,
      serverTimeMs: this.#parts.clock.nowMs(),
    });
  }

  #leave(frame: Extract<ControlFrame, { type: 'leave' }>): void {
    const leaving = leavingDevice(this.#parts, this.#nonce, frame);
    const state = leaving ? this.#parts.teams.state(leaving.team) : null;
    if (!leaving || !state) return this.end(closeCodes.NOT_AUTHENTICATED);
    this.#leaving = leaving;
    this.send({
      type: 'welcome',
      logLength: state.length,
      logHead: state.head,
      serverTimeMs: this.#parts.clock.nowMs(),
    });
  }

  #onLastWords(frame: ControlFrame): void {
    const leaving = this.#leaving;
    if (!leaving) return;
    if (frame.type === 'rescue') return this.#keepRescue(leaving, frame);
    if (frame.type === 'appendLog') return this.#append(leaving.team, frame.request, frame.entry);
    this.end(closeCodes.NOT_ALLOWED);
  }

  #keepRescue(from: { team: string; device: string }, frame: Extract<ControlFrame, { type: 'rescue' }>): void {
    const { commit, quarantine, clock } = this.#parts;
    commit.add({
      run: () => quarantine.keep(from.team, from.device, frame, clock.nowMs()),
      committed: () => {
        this.send({ type: 'rescued', item: frame.item, part: frame.part });
        for (const waiting of quarantine.waiting(from.team, frame.item))
          if (waiting.part === frame.part) this.#tellLeads(from.team, waiting);
      },
      failed: (error) => this.#requestFailed(error, 0),
    });
  }

  /** Answers after the commit, tells the others, and cuts off who lost a right by it. */
  #append(team: string, request: number, entry: Uint8Array): void {
    const { teams, commit, muxSockets } = this.#parts;
    commit.add({
      run: () => teams.append(team, entry),
      committed: (state) => {
        this.send({ type: 'appended', request, ok: true, reason: '' });
        for (const other of muxSockets) {
          if (other !== this && other.identity?.team === team) {
            other.send({ type: 'logEntries', from: state.length - 1, entries: [entry] });
          }
        }
        this.#cutOff(team);
      },
      failed: (error) => {
        if (!(error instanceof Refused)) teams.reload(team);
        this.send({
          type: 'appended',
          request,
          ok: false,
          reason: error instanceof Refused ? error.reason : 'STORE_FAILED',
        });
      },
    });
  }

  #found(frame: Extract<ControlFrame, { type: 'found' }>): void {
    const { db, commit, teams } = this.#parts;
    const code = readMeta(db, 'setupCode');
    const expected = code === null ? null : foundingProof(code, this.#nonce, frame.entry);
    if (!expected || frame.proof.length !== 32 || !sodium.memcmp(expected, frame.proof))
      return this.end(closeCodes.NOT_AUTHENTICATED);
    commit.add({
      run: () => {
        const state = teams.append(null, frame.entry);
        writeMeta(db, 'setupCode', null);
        return state;
      },
      committed: (state) => this.#welcome(state.team, state.founder, false),
      failed: (error) => this.#requestFailed(error, 0),
    });
  }

  #join(frame: Extract<ControlFrame, { type: 'joinRequest' }>): void {
    const { commit, joins, clock } = this.#parts;
    commit.add({
      run: () => joins.request(frame.invite, frame.sealed, clock.nowMs()),
      committed: ({ team, answer }) => {
        this.#joining = frame.invite;
        if (answer) this.send({ type: 'joinAnswer', invite: frame.invite, sealed: answer });
        else {
          this.send({ type: 'pong' });
          this.#tellLeads(team, { type: 'joinRequest', invite: frame.invite, sealed: frame.sealed });
        }
      },
      failed: (error) => this.#requestFailed(error, 0),
    });
  }

  #tellLeads(team: string, frame: ControlFrame): void {
    const state = this.#parts.teams.state(team);
    for (const other of this.#parts.muxSockets) {
      const device = other.identity?.team === team ? state?.devices.get(other.identity.device) : undefined;
      if (state && device && hasRole(state, device.user, 'TEAMLEIDER')) other.send(frame);
    }
  }

  #onControl(frame: ControlFrame): void {
    const identity = this.#identity;
    if (!identity) return;
    const { teams, joins, quarantine, commit, clock, hub, muxSockets } = this.#parts;
    switch (frame.type) {
      case 'open':
        return this.#open(identity, frame.index, frame.room);
      case 'close': {
        const subscriber = this.#rooms.get(frame.index);
        if (subscriber) hub.close(subscriber);
        this.#rooms.delete(frame.index);
        return;
      }
      case 'readLog':
        return this.send({
          type: 'logEntries',
          from: frame.from,
          entries: teams.entries(identity.team, frame.from).slice(0, 100),
        });
      case 'appendLog':
        return this.#append(identity.team, frame.request, frame.entry);
      case 'rescue':
        return this.#keepRescue(identity, frame);
      case 'readQuarantine':
        if (!this.#isLead(identity)) return this.#refuse(0, 'NO_GRANT');
        for (const waiting of quarantine.waiting(identity.team, null)) this.send(waiting);
        return;
      case 'settleQuarantine':
        if (!this.#isLead(identity)) return this.#refuse(0, 'NO_GRANT');
        commit.add({
          run: () => quarantine.settle(identity.team, frame.item),
          committed: () => this.#tellLeads(identity.team, frame),
          failed: (error) => this.#requestFailed(error, 0),
        });
        return;
      case 'invite': {
        if (!this.#isLead(identity)) return this.#refuse(0, 'NO_GRANT');
        commit.add({
          run: () => joins.register(identity.team, frame.invite, frame.expiresAtMs, clock.nowMs()),
          committed: () => this.send(frame),
          failed: (error) => this.#requestFailed(error, 0),
        });
        return;
      }
      case 'joinAnswer':
        commit.add({
          run: () => joins.answer(identity.team, frame.invite, frame.sealed, clock.nowMs()),
          committed: () => {
            for (const other of muxSockets) if (other.joiningInvite === frame.invite) other.send(frame);
          },
          failed: (error) => this.#requestFailed(error, 0),
        });
        return;
      case 'ping':
        return this.send({ type: 'pong' });
      default:
        this.end(closeCodes.BAD_FRAME);
    }
  }

  #isLead({ team, device }: { team: string; device: string }): boolean {
    const state = this.#parts.teams.state(team);
    return state !== null && hasRole(state, state.devices.get(device)?.user ?? '', 'TEAMLEIDER');
  }

  /** After a log entry: revoked devices lose their socket, lost grants their room. */
  #cutOff(team: string): void {
    const { teams, hub, muxSockets } = this.#parts;
    const state = teams.state(team);
    hub.recheck(team);
    for (const other of [...muxSockets]) {
      if (other.identity?.team !== team || !state?.devices.get(other.identity.device)?.revoked) continue;
      other.end(closeCodes.REVOKED);
    }
  }

  #open(identity: { team: string; device: string }, index: number, room: string): void {
    if (index < 1 || this.#rooms.has(index) || this.#rooms.size >= MAX_ROOMS) return this.#refuse(index, 'BUSY');
    const subscriber: Subscriber = {
      ...identity,
      room,
      wantsEcho: false,
      send: (message) => this.#sendBytes(encodeRoomFrame(index, message)),
      acknowledged: (stateVector) => this.send({ type: 'ack', index, stateVector }),
      caughtUp: () => this.send({ type: 'caughtUp', index }),
      refused: (reason) => {
        if (reason === 'NO_GRANT') this.#rooms.delete(index);
        this.#refuse(index, reason);
      },
      bufferedBytes: () => this.#socket.bufferedAmount,
    };
    this.#rooms.set(index, subscriber);
    const reason = this.#parts.hub.open(subscriber);
    if (reason) {
      this.#rooms.delete(index);
      this.#refuse(index, reason);
    }
  }

  #refuse(index: number, reason: Refusal): void {
    this.send({ type: 'refused', index, reason });
  }

  #requestFailed(error: unknown, index: number): void {
    this.#refuse(index, error instanceof Refused ? error.reason : 'STORE_FAILED');
  }

  #closeRooms(): void {
    for (const subscriber of this.#rooms.values()) this.#parts.hub.close(subscriber);
    this.#rooms.clear();
  }
}
