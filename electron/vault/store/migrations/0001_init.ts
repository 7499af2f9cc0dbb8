/**
 * The first tables. Until the first release this one file may still be edited in place (a vault made before such an
 * edit then says so and stops); from the first release on it is frozen and every change is a next migration.
 */
import type { Migration } from '../migrate.ts';

export const init: Migration = {
  id: 1,
  name: 'init',
  statements: [
    `CREATE TABLE meta (
       key TEXT PRIMARY KEY NOT NULL,
       value BLOB NOT NULL
     ) STRICT, WITHOUT ROWID`,
    `CREATE TABLE identity (
       one INTEGER PRIMARY KEY NOT NULL CHECK (one = 1),
       user_id TEXT NOT NULL,
       device_id TEXT NOT NULL,
       name TEXT NOT NULL,
       job_title TEXT NOT NULL,
       sign_public BLOB NOT NULL,
       sign_secret_wrapped BLOB NOT NULL,
       box_public BLOB NOT NULL,
       box_secret_wrapped BLOB NOT NULL,
       practice INTEGER NOT NULL CHECK (practice IN (0, 1)),
       created_at_ms INTEGER NOT NULL
     ) STRICT`,
    `CREATE TABLE pin (
       one INTEGER PRIMARY KEY NOT NULL CHECK (one = 1),
       salt BLOB NOT NULL,
       hash BLOB NOT NULL,
       memory_kib INTEGER NOT NULL,
       passes INTEGER NOT NULL,
       wrong_tries INTEGER NOT NULL
     ) STRICT`,
    `CREATE TABLE document (
       document_id TEXT PRIMARY KEY NOT NULL,
       household_id TEXT NOT NULL,
       kind TEXT NOT NULL,
       created_by TEXT NOT NULL,
       created_on_device TEXT NOT NULL,
       created_at_ms INTEGER NOT NULL,
       schema_major INTEGER NOT NULL,
       doc_generation INTEGER NOT NULL
     ) STRICT`,
    `CREATE INDEX document_by_household ON document (household_id, kind)`,
    `CREATE TABLE document_key (
       document_id TEXT NOT NULL REFERENCES document (document_id),
       key_epoch INTEGER NOT NULL,
       key BLOB NOT NULL CHECK (length(key) = 32),
       made_at_ms INTEGER NOT NULL,
       PRIMARY KEY (document_id, key_epoch)
     ) STRICT, WITHOUT ROWID`,
    // AUTOINCREMENT: a number is never used twice, also not after the newest row was compacted away.
    `CREATE TABLE document_update (
       seq INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
       document_id TEXT NOT NULL REFERENCES document (document_id),
       bytes BLOB NOT NULL,
       sealed INTEGER NOT NULL CHECK (sealed IN (0, 1)),
       made_at_ms INTEGER NOT NULL
     ) STRICT`,
    `CREATE INDEX document_update_by_document ON document_update (document_id, seq)`,
    `CREATE INDEX document_update_unsealed ON document_update (document_id) WHERE sealed = 0`,
    `CREATE TABLE document_snapshot (
       document_id TEXT PRIMARY KEY NOT NULL REFERENCES document (document_id),
       bytes BLOB NOT NULL,
       upto_seq INTEGER NOT NULL,
       made_at_ms INTEGER NOT NULL
     ) STRICT`,
    `CREATE TABLE ui_state (
       key TEXT PRIMARY KEY NOT NULL,
       value TEXT NOT NULL,
       changed_at_ms INTEGER NOT NULL
     ) STRICT, WITHOUT ROWID`,
    `CREATE TABLE household_visit (
       household_id TEXT PRIMARY KEY NOT NULL,
       opened_at_ms INTEGER NOT NULL
     ) STRICT, WITHOUT ROWID`,
    `CREATE TABLE record_touch (
       document_id TEXT NOT NULL REFERENCES document (document_id),
       record_id TEXT NOT NULL,
       touched_at_ms INTEGER NOT NULL,
       PRIMARY KEY (document_id, record_id)
     ) STRICT, WITHOUT ROWID`,
    `CREATE TABLE audit (
       seq INTEGER PRIMARY KEY NOT NULL,
       ts_ms INTEGER NOT NULL,
       user TEXT NOT NULL,
       device TEXT NOT NULL,
       action TEXT NOT NULL,
       audit_class TEXT NOT NULL,
       object_type TEXT NOT NULL,
       object_id TEXT NOT NULL,
       result TEXT NOT NULL,
       prev_hash BLOB NOT NULL,
       mac BLOB NOT NULL
     ) STRICT`,

    `CREATE TABLE household (
       household_id TEXT PRIMARY KEY NOT NULL,
       document_id TEXT NOT NULL REFERENCES document (document_id),
       name TEXT NOT NULL,
       folded TEXT NOT NULL,
       address TEXT NOT NULL,
       area TEXT NOT NULL,
       status TEXT NOT NULL,
       regisseur TEXT NOT NULL,
       contact_user TEXT NOT NULL,
       shielded INTEGER NOT NULL CHECK (shielded IN (0, 1)),
       person_count INTEGER NOT NULL,
       next_contact_on TEXT,
       next_date TEXT,
       next_what TEXT,
       last_conversation_on TEXT,
       archived INTEGER NOT NULL CHECK (archived IN (0, 1)),
       open_choices INTEGER NOT NULL,
       changed_at_ms INTEGER NOT NULL
     ) STRICT`,
    `CREATE UNIQUE INDEX household_by_document ON household (document_id)`,
    `CREATE INDEX household_by_next_date ON household (archived, next_date)`,
    `CREATE TABLE person (
       document_id TEXT NOT NULL REFERENCES document (document_id),
       person_id TEXT NOT NULL,
       household_id TEXT NOT NULL,
       first_name TEXT NOT NULL,
       last_name TEXT NOT NULL,
       birth_date TEXT NOT NULL,
       membership TEXT NOT NULL,
       role TEXT NOT NULL,
       ord TEXT NOT NULL,
       deleted INTEGER NOT NULL CHECK (deleted IN (0, 1)),
       open_choices INTEGER NOT NULL,
       PRIMARY KEY (document_id, person_id)
     ) STRICT`,
    `CREATE INDEX person_by_household ON person (household_id, ord)`,
    `CREATE TABLE conversation (
       document_id TEXT NOT NULL REFERENCES document (document_id),
       conversation_id TEXT NOT NULL,
       household_id TEXT NOT NULL,
       date TEXT NOT NULL,
       context TEXT NOT NULL,
       place TEXT NOT NULL,
       author TEXT NOT NULL,
       finalized INTEGER NOT NULL CHECK (finalized IN (0, 1)),
       excerpt TEXT NOT NULL,
       next_contact_on TEXT,
       team_only INTEGER NOT NULL CHECK (team_only IN (0, 1)),
       deleted INTEGER NOT NULL CHECK (deleted IN (0, 1)),
       open_choices INTEGER NOT NULL,
       changed_at_ms INTEGER NOT NULL,
       PRIMARY KEY (document_id, conversation_id)
     ) STRICT`,
    `CREATE INDEX conversation_by_household ON conversation (household_id, date)`,
    `CREATE INDEX conversation_latest ON conversation (household_id, deleted, date)`,
    `CREATE INDEX conversation_by_author ON conversation (author, finalized)`,
    `CREATE TABLE action (
       document_id TEXT NOT NULL REFERENCES document (document_id),
       action_id TEXT NOT NULL,
       household_id TEXT NOT NULL,
       conversation_id TEXT,
       what TEXT NOT NULL,
       ladder TEXT,
       who TEXT NOT NULL,
       who_person_id TEXT NOT NULL,
       who_user TEXT NOT NULL,
       perspective TEXT,
       due_on TEXT,
       status TEXT NOT NULL,
       open INTEGER NOT NULL CHECK (open IN (0, 1)),
       ord TEXT NOT NULL,
       deleted INTEGER NOT NULL CHECK (deleted IN (0, 1)),
       open_choices INTEGER NOT NULL,
       changed_at_ms INTEGER NOT NULL,
       PRIMARY KEY (document_id, action_id)
     ) STRICT`,
    `CREATE INDEX action_by_household ON action (household_id, ord)`,
    `CREATE INDEX action_by_due ON action (open, due_on)`,
    `CREATE INDEX action_next ON action (household_id, open, due_on)`,

    `CREATE TABLE open_choice (
       document_id TEXT NOT NULL REFERENCES document (document_id),
       kind TEXT NOT NULL,
       record_id TEXT NOT NULL,
       choices INTEGER NOT NULL,
       PRIMARY KEY (document_id, kind, record_id)
     ) STRICT, WITHOUT ROWID`,

    `CREATE TABLE search_entry (
       entry_id INTEGER PRIMARY KEY NOT NULL,
       document_id TEXT NOT NULL REFERENCES document (document_id),
       kind TEXT NOT NULL,
       record_id TEXT NOT NULL,
       household_id TEXT NOT NULL,
       conversation_id TEXT,
       person_id TEXT,
       title TEXT NOT NULL,
       body TEXT NOT NULL,
       voice TEXT NOT NULL,
       date TEXT
     ) STRICT`,
    `CREATE UNIQUE INDEX search_entry_by_record ON search_entry (document_id, kind, record_id)`,
    `CREATE INDEX search_entry_by_conversation ON search_entry (document_id, conversation_id)`,
    // Holds words only, already folded (documents/searchText.ts); its text is in search_entry under the same number,
    // and documents/searchIndex.ts is the only writer of both. Folded words are ASCII letters and digits or not ASCII
    // at all, so this tokenizer takes them apart exactly as they were put together.
    `CREATE VIRTUAL TABLE search_fts USING fts5 (
       words, content='', contentless_delete=1, tokenize='ascii', prefix='1 2 3 4'
     )`,
    `CREATE TABLE search_dirty (
       document_id TEXT NOT NULL REFERENCES document (document_id),
       kind TEXT NOT NULL,
       record_id TEXT NOT NULL,
       marked_at_ms INTEGER NOT NULL,
       PRIMARY KEY (document_id, kind, record_id)
     ) STRICT, WITHOUT ROWID`,
  ],
};
