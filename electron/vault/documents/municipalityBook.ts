/**
 * Where the gemeenteprofiel and the sociale kaart are at this moment, and what the profile says.
 *
 * In use is the team document as soon as it is here; before that a local document of the same kinds, made when first
 * needed and never shared. The profile is read from its row, and checked again only when the row holds another file.
 */
import type * as Y from 'yjs';
import type { Writer } from '../../../shared/documents/accessors.ts';
import { defaultProfile } from '../../../shared/domain/defaultProfile.ts';
import { readKeptProfile, type Gemeenteprofiel } from '../../../shared/domain/gemeenteprofiel.ts';
import { newId, type DocumentId, type HouseholdId } from '../../../shared/domain/ids.ts';
import type { ErrorOf } from '../../../shared/errors.ts';
import type { Result } from '../../../shared/result.ts';
import type { OpenVault } from '../openVault.ts';
import type { PreparedRecords } from './preparedRecords.ts';

export interface MunicipalityRow {
  readonly file: string;
  readonly changedBy: string;
  readonly changedAtMs: number;
}

export interface MunicipalityBook {
  /** The document in use; null when there is none yet. */
  inUse(): DocumentId | null;
  /** The local document, also when the team's is in use: what this worker had before. */
  own(): DocumentId | null;
  /** The profile in use; the standard one while nobody set another. */
  profile(): Gemeenteprofiel;
  /** The stored file behind it, or null. */
  row(): MunicipalityRow | null;
  /** Changes the document in use, making the local one when there is none. Throws StoreFailure. */
  change<T, E>(
    edit: (doc: Y.Doc, writer: Writer) => Result<T, E>,
    inTransaction: () => void,
  ): Result<T, E | ErrorOf<'DocumentMissing' | 'DocumentReadOnly' | 'DatabaseDamaged'>>;
  /** Takes many prepared records into the document in use, made when there is none. Throws StoreFailure. */
  takeIn(
    prepared: PreparedRecords,
    inTransaction: () => void,
  ): Result<null, ErrorOf<'DocumentMissing' | 'DocumentReadOnly' | 'DatabaseDamaged'>>;
}

/** Asks the store; `documents` is asked late, because the store of documents itself asks for the terms. */
export function createMunicipalityBook(
  vault: Pick<OpenVault, 'store' | 'deps'>,
  documents: () => OpenVault['documents'],
): MunicipalityBook {
  const { store, deps } = vault;
  const { db } = store;
  const ofTeam = db
    .prepare<[], DocumentId>('SELECT document_id FROM document WHERE document_id = (SELECT team_room FROM team)')
    .pluck();
  const local = db
    .prepare<[], DocumentId>(
      `SELECT document_id FROM document WHERE kind = 'team' AND document_id NOT IN (SELECT team_room FROM team)
       ORDER BY created_at_ms, document_id LIMIT 1`,
    )
    .pluck();
  const stored = db.prepare<[string], MunicipalityRow>(
    'SELECT file, changed_by AS changedBy, changed_at_ms AS changedAtMs FROM municipality WHERE document_id = ?',
  );
  const keepHere = db.prepare<[string]>('INSERT INTO room_sync (room, shared) VALUES (?, 0) ON CONFLICT DO NOTHING');
  let read: { readonly file: string; readonly profile: Gemeenteprofiel } | null = null;

  const own = (): DocumentId | null => local.get() ?? null;
  const inUse = (): DocumentId | null => ofTeam.get() ?? own();
  const row = (): MunicipalityRow | null => {
    const documentId = inUse();
    const found = documentId === null ? undefined : stored.get(documentId);
    return found === undefined || found.file === '' ? null : found;
  };

  return {
    inUse,
    own,
    row,
    profile() {
      const file = row()?.file;
      if (file === undefined) return defaultProfile;
      if (read?.file !== file) read = { file, profile: readKeptProfile(file) ?? defaultProfile };
      return read.profile;
    },
    change(edit, inTransaction) {
      return inDocument((documentId) => documents().change(documentId, edit, { inTransaction }));
    },
    takeIn(prepared, inTransaction) {
      return inDocument((documentId) => documents().takeIn(documentId, prepared, { inTransaction }));
    },
  };

  /** The document in use, or a new local one that stays only when `act` is done with it. */
  function inDocument<T>(act: (documentId: DocumentId) => T): T {
    const known = inUse();
    if (known !== null) return act(known);
    const documentId = newId<DocumentId>(deps.random);
    return store.transaction(() => {
      documents().create([
        { documentId, householdId: newId<HouseholdId>(deps.random), kind: 'team', fill: () => undefined },
      ]);
      keepHere.run(documentId);
      return act(documentId);
    });
  }
}
