/**
 * The chained log of who did what to which record, and never what it said.
 *
 * Promises:
 * - mac(row) = BLAKE2b-256 keyed with the audit key over prev_hash and the row in one fixed form; prev_hash is the mac
 *   of the row before. A row that is changed, dropped, put in between or moved breaks the chain at a row that
 *   verify() names;
 * - the head (number and mac of the last row) has a mac of its own, so that a tail that was cut off is missed;
 * - a row is written in the caller's transaction: change and row exist together or not at all.
 * What it cannot show by itself: a whole database put back to an older state. That takes a head kept elsewhere.
 */
import type { AuditEntry, CallContext } from '../../../shared/contract/contract.ts';
import type { Clock } from '../../../shared/deps.ts';
import type { DeviceId, UserId } from '../../../shared/domain/ids.ts';
import type { ErrorOf } from '../../../shared/errors.ts';
import { ok, type Result } from '../../../shared/result.ts';
import { concat, sameBytes, utf8 } from '../keys/bytes.ts';
import { sodium } from '../keys/sodium.ts';
import type { Store } from './open.ts';
import { storeResult } from './sqliteErrors.ts';

export interface AuditOptions {
  readonly store: Store;
  /** The audit subkey: 32 bytes. */
  readonly key: Uint8Array;
  readonly clock: Clock;
  readonly me: { readonly userId: UserId; readonly deviceId: DeviceId };
}

export interface AuditLog {
  /** Writes one row, in the transaction that is running or else in one of its own. Throws StoreFailure. */
  append(entry: AuditEntry): void;
  /** As append, with the row that this call still owes; nothing once that was taken. */
  appendFor(call: Pick<CallContext, 'takeAudit'>): void;
  /** As append, with a failing disk as a value: for a row that stands alone. */
  tryAppend(entry: AuditEntry): Result<null, ErrorOf<'DiskFull' | 'DiskError'>>;
  /** Walks the whole chain. `firstBadRow` is the number of the first row that is not what it was, or is missing. */
  verify(): AuditVerdict;
  /** The same some rows at a time. */
  walk(): AuditWalk;
  /** The last row, for a witness elsewhere; null before the first row. */
  head(): { readonly seq: number; readonly mac: Uint8Array } | null;
  /** The mac of one row as it stands, or null when there is no such row. */
  macAt(seq: number): Uint8Array | null;
  /** Rows after this number that went well and are about something, oldest first. */
  about(afterSeq: number): readonly AuditLine[];
}

export interface AuditVerdict {
  readonly rows: number;
  readonly firstBadRow: number | null;
}

/** A walk over the chain. */
export interface AuditWalk {
  /** About how many rows it will pass. */
  readonly total: number;
  /** Passes so many more rows and answers how many it passed so far; or what it found when it is at the end. */
  next(count: number): number | AuditVerdict;
}

/** One row, as far as a reader of the log needs it. */
export interface AuditLine {
  readonly seq: number;
  readonly atMs: number;
  readonly action: string;
  readonly auditClass: string;
  readonly objectId: string;
}

interface AuditRow {
  readonly seq: number;
  readonly ts_ms: number;
  readonly user: string;
  readonly device: string;
  readonly action: string;
  readonly audit_class: string;
  readonly object_type: string;
  readonly object_id: string;
  readonly result: string;
  readonly prev_hash: Uint8Array;
  readonly mac: Uint8Array;
}

