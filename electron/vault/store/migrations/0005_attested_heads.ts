/** What devices of the team said they have seen, and what this one said: a server that withholds something is found by it. */
import type { Migration } from '../migrate.ts';

export const attestedHeads: Migration = {
  id: 5,
  name: 'attested_heads',
  statements: [
    // The latest word of each device about each lane. received_at_ms: when it came here.
    `CREATE TABLE attested_head (
       room TEXT NOT NULL,
       lane TEXT NOT NULL,
       by_device TEXT NOT NULL,
       seq INTEGER NOT NULL,
       head TEXT NOT NULL,
       received_at_ms INTEGER NOT NULL,
       PRIMARY KEY (room, lane, by_device)
     ) STRICT`,
    `CREATE TABLE attested_log (
       by_device TEXT PRIMARY KEY NOT NULL,
       length INTEGER NOT NULL,
       head TEXT NOT NULL,
       received_at_ms INTEGER NOT NULL
     ) STRICT`,
    // What this device attested last, so that only what moved is said again. The log stands under room and lane ''.
    `CREATE TABLE told_head (
       room TEXT NOT NULL,
       lane TEXT NOT NULL,
       seq INTEGER NOT NULL,
       PRIMARY KEY (room, lane)
     ) STRICT`,
  ],
};
