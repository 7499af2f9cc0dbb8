/**
 * Relays the two sealed messages of joining. The server sees an invite id and sizes, nothing else. An invite lives until its
 * expiry, is answered once, and survives a restart, so that the lead may look later.
 */
import { Refused } from './roomLog.ts';
import type { ServerDatabase } from './store.ts';

const MAX_SEALED_BYTES = 4096;
const MAX_OPEN_INVITES_PER_TEAM = 50;

interface InviteRow {
  readonly team: string;
  readonly expires_at_ms: number;
  readonly request: Buffer | null;
  readonly answer: Buffer | null;
}

export class JoinRelay {
  readonly #db: ServerDatabase;
  constructor(db: ServerDatabase) {
    this.#db = db;
  }

  #find(invite: string, nowMs: number): InviteRow {
    const row = this.#db
      .prepare<[string], InviteRow>('SELECT team, expires_at_ms, request, answer FROM invite WHERE invite = ?')
      .get(invite);
    if (!row) throw new Refused('UNKNOWN_INVITE');
    if (row.expires_at_ms < nowMs) throw new Refused('EXPIRED');
    return row;
  }

  register(team: string, invite: string, expiresAtMs: number, nowMs: number): void {
    this.#db.prepare('DELETE FROM invite WHERE expires_at_ms < ?').run(nowMs);
    const open =
      this.#db.prepare<[string], { count: number }>('SELECT count(*) AS count FROM invite WHERE team = ?').get(team)
        ?.count ?? 0;
    if (open >= MAX_OPEN_INVITES_PER_TEAM) throw new Refused('QUOTA');
    this.#db
      .prepare('INSERT INTO invite (invite, team, expires_at_ms) VALUES (?, ?, ?) ON CONFLICT DO NOTHING')
      .run(invite, team, Math.min(expiresAtMs, nowMs + 24 * 3_600_000));
  }

  /** Keeps the first request; answers the team to ring and the answer when there already is one. */
  request(invite: string, sealed: Uint8Array, nowMs: number): { team: string; answer: Uint8Array | null } {
    if (sealed.length > MAX_SEALED_BYTES) throw new Refused('TOO_LARGE');
    const row = this.#find(invite, nowMs);
    if (!row.request) this.#db.prepare('UPDATE invite SET request = ? WHERE invite = ?').run(sealed, invite);
    return { team: row.team, answer: row.answer ? new Uint8Array(row.answer) : null };
  }

  answer(team: string, invite: string, sealed: Uint8Array, nowMs: number): void {
    if (sealed.length > MAX_SEALED_BYTES) throw new Refused('TOO_LARGE');
    const row = this.#find(invite, nowMs);
    if (row.team !== team) throw new Refused('UNKNOWN_INVITE');
    this.#db.prepare('UPDATE invite SET answer = ? WHERE invite = ?').run(sealed, invite);
  }

  /**
   * Requests of a team, answered or not: an answer may be "compare these words first", which is sealed like the others, so only
   * the lead's laptop knows which of its invites are done.
   */
  waiting(team: string, nowMs: number): readonly { invite: string; sealed: Uint8Array }[] {
    return this.#db
      .prepare<[string, number], { invite: string; request: Buffer }>(
        'SELECT invite, request FROM invite WHERE team = ? AND expires_at_ms >= ? AND request IS NOT NULL',
      )
      .all(team, nowMs)
      .map((row) => ({ invite: row.invite, sealed: new Uint8Array(row.request) }));
  }
}
