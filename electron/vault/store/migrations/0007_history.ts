/** What fields and texts read before, kept when the log of a document is folded in; and who wrote a row of that log. */
import type { Migration } from '../migrate.ts';

export const history: Migration = {
  id: 7,
  name: 'history',
  statements: [
    // Kept: the log that it was made from is gone. `before` is what stood there until `at_ms`.
    `CREATE TABLE record_history (
       seq INTEGER PRIMARY KEY NOT NULL,
       document_id TEXT NOT NULL REFERENCES document (document_id),
       kind TEXT NOT NULL,
       record_id TEXT NOT NULL,
       part TEXT NOT NULL,
       at_ms INTEGER NOT NULL,
       user TEXT NOT NULL,
       before TEXT NOT NULL
     ) STRICT`,
    `CREATE INDEX record_history_by_record ON record_history (document_id, kind, record_id)`,
    // '' is the worker of this laptop, '?' somebody of whom only the words came.
    `ALTER TABLE document_update ADD COLUMN author TEXT NOT NULL DEFAULT ''`,
    // Sealed rows may be of colleagues, and nobody wrote down whose.
    `UPDATE document_update SET author = '?' WHERE sealed = 1`,
  ],
};
