/**
 * What the commands of a spreekuur are made of: several documents in one transaction, a walk-in put down, its words moved
 * into a household. A refusal is thrown inside and answered outside, so that it takes everything back.
 */
import type * as Y from 'yjs';
import type { WalkInForm } from '../../../shared/contract/commands/consultation.ts';
import type { CallContext } from '../../../shared/contract/contract.ts';
import { createRecord, setFields, type Writer } from '../../../shared/documents/accessors.ts';
import { readRecord } from '../../../shared/documents/readers.ts';
import type { RecordValues } from '../../../shared/documents/schema.ts';
import { newId, type DocumentId, type HouseholdId, type RecordId } from '../../../shared/domain/ids.ts';
import type { ErrorOf } from '../../../shared/errors.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import type { OpenVault } from '../openVault.ts';
import { storeResult } from '../store/sqliteErrors.ts';
import type { ConsultationBook, ConsultationEntry, WalkInEntry } from './consultationBook.ts';
import type { DossierVault } from './dossierRows.ts';
import { makeHouseholdShell, personNames, writeWalkIn, type WrittenWalkIn } from './walkInHousehold.ts';

export type ConsultationVault = DossierVault & Pick<OpenVault, 'emit'>;
export type Refusal = ErrorOf<
  'DocumentMissing' | 'DocumentReadOnly' | 'RecordMissing' | 'AlreadyFinalized' | 'HouseholdMissing' | 'DatabaseDamaged'
>;

/** Rolls back everything that one command began. */
export class Refused extends Error {
  readonly error: Refusal;
  constructor(error: Refusal) {
    super('a spreekuur command was refused');
    this.error = error;
  }
}

