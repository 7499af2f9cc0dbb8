/**
 * What search can find of a record, and in whose voice. Null: nothing to find, because the record is gone, empty or of
 * a kind that is not searched. Restricted documents have no searchable kind at all.
 */
import type * as Y from 'yjs';
import { readRecord, readRecords, readText, type RecordView } from '../../../shared/documents/readers.ts';
import { ruleOfKind } from '../../../shared/documents/schema.ts';
import type { Perspective } from '../../../shared/domain/codes.ts';
import { calendarDateAt } from '../../../shared/domain/dates.ts';

export const SEARCHED_KINDS = [
  'household',
  'persons',
  'conversations',
  'lines',
  'actions',
  'addenda',
  'helpRequests',
  'goals',
  'networkContacts',
] as const;
export type SearchedKind = (typeof SEARCHED_KINDS)[number];

export const isSearched = (kind: string): kind is SearchedKind => (SEARCHED_KINDS as readonly string[]).includes(kind);

export interface Searchable {
  /** A name or what was agreed; '' when the hit is named after its household. */
  readonly title: string;
  /** The words of it, as they were written. */
  readonly body: string;
  /** Words that find it and that are not shown in its context, such as a phone number without spaces. */
  readonly extra: string;
  readonly voice: 'worker' | 'resident';
  readonly date: string | null;
  readonly conversationId: string | null;
  readonly personId: string | null;
  /** Perspectives it is about, to narrow a search down with. */
  readonly perspectives: readonly Perspective[];
  readonly changedMinute: number;
}

const NOTHING = {
  title: '',
  extra: '',
  voice: 'worker',
  date: null,
  conversationId: null,
  personId: null,
  perspectives: [],
} as const;

/** Reads one record of a household document for search. */
export function searchableOf(doc: Y.Doc, kind: SearchedKind, id: string): Searchable | null {
  switch (kind) {
    case 'household':
      return ofHousehold(readRecord(doc, kind, id));
    case 'persons':
      return ofPerson(readRecord(doc, kind, id));
    case 'conversations':
      return ofConversation(doc, readRecord(doc, kind, id));
    case 'lines':
      return ofLine(doc, readRecord(doc, kind, id));
    case 'actions':
      return ofAction(doc, readRecord(doc, kind, id));
    case 'addenda':
      return ofAddendum(doc, readRecord(doc, kind, id));
    case 'helpRequests':
      return ofHelpRequest(doc, readRecord(doc, kind, id));
    case 'goals':
      return ofGoal(readRecord(doc, kind, id));
    case 'networkContacts':
      return ofContact(readRecord(doc, kind, id));
  }
}

function ofHousehold(view: RecordView<'household'> | null): Searchable | null {
  if (view === null) return null;
  const { name = '', street = '', houseNumber = '', postcode = '', city = '', area = '' } = view.values;
  return {
    ...NOTHING,
    title: name,
    body: joined([`${street} ${houseNumber}`, `${postcode} ${city}`, area]),
    extra: postcode.replace(/\s+/g, ''),
    changedMinute: view.changedMinute,
  };
}

function ofPerson(view: RecordView<'persons'> | null): Searchable | null {
  if (view === null || view.deleted) return null;
  const { firstName = '', lastName = '', relation = '', phone = '', email = '' } = view.values;
  return {
    ...NOTHING,
    title: `${firstName} ${lastName}`.trim(),
    body: joined([relation, phone, email]),
    extra: phone.replace(/\D+/g, ''),
    changedMinute: view.changedMinute,
  };
}

function ofConversation(doc: Y.Doc, view: RecordView<'conversations'> | null): Searchable | null {
  if (view === null || view.deleted) return null;
  const sections = ruleOfKind('conversations')?.sections ?? [];
  const texts = sections.map((section) => readText(doc, 'conversations', view.id, section));
  return {
    ...NOTHING,
    body: joined([...texts, view.values.purpose ?? '', view.values.place ?? '']),
    perspectives: view.values.openPerspectives ?? [],
    date: dateOf(view),
    conversationId: view.id,
    changedMinute: view.changedMinute,
  };
}

