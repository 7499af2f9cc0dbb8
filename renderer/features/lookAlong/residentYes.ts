/** What stays of a "Ja" at Klopt dit?: a small record, once a day for what was on screen, that can be taken away. */
import { createRecord, type Writer } from '../../../shared/documents/accessors.ts';
import { readRecords } from '../../../shared/documents/readers.ts';
import type { RecordId, UserId } from '../../../shared/domain/ids.ts';
import type { Replica } from '../../data/replica.ts';

const LONGEST = 200;

interface Yes {
  readonly goalId: RecordId | '';
  /** What was on screen, in the words of that moment; empty when there was no plan yet. */
  readonly about: string;
  readonly worker: UserId;
  readonly today: string;
}

/** Keeps the yes and answers its id; null when there was nothing on screen to agree with. */
export function keepYes(doc: Replica['doc'], { goalId, about, worker, today }: Yes, writer: Writer): RecordId | null {
  const words = about.slice(0, LONGEST);
  if (words.trim() === '') return null;
  const before = readRecords(doc, 'residentAgreements').find(
    ({ values }) => values.goalId === goalId && values.about === words && values.receivedOn === today,
  );
  if (before) return before.id as RecordId;
  const values = { goalId, about: words, saidBy: whoSitThere(doc, worker, today), receivedOn: today };
  return createRecord(doc, 'residentAgreements', values, writer);
}

/** The persons of the household who take part in the conversation that is being written today. */
function whoSitThere(doc: Replica['doc'], worker: UserId, today: string): string {
  const talk = readRecords(doc, 'conversations')
    .filter(({ values }) => !values.finalizedAt && values.author === worker && values.date === today)
    .at(-1);
  if (!talk) return '';
  const persons = new Map<string, string>(
    readRecords(doc, 'persons').map(({ id, values }) => [id, values.firstName ?? '']),
  );
  return readRecords(doc, 'attendees')
    .filter(({ values }) => values.conversationId === talk.id)
    .map(({ values }) => persons.get(values.personId ?? '') ?? '')
    .filter(Boolean)
    .join(', ')
    .slice(0, LONGEST);
}
