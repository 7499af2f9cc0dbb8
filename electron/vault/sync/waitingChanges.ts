/**
 * How many changes wait, as a person counts them. Saves come every half second, so rows mean nothing to anybody: what was
 * saved in one document without a pause of five minutes is one change. What the vault writes by itself (the team document)
 * is not somebody's change, and a spreekuur is never shared.
 */
import type { Store } from '../store/open.ts';

const PAUSE_MS = 5 * 60_000;

/** Changes in shared documents that are not acknowledged: still to be sealed, or sealed and not on the server's disk. */
export function waitingChanges(store: Store): number {
  const saves = store.db
    .prepare<[], { documentId: string; atMs: number }>(
      `SELECT w.document_id AS documentId, w.at_ms AS atMs FROM (
         SELECT document_id, made_at_ms AS at_ms FROM document_update WHERE sealed = 0
         UNION ALL
         SELECT e.room, e.received_at_ms FROM outer_envelope e JOIN lane l ON l.room = e.room AND l.client = e.client
           WHERE l.mine = 1 AND e.clock >= l.acked AND substr(e.bytes, 2, 1) IN (X'01', X'02')
       ) w JOIN document d ON d.document_id = w.document_id
       LEFT JOIN room_sync s ON s.room = w.document_id
       WHERE d.kind IN ('household', 'restricted') AND coalesce(s.shared, 1) = 1
       ORDER BY w.document_id, w.at_ms`,
    )
    .all();
  return saves.filter((save, index) => {
    const before = saves[index - 1];
    return before?.documentId !== save.documentId || save.atMs - before.atMs > PAUSE_MS;
  }).length;
}
