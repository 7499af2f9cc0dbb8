import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openServerDatabase, readMeta } from './store.ts';

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'samenspel-store-'));
  file = join(folder, 'server.sqlite');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const tablesOf = (db: Database.Database): unknown[] =>
  db.prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'table' ORDER BY name").all();

/** A database as version 1 left it: everything but the quarantine, with a row in it. */
function makeVersion1(): void {
  const db = openServerDatabase(file, () => 'first');
  db.exec('DROP TABLE quarantine');
  db.prepare("INSERT INTO room VALUES ('room', 'team', 12)").run();
  db.pragma('user_version = 1');
  db.close();
}

it('a database of version 1 gets a place for unshared work, and keeps what it had', () => {
  makeVersion1();
  const db = openServerDatabase(file, () => 'second');
  expect(db.pragma('user_version', { simple: true })).toBe(2);
  expect(db.prepare('SELECT * FROM room').all()).toEqual([{ room: 'room', team: 'team', bytes: 12 }]);
  expect(readMeta(db, 'incarnation')).toBe('first');
  expect(db.prepare('SELECT count(*) AS n FROM quarantine').get()).toEqual({ n: 0 });
  const fresh = openServerDatabase(join(folder, 'fresh.sqlite'), () => 'fresh');
  expect(tablesOf(db)).toEqual(tablesOf(fresh));
  fresh.close();
  db.close();
});

it('a migrated database opens again as it is', () => {
  makeVersion1();
  openServerDatabase(file, () => 'second').close();
  const db = openServerDatabase(file, () => 'third');
  expect(readMeta(db, 'incarnation')).toBe('first');
  db.close();
});

it('a database of a newer server is refused, untouched', () => {
  const db = openServerDatabase(file, () => 'first');
  db.pragma('user_version = 3');
  db.close();
  expect(() => openServerDatabase(file, () => 'second')).toThrow('another version');
  const again = new Database(file);
  expect(again.pragma('user_version', { simple: true })).toBe(3);
  again.close();
});
