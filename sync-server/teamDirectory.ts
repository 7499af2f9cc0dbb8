/**
 * The team logs on the server, folded into who may do what. The server cannot sign: it keeps entries in the order in which
 * they came on top of the head, and refuses the rest with HEAD_MOVED so that the client signs again.
 */
import { applyLogEntry, foldEntries, type TeamState } from '../shared/sync/teamLog.ts';
import { Refused } from './roomLog.ts';
import type { ServerDatabase } from './store.ts';

/** Entries per answer. */
const PAGE = 2000;

export class TeamDirectory {
  readonly #db: ServerDatabase;
  readonly #states = new Map<string, TeamState>();

  constructor(db: ServerDatabase) {
    this.#db = db;
    for (const { team } of db.prepare<[], { team: string }>('SELECT DISTINCT team FROM log_entry').all())
      this.reload(team);
  }

  get teams(): readonly string[] {
    return [...this.#states.keys()];
  }

  state(team: string): TeamState | null {
    return this.#states.get(team) ?? null;
  }

  entries(team: string, from: number): readonly Uint8Array[] {
    return this.#db
      .prepare<[string, number], { bytes: Buffer }>(
        `SELECT bytes FROM log_entry WHERE team = ? AND position >= ? ORDER BY position LIMIT ${String(PAGE)}`,
      )
      .all(team, from)
      .map((row) => new Uint8Array(row.bytes));
  }

  /** Stores an entry inside the caller's transaction; `remember` the answer after the commit. Throws Refused. */
  append(team: string | null, bytes: Uint8Array): TeamState {
    const next = applyLogEntry(team === null ? null : this.state(team), bytes);
    if (!next.ok) throw new Refused(next.error === 'HEAD_MOVED' ? 'HEAD_MOVED' : 'BAD_ENTRY');
    if (team === null && this.#states.has(next.value.team)) throw new Refused('BAD_ENTRY');
    this.#db.prepare('INSERT INTO log_entry VALUES (?, ?, ?)').run(next.value.team, next.value.length - 1, bytes);
    // Entries of one group commit build on each other; a rollback reloads (reload()).
    this.#states.set(next.value.team, next.value);
    return next.value;
  }

  /** Folds what is stored: at the start, and after a failed commit. */
  reload(team: string): void {
    let state: TeamState | null = null;
    for (let from = 0; ; from += PAGE) {
      const entries = this.entries(team, from);
      const folded: ReturnType<typeof foldEntries> = foldEntries(state, entries);
      if (folded.refusal !== null) throw new Error('a stored team log does not verify');
      state = folded.state;
      if (entries.length < PAGE) break;
    }
    if (state) this.#states.set(team, state);
    else this.#states.delete(team);
  }
}
