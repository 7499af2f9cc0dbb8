/**
 * The spreekuur. A walk-in is kept while it is typed; saving one that has a household writes there and empties it here,
 * in one transaction with the audit row, so that its words exist once and are never nowhere.
 */
import type { WalkInForm } from '../../../shared/contract/commands/consultation.ts';
import type { CallContext, Handlers } from '../../../shared/contract/contract.ts';
import {
  createRecord,
  markDeleted,
  restoreDeleted,
  setFields,
  type Writer,
} from '../../../shared/documents/accessors.ts';
import { readRecord } from '../../../shared/documents/readers.ts';
import type { RecordValues } from '../../../shared/documents/schema.ts';
import { calendarDateAt } from '../../../shared/domain/dates.ts';
import { newId, type DocumentId, type HouseholdId, type RecordId } from '../../../shared/domain/ids.ts';
import type { ErrorOf } from '../../../shared/errors.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import { storeResult } from '../store/sqliteErrors.ts';
import type { OpenVault } from '../openVault.ts';
import type { ConsultationBook, ConsultationEntry, WalkInEntry } from './consultationBook.ts';
import type { DossierVault } from './dossierRows.ts';
import { makeHouseholdShell, takeBackWalkIn, writeWalkIn, type WrittenWalkIn } from './walkInHousehold.ts';

type ConsultationCommand = Extract<keyof Handlers, `consultation.${string}`>;
type Refusal = ErrorOf<
  'DocumentMissing' | 'DocumentReadOnly' | 'RecordMissing' | 'AlreadyFinalized' | 'HouseholdMissing' | 'DatabaseDamaged'
>;

/** Rolls back everything that one command began. */
class Refused extends Error {
  readonly error: Refusal;
  constructor(error: Refusal) {
    super('a spreekuur command was refused');
    this.error = error;
  }
}

