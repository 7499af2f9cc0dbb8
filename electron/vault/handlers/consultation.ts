/**
 * The spreekuur. A walk-in is kept while it is typed; saving one that has a household writes there and empties it here,
 * in one transaction with the audit row, so that its words exist once and are never nowhere.
 */
import type { Handlers } from '../../../shared/contract/contract.ts';
import { createRecord, markDeleted, restoreDeleted, setFields } from '../../../shared/documents/accessors.ts';
import { readRecord, readRecords } from '../../../shared/documents/readers.ts';
import type { RecordValues } from '../../../shared/documents/schema.ts';
import { calendarDateAt } from '../../../shared/domain/dates.ts';
import type { DocumentId, RecordId } from '../../../shared/domain/ids.ts';
import { personTraces } from '../../../shared/domain/personTraces.ts';
import { ok } from '../../../shared/result.ts';
import { storeResult } from '../store/sqliteErrors.ts';
import type { ConsultationBook, WalkInEntry } from './consultationBook.ts';
import { consultationWork, Refused, valuesOf, type ConsultationVault } from './consultationWork.ts';
import { knownNamesIn } from './knownNames.ts';
import { takeBackWalkIn } from './walkInHousehold.ts';

type ConsultationCommand = Extract<keyof Handlers, `consultation.${string}`>;

/** Of the last ones; older ones are for the figures of the team. */
const TEAM_SIGNALS = 50;

/** The commands of the spreekuur on an open vault. */
export function consultationHandlers(
  vault: ConsultationVault,
  book: ConsultationBook,
): Pick<Handlers, ConsultationCommand> {
  const { me, deps } = vault;
  const { now, together, change, entryOf, walkInOf, make, putWalkIn, moveToHousehold, targetOf } = consultationWork(
    vault,
    book,
  );

  const teamDocument = vault.store.db
    .prepare<[], DocumentId>(`SELECT document_id FROM document WHERE kind = 'team' ORDER BY created_at_ms LIMIT 1`)
    .pluck();
  /** What the team gets: not who, not where it was said, not at which spreekuur. Without a team it stays here. */
  const shareSignal = (
    signalId: RecordId,
    signal: Required<Pick<RecordValues<'teamSignals'>, 'theme' | 'area' | 'text' | 'on'>>,
  ): void => {
    const team = teamDocument.get();
    // The same random id, so that it can be taken back; the spreekuur that it came from stays on this laptop.
    if (team !== undefined)
      change(team, (doc, writer) =>
        createRecord(doc, 'teamSignals', signal, { ...writer, nowMs: () => writer.nowMs(), newId: () => signalId }),
      );
  };
  const knownNames = knownNamesIn(vault.store);
  const teamSignals = () => {
    const team = teamDocument.get();
    const read = team === undefined ? null : vault.documents.read(team, (doc) => readRecords(doc, 'teamSignals'));
    if (read === null || !read.ok) return [];
    return read.value
      .map(({ id, values }) => ({
        signalId: id,
        theme: values.theme ?? ('' as const),
        area: values.area ?? '',
        text: values.text ?? '',
        on: values.on ?? '',
      }))
      .toSorted((a, b) => b.on.localeCompare(a.on))
      .slice(0, TEAM_SIGNALS);
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
          teamSignals: teamSignals(),
          later: shown(({ values }) => values.state === 'LATER'),
          unlinked: shown(
            ({ values }) => values.state === 'BEWAARD' && !values.conversationId && values.whoKind !== 'ANONIEM',
          ),
        });
      }),

    'consultation.plan': (input, call) => {
      if ('documentId' in input) {
        const { documentId } = input;
        return together(call, documentId, () => {
          entryOf(documentId);
          change(documentId, (doc, writer) =>
            setFields(doc, 'consultation', 'consultation', { cancelledAt: '' }, writer),
          );
          return { documentId };
        }) as ReturnType<Handlers['consultation.plan']>;
      }
      return storeResult(() =>
        ok({
          documentId: make(call, (doc, writer) => {
            const { place, context, area, on, from, until } = input;
            const planned = { plannedOn: on, plannedFrom: from, plannedUntil: until };
            createRecord(doc, 'consultation', { worker: me.userId, place, context, area, ...planned }, writer);
          }),
        }),
      );
    },

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

    'consultation.undo': ({ documentId, walkInId, unlinked }, call) =>
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
        const free = { ...back, householdDocument: '', conversationId: '', actionId: '' } as const;
        if (unlinked !== undefined) {
          const name = unlinked.name.trim();
          const whoKind = name === '' ? ('LEEG' as const) : ('LATER' as const);
          const nobody = { householdId: '', personId: '', whoKind, whoName: name } as const;
          const { state } = unlinked;
          change(documentId, (doc, writer) =>
            setFields(doc, 'walkIns', walkInId, { ...free, ...nobody, state }, writer),
          );
          return {};
        }
        change(documentId, (doc, writer) => {
          // One form: what stood in it meanwhile is put aside.
          for (const other of entry.walkIns)
            if (other.values.state === 'CONCEPT') setFields(doc, 'walkIns', other.walkInId, { state: 'LATER' }, writer);
          setFields(doc, 'walkIns', walkInId, { ...free, state: 'CONCEPT' }, writer);
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
          // Of a household made now it stays known that it was: taking the link back puts it away.
          setFields(doc, 'walkIns', walkInId, { whoKind: who.kind, state: 'BEWAARD' }, writer),
        );
        return { householdId: target.householdId };
      }),

    'consultation.signal': ({ documentId, theme, area, text, nobodyNamed }, call) =>
      together(call, documentId, () => {
        entryOf(documentId);
        const names = nobodyNamed ? [] : knownNames(text);
        const traces = nobodyNamed ? [] : personTraces(text);
        if (names.length + traces.length > 0) return { signalId: null, names, traces };
        const on = calendarDateAt(deps.clock.nowMs());
        const signalId = change(documentId, (doc, writer) =>
          createRecord(doc, 'areaSignals', { theme, area, text, on }, writer),
        );
        shareSignal(signalId, { theme, area, text, on });
        return { signalId, names: [], traces: [] };
      }) as ReturnType<Handlers['consultation.signal']>,

    'consultation.takeSignalBack': ({ documentId, signalId }, call) =>
      together(call, documentId, () => {
        const own = entryOf(documentId).signals.some(({ id }) => id === signalId);
        if (!own) throw new Refused({ tag: 'RecordMissing' });
        change(documentId, (doc, writer) => markDeleted(doc, 'areaSignals', signalId, writer));
        const team = teamDocument.get();
        if (team !== undefined)
          change(team, (doc, writer) => {
            if (readRecord(doc, 'teamSignals', signalId) !== null) markDeleted(doc, 'teamSignals', signalId, writer);
          });
        return {};
      }) as ReturnType<Handlers['consultation.takeSignalBack']>,
  };
}
