import { markDeleted, type Writer } from '../../../shared/documents/accessors.ts';
import { readRecords, readText } from '../../../shared/documents/readers.ts';
import type { RecordId } from '../../../shared/domain/ids.ts';
import type { Replica } from '../../data/replica.ts';

/** Lines that were begun and left without a word go when somebody is done with the conversation. */
export function dropEmptyLines(replica: Replica, conversationId: RecordId, writer: Writer): void {
  const empty = readRecords(replica.doc, 'lines').filter(
    ({ id, values }) =>
      values.conversationId === conversationId && readText(replica.doc, 'lines', id, 'text').trim() === '',
  );
  if (empty.length === 0) return;
  replica.change((doc) => {
    for (const { id } of empty) markDeleted(doc, 'lines', id, writer);
  });
}
