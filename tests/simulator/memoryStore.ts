/**
 * The real schema, transactions and statements over a database in memory: what is committed outlives a simulated crash,
 * what is not is gone, and a copy of the "disk" is a few pages of bytes. Encryption and fsync have tests of their own.
 */
import Database from 'better-sqlite3';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { migrate } from '../../electron/vault/store/migrate.ts';
import { migrations } from '../../electron/vault/store/migrations/migrations.ts';
import type { Store } from '../../electron/vault/store/open.ts';
import { createTransaction } from '../../electron/vault/store/transaction.ts';
import { rememberStatements } from './rememberedStatements.ts';

/** A store over `image`, or a new one. `alive` throws when the process is dead: nothing commits any more. */
export function memoryStore(image: Buffer | null, alive: () => void): Store {
  const db = rememberStatements(new Database(image ?? ':memory:'));
  db.pragma('foreign_keys = ON');
  db.pragma('temp_store = MEMORY');
  db.pragma('recursive_triggers = ON');
  if (image === null) {
    const applied = migrate(db, migrations, {
      clock: { nowMs: () => 0 },
      appVersion: '0.1.0',
      beforeChange: () => undefined,
    });
    if (!applied.ok) throw new Error('the schema could not be made');
  }
  const listeners = new Set<() => void>();
  const transaction = createTransaction(db, {
    file: ':memory:',
    assertInPlace: () => undefined,
    committed: () => listeners.forEach((listener) => listener()),
    diskFull: () => undefined,
  });
  return {
    db,
    orm: drizzle({ client: db }),
    file: ':memory:',
    transaction: (run) => {
      alive();
      return transaction(() => {
        const value = run();
        alive();
        return value;
      });
    },
    onCommit(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    checkpoint: () => true,
    close: () => void db.close(),
  };
}
