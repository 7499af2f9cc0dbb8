/**
 * When to say what was seen, and when to look at what colleagues said. Said some minutes after something moved, never for
 * its own sake; compared some minutes after a colleague's word came. What then is missing is asked for once more, and only
 * what an answer of the server still leaves out is held against it.
 */
import type { Store } from '../store/open.ts';
import type { Timer, VaultDeps } from '../vaultDeps.ts';
import type { HeadWitness } from './headWitness.ts';
import type { RoomExchange } from './roomExchange.ts';
import type { Sealer } from './sealer.ts';
import type { TeamKeeper } from './teamKeeper.ts';

/** Not ten: tests keep pauses of ten minutes as they are, for keys that are held that long. */
const SAY_AFTER_MS = 9 * 60_000;
/** A colleague's word may come before what it is about, and a restored server gets things back from others first. */
const COMPARE_AFTER_MS = 15 * 60_000;

export interface WitnessParts {
  readonly store: Store;
  readonly keeper: TeamKeeper;
  readonly sealer: Sealer;
  readonly witness: HeadWitness;
  readonly deps: Pick<VaultDeps, 'setTimer'>;
}

export interface WitnessHooks {
  readonly rooms: Pick<RoomExchange, 'askAgain' | 'isReady' | 'sendOwn'>;
  readLog(): void;
  changed(): void;
  twice(room: string): void;
  falseLog(): void;
}

export class WitnessRounds {
  readonly #parts: WitnessParts;
  readonly #hooks: WitnessHooks;
  #sayTimer: Timer | null = null;
  #compareTimer: Timer | null = null;
  /** Rooms ('' is the log) that were asked for again after a comparison and have not answered. */
  readonly #asked = new Set<string>();

  constructor(parts: WitnessParts, hooks: WitnessHooks) {
    this.#parts = parts;
    this.#hooks = hooks;
  }

  end(): void {
    this.#sayTimer?.cancel();
    this.#compareTimer?.cancel();
  }

  /** Something of ours was acknowledged, or may have been. */
  noteMoved(): void {
    this.#saySoon();
  }

  /** Something of a colleague is in a document. */
  noteApplied(room: string): void {
    const state = this.#parts.keeper.state;
    if (!state) return;
    this.#saySoon();
    if (room === state.teamRoom) this.#compareSoon();
  }

  noteCaughtUp(room: string): void {
    const state = this.#parts.keeper.state;
    if (!state) return;
    if (this.#asked.delete(room)) this.#judge(room);
    this.#saySoon();
    if (room === state.teamRoom) this.#compareSoon();
  }

  /** The log was read, or something was added to it. */
  noteLog(): void {
    if (this.#asked.delete('')) this.#judge('');
    this.#saySoon();
  }

  #saySoon(): void {
    this.#sayTimer ??= this.#parts.deps.setTimer(() => {
      this.#sayTimer = null;
      this.#say();
    }, SAY_AFTER_MS);
  }

  #say(): void {
    const { keeper, witness, sealer, store } = this.#parts;
    const state = keeper.state;
    if (!state || !this.#hooks.rooms.isReady(state.teamRoom)) return;
    const due = witness.due(state);
    if (!due) return;
    const said = store.transaction(() => {
      const isWritten = sealer.attestHeads(state.teamRoom, due.payload);
      if (isWritten) due.told();
      return isWritten;
    });
    if (said) this.#hooks.rooms.sendOwn(state.teamRoom);
  }

  #compareSoon(): void {
    this.#compareTimer ??= this.#parts.deps.setTimer(() => {
      this.#compareTimer = null;
      this.#compare();
    }, COMPARE_AFTER_MS);
  }

  #compare(): void {
    const { keeper, witness } = this.#parts;
    const state = keeper.state;
    if (!state) return;
    if (witness.hasOtherLog(state)) return this.#hooks.falseLog();
    for (const room of witness.twice(state)) this.#hooks.twice(room);
    for (const room of new Set(witness.missing(state).map((missing) => missing.room))) {
      if (room !== '' && !this.#hooks.rooms.isReady(room)) continue;
      this.#asked.add(room);
      if (room === '') this.#hooks.readLog();
      else this.#hooks.rooms.askAgain(room);
    }
  }

  #judge(room: string): void {
    const { keeper, witness } = this.#parts;
    if (keeper.state && witness.judge(keeper.state, room)) this.#hooks.changed();
  }
}
