/**
 * What the encrypted, durable store costs: against the same tables without a key, and what a saved text (change,
 * mark, chained log row, all in one transaction) costs against the same bytes put into one plain encrypted table.
 * Everything runs with synchronous=FULL, in turns, and is given as the median.
 *
 * Run: npx node tests/bench/storeBench.ts [notes]
 */
import Database from 'better-sqlite3';
import { sql } from 'drizzle-orm';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { pathToFileURL } from 'node:url';
import { createAuditLog } from '../../electron/vault/store/audit.ts';
import { createBackup } from '../../electron/vault/store/backup.ts';
import { applySettings, connect } from '../../electron/vault/store/connect.ts';
import { appliedMigrations, migrate } from '../../electron/vault/store/migrate.ts';
import { migrations } from '../../electron/vault/store/migrations/migrations.ts';
import { openStore, type Store } from '../../electron/vault/store/open.ts';
import { documentUpdate, searchDirty } from '../../electron/vault/store/schema.ts';
import { addDocument, TEST_DOCUMENT } from '../../electron/vault/store/testStore.ts';
import type { DeviceId, UserId } from '../../shared/domain/ids.ts';
import { seededNumbers } from '../fault/seededNumbers.ts';
import { median, percentile, type Figure } from './figures.ts';

const KEY = new Uint8Array(32).fill(0x42);
const clock = { nowMs: () => 1_790_000_000_000 };
const ROUNDS = 150;
const SAVED_BYTES = 1_200;

