/**
 * The tables as typed queries see them. The truth on disk is migrations/0001_init.ts; a test compares the two.
 *
 * Two sorts of tables. The ones under "kept" are the data itself: losing a row loses work. The ones under
 * "projection" are made from the documents in the same transaction that saves them, may be dropped, and are made
 * again by `projection.rebuild`; nothing may live only there. Columns of the projection may be added freely.
 */
import { blob, index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';

const bytes = (name: string) => blob(name, { mode: 'buffer' });

// ---------------------------------------------------------------- kept

/** Small facts of the store itself, such as the head of the log. */
export const meta = sqliteTable('meta', { key: text('key').primaryKey(), value: bytes('value').notNull() });

/** Who works here: one row. Secret keys are wrapped under the identity key before they come here. */
export const identity = sqliteTable('identity', {
  one: integer('one').primaryKey(),
  userId: text('user_id').notNull(),
  deviceId: text('device_id').notNull(),
  name: text('name').notNull(),
  jobTitle: text('job_title').notNull(),
  signPublic: bytes('sign_public').notNull(),
  signSecretWrapped: bytes('sign_secret_wrapped').notNull(),
  boxPublic: bytes('box_public').notNull(),
  boxSecretWrapped: bytes('box_secret_wrapped').notNull(),
  practice: integer('practice', { mode: 'boolean' }).notNull(),
  createdAtMs: integer('created_at_ms').notNull(),
});

/** The PIN of Verbergen: an Argon2id hash, one row. It never opens the disk. */
export const pin = sqliteTable('pin', {
  one: integer('one').primaryKey(),
  salt: bytes('salt').notNull(),
  hash: bytes('hash').notNull(),
  memoryKib: integer('memory_kib').notNull(),
  passes: integer('passes').notNull(),
  wrongTries: integer('wrong_tries').notNull(),
});

export const document = sqliteTable(
  'document',
  {
    documentId: text('document_id').primaryKey(),
    householdId: text('household_id').notNull(),
    kind: text('kind').notNull(),
    createdBy: text('created_by').notNull(),
    createdOnDevice: text('created_on_device').notNull(),
    createdAtMs: integer('created_at_ms').notNull(),
    schemaMajor: integer('schema_major').notNull(),
    docGeneration: integer('doc_generation').notNull(),
  },
  (t) => [index('document_by_household').on(t.householdId, t.kind)],
);

export const documentKey = sqliteTable(
  'document_key',
  {
    documentId: text('document_id')
      .notNull()
      .references(() => document.documentId),
    keyEpoch: integer('key_epoch').notNull(),
    key: bytes('key').notNull(),
    madeAtMs: integer('made_at_ms').notNull(),
  },
  (t) => [primaryKey({ columns: [t.documentId, t.keyEpoch] })],
);

/** One row per saved change. `sealed` 0: not yet in an envelope for the team. */
export const documentUpdate = sqliteTable(
  'document_update',
  {
    seq: integer('seq').primaryKey({ autoIncrement: true }),
    documentId: text('document_id')
      .notNull()
      .references(() => document.documentId),
    bytes: bytes('bytes').notNull(),
    sealed: integer('sealed', { mode: 'boolean' }).notNull(),
    madeAtMs: integer('made_at_ms').notNull(),
    /** '' the worker of this laptop, '?' unknown, else the colleague. */
    author: text('author').notNull().default(''),
  },
  (t) => [
    index('document_update_by_document').on(t.documentId, t.seq),
    index('document_update_unsealed').on(t.documentId),
  ],
);

/** The state up to and including `upto_seq`; later rows of document_update come on top. */
export const documentSnapshot = sqliteTable('document_snapshot', {
  documentId: text('document_id')
    .primaryKey()
    .references(() => document.documentId),
  bytes: bytes('bytes').notNull(),
  uptoSeq: integer('upto_seq').notNull(),
  madeAtMs: integer('made_at_ms').notNull(),
});

/** Place, settings, drafts: as JSON, per key. */
export const uiState = sqliteTable('ui_state', {
  key: text('key').primaryKey(),
  value: text('value').notNull(),
  changedAtMs: integer('changed_at_ms').notNull(),
});

/** When this worker last opened a household: local, never shared, not part of the projection. */
export const householdVisit = sqliteTable('household_visit', {
  householdId: text('household_id').primaryKey(),
  openedAtMs: integer('opened_at_ms').notNull(),
});

/**
 * When a text was last typed in, which a document does not say: local, kept at a rebuild. Apart from the rows of lists,
 * so that typing on in a text writes one small row and none of their indexes.
 */
export const recordTouch = sqliteTable(
  'record_touch',
  {
    documentId: text('document_id')
      .notNull()
      .references(() => document.documentId),
    recordId: text('record_id').notNull(),
    touchedAtMs: integer('touched_at_ms').notNull(),
  },
  (t) => [primaryKey({ columns: [t.documentId, t.recordId] })],
);

/** What parts of records read before, of the log that was folded in (documents/recordHistory.ts). Local, kept. */
export const recordHistory = sqliteTable(
  'record_history',
  {
    seq: integer('seq').primaryKey(),
    documentId: text('document_id')
      .notNull()
      .references(() => document.documentId),
    kind: text('kind').notNull(),
    recordId: text('record_id').notNull(),
    part: text('part').notNull(),
    atMs: integer('at_ms').notNull(),
    user: text('user').notNull(),
    before: text('before').notNull(),
  },
  (t) => [index('record_history_by_record').on(t.documentId, t.kind, t.recordId)],
);

/** The chained log (audit.ts). No content. No index either: every save writes a row, few ever read them. */
export const audit = sqliteTable('audit', {
  seq: integer('seq').primaryKey(),
  tsMs: integer('ts_ms').notNull(),
  user: text('user').notNull(),
  device: text('device').notNull(),
  action: text('action').notNull(),
  auditClass: text('audit_class').notNull(),
  objectType: text('object_type').notNull(),
  objectId: text('object_id').notNull(),
  result: text('result').notNull(),
  prevHash: bytes('prev_hash').notNull(),
  mac: bytes('mac').notNull(),
});

/** How far logs of laptops were, as they said to the team: this one's own words too (auditWitness.ts). */
export const auditWitness = sqliteTable(
  'audit_witness',
  {
    device: text('device').notNull(),
    seq: integer('seq').notNull(),
    mac: text('mac').notNull(),
    saidAtMs: integer('said_at_ms').notNull(),
  },
  (t) => [primaryKey({ columns: [t.device, t.seq, t.mac] })],
);

/** Werkaantekeningen: of this worker on this laptop, never in a document, gone after `expires_on`. */
export const privateNote = sqliteTable(
  'private_note',
  {
    noteId: text('note_id').primaryKey(),
    householdId: text('household_id'),
    text: text('text').notNull(),
    madeAtMs: integer('made_at_ms').notNull(),
    changedAtMs: integer('changed_at_ms').notNull(),
    expiresOn: text('expires_on').notNull(),
  },
  (t) => [index('private_note_by_expiry').on(t.expiresOn)],
);

/** One import of a list, so that it can be undone as a whole. */
export const importRun = sqliteTable('import_run', {
  importId: text('import_id').primaryKey(),
  kind: text('kind').notNull(),
  madeAtMs: integer('made_at_ms').notNull(),
  made: integer('made').notNull(),
  skipped: integer('skipped').notNull(),
  undoneAtMs: integer('undone_at_ms'),
});

/** What an import made: documents or records, with how each looked then. */
export const importItem = sqliteTable(
  'import_item',
  {
    importId: text('import_id').notNull(),
    itemId: text('item_id').notNull(),
    mark: text('mark').notNull(),
  },
  (t) => [primaryKey({ columns: [t.importId, t.itemId] })],
);

// ---------------------------------------------------------------- projection

const ofDocument = () =>
  text('document_id')
    .notNull()
    .references(() => document.documentId);

export const household = sqliteTable(
  'household',
  {
    householdId: text('household_id').primaryKey(),
    documentId: ofDocument(),
    name: text('name').notNull(),
    /** Name, address and persons without capitals and diacritics: what the filter of the list looks in. */
    folded: text('folded').notNull(),
    address: text('address').notNull(),
    area: text('area').notNull(),
    status: text('status').notNull(),
    regisseur: text('regisseur').notNull(),
    contactUser: text('contact_user').notNull(),
    shielded: integer('shielded', { mode: 'boolean' }).notNull(),
    personCount: integer('person_count').notNull(),
    nextContactOn: text('next_contact_on'),
    nextDate: text('next_date'),
    nextWhat: text('next_what'),
    lastConversationOn: text('last_conversation_on'),
    archived: integer('archived', { mode: 'boolean' }).notNull(),
    openChoices: integer('open_choices').notNull(),
    changedAtMs: integer('changed_at_ms').notNull(),
  },
  (t) => [
    uniqueIndex('household_by_document').on(t.documentId),
    index('household_by_next_date').on(t.archived, t.nextDate),
  ],
);

export const person = sqliteTable(
  'person',
  {
    documentId: ofDocument(),
    personId: text('person_id').notNull(),
    householdId: text('household_id').notNull(),
    firstName: text('first_name').notNull(),
    lastName: text('last_name').notNull(),
    birthDate: text('birth_date').notNull(),
    membership: text('membership').notNull(),
    role: text('role').notNull(),
    ord: text('ord').notNull(),
    deleted: integer('deleted', { mode: 'boolean' }).notNull(),
    openChoices: integer('open_choices').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.documentId, t.personId] }),
    index('person_by_household').on(t.householdId, t.ord),
    index('person_by_birth').on(t.birthDate),
  ],
);

