/**
 * The team log over one connection: read what the server has more, give back what a restored server lost, and sign kept
 * decisions on the log's head, one at a time. A log that went another way than ours is taken together with it (logReunion.ts).
 */
import type { ControlFrame } from '../../../shared/sync/frames.ts';
import type { SigningDevice } from '../../../shared/sync/envelope.ts';
import {
  logHashOf,
  signLogEntry,
  type LogRefusal,
  type TeamEvent,
  type TeamState,
} from '../../../shared/sync/teamLog.ts';
import type { Clock } from '../../../shared/deps.ts';
import { LogReunion } from './logReunion.ts';
import type { TeamKeeper } from './teamKeeper.ts';

export interface LogParts {
  readonly keeper: TeamKeeper;
  readonly device: SigningDevice;
  readonly clock: Clock;
  /** Documents of ours that should be shared and have no room in the team log yet. */
  roomsToAnnounce(state: TeamState): readonly Omit<Extract<TeamEvent, { type: 'OPEN_ROOM' }>, 'type'>[];
}

export interface LogHooks {
  send(frame: ControlFrame): void;
  /** Everything that the server has is here; `announced` when only a document of our own was added. */
  upToDate(announced: boolean): void;
  changed(): void;
  /** The server's log is not our team's. */
  falseLog(): void;
  /** A member decided something that only a newer app reads. */
  newerLog(): void;
}

/** A signed decision on its way; `intent` null = announcing a document. */
interface PendingEntry {
  readonly request: number;
  readonly intent: number | null;
  readonly position: number;
  readonly entry: Uint8Array;
}

export class TeamLogExchange {
  readonly #parts: LogParts;
  readonly #hooks: LogHooks;
  readonly #reunion: LogReunion;
  #online = false;
  #request = 0;
  /** The last entry that we brought back to a restored server. */
  #given: number | null = null;
  /** The decision that waits for the server's answer. */
  #pending: PendingEntry | null = null;

  constructor(parts: LogParts, hooks: LogHooks) {
    this.#parts = parts;
    this.#hooks = hooks;
    this.#reunion = new LogReunion(parts, {
      send: (frame) => hooks.send(frame),
      nextRequest: () => (this.#request += 1),
      together: () => {
        hooks.changed();
        this.#isHere();
      },
      refused: (why) => this.#refuse(why),
    });
  }

  get #length(): number {
    return this.#parts.keeper.state?.length ?? 0;
  }

  begin(serverLength: number, serverHead: string): void {
    if (this.#length < serverLength) this.readOn();
    else if (this.#hashAt(serverLength - 1) !== serverHead) this.#reunion.begin(serverLength);
    else if (this.#length > serverLength) this.#give(serverLength);
    else this.#isHere();
  }

  #hashAt(position: number): string | null {
    const entry = this.#parts.keeper.entriesFrom(position)[0];
    return entry ? logHashOf(entry) : null;
  }

  #refuse(why: LogRefusal): void {
    if (why === 'NEWER_ENTRY') this.#hooks.newerLog();
    else this.#hooks.falseLog();
  }

  /** Asks for what comes after what we have. */
  readOn(): void {
    this.#hooks.send({ type: 'readLog', from: this.#length });
  }

  /** A restored server has forgotten entries; each is signed by its writer, so whoever has them may bring them back. */
  #give(from: number): void {
    for (const entry of this.#parts.keeper.entriesFrom(from)) {
      this.#request += 1;
      this.#hooks.send({ type: 'appendLog', request: this.#request, entry });
    }
    this.#given = this.#request;
  }

  take(from: number, entries: readonly Uint8Array[]): void {
    if (this.#reunion.isRunning) return this.#reunion.take(from, entries);
    const { keeper } = this.#parts;
    const before = this.#length;
    const refusal = entries.length > 0 ? keeper.take(from, entries) : null;
    if (refusal !== null) {
      // A colleague's entry may have overtaken our question.
      if (from > before) return this.readOn();
      // Signed by nobody of the team, or by a member on another head than ours: only the second can be told from the start.
      return refusal === 'HEAD_MOVED' ? this.#reunion.begin(null) : this.#refuse(refusal);
    }
    const isLonger = this.#length > before;
    if (isLonger) this.#hooks.changed();
    if (!this.#online && entries.length > 0 && isLonger) this.readOn();
    else this.#isHere();
  }

  #isHere(): void {
    this.#online = true;
    this.#hooks.upToDate(false);
    this.signNext();
  }

  /** Announces documents that have no room yet, one decision at a time, then kept decisions. */
  signNext(): void {
    const { keeper, device, clock, roomsToAnnounce } = this.#parts;
    const state = keeper.state;
    if (!this.#online || this.#pending || !state || this.#reunion.isRunning) return;
    const announced = roomsToAnnounce(state)[0];
    const kept = keeper.intents()[0];
    const event = announced ? ({ type: 'OPEN_ROOM', ...announced } as const) : kept?.event;
    if (!event) return;
    this.#request += 1;
    const entry = signLogEntry(state.head, event, clock.nowMs(), device);
    const intent = announced ? null : (kept?.intent ?? null);
    this.#pending = { request: this.#request, intent, position: state.length, entry };
    this.#hooks.send({ type: 'appendLog', request: this.#request, entry });
  }

  onAppended(frame: Extract<ControlFrame, { type: 'appended' }>): void {
    this.#reunion.onAppended(frame);
    if (frame.request === this.#given) {
      // Taken, or a colleague was first: either way the log goes on from here.
      this.#given = null;
      return this.readOn();
    }
    const pending = this.#pending;
    if (!pending || pending.request !== frame.request) return;
    this.#pending = null;
    const { keeper } = this.#parts;
    if (!frame.ok && frame.reason === 'HEAD_MOVED') return this.readOn();
    if (pending.intent !== null) keeper.settle(pending.intent);
    if (frame.ok) {
      const refusal = keeper.take(pending.position, [pending.entry]);
      if (refusal !== null) return this.#refuse(refusal);
      this.#hooks.changed();
      // A document that we announced ourselves changes nothing for the rooms that are open.
      this.#hooks.upToDate(pending.intent === null);
      this.signNext();
    } else if (pending.intent !== null) this.signNext();
  }
}
