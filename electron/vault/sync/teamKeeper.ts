/**
 * The team as this vault knows it: the pinned root, the verified log, and decisions that still have to be signed on the
 * log's head. A log whose first entry is not the pinned root is never taken, whoever sends it.
 */
import {
  foldEntries,
  logHashOf,
  type LogRefusal,
  type TeamEvent,
  type TeamState,
} from '../../../shared/sync/teamLog.ts';
import { TeamEvent as TeamEventSchema } from '../../../shared/sync/teamLog.ts';
import type { Clock } from '../../../shared/deps.ts';
import type { Store } from '../store/open.ts';

export interface TeamMembership {
  readonly team: string;
  readonly teamRoom: string;
  /** Hash of the log's first entry. */
  readonly root: string;
  readonly name: string;
  readonly server: string;
  readonly joinedAtMs: number;
}

export class TeamKeeper {
  readonly #store: Store;
  readonly #clock: Clock;
  #state: TeamState | null = null;
  #membership: TeamMembership | null;

  constructor(store: Store, clock: Clock) {
    this.#store = store;
    this.#clock = clock;
    this.#membership =
      store.db
        .prepare<[], TeamMembership>(
          `SELECT team, team_room AS teamRoom, root, name, server, joined_at_ms AS joinedAtMs FROM team WHERE one = 1`,
        )
        .get() ?? null;
    const stored = store.db.prepare<[], Uint8Array>('SELECT bytes FROM team_log ORDER BY position').pluck().all();
    const { state, refusal } = foldEntries(null, stored, 'own');
    if (refusal !== null) throw new Error('the stored team log does not verify');
    this.#state = state;
  }

  get membership(): TeamMembership | null {
    return this.#membership;
  }

  /** Null until the first entry is here. */
  get state(): TeamState | null {
    return this.#state;
  }

  /** Pins a team. Inside the caller's transaction. */
  pin(membership: TeamMembership): void {
    this.#store.db
      .prepare(`INSERT INTO team (one, team, team_room, root, name, server, joined_at_ms) VALUES (1, ?, ?, ?, ?, ?, ?)`)
      .run(
        membership.team,
        membership.teamRoom,
        membership.root,
        membership.name,
        membership.server,
        membership.joinedAtMs,
      );
    this.#membership = membership;
  }

  /** Takes entries that follow on ours, all or none; answers why not, or null when they are in. */
  take(from: number, entries: readonly Uint8Array[]): LogRefusal | null {
    const place = this.#state?.length ?? 0;
    if (from > place) return 'HEAD_MOVED';
    const fresh = entries.slice(place - from);
    const [first] = fresh;
    if (!first) return null;
    if (place === 0 && logHashOf(first) !== this.#membership?.root) return 'BAD_ENTRY';
    const { state, refusal } = foldEntries(this.#state, fresh);
    if (refusal !== null || !this.#membership) return refusal ?? 'BAD_ENTRY';
    this.#store.transaction(() => this.#keep(place, fresh));
    this.#state = state;
    return null;
  }

  /** Another log from the same root in the place of ours, whole. False, and nothing changed, when it does not verify. */
  adopt(entries: readonly Uint8Array[]): boolean {
    const [first] = entries;
    if (!first || logHashOf(first) !== this.#membership?.root) return false;
    const { state, refusal } = foldEntries(null, entries);
    if (refusal !== null) return false;
    this.#store.transaction(() => {
      this.#store.db.prepare('DELETE FROM team_log').run();
      this.#keep(0, entries);
    });
    this.#state = state;
    return true;
  }

  #keep(from: number, entries: readonly Uint8Array[]): void {
    const add = this.#store.db.prepare('INSERT INTO team_log (position, bytes) VALUES (?, ?)');
    for (const [index, bytes] of entries.entries()) add.run(from + index, bytes);
  }

  /** The entries from a position on, for a server that was restored from an older copy. */
  entriesFrom(position: number): readonly Uint8Array[] {
    return this.#store.db
      .prepare<[number], Uint8Array>('SELECT bytes FROM team_log WHERE position >= ? ORDER BY position')
      .pluck()
      .all(position)
      .map((bytes) => new Uint8Array(bytes));
  }

  /** Keeps a decision until it is in the log. Inside the caller's transaction. */
  intend(event: TeamEvent): void {
    this.#store.db
      .prepare('INSERT INTO team_intent (event, made_at_ms) VALUES (?, ?)')
      .run(JSON.stringify(event), this.#clock.nowMs());
  }

  intents(): readonly { readonly intent: number; readonly event: TeamEvent }[] {
    return this.#store.db
      .prepare<[], { intent: number; event: string }>('SELECT intent, event FROM team_intent ORDER BY intent')
      .all()
      .map((row) => ({ intent: row.intent, event: TeamEventSchema.parse(JSON.parse(row.event)) }));
  }

  /** The decision is in the log, or can never be (refused for good). */
  settle(intent: number): void {
    this.#store.transaction(() => this.#store.db.prepare('DELETE FROM team_intent WHERE intent = ?').run(intent));
  }
}