/** The parts that the commands share. */
export function consultationWork(vault: ConsultationVault, book: ConsultationBook) {
  const { documents, store, deps } = vault;
  const { db } = store;
  const documentOf = db
    .prepare<[string], DocumentId>(`SELECT document_id FROM household WHERE household_id = ?`)
    .pluck();
  const keepHere = db.prepare<[string]>(`INSERT INTO room_sync (room, shared) VALUES (?, 0) ON CONFLICT DO NOTHING`);
  const now = (): string => new Date(deps.clock.nowMs()).toISOString();

  /** Several documents in one transaction: `run` throws Refused to take everything back. */
  const together = <T>(call: CallContext, documentId: DocumentId, run: () => T, quiet = false) =>
    storeResult((): Result<T, Refusal> => {
      try {
        const value = store.transaction(() => {
          const done = run();
          vault.audit.appendFor(call);
          return done;
        });
        if (!quiet) vault.emit('lists.changed', { householdId: null });
        return ok(value);
      } catch (thrown) {
        if (thrown instanceof Refused) return err(thrown.error);
        throw thrown;
      } finally {
        book.forget(documentId);
      }
    });
  const change = <T>(documentId: DocumentId, edit: (doc: Y.Doc, writer: Writer) => T): T => {
    const outcome = documents.change<T, Refusal>(documentId, (doc, writer) => ok(edit(doc, writer)));
    if (!outcome.ok) throw new Refused(outcome.error);
    return outcome.value;
  };
  const entryOf = (documentId: DocumentId): ConsultationEntry => {
    const entry = book.one(documentId);
    if (entry === null) throw new Refused({ tag: 'DocumentMissing' });
    return entry;
  };
  const walkInOf = (entry: ConsultationEntry, walkInId: RecordId): WalkInEntry => {
    const found = entry.walkIns.find((walkIn) => walkIn.walkInId === walkInId);
    if (found === undefined) throw new Refused({ tag: 'RecordMissing' });
    return found;
  };
  const unsaved = (walkIn: WalkInEntry): void => {
    if (walkIn.values.state === 'BEWAARD') throw new Refused({ tag: 'AlreadyFinalized' });
  };

  const make = (call: CallContext, fill: (doc: Y.Doc, writer: Writer) => void): DocumentId => {
    const documentId = newId<DocumentId>(deps.random);
    const householdId = newId<HouseholdId>(deps.random);
    documents.create([{ documentId, householdId, kind: 'consultation', fill }], {
      inTransaction: () => {
        // It belongs to who holds the spreekuur; colleagues get what is linked, through the household.
        keepHere.run(documentId);
        vault.audit.appendFor(call);
      },
    });
    vault.emit('lists.changed', { householdId: null });
    return documentId;
  };

  const putWalkIn = (
    documentId: DocumentId,
    walkInId: RecordId | null,
    values: RecordValues<'walkIns'>,
  ): { readonly walkInId: RecordId; readonly walkIn: WalkInEntry } => {
    const known = walkInId === null ? null : walkInOf(entryOf(documentId), walkInId);
    if (known !== null) unsaved(known);
    const id = change(documentId, (doc, writer) => {
      if (known !== null) {
        setFields(doc, 'walkIns', known.walkInId, values, writer);
        return known.walkInId;
      }
      return createRecord(doc, 'walkIns', { at: now(), ...values }, writer);
    });
    book.forget(documentId);
    return { walkInId: id, walkIn: walkInOf(entryOf(documentId), id) };
  };

  /** Writes a walk-in into its household and empties it here. */
  const moveToHousehold = (
    documentId: DocumentId,
    walkIn: WalkInEntry,
    target: { readonly householdId: HouseholdId; readonly documentId: DocumentId; readonly personId: RecordId | null },
    form: WalkInForm,
  ): void => {
    const { consultation } = entryOf(documentId);
    const at = { place: consultation.place, context: consultation.context, atMs: walkIn.atMs };
    const written: WrittenWalkIn = change(target.documentId, (doc, writer) => {
      const { taskStatus } = walkIn.values;
      const ids = writeWalkIn(doc, writer, form, target.personId, at);
      if (ids.actionId !== null && taskStatus !== undefined && taskStatus !== 'GEPLAND')
        setFields(doc, 'actions', ids.actionId, { status: taskStatus }, writer);
      return ids;
    });
    change(documentId, (doc, writer) => {
      const emptied = { whoName: '', question: '', what: '', toName: '', dueOn: '', taskReason: '' };
      const ids = {
        householdId: target.householdId as string as RecordId,
        householdDocument: target.documentId as string as RecordId,
        personId: target.personId ?? ('' as const),
        conversationId: written.conversationId,
        actionId: written.actionId ?? ('' as const),
      };
      setFields(doc, 'walkIns', walkIn.walkInId, { ...emptied, ...ids }, writer);
    });
  };

  /** The household of a known or new person; a shell that an undone save left behind is used again. */
  const targetOf = (walkIn: WalkInEntry, who: WalkInForm['who'], area: string) => {
    if (who.kind === 'BEKEND') {
      const documentId = documentOf.get(who.householdId);
      if (documentId === undefined) throw new Refused({ tag: 'HouseholdMissing' });
      return { householdId: who.householdId, documentId, personId: who.personId };
    }
    if (who.kind !== 'NIEUW' || who.name.trim() === '') return null;
    const { shellHousehold, shellDocument, shellPerson } = walkIn.values;
    if (shellHousehold && shellDocument) {
      const documentId = shellDocument as string as DocumentId;
      change(documentId, (doc, writer) => {
        const name = who.name.trim();
        const renamed = readRecord(doc, 'household', 'household')?.values.name !== name;
        setFields(doc, 'household', 'household', { archivedAt: '', name }, writer);
        if (renamed && shellPerson)
          setFields(doc, 'persons', shellPerson, { lastName: '', ...personNames(name) }, writer);
      });
      return { householdId: shellHousehold as string as HouseholdId, documentId, personId: shellPerson || null };
    }
    return makeHouseholdShell(vault, who.name.trim(), area);
  };

  return { now, together, change, entryOf, walkInOf, make, putWalkIn, moveToHousehold, targetOf };
}

/** A form as its record holds it. */
export function valuesOf(form: WalkInForm): RecordValues<'walkIns'> {
  const { who, question, perspectives, next, what, toUser, toName, dueOn } = form;
  const known =
    who.kind === 'BEKEND'
      ? { householdId: who.householdId as string as RecordId, personId: who.personId ?? ('' as const) }
      : {};
  const name = who.kind === 'NIEUW' || who.kind === 'LATER' ? who.name.trim() : '';
  const whoKind = (who.kind === 'NIEUW' || who.kind === 'LATER') && name === '' ? 'LEEG' : who.kind;
  return { whoKind, whoName: name, ...known, question, perspectives, next, what, toUser, toName, dueOn };
}
