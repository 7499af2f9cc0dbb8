/** Whatever happens to the bytes on the disk, the store never gives back something else than was saved. */
import { copyFileSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openStore } from '../../electron/vault/store/open.ts';
import { storeErrorOf } from '../../electron/vault/store/sqliteErrors.ts';
import { addDocument, addUpdate, updatesIn } from '../../electron/vault/store/testStore.ts';
import { seededNumbers } from './seededNumbers.ts';
import { FAULT_KEY } from './storeInvariants.ts';

const FLIPS = Number(process.env['BIT_FLIPS'] ?? 200);
const PAGE = 4096;
const folder = mkdtempSync(join(tmpdir(), 'damage-'));
const whole = join(folder, 'whole.db');
const file = join(folder, 'vault.db');
let saved: readonly string[];

const open = (path: string, key = FAULT_KEY) =>
  openStore({
    file: path,
    key,
    clock: { nowMs: () => 1 },
    logger: { event: () => undefined },
    appVersion: '0.1.0',
    mustExist: true,
  });

beforeAll(() => {
  const made = openStore({
    file: whole,
    key: FAULT_KEY,
    clock: { nowMs: () => 1 },
    logger: { event: () => undefined },
    appVersion: '0.1.0',
  });
  if (!made.ok) throw new Error(made.error.tag);
  addDocument(made.value);
  for (let n = 0; n < 200; n += 1) addUpdate(made.value, `wijziging ${String(n)} `.repeat(60));
  saved = updatesIn(made.value);
  made.value.close();
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** What a vault would notice: the tag of the failure, 'same' when all is as it was saved, 'other' for the forbidden outcome. */
function lookAt(): string {
  const opened = open(file);
  if (!opened.ok) return opened.error.tag;
  const store = opened.value;
  try {
    if (store.db.pragma('integrity_check(1)', { simple: true }) !== 'ok') return 'DatabaseDamaged';
    return JSON.stringify(updatesIn(store)) === JSON.stringify(saved) ? 'same' : 'other';
  } catch (thrown) {
    return storeErrorOf(thrown)?.tag ?? `bug: ${String(thrown)}`;
  } finally {
    store.close();
  }
}

function damaged(change: (bytes: Buffer) => Buffer): string {
  for (const ending of ['-wal', '-shm']) rmSync(`${file}${ending}`, { force: true });
  writeFileSync(file, change(readFileSync(whole)));
  return lookAt();
}

test(`${String(FLIPS)} single bits turned over are all noticed`, { timeout: 30_000 + FLIPS * 300 }, () => {
  const random = seededNumbers(Number(process.env['SEED'] ?? 1));
  const outcomes = new Map<string, number>();
  for (let n = 0; n < FLIPS; n += 1) {
    const outcome = damaged((bytes) => {
      // Every fourth one in the header page.
      const at = Math.floor(random() * (n % 4 === 0 ? 100 : bytes.length));
      bytes[at] = (bytes[at] ?? 0) ^ (1 << Math.floor(random() * 8));
      return bytes;
    });
    outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
  }
  // Eight bytes of the file hold the page size in the open; a change there that means nothing may go unnoticed.
  expect([...outcomes.keys()].filter((outcome) => outcome !== 'DatabaseDamaged' && outcome !== 'same')).toEqual([]);
  expect(outcomes.get('DatabaseDamaged') ?? 0).toBeGreaterThan(FLIPS * 0.9);
});

test('two pages that changed places are noticed [S6]', () => {
  expect(
    damaged((bytes) =>
      Buffer.concat([
        bytes.subarray(0, PAGE),
        bytes.subarray(2 * PAGE, 3 * PAGE),
        bytes.subarray(PAGE, 2 * PAGE),
        bytes.subarray(3 * PAGE),
      ]),
    ),
  ).toBe('DatabaseDamaged');
});

test('a file that was cut off is noticed', () => {
  const pages = readFileSync(whole).length / PAGE;
  for (const left of [pages - 1, Math.floor(pages / 2), 1]) {
    expect(
      damaged((bytes) => bytes.subarray(0, left * PAGE)),
      `${String(left)} pages`,
    ).toBe('DatabaseDamaged');
  }
  expect(damaged((bytes) => bytes.subarray(0, 100))).toBe('DatabaseDamaged');
  expect(damaged(() => Buffer.alloc(0))).toBe('DatabaseDamaged');
});

test('pages of zeros and pages of noise are noticed', () => {
  const random = seededNumbers(7);
  for (const fill of [() => 0, () => Math.floor(random() * 256)]) {
    for (const page of [0, 3]) {
      expect(
        damaged((bytes) => Buffer.from(bytes.map((byte, at) => (Math.floor(at / PAGE) === page ? fill() : byte)))),
      ).toBe('DatabaseDamaged');
    }
  }
});

test('a damaged end of the write-ahead log takes at most the commits that were torn, never others [S6]', () => {
  for (const ending of ['-wal', '-shm']) rmSync(`${file}${ending}`, { force: true });
  copyFileSync(whole, file);
  const opened = open(file);
  if (!opened.ok) throw new Error(opened.error.tag);
  for (let n = 0; n < 20; n += 1) addUpdate(opened.value, `later ${String(n)}`);
  const [database, log] = [readFileSync(file), readFileSync(`${file}-wal`)];
  opened.value.close();
  let before = saved.length + 20;
  for (let length = log.length; length > 0; length -= 30_011) {
    rmSync(`${file}-shm`, { force: true });
    writeFileSync(file, database);
    writeFileSync(`${file}-wal`, log);
    truncateSync(`${file}-wal`, length);
    const again = open(file);
    if (!again.ok) throw new Error(again.error.tag);
    const now = updatesIn(again.value);
    expect(now.slice(0, saved.length)).toEqual(saved);
    expect(now.slice(saved.length)).toEqual(
      Array.from({ length: now.length - saved.length }, (_, n) => `later ${String(n)}`),
    );
    expect(now.length).toBeLessThanOrEqual(before);
    before = now.length;
    again.value.close();
  }
  expect(before).toBe(saved.length);
});

test('another key opens nothing', () => {
  copyFileSync(whole, file);
  for (let bit = 0; bit < 256; bit += 37) {
    const key = Uint8Array.from(FAULT_KEY);
    key[bit >> 3] = (key[bit >> 3] ?? 0) ^ (1 << (bit & 7));
    const opened = open(file, key);
    expect(opened.ok ? 'opened' : opened.error.tag).toBe('DatabaseDamaged');
  }
});
