import { statSync } from 'node:fs';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createBackup } from './backup.ts';
import { listBackups, ROLLING_EVERY_MS } from './backupFiles.ts';
import { connect } from './connect.ts';
import type { Store } from './open.ts';
import { addDocument, addUpdate, createTestStore, TEST_KEY, type TestStore } from './testStore.ts';
import { CHECKPOINT_AFTER_MS, startUpkeep, type Upkeep } from './upkeep.ts';

let setup: TestStore;
let store: Store;
let upkeep: Upkeep;
let timers: { readonly run: () => void; readonly ms: number }[];
const events: string[] = [];

beforeEach(() => {
  setup = createTestStore();
  store = setup.open();
  timers = [];
  upkeep = startUpkeep({
    store,
    key: TEST_KEY,
    clock: setup.clock,
    logger: { event: (name) => events.push(name) },
    setTimer(run, ms) {
      const timer = { run, ms };
      timers.push(timer);
      return { cancel: () => (timers = timers.filter((each) => each !== timer)) };
    },
  });
});
afterEach(async () => {
  await upkeep.stop();
  setup.end();
});

function fire(ms: number): void {
  const due = timers.filter((timer) => timer.ms === ms);
  timers = timers.filter((timer) => timer.ms !== ms);
  for (const timer of due) timer.run();
}
const logBytes = () => statSync(`${setup.file}-wal`).size;

test('the log is empty at most thirty seconds after a commit, with one timer for many commits', () => {
  addDocument(store);
  addUpdate(store, 'een');
  expect(timers.filter((timer) => timer.ms === CHECKPOINT_AFTER_MS)).toHaveLength(1);
  expect(logBytes()).toBeGreaterThan(0);
  fire(CHECKPOINT_AFTER_MS);
  expect(logBytes()).toBe(0);
  expect(timers.filter((timer) => timer.ms === CHECKPOINT_AFTER_MS)).toHaveLength(0);
});

test('a reader in the way does not hold up the worker: the checkpoint comes back later', () => {
  addDocument(store);
  const reader = connect({ file: setup.file, key: TEST_KEY, readOnly: true });
  reader.exec('BEGIN');
  reader.prepare('SELECT count(*) FROM document').get();
  addUpdate(store, 'een');
  const before = performance.now();
  fire(CHECKPOINT_AFTER_MS);
  expect(performance.now() - before).toBeLessThan(2_000);
  expect(timers.filter((timer) => timer.ms === CHECKPOINT_AFTER_MS)).toHaveLength(1);
  reader.exec('COMMIT');
  reader.close();
  fire(CHECKPOINT_AFTER_MS);
  expect(logBytes()).toBe(0);
  expect(store.db.pragma('busy_timeout', { simple: true })).toBe(5_000);
});

test('a log that grows large is moved at once', () => {
  addDocument(store);
  addUpdate(store, 'x'.repeat(17 * 1024 * 1024));
  expect(logBytes()).toBe(0);
});

test('a copy is made when something changed and fifteen minutes went by, and not otherwise', async () => {
  expect(await upkeep.backUpIfDue()).toBeNull();
  addDocument(store);
  expect((await upkeep.backUpIfDue())?.ok).toBe(true);
  addUpdate(store, 'een');
  expect(await upkeep.backUpIfDue()).toBeNull();
  setup.clock.advance(ROLLING_EVERY_MS);
  expect((await upkeep.backUpIfDue())?.ok).toBe(true);
  setup.clock.advance(ROLLING_EVERY_MS);
  expect(await upkeep.backUpIfDue()).toBeNull();
  expect(listBackups(setup.file).map((row) => row.reason)).toEqual(['rolling', 'rolling']);
});

test('each copy prunes what is surplus', async () => {
  addDocument(store);
  for (let n = 0; n < 4; n += 1) {
    createBackup({
      db: store.db,
      file: setup.file,
      key: TEST_KEY,
      nowMs: setup.clock.nowMs(),
      reason: 'before-restore',
    });
    setup.clock.advance(1);
  }
  expect(listBackups(setup.file)).toHaveLength(4);
  await upkeep.backUp('before-restore');
  expect(listBackups(setup.file)).toHaveLength(3);
});

test('after stop nothing is planned any more', async () => {
  addDocument(store);
  await upkeep.stop();
  expect(timers).toEqual([]);
  addUpdate(store, 'een');
  expect(timers).toEqual([]);
});
