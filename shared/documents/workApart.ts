/**
 * Two people change one document without seeing each other, and then meet. For practice households and tests: what
 * comes out is a real merge, not an imitation of one.
 */
import * as Y from 'yjs';

export type Document = Y.Doc;

/** Plays `theirs` on a copy and `mine` on the document, both from the same start, and merges the copy in. */
export function workApart(doc: Document, mine: (doc: Document) => void, theirs: (copy: Document) => void): void {
  const copy = new Y.Doc();
  // Derived, so that the same start and the same changes give the same bytes.
  copy.clientID = unusedClient(doc);
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
  theirs(copy);
  mine(doc);
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(copy));
  copy.destroy();
}

/** The next number that nobody wrote with: yjs would give a copy that meets its own number a random one. */
function unusedClient(doc: Document): number {
  let client = doc.clientID === 1 ? 2 : doc.clientID - 1;
  while (doc.store.clients.has(client) || client === doc.clientID) client += client > doc.clientID ? 1 : -1;
  return client;
}
