/**
 * Werkaantekeningen: memory aids of one worker on one laptop. They are in a table of their own, in no document and so in
 * no search, list, export or envelope, and they go away by themselves. Only promoting one, by choice, brings it into a dossier.
 */
import type { PrivateNote, planCommands } from '../../../shared/contract/commands/plan.ts';
import type { Handlers } from '../../../shared/contract/contract.ts';
import { createRecord, replaceText } from '../../../shared/documents/accessors.ts';
import { orderKeyAtEnd } from '../../../shared/documents/order.ts';
import { readRecord, readRecords, readText } from '../../../shared/documents/readers.ts';
import { addDays, calendarDateAt } from '../../../shared/domain/dates.ts';
import { defaultProfile } from '../../../shared/domain/defaultProfile.ts';
import type { Gemeenteprofiel } from '../../../shared/domain/gemeenteprofiel.ts';
import { newId, type DocumentId, type RecordId } from '../../../shared/domain/ids.ts';
import type { ErrorOf } from '../../../shared/errors.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import type { Store } from '../store/open.ts';
import { storeResult } from '../store/sqliteErrors.ts';
import type { DossierVault } from './dossierRows.ts';

type NoteCommand = Extract<keyof typeof planCommands, `worknote.${string}`>;

const COLUMNS = `note_id AS noteId, household_id AS householdId, text, made_at_ms AS madeAtMs, changed_at_ms AS changedAtMs, expires_on AS expiresOn`;

/**
 * Takes out what has expired, also from the free pages (secure_delete) and from the write-ahead log. At opening, at
 * midnight and whenever notes are listed. Answers how many.
 */
export function purgePrivateNotes(store: Store, today: string): number {
  const expired = store.db
    .prepare<[string], number>(`SELECT count(*) FROM private_note WHERE expires_on <= ?`)
    .pluck()
    .get(today);
  if (expired === undefined || expired === 0) return 0;
  const gone = store.transaction(
    () => store.db.prepare<[string]>(`DELETE FROM private_note WHERE expires_on <= ?`).run(today).changes,
  );
  // When a copy is being read this waits for the checkpoint that upkeep makes.
  store.checkpoint();
  return gone;
}

