/**
 * A process of its own that writes to a store until it is killed or something breaks, and tells what it committed.
 *
 *   storeWriter <file> <job as JSON>
 *
 * Each transaction writes into four tables, as the vault does: a change, a projection row, a counter and a row of the
 * chained log. It is told (on standard output, or into a file when asked) only after the commit has returned.
 */
import { readSync, writeSync, openSync } from 'node:fs';
import type { DeviceId, DocumentId, UserId } from '../../shared/domain/ids.ts';
import { createAuditLog } from '../../electron/vault/store/audit.ts';
import { openStore, type Store } from '../../electron/vault/store/open.ts';
import { storeErrorOf } from '../../electron/vault/store/sqliteErrors.ts';
import { FAULT_AUDIT_KEY, FAULT_DOCUMENT, FAULT_KEY, changeText } from './storeInvariants.ts';

export interface WriterJob {
  /** Stop after so many transactions; without it the process goes on until it is killed. */
  readonly count?: number;
  /** Wait for a byte on standard input before opening, so that a parent can start the next one early. */
  readonly wait?: boolean;
  /** Write acknowledgements into this file instead of standard output. */
  readonly acknowledge?: string;
  /** A truncating checkpoint after every so many transactions. */
  readonly checkpointEvery?: number;
  /** Close and open again after every so many transactions. */
  readonly reopenEvery?: number;
  /** Bytes of text in a change; a little by default. */
  readonly bytes?: number;
  /** For the mutation check of the power-cut harness: weaken what openStore set. */
  readonly weaken?: 'synchronous';
}

const [, , file = '', jobText = '{}'] = process.argv;
const job = JSON.parse(jobText) as WriterJob;
const answer = job.acknowledge === undefined ? 1 : openSync(job.acknowledge, 'a');
const tell = (line: string): void => void writeSync(answer, `${line}\n`);

// A write beyond the limit on file sizes must come back as an error, as on a full disk.
process.on('SIGXFSZ', () => undefined);

if (job.wait === true) {
  tell('ready');
  readSync(0, Buffer.alloc(1));
}
run();

function run(): void {
  let store = open();
  if (store === null) return;
  let number = 1;
  try {
    number = nextNumber(store);
  } catch (thrown) {
    tell(`refused ${storeErrorOf(thrown)?.tag ?? String(thrown)}`);
    store.close();
    return;
  }
  tell(`opened ${String(number - 1)}`);
  for (let done = 0; job.count === undefined || done < job.count; done += 1, number += 1) {
    try {
      writeOne(store, number);
    } catch (thrown) {
      tell(`failed ${storeErrorOf(thrown)?.tag ?? String(thrown)}`);
      return closeAndTell(store);
    }
    tell(String(number));
    if (job.checkpointEvery !== undefined && number % job.checkpointEvery === 0)
      attempt(store, (each) => each.checkpoint());
    if (job.reopenEvery !== undefined && number % job.reopenEvery === 0) {
      store.close();
      store = open();
      if (store === null) return;
    }
  }
  closeAndTell(store);
}

function open(): Store | null {
  const opened = openStore({
    file,
    key: FAULT_KEY,
    clock: { nowMs: () => 1_790_000_000_000 },
    logger: { event: () => undefined },
    appVersion: '0.1.0',
  });
  if (!opened.ok) {
    tell(`refused ${opened.error.tag}`);
    return null;
  }
  if (job.weaken === 'synchronous') opened.value.db.pragma('synchronous = NORMAL');
  return opened.value;
}

function nextNumber(store: Store): number {
  store.transaction(() =>
    store.db
      .prepare(`INSERT OR IGNORE INTO document VALUES (?, ?, 'household', ?, ?, 1, 1, 0)`)
      .run(FAULT_DOCUMENT, 'a'.repeat(32), 'b'.repeat(32), 'c'.repeat(32)),
  );
  return (store.db.prepare<[], number>(`SELECT count(*) FROM document_update`).pluck().get() ?? 0) + 1;
}

function writeOne(store: Store, number: number): void {
  const text = changeText(number, job.bytes ?? 200);
  store.transaction(() => {
    store.db
      .prepare(`INSERT INTO document_update (document_id, bytes, sealed, made_at_ms) VALUES (?, ?, 0, ?)`)
      .run(FAULT_DOCUMENT, Buffer.from(text), number);
    store.db
      .prepare(`INSERT INTO search_dirty (document_id, kind, record_id, marked_at_ms) VALUES (?, 'conversation', ?, ?)`)
      .run(FAULT_DOCUMENT, String(number), number);
    store.db
      .prepare(
        `INSERT INTO ui_state (key, value, changed_at_ms) VALUES ('count', ?, ?)
         ON CONFLICT (key) DO UPDATE SET value = excluded.value`,
      )
      .run(String(number), number);
    createAuditLog({
      store,
      key: FAULT_AUDIT_KEY,
      clock: { nowMs: () => number },
      me: { userId: 'b'.repeat(32) as UserId, deviceId: 'c'.repeat(32) as DeviceId },
    }).append({ command: 'document.push', auditClass: 'change', objectId: FAULT_DOCUMENT as DocumentId, result: 'ok' });
  });
}

function closeAndTell(store: Store): void {
  store.close();
  tell('closed');
}

function attempt(store: Store, run: (store: Store) => unknown): void {
  try {
    run(store);
  } catch (thrown) {
    if (storeErrorOf(thrown) === null) throw thrown;
  }
}