export function createAuditLog(options: AuditOptions): AuditLog {
  const { store, key, me } = options;
  const { db } = store;
  const insert = db.prepare<[AuditRow]>(
    `INSERT INTO audit (seq, ts_ms, user, device, action, audit_class, object_type, object_id, result, prev_hash, mac)
     VALUES (@seq, @ts_ms, @user, @device, @action, @audit_class, @object_type, @object_id, @result, @prev_hash, @mac)`,
  );
  const last = db.prepare<[], { seq: number; mac: Uint8Array }>(`SELECT seq, mac FROM audit ORDER BY seq DESC LIMIT 1`);
  const some = db.prepare<[number, number], AuditRow>(`SELECT * FROM audit WHERE seq > ? ORDER BY seq LIMIT ?`);
  const oneMac = db.prepare<[number], Uint8Array>(`SELECT mac FROM audit WHERE seq = ?`).pluck();
  const lines = db.prepare<[number], AuditLine>(
    `SELECT seq, ts_ms AS atMs, action, audit_class AS auditClass, object_id AS objectId FROM audit
     WHERE seq > ? AND result = 'ok' AND object_id <> '' ORDER BY seq`,
  );
  const readHead = db.prepare<[string], Uint8Array>(`SELECT value FROM meta WHERE key = ?`).pluck();
  const writeHead = db.prepare<[string, Uint8Array]>(
    `INSERT INTO meta (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value`,
  );

  const append = (entry: AuditEntry): void => {
    const facts = factsOf(entry);
    store.transaction(() => {
      const previous = last.get() ?? null;
      const row = {
        seq: (previous?.seq ?? 0) + 1,
        ts_ms: options.clock.nowMs(),
        user: me.userId,
        device: me.deviceId,
        ...facts,
        prev_hash: previous === null ? START : previous.mac,
      };
      const mac = macOfRow(row, key);
      insert.run({ ...row, mac });
      writeHead.run(HEAD, concat(mac, macOfHead(row.seq, mac, key)));
    });
  };

  return {
    append,
    appendFor(call) {
      const entry = call.takeAudit();
      if (entry !== null) append(entry);
    },
    tryAppend(entry) {
      const write = (): Result<null, ErrorOf<'DiskFull' | 'DiskError'>> =>
        storeResult(() => {
          append(entry);
          return ok(null);
        });
      const written = write();
      // The first try gave up the room that was kept for a full disk (reserve.ts).
      return !written.ok && written.error.tag === 'DiskFull' ? write() : written;
    },
    verify() {
      const walk = begin();
      for (;;) {
        const found = walk.next(ROWS_AT_ONCE);
        if (typeof found !== 'number') return found;
      }
    },
    walk: begin,
    head: () => last.get() ?? null,
    macAt: (seq) => oneMac.get(seq) ?? null,
    about: (afterSeq) => lines.all(afterSeq),
  };

  function begin(): AuditWalk {
    let previous: Uint8Array = START;
    let rows = 0;
    return {
      total: countRows(),
      next(count) {
        // Before the first row nothing may stand either, whatever its number.
        const found = some.all(rows === 0 ? Number.MIN_SAFE_INTEGER : rows, count);
        for (const row of found) {
          const isNext = row.seq === rows + 1 && sameBytes(row.prev_hash, previous);
          if (!isNext || !sameBytes(row.mac, macOfRow(row, key))) return { rows: countRows(), firstBadRow: rows + 1 };
          previous = row.mac;
          rows += 1;
        }
        if (found.length === count) return rows;
        // No row is left, and none can come in between: the head is that of the last one.
        const head = readHead.get(HEAD);
        const expected = rows === 0 ? undefined : concat(previous, macOfHead(rows, previous, key));
        const isWhole = head === undefined || expected === undefined ? head === expected : sameBytes(head, expected);
        return { rows, firstBadRow: isWhole ? null : rows + 1 };
      },
    };
  }

  function countRows(): number {
    return db.prepare<[], number>(`SELECT count(*) FROM audit`).pluck().get() ?? 0;
  }
}

const START = new Uint8Array(32);
const ROWS_AT_ONCE = 1_000;
const HEAD = 'audit.head';

function macOfRow(row: Omit<AuditRow, 'mac'>, key: Uint8Array): Uint8Array {
  const fixedForm = JSON.stringify([
    'samenspel/audit-row/v1',
    row.seq,
    row.ts_ms,
    row.user,
    row.device,
    row.action,
    row.audit_class,
    row.object_type,
    row.object_id,
    row.result,
  ]);
  return sodium.crypto_generichash(32, concat(row.prev_hash, utf8(fixedForm)), key);
}

function macOfHead(seq: number, mac: Uint8Array, key: Uint8Array): Uint8Array {
  return sodium.crypto_generichash(32, concat(mac, utf8(JSON.stringify(['samenspel/audit-head/v1', seq]))), key);
}

/**
 * The log has no room for content. An object id may be whatever somebody sent: what is not an id is left out. Command
 * and result are ours; something else there is a bug.
 */
function factsOf(entry: AuditEntry): Pick<AuditRow, 'action' | 'audit_class' | 'object_type' | 'object_id' | 'result'> {
  const objectId = /^[0-9a-z-]{0,64}$/.test(entry.objectId ?? '') ? (entry.objectId ?? '') : '';
  if (!/^[A-Za-z]{1,60}$/.test(entry.result) || !/^[A-Za-z]+\.[A-Za-z]+$/.test(entry.command)) {
    throw new Error('an audit row takes codes, not text');
  }
  const [objectType = ''] = entry.command.split('.');
  return {
    action: entry.command,
    audit_class: entry.auditClass,
    object_type: objectType,
    object_id: objectId,
    result: entry.result,
  };
}
