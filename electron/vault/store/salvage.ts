/**
 * Reads what can still be read of a table of which pages are damaged.
 *
 * The cipher notices every damaged page, so a row that comes out is a row that was written. Reading goes on behind a page
 * that cannot be read: by row number where a table has them, and else by ranges of its key, from both ends.
 */
import type Database from 'better-sqlite3';
import { storeErrorOf } from './sqliteErrors.ts';

export type Row = Readonly<Record<string, unknown>>;

export interface Salvaged {
  readonly rows: number;
  /** Places that could not be read; 0 means that the table is whole. */
  readonly unreadable: number;
}

const BATCH = 100;
/** Beyond the largest row number that a table of ours reaches. */
const LAST_ROW = 2 ** 40;

/** Gives every readable row to `take`, each once. Throws what is not damage. */
export function salvageTable(db: Database.Database, table: string, take: (row: Row) => void): Salvaged {
  const withoutRowid = db
    .prepare<[string], number>(`SELECT wr FROM pragma_table_list WHERE schema = 'main' AND name = ?`)
    .pluck()
    .get(table);
  return withoutRowid === 1 ? byKey(db, table, take) : byRowNumber(db, table, take);
}

/** What `read` gives, or null when it met damage. */
function attempt<T>(read: () => T): T | null {
  try {
    return read();
  } catch (thrown) {
    if (storeErrorOf(thrown)?.tag === 'DatabaseDamaged') return null;
    throw thrown;
  }
}

function byRowNumber(db: Database.Database, table: string, take: (row: Row) => void): Salvaged {
  const read = db.prepare<[number, number], Row>(
    `SELECT rowid AS row_number_, * FROM "${table}" WHERE rowid > ? ORDER BY rowid LIMIT ?`,
  );
  let after = -1;
  let size = BATCH;
  let rows = 0;
  let unreadable = 0;
  for (;;) {
    const found = attempt(() => read.all(after, size));
    if (found !== null) {
      for (const { row_number_: number, ...row } of found) {
        take(row);
        after = Number(number);
      }
      rows += found.length;
      if (found.length < size) return { rows, unreadable };
      size = BATCH;
    } else if (size > 1) size = 1;
    else {
      unreadable += 1;
      const next = firstReadableAfter(after, (number) => attempt(() => read.all(number, 1)) !== null);
      if (next === null) return { rows, unreadable };
      after = next;
      size = BATCH;
    }
  }
}

/** The smallest number from which reading works again, or null when it does not before the end. */
function firstReadableAfter(from: number, works: (number: number) => boolean): number | null {
  let step = 1;
  while (!works(from + step)) {
    step *= 2;
    if (from + step > LAST_ROW) return null;
  }
  let bad = from + Math.floor(step / 2);
  let good = from + step;
  while (good - bad > 1) {
    const middle = Math.floor((bad + good) / 2);
    if (works(middle)) good = middle;
    else bad = middle;
  }
  return good;
}

const HEX = '0123456789abcdef';
/** Ids are random, so three digits cut a table into four thousand ranges of about the same size. */
const RANGE_DIGITS = 3;

function byKey(db: Database.Database, table: string, take: (row: Row) => void): Salvaged {
  const key = db
    .prepare<[string], string>('SELECT name FROM pragma_table_info(?) WHERE pk > 0 ORDER BY pk')
    .pluck()
    .all(table);
  const [first = ''] = key;
  const seen = new Set<string>();
  const takeOnce = (row: Row): void => {
    const id = JSON.stringify(key.map((column) => row[column]));
    if (seen.has(id)) return;
    seen.add(id);
    take(row);
  };
  const walk = (order: 'ASC' | 'DESC'): boolean => {
    const by = key.map((column) => `"${column}" ${order}`).join(', ');
    const rows = db.prepare<[], Row>(`SELECT * FROM "${table}" ORDER BY ${by}`);
    return (
      attempt(() => {
        for (const row of rows.iterate()) takeOnce(row);
        return true;
      }) ?? false
    );
  };
  if (walk('ASC')) return { rows: seen.size, unreadable: 0 };
  walk('DESC');
  const range = db.prepare<[string, string], Row>(`SELECT * FROM "${table}" WHERE "${first}" >= ? AND "${first}" < ?`);
  let unreadable = 0;
  const readRange = (prefix: string): void => {
    const found = attempt(() => range.all(prefix, `${prefix}~`));
    if (found !== null) found.forEach(takeOnce);
    else if (prefix.length === RANGE_DIGITS) unreadable += 1;
    else for (const digit of HEX) readRange(prefix + digit);
  };
  for (const digit of HEX) readRange(digit);
  return { rows: seen.size, unreadable: Math.max(1, unreadable) };
}
