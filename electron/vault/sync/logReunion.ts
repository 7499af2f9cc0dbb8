/**
 * The server was put back and its team log went on without what we have: reads its whole log, brings the entries that it
 * lost, and takes the two together (docs/adr/0016-two-branches-of-the-team-log.md).
 *
 * Promises: until the server has taken in what we know, our own log stays in force here, so a revocation that we know is at no
 * moment undone; a log that does not verify from our root is never taken; who brings the same branch second brings nothing.
 */
import type { ControlFrame } from '../../../shared/sync/frames.ts';
import type { SigningDevice } from '../../../shared/sync/envelope.ts';
import type { Clock } from '../../../shared/deps.ts';
import { carriedIn, carryEvents } from '../../../shared/sync/teamBranch.ts';
import {
  foldEntries,
  logHashOf,
  signLogEntry,
  type LogRefusal,
  type TeamEvent,
  type TeamState,
} from '../../../shared/sync/teamLog.ts';
import type { TeamKeeper } from './teamKeeper.ts';

/** Entries on their way at once. */
const AT_ONCE = 50;

export interface ReunionParts {
  readonly keeper: TeamKeeper;
  readonly device: SigningDevice;
  readonly clock: Clock;
}

export interface ReunionHooks {
  send(frame: ControlFrame): void;
  nextRequest(): number;
  /** Our log is the server's, with everything that we know in it. */
  together(): void;
  refused(why: LogRefusal): void;
}

export class LogReunion {
  readonly #parts: ReunionParts;
  readonly #hooks: ReunionHooks;
  #entries: Uint8Array[] = [];
  #state: TeamState | null = null;
  #step: 'idle' | 'reading' | 'bringing' = 'idle';
  /** How long the server said that its log is; null: until it has no more. */
  #expected: number | null = null;
  #lastRequest = 0;

  constructor(parts: ReunionParts, hooks: ReunionHooks) {
    this.#parts = parts;
    this.#hooks = hooks;
  }

  get isRunning(): boolean {
    return this.#step !== 'idle';
  }

  begin(expected: number | null): void {
    this.#entries = [];
    this.#state = null;
    this.#expected = expected;
    this.#readOn();
  }

  #readOn(): void {
    this.#step = 'reading';
    this.#hooks.send({ type: 'readLog', from: this.#entries.length });
  }

  /** Of the server's log, from the first entry on. */
  take(from: number, entries: readonly Uint8Array[]): void {
    if (this.#step !== 'reading' || from !== this.#entries.length) return;
    const [first] = entries;
    const root = this.#parts.keeper.membership?.root;
    if (from === 0 && (!first || logHashOf(first) !== root)) return this.#refuse('BAD_ENTRY');
    const folded = foldEntries(this.#state, entries);
    if (folded.refusal !== null) return this.#refuse(folded.refusal);
    this.#state = folded.state;
    this.#entries.push(...entries);
    const isWhole = entries.length === 0 || (this.#expected !== null && this.#entries.length >= this.#expected);
    if (isWhole) this.#compare();
    else this.#readOn();
  }

  #refuse(why: LogRefusal): void {
    this.#step = 'idle';
    this.#hooks.refused(why);
  }

  #compare(): void {
    const { keeper, device } = this.#parts;
    const state = this.#state;
    const own = keeper.state;
    if (!state || !own) return this.#refuse('BAD_ENTRY');
    const carried = carriedIn(state);
    const missing = keeper.entriesFrom(0).filter((bytes) => {
      const hash = logHashOf(bytes);
      return !carried.trunk.has(hash) && !carried.taken.has(hash);
    });
    if (missing.length === 0) return this.#adopt();
    if (state.devices.get(device.device)?.revoked !== false)
      return isCutOffByOthers(state, own, device.device) ? this.#adopt() : this.#refuse('BAD_ENTRY');
    const events: TeamEvent[] = missing
      .filter((bytes) => !carried.entries.has(logHashOf(bytes)))
      .flatMap((bytes) => carryEvents(bytes));
    if (events.length < AT_ONCE) events.push({ type: 'REUNITE', tip: own.head });
    this.#bring(state, events.slice(0, AT_ONCE));
  }

  #bring(state: TeamState, events: readonly TeamEvent[]): void {
    const { clock, device } = this.#parts;
    let { head } = state;
    this.#step = 'bringing';
    for (const event of events) {
      const entry = signLogEntry(head, event, clock.nowMs(), device);
      head = logHashOf(entry);
      this.#lastRequest = this.#hooks.nextRequest();
      this.#hooks.send({ type: 'appendLog', request: this.#lastRequest, entry });
    }
  }

  onAppended(frame: Extract<ControlFrame, { type: 'appended' }>): void {
    if (this.#step !== 'bringing' || frame.request !== this.#lastRequest) return;
    if (!frame.ok && frame.reason !== 'HEAD_MOVED') return this.#refuse('BAD_ENTRY');
    // A colleague was first: what of ours got in before is brought once.
    this.#expected = null;
    this.#readOn();
  }

  #adopt(): void {
    this.#step = 'idle';
    if (!this.#parts.keeper.adopt(this.#entries)) return this.#refuse('BAD_ENTRY');
    this.#hooks.together();
  }
}

/** Cut off on the server's branch by somebody who was not cut off on ours: that is so, and need not be argued with. */
function isCutOffByOthers(state: TeamState, own: TeamState, device: string): boolean {
  const user = state.devices.get(device)?.user;
  for (let link = state.history; link !== null; link = link.before) {
    const { event, author } = link.entry;
    const isUs =
      (event.type === 'REVOKE_DEVICE' && event.device === device) ||
      (event.type === 'REVOKE_USER' && event.user === user);
    if (isUs && own.devices.get(author)?.revoked !== true) return true;
  }
  return false;
}
