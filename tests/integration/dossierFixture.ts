/** A real encrypted store with documents and handlers, on a clock and a source of ids that the test owns. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as Y from 'yjs';
import type {
  CallContext,
  Handlers,
  EventName,
  OutputOf,
  ParsedInputOf,
  PayloadOf,
} from '../../shared/contract/contract.ts';
import { newWriter, type Writer } from '../../shared/documents/accessors.ts';
import type { DeviceId, DocumentId, UserId } from '../../shared/domain/ids.ts';
import type { AppError } from '../../shared/errors.ts';
import type { Result } from '../../shared/result.ts';
import { DocumentStore, type DocumentStoreDeps } from '../../electron/vault/documents/documentStore.ts';
import { dossierHandlers } from '../../electron/vault/handlers/dossier.ts';
import type { DossierVault } from '../../electron/vault/handlers/dossierRows.ts';
import { overviewHandlers } from '../../electron/vault/handlers/overview.ts';
import { createAuditLog } from '../../electron/vault/store/audit.ts';
import { openStore, type Store } from '../../electron/vault/store/open.ts';
import { chanceFrom } from '../demo/demoRandom.ts';

export const NOW = Date.parse('2026-11-21T09:00:00Z');

interface Timer {
  readonly run: () => void;
  readonly ms: number;
}

type DossierCommands = keyof ReturnType<typeof dossierHandlers> | keyof ReturnType<typeof overviewHandlers>;

export class DossierFixture {
  readonly folder = mkdtempSync(join(tmpdir(), 'samenspel-dossier-'));
  readonly file = join(this.folder, 'vault.db');
  readonly me = {
    userId: 'a'.repeat(32) as UserId,
    deviceId: 'b'.repeat(32) as DeviceId,
    name: 'Marieke Postma',
    jobTitle: '',
  };
  readonly emitted: { name: EventName; payload: unknown }[] = [];
  readonly logged: string[] = [];
  readonly timers = new Set<Timer>();
  nowMs = NOW;
  shared = false;
  store: Store;
  vault: DossierVault;
  handlers: Pick<Handlers, DossierCommands>;
  readonly #chance = chanceFrom(20_261_121);
  readonly #access: Pick<DocumentStoreDeps, 'mayRead'>;

  constructor(access: Pick<DocumentStoreDeps, 'mayRead'> = {}) {
    this.#access = access;
    this.store = this.#openStore();
    this.vault = this.#openVault();
    this.handlers = { ...dossierHandlers(this.vault), ...overviewHandlers(this.vault) };
  }

  get documents(): DocumentStore {
    return this.vault.documents;
  }

  /** As after a crash: nothing was flushed, memory is gone. */
  restart(): void {
    this.documents.end();
    this.timers.clear();
    this.store.close();
    this.store = this.#openStore();
    this.vault = this.#openVault();
    this.handlers = { ...dossierHandlers(this.vault), ...overviewHandlers(this.vault) };
  }

  end(): void {
    this.documents.end();
    this.store.close();
    rmSync(this.folder, { recursive: true, force: true });
  }

  /** Calls a command as the dispatcher does, and gives its answer. */
  call<N extends DossierCommands>(name: N, input: ParsedInputOf<N>): Result<OutputOf<N>, AppError> {
    const handler = this.handlers[name] as (
      input: ParsedInputOf<N>,
      call: CallContext,
    ) => Result<OutputOf<N>, AppError>;
    let taken = false;
    return handler(input, {
      takeAudit: () => {
        if (taken) return null;
        taken = true;
        return { command: name, auditClass: 'change', objectId: null, result: 'ok' };
      },
    });
  }

  /** As call, for what must succeed. */
  done<N extends DossierCommands>(name: N, input: ParsedInputOf<N>): OutputOf<N> {
    const outcome = this.call(name, input);
    if (!outcome.ok) throw new Error(outcome.error.tag);
    return outcome.value;
  }

  writer(user: UserId = this.me.userId, origin: 'local' | 'decision' = 'local'): Writer {
    return newWriter(user, this.vault.deps.clock, this.vault.deps.random, origin);
  }

  /** A replica as a screen holds it. */
  replica(documentId: DocumentId): Replica {
    return new Replica(this.done('document.open', { documentId }).state);
  }

  /** Writes on a fresh replica and pushes that. */
  write(documentId: DocumentId, write: (doc: Y.Doc, writer: Writer) => void): void {
    const replica = this.replica(documentId);
    write(replica.doc, this.writer());
    this.done('document.push', { documentId, update: replica.take() });
  }

  runTimers(): void {
    for (const timer of [...this.timers]) {
      if (!this.timers.delete(timer)) continue;
      timer.run();
    }
  }

  rowsIn(table: string): unknown[] {
    return this.store.db.prepare(`SELECT * FROM ${table}`).all();
  }

  countIn(table: string): number {
    return this.store.db.prepare<[], number>(`SELECT count(*) FROM ${table}`).pluck().get() ?? 0;
  }

  /** Every row that lists read. */
  projection(): Record<string, unknown[]> {
    const all = (table: string, order: string): unknown[] =>
      this.store.db.prepare(`SELECT * FROM ${table} ORDER BY ${order}`).all();
    return {
      household: all('household', 'household_id'),
      person: all('person', 'document_id, person_id'),
      conversation: all('conversation', 'document_id, conversation_id'),
      action: all('action', 'document_id, action_id'),
      openChoice: all('open_choice', 'document_id, kind, record_id'),
      visit: all('visit', 'document_id, visit_id'),
      deadline: all('deadline', 'document_id, subject, subject_id, code'),
    };
  }

  /** What search holds, without the numbers that order it. */
  entries(): unknown[] {
    return this.store.db
      .prepare(
        `SELECT document_id, kind, record_id, household_id, conversation_id, person_id, title, body, voice, date
         FROM search_entry ORDER BY document_id, kind, record_id`,
      )
      .all();
  }

  #openStore(): Store {
    const key = new Uint8Array(32).fill(7);
    const opened = openStore({ file: this.file, key, clock: this.#clock, logger: this.#logger, appVersion: '0.1.0' });
    if (!opened.ok) throw new Error(opened.error.tag);
    return opened.value;
  }

  #openVault(): DossierVault {
    const { store, me } = this;
    const deps = {
      clock: this.#clock,
      random: { bytes: (length: number) => Uint8Array.from({ length }, () => this.#chance.between(0, 255)) },
      logger: this.#logger,
      setTimer: (run: () => void, ms: number) => {
        const timer = { run, ms };
        this.timers.add(timer);
        return { cancel: () => void this.timers.delete(timer) };
      },
      openSocket: null,
    };
    const emit = <N extends EventName>(name: N, payload: PayloadOf<N>): void => {
      this.emitted.push({ name, payload });
    };
    const documents = new DocumentStore({ store, me, deps, emit, isShared: () => this.shared, ...this.#access });
    const audit = createAuditLog({ store, key: new Uint8Array(32).fill(9), clock: deps.clock, me });
    return { store, documents, audit, me, deps };
  }

  get #clock() {
    return { nowMs: (): number => this.nowMs };
  }

  get #logger() {
    return { event: (name: string): void => void this.logged.push(name) };
  }
}

/** A screen's copy of a document. */
export class Replica {
  readonly doc = new Y.Doc();
  #updates: Uint8Array[] = [];

  constructor(state: Uint8Array) {
    Y.applyUpdate(this.doc, state, 'load');
    this.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== 'load' && origin !== 'remote') this.#updates.push(update);
    });
  }

  /** What was written since the last time, as one update. */
  take(): Uint8Array {
    const merged = Y.mergeUpdates(this.#updates);
    this.#updates = [];
    return merged;
  }

  receive(update: Uint8Array): void {
    Y.applyUpdate(this.doc, update, 'remote');
  }
}
