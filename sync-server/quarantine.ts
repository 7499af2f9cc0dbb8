/**
 * Work of somebody who lost access, on its way to a lead: sealed parts, kept until a lead decided. The server sees which
 * device, which room and how large; nothing is ever dropped by it.
 */
import type { ControlFrame } from '../shared/sync/frames.ts';
import { Refused } from './roomLog.ts';
import type { ServerDatabase } from './store.ts';

const MAX_PARTS = 256;
const MAX_TEAM_BYTES = 256 * 1024 * 1024;

type Rescue = Extract<ControlFrame, { type: 'rescue' }>;
type Quarantined = Extract<ControlFrame, { type: 'quarantined' }>;

export class Quarantine {
  readonly #db: ServerDatabase;
  constructor(db: ServerDatabase) {
    this.#db = db;
  }

  /** Keeps one part; sent again, it changes nothing. Inside the caller's transaction. */
  keep(team: string, device: string, frame: Rescue, nowMs: number): void {
    const named = /^[0-9a-f]{32}$/.test(frame.item) && /^[0-9a-f]{32}$/.test(frame.room);
    if (!named || frame.parts < 1 || frame.parts > MAX_PARTS || frame.part >= frame.parts)
      throw new Refused('BAD_ENVELOPE');
    const owner = this.#db
      .prepare<[string, string], string>('SELECT device FROM quarantine WHERE team = ? AND item = ? LIMIT 1')
      .pluck()
      .get(team, frame.item);
    if (owner !== undefined && owner !== device) throw new Refused('WRONG_LANE');
    const bytes =
      this.#db
        .prepare<[string], number>('SELECT coalesce(sum(length(sealed)), 0) FROM quarantine WHERE team = ?')
        .pluck()
        .get(team) ?? 0;
    if (bytes + frame.sealed.length > MAX_TEAM_BYTES) throw new Refused('QUOTA');
    this.#db
      .prepare('INSERT INTO quarantine VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING')
      .run(team, frame.item, frame.part, frame.parts, frame.room, device, nowMs, frame.sealed);
  }

  /** Everything that waits for a lead, oldest first; of one item when it is named. */
  *waiting(team: string, item: string | null): Generator<Quarantined> {
    const rows = this.#db
      .prepare<[string, string | null, string | null], Omit<Quarantined, 'type' | 'sealed'>>(
        `SELECT item, part, parts, room, device, received_at_ms AS receivedAtMs FROM quarantine
         WHERE team = ? AND (? IS NULL OR item = ?) ORDER BY received_at_ms, item, part`,
      )
      .all(team, item, item);
    const sealed = this.#db
      .prepare<[string, string, number], Buffer>(
        'SELECT sealed FROM quarantine WHERE team = ? AND item = ? AND part = ?',
      )
      .pluck();
    for (const row of rows) {
      const bytes = sealed.get(team, row.item, row.part);
      if (bytes) yield { type: 'quarantined', ...row, sealed: new Uint8Array(bytes) };
    }
  }

  /** A lead decided. Inside the caller's transaction. */
  settle(team: string, item: string): void {
    this.#db.prepare('DELETE FROM quarantine WHERE team = ? AND item = ?').run(team, item);
  }
}
