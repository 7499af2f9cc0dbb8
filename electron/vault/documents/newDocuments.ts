/** Makes documents: bytes, a random key, rows and search entries exist together or not at all. */
import * as Y from 'yjs';
import type { Me } from '../../../shared/contract/commands/session.ts';
import type { Clock, Random } from '../../../shared/deps.ts';
import { newWriter, type Writer } from '../../../shared/documents/accessors.ts';
import { DOC_SCHEMA_MAJOR, type DocumentKind } from '../../../shared/documents/schema.ts';
import { newId, type DocumentId, type HouseholdId } from '../../../shared/domain/ids.ts';
import type { DocumentFacts } from './documentLog.ts';
import { allRecords } from './projector.ts';
import type { DocumentParts } from './rebuildProjection.ts';

export interface NewDocument {
  readonly documentId?: DocumentId;
  readonly householdId: HouseholdId;
  readonly kind: DocumentKind;
  /** Fills the empty document through the accessors. */
  readonly fill: (doc: Y.Doc, writer: Writer) => void;
  /** When it was made; now, when absent. */
  readonly createdAtMs?: number;
}

export interface CreationParts extends DocumentParts {
  readonly me: Pick<Me, 'userId' | 'deviceId'>;
  readonly clock: Clock;
  readonly random: Random;
}

/** `inTransaction` runs before the commit. Throws StoreFailure, and then nothing was made. */
export function createDocuments(
  parts: CreationParts,
  documents: readonly NewDocument[],
  inTransaction?: () => void,
): DocumentFacts[] {
  const { store, log, projector, index, me, random } = parts;
  const made = documents.map((wanted) => filled(parts, wanted));
  try {
    store.transaction(() => {
      for (const { facts, createdAtMs, doc } of made) {
        const row = { ...facts, createdBy: me.userId, createdOnDevice: me.deviceId, createdAtMs };
        log.add(row, Y.encodeStateAsUpdate(doc), random);
        const records = allRecords(doc);
        projector.apply(facts, doc, records);
        if (facts.kind === 'household') index.indexDocument(facts.documentId, facts.householdId, doc, records);
      }
      inTransaction?.();
    });
  } finally {
    for (const { doc } of made) doc.destroy();
  }
  return made.map(({ facts }) => facts);
}

function filled({ shadows, me, clock, random }: CreationParts, wanted: NewDocument) {
  const doc = shadows.emptyDocument();
  wanted.fill(doc, newWriter(me.userId, clock, random, 'decision'));
  const facts: DocumentFacts = {
    documentId: wanted.documentId ?? newId<DocumentId>(random),
    householdId: wanted.householdId,
    kind: wanted.kind,
    schemaMajor: DOC_SCHEMA_MAJOR,
  };
  return { facts, createdAtMs: wanted.createdAtMs ?? clock.nowMs(), doc };
}