/** Home visits: planned as long as no conversation came of it. */
export const visit = sqliteTable(
  'visit',
  {
    documentId: ofDocument(),
    visitId: text('visit_id').notNull(),
    householdId: text('household_id').notNull(),
    onDate: text('on_date').notNull(),
    fromTime: text('from_time').notNull(),
    worker: text('worker').notNull(),
    planned: integer('planned', { mode: 'boolean' }).notNull(),
  },
  (t) => [primaryKey({ columns: [t.documentId, t.visitId] }), index('visit_by_date').on(t.planned, t.onDate)],
);

export const conversation = sqliteTable(
  'conversation',
  {
    documentId: ofDocument(),
    conversationId: text('conversation_id').notNull(),
    householdId: text('household_id').notNull(),
    date: text('date').notNull(),
    context: text('context').notNull(),
    place: text('place').notNull(),
    author: text('author').notNull(),
    finalized: integer('finalized', { mode: 'boolean' }).notNull(),
    excerpt: text('excerpt').notNull(),
    nextContactOn: text('next_contact_on'),
    teamOnly: integer('team_only', { mode: 'boolean' }).notNull(),
    deleted: integer('deleted', { mode: 'boolean' }).notNull(),
    openChoices: integer('open_choices').notNull(),
    changedAtMs: integer('changed_at_ms').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.documentId, t.conversationId] }),
    index('conversation_by_household').on(t.householdId, t.date),
    index('conversation_latest').on(t.householdId, t.deleted, t.date),
    index('conversation_by_author').on(t.author, t.finalized),
    index('conversation_by_contact').on(t.author, t.nextContactOn),
  ],
);

