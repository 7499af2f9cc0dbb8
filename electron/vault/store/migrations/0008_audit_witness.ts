/** How far the chained log of each laptop was, as it said to the team. Never overwritten: a second word about one row counts. */
import type { Migration } from '../migrate.ts';

export const auditWitness: Migration = {
  id: 8,
  name: 'audit_witness',
  statements: [
    `CREATE TABLE audit_witness (
       device TEXT NOT NULL,
       seq INTEGER NOT NULL,
       mac TEXT NOT NULL,
       said_at_ms INTEGER NOT NULL,
       PRIMARY KEY (device, seq, mac)
     ) STRICT, WITHOUT ROWID`,
  ],
};
