/**
 * The only one that loads, changes and saves documents.
 *
 * Promises: a change is one synchronous transaction of update row, projection rows, search marks and audit row, so they
 * exist together or not at all; what it answered as saved is on disk. A push is first applied to a standing shadow
 * document; whenever memory might differ from disk (a refusal, a failing disk, a throw) the shadow is dropped and read
 * again. A document written by a newer app is read, never written. A broken document never takes another one along.
 * Every command reaches the words of a document through here, and a restricted one that was not given to this worker is,
 * for each of them, not there. Only sync passes: it carries what it may not show.
 */
import * as Y from 'yjs';
import { newWriter, type Writer } from '../../../shared/documents/accessors.ts';
import { checkUpdate } from '../../../shared/documents/checkUpdate.ts';
import { MAX_MESSAGE_BYTES } from '../../../shared/contract/bytes.ts';
import type { OutputOf } from '../../../shared/contract/contract.ts';
import type { Me } from '../../../shared/contract/commands/session.ts';
import type { Terms } from '../../../shared/domain/gemeenteprofiel.ts';
import type { DocumentId } from '../../../shared/domain/ids.ts';
import type { ErrorOf } from '../../../shared/errors.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import type { Store } from '../store/open.ts';
import type { OpenVault } from '../openVault.ts';
import { silentProgress, type Progress } from '../progress.ts';
import type { SliceDeps } from '../slices.ts';
import type { VaultDeps } from '../vaultDeps.ts';
import { DocumentLog, isWritable, type DocumentFacts } from './documentLog.ts';
import { LogCompaction } from './logCompaction.ts';
import { destroyDocuments } from './destroyDocuments.ts';
import { followAccess } from './followAccess.ts';
import { allRecords, Projector } from './projector.ts';
import { createDocuments, type NewDocument } from './newDocuments.ts';
import { PreparedRecords } from './preparedRecords.ts';
import {
  rebuildInSlices,
  rebuildProjection,
  scrubInSlices,
  type DocumentParts,
  type Rebuilt,
} from './rebuildProjection.ts';
import { SearchIndex } from './searchIndex.ts';
import { Search, type SearchQuestion } from './searchQuery.ts';
import { ShadowDocuments, type Shadow } from './shadowDocuments.ts';

export interface DocumentStoreDeps {
  readonly store: Store;
  readonly me: Pick<Me, 'userId' | 'deviceId'>;
  readonly deps: Pick<VaultDeps, 'clock' | 'random' | 'logger' | 'setTimer'>;
  readonly emit: OpenVault['emit'];
  /** Whether a document is shared with a team, so that rows not yet sealed must stay. Nothing is, before there is a team. */
  readonly isShared?: (documentId: string) => boolean;
  /** Whether this worker is among those a document was given to. Before there is a team: its maker. */
  readonly mayRead?: (documentId: string) => boolean;
  /** Terms of the municipality; those of the standard profile, when absent. */
  readonly terms?: () => Terms;
  /** After a change of this vault's own was committed. */
  readonly onSaved?: (documentId: string) => void;
}

export interface ChangeOptions {
  /** Runs inside the transaction that saves, before the commit: writes the audit row of the command. */
  readonly inTransaction?: () => void;
  /** Of `merge`: the colleague whose words these are; unknown when they are of several, or came as a snapshot. */
  readonly author?: string;
}

type Missing = ErrorOf<'DocumentMissing' | 'DatabaseDamaged'>;
type Unwritable = ErrorOf<'DocumentMissing' | 'DatabaseDamaged' | 'DocumentReadOnly'>;

/** Rolls a merge back: something that it builds on has not come yet. */
class MissingParts extends Error {}

export class DocumentStore {
  readonly #options: DocumentStoreDeps;
  readonly #parts: DocumentParts;
  readonly #log: DocumentLog;
  readonly #projector: Projector;
  readonly #shadows: ShadowDocuments;
  readonly #index: SearchIndex;
  readonly #search: Search;
  /** How many replicas of a document are open on screens. */
  readonly #open = new Map<string, number>();
  readonly #compaction: LogCompaction;
  #ended = false;

