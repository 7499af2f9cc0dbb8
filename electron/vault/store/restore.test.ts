import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createBackup } from './backup.ts';
import { findBackup, listBackups } from './backupFiles.ts';
import type { Store } from './open.ts';
import { RESTORED_KEY, stageRestore } from './restore.ts';
import { addDocument, addUpdate, createTestStore, TEST_KEY, updatesIn, type TestStore } from './testStore.ts';

let setup: TestStore;
let backupId: string;

beforeEach(() => {
  setup = createTestStore();
  const store = setup.open();
  addDocument(store);
  addUpdate(store, 'toen');
  backupId = copyOf(store);
  addUpdate(store, 'nu');
  setup.clock.advance(60_000);
  store.close();
});
afterEach(() => {
  setup.end();
});

function copyOf(store: Store): string {
  const made = createBackup({
    db: store.db,
    file: setup.file,
    key: TEST_KEY,
    nowMs: setup.clock.nowMs(),
    reason: 'manual',
  });
  if (!made.ok) throw new Error(made.error.tag);
  return made.value.backupId;
}

const stage = (id = backupId) =>
  stageRestore({ file: setup.file, key: TEST_KEY, clock: setup.clock, logger: { event: () => undefined } }, id);

const asides = () => readdirSync(join(setup.folder, 'backups')).filter((name) => name.startsWith('damaged-'));

test('a restore goes back to the copy and keeps what was there as a copy of its own [S9]', () => {
  expect(stage()).toEqual({ ok: true, value: null });
  const store = setup.open({ mustExist: true });
  expect(updatesIn(store)).toEqual(['toen']);
  expect(store.db.prepare('SELECT 1 FROM meta WHERE key = ?').get(RESTORED_KEY)).toBeDefined();
  store.close();
  expect(readdirSync(setup.folder).toSorted()).toEqual(['backups', 'vault.db']);
  const kept = listBackups(setup.file).find((row) => row.reason === 'before-restore');
  expect(stage(kept?.backupId)).toEqual({ ok: true, value: null });
  expect(updatesIn(setup.open())).toEqual(['toen', 'nu']);
});

test('what was written after the restore was laid ready is kept too', () => {
  const store = setup.open();
  stage();
  addUpdate(store, 'op het laatst');
  store.close();
  setup.open().close();
  const kept = listBackups(setup.file).find((row) => row.reason === 'before-restore');
  stage(kept?.backupId);
  expect(updatesIn(setup.open())).toEqual(['toen', 'nu', 'op het laatst']);
});

test('a database too damaged to copy is kept file by file and the restore goes on', () => {
  const damaged = readFileSync(setup.file).fill(0xaa, 4096, 40_000);
  writeFileSync(setup.file, damaged);
  stage();
  expect(updatesIn(setup.open())).toEqual(['toen']);
  const [aside] = asides();
  expect(readFileSync(join(setup.folder, 'backups', aside ?? '', 'vault.db')).equals(damaged)).toBe(true);
});

test('a log of the old database is never read into the restored one', () => {
  const store = setup.open();
  addUpdate(store, 'alleen in het log');
  const [database, log] = ['', '-wal'].map((ending) => readFileSync(`${setup.file}${ending}`));
  store.close();
  // As after a power cut: commits that are only in the log; and the database itself cannot be read.
  writeFileSync(setup.file, database?.fill(0x55, 0, 4096) ?? '');
  writeFileSync(`${setup.file}-wal`, log ?? '');
  stage();
  expect(updatesIn(setup.open())).toEqual(['toen']);
  const kept = join(setup.folder, 'backups', asides()[0] ?? '', 'vault.db');
  expect(readFileSync(kept).equals(database ?? Buffer.alloc(0))).toBe(true);
  expect(readFileSync(`${kept}-wal`).equals(log ?? Buffer.alloc(0))).toBe(true);
});

test('a database that is gone altogether comes back', () => {
  writeFileSync(setup.file, '');
  expect(setup.outcome({ mustExist: true })).toBe('DatabaseDamaged');
  stage();
  expect(updatesIn(setup.open({ mustExist: true }))).toEqual(['toen']);
});

test('a copy that is damaged, of another key, or not there is refused and nothing happens', () => {
  expect(stage('1790000000000-rolling')).toEqual({ ok: false, error: { tag: 'BackupUnusable' } });
  expect(stage('../vault')).toEqual({ ok: false, error: { tag: 'BackupUnusable' } });
  const path = findBackup(setup.file, backupId) ?? '';
  writeFileSync(path, readFileSync(path).fill(1, 9000, 9100));
  expect(stage()).toEqual({ ok: false, error: { tag: 'BackupUnusable' } });
  expect(updatesIn(setup.open())).toEqual(['toen', 'nu']);
});

test('a copy laid ready that was damaged since is set aside and the present stays', () => {
  stage();
  const ready = `${setup.file}.restore-ready`;
  writeFileSync(ready, readFileSync(ready).fill(1, 9000, 9100));
  expect(updatesIn(setup.open())).toEqual(['toen', 'nu']);
  expect(existsSync(`${ready}-unusable`)).toBe(true);
  expect(setup.events).toContain('restore.refused');
});

test('cut off before its last step, a restore is completed by doing it again', () => {
  stage();
  const ready = readFileSync(`${setup.file}.restore-ready`);
  setup.open().close();
  // As if the power went before the rename reached the disk.
  writeFileSync(`${setup.file}.restore-ready`, ready);
  expect(updatesIn(setup.open())).toEqual(['toen']);
  expect(existsSync(`${setup.file}.restore-ready`)).toBe(false);
});
