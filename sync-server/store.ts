/**
 * What the server keeps: ciphertext rows per room, the team logs, invites. SQLite, WAL, synchronous=FULL: a commit that
 * returned is on disk. No names, no content; the database is not encrypted because everything readable in it is what the
 * server may know (docs/sync-server.md).
 */
import Database from 'better-sqlite3';

export type ServerDatabase = Database.Database;

const SCHEMA_VERSION = 2;
const QUARANTINE = `
  CREATE TABLE quarantine (team TEXT NOT NULL, item TEXT NOT NULL, part INTEGER NOT NULL, parts INTEGER NOT NULL, room TEXT NOT NULL,
    device TEXT NOT NULL, received_at_ms INTEGER NOT NULL, sealed BLOB NOT NULL, PRIMARY KEY (team, item, part)) STRICT, WITHOUT ROWID;
`;
const SCHEMA = `
  CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
  CREATE TABLE log_entry (team TEXT NOT NULL, position INTEGER NOT NULL, bytes BLOB NOT NULL, PRIMARY KEY (team, position)) STRICT, WITHOUT ROWID;
  CREATE TABLE room (room TEXT PRIMARY KEY, team TEXT NOT NULL, bytes INTEGER NOT NULL DEFAULT 0) STRICT, WITHOUT ROWID;
  CREATE TABLE lane (room TEXT NOT NULL, client INTEGER NOT NULL, lane TEXT NOT NULL, device TEXT NOT NULL, clock INTEGER NOT NULL, head TEXT NOT NULL,
    PRIMARY KEY (room, client), UNIQUE (room, lane)) STRICT, WITHOUT ROWID;
  CREATE TABLE envelope (room TEXT NOT NULL, client INTEGER NOT NULL, clock INTEGER NOT NULL, bytes BLOB NOT NULL,
    PRIMARY KEY (room, client, clock)) STRICT, WITHOUT ROWID;
  CREATE TABLE archive (room TEXT NOT NULL, client INTEGER NOT NULL, clock INTEGER NOT NULL, bytes BLOB NOT NULL, removed_at_ms INTEGER NOT NULL,
    PRIMARY KEY (room, client, clock)) STRICT, WITHOUT ROWID;
  CREATE TABLE invite (invite TEXT PRIMARY KEY, team TEXT NOT NULL, expires_at_ms INTEGER NOT NULL, request BLOB, answer BLOB) STRICT, WITHOUT ROWID;
  ${QUARANTINE}
`;

/** Opens or makes the database and reads back what it set. Throws when it cannot: a server without a safe store must not start. */
export function openServerDatabase(file: string, newIncarnation: () => string): ServerDatabase {
  const db = new Database(file);
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = FULL');
  db.pragma('temp_store = MEMORY');
  db.pragma('trusted_schema = OFF');
  db.pragma('busy_timeout = 2000');
  const settings = [
    db.pragma('journal_mode', { simple: true }),
    db.pragma('synchronous', { simple: true }),
    db.pragma('temp_store', { simple: true }),
  ];
  if (settings.join() !== 'wal,2,2') throw new Error('the database refused a safety setting');
  const version = db.pragma('user_version', { simple: true });
  if (version === 0) {
    db.transaction(() => {
      db.exec(SCHEMA);
      db.prepare("INSERT INTO meta VALUES ('incarnation', ?)").run(newIncarnation());
      db.pragma(`user_version = ${String(SCHEMA_VERSION)}`);
    })();
  } else if (version === 1) {
    db.transaction(() => {
      db.exec(QUARANTINE);
      db.pragma(`user_version = ${String(SCHEMA_VERSION)}`);
    })();
  } else if (version !== SCHEMA_VERSION) {
    db.close();
    throw new Error('the database was made by another version of this server');
  }
  return db;
}

export function readMeta(db: ServerDatabase, key: string): string | null {
  const row = db.prepare<[string], { value: string }>('SELECT value FROM meta WHERE key = ?').get(key);
  return row?.value ?? null;
}

export function writeMeta(db: ServerDatabase, key: string, value: string | null): void {
  if (value === null) db.prepare('DELETE FROM meta WHERE key = ?').run(key);
  else
    db.prepare('INSERT INTO meta VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value').run(key, value);
}