  constructor(options: DocumentStoreDeps) {
    this.#options = options;
    const { store, deps } = options;
    this.#log = new DocumentLog(store);
    this.#projector = new Projector(store, options.terms);
    this.#shadows = new ShadowDocuments({ store, log: this.#log, random: deps.random, logger: deps.logger });
    this.#compaction = new LogCompaction({
      log: this.#log,
      clock: deps.clock,
      setTimer: deps.setTimer,
      isShared: (documentId) => options.isShared?.(documentId) ?? false,
    });
    const withDocument = <T>(documentId: string, read: (doc: Y.Doc) => T): T | null => {
      const outcome = this.read(documentId, read);
      return outcome.ok ? outcome.value : null;
    };
    this.#index = new SearchIndex({ store, setTimer: deps.setTimer, withDocument });
    this.#parts = {
      store,
      log: this.#log,
      shadows: this.#shadows,
      projector: this.#projector,
      index: this.#index,
    };
    this.#search = new Search({ store, index: this.#index, withDocument });
    if (this.#index.waiting() > 0) this.#index.followSoon();
  }

  /** Makes documents, each with an id and a random key of its own, in one transaction. Throws StoreFailure. */
  create(documents: readonly NewDocument[], options: ChangeOptions = {}): DocumentFacts[] {
    const { me, deps, emit, onSaved } = this.#options;
    const made = createDocuments({ ...this.#parts, me, ...deps }, documents, options.inTransaction);
    const households = new Set(made.map((facts) => facts.householdId));
    // A whole caseload at once is one message.
    if (households.size > 20) emit('lists.changed', { householdId: null });
    else for (const householdId of households) emit('lists.changed', { householdId });
    for (const { documentId } of made) onSaved?.(documentId);
    return made;
  }

  /** The facts of a document, or null. */
  facts(documentId: string): DocumentFacts | null {
    return this.#log.facts(documentId);
  }

  /** False for a document that others have and this worker has not, or not any more; also for one that never came here. */
  mayRead(documentId: string): boolean {
    return this.#options.mayRead?.(documentId) ?? true;
  }

  /** After access was given or withdrawn: lists and search hold what may be opened. */
  followAccess(): void {
    const { moved, gone } = followAccess(this.#parts, (documentId) => this.mayRead(documentId));
    if (moved === 0) return;
    this.#options.emit('lists.changed', { householdId: null });
    for (const { documentId, householdId } of gone)
      if (householdId !== null) this.#options.emit('household.withdrawn', { householdId, documentId });
  }

  /**
   * Takes in, as a change of this worker, what somebody else could not share any more. Answers false, with nothing stored,
   * when something it builds on is not here. Throws StoreFailure.
   */
  adopt(documentId: DocumentId, update: Uint8Array, options: ChangeOptions = {}): Result<boolean, Unwritable> {
    const shadow = this.#writable(documentId);
    if (!shadow.ok) return shadow;
    const { doc } = shadow.value;
    const outcome = this.#shadows.guarded<null, null>(documentId, () => {
      Y.applyUpdate(doc, update, 'decision');
      if (doc.store.pendingStructs !== null || doc.store.pendingDs !== null) return err(null);
      this.#save(shadow.value, [update], options);
      return ok(null);
    });
    return ok(outcome.ok);
  }

  /** The whole document for a replica, which then hears `document.changed` until it is closed. */
  open(documentId: DocumentId): Result<OutputOf<'document.open'>, Missing> {
    const shadow = this.#reach(documentId);
    if (!shadow.ok) return shadow;
    const { facts } = shadow.value;
    const { kind } = facts;
    // The team's own document and those of spreekuren are read and written by commands; no screen holds a replica of them.
    if (kind === 'team' || kind === 'consultation') return err({ tag: 'DocumentMissing' });
    this.#open.set(documentId, (this.#open.get(documentId) ?? 0) + 1);
    return ok({
      documentId: facts.documentId,
      householdId: facts.householdId,
      kind,
      state: shadow.value.state(),
      writable: isWritable(facts),
    });
  }

  /** Whether a screen holds a replica of it now. */
  isOpen(documentId: string): boolean {
    return this.#open.has(documentId);
  }

  /** Ends one subscription of `open`. */
  close(documentId: string): void {
    const left = (this.#open.get(documentId) ?? 0) - 1;
    if (left > 0) this.#open.set(documentId, left);
    else this.#open.delete(documentId);
  }

  /** Reads a document through the readers; `read` changes nothing. */
  read<T>(documentId: string, read: (doc: Y.Doc) => T): Result<T, Missing> {
    const shadow = this.#reach(documentId);
    return shadow.ok ? ok(read(shadow.value.doc)) : shadow;
  }

  /** Stores one update of a screen. Answers after the commit is on disk. Throws StoreFailure, and then nothing changed. */
  push(
    documentId: DocumentId,
    update: Uint8Array,
    options: ChangeOptions = {},
  ): Result<{ savedAtMs: number }, Unwritable | ErrorOf<'UpdateRefused'>> {
    const shadow = this.#writable(documentId);
    if (!shadow.ok) return shadow;
    const { facts, doc } = shadow.value;
    return this.#shadows.guarded(documentId, () => {
      const limits = { kind: facts.kind, me: this.#options.me.userId, maxBytes: MAX_MESSAGE_BYTES };
      const checked = checkUpdate(doc, update, limits);
      return checked.ok ? ok({ savedAtMs: this.#save(shadow.value, [update], options) }) : checked;
    });
  }

  /** False when it cannot be read, or builds on changes that are not here. */
  isWhole(documentId: string): boolean {
    const shadow = this.#shadows.get(documentId);
    return shadow.ok && shadow.value.doc.store.pendingStructs === null;
  }

  /** The whole document as one update. Throws when it cannot be read: a document that is not here is a bug of the caller. */
  stateOf(documentId: string): Uint8Array {
    const shadow = this.#shadows.get(documentId);
    if (!shadow.ok) throw new Error('the state of a document that cannot be read');
    return Y.encodeStateAsUpdate(shadow.value.doc);
  }

  /**
   * Takes in what colleagues wrote, merged, in one transaction with `inTransaction`. The rules of the own screen never
   * refuse it: that would diverge. A document that is not here yet is made; one of a newer app becomes read-only.
   * Answers false, with nothing stored, when something it builds on is missing. Throws StoreFailure.
   */
  merge(facts: DocumentFacts, update: Uint8Array, options: ChangeOptions = {}): boolean {
    const { store, deps, emit } = this.#options;
    const { documentId, householdId } = facts;
    const nowMs = deps.clock.nowMs();
    const outcome = this.#shadows.guarded<null, null>(documentId, () => {
      try {
        return store.transaction(() => {
          if (this.#log.facts(documentId) === null) this.#log.addFromTeam(facts, nowMs);
          const shadow = this.#shadows.get(documentId);
          if (!shadow.ok) return err(null);
          const { doc, takeTouched } = shadow.value;
          Y.applyUpdate(doc, update, 'remote');
          if (doc.store.pendingStructs !== null || doc.store.pendingDs !== null) throw new MissingParts();
          const touched = takeTouched();
          this.#log.appendFromTeam(facts, update, nowMs, options.author ?? '?');
          this.#projector.touch(facts, touched, nowMs);
          this.#projector.touchFromTeam(facts, touched, nowMs);
          this.#projector.apply(facts, doc, touched);
          if (facts.kind === 'household') this.#index.mark(documentId, touched, nowMs);
          options.inTransaction?.();
          return ok(null);
        });
      } catch (thrown) {
        if (thrown instanceof MissingParts) return err(null);
        throw thrown;
      }
    });
    if (!outcome.ok) return false;
    this.#index.followSoon();
    this.#compaction.soon(documentId);
    if (this.#open.has(documentId)) emit('document.changed', { documentId, update });
    if (facts.kind === 'household') emit('lists.changed', { householdId });
    return true;
  }

  /**
   * Changes a document by a command of the vault: `change` writes through the accessors and answers; an error answer
   * saves nothing. Throws StoreFailure, and then nothing changed.
   */
  change<T, E>(
    documentId: DocumentId,
    change: (doc: Y.Doc, writer: Writer) => Result<T, E>,
    options: ChangeOptions = {},
  ): Result<T, E | Unwritable> {
    const { me, deps } = this.#options;
    const shadow = this.#writable(documentId);
    if (!shadow.ok) return shadow;
    return this.#shadows.guarded(documentId, () => {
      const updates: Uint8Array[] = [];
      const collect = (update: Uint8Array): void => void updates.push(update);
      const { doc } = shadow.value;
      doc.on('update', collect);
      try {
        const writer = newWriter(me.userId, deps.clock, deps.random, 'decision');
        const outcome = doc.transact(() => change(doc, writer), 'decision');
        if (outcome.ok) this.#save(shadow.value, updates, options);
        return outcome;
      } finally {
        doc.off('update', collect);
      }
    });
  }

  /** Room for many new records of a team document, which `takeIn` then takes in at once. */
  prepareRecords(): PreparedRecords {
    return new PreparedRecords(this.#shadows.emptyDocument(), this.#projector);
  }

  /** Takes prepared records in, in one transaction. Throws StoreFailure, and then nothing changed. */
  takeIn(documentId: DocumentId, prepared: PreparedRecords, options: ChangeOptions = {}): Result<null, Unwritable> {
    const { store, deps, onSaved } = this.#options;
    const shadow = this.#writable(documentId);
    if (!shadow.ok) return shadow;
    const { doc, takeTouched } = shadow.value;
    return this.#shadows.guarded(documentId, () => {
      // One transaction of yjs: what follows a change is done once for all of them.
      doc.transact(() => {
        for (const update of prepared.updates) Y.applyUpdate(doc, update, 'decision');
      }, 'decision');
      takeTouched();
      const nowMs = deps.clock.nowMs();
      store.transaction(() => {
        for (const update of prepared.updates) this.#log.append(documentId, update, nowMs);
        prepared.writeRows(documentId);
        options.inTransaction?.();
      });
      this.#compaction.soon(documentId);
      onSaved?.(documentId);
      return ok(null);
    });
  }

  /** Drops the relational tables and the search index and makes them again from the documents, in one transaction. */
  rebuild(options: ChangeOptions & { readonly progress?: Progress } = {}): Rebuilt {
    const counted = rebuildProjection(this.#parts, {
      inTransaction: options.inTransaction,
      mayRead: (documentId) => this.mayRead(documentId),
      progress: options.progress ?? silentProgress,
    });
    this.#options.emit('lists.changed', { householdId: null });
    return counted;
  }

  /** The same between other work; null when the vault closed meanwhile, and then it is done at the next opening. */
  async rebuildInSlices(
    options: ChangeOptions & { readonly progress: Progress },
    deps: SliceDeps,
  ): Promise<Rebuilt | null> {
    const counted = await rebuildInSlices(
      this.#parts,
      {
        inTransaction: options.inTransaction,
        mayRead: (documentId) => this.mayRead(documentId),
        progress: options.progress,
      },
      { ...deps, wanted: () => !this.#ended },
    );
    this.#options.emit('lists.changed', { householdId: null });
    return counted;
  }

  /**
   * Makes the rows of one document again, and with `withSearch` its words: they are derived otherwise now. A document that
   * cannot be read keeps what it has; one that this worker may not read gets nothing.
   */
  reproject(documentId: string, { withSearch }: { readonly withSearch: boolean }): void {
    const { store } = this.#options;
    const shadow = this.#reach(documentId);
    if (!shadow.ok) return;
    const { facts, doc } = shadow.value;
    const records = allRecords(doc);
    store.transaction(() => {
      this.#projector.apply(facts, doc, records);
      if (withSearch && facts.kind === 'household')
        this.#index.indexDocument(documentId, facts.householdId, doc, records);
    });
  }

  /** Takes documents away for good, with their keys and every row. Only ones that were never shared. `scrubSearch` after. */
  destroy(documentIds: readonly string[]): void {
    for (const documentId of documentIds) {
      this.#shadows.drop(documentId);
      this.#open.delete(documentId);
    }
    destroyDocuments(this.#options.store, documentIds, this.#index);
  }

  /** After documents were destroyed and that is committed: their words leave the disk too. Slow. */
  scrubSearch(): void {
    this.#index.scrub();
  }

  /** The same between other work; what is left when the vault closes goes with the next time. */
  scrubSearchInSlices(deps: SliceDeps): Promise<void> {
    return scrubInSlices(this.#index, { ...deps, wanted: () => !this.#ended });
  }

  /** The log of a document since it was last folded in, for who tells what changed. */
  logOf(documentId: string): ReturnType<DocumentLog['since']> {
    return this.#log.since(documentId);
  }

  /** Folds the log of a document in now. Throws StoreFailure. */
  foldLog(documentId: string): void {
    const shared = this.#options.isShared?.(documentId) ?? false;
    this.#log.compact(documentId, this.#options.deps.clock.nowMs(), shared);
  }

  /** Finds households, persons and notes. */
  search(question: SearchQuestion): OutputOf<'search.query'>['hits'] {
    return this.#search.hits(question);
  }

  /** At blur, hide and lock: the index follows now and grown logs are folded in. */
  flush(): void {
    this.#index.flush();
    this.#compaction.now();
  }

  /** Takes a document out of search without a trace on disk. */
  purgeSearch(documentId: string): void {
    this.#index.purge(documentId);
  }

  /** Forgets every document in memory; what was not indexed yet is marked on disk. */
  end(): void {
    this.#ended = true;
    this.#index.end();
    this.#compaction.end();
    this.#shadows.clear();
    this.#open.clear();
  }

  #save(shadow: Shadow, updates: readonly Uint8Array[], options: ChangeOptions): number {
    const { store, deps, emit } = this.#options;
    const { facts, doc } = shadow;
    const touched = shadow.takeTouched();
    const savedAtMs = deps.clock.nowMs();
    const update = updates.length > 1 ? Y.mergeUpdates([...updates]) : updates[0];
    if (update === undefined || touched.length === 0) {
      // Nothing new in it (sent twice, for example): the command still happened.
      store.transaction(() => options.inTransaction?.());
      return savedAtMs;
    }
    store.transaction(() => {
      this.#log.append(facts.documentId, update, savedAtMs);
      this.#projector.touch(facts, touched, savedAtMs);
      this.#projector.apply(facts, doc, touched);
      if (facts.kind === 'household') this.#index.mark(facts.documentId, touched, savedAtMs);
      options.inTransaction?.();
    });
    this.#index.followSoon();
    this.#compaction.soon(facts.documentId);
    if (this.#open.has(facts.documentId)) emit('document.changed', { documentId: facts.documentId, update });
    if (facts.kind === 'household') emit('lists.changed', { householdId: facts.householdId });
    this.#options.onSaved?.(facts.documentId);
    return savedAtMs;
  }

  /** The standing document, for whoever may see it. */
  #reach(documentId: string): Result<Shadow, Missing> {
    return this.mayRead(documentId) ? this.#shadows.get(documentId) : err({ tag: 'DocumentMissing' });
  }

  #writable(documentId: string): Result<Shadow, Unwritable> {
    const shadow = this.#reach(documentId);
    if (shadow.ok && !isWritable(shadow.value.facts)) return err({ tag: 'DocumentReadOnly' });
    return shadow;
  }
}
