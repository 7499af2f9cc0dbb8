import { appendFileSync, existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { BackupRow } from '../../../shared/contract/commands/care.ts';
import { createBackup, isSound } from './backup.ts';
import {
  findBackup,
  isBackupDue,
  listBackups,
  parseBackupId,
  ROLLING_EVERY_MS,
  surplusBackups,
  type BackupReason,
} from './backupFiles.ts';
import { runBackup } from './backupRunner.ts';
import { compareCopy } from './compareCopy.ts';
import { connect } from './connect.ts';
import {
  addDocument,
  addUpdate,
  createTestStore,
  TEST_KEY,
  TEST_START_MS,
  updatesIn,
  type TestStore,
} from './testStore.ts';
import type { Store } from './open.ts';

let setup: TestStore;
let store: Store;
beforeEach(() => {
  setup = createTestStore();
  store = setup.open();
  addDocument(store);
  addUpdate(store, 'een');
});
afterEach(() => {
  setup.end();
});

const backUp = (reason: BackupReason = 'manual') =>
  createBackup({ db: store.db, file: setup.file, key: TEST_KEY, nowMs: setup.clock.nowMs(), reason });

function backupPath(backupId: string): string {
  const path = findBackup(setup.file, backupId);
  if (path === null) throw new Error('no such backup');
  return path;
}

test('a copy opens with the key, holds the rows, and shows nothing of them', () => {
  const made = backUp();
  if (!made.ok) throw new Error(made.error.tag);
  expect(made.value).toEqual({
    backupId: `${String(TEST_START_MS)}-manual`,
    madeAtMs: TEST_START_MS,
    reason: 'manual',
    bytes: made.value.bytes,
  });
  const path = backupPath(made.value.backupId);
  expect(isSound(path, TEST_KEY)).toBe(true);
  expect(isSound(path, new Uint8Array(32))).toBe(false);
  expect(updatesIn(setup.open({ file: path }))).toEqual(['een']);
  expect(readFileSync(path).includes('document')).toBe(false);
});

test('copies are listed newest first, with a name of their own also within one millisecond', () => {
  backUp();
  backUp();
  setup.clock.advance(1000);
  backUp('rolling');
  expect(listBackups(setup.file).map((row) => row.backupId)).toEqual([
    `${String(TEST_START_MS + 1000)}-rolling`,
    `${String(TEST_START_MS)}-manual-2`,
    `${String(TEST_START_MS)}-manual`,
  ]);
});

test('a copy that a power cut left unfinished is never listed and goes at the next one', () => {
  const folder = join(setup.folder, 'backups');
  mkdirSync(folder);
  writeFileSync(join(folder, '1790000000000-manual.unfinished'), 'half');
  expect(listBackups(setup.file)).toEqual([]);
  backUp();
  expect(readdirSync(folder)).toEqual(['1790000000000-manual.backup']);
});

test('a damaged page in a copy is seen [S8]', () => {
  backUp();
  const path = backupPath(`${String(TEST_START_MS)}-manual`);
  const bytes = readFileSync(path);
  bytes[bytes.length - 2000] = (bytes[bytes.length - 2000] ?? 0) ^ 1;
  writeFileSync(path, bytes);
  expect(isSound(path, TEST_KEY)).toBe(false);
});

test('a copy that differs from its original in one value, or misses one row, is not a faithful one [S8]', () => {
  backUp();
  const path = backupPath(`${String(TEST_START_MS)}-manual`);
  const same = (isStill: boolean) => compareCopy(store.db, path, TEST_KEY, { isStill: () => isStill });
  const change = (sql: string) => {
    const db = connect({ file: path, key: TEST_KEY, readOnly: false });
    db.exec(sql);
    db.close();
  };
  expect([same(true), same(false)]).toEqual([true, true]);
  change(`UPDATE document_update SET bytes = x'00'`);
  expect(same(true)).toBe(false);
  change(`UPDATE document_update SET bytes = CAST('een' AS BLOB)`);
  expect(same(true)).toBe(true);
  change(`DELETE FROM document_update`);
  expect(same(true)).toBe(false);
  change(`UPDATE migration SET sha256 = ''`);
  expect(same(false)).toBe(false);
});

test('a copy made beside a writer is accepted, and what is written meanwhile is saved', async () => {
  for (let n = 0; n < 300; n += 1) addUpdate(store, `regel ${String(n)}`.repeat(200));
  const copy = runBackup({ file: setup.file, key: TEST_KEY, nowMs: setup.clock.nowMs(), reason: 'rolling' });
  let settled = false;
  const done = copy.finally(() => (settled = true));
  let written = 0;
  while (!settled) {
    addUpdate(store, `tijdens ${String(written)}`);
    written += 1;
    await new Promise((resolve) => setImmediate(resolve));
  }
  const outcome = await done;
  if (!outcome.ok) throw new Error(outcome.error.tag);
  expect(written).toBeGreaterThan(0);
  expect(updatesIn(store)).toHaveLength(301 + written);
  const inCopy = updatesIn(setup.open({ file: backupPath(outcome.value.backupId) }));
  expect(updatesIn(store).slice(0, inCopy.length)).toEqual(inCopy);
  expect(inCopy.length).toBeGreaterThanOrEqual(301);
  expect([...TEST_KEY]).toEqual(Array(32).fill(7));
});

test('a background copy of a database that is not there is a tag', async () => {
  const outcome = await runBackup({ file: join(setup.folder, 'none.db'), key: TEST_KEY, nowMs: 1, reason: 'rolling' });
  expect(outcome).toEqual({ ok: false, error: { tag: 'DiskError' } });
});

test('an id never becomes a path before it is one', () => {
  for (const id of ['../vault', '1790000000000-manual/../../x', '1790000000000-other', '', '1790000000000-manual\0']) {
    expect(parseBackupId(id), id).toBeNull();
    expect(findBackup(setup.file, id)).toBeNull();
  }
});

test('a rolling copy is due after fifteen minutes, also when the clock was set back', () => {
  const at = (madeAtMs: number): BackupRow => ({ backupId: '', madeAtMs, bytes: 1, reason: 'rolling' });
  expect(isBackupDue([], 0)).toBe(true);
  expect(isBackupDue([at(TEST_START_MS)], TEST_START_MS + ROLLING_EVERY_MS - 1)).toBe(false);
  expect(isBackupDue([at(TEST_START_MS)], TEST_START_MS + ROLLING_EVERY_MS)).toBe(true);
  expect(isBackupDue([at(TEST_START_MS)], TEST_START_MS - ROLLING_EVERY_MS)).toBe(true);
});

test('pruning keeps the newest three, one for each of seven days and one for each of four weeks [S13]', () => {
  const rows: BackupRow[] = [];
  // A copy every hour for 60 days.
  for (let hour = 0; hour < 60 * 24; hour += 1) {
    const madeAtMs = TEST_START_MS + hour * 3_600_000;
    rows.push({ backupId: `${String(madeAtMs)}-rolling`, madeAtMs, reason: 'rolling', bytes: 1 });
  }
  const surplus = new Set(surplusBackups(rows));
  const kept = rows.filter((row) => !surplus.has(row.backupId));
  const days = new Set(kept.map((row) => new Date(row.madeAtMs).toISOString().slice(0, 10)));
  expect(days.size).toBe(9);
  expect(kept.length).toBe(11);
  expect(kept.at(-1)).toEqual(rows.at(-1));
});

test('whatever the clock did, pruning keeps the newest copy, is stable, and never empties the folder', () => {
  const row = fc.record({
    madeAtMs: fc.integer({ min: 1, max: 4_000_000_000_000 }),
    reason: fc.constantFrom<BackupReason>('rolling', 'migration', 'manual', 'before-restore'),
  });
  fc.assert(
    fc.property(fc.uniqueArray(row, { selector: (each) => each.madeAtMs, minLength: 1, maxLength: 60 }), (made) => {
      const rows = made.map((each) => ({ ...each, backupId: `${String(each.madeAtMs)}-${each.reason}`, bytes: 1 }));
      const surplus = new Set(surplusBackups(rows));
      const kept = rows.filter((each) => !surplus.has(each.backupId));
      const newest = rows.reduce((a, b) => (a.madeAtMs > b.madeAtMs ? a : b));
      expect(kept).toContain(newest);
      expect(kept.length).toBeGreaterThanOrEqual(Math.min(rows.length, 3));
      expect(surplusBackups(kept)).toEqual([]);
    }),
    { seed: 20261121, numRuns: 200 },
  );
});

test('the copies do not lie open to others', () => {
  backUp();
  expect(existsSync(join(setup.folder, 'backups'))).toBe(true);
  appendFileSync(join(setup.folder, 'backups', 'notes.txt'), 'not a backup');
  expect(listBackups(setup.file)).toHaveLength(1);
});
