/**
 * What must hold for a store after anything happened to the process or the disk: everything that was told is there, a
 * transaction is there whole or not at all, the log is unbroken, every page and index is sound.
 */
import type { DeviceId, UserId } from '../../shared/domain/ids.ts';
import { createAuditLog } from '../../electron/vault/store/audit.ts';
import { openStore } from '../../electron/vault/store/open.ts';

export const FAULT_KEY: Uint8Array = new Uint8Array(32).fill(0x5a);
export const FAULT_AUDIT_KEY: Uint8Array = new Uint8Array(32).fill(0xa5);
export const FAULT_DOCUMENT = 'd'.repeat(32);

/** What transaction `number` saved. */
export function changeText(number: number, bytes: number): string {
  return `wijziging ${String(number)} `.padEnd(bytes, `${String(number)}-`);
}

export interface Findings {
  /** Transactions that are there. */
  readonly count: number;
  /** What is wrong, in words; empty when all is well. */
  readonly problems: readonly string[];
}

/** Opens the store as the vault would and looks at everything. */
export function inspectStore(file: string, acknowledged: number): Findings {
  const opened = openStore({
    file,
    key: FAULT_KEY,
    clock: { nowMs: () => 1_790_000_000_000 },
    logger: { event: () => undefined },
    appVersion: '0.1.0',
    mustExist: true,
  });
  if (!opened.ok) return { count: 0, problems: [`does not open: ${opened.error.tag}`] };
  const store = opened.value;
  const { db } = store;
  const problems: string[] = [];
  const number = (sql: string): number => db.prepare<[], number>(sql).pluck().get() ?? 0;
  try {
    const count = number('SELECT count(*) FROM document_update');
    if (count < acknowledged) problems.push(`lost ${String(acknowledged - count)} of ${String(acknowledged)}`);
    const rows = db.prepare<[], Uint8Array>('SELECT bytes FROM document_update ORDER BY seq').pluck().all();
    rows.forEach((bytes, index) => {
      const expected = changeText(index + 1, bytes.length);
      if (Buffer.from(bytes).toString() !== expected) problems.push(`row ${String(index + 1)} holds something else`);
    });
    if (number('SELECT count(*) FROM search_dirty') !== count) problems.push('half a transaction: search_dirty');
    if (number('SELECT count(*) FROM audit') !== count) problems.push('half a transaction: audit');
    if (number(`SELECT coalesce(max(CAST(value AS INTEGER)), 0) FROM ui_state WHERE key = 'count'`) !== count) {
      problems.push('half a transaction: ui_state');
    }
    const log = createAuditLog({
      store,
      key: FAULT_AUDIT_KEY,
      clock: { nowMs: () => 0 },
      me: { userId: 'b'.repeat(32) as UserId, deviceId: 'c'.repeat(32) as DeviceId },
    }).verify();
    if (log.firstBadRow !== null) problems.push(`the log breaks at row ${String(log.firstBadRow)}`);
    const integrity = db.pragma('integrity_check(1)', { simple: true });
    if (integrity !== 'ok') problems.push(`integrity_check: ${String(integrity)}`);
    return { count, problems };
  } catch (thrown) {
    return { count: 0, problems: [...problems, `cannot be read: ${String(thrown)}`] };
  } finally {
    store.close();
  }
}
