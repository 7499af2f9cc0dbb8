/** For tests: a store in a temporary folder, with a row or two. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DocumentId } from '../../../shared/domain/ids.ts';
import { openStore, type OpenStoreError, type OpenStoreOptions, type Store } from './open.ts';
import { document, documentUpdate } from './schema.ts';

export const TEST_KEY: Uint8Array = new Uint8Array(32).fill(7);
export const TEST_START_MS = 1_790_000_000_000;

export interface TestStore {
  readonly folder: string;
  readonly file: string;
  readonly clock: { nowMs(): number; advance(ms: number): void };
  readonly events: string[];
  /** Opens the store; throws the tag when that fails. */
  open(options?: Partial<OpenStoreOptions>): Store;
  /** The tag that opening answers with, or 'ok' (and the store is closed again). */
  outcome(options?: Partial<OpenStoreOptions>): OpenStoreError['tag'] | 'ok';
  /** Closes what is open and removes the folder. */
  end(): void;
}

export function createTestStore(): TestStore {
  const folder = mkdtempSync(join(tmpdir(), 'samenspel-store-'));
  const file = join(folder, 'vault.db');
  const opened: Store[] = [];
  const events: string[] = [];
  let nowMs = TEST_START_MS;
  const clock = {
    nowMs: () => nowMs,
    advance: (ms: number) => {
      nowMs += ms;
    },
  };
  const attempt = (options: Partial<OpenStoreOptions>) =>
    openStore({
      file,
      key: TEST_KEY,
      clock,
      logger: { event: (name) => events.push(name) },
      appVersion: '0.1.0',
      ...options,
    });
  return {
    folder,
    file,
    clock,
    events,
    open(options = {}) {
      const result = attempt(options);
      if (!result.ok) throw new Error(result.error.tag);
      opened.push(result.value);
      return result.value;
    },
    outcome(options = {}) {
      const result = attempt(options);
      if (!result.ok) return result.error.tag;
      result.value.close();
      return 'ok';
    },
    end() {
      for (const store of opened) store.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export const TEST_DOCUMENT = 'd'.repeat(32) as DocumentId;

/** One document, so that updates have something to belong to. */
export function addDocument(store: Store): void {
  store.transaction(() =>
    store.orm
      .insert(document)
      .values({
        documentId: TEST_DOCUMENT,
        householdId: 'a'.repeat(32),
        kind: 'household',
        createdBy: 'b'.repeat(32),
        createdOnDevice: 'c'.repeat(32),
        createdAtMs: 1,
        schemaMajor: 1,
        docGeneration: 0,
      })
      .onConflictDoNothing()
      .run(),
  );
}

/** Saves one change of a document, as one transaction. */
export function addUpdate(store: Store, text: string): void {
  store.transaction(() =>
    store.orm
      .insert(documentUpdate)
      .values({ documentId: TEST_DOCUMENT, bytes: Buffer.from(text), sealed: false, madeAtMs: 1 })
      .run(),
  );
}

/** The texts of the saved changes, in order. */
export function updatesIn(store: Store): readonly string[] {
  return store.orm
    .select({ bytes: documentUpdate.bytes })
    .from(documentUpdate)
    .orderBy(documentUpdate.seq)
    .all()
    .map((row) => row.bytes.toString());
}
