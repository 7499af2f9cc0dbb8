/**
 * One connection, from challenge to close: authenticate, bring the team log up to date, then the rooms, and now and then say
 * and compare what was seen.
 */
import sodium from 'libsodium-wrappers-sumo';
import { authStatement } from '../../../shared/sync/authentication.ts';
import type { SigningDevice } from '../../../shared/sync/envelope.ts';
import {
  PROTOCOL_VERSION,
  closeCodes,
  decodeFrame,
  encodeControl,
  type ControlFrame,
} from '../../../shared/sync/frames.ts';
import type { Timer } from '../vaultDeps.ts';
import type { HeadWitness } from './headWitness.ts';
import { RoomExchange, type RoomHooks, type RoomParts } from './roomExchange.ts';
import type { SyncSocket } from './syncSocket.ts';
import { TeamLogExchange, type LogHooks, type LogParts } from './teamLogExchange.ts';
import { WitnessRounds } from './witnessRounds.ts';

/** Entries of the team log that come together lead to one look at every room. */
const RECHECK_AFTER_MS = 200;

export interface SessionParts extends RoomParts, Omit<LogParts, 'clock' | 'device'> {
  readonly device: SigningDevice;
  readonly witness: HeadWitness;
}

export interface SessionHooks
  extends Pick<RoomHooks, 'changed' | 'applied' | 'trouble'>, Pick<LogHooks, 'falseLog' | 'newerLog'> {
  /** Authenticated, the team log is up to date. */
  online(): void;
  teamChanged(): void;
  joinRequest(invite: string, sealed: Uint8Array): void;
  /** What has nothing to do with rooms: quarantine. */
  otherFrame(frame: ControlFrame): void;
}

export class SyncSession {
  readonly #socket: SyncSocket;
  readonly #parts: SessionParts;
  readonly #hooks: SessionHooks;
  readonly #log: TeamLogExchange;
  readonly #rooms: RoomExchange;
  readonly #witness: WitnessRounds;
  #online = false;
  #ended = false;
  #recheckTimer: Timer | null = null;

  constructor(socket: SyncSocket, parts: SessionParts, hooks: SessionHooks) {
    this.#socket = socket;
    this.#parts = parts;
    this.#hooks = hooks;
    const send = (frame: ControlFrame): void => this.send(frame);
    this.#log = new TeamLogExchange(
      { ...parts, clock: parts.deps.clock },
      {
        send,
        upToDate: (announced) => this.#logIsHere(announced),
        changed: () => hooks.teamChanged(),
        falseLog: () => hooks.falseLog(),
        newerLog: () => hooks.newerLog(),
      },
    );
    this.#rooms = new RoomExchange(parts, {
      send,
      sendBytes: (bytes) => this.#socket.send(bytes),
      changed: () => {
        hooks.changed();
        this.#witness.noteMoved();
      },
      trouble: (room, trouble) => hooks.trouble(room, trouble),
      applied: (room) => {
        hooks.applied(room);
        this.#witness.noteApplied(room);
      },
      caughtUp: (room) => this.#witness.noteCaughtUp(room),
    });
    this.#witness = new WitnessRounds(parts, {
      readLog: () => this.#log.readOn(),
      rooms: this.#rooms,
      changed: () => hooks.changed(),
      twice: (room) => hooks.trouble(room, 'TWICE'),
      falseLog: () => hooks.falseLog(),
    });
  }

  get online(): boolean {
    return this.#online;
  }

  /** False when the bytes are not of our protocol: the caller closes. */
  receive(bytes: Uint8Array): boolean {
    const frame = decodeFrame(bytes);
    if (!frame || this.#ended) return frame !== null;
    if (frame.kind === 'control') this.#onControl(frame.frame);
    else this.#rooms.onMessage(frame.index, frame.message);
    return true;
  }

  end(): void {
    this.#ended = true;
    this.#online = false;
    this.#recheckTimer?.cancel();
    this.#witness.end();
    this.#rooms.end();
  }

  /** A document was saved here: seal soon. */
  noteSaved(room: string): void {
    if (!this.#rooms.noteSaved(room)) this.announce();
  }

  /** Everything that waits, now. */
  shareNow(): void {
    this.announce();
    this.#rooms.sealAll();
  }

  /** Keys came from elsewhere: looks at every room again. */
  recheck(): void {
    this.#rooms.recheck();
  }

  noteLookedAt(room: string): void {
    this.#rooms.noteLookedAt(room);
  }

  announce(): void {
    this.#log.signNext();
  }

  send(frame: ControlFrame): void {
    this.#socket.send(encodeControl(frame));
  }

  #onControl(frame: ControlFrame): void {
    switch (frame.type) {
      case 'challenge':
        return this.#authenticate(frame);
      case 'welcome':
        return this.#log.begin(frame.logLength, frame.logHead);
      case 'logEntries':
        return this.#log.take(frame.from, frame.entries);
      case 'appended':
        return this.#log.onAppended(frame);
      case 'ack':
        return this.#rooms.onAck(frame.index, frame.stateVector);
      case 'caughtUp':
        return this.#rooms.onCaughtUp(frame.index);
      case 'refused':
        return this.#rooms.onRefused(frame.index, frame.reason);
      case 'joinRequest':
        return this.#hooks.joinRequest(frame.invite, frame.sealed);
      default:
        return this.#hooks.otherFrame(frame);
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

  #logIsHere(announced: boolean): void {
    const first = !this.#online;
    this.#online = true;
    if (first) this.#hooks.online();
    this.#rooms.openRooms();
    this.#witness.noteLog();
    if (first || announced) return;
    // A new grant or a lost one changes which keys must be given before we write again.
    this.#recheckTimer ??= this.#parts.deps.setTimer(() => {
      this.#recheckTimer = null;
      this.#rooms.recheck();
    }, RECHECK_AFTER_MS);
  }
}

/** Close codes after which trying again soon has no use. */
export const isFinalClose = (code: number | null): boolean =>
  code === closeCodes.REVOKED || code === closeCodes.CLIENT_TOO_OLD;
