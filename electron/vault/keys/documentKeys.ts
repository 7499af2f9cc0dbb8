/**
 * One random key per document and key epoch, from the moment the document exists: what is synced later is encrypted
 * with it, and giving somebody access is giving this key. Locally the rows lie in the encrypted database.
 */
import type { Random } from '../../../shared/deps.ts';
import type { DocumentId } from '../../../shared/domain/ids.ts';
import type { Store } from '../store/open.ts';
import { KEY_BYTES } from './kdf.ts';

export const FIRST_KEY_EPOCH = 0;

/** Makes and stores the first key of a new document, in the transaction that makes the document. */
export function createDocumentKey(
  store: Store,
  documentId: DocumentId,
  deps: { random: Random; madeAtMs: number },
): Uint8Array {
  const key = deps.random.bytes(KEY_BYTES);
  store.db
    .prepare('INSERT INTO document_key (document_id, key_epoch, key, made_at_ms) VALUES (?, ?, ?, ?)')
    .run(documentId, FIRST_KEY_EPOCH, Buffer.from(key), deps.madeAtMs);
  return key;
}

/** The key of one epoch, or of the newest; null when this device has none. */
export function readDocumentKey(
  store: Store,
  documentId: DocumentId,
  keyEpoch?: number,
): { readonly keyEpoch: number; readonly key: Uint8Array } | null {
  const row = store.db
    .prepare<[string, number | null], { key_epoch: number; key: Uint8Array }>(
      `SELECT key_epoch, key FROM document_key WHERE document_id = ?1 AND (?2 IS NULL OR key_epoch = ?2)
       ORDER BY key_epoch DESC LIMIT 1`,
    )
    .get(documentId, keyEpoch ?? null);
  return row === undefined ? null : { keyEpoch: row.key_epoch, key: Uint8Array.from(row.key) };
}
