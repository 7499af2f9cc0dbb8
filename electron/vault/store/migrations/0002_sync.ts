/** What the vault needs to share documents with a team: the team and its log, lanes, envelopes, keys of later epochs. */
import type { Migration } from '../migrate.ts';

export const sync: Migration = {
  id: 2,
  name: 'sync',
  statements: [
    // One team at most. `root` is the hash of the log's first entry, pinned at founding or joining.
    `CREATE TABLE team (
       one INTEGER PRIMARY KEY NOT NULL CHECK (one = 1),
       team TEXT NOT NULL,
       team_room TEXT NOT NULL,
       root TEXT NOT NULL,
       name TEXT NOT NULL,
       server TEXT NOT NULL,
       joined_at_ms INTEGER NOT NULL
     ) STRICT`,
    `CREATE TABLE team_log (
       position INTEGER PRIMARY KEY NOT NULL,
       bytes BLOB NOT NULL
     ) STRICT`,
    // Decisions for the team log that were made offline; signed on the log's head when connected, in this order.
    `CREATE TABLE team_intent (
       intent INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
       event TEXT NOT NULL,
       made_at_ms INTEGER NOT NULL
     ) STRICT`,
    // applied: items below it are in the document. mine: 1 = written by this vault now, 2 = an older lane of this device.
    `CREATE TABLE lane (
       room TEXT NOT NULL,
       client INTEGER NOT NULL,
       lane TEXT NOT NULL,
       device TEXT NOT NULL,
       mine INTEGER NOT NULL CHECK (mine IN (0, 1, 2)),
       clock INTEGER NOT NULL,
       applied INTEGER NOT NULL,
       applied_head TEXT NOT NULL,
       frontier_sent INTEGER NOT NULL,
       acked INTEGER NOT NULL,
       PRIMARY KEY (room, client),
       UNIQUE (room, lane)
     ) STRICT, WITHOUT ROWID`,
    `CREATE TABLE outer_envelope (
       room TEXT NOT NULL,
       client INTEGER NOT NULL,
       clock INTEGER NOT NULL,
       bytes BLOB NOT NULL,
       received_at_ms INTEGER NOT NULL,
       PRIMARY KEY (room, client, clock)
     ) STRICT, WITHOUT ROWID`,
    // shared: 0 = kept on this laptop by choice, 1 = shared with who has access.
    `CREATE TABLE room_sync (
       room TEXT PRIMARY KEY NOT NULL,
       shared INTEGER NOT NULL CHECK (shared IN (0, 1)),
       acked_at_ms INTEGER,
       trouble TEXT
     ) STRICT, WITHOUT ROWID`,
    `CREATE TABLE room_key (
       room TEXT NOT NULL,
       key_epoch INTEGER NOT NULL,
       key BLOB NOT NULL CHECK (length(key) = 32),
       received_at_ms INTEGER NOT NULL,
       PRIMARY KEY (room, key_epoch)
     ) STRICT, WITHOUT ROWID`,
    // Who holds which epoch's key, from the KEYBOX envelopes: what tells that a key must be given or replaced.
    `CREATE TABLE key_reader (
       room TEXT NOT NULL,
       key_epoch INTEGER NOT NULL,
       reader TEXT NOT NULL,
       PRIMARY KEY (room, key_epoch, reader)
     ) STRICT, WITHOUT ROWID`,
    // The newest own envelope that another device said it had seen.
    `CREATE TABLE seen_by (
       room TEXT NOT NULL,
       device TEXT NOT NULL,
       lane TEXT NOT NULL,
       seq INTEGER NOT NULL,
       seen_at_ms INTEGER NOT NULL,
       PRIMARY KEY (room, device, lane)
     ) STRICT, WITHOUT ROWID`,
  ],
};
