/**
 * A team while a run of log entries is folded: each table is copied at its first change and changed in place after that, so
 * that a log of thousands of rooms costs what its entries cost and not their square. What `freeze` gave out never changes.
 */
import type { LogEntry, LogLink, TeamDevice, TeamRole, TeamRoom, TeamState, Word } from './teamLog.ts';

export class TeamDraft {
  #now: { -readonly [K in keyof TeamState]: TeamState[K] };
  #devices: Map<string, TeamDevice> | null = null;
  #rolesByUser: Map<string, readonly TeamRole[]> | null = null;
  #roleWords: Map<string, Word> | null = null;
  #revokedUsers: Set<string> | null = null;
  #rooms: Map<string, TeamRoom> | null = null;

  constructor(state: TeamState) {
    this.#now = { ...state };
  }

  /** To read; it may change with the next entry. */
  get now(): TeamState {
    return this.#now;
  }

  get devices(): Map<string, TeamDevice> {
    return (this.#devices ??= this.#now.devices = new Map(this.#now.devices));
  }

  get rooms(): Map<string, TeamRoom> {
    return (this.#rooms ??= this.#now.rooms = new Map(this.#now.rooms));
  }

  get revokedUsers(): Set<string> {
    return (this.#revokedUsers ??= this.#now.revokedUsers = new Set(this.#now.revokedUsers));
  }

  setRoles(user: string, roles: readonly TeamRole[], word: Word): void {
    (this.#rolesByUser ??= this.#now.rolesByUser = new Map(this.#now.rolesByUser)).set(user, roles);
    (this.#roleWords ??= this.#now.roleWords = new Map(this.#now.roleWords)).set(user, word);
  }

  /** Another team in the place of this one; the place in the log stays. */
  replace(merged: Omit<TeamState, 'history' | 'head' | 'length'>): void {
    const { history, head, length } = this.#now;
    this.#forgetCopies();
    this.#now = { ...merged, history, head, length };
  }

  /** The entry is folded: the log is one longer. */
  link(entry: LogEntry, hash: string): void {
    const length = this.#now.length + 1;
    const link: LogLink = { entry, hash, length, before: this.#now.history, after: null };
    Object.assign(this.#now, { history: link, head: hash, length });
    // What two branches made together is not computed again when a later branch asks for the team of before it.
    if (entry.event.type === 'REUNITE') link.after = this.freeze();
  }

  freeze(): TeamState {
    this.#forgetCopies();
    return { ...this.#now };
  }

  #forgetCopies(): void {
    this.#devices = null;
    this.#rolesByUser = null;
    this.#roleWords = null;
    this.#revokedUsers = null;
    this.#rooms = null;
  }
}