/** The commands of the spreekuur on an open vault. */
export function consultationHandlers(
  vault: DossierVault & Pick<OpenVault, 'emit'>,
  book: ConsultationBook,
): Pick<Handlers, ConsultationCommand> {
  const { documents, store, me, deps } = vault;
  const { db } = store;
  const documentOf = db
    .prepare<[string], DocumentId>(`SELECT document_id FROM household WHERE household_id = ?`)
    .pluck();
  const keepHere = db.prepare<[string]>(`INSERT INTO room_sync (room, shared) VALUES (?, 0) ON CONFLICT DO NOTHING`);
  const now = (): string => new Date(deps.clock.nowMs()).toISOString();

  const audit = (call: CallContext): void => {
    const entry = call.takeAudit();
    if (entry !== null) vault.audit.append(entry);
  };
  /** Several documents in one transaction: `run` throws Refused to take everything back. */
  const together = <T>(call: CallContext, documentId: DocumentId, run: () => T, quiet = false) =>
    storeResult((): Result<T, Refusal> => {
      try {
        const value = store.transaction(() => {
          const done = run();
          audit(call);
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
  const change = <T>(documentId: DocumentId, edit: (doc: Parameters<typeof readRecord>[0], writer: Writer) => T): T => {
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

  const make = (
    call: CallContext,
    fill: (doc: Parameters<typeof readRecord>[0], writer: Writer) => void,
  ): DocumentId => {
    const documentId = newId<DocumentId>(deps.random);
    const householdId = newId<HouseholdId>(deps.random);
    documents.create([{ documentId, householdId, kind: 'consultation', fill }], {
      inTransaction: () => {
        // It belongs to who holds the spreekuur; colleagues get what is linked, through the household.
        keepHere.run(documentId);
        audit(call);
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
      change(documentId, (doc, writer) =>
        setFields(doc, 'household', 'household', { archivedAt: '', name: who.name.trim() }, writer),
      );
      return { householdId: shellHousehold as string as HouseholdId, documentId, personId: shellPerson || null };
    }
    return makeHouseholdShell(vault, who.name.trim(), area);
  };

  return {
    'consultation.get': () =>
      storeResult(() => {
        const all = book.all();
        const running = book.running();
        const shown = (wanted: (walkIn: WalkInEntry) => boolean) =>
          all.flatMap((entry) => entry.walkIns.filter(wanted).map((walkIn) => book.show(entry, walkIn)));
        return ok({
          today: calendarDateAt(deps.clock.nowMs()),
          running:
            running === null
              ? null
              : {
                  ...running.consultation,
                  walkIns: running.walkIns.map((walkIn) => book.show(running, walkIn)),
                  signals: running.signals.map(({ id, values }) => ({
                    signalId: id,
                    theme: values.theme ?? '',
                    area: values.area ?? '',
                    text: values.text ?? '',
                  })),
                },
          planned: all
            .filter(({ consultation }) => consultation.startedAtMs === null)
            .map(({ consultation }) => consultation)
            .sort((a, b) => (`${a.plannedOn}${a.plannedFrom}` < `${b.plannedOn}${b.plannedFrom}` ? -1 : 1)),
          later: shown(({ values }) => values.state === 'LATER'),
          unlinked: shown(
            ({ values }) => values.state === 'BEWAARD' && !values.conversationId && values.whoKind !== 'ANONIEM',
          ),
        });
      }),

    'consultation.plan': (input, call) =>
      storeResult(() =>
        ok({
          documentId: make(call, (doc, writer) => {
            const { place, context, area, on, from, until } = input;
            const planned = { plannedOn: on, plannedFrom: from, plannedUntil: until };
            createRecord(doc, 'consultation', { worker: me.userId, place, context, area, ...planned }, writer);
          }),
        }),
      ),

    'consultation.start': (input, call) => {
      const running = storeResult(() => ok(book.running()));
      if (!running.ok) return running;
      if (running.value !== null) return ok({ documentId: running.value.consultation.documentId });
      if ('documentId' in input) {
        const { documentId } = input;
        return together(call, documentId, () => {
          entryOf(documentId);
          change(documentId, (doc, writer) =>
            setFields(doc, 'consultation', 'consultation', { startedAt: now(), endedAt: '' }, writer),
          );
          return { documentId };
        }) as ReturnType<Handlers['consultation.start']>;
      }
      return storeResult(() =>
        ok({
          documentId: make(
            call,
            (doc, writer) =>
              void createRecord(doc, 'consultation', { worker: me.userId, ...input, startedAt: now() }, writer),
          ),
        }),
      );
    },

    'consultation.stop': ({ documentId }, call) =>
      together(call, documentId, () => {
        const { walkIns, consultation } = entryOf(documentId);
        change(documentId, (doc, writer) => {
          for (const { walkInId, values } of walkIns) {
            if (values.state === 'CONCEPT') setFields(doc, 'walkIns', walkInId, { state: 'LATER' }, writer);
          }
          const ended = consultation.startedAtMs === null ? { cancelledAt: now() } : { endedAt: now() };
          setFields(doc, 'consultation', 'consultation', ended, writer);
        });
        return {};
      }) as ReturnType<Handlers['consultation.stop']>,

    'consultation.keep': ({ documentId, walkInId, form, state }, call) =>
      together(
        call,
        documentId,
        () => {
          const kept = putWalkIn(documentId, walkInId, { ...valuesOf(form), state });
          return { walkInId: kept.walkInId };
        },
        state === 'CONCEPT',
      ) as ReturnType<Handlers['consultation.keep']>,

    'consultation.save': ({ documentId, walkInId, form }, call) =>
      together(call, documentId, () => {
        const before = walkInId === null ? null : walkInOf(entryOf(documentId), walkInId);
        const { walkInId: id, walkIn } = putWalkIn(documentId, walkInId, { ...valuesOf(form), state: 'BEWAARD' });
        const target = targetOf(before ?? walkIn, form.who, entryOf(documentId).consultation.area);
        if (target !== null) moveToHousehold(documentId, walkIn, target, form);
        return { walkInId: id, householdId: target?.householdId ?? null };
      }),

    'consultation.undo': ({ documentId, walkInId }, call) =>
      together(call, documentId, () => {
        const entry = entryOf(documentId);
        const { values } = walkInOf(entry, walkInId);
        const { conversationId = '', actionId = '', householdDocument = '' } = values;
        let back: RecordValues<'walkIns'> = {};
        if (conversationId !== '' && householdDocument !== '') {
          back = change(householdDocument as string as DocumentId, (doc, writer) => {
            const words = takeBackWalkIn(doc, writer, { conversationId, actionId });
            if (values.whoKind !== 'NIEUW') return { ...words, question: words.question.slice(0, 2_000) };
            // The household was made for this walk-in: it is put away until it is saved again.
            const whoName = readRecord(doc, 'household', 'household')?.values.name ?? '';
            setFields(doc, 'household', 'household', { archivedAt: now() }, writer);
            const shell = {
              shellHousehold: values.householdId ?? ('' as const),
              shellDocument: householdDocument,
              shellPerson: values.personId ?? ('' as const),
            };
            return { ...words, ...shell, whoName, question: words.question.slice(0, 2_000) };
          });
        }
        change(documentId, (doc, writer) => {
          // One form: what stood in it meanwhile is put aside.
          for (const other of entry.walkIns)
            if (other.values.state === 'CONCEPT') setFields(doc, 'walkIns', other.walkInId, { state: 'LATER' }, writer);
          setFields(
            doc,
            'walkIns',
            walkInId,
            { ...back, state: 'CONCEPT', householdDocument: '', conversationId: '', actionId: '' },
            writer,
          );
        });
        return {};
      }) as ReturnType<Handlers['consultation.undo']>,

    'consultation.remove': ({ documentId, walkInId, back }, call) =>
      together(call, documentId, () => {
        change(documentId, (doc, writer) => {
          const view = readRecord(doc, 'walkIns', walkInId);
          if (view === null) throw new Refused({ tag: 'RecordMissing' });
          if (view.values.conversationId) throw new Refused({ tag: 'AlreadyFinalized' });
          if (back) restoreDeleted(doc, 'walkIns', walkInId, writer);
          else markDeleted(doc, 'walkIns', walkInId, writer);
        });
        return {};
      }) as ReturnType<Handlers['consultation.remove']>,

    'consultation.link': ({ documentId, walkInId, who }, call) =>
      together(call, documentId, () => {
        const entry = entryOf(documentId);
        const walkIn = walkInOf(entry, walkInId);
        if (walkIn.values.conversationId) throw new Refused({ tag: 'AlreadyFinalized' });
        const form = { ...book.show(entry, walkIn), who };
        const target = targetOf(walkIn, who, entry.consultation.area);
        if (target === null) throw new Refused({ tag: 'HouseholdMissing' });
        moveToHousehold(documentId, walkIn, target, form);
        change(documentId, (doc, writer) =>
          setFields(doc, 'walkIns', walkInId, { whoKind: 'BEKEND', state: 'BEWAARD' }, writer),
        );
        return { householdId: target.householdId };
      }),

    'consultation.signal': ({ documentId, theme, area, text }, call) =>
      together(call, documentId, () => {
        entryOf(documentId);
        const on = calendarDateAt(deps.clock.nowMs());
        const signalId = change(documentId, (doc, writer) =>
          createRecord(doc, 'areaSignals', { theme, area, text, on }, writer),
        );
        return { signalId };
      }) as ReturnType<Handlers['consultation.signal']>,
  };
}

/** A form as its record holds it. */
function valuesOf(form: WalkInForm): RecordValues<'walkIns'> {
  const { who, question, perspectives, next, what, toUser, toName, dueOn } = form;
  const known =
    who.kind === 'BEKEND'
      ? { householdId: who.householdId as string as RecordId, personId: who.personId ?? ('' as const) }
      : {};
  const name = who.kind === 'NIEUW' || who.kind === 'LATER' ? who.name.trim() : '';
  const whoKind = (who.kind === 'NIEUW' || who.kind === 'LATER') && name === '' ? 'LEEG' : who.kind;
  return { whoKind, whoName: name, ...known, question, perspectives, next, what, toUser, toName, dueOn };
}
