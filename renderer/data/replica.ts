/**
 * A replica: one document in the memory of this screen.
 *
 * Promises
 * - it has a client id of its own, fresh at every open, and lives in memory only;
 * - every local change is pushed: merged, 500 ms after the last key, at the latest one second after the first
 *   unsent one, and at once on flush(). One push is under way at a time, so pushes arrive in order;
 * - it says `saved` only after the vault answered that the commit is on disk;
 * - what could not be pushed stays queued and is tried again; what is refused is kept as text to copy from, and the
 *   document is opened anew.
 */
import * as Y from 'yjs';
import type { CommandName, EventName, InputOf, PayloadOf, ResultOf } from '../../shared/contract/contract.ts';
import type { Origin } from '../../shared/documents/origins.ts';
import type { DocumentId, HouseholdId } from '../../shared/domain/ids.ts';
import type { AppError } from '../../shared/errors.ts';
import { ok, type Result } from '../../shared/result.ts';
import { isRefusal, type SaveState, type UnsavedText } from './saveState.ts';
import { typedBeside } from './unsavedText.ts';

/** The part of the contract client that replicas and hooks use. */
export interface VaultCalls {
  call<N extends CommandName>(name: N, input: InputOf<N>): Promise<ResultOf<N>>;
  on<N extends EventName>(name: N, listener: (payload: PayloadOf<N>) => void): () => void;
}

/** Changes that the vault told us carry this origin and are not pushed back; every other change is ours. */
export const FROM_VAULT = 'remote' satisfies Origin;
/** Changes made by this person on this screen; the only ones that undo takes back. */
export const BY_ME = 'local' satisfies Origin;

const PAUSE_MS = 500;
const LONGEST_WAIT_MS = 1_000;
const RETRY_MS = [2_000, 5_000, 15_000, 30_000] as const;
/** Well below the largest message of the contract. */
const LARGEST_PUSH_BYTES = 2 * 1024 * 1024;

export interface Replica {
  readonly documentId: DocumentId;
  readonly householdId: HouseholdId;
  /** The document. A refused push replaces it, so never keep it longer than one render. */
  readonly doc: Y.Doc;
  readonly writable: boolean;
  readonly saveState: SaveState;
  /** Typed text that the vault refused: shown in a *Niet bewaard* box until the person has copied it. */
  readonly unsaved: readonly UnsavedText[];
  /** Counts changes of one root type (see shared/documents/schema.ts), so that a list re-reads only what changed. */
  versionOf(root: string): number;
  /** Called after every change of the document or of the save state. */
  subscribe(listener: () => void): () => void;
  /** Makes a change as this person, in one transaction. */
  change<T>(edit: (doc: Y.Doc) => T): T;
  /** Pushes at once; true when nothing waits any more. */
  flush(): Promise<boolean>;
  /** The person has copied what was not saved. */
  dismissUnsaved(): void;
  /** Takes back changes that an earlier replica could not push. */
  adopt(updates: readonly Uint8Array[]): void;
  /** Forgets everything; what was not pushed is returned. */
  close(): readonly Uint8Array[];
}

type OpenError = Extract<ResultOf<'document.open'>, { ok: false }>['error'];

/** Opens a document in the vault and keeps it up to date until close(). */
export async function openReplica(vault: VaultCalls, documentId: DocumentId): Promise<Result<Replica, OpenError>> {
  const opened = await vault.call('document.open', { documentId });
  if (!opened.ok) return opened;
  return ok(new LiveReplica(vault, documentId, opened.value.householdId, opened.value.state, opened.value.writable));
}

class LiveReplica implements Replica {
  readonly documentId: DocumentId;
  readonly householdId: HouseholdId;
  doc: Y.Doc;
  writable: boolean;
  saveState: SaveState = { kind: 'saved', atMs: null };
  unsaved: readonly UnsavedText[] = [];

  readonly #vault: VaultCalls;
  readonly #listeners = new Set<() => void>();
  readonly #versions = new Map<string, number>();
  readonly #stopListening: () => void;
  #queue: Uint8Array[] = [];
  #inFlight: Promise<boolean> | null = null;
  /** Sent and not answered yet. */
  #unanswered: Uint8Array | null = null;
  #pause: ReturnType<typeof setTimeout> | null = null;
  #longestWait: ReturnType<typeof setTimeout> | null = null;
  #failures = 0;
  #mustReopen = false;
  #closed = false;