function ofLine(doc: Y.Doc, view: RecordView<'lines'> | null): Searchable | null {
  if (view === null || view.deleted) return null;
  const conversation = conversationOf(doc, view.values.conversationId);
  if (conversation === null) return null;
  return {
    ...NOTHING,
    title: view.values.speakerName ?? '',
    body: readText(doc, 'lines', view.id, 'text'),
    perspectives: oneOrNone(view.values.perspective),
    voice: view.values.kind === 'CITAAT' ? 'resident' : 'worker',
    date: dateOf(conversation),
    conversationId: conversation.id,
    personId: view.values.speakerPersonId || null,
    changedMinute: view.changedMinute,
  };
}

function ofAction(doc: Y.Doc, view: RecordView<'actions'> | null): Searchable | null {
  if (view === null || view.deleted) return null;
  const conversation = conversationOf(doc, view.values.conversationId);
  return {
    ...NOTHING,
    title: view.values.what ?? '',
    body: joined([view.values.whoName ?? '', view.values.beneficiaryName ?? '', view.values.statusReason ?? '']),
    perspectives: oneOrNone(view.values.perspective),
    date: conversation === null ? calendarDateAt(view.createdMinute * 60_000) : dateOf(conversation),
    conversationId: conversation?.id ?? null,
    personId: view.values.whoPersonId || null,
    changedMinute: view.changedMinute,
  };
}

function ofAddendum(doc: Y.Doc, view: RecordView<'addenda'> | null): Searchable | null {
  if (view === null || view.deleted) return null;
  const conversation = conversationOf(doc, view.values.conversationId);
  if (conversation === null) return null;
  return {
    ...NOTHING,
    body: readText(doc, 'addenda', view.id, 'text'),
    date: view.values.writtenOn ?? dateOf(conversation),
    conversationId: conversation.id,
    changedMinute: view.changedMinute,
  };
}

/** The own words with what was added to them and the question behind. */
function ofHelpRequest(doc: Y.Doc, view: RecordView<'helpRequests'> | null): Searchable | null {
  if (view === null || view.deleted) return null;
  const parts = [...readRecords(doc, 'helpRequestAdditions'), ...readRecords(doc, 'deeperQuestions')].filter(
    ({ values }) => values.helpRequestId === view.id,
  );
  return {
    ...NOTHING,
    title: view.values.saidByName ?? '',
    body: joined([view.values.words ?? '', ...parts.map(({ values }) => values.text ?? '')]),
    voice: 'resident',
    date: view.values.receivedOn ?? calendarDateAt(view.createdMinute * 60_000),
    personId: view.values.saidByPersonId || null,
    changedMinute: view.changedMinute,
  };
}

function ofGoal(view: RecordView<'goals'> | null): Searchable | null {
  if (view === null || view.deleted) return null;
  const { text = '', ownerName = '', ownerPersonId = '', why = '', howWeKnow = '', statusReason = '' } = view.values;
  return {
    ...NOTHING,
    title: text,
    body: joined([ownerName, why, howWeKnow, statusReason]),
    perspectives: oneOrNone(view.values.perspective),
    voice: 'resident',
    date: calendarDateAt(view.createdMinute * 60_000),
    personId: ownerPersonId || null,
    changedMinute: view.changedMinute,
  };
}

function ofContact(view: RecordView<'networkContacts'> | null): Searchable | null {
  if (view === null || view.deleted) return null;
  const { name = '', organisation = '', canDo = '', phone = '', personId = '' } = view.values;
  return {
    ...NOTHING,
    title: name,
    body: joined([organisation, canDo, phone]),
    extra: phone.replace(/\D+/g, ''),
    date: calendarDateAt(view.createdMinute * 60_000),
    personId: personId || null,
    changedMinute: view.changedMinute,
  };
}

const oneOrNone = (perspective: Perspective | '' | undefined): readonly Perspective[] =>
  perspective ? [perspective] : [];

/** The conversation a record belongs to, also a deleted one: searching leaves out what is in those. */
function conversationOf(doc: Y.Doc, id: string | undefined): RecordView<'conversations'> | null {
  return id === undefined || id === '' ? null : readRecord(doc, 'conversations', id);
}

const dateOf = (view: RecordView<'conversations'>): string =>
  view.values.date ?? calendarDateAt(view.createdMinute * 60_000);
const joined = (parts: readonly string[]): string =>
  parts
    .map((part) => part.trim())
    .filter(Boolean)
    .join('\n');