export const action = sqliteTable(
  'action',
  {
    documentId: ofDocument(),
    actionId: text('action_id').notNull(),
    householdId: text('household_id').notNull(),
    conversationId: text('conversation_id'),
    what: text('what').notNull(),
    ladder: text('ladder'),
    who: text('who').notNull(),
    whoPersonId: text('who_person_id').notNull(),
    whoUser: text('who_user').notNull(),
    perspective: text('perspective'),
    dueOn: text('due_on'),
    status: text('status').notNull(),
    /** Still to be done: a status that is not an end, and not deleted. */
    open: integer('open', { mode: 'boolean' }).notNull(),
    ord: text('ord').notNull(),
    deleted: integer('deleted', { mode: 'boolean' }).notNull(),
    openChoices: integer('open_choices').notNull(),
    changedAtMs: integer('changed_at_ms').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.documentId, t.actionId] }),
    index('action_by_household').on(t.householdId, t.ord),
    index('action_by_due').on(t.open, t.dueOn),
    index('action_next').on(t.householdId, t.open, t.dueOn),
  ],
);

/** Open terms, in view or not yet. The sentence is made from the facts when it is read; ages come from `person`. */
export const deadline = sqliteTable(
  'deadline',
  {
    documentId: ofDocument(),
    subject: text('subject').notNull(),
    subjectId: text('subject_id').notNull(),
    code: text('code').notNull(),
    householdId: text('household_id').notNull(),
    dueOn: text('due_on').notNull(),
    showFrom: text('show_from').notNull(),
    facts: text('facts').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.documentId, t.subject, t.subjectId, t.code] }),
    index('deadline_by_view').on(t.showFrom),
    index('deadline_by_household').on(t.householdId),
  ],
);

