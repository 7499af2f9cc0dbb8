/**
 * The open replicas of this screen: one per document, shared by the components that use it.
 *
 * Promises: hiding and locking first push everything that is typed, then nothing readable is left here. What could
 * not be pushed before a hide waits as encoded changes and goes along as soon as the document is open again; a lock
 * forgets that too.
 */
import type { DocumentId } from '../../shared/domain/ids.ts';
import type { Result } from '../../shared/result.ts';
import { openReplica, type Replica, type VaultCalls } from './replica.ts';

type Opened = Awaited<ReturnType<typeof openReplica>>;
export type OpenError = Extract<Opened, { ok: false }>['error'];

/** How long an unused document stays open, so that going back is instant. */
const KEEP_MS = 20_000;
const KEEP_AT_MOST = 3;

export interface Replicas {
  /** The replica of a document; every successful acquire is followed by one release. */
  acquire(documentId: DocumentId): Promise<Result<Replica, OpenError>>;
  /** The replica when it is open already, for a first render without a gap. */
  peek(documentId: DocumentId): Replica | null;
  release(documentId: DocumentId): void;
  /** Pushes everything; true when nothing waits any more. */
  flushAll(): Promise<boolean>;
  /** Forgets every document. Call after flushAll. */
  forgetAll(why: 'hide' | 'lock'): void;
  /** What goes wrong with saving in any open document, also one that is not in view; null when nothing does. */
  trouble(): SaveTrouble;
  /** Calls `listener` when trouble() may have changed; answers how to stop. */
  subscribe(listener: () => void): () => void;
}

/** `failed`: kept and tried again. `refused`: never saved; it stands in the document's screen to copy from. */
export type SaveTrouble = 'failed' | 'refused' | null;

interface Entry {
  readonly opening: Promise<Opened>;
  replica: Replica | null;
  failing: boolean;
  users: number;
  leaving: ReturnType<typeof setTimeout> | null;
}

export function createReplicas(vault: VaultCalls): Replicas {
  const entries = new Map<DocumentId, Entry>();
  const kept = new Map<DocumentId, readonly Uint8Array[]>();
  const listeners = new Set<() => void>();
  const changed = (): void => {
    for (const listener of [...listeners]) listener();
  };

  function open(documentId: DocumentId): Entry {
    const entry: Entry = {
      opening: openReplica(vault, documentId),
      replica: null,
      failing: false,
      users: 0,
      leaving: null,
    };
    entries.set(documentId, entry);
    void entry.opening.then((opened) => {
      if (entries.get(documentId) !== entry) {
        if (opened.ok) opened.value.close(); // forgotten while it was being opened
        return;
      }
      if (!opened.ok) {
        entries.delete(documentId);
        return;
      }
      entry.replica = opened.value;
      opened.value.subscribe(() => {
        const { kind } = opened.value.saveState;
        // Each new try begins as saving; only its end says whether the trouble is over.
        if (kind === 'failed') entry.failing = true;
        else if (kind === 'saved' || kind === 'refused') entry.failing = false;
        changed();
      });
      opened.value.adopt(kept.get(documentId) ?? []);
      kept.delete(documentId);
    });
    return entry;
  }

  async function closeUnused(documentId: DocumentId, entry: Entry): Promise<void> {
    if (entry.leaving !== null) clearTimeout(entry.leaving);
    entry.leaving = null;
    const saved = (await entry.replica?.flush()) ?? true;
    if (entry.users > 0 || entries.get(documentId) !== entry) return;
    if (!saved && entry.replica?.saveState.kind === 'failed') return leaveLater(documentId, entry);
    if ((entry.replica?.unsaved.length ?? 0) > 0) return; // stays until the person has copied it
    entries.delete(documentId);
    entry.replica?.close();
    changed();
  }

  function leaveLater(documentId: DocumentId, entry: Entry): void {
    entry.leaving = setTimeout(() => void closeUnused(documentId, entry), KEEP_MS);
  }

  function release(documentId: DocumentId): void {
    const entry = entries.get(documentId);
    if (!entry || entry.users === 0) return;
    entry.users -= 1;
    if (entry.users > 0) return;
    void entry.replica?.flush();
    leaveLater(documentId, entry);
    const idle = [...entries].filter(([, other]) => other.users === 0);
    for (const [oldest, other] of idle.slice(0, Math.max(0, idle.length - KEEP_AT_MOST)))
      void closeUnused(oldest, other);
  }

  async function acquire(documentId: DocumentId): Promise<Opened> {
    const entry = entries.get(documentId) ?? open(documentId);
    entry.users += 1;
    if (entry.leaving !== null) clearTimeout(entry.leaving);
    entry.leaving = null;
    return entry.opening;
  }

  // Back after a hide: what could not be saved then is saved now, also when nobody opens that document.
  vault.on('session.changed', ({ state }) => {
    if (state !== 'open') return;
    for (const documentId of kept.keys()) {
      void acquire(documentId).then((opened) => {
        if (opened.ok) release(documentId);
      });
    }
  });

  return {
    acquire,
    peek: (documentId) => entries.get(documentId)?.replica ?? null,
    release,
    async flushAll() {
      const done = await Promise.all(
        [...entries.values()].map((entry) => entry.replica?.flush() ?? Promise.resolve(true)),
      );
      return done.every(Boolean);
    },
    forgetAll(why) {
      for (const [documentId, entry] of entries) {
        if (entry.leaving !== null) clearTimeout(entry.leaving);
        const unsent = entry.replica?.close() ?? [];
        if (unsent.length > 0) kept.set(documentId, unsent);
      }
      entries.clear();
      if (why === 'lock') kept.clear();
      changed();
    },
    trouble() {
      const open = [...entries.values()];
      if (open.some(({ failing }) => failing)) return 'failed';
      return open.some(({ replica }) => (replica?.unsaved.length ?? 0) > 0) ? 'refused' : null;
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
