/** Home visits that are planned, as Vandaag lists them. */
import type { Migration } from '../migrate.ts';

export const visits: Migration = {
  id: 6,
  name: 'visits',
  statements: [
    `CREATE TABLE visit (
       document_id TEXT NOT NULL REFERENCES document (document_id),
       visit_id TEXT NOT NULL,
       household_id TEXT NOT NULL,
       on_date TEXT NOT NULL,
       from_time TEXT NOT NULL,
       worker TEXT NOT NULL,
       planned INTEGER NOT NULL CHECK (planned IN (0, 1)),
       PRIMARY KEY (document_id, visit_id)
     ) STRICT, WITHOUT ROWID`,
    `CREATE INDEX visit_by_date ON visit (planned, on_date)`,
  ],
};
