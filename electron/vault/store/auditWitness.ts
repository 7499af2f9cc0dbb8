/**
 * What laptops said about their own chained log: number and mac of the last row. They say it inside a signed envelope of the
 * team room, so the server keeps it too, unreadable. Here it is kept as it came, of this laptop and of colleagues'.
 *
 * Promises: a word is never overwritten. A log that is cut off, written anew or put back to an older state cannot take back
 * what a colleague has: compared with that, the first row that is not what it was has a number.
 */
import type { AuditHead } from '../../../shared/sync/headAttestation.ts';
import type { Store } from './open.ts';

/** Words per laptop that are kept; the newest, and the one that reaches furthest. */
const KEEP = 200;

export interface SaidHead extends AuditHead {
  readonly device: string;
  readonly saidAtMs: number;
}

/** Inside the caller's transaction. */
export function keepAuditHead(store: Store, device: string, head: AuditHead, nowMs: number): void {
  store.db.prepare('INSERT OR IGNORE INTO audit_witness VALUES (?, ?, ?, ?)').run(device, head.seq, head.mac, nowMs);
  store.db
    .prepare(
      `DELETE FROM audit_witness WHERE device = @device
         AND seq < (SELECT max(seq) FROM audit_witness WHERE device = @device)
         AND said_at_ms < (SELECT min(said_at_ms) FROM
           (SELECT said_at_ms FROM audit_witness WHERE device = @device ORDER BY said_at_ms DESC LIMIT ${String(KEEP)}))`,
    )
    .run({ device });
}

/** All that was said, per laptop the furthest first. */
export function saidHeads(store: Store): readonly SaidHead[] {
  return store.db
    .prepare<[], SaidHead>(
      'SELECT device, seq, mac, said_at_ms AS saidAtMs FROM audit_witness ORDER BY device, seq DESC, said_at_ms',
    )
    .all();
}

/**
 * Laptops whose log went back, with when that was said: a later word about fewer rows, or another word about the same row.
 * A backup that was put back does that too, so it is a question and not yet an answer.
 */
export function setBack(heads: readonly SaidHead[]): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  const furthest = new Map<string, SaidHead>();
  for (const head of heads.toSorted((a, b) => a.saidAtMs - b.saidAtMs || a.seq - b.seq)) {
    const before = furthest.get(head.device);
    if (before !== undefined && (head.seq < before.seq || (head.seq === before.seq && head.mac !== before.mac)))
      found.set(head.device, head.saidAtMs);
    if (before === undefined || head.seq > before.seq) furthest.set(head.device, head);
  }
  return found;
}

/** The first row that is not what was said of it, or null. `macAt` gives the mac of a row as it is now, null when missing. */
export function firstRowUnlike(
  heads: readonly AuditHead[],
  rows: number,
  macAt: (seq: number) => string | null,
): number | null {
  const wrong = heads.flatMap(({ seq, mac }) => {
    const now = macAt(seq);
    return now === mac ? [] : [now === null ? Math.min(seq, rows + 1) : seq];
  });
  return wrong.length === 0 ? null : Math.min(...wrong);
}
