/**
 * A large database of which random pages are damaged is noticed, kept aside and made whole again: everything of before the
 * newest copy, and at least 99 of 100 changes after it. REPAIR_MB says how large.
 */
import { createHash } from 'node:crypto';
import {
  closeSync,
  copyFileSync,
  cpSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createBackup, isSound } from '../../electron/vault/store/backup.ts';
import { backupFolder } from '../../electron/vault/store/backupFiles.ts';
import { openStore, type Store } from '../../electron/vault/store/open.ts';
import { stageRepair, REPAIR_KEY } from '../../electron/vault/store/repair.ts';
import { seededNumbers } from './seededNumbers.ts';
import { FAULT_KEY } from './storeInvariants.ts';

const MEGABYTES = Number(process.env['REPAIR_MB'] ?? 100);
const SEED = Number(process.env['SEED'] ?? 1);
const PAGE = 4096;
const ROW_BYTES = 3_000;
const ROWS = Math.floor((MEGABYTES * 1_000_000) / PAGE);
/** This part was written after the newest copy: only the damaged file has it. */
const AFTER_COPY = Math.floor(ROWS / 10);
const DOCUMENTS = 200;

const made = mkdtempSync(join(tmpdir(), 'repair-made-'));
const folder = mkdtempSync(join(tmpdir(), 'repair-'));
const file = join(folder, 'vault.db');
const clock = { nowMs: () => 1_790_000_000_000 };
const logger = { event: () => undefined };
const target = { file, key: FAULT_KEY, clock, logger, appVersion: '0.1.0' };
const idOf = (number: number): string =>
  createHash('md5')
    .update(`document ${String(number)}`)
    .digest('hex');
const textOf = (number: number): Buffer =>
  Buffer.from(`wijziging ${String(number)} `.padEnd(ROW_BYTES, `${String(number)}-`));

const open = (path: string): Store => {
  const opened = openStore({ ...target, file: path });
  if (!opened.ok) throw new Error(opened.error.tag);
  return opened.value;
};

function write(store: Store, from: number, to: number): void {
  const add = store.db.prepare<[string, Buffer]>(
    'INSERT INTO document_update (document_id, bytes, sealed, made_at_ms) VALUES (?, ?, 0, 0)',
  );
  store.transaction(() => {
    for (let number = from; number < to; number += 1) add.run(idOf(number % DOCUMENTS), textOf(number));
  });
}

beforeAll(() => {
  const path = join(made, 'vault.db');
  const store = open(path);
  store.transaction(() => {
    for (let number = 0; number < DOCUMENTS; number += 1) {
      store.db
        .prepare(`INSERT INTO document VALUES (?, ?, 'household', '', '', 0, 1, 0)`)
        .run(idOf(number), idOf(number));
      store.db.prepare(`INSERT INTO document_key VALUES (?, 0, ?, 0)`).run(idOf(number), Buffer.alloc(32, number));
    }
  });
  write(store, 0, ROWS - AFTER_COPY);
  store.checkpoint();
  const copy = createBackup({ db: store.db, file: path, key: FAULT_KEY, nowMs: clock.nowMs(), reason: 'rolling' });
  if (!copy.ok) throw new Error(copy.error.tag);
  write(store, ROWS - AFTER_COPY, ROWS);
  store.close();
}, 120_000);
afterEach(() => {
  for (const name of readdirSync(folder)) rmSync(join(folder, name), { recursive: true, force: true });
});
afterAll(() => {
  for (const one of [made, folder]) rmSync(one, { recursive: true, force: true });
});

/** The vault as it was made, with or without its copies. */
function lay(withCopies: boolean): void {
  if (withCopies) cpSync(made, folder, { recursive: true });
  else copyFileSync(join(made, 'vault.db'), file);
}

function overwrite(path: string, at: number, bytes: Buffer): void {
  const handle = openSync(path, 'r+');
  writeSync(handle, bytes, 0, bytes.length, at);
  closeSync(handle);
}

/** Noise over this many different pages, never the first one. */
function damagePages(count: number, random: () => number): void {
  const pages = Math.floor(statSync(file).size / PAGE);
  const chosen = new Set<number>();
  while (chosen.size < count) chosen.add(1 + Math.floor(random() * (pages - 1)));
  for (const page of chosen)
    overwrite(file, page * PAGE, Buffer.from(Uint8Array.from({ length: PAGE }, () => Math.floor(random() * 256))));
}

/** Repairs, opens and counts what is there; every row that is there must be what was written. */
function repair(): { before: number; after: number; aside: readonly string[]; documents: number } {
  expect(isSound(file, FAULT_KEY)).toBe(false);
  const staged = stageRepair(target);
  expect(staged.ok).toBe(true);
  const store = open(file);
  try {
    expect(store.db.pragma('integrity_check(1)', { simple: true })).toBe('ok');
    expect(store.db.prepare('SELECT 1 FROM meta WHERE key = ?').get(REPAIR_KEY)).toBeDefined();
    let before = 0;
    let after = 0;
    for (const { seq, bytes } of store.db
      .prepare<[], { seq: number; bytes: Buffer }>('SELECT seq, bytes FROM document_update ORDER BY seq')
      .iterate()) {
      const number = seq - 1;
      if (!textOf(number).equals(bytes)) throw new Error(`row ${String(seq)} holds something else`);
      if (number < ROWS - AFTER_COPY) before += 1;
      else after += 1;
    }
    const documents = store.db.prepare<[], number>('SELECT count(*) FROM document').pluck().get() ?? 0;
    const aside = readdirSync(backupFolder(file)).filter((name) => name.startsWith('damaged-'));
    return { before, after, aside, documents };
  } finally {
    store.close();
  }
}

describe(`a damaged database of ${String(MEGABYTES)} MB`, () => {
  it.each([1, 5, 20])(
    'gives back everything up to the copy and 99 of 100 changes after it: %i pages [S15]',
    (count) => {
      lay(true);
      damagePages(count, seededNumbers(SEED + count));
      const { before, after, aside, documents } = repair();
      expect(before).toBe(ROWS - AFTER_COPY);
      expect(after).toBeGreaterThanOrEqual(AFTER_COPY * 0.99);
      expect(documents).toBe(DOCUMENTS);
      // The damaged file is kept as it was, for somebody who can do more with it.
      expect(aside).toHaveLength(1);
    },
  );

  it('gives back all but the damaged pages when there is no copy [S15]', () => {
    lay(false);
    damagePages(5, seededNumbers(SEED));
    const { before, after } = repair();
    expect(before + after).toBeGreaterThanOrEqual(ROWS * 0.99);
  });

  it('goes back to the copy when the first page is gone, and keeps the file [S15]', () => {
    lay(true);
    overwrite(file, 0, Buffer.alloc(PAGE, 7));
    const { before, aside } = repair();
    expect(before).toBe(ROWS - AFTER_COPY);
    expect(aside).toHaveLength(1);
  });

  it('is left alone when there is nothing to make it whole from', () => {
    lay(false);
    overwrite(file, 0, Buffer.alloc(PAGE, 7));
    const bytes = readFileSync(file);
    expect(stageRepair(target)).toEqual({ ok: false, error: { tag: 'DatabaseDamaged' } });
    expect(readFileSync(file).equals(bytes)).toBe(true);
  });
});
