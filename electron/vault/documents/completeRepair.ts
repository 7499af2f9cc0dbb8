/**
 * The second half of a repair (store/repair.ts), at the first open after it: lists and search are made again from the
 * documents, what this laptop wrote for the team waits to be sent whole once more, and the outcome is kept for the
 * worker to read. One transaction: cut off anywhere, it is done again at the next open.
 */
import type { Clock } from '../../../shared/deps.ts';
import type { RepairOutcome } from '../../../shared/contract/commands/care.ts';
import type { AuditLog } from '../store/audit.ts';
import { REPAIR_KEY, StagedRepair } from '../store/repair.ts';
import type { Progress } from '../progress.ts';
import type { Store } from '../store/open.ts';
import type { DocumentStore } from './documentStore.ts';

const OUTCOME_KEY = 'store.lastRepair';

interface RepairParts {
  readonly store: Store;
  readonly documents: DocumentStore;
  readonly audit: AuditLog;
  readonly clock: Clock;
  readonly progress?: Progress;
}

/** Does nothing when no repair waits. */
export function completeRepair({ store, documents, audit, clock, progress }: RepairParts): void {
  const waiting = read(store, REPAIR_KEY);
  const staged = waiting === null ? null : StagedRepair.safeParse(waiting).data;
  if (!staged) return;
  const put = store.db.prepare<[string, Buffer]>('INSERT OR REPLACE INTO meta (key, value) VALUES (?, ?)');
  const addUnsealed = store.db.prepare<[string, Uint8Array, number]>(
    'INSERT INTO document_update (document_id, bytes, sealed, made_at_ms) VALUES (?, ?, 0, ?)',
  );
  const ids = store.db.prepare<[], string>('SELECT document_id FROM document').pluck().all();
  documents.rebuild({
    ...(progress === undefined ? {} : { progress }),
    inTransaction: () => {
      const incomplete = ids.filter((id) => !documents.isWhole(id)).length;
      for (const id of staged.written)
        if (ids.includes(id) && documents.isWhole(id)) addUnsealed.run(id, documents.stateOf(id), clock.nowMs());
      const outcome: RepairOutcome = {
        atMs: staged.atMs,
        copyMadeAtMs: staged.copyMadeAtMs,
        unreadable: staged.unreadable,
        documents: ids.length,
        incomplete,
      };
      put.run(OUTCOME_KEY, Buffer.from(JSON.stringify(outcome)));
      store.db.prepare('DELETE FROM meta WHERE key = ?').run(REPAIR_KEY);
      audit.append({ command: 'vault.repair', auditClass: 'change', objectId: null, result: 'ok' });
    },
  });
}

/** What the last repair brought back; null when there was none. */
export function lastRepair(store: Store): RepairOutcome | null {
  return read(store, OUTCOME_KEY) as RepairOutcome | null;
}

function read(store: Store, key: string): unknown {
  const bytes = store.db.prepare<[string], Uint8Array>('SELECT value FROM meta WHERE key = ?').pluck().get(key);
  return bytes === undefined ? null : JSON.parse(Buffer.from(bytes).toString('utf8'));
}
