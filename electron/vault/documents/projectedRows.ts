/**
 * The rows that lists show, made from records. Pure: the same document gives the same rows on every device.
 * Readers supply the defaults here; documents only hold what somebody wrote.
 */
import type * as Y from 'yjs';
import { readRegisseur } from '../../../shared/documents/dossierDecisions.ts';
import { readRecord, readText, type RecordView } from '../../../shared/documents/readers.ts';
import type { ActionStatus } from '../../../shared/domain/codes.ts';
import { calendarDateAt } from '../../../shared/domain/dates.ts';
import type { DocumentFacts } from './documentLog.ts';
import { foldedWords, openingWords } from './searchText.ts';

const CLOSED: readonly ActionStatus[] = ['KLAAR', 'NIET_GELUKT', 'VERVALLEN'];

const flag = (value: boolean): 0 | 1 => (value ? 1 : 0);
const orNull = (text: string | undefined): string | null => (text === undefined || text === '' ? null : text);
const minuteToMs = (minute: number): number => minute * 60_000;

/** Fields, or a deletion beside an edit, that wait for a person to choose. A deleted record asks nothing. */
export function openChoices(view: RecordView): number {
  if (view.deleted) return 0;
  return Object.keys(view.conflicts).length + (view.deletedBesideEdit ? 1 : 0);
}

export function personRow(facts: DocumentFacts, view: RecordView<'persons'>) {
  const { values } = view;
  return {
    documentId: facts.documentId,
    personId: view.id,
    householdId: facts.householdId,
    firstName: values.firstName ?? '',
    lastName: values.lastName ?? '',
    birthDate: values.birthDate ?? '',
    membership: values.membership ?? 'WOONT_HIER',
    role: values.role ?? '',
    ord: values.ord ?? '',
    deleted: flag(view.deleted),
    openChoices: openChoices(view),
  };
}

export function conversationRow(facts: DocumentFacts, view: RecordView<'conversations'>, doc: Y.Doc) {
  const { values } = view;
  return {
    documentId: facts.documentId,
    conversationId: view.id,
    householdId: facts.householdId,
    date: values.date ?? calendarDateAt(minuteToMs(view.createdMinute)),
    context: values.context ?? 'KANTOOR',
    place: values.place ?? '',
    author: values.author ?? view.createdBy ?? '',
    finalized: flag((values.finalizedAt ?? '') !== ''),
    excerpt: openingWords(readText(doc, 'conversations', view.id, 'whatIsGoingOn')),
    nextContactOn: orNull(values.nextContactOn),
    teamOnly: flag(values.teamOnly ?? false),
    deleted: flag(view.deleted),
    openChoices: openChoices(view),
    changedAtMs: minuteToMs(view.changedMinute),
  };
}

export function actionRow(facts: DocumentFacts, view: RecordView<'actions'>) {
  const { values } = view;
  const status = values.status ?? 'GEPLAND';
  return {
    documentId: facts.documentId,
    actionId: view.id,
    householdId: facts.householdId,
    conversationId: orNull(values.conversationId),
    what: values.what ?? '',
    ladder: orNull(values.ladder),
    who: values.whoName ?? '',
    whoPersonId: values.whoPersonId ?? '',
    whoUser: values.whoUser ?? '',
    perspective: orNull(values.perspective),
    dueOn: orNull(values.dueOn),
    status,
    open: flag(!view.deleted && !CLOSED.includes(status)),
    ord: values.ord ?? '',
    deleted: flag(view.deleted),
    openChoices: openChoices(view),
    changedAtMs: minuteToMs(view.changedMinute),
  };
}

export function visitRow(facts: DocumentFacts, view: RecordView<'visits'>) {
  const { values } = view;
  return {
    documentId: facts.documentId,
    visitId: view.id,
    householdId: facts.householdId,
    onDate: values.on ?? '',
    fromTime: values.from ?? '',
    worker: values.worker ?? '',
    planned: flag(!view.deleted && (values.on ?? '') !== '' && !values.conversationId),
  };
}

/** What other rows say about a household: counted in SQL, so that it costs as little in a large dossier. */
export interface HouseholdFacts {
  readonly personNames: string;
  readonly personCount: number;
  readonly lastConversationOn: string | null;
  readonly openChoices: number;
  readonly nextAction: { readonly date: string; readonly what: string } | null;
  readonly nextContactOn: string | null;
}

export const PLANNED_CONTACT = 'Volgend contact';
export const FINGER_ON_THE_PULSE = 'Vinger aan de pols: vraag hoe het gaat';

/** Null while the document holds no household: it cannot be shown. */
export function householdRow(facts: DocumentFacts, doc: Y.Doc, around: HouseholdFacts) {
  const view = readRecord(doc, 'household', 'household');
  if (view === null) return null;
  const { values } = view;
  const address = addressLine(values);
  const ownContact = orNull(values.nextContactOn);
  // A conversation on or after the planned day is that contact.
  const contactStands = ownContact !== null && (around.lastConversationOn ?? '') < ownContact;
  // What the household plans later takes the place of the contact in a report.
  const moved = contactStands && (around.nextContactOn ?? '') < ownContact;
  const contact = moved ? ownContact : earliest(contactStands ? ownContact : null, around.nextContactOn);
  const actionFirst = around.nextAction !== null && (contact === null || around.nextAction.date <= contact);
  return {
    householdId: facts.householdId,
    documentId: facts.documentId,
    name: values.name ?? '',
    folded: ` ${foldedWords([values.name ?? '', address, values.area ?? '', values.postcode ?? '', around.personNames].join(' ')).join(' ')}`,
    address,
    area: values.area ?? '',
    status: values.status ?? 'NIEUW',
    regisseur: readRegisseur(doc).user,
    contactUser: values.contactUser ?? '',
    shielded: flag(values.shielded ?? false),
    personCount: around.personCount,
    nextContactOn: contactStands ? ownContact : null,
    nextDate: actionFirst ? (around.nextAction?.date ?? null) : contact,
    nextWhat: actionFirst
      ? (around.nextAction?.what ?? null)
      : contact === null
        ? null
        : contact === ownContact && values.status === 'VINGER_AAN_DE_POLS'
          ? FINGER_ON_THE_PULSE
          : PLANNED_CONTACT,
    lastConversationOn: around.lastConversationOn,
    archived: flag((values.archivedAt ?? '') !== ''),
    openChoices: around.openChoices,
    changedAtMs: minuteToMs(view.changedMinute),
  };
}

function addressLine(values: RecordView<'household'>['values']): string {
  const street = [values.street, values.houseNumber].filter((part) => part !== undefined && part !== '').join(' ');
  return [street, values.city].filter((part) => part !== undefined && part !== '').join(', ');
}

function earliest(a: string | null, b: string | null): string | null {
  if (a === null || b === null) return a ?? b;
  return a < b ? a : b;
}
