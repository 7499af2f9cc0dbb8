/** What the dossier needs beside its documents: open terms as lists show them, and werkaantekeningen of this laptop. */
import type { Migration } from '../migrate.ts';

export const dossier: Migration = {
  id: 3,
  name: 'dossier',
  statements: [
    // Projection. The facts are what the sentence is made from when it is read; ages come from the persons themselves.
    `CREATE TABLE deadline (
       document_id TEXT NOT NULL REFERENCES document (document_id),
       subject TEXT NOT NULL,
       subject_id TEXT NOT NULL,
       code TEXT NOT NULL,
       household_id TEXT NOT NULL,
       due_on TEXT NOT NULL,
       show_from TEXT NOT NULL,
       facts TEXT NOT NULL,
       PRIMARY KEY (document_id, subject, subject_id, code)
     ) STRICT, WITHOUT ROWID`,
    `CREATE INDEX deadline_by_view ON deadline (show_from)`,
    `CREATE INDEX deadline_by_household ON deadline (household_id)`,
    `CREATE INDEX person_by_birth ON person (birth_date)`,
    // Kept, and only here: never in a document, never shared, gone after `expires_on`.
    `CREATE TABLE private_note (
       note_id TEXT PRIMARY KEY NOT NULL,
       household_id TEXT,
       text TEXT NOT NULL,
       made_at_ms INTEGER NOT NULL,
       changed_at_ms INTEGER NOT NULL,
       expires_on TEXT NOT NULL
     ) STRICT, WITHOUT ROWID`,
    `CREATE INDEX private_note_by_expiry ON private_note (expires_on)`,
  ],
};