/** The gemeenteprofiel of a team document, or of the local one while there is no team. */
export const municipality = sqliteTable('municipality', {
  documentId: text('document_id')
    .primaryKey()
    .references(() => document.documentId),
  file: text('file').notNull(),
  changedBy: text('changed_by').notNull(),
  changedAtMs: integer('changed_at_ms').notNull(),
});

/** The sociale kaart. Sets of codes as JSON; `folded` is what its search looks in. */
export const organisation = sqliteTable(
  'organisation',
  {
    documentId: ofDocument(),
    organisationId: text('organisation_id').notNull(),
    name: text('name').notNull(),
    folded: text('folded').notNull(),
    doubleKey: text('double_key').notNull(),
    type: text('type').notNull(),
    perspectives: text('perspectives').notNull(),
    audiences: text('audiences').notNull(),
    areas: text('areas').notNull(),
    offer: text('offer').notNull(),
    contactName: text('contact_name').notNull(),
    phone: text('phone').notNull(),
    email: text('email').notNull(),
    website: text('website').notNull(),
    address: text('address').notNull(),
    openingHours: text('opening_hours').notNull(),
    remark: text('remark').notNull(),
    updatedOn: text('updated_on').notNull(),
    updatedBy: text('updated_by').notNull(),
    archived: integer('archived', { mode: 'boolean' }).notNull(),
    deleted: integer('deleted', { mode: 'boolean' }).notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.documentId, t.organisationId] }),
    index('organisation_by_name').on(t.documentId, t.deleted, t.archived, t.folded),
    index('organisation_by_double').on(t.documentId, t.doubleKey),
  ],
);

/** Records with fields that hold more than one value; no row for the many that have none. */
export const openChoice = sqliteTable(
  'open_choice',
  {
    documentId: ofDocument(),
    kind: text('kind').notNull(),
    recordId: text('record_id').notNull(),
    choices: integer('choices').notNull(),
  },
  (t) => [primaryKey({ columns: [t.documentId, t.kind, t.recordId] })],
);

/**
 * What search can find: one row per record. The full-text table `search_fts` holds the folded words of a row under the
 * same number; documents/searchIndex.ts is the only writer of both. The number orders them newest last.
 */
export const searchEntry = sqliteTable(
  'search_entry',
  {
    entryId: integer('entry_id').primaryKey(),
    documentId: ofDocument(),
    kind: text('kind').notNull(),
    recordId: text('record_id').notNull(),
    householdId: text('household_id').notNull(),
    conversationId: text('conversation_id'),
    /** Who said it, when that is a person of the household. */
    personId: text('person_id'),
    title: text('title').notNull(),
    body: text('body').notNull(),
    voice: text('voice').notNull(),
    date: text('date'),
  },
  (t) => [
    uniqueIndex('search_entry_by_record').on(t.documentId, t.kind, t.recordId),
    index('search_entry_by_conversation').on(t.documentId, t.conversationId),
  ],
);

/** Records that changed after the index last saw them: search looks in these directly. */
export const searchDirty = sqliteTable(
  'search_dirty',
  {
    documentId: ofDocument(),
    kind: text('kind').notNull(),
    recordId: text('record_id').notNull(),
    markedAtMs: integer('marked_at_ms').notNull(),
  },
  (t) => [primaryKey({ columns: [t.documentId, t.kind, t.recordId] })],
);

/** Emptied and filled again by a rebuild, in an order that foreign keys allow. */
export const PROJECTION_TABLES = [
  'search_dirty',
  'search_entry',
  'organisation',
  'municipality',
  'open_choice',
  'deadline',
  'action',
  'conversation',
  'person',
  'household',
] as const;