/** The commands of werkaantekeningen on an open vault. */
export function privateNoteHandlers(
  vault: DossierVault,
  profile: () => Gemeenteprofiel = () => defaultProfile,
): Pick<Handlers, NoteCommand> {
  const { store, documents, deps, me } = vault;
  const { db } = store;
  const statements = {
    all: db.prepare<[], PrivateNote>(`SELECT ${COLUMNS} FROM private_note ORDER BY made_at_ms DESC, note_id`),
    ofHousehold: db.prepare<[string], PrivateNote>(
      `SELECT ${COLUMNS} FROM private_note WHERE household_id = ? ORDER BY made_at_ms DESC, note_id`,
    ),
    get: db.prepare<[string, string], PrivateNote>(
      `SELECT ${COLUMNS} FROM private_note WHERE note_id = ? AND expires_on > ?`,
    ),
    add: db.prepare(
      `INSERT INTO private_note (note_id, household_id, text, made_at_ms, changed_at_ms, expires_on)
       VALUES (@noteId, @householdId, @text, @madeAtMs, @changedAtMs, @expiresOn)`,
    ),
    change: db.prepare(
      `UPDATE private_note SET text = @text, household_id = @householdId, changed_at_ms = @changedAtMs WHERE note_id = @noteId`,
    ),
    lastSaved: db.prepare<[], number | null>(`SELECT max(made_at_ms) FROM document_update`).pluck(),
    drop: db.prepare<[string]>(`DELETE FROM private_note WHERE note_id = ?`),
    documentOf: db.prepare<[string], DocumentId>(`SELECT document_id FROM household WHERE household_id = ?`).pluck(),
  };
  const today = (): string => calendarDateAt(deps.clock.nowMs());
  /** On a clock that was set back a note would be gone the moment the clock is right again. */
  const dayOfNewNote = (): string => {
    const saved = calendarDateAt(statements.lastSaved.get() ?? 0);
    return saved > today() ? saved : today();
  };

  return {
    'worknote.list': ({ householdId }) =>
      storeResult(() => {
        purgePrivateNotes(store, today());
        return ok(householdId === undefined ? statements.all.all() : statements.ofHousehold.all(householdId));
      }),

    'worknote.save': ({ noteId, householdId, text }, call) =>
      storeResult((): Result<PrivateNote, ErrorOf<'RecordMissing'>> => {
        const known = noteId === undefined ? undefined : statements.get.get(noteId, today());
        if (noteId !== undefined && known === undefined) return err({ tag: 'RecordMissing' });
        const nowMs = deps.clock.nowMs();
        // Writing on in a note does not make it live longer: it is no dossier.
        const note: PrivateNote = {
          noteId: known?.noteId ?? newId<RecordId>(deps.random),
          householdId,
          text,
          madeAtMs: known?.madeAtMs ?? nowMs,
          changedAtMs: nowMs,
          expiresOn: known?.expiresOn ?? addDays(dayOfNewNote(), profile().terms.workNoteDays),
        };
        store.transaction(() => {
          (known === undefined ? statements.add : statements.change).run(
            known === undefined ? note : { noteId: note.noteId, text, householdId, changedAtMs: nowMs },
          );
          vault.audit.appendFor(call);
        });
        return ok(note);
      }),

    'worknote.promote': ({ noteId, householdId, conversationId, lineKind }, call) =>
      storeResult(() => {
        const note = statements.get.get(noteId, today());
        if (note === undefined) return err({ tag: 'RecordMissing' as const });
        const documentId = statements.documentOf.get(householdId);
        if (documentId === undefined) return err({ tag: 'HouseholdMissing' as const });
        const outcome = documents.change(
          documentId,
          (doc, writer): Result<RecordId, ErrorOf<'RecordMissing' | 'AlreadyFinalized' | 'NotAuthor' | 'TooLong'>> => {
            const known = conversationId === undefined ? null : readRecord(doc, 'conversations', conversationId);
            if (conversationId !== undefined) {
              if (known === null || known.deleted) return err({ tag: 'RecordMissing' });
              if ((known.values.finalizedAt ?? '') !== '') return err({ tag: 'AlreadyFinalized' });
              if ((known.values.author ?? known.createdBy) !== me.userId) return err({ tag: 'NotAuthor' });
            }
            const id =
              conversationId ??
              createRecord(doc, 'conversations', { date: today(), context: 'KANTOOR', author: me.userId }, writer);
            if (lineKind !== undefined) {
              const others = readRecords(doc, 'lines', { withDeleted: true }).map((line) => ({
                id: line.id,
                ord: line.values.ord ?? '',
              }));
              const line = { conversationId: id, kind: lineKind, ord: orderKeyAtEnd(others) };
              const lineId = createRecord(doc, 'lines', line, writer);
              return replaceText(doc, 'lines', lineId, 'text', note.text).ok ? ok(id) : err({ tag: 'TooLong' });
            }
            const before = readText(doc, 'conversations', id, 'whatIsGoingOn');
            const text = before === '' ? note.text : `${before}\n${note.text}`;
            const written = replaceText(doc, 'conversations', id, 'whatIsGoingOn', text);
            return written.ok ? ok(id) : err({ tag: 'TooLong' });
          },
          {
            inTransaction: () => {
              statements.drop.run(noteId);
              vault.audit.appendFor(call);
            },
          },
        );
        if (outcome.ok) return ok({ documentId, conversationId: outcome.value });
        return err(outcome.error.tag === 'DocumentMissing' ? { tag: 'HouseholdMissing' as const } : outcome.error);
      }),

    'worknote.delete': ({ noteId }, call) =>
      storeResult(() => {
        if (statements.get.get(noteId, today()) === undefined) return err({ tag: 'RecordMissing' });
        store.transaction(() => {
          statements.drop.run(noteId);
          vault.audit.appendFor(call);
        });
        return ok({});
      }),
  };
}
