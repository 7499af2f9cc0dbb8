/**
 * Who listens to which room, and what happens with a room message whatever socket it came over: step 1 is answered from
 * the rows, updates are committed with fsync and only then echoed to the others and acknowledged.
 */
import { encodeLaneUpdate } from '../shared/sync/laneUpdate.ts';
import type { Refusal } from '../shared/sync/frames.ts';
import { decodeLaneVector, decodeSync, encodeSync } from '../shared/sync/syncMessages.ts';
import { mayUseRoom } from '../shared/sync/teamLog.ts';
import type { Clock, Logger } from '../shared/deps.ts';
import type { GroupCommit } from './groupCommit.ts';
import { Refused, type RoomLog } from './roomLog.ts';
import type { TeamDirectory } from './teamDirectory.ts';

/** One opened room of one socket. */
export interface Subscriber {
  readonly team: string;
  readonly device: string;
  readonly room: string;
  /** Stock clients get their own updates echoed back after the commit; the app gets an acknowledgement instead. */
  readonly wantsEcho: boolean;
  send(message: Uint8Array): void;
  acknowledged(stateVector: Uint8Array): void;
  caughtUp(): void;
  refused(reason: Refusal): void;
  bufferedBytes(): number;
}

export interface HubCounters {
  updates: number;
  refused: number;
  storeFailures: number;
}

export class Hub {
  readonly #rooms = new Map<string, Set<Subscriber>>();
  readonly #log: RoomLog;
  readonly #teams: TeamDirectory;
  readonly #commit: GroupCommit;
  readonly #clock: Clock;
  readonly #logger: Logger;
  readonly counters: HubCounters = { updates: 0, refused: 0, storeFailures: 0 };

  constructor(parts: { log: RoomLog; teams: TeamDirectory; commit: GroupCommit; clock: Clock; logger: Logger }) {
    this.#log = parts.log;
    this.#teams = parts.teams;
    this.#commit = parts.commit;
    this.#clock = parts.clock;
    this.#logger = parts.logger;
  }

  get openRooms(): number {
    return this.#rooms.size;
  }

  /** Opens a room for a device with a grant. Unknown rooms are not made by opening them. */
  open(subscriber: Subscriber): Refusal | null {
    const state = this.#teams.state(subscriber.team);
    if (!state || !mayUseRoom(state, subscriber.device, subscriber.room)) return 'NO_GRANT';
    const others = this.#rooms.get(subscriber.room) ?? new Set();
    others.add(subscriber);
    this.#rooms.set(subscriber.room, others);
    // The server's own step 1: the client answers with what the server misses.
    subscriber.send(encodeSync('STEP_1', this.#log.stateVector(subscriber.room)));
    return null;
  }

  close(subscriber: Subscriber): void {
    const others = this.#rooms.get(subscriber.room);
    others?.delete(subscriber);
    if (others?.size === 0) this.#rooms.delete(subscriber.room);
  }

  /** A stock y-protocols message in an opened room; false when it is not one (the socket closes with BAD_FRAME). */
  receive(subscriber: Subscriber, message: Uint8Array): boolean {
    const parsed = decodeSync(message);
    if (!parsed) return false;
    if (parsed === 'ignored') return true;
    if (parsed.step === 'STEP_1') {
      const vector = decodeLaneVector(parsed.payload);
      if (!vector) return false;
      for (const update of this.#log.missing(subscriber.room, vector)) subscriber.send(encodeSync('STEP_2', update));
      subscriber.caughtUp();
      subscriber.acknowledged(this.#log.stateVector(subscriber.room));
      return true;
    }
    this.#store(subscriber, parsed.payload);
    return true;
  }

  #store(sender: Subscriber, update: Uint8Array): void {
    this.#commit.add({
      run: () => {
        const state = this.#teams.state(sender.team);
        if (!state) throw new Refused('NO_GRANT');
        return this.#log.append(state, sender.room, sender.device, update, this.#clock.nowMs());
      },
      committed: (added) => {
        this.counters.updates += 1;
        if (added.runs.length > 0 || added.deletes.length > 0) this.#broadcast(sender, encodeLaneUpdate(added));
        sender.acknowledged(this.#log.stateVector(sender.room));
      },
      failed: (error) => {
        if (error instanceof Refused) {
          this.counters.refused += 1;
          this.#logger.event('room.refused', { reason: error.reason });
          sender.refused(error.reason);
        } else {
          this.counters.storeFailures += 1;
          this.#logger.event('store.failed', { code: errorCode(error) });
          sender.refused('STORE_FAILED');
        }
      },
    });
  }

  #broadcast(sender: Subscriber, update: Uint8Array): void {
    const message = encodeSync('UPDATE', update);
    for (const subscriber of this.#rooms.get(sender.room) ?? []) {
      if (subscriber === sender && !sender.wantsEcho) continue;
      const state = this.#teams.state(subscriber.team);
      if (state && mayUseRoom(state, subscriber.device, subscriber.room)) subscriber.send(message);
    }
  }

  /** After a change of the team log: rooms that may no longer be open are closed. */
  recheck(team: string): void {
    const state = this.#teams.state(team);
    for (const subscribers of [...this.#rooms.values()]) {
      for (const subscriber of [...subscribers]) {
        if (subscriber.team !== team || (state && mayUseRoom(state, subscriber.device, subscriber.room))) continue;
        this.close(subscriber);
        subscriber.refused('NO_GRANT');
      }
    }
  }

  /** Something harmless to every stock client, so that it does not reconnect after 30 quiet seconds. */
  keepAlive(): void {
    for (const [room, subscribers] of this.#rooms) {
      const message = encodeSync('STEP_1', this.#log.stateVector(room));
      for (const subscriber of subscribers) if (subscriber.wantsEcho) subscriber.send(message);
    }
  }
}

const errorCode = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string'
    ? error.code
    : 'UNKNOWN';
