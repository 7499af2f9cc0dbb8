/** Rows of the gemeenteprofiel and the sociale kaart, and what an import made. */
import type { Migration } from '../migrate.ts';

export const municipality: Migration = {
  id: 4,
  name: 'municipality',
  statements: [
    // Projection: the profile file of a team document, or of the local one while there is no team.
    `CREATE TABLE municipality (
       document_id TEXT PRIMARY KEY NOT NULL REFERENCES document (document_id),
       file TEXT NOT NULL,
       changed_by TEXT NOT NULL,
       changed_at_ms INTEGER NOT NULL
     ) STRICT, WITHOUT ROWID`,
    // Sets of codes as JSON; `folded` is what the search of the sociale kaart looks in.
    `CREATE TABLE organisation (
       document_id TEXT NOT NULL REFERENCES document (document_id),
       organisation_id TEXT NOT NULL,
       name TEXT NOT NULL,
       folded TEXT NOT NULL,
       double_key TEXT NOT NULL,
       type TEXT NOT NULL,
       perspectives TEXT NOT NULL,
       audiences TEXT NOT NULL,
       areas TEXT NOT NULL,
       offer TEXT NOT NULL,
       contact_name TEXT NOT NULL,
       phone TEXT NOT NULL,
       email TEXT NOT NULL,
       website TEXT NOT NULL,
       address TEXT NOT NULL,
       opening_hours TEXT NOT NULL,
       remark TEXT NOT NULL,
       updated_on TEXT NOT NULL,
       updated_by TEXT NOT NULL,
       archived INTEGER NOT NULL,
       deleted INTEGER NOT NULL,
       PRIMARY KEY (document_id, organisation_id)
     ) STRICT, WITHOUT ROWID`,
    `CREATE INDEX organisation_by_name ON organisation (document_id, deleted, archived, folded)`,
    `CREATE INDEX organisation_by_double ON organisation (document_id, double_key)`,
    // Kept: what an import made, so that it can be undone as a whole.
    `CREATE TABLE import_run (
       import_id TEXT PRIMARY KEY NOT NULL,
       kind TEXT NOT NULL,
       made_at_ms INTEGER NOT NULL,
       made INTEGER NOT NULL,
       skipped INTEGER NOT NULL,
       undone_at_ms INTEGER
     ) STRICT, WITHOUT ROWID`,
    // `mark`: the newest saved change of a document, or what a record looked like, when the import was done.
    `CREATE TABLE import_item (
       import_id TEXT NOT NULL,
       item_id TEXT NOT NULL,
       mark TEXT NOT NULL,
       PRIMARY KEY (import_id, item_id)
     ) STRICT, WITHOUT ROWID`,
  ],
};
