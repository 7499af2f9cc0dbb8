import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { AuditEntry } from '../../../shared/contract/contract.ts';
import type { DeviceId, UserId } from '../../../shared/domain/ids.ts';
import { createAuditLog, type AuditLog } from './audit.ts';
import { openStore, type Store } from './open.ts';

let folder: string;
let store: Store;
let log: AuditLog;
let nowMs: number;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'audit-'));
  nowMs = 1_790_000_000_000;
  const clock = { nowMs: () => (nowMs += 1000) };
  const opened = openStore({
    file: join(folder, 'vault.db'),
    key: new Uint8Array(32).fill(1),
    clock,
    logger: { event: () => undefined },
    appVersion: '0.1.0',
  });
  if (!opened.ok) throw new Error(opened.error.tag);
  store = opened.value;
  const me = { userId: 'a'.repeat(32) as UserId, deviceId: 'b'.repeat(32) as DeviceId };
  log = createAuditLog({ store, key: new Uint8Array(32).fill(2), clock, me });
});
afterEach(() => {
  store.close();
  rmSync(folder, { recursive: true, force: true });
});

const look: AuditEntry = { command: 'household.get', auditClass: 'view', objectId: 'c'.repeat(32), result: 'ok' };

function fill(rows: number): void {
  for (let n = 0; n < rows; n += 1) log.append({ ...look, objectId: String(n).padStart(32, '0') });
}

test('an untouched log is whole, also when it is empty', () => {
  expect(log.verify()).toEqual({ rows: 0, firstBadRow: null });
  fill(5);
  expect(log.verify()).toEqual({ rows: 5, firstBadRow: null });
  expect(log.head()?.seq).toBe(5);
});

test('changing any field of any row is found at that row [P5]', () => {
  const changes = [
    `ts_ms = ts_ms + 1`,
    `user = 'x'`,
    `device = 'x'`,
    `action = 'note.other'`,
    `audit_class = 'none'`,
    `object_type = 'x'`,
    `object_id = 'x'`,
    `result = 'Locked'`,
    `prev_hash = zeroblob(32)`,
    `mac = zeroblob(32)`,
  ];
  fill(5);
  for (const change of changes) {
    for (const seq of [2, 5]) {
      store.db.exec('BEGIN');
      store.db.prepare(`UPDATE audit SET ${change} WHERE seq = ?`).run(seq);
      expect(log.verify(), `${change} in row ${String(seq)}`).toEqual({ rows: 5, firstBadRow: seq });
      store.db.exec('ROLLBACK');
    }
  }
  expect(log.verify().firstBadRow).toBeNull();
});

test('a dropped row is found at its number, also when the rows behind it close the gap', () => {
  fill(5);
  store.db.exec('DELETE FROM audit WHERE seq = 3');
  expect(log.verify().firstBadRow).toBe(3);
  store.db.exec('UPDATE audit SET seq = seq - 1 WHERE seq > 3');
  expect(log.verify().firstBadRow).toBe(3);
});

test('a row put in between is found', () => {
  fill(5);
  store.db.exec('UPDATE audit SET seq = -seq WHERE seq >= 3; UPDATE audit SET seq = 1 - seq WHERE seq < 0');
  store.db.exec(
    `INSERT INTO audit SELECT 3, ts_ms, user, device, action, audit_class, object_type, object_id, result, prev_hash, mac FROM audit WHERE seq = 2`,
  );
  expect(log.verify()).toEqual({ rows: 6, firstBadRow: 3 });
});

test('two rows that changed places are found at the first of them', () => {
  fill(5);
  store.db.exec(
    'UPDATE audit SET seq = 99 WHERE seq = 2; UPDATE audit SET seq = 2 WHERE seq = 4; UPDATE audit SET seq = 4 WHERE seq = 99',
  );
  expect(log.verify().firstBadRow).toBe(2);
});

test('a tail that was cut off is missed, and so is a whole log', () => {
  fill(5);
  store.db.exec('DELETE FROM audit WHERE seq >= 4');
  expect(log.verify()).toEqual({ rows: 3, firstBadRow: 4 });
  store.db.exec('DELETE FROM audit');
  expect(log.verify()).toEqual({ rows: 0, firstBadRow: 1 });
});

test('a head that was put back or taken away is found', () => {
  fill(2);
  const earlier = store.db.prepare(`SELECT value FROM meta`).pluck().get();
  fill(1);
  store.db.prepare(`UPDATE meta SET value = ?`).run(earlier);
  expect(log.verify().firstBadRow).toBe(4);
  store.db.exec('DELETE FROM meta');
  expect(log.verify().firstBadRow).toBe(4);
});

test('a row goes with the transaction that it tells about', () => {
  fill(1);
  expect(() =>
    store.transaction(() => {
      log.append(look);
      throw new Error('the change failed');
    }),
  ).toThrow('the change failed');
  expect(log.verify()).toEqual({ rows: 1, firstBadRow: null });
});

test('text does not get into the log [P4]', () => {
  log.append({ ...look, objectId: 'Anna de Vries' });
  expect(store.db.prepare('SELECT object_id FROM audit').pluck().all()).toEqual(['']);
  expect(() => {
    log.append({ ...look, command: 'Anna de Vries' as AuditEntry['command'] });
  }).toThrow('not text');
  expect(log.verify()).toEqual({ rows: 1, firstBadRow: null });
});

test('a disk that may not be written comes back as a tag', () => {
  store.db.pragma('query_only = ON');
  expect(log.tryAppend(look)).toEqual({ ok: false, error: { tag: 'DiskError' } });
});
