/** One change on a replica, pushed as a screen does. */
import * as Y from 'yjs';
import type { Client } from '../../shared/contract/client.ts';
import { newWriter, type Writer } from '../../shared/documents/accessors.ts';
import type { DocumentId, UserId } from '../../shared/domain/ids.ts';

export interface Worker {
  readonly userId: UserId;
  readonly nowMs: number;
  readonly random: () => number;
}

/** Answers the tag that came back, or null when it was told as saved. */
export async function pushChange(
  client: Client,
  documentId: DocumentId,
  doc: Y.Doc,
  worker: Worker,
  change: (doc: Y.Doc, writer: Writer) => void,
): Promise<string | null> {
  const bytes = (length: number): Uint8Array => Uint8Array.from({ length }, () => Math.floor(worker.random() * 256));
  const writer = newWriter(worker.userId, { nowMs: () => worker.nowMs }, { bytes });
  const before = Y.encodeStateVector(doc);
  doc.transact(() => change(doc, writer));
  const update = Y.encodeStateAsUpdate(doc, before);
  const answer = await client.call('document.push', { documentId, update });
  return answer.ok ? null : answer.error.tag;
}
