/**
 * A database that prepares each statement once. Statements are most of what a short history costs, because every history
 * opens new databases and much of the code prepares where it runs.
 */
import type Database from 'better-sqlite3';

/** Makes `db.prepare` answer the statement it answered before; each way of reading (pluck, raw) has one of its own. */
export function rememberStatements<D extends Database.Database>(db: D): D {
  const prepare = db.prepare.bind(db);
  const known = new Map<string, Database.Statement>();
  const remembered = (key: string, make: () => Database.Statement): Database.Statement => {
    const before = known.get(key);
    if (before) return before;
    const made = make();
    known.set(key, made);
    return made;
  };
  const plain = (sql: string): Database.Statement =>
    remembered(`all ${sql}`, () => {
      const statement = prepare(sql);
      return Object.assign(statement, {
        pluck: () => remembered(`one ${sql}`, () => prepare(sql).pluck()),
        raw: () => remembered(`raw ${sql}`, () => prepare(sql).raw()),
      });
    });
  Object.assign(db, { prepare: plain });
  return db;
}
