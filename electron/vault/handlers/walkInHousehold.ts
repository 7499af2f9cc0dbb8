/**
 * A walk-in as it stands in a household: a conversation that is vastgesteld, who was there, and its action. Writes
 * through the accessors, inside the change of the caller; the answer holds the ids that stay in the spreekuur.
 */
import type * as Y from 'yjs';
import type { WalkInForm } from '../../../shared/contract/commands/consultation.ts';
import { createRecord, markDeleted, replaceText, setFields, type Writer } from '../../../shared/documents/accessors.ts';
import { orderKeyAtEnd } from '../../../shared/documents/order.ts';
import { readRecord, readRecords, readText } from '../../../shared/documents/readers.ts';
import { calendarDateAt } from '../../../shared/domain/dates.ts';
import { newId, type DocumentId, type HouseholdId, type RecordId } from '../../../shared/domain/ids.ts';
import type { ChangeOptions } from '../documents/documentStore.ts';
import { openingWords } from '../documents/searchText.ts';
import type { DossierVault } from './dossierRows.ts';

export interface WalkInPlace {
  readonly place: string;
  readonly context: 'SCHOOL' | 'HUISARTS' | 'THUIS' | 'KANTOOR' | 'TEAM' | 'SENIOREN' | 'VOEDSELBANK' | 'TELEFOON';
  /** The moment the walk-in began. */
  readonly atMs: number;
}

export interface WrittenWalkIn {
  readonly conversationId: RecordId;
  readonly actionId: RecordId | null;
}

type Words = Pick<WalkInForm, 'question' | 'perspectives' | 'next' | 'what' | 'toUser' | 'toName' | 'dueOn'>;

/** Writes conversation, attendee and action. The person is one of this household, or null when nobody was named. */
export function writeWalkIn(
  doc: Y.Doc,
  writer: Writer,
  words: Words,
  personId: RecordId | null,
  at: WalkInPlace,
): WrittenWalkIn {
  const conversationId = createRecord(
    doc,
    'conversations',
    {
      date: calendarDateAt(at.atMs),
      context: at.context,
      place: at.place,
      author: writer.user,
      openPerspectives: [...words.perspectives],
    },
    writer,
  );
  const written = replaceText(doc, 'conversations', conversationId, 'whatIsGoingOn', words.question);
  if (!written.ok) throw new Error('the question of a walk-in is longer than a text may be');
  if (personId !== null) createRecord(doc, 'attendees', { conversationId, personId, capacity: 'INWONER' }, writer);
  const actionId = writeAction(doc, writer, words, personId, conversationId);
  // What somebody said is not changed once it is saved; what comes later is an Aanvulling.
  const finalizedAt = new Date(writer.nowMs()).toISOString();
  setFields(doc, 'conversations', conversationId, { finalizedAt, finalizedBy: writer.user }, writer);
  return { conversationId, actionId };
}

function writeAction(
  doc: Y.Doc,
  writer: Writer,
  words: Words,
  personId: RecordId | null,
  conversationId: RecordId,
): RecordId | null {
  const { next, toName, toUser } = words;
  if (next === '' || next === 'KLAAR') return null;
  const who =
    next === 'INWONER'
      ? ({ ladder: '1_ZELF', ...(personId === null ? {} : { whoPersonId: personId }) } as const)
      : next === 'IK'
        ? ({ ladder: '4_GEMEENTE', whoUser: writer.user } as const)
        : toUser !== ''
          ? ({ ladder: '4_GEMEENTE', whoUser: toUser } as const)
          : ({ ladder: '3_VOORLIGGEND', ...(toName === '' ? {} : { whoName: toName }) } as const);
  const [perspective] = words.perspectives;
  const ord = orderKeyAtEnd(readRecords(doc, 'actions').map(({ id, values }) => ({ id, ord: values.ord ?? '' })));
  return createRecord(
    doc,
    'actions',
    {
      conversationId,
      what: taskText(words),
      status: 'GEPLAND',
      ...who,
      ...(words.dueOn === '' ? {} : { dueOn: words.dueOn }),
      ...(perspective === undefined ? {} : { perspective }),
      ord,
    },
    writer,
  );
}

/** What is to be done; when nobody said it in so many words, the question itself. */
export function taskText({ what, question, next }: Pick<WalkInForm, 'what' | 'question' | 'next'>): string {
  if (what.trim() !== '') return what.trim();
  const words = openingWords(question);
  return `${next === 'DOORVERWIJZEN' ? 'Doorverwezen' : 'Terugkomen op'}: ${words || 'het gesprek op spreekuur'}`.slice(
    0,
    500,
  );
}

/** Takes what a walk-in wrote out of its household again, and answers its words. */
export function takeBackWalkIn(
  doc: Y.Doc,
  writer: Writer,
  ids: { readonly conversationId: string; readonly actionId: string },
): { question: string; what: string; dueOn: string; toName: string } {
  const question = readText(doc, 'conversations', ids.conversationId, 'whatIsGoingOn');
  const action = ids.actionId === '' ? null : readRecord(doc, 'actions', ids.actionId);
  if (readRecord(doc, 'conversations', ids.conversationId) !== null)
    markDeleted(doc, 'conversations', ids.conversationId, writer);
  if (action !== null) markDeleted(doc, 'actions', ids.actionId, writer);
  const { what = '', dueOn = '', whoName = '' } = action?.values ?? {};
  return { question, what, dueOn, toName: whoName };
}

export interface NewHousehold {
  readonly householdId: HouseholdId;
  readonly documentId: DocumentId;
  readonly personId: RecordId;
}

const TITLE = /^(?:mevrouw|mevr|mw|meneer|mijnheer|dhr|de heer|fam|familie|gezin)(?:\.|\s)/i;

/** First name and the rest. After a title no first name is known: "Mw. Van der Veen" is called just that. */
export function personNames(name: string): { readonly firstName: string; readonly lastName?: string } {
  const whole = name.trim();
  const [first = whole, ...others] = TITLE.test(whole) ? [whole] : whole.split(/\s+/);
  const lastName = others.join(' ').slice(0, 120);
  return { firstName: first.slice(0, 80), ...(lastName === '' ? {} : { lastName }) };
}

/** Makes a household of one name, with its restricted document, as `household.create` does. */
export function makeHouseholdShell(
  vault: DossierVault,
  name: string,
  area: string,
  options: ChangeOptions = {},
): NewHousehold {
  const { random } = vault.deps;
  const householdId = newId<HouseholdId>(random);
  const documentId = newId<DocumentId>(random);
  let personId: RecordId | null = null;
  vault.documents.create(
    [
      {
        documentId,
        householdId,
        kind: 'household',
        fill: (doc, writer) => {
          createRecord(
            doc,
            'household',
            { name, status: 'NIEUW', contactUser: vault.me.userId, ...(area === '' ? {} : { area }) },
            writer,
          );
          personId = createRecord(
            doc,
            'persons',
            {
              ...personNames(name),
              membership: 'WOONT_HIER',
              ord: orderKeyAtEnd([]),
            },
            writer,
          );
        },
      },
      {
        householdId,
        kind: 'restricted',
        fill: (doc, writer) => void createRecord(doc, 'safety', { householdDocument: documentId }, writer),
      },
    ],
    options,
  );
  if (personId === null) throw new Error('a new household without its first person');
  return { householdId, documentId, personId };
}
