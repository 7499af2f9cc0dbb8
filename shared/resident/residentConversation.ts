/**
 * One conversation as a resident may take it home: when, who was there, the summary that was agreed on the spot, and
 * what was agreed. The note itself, its lines and what was written per perspective stay inside.
 */
import type { Document } from '../documents/workApart.ts';
import { readRecord, readRecords, readText } from '../documents/readers.ts';
import { actionReader, isForTeam, type ResidentAction } from './residentActions.ts';
import { peopleOf } from './residentPeople.ts';
import type { ResidentOptions } from './residentView.ts';

export interface ResidentConversation {
  readonly date: string;
  readonly present: readonly string[];
  readonly author: string;
  readonly summary: string;
  /** The day on which it was read and agreed together; '' when it was not. */
  readonly agreedOn: string;
  readonly actions: readonly ResidentAction[];
  readonly nextContactOn: string;
  readonly twoVersions: boolean;
}

/** Null when there is no such conversation, or it is for the team only. */
export function residentConversation(
  doc: Document,
  conversationId: string,
  { nameOf }: ResidentOptions,
): ResidentConversation | null {
  const view = readRecord(doc, 'conversations', conversationId);
  if (view === null || view.deleted || isForTeam(view)) return null;
  const people = peopleOf(doc);
  const { values, conflicts } = view;
  const actions = actionReader(
    doc,
    people,
    nameOf,
  )(readRecords(doc, 'actions').filter((action) => action.values.conversationId === conversationId));
  const present = readRecords(doc, 'attendees').flatMap((attendee) => {
    if (attendee.values.conversationId !== conversationId) return [];
    const name = people.nameOf(attendee.values.personId, attendee.values.name);
    return name === '' ? [] : [name];
  });
  return {
    date: values.date ?? '',
    present,
    author: values.author === undefined ? '' : nameOf(values.author),
    summary: readText(doc, 'conversations', conversationId, 'summary').trim(),
    agreedOn: values.summaryAgreedOn ?? '',
    actions,
    nextContactOn: values.nextContactOn ?? '',
    twoVersions:
      conflicts.date !== undefined ||
      conflicts.nextContactOn !== undefined ||
      actions.some((action) => action.twoVersions),
  };
}