export function storeBench(notes = 20_000): readonly Figure[] {
  const folder = mkdtempSync(join(tmpdir(), 'samenspel-store-bench-'));
  try {
    return measure(folder, notes);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function measure(folder: string, notes: number): readonly Figure[] {
  const [keyedFile, openFile] = [join(folder, 'keyed.db'), join(folder, 'open.db')];
  const keyed = openKeyed(keyedFile);
  const open = openWithoutKey(openFile);
  addDocument(keyed);
  open.exec(`INSERT INTO document SELECT '${TEST_DOCUMENT}', 'h', 'household', 'u', 'd', 1, 1, 0`);
  fill(keyed.db, notes);
  fill(open, notes);
  const plainTable = connect({ file: join(folder, 'plain.db'), key: KEY, readOnly: false });
  applySettings(plainTable);
  plainTable.exec('CREATE TABLE saved (id INTEGER PRIMARY KEY, bytes BLOB)');

  const saved = inTurns(ROUNDS, {
    store: saver(keyed),
    plainEncrypted: inserter(plainTable, 'INSERT INTO saved (bytes) VALUES (?)'),
    keyedInsert: inserter(keyed.db, UPDATE_SQL),
    openInsert: inserter(open, UPDATE_SQL),
  });
  const searched = inTurns(ROUNDS, { keyed: searcher(keyed.db), open: searcher(open) });
  const backup = timed(() =>
    createBackup({ db: keyed.db, file: keyedFile, key: KEY, nowMs: clock.nowMs(), reason: 'manual' }),
  );
  keyed.close();
  open.close();
  plainTable.close();
  const opened = inTurns(20, {
    store: () => openKeyed(keyedFile).close(),
    keyed: () => openWithKey(keyedFile).close(),
    open: () => openWithoutKey(openFile).close(),
  });
  const firstPage = (db: Database.Database): void => {
    db.prepare('SELECT entry_id, title, body FROM search_entry ORDER BY entry_id DESC LIMIT 200').all();
    db.prepare('SELECT count(*) FROM document_update').get();
  };
  const unlocked = inTurns(20, {
    keyed: () => {
      const db = openWithKey(keyedFile);
      firstPage(db);
      db.close();
    },
    open: () => {
      const db = openWithoutKey(openFile);
      firstPage(db);
      db.close();
    },
  });
  const again = { keyed: openKeyed(keyedFile), open: openWithoutKey(openFile) };
  const reindex = (db: Database.Database): void => {
    db.exec(
      `BEGIN; DELETE FROM search_fts; INSERT INTO search_fts (rowid, words) SELECT entry_id, body FROM search_entry; COMMIT`,
    );
  };
  const rebuilt = inTurns(2, { keyed: () => reindex(again.keyed.db), open: () => reindex(again.open) });
  again.keyed.close();
  again.open.close();

  const ratio = (a: readonly number[], b: readonly number[]) => median(a) / median(b);
  return [
    { name: 'save one text: whole transaction, median', value: median(saved.store), unit: 'ms', bar: null },
    { name: 'save one text: whole transaction, p95', value: percentile(saved.store, 95), unit: 'ms', bar: null },
    {
      name: 'the same bytes into a plain encrypted table, median',
      value: median(saved.plainEncrypted),
      unit: 'ms',
      bar: null,
    },
    { name: 'save against plain encrypted table', value: ratio(saved.store, saved.plainEncrypted), unit: 'x', bar: 3 },
    { name: 'insert, encrypted against not', value: ratio(saved.keyedInsert, saved.openInsert), unit: 'x', bar: null },
    { name: 'search, encrypted, median', value: median(searched.keyed), unit: 'ms', bar: null },
    { name: 'search, encrypted against not', value: ratio(searched.keyed, searched.open), unit: 'x', bar: 1.5 },
    { name: 'open with every check of the vault, median', value: median(opened.store), unit: 'ms', bar: null },
    { name: 'open, encrypted, median', value: median(opened.keyed), unit: 'ms', bar: null },
    { name: 'open, encrypted against not', value: ratio(opened.keyed, opened.open), unit: 'x', bar: 1.5 },
    { name: 'open and read that, encrypted', value: median(unlocked.keyed), unit: 'ms', bar: null },
    {
      name: 'open and read 200 texts and the whole index of the log, nothing in memory, encrypted against not',
      value: ratio(unlocked.keyed, unlocked.open),
      unit: 'x',
      bar: null,
      note: 'a page of 4 kB is decrypted and checked when it is read first; what unlocking costs of it stands at the dossier',
    },
    {
      name: 'rebuild of the search index, encrypted against not',
      value: ratio(rebuilt.keyed, rebuilt.open),
      unit: 'x',
      bar: null,
    },
    { name: 'a verified copy', value: backup / 1_000, unit: 's', bar: null },
  ];
}

const UPDATE_SQL = `INSERT INTO document_update (document_id, bytes, sealed, made_at_ms) VALUES ('${TEST_DOCUMENT}', ?, 0, 1)`;

function openKeyed(file: string): Store {
  const opened = openStore({ file, key: KEY, clock, logger: { event: () => undefined }, appVersion: '0.1.0' });
  if (!opened.ok) throw new Error(opened.error.tag);
  return opened.value;
}

/** As openStore opens what is there: a read-only look that proves the key and the schema, then for writing. */
function opening(file: string, open: (readOnly: boolean) => Database.Database): Database.Database {
  if (existsSync(file)) {
    const look = open(true);
    look.prepare('SELECT count(*) FROM sqlite_master').get();
    appliedMigrations(look, migrations);
    look.close();
  }
  const db = open(false);
  applySettings(db);
  migrate(db, migrations, { clock, appVersion: '0.1.0', beforeChange: () => undefined });
  return db;
}

const openWithKey = (file: string): Database.Database =>
  opening(file, (readOnly) => connect({ file, key: KEY, readOnly, isProved: true }));

/** The same steps, settings and tables without a key. Only a measurement makes such a file. */
const openWithoutKey = (file: string): Database.Database =>
  opening(file, (readOnly) => new Database(file, { readonly: readOnly }));

function fill(db: Database.Database, notes: number): void {
  const random = seededNumbers(3);
  const words = Array.from({ length: 4_000 }, (_, n) => wordOf(n));
  const text = (length: number) =>
    Array.from({ length }, () => words[Math.floor(random() ** 2 * words.length)]).join(' ');
  const entry = db.prepare(
    `INSERT INTO search_entry (document_id, kind, record_id, household_id, title, body, voice, date)
     VALUES ('${TEST_DOCUMENT}', 'conversation', ?, 'h', ?, ?, 'worker', '2026-11-21')`,
  );
  const index = db.prepare(`INSERT INTO search_fts (rowid, words) VALUES (?, ?)`);
  const update = db.prepare(UPDATE_SQL);
  for (let n = 0; n < notes;) {
    db.exec('BEGIN');
    for (const end = Math.min(notes, n + 500); n < end; n += 1) {
      const body = text(70);
      index.run(Number(entry.run(String(n), text(3), body).lastInsertRowid), body);
      update.run(Buffer.from(text(60)));
    }
    db.exec('COMMIT');
  }
  db.pragma('wal_checkpoint(TRUNCATE)');
}

/** As the vault saves: the change, the mark for the index, the row of the log. */
function saver(store: Store): () => void {
  const log = createAuditLog({ store, key: KEY, clock, me: { userId: 'u' as UserId, deviceId: 'd' as DeviceId } });
  const change = store.orm
    .insert(documentUpdate)
    .values({ documentId: TEST_DOCUMENT, bytes: sql.placeholder('bytes'), sealed: false, madeAtMs: 1 })
    .prepare();
  const mark = store.orm
    .insert(searchDirty)
    .values({ documentId: TEST_DOCUMENT, kind: 'conversation', recordId: sql.placeholder('recordId'), markedAtMs: 1 })
    .onConflictDoNothing()
    .prepare();
  let n = 0;
  return () => {
    n += 1;
    const bytes = Buffer.alloc(SAVED_BYTES, n);
    store.transaction(() => {
      change.run({ bytes });
      // Somebody types in one note for a while, then in the next.
      mark.run({ recordId: String(Math.floor(n / 20)) });
      log.append({ command: 'document.push', auditClass: 'change', objectId: TEST_DOCUMENT, result: 'ok' });
    });
  };
}

function inserter(db: Database.Database, statement: string): () => void {
  const insert = db.prepare(statement);
  let n = 0;
  return () => {
    n += 1;
    insert.run(Buffer.alloc(SAVED_BYTES, n));
  };
}

function searcher(db: Database.Database): () => void {
  const find = db.prepare(
    `SELECT e.record_id, e.title, e.body FROM
       (SELECT rowid AS entry FROM search_fts WHERE search_fts MATCH ? ORDER BY rowid DESC LIMIT 20)
     JOIN search_entry e ON e.entry_id = entry`,
  );
  let n = 0;
  return () => {
    n += 1;
    find.all(`"${wordOf(n % 50)}" AND "${wordOf((n * 31) % 4_000).slice(0, 3)}" *`);
  };
}

/** A word of the invented texts; the first ones are the most common. */
function wordOf(n: number): string {
  return `${((n * 7_919) % 100_003).toString(36)}woord`;
}

/** Runs all of them in turns, so that a slow moment of the machine falls on each alike; milliseconds per run. */
function inTurns<K extends string>(
  rounds: number,
  runs: Readonly<Record<K, () => void>>,
): Readonly<Record<K, readonly number[]>> {
  const names = Object.keys(runs) as K[];
  const times = Object.fromEntries(names.map((name) => [name, [] as number[]])) as Record<K, number[]>;
  for (let round = -3; round < rounds; round += 1) {
    for (const name of round % 2 === 0 ? names : names.toReversed()) {
      const ms = timed(runs[name]);
      if (round >= 0) times[name].push(ms);
    }
  }
  return times;
}

function timed(run: () => unknown): number {
  const start = performance.now();
  run();
  return performance.now() - start;
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  for (const figure of storeBench(Number(process.argv[2] ?? 20_000))) {
    process.stdout.write(`${figure.value.toFixed(2).padStart(10)} ${figure.unit.padEnd(3)} ${figure.name}\n`);
  }
}
