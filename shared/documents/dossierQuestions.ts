/** The questions a household came with: own words with their additions, and the versions of the question behind. */
import type * as Y from 'yjs';
import { readRecords, type RecordView } from './readers.ts';
import { writtenOrder } from './writtenOrder.ts';

export interface HelpRequest {
  readonly request: RecordView<'helpRequests'>;
  /** Corrections and additions to the own words, oldest first. */
  readonly additions: readonly RecordView<'helpRequestAdditions'>[];
  /** Vraag achter de vraag: every version, the latest first. */
  readonly deeper: readonly RecordView<'deeperQuestions'>[];
}

/** All questions, the latest received first. */
export function readHelpRequests(doc: Y.Doc): HelpRequest[] {
  const additions = readRecords(doc, 'helpRequestAdditions').toSorted(writtenOrder(doc, 'helpRequestAdditions'));
  const deeper = readRecords(doc, 'deeperQuestions').toSorted(writtenOrder(doc, 'deeperQuestions'));
  const asked = writtenOrder(doc, 'helpRequests');
  return readRecords(doc, 'helpRequests')
    .map((request) => ({
      request,
      additions: additions.filter(({ values }) => values.helpRequestId === request.id),
      deeper: deeper.filter(({ values }) => values.helpRequestId === request.id).toReversed(),
    }))
    .toSorted(
      (a, b) =>
        -compare(a.request.values.receivedOn ?? '', b.request.values.receivedOn ?? '') || asked(b.request, a.request),
    );
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
