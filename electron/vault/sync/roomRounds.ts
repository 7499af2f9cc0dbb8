/**
 * A look at every open room after the team log changed, most recently changed first, one room per tick of the timer: keys are
 * given to who came and replaced after somebody left, while a person types on.
 *
 * One laptop replaces a key when it can be one: whose decision it was, or else one of the readers; the others wait, and do it
 * when it was not done by then. Who writes in a room replaces its key first, whoever's turn it is. Nothing of this is kept: a
 * laptop that was closed halfway finds at the next connection what is left, as the key itself says who may have it.
 */
import sodium from 'libsodium-wrappers-sumo';
import { bytesToHex, utf8 } from '../../../shared/sync/bytes.ts';
import { mayUseRoom, readersOf, type TeamEvent, type TeamState } from '../../../shared/sync/teamLog.ts';
import type { Timer, VaultDeps } from '../vaultDeps.ts';

/** Between two rooms: whatever a person does comes first. */
const STEP_MS = 5;
/** How long another laptop may take before this one does it. */
const OTHERS_FIRST_MS = 15_000;

const TAKING_AWAY: ReadonlySet<TeamEvent['type']> = new Set([
  'REVOKE_DEVICE',
  'REVOKE_USER',
  'UNGRANT',
  'SET_ROLES',
  'REUNITE',
]);

export interface RoundsParts {
  readonly device: { readonly device: string };
  readonly deps: Pick<VaultDeps, 'setTimer'>;
}

export class RoomRounds {
  readonly #parts: RoundsParts;
  /** Looks at one room; `whoever`: also when replacing its key is somebody else's turn. */
  readonly #look: (room: string, whoever: boolean) => void;
  #pending: string[] = [];
  #postponed = new Set<string>();
  readonly #whoever = new Set<string>();
  #stepTimer: Timer | null = null;
  #othersTimer: Timer | null = null;
  #decider: { readonly state: TeamState; readonly device: string | null } | null = null;

  constructor(parts: RoundsParts, look: (room: string, whoever: boolean) => void) {
    this.#parts = parts;
    this.#look = look;
  }

  /** These rooms in this order, instead of what was left of an earlier round. */
  begin(rooms: readonly string[]): void {
    this.#pending = [...rooms];
    this.#stepLater();
  }

  /** It is another laptop's turn to replace this key: comes back to it later. */
  postpone(room: string): void {
    this.#postponed.add(room);
    this.#othersTimer ??= this.#parts.deps.setTimer(() => {
      this.#othersTimer = null;
      const rooms = this.#postponed;
      this.#postponed = new Set();
      for (const late of rooms) this.#whoever.add(late);
      this.#pending = [...this.#pending.filter((other) => !rooms.has(other)), ...rooms];
      this.#stepLater();
    }, OTHERS_FIRST_MS);
  }

  end(): void {
    this.#stepTimer?.cancel();
    this.#othersTimer?.cancel();
  }

  #stepLater(): void {
    if (this.#pending.length === 0) return;
    this.#stepTimer ??= this.#parts.deps.setTimer(() => {
      this.#stepTimer = null;
      const room = this.#pending.shift();
      if (room !== undefined) this.#look(room, this.#whoever.delete(room));
      this.#stepLater();
    }, STEP_MS);
  }

  /** Whether this laptop is the one to replace the key of a room now. */
  isOurTurn(state: TeamState, room: string): boolean {
    const own = this.#parts.device.device;
    if (this.#decider?.state !== state) this.#decider = { state, device: deciderOf(state) };
    const { device } = this.#decider;
    if (device !== null && mayUseRoom(state, device, room)) return device === own;
    const [first] = readersOf(state, room)
      .map((reader) => ({ reader: reader.device, rank: rankOf(room, reader.device) }))
      .toSorted((a, b) => (a.rank < b.rank ? -1 : 1));
    return first === undefined || first.reader === own;
  }
}

/** Who last took something away: that laptop was connected when it did. */
function deciderOf(state: TeamState): string | null {
  for (let link = state.history; link !== null; link = link.before)
    if (TAKING_AWAY.has(link.entry.event.type)) return link.entry.author;
  return null;
}

const rankOf = (room: string, device: string): string =>
  bytesToHex(sodium.crypto_generichash(8, utf8(`${room} ${device}`), null));
