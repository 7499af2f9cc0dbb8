/** Nothing readable reaches the disk: not in the database, its log, a copy, a temporary file. */
import {
  mkdtempSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  readlinkSync,
  rmSync,
  statSync,
  openSync,
  readSync,
  closeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createBackup } from '../../electron/vault/store/backup.ts';
import type { Store } from '../../electron/vault/store/open.ts';
import { openStore } from '../../electron/vault/store/open.ts';
import { documentUpdate, searchEntry } from '../../electron/vault/store/schema.ts';
import { stageRestore } from '../../electron/vault/store/restore.ts';
import { addDocument, TEST_DOCUMENT } from '../../electron/vault/store/testStore.ts';
import { FAULT_KEY } from './storeInvariants.ts';

const CANARY = 'kanariewoordzonnebloem';
let root: string;
let store: Store;
let file: string;
const clock = { nowMs: () => 1_790_000_000_000 };
const logger = { event: () => undefined };

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'secret-'));
  mkdirSync(join(root, 'profile'));
  mkdirSync(join(root, 'temporary'));
  file = join(root, 'profile', 'vault.db');
  const opened = openStore({ file, key: FAULT_KEY, clock, logger, appVersion: '0.1.0' });
  if (!opened.ok) throw new Error(opened.error.tag);
  store = opened.value;
  addDocument(store);
});
afterEach(() => {
  store.close();
  rmSync(root, { recursive: true, force: true });
});

function plant(rows: number): void {
  const start = store.orm.select().from(searchEntry).all().length;
  const index = store.db.prepare(`INSERT INTO search_fts (rowid, words) VALUES (?, ?)`);
  store.transaction(() => {
    for (let n = start; n < start + rows; n += 1) {
      store.orm
        .insert(searchEntry)
        .values({
          documentId: TEST_DOCUMENT,
          kind: 'conversation',
          recordId: String(n),
          householdId: 'h',
          title: CANARY,
          body: `${CANARY} ${String((n * 7919) % 10_007)} `.repeat(20),
          voice: 'worker',
        })
        .run();
      index.run(n + 1, `${CANARY} ${String(n)}`);
      store.orm
        .insert(documentUpdate)
        .values({ documentId: TEST_DOCUMENT, bytes: Buffer.from(`${CANARY} ${String(n)}`), sealed: false, madeAtMs: 1 })
        .run();
    }
  });
}

function filesUnder(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile());
}

/** Bits of information per byte; 8 for noise. */
function entropy(bytes: Uint8Array): number {
  const counts = Array.from({ length: 256 }, () => 0);
  for (const byte of bytes) counts[byte] = (counts[byte] ?? 0) + 1;
  return counts
    .filter((count) => count > 0)
    .reduce((sum, count) => sum - (count / bytes.length) * Math.log2(count / bytes.length), 0);
}

test('every file of a profile is free of a planted word and looks like noise [S3]', () => {
  plant(400);
  store.checkpoint();
  plant(400);
  const made = createBackup({ db: store.db, file, key: FAULT_KEY, nowMs: clock.nowMs(), reason: 'manual' });
  if (!made.ok) throw new Error(made.error.tag);
  expect(stageRestore({ file, key: FAULT_KEY, clock, logger }, made.value.backupId).ok).toBe(true);
  const files = filesUnder(join(root, 'profile'));
  expect(files.map((path) => path.slice(root.length + 9)).toSorted()).toEqual([
    `backups/${made.value.backupId}.backup`,
    'vault.db',
    'vault.db-shm',
    'vault.db-wal',
    'vault.db.restore-ready',
  ]);
  for (const path of files) {
    const bytes = readFileSync(path);
    expect(bytes.includes(CANARY), path).toBe(false);
    expect(bytes.includes('SQLite format 3'), path).toBe(false);
    // The index of the log holds page numbers only, and is mostly empty.
    if (!path.endsWith('-shm')) expect(entropy(bytes), path).toBeGreaterThan(7.9);
  }
});

/** Text found in files that this process has open under names that are not the store's own. */
function canariesInOpenFiles(): number {
  let found = 0;
  for (const descriptor of readdirSync('/proc/self/fd')) {
    const link = `/proc/self/fd/${descriptor}`;
    try {
      const target = readlinkSync(link);
      if (!/etilqs|deleted/.test(target)) continue;
      const handle = openSync(link, 'r');
      const bytes = Buffer.alloc(1_000_000);
      const length = readSync(handle, bytes, 0, bytes.length, 0);
      closeSync(handle);
      if (bytes.subarray(0, length).includes(CANARY)) found += 1;
    } catch {
      // The descriptor of this very listing, or a socket.
    }
  }
  return found;
}

function canariesDuringSort(): number {
  // Little memory, so that the sort has to go somewhere.
  store.db.pragma('cache_size = 10');
  const sorted = store.db.prepare(`SELECT body, title FROM search_entry ORDER BY body DESC, title`).iterate();
  sorted.next();
  const found = canariesInOpenFiles();
  sorted.return?.();
  return found;
}

test.skipIf(process.platform !== 'linux')('a sort that does not fit in memory writes no readable file', () => {
  plant(4_000);
  expect(canariesDuringSort()).toBe(0);
  // And the look would have found one: with the driver's own setting there is a readable file.
  store.db.pragma('temp_store = FILE');
  expect(canariesDuringSort()).toBeGreaterThan(0);
});

test('a purged word leaves the database and its log once the index is optimised and the log is moved [S12]', () => {
  plant(50);
  const terms = store.db.prepare(`SELECT count(*) FROM search_fts_data WHERE instr(block, CAST(? AS BLOB))`).pluck();
  expect(terms.get(CANARY)).toBeGreaterThan(0);
  store.transaction(() =>
    store.db.exec('DELETE FROM search_fts; DELETE FROM search_entry; DELETE FROM document_update'),
  );
  store.transaction(() => store.db.exec(`INSERT INTO search_fts (search_fts) VALUES ('optimize')`));
  expect(store.checkpoint()).toBe(true);
  expect(terms.get(CANARY)).toBe(0);
  expect(statSync(`${file}-wal`).size).toBe(0);
});
