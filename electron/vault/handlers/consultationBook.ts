/**
 * What the spreekuren of this worker hold, read once and kept in memory while the vault is open: their documents are
 * small and many, and only the commands here write them. `forget` after every change; the next look reads it again.
 */
import type * as Y from 'yjs';
import type { Consultation, WalkIn, WalkInWho } from '../../../shared/contract/commands/consultation.ts';
import { readRecord, readRecords, type RecordView } from '../../../shared/documents/readers.ts';
import type { DocumentId, HouseholdId, RecordId } from '../../../shared/domain/ids.ts';
import type { DossierVault } from './dossierRows.ts';

export interface WalkInEntry {
  readonly walkInId: RecordId;
  readonly values: RecordView<'walkIns'>['values'];
  readonly atMs: number;
}

export interface ConsultationEntry {
  readonly consultation: Consultation;
  readonly cancelled: boolean;
  readonly walkIns: readonly WalkInEntry[];
  readonly signals: readonly RecordView<'areaSignals'>[];
}

export interface ConsultationBook {
  /** Every spreekuur that is not taken away, newest first. */
  all(): readonly ConsultationEntry[];
  one(documentId: DocumentId): ConsultationEntry | null;
  /** The one that is going on. */
  running(): ConsultationEntry | null;
  forget(documentId: DocumentId): void;
  /** A walk-in as screens see it: the words of one in a household are read from there. */
  show(entry: ConsultationEntry, walkIn: WalkInEntry): WalkIn;
}

/** Reads spreekuren of this vault. */
export function createConsultationBook(vault: DossierVault): ConsultationBook {
  const { documents } = vault;
  const { db } = vault.store;
  const kept = new Map<DocumentId, ConsultationEntry>();
  const ids = db
    .prepare<[], DocumentId>(
      `SELECT document_id FROM document WHERE kind = 'consultation' ORDER BY created_at_ms DESC, document_id`,
    )
    .pluck();
  const person = db
    .prepare<[string, string], string>(
      `SELECT trim(first_name || ' ' || last_name) FROM person WHERE household_id = ? AND person_id = ?`,
    )
    .pluck();
  const household = db.prepare<[string], string>(`SELECT name FROM household WHERE household_id = ?`).pluck();
  const excerpt = db
    .prepare<[string, string], string>(
      `SELECT excerpt FROM conversation WHERE household_id = ? AND conversation_id = ?`,
    )
    .pluck();
  const action = db.prepare<[string, string], { what: string; who: string; dueOn: string | null; status: string }>(
    `SELECT what, who, due_on AS dueOn, status FROM action WHERE household_id = ? AND action_id = ?`,
  );

  const one = (documentId: DocumentId): ConsultationEntry | null => {
    const known = kept.get(documentId);
    if (known !== undefined) return known;
    const read = documents.read(documentId, (doc) => entryOf(documentId, doc));
    if (!read.ok || read.value === null) return null;
    kept.set(documentId, read.value);
    return read.value;
  };
  const all = (): readonly ConsultationEntry[] =>
    ids.all().flatMap((documentId) => {
      const entry = one(documentId);
      return entry === null || entry.cancelled ? [] : [entry];
    });

  return {
    all,
    one,
    running: () =>
      all()
        .filter(({ consultation }) => consultation.startedAtMs !== null && consultation.endedAtMs === null)
        .sort((a, b) => (b.consultation.startedAtMs ?? 0) - (a.consultation.startedAtMs ?? 0))[0] ?? null,
    forget: (documentId) => void kept.delete(documentId),
    show({ consultation }, { walkInId, values, atMs }) {
      const householdId = (values.householdId || null) as HouseholdId | null;
      const linked = (values.conversationId ?? '') !== '' && householdId !== null;
      const agreed = linked && values.actionId ? action.get(householdId, values.actionId) : undefined;
      return {
        documentId: consultation.documentId,
        walkInId,
        atMs,
        place: consultation.place,
        state: values.state ?? 'BEWAARD',
        linked,
        conversationId: (values.conversationId || null) as RecordId | null,
        householdDocument: (values.householdDocument || null) as DocumentId | null,
        who: whoOf(values, linked, (id, personId) => person.get(id, personId) ?? household.get(id) ?? ''),
        question: linked ? (excerpt.get(householdId, values.conversationId ?? '') ?? '') : (values.question ?? ''),
        perspectives: values.perspectives ?? [],
        next: values.next ?? '',
        what: agreed?.what ?? values.what ?? '',
        toUser: (values.toUser ?? '') as WalkIn['toUser'],
        toName: agreed?.who ?? values.toName ?? '',
        dueOn: agreed?.dueOn ?? values.dueOn ?? '',
        taskStatus: (agreed?.status as WalkIn['taskStatus'] | undefined) ?? values.taskStatus ?? 'GEPLAND',
      };
    },
  };
}

function whoOf(
  values: WalkInEntry['values'],
  linked: boolean,
  nameOf: (householdId: string, personId: string) => string,
): WalkInWho {
  const kind = values.whoKind ?? 'LEEG';
  const name = values.whoName ?? '';
  if ((kind === 'BEKEND' || linked) && values.householdId) {
    const householdId = values.householdId as string as HouseholdId;
    const personId = (values.personId || null) as RecordId | null;
    return { kind: 'BEKEND', householdId, personId, label: nameOf(householdId, personId ?? '') };
  }
  if (kind === 'NIEUW' || kind === 'LATER') return { kind, name };
  return { kind: kind === 'ANONIEM' ? 'ANONIEM' : 'LEEG' };
}

function entryOf(documentId: DocumentId, doc: Y.Doc): ConsultationEntry | null {
  const view = readRecord(doc, 'consultation', 'consultation');
  if (view === null) return null;
  const { values } = view;
  const walkIns = readRecords(doc, 'walkIns').map((walkIn) => ({
    walkInId: walkIn.id,
    values: walkIn.values,
    atMs: Date.parse(walkIn.values.at ?? '') || walkIn.createdMinute * 60_000,
  }));
  return {
    consultation: {
      documentId,
      place: values.place ?? '',
      context: values.context ?? 'KANTOOR',
      area: values.area ?? '',
      plannedOn: values.plannedOn ?? '',
      plannedFrom: values.plannedFrom ?? '',
      plannedUntil: values.plannedUntil ?? '',
      startedAtMs: instantOf(values.startedAt),
      endedAtMs: instantOf(values.endedAt),
    },
    cancelled: (values.cancelledAt ?? '') !== '',
    walkIns: walkIns.sort((a, b) => b.atMs - a.atMs || (a.walkInId < b.walkInId ? 1 : -1)),
    signals: readRecords(doc, 'areaSignals'),
  };
}

const instantOf = (text: string | undefined): number | null => (text ? Date.parse(text) : null);