  constructor(
    vault: VaultCalls,
    documentId: DocumentId,
    householdId: HouseholdId,
    state: Uint8Array,
    writable: boolean,
  ) {
    this.#vault = vault;
    this.documentId = documentId;
    this.householdId = householdId;
    this.writable = writable;
    this.doc = this.#load(state);
    this.#stopListening = vault.on('document.changed', (changed) => {
      if (changed.documentId === documentId) Y.applyUpdate(this.doc, changed.update, FROM_VAULT);
    });
  }

  versionOf(root: string): number {
    return this.#versions.get(root) ?? 0;
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  change<T>(edit: (doc: Y.Doc) => T): T {
    return this.doc.transact(() => edit(this.doc), BY_ME);
  }

  async flush(): Promise<boolean> {
    while (!this.#closed && (this.#queue.length > 0 || this.#inFlight !== null)) {
      if (!(await this.#push())) return false;
    }
    return this.#queue.length === 0;
  }

  dismissUnsaved(): void {
    this.unsaved = [];
    this.#say(this.saveState.kind === 'refused' ? { kind: 'saved', atMs: null } : this.saveState);
  }

  adopt(updates: readonly Uint8Array[]): void {
    for (const update of updates) {
      this.#enqueue(update);
      Y.applyUpdate(this.doc, update, FROM_VAULT);
    }
  }

  close(): readonly Uint8Array[] {
    this.#closed = true;
    this.#clearTimers();
    this.#stopListening();
    this.doc.destroy();
    // Sending the same change twice is harmless; losing it is not.
    const unsent = this.#unanswered ? [this.#unanswered, ...this.#queue] : this.#queue;
    this.#queue = [];
    this.#listeners.clear();
    void this.#vault.call('document.close', { documentId: this.documentId });
    return unsent;
  }

  #load(state: Uint8Array): Y.Doc {
    const doc = new Y.Doc();
    Y.applyUpdate(doc, state, FROM_VAULT);
    doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== FROM_VAULT) this.#enqueue(update);
    });
    doc.on('afterTransaction', (transaction: Y.Transaction) => {
      const changed = new Set([...transaction.changed.keys()].map(rootOf));
      if (changed.size === 0) return;
      for (const [root, type] of doc.share) if (changed.has(type)) this.#versions.set(root, this.versionOf(root) + 1);
      this.#tell();
    });
    return doc;
  }

  #enqueue(update: Uint8Array): void {
    this.#queue.push(update);
    if (this.saveState.kind === 'saved' || this.saveState.kind === 'refused') this.#say({ kind: 'pending' });
    if (this.#failures > 0) return; // the planned retry takes this along
    if (this.#pause !== null) clearTimeout(this.#pause);
    this.#pause = setTimeout(this.#due, PAUSE_MS);
    this.#longestWait ??= setTimeout(this.#due, LONGEST_WAIT_MS);
  }

  readonly #due = (): void => {
    this.#clearTimers();
    void this.#push();
  };

  #clearTimers(): void {
    if (this.#pause !== null) clearTimeout(this.#pause);
    if (this.#longestWait !== null) clearTimeout(this.#longestWait);
    this.#pause = null;
    this.#longestWait = null;
  }

  /** Joins the push under way, or starts one. True when it was taken. */
  #push(): Promise<boolean> {
    this.#inFlight ??= this.#pushOnce().finally(() => {
      this.#inFlight = null;
      if (this.#closed || this.#queue.length === 0 || this.#pause !== null) return;
      this.#pause = setTimeout(this.#due, this.#failures > 0 ? this.#retryMs() : 0);
    });
    return this.#inFlight;
  }

  async #pushOnce(): Promise<boolean> {
    this.#clearTimers();
    if (this.#queue.length === 0) return true;
    if (this.#mustReopen && !(await this.#reconnect())) return false;
    const taken = this.#takeFromQueue();
    const update = taken.length === 1 && taken[0] ? taken[0] : Y.mergeUpdates(taken);
    this.#say({ kind: 'saving' });
    this.#unanswered = update;
    const answer = await this.#vault.call('document.push', { documentId: this.documentId, update });
    this.#unanswered = null;
    if (this.#closed) return answer.ok;
    if (answer.ok) {
      this.#failures = 0;
      this.#say(this.#queue.length > 0 ? { kind: 'pending' } : { kind: 'saved', atMs: answer.value.savedAtMs });
      return true;
    }
    if (isRefusal(answer.error)) {
      await this.#refused(answer.error);
      return false;
    }
    this.#queue.unshift(update);
    this.#failed(answer.error);
    return false;
  }

  #takeFromQueue(): Uint8Array[] {
    const taken: Uint8Array[] = [];
    let bytes = 0;
    for (;;) {
      const next = this.#queue[0];
      if (!next || (taken.length > 0 && bytes + next.length > LARGEST_PUSH_BYTES)) return taken;
      bytes += next.length;
      taken.push(next);
      this.#queue.shift();
    }
  }

  #failed(error: AppError): void {
    this.#failures += 1;
    if (error.tag === 'ConnectionLost') this.#mustReopen = true;
    this.#say({ kind: 'failed', error });
  }

  #retryMs(): number {
    return RETRY_MS[Math.min(this.#failures, RETRY_MS.length) - 1] ?? RETRY_MS[0];
  }

  /** After a lost connection the vault does not know us any more, and may know changes that we missed. */
  async #reconnect(): Promise<boolean> {
    const opened = await this.#vault.call('document.open', { documentId: this.documentId });
    if (!opened.ok) {
      this.#failed(opened.error);
      return false;
    }
    this.#mustReopen = false;
    Y.applyUpdate(this.doc, opened.value.state, FROM_VAULT);
    return true;
  }

  /** The document goes back to what the vault has; what was typed beside it is kept as text. */
  async #refused(error: AppError): Promise<void> {
    this.#clearTimers();
    const refusedDoc = this.doc;
    await this.#vault.call('document.close', { documentId: this.documentId });
    const opened = await this.#vault.call('document.open', { documentId: this.documentId });
    if (this.#closed) return;
    this.#queue = [];
    this.#failures = 0;
    // Without a document to compare with, everything that stands there is kept.
    this.doc = this.#load(opened.ok ? opened.value.state : Y.encodeStateAsUpdate(new Y.Doc()));
    this.writable = opened.ok && opened.value.writable;
    this.unsaved = [...this.unsaved, ...typedBeside(refusedDoc, this.doc)];
    refusedDoc.destroy();
    for (const root of [...this.#versions.keys(), ...this.doc.share.keys()])
      this.#versions.set(root, this.versionOf(root) + 1);
    this.#say({ kind: 'refused', error });
  }

  #say(state: SaveState): void {
    this.saveState = state;
    this.#tell();
  }

  #tell(): void {
    for (const listener of [...this.#listeners]) listener();
  }
}

type AnyType = Parameters<Y.Transaction['changed']['get']>[0];

function rootOf(type: AnyType): AnyType {
  let at = type;
  while (at._item?.parent instanceof Y.AbstractType) at = at._item.parent;
  return at;
}
