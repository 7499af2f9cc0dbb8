/** The promise that everything on the server rests on: nobody hears of a change before it is committed. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { GroupCommit } from './groupCommit.ts';

let folder = '';
let db: Database.Database;
let witness: Database.Database;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'samenspel-commit-'));
  db = new Database(join(folder, 'log.db'));
  db.exec('PRAGMA journal_mode = WAL; CREATE TABLE kept (word TEXT NOT NULL)');
  witness = new Database(join(folder, 'log.db'), { readonly: true });
});
afterEach(() => {
  witness.close();
  db.close();
  rmSync(folder, { recursive: true, force: true });
});
const seenByOthers = (): number => witness.prepare<[], number>('SELECT count(*) FROM kept').pluck().get() ?? 0;
const keep = (word: string | null): unknown => db.prepare('INSERT INTO kept VALUES (?)').run(word);

it('tells of what it stored when others can read it, and not a moment before [Y1]', () => {
  const seen: number[] = [];
  const commits = new GroupCommit(db, (run) => run);
  for (const word of ['een', 'twee'])
    commits.add({ run: () => keep(word), committed: () => seen.push(seenByOthers()), failed: () => seen.push(-1) });
  expect(seenByOthers()).toBe(0);
  commits.flush();
  expect(seen).toEqual([2, 2]);
});

it('lets one that fails go without taking the others along [Y1]', () => {
  const told: string[] = [];
  const commits = new GroupCommit(db, (run) => run);
  for (const word of ['een', null, 'drie'])
    commits.add({
      run: () => keep(word),
      committed: () => told.push(`${String(word)} stored`),
      failed: () => told.push(`${String(word)} refused`),
    });
  commits.flush();
  expect(told.toSorted()).toEqual(['drie stored', 'een stored', 'null refused']);
  expect(seenByOthers()).toBe(2);
});
