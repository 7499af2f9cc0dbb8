/** The questions a household came with: own words with their additions, and the versions of the question behind. */
import type * as Y from 'yjs';
import { readRecords, type RecordView } from './readers.ts';

export interface HelpRequest {
  readonly request: RecordView<'helpRequests'>;
  /** Corrections and additions to the own words, oldest first. */
  readonly additions: readonly RecordView<'helpRequestAdditions'>[];
  /** Vraag achter de vraag: every version, the latest first. */
  readonly deeper: readonly RecordView<'deeperQuestions'>[];
}

const byWritten = (
  a: RecordView<'helpRequestAdditions'> | RecordView<'deeperQuestions'>,
  b: RecordView<'helpRequestAdditions'> | RecordView<'deeperQuestions'>,
): number => a.createdMinute - b.createdMinute || (a.id < b.id ? -1 : 1);

/** All questions, the latest received first. */
export function readHelpRequests(doc: Y.Doc): HelpRequest[] {
  const additions = readRecords(doc, 'helpRequestAdditions');
  const deeper = readRecords(doc, 'deeperQuestions');
  return readRecords(doc, 'helpRequests')
    .map((request) => ({
      request,
      additions: additions.filter(({ values }) => values.helpRequestId === request.id).toSorted(byWritten),
      deeper: deeper
        .filter(({ values }) => values.helpRequestId === request.id)
        .toSorted(byWritten)
        .toReversed(),
    }))
    .toSorted(
      (a, b) =>
        -compare(a.request.values.receivedOn ?? '', b.request.values.receivedOn ?? '') ||
        compare(a.request.id, b.request.id),
    );
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
