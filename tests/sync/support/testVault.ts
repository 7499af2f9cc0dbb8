/** A vault without screens: real store, real documents, real engine, on one temporary folder that survives a restart. */
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { vi, expect } from 'vitest';
import { setFields, createRecord, replaceText } from '../../../shared/documents/accessors.ts';
import { readRecord, readRecords, readText } from '../../../shared/documents/readers.ts';
import { newId, HouseholdId, RecordId, type DocumentId } from '../../../shared/domain/ids.ts';
import { ok } from '../../../shared/result.ts';
import { mayUseRoom } from '../../../shared/sync/teamLog.ts';
import { bytesToHex } from '../../../shared/sync/bytes.ts';
import { DocumentStore } from '../../../electron/vault/documents/documentStore.ts';
import { loadIdentity, newIdentity, storeIdentity } from '../../../electron/vault/keys/identity.ts';
import type { OpenVault } from '../../../electron/vault/openVault.ts';
import { createAuditLog } from '../../../electron/vault/store/audit.ts';
import { attemptLater } from '../../../electron/vault/store/laterWork.ts';
import { openStore } from '../../../electron/vault/store/open.ts';
import { HELD_FOR_MS } from '../../../electron/vault/sync/organisationParts.ts';
import type { SyncEngine } from '../../../electron/vault/sync/syncEngine.ts';
import { TeamSharing } from '../../../electron/vault/sync/teamSharing.ts';
import { nodeMachine } from '../../../electron/vault/nodeMachine.ts';
import { PRODUCTION_KEY_POLICY } from '../../../electron/vault/keys/kdf.ts';
import { webSocketOpener, type OpenSocket } from '../../../electron/vault/sync/syncSocket.ts';
import type { VaultDeps } from '../../../electron/vault/vaultDeps.ts';
import { systemClock, systemRandom } from './testServer.ts';

/** A pause that is a limit, not a rhythm: kept as it is. */
const LIMIT_MS = 20_000;
const secret = (byte: number) => new Uint8Array(32).fill(byte);

export class TestVault {
  readonly folder: string;
  vault!: OpenVault;
  engine!: SyncEngine;
  sharing!: TeamSharing;
  openSocket: OpenSocket = webSocketOpener(() => null);
  readonly events: string[] = [];
  /** Takes a timer over: true when the test runs it, or never. */
  takesTimer: (run: () => void, ms: number) => boolean = () => false;
  /** What the vault does once its profile is gone. */
  afterWipe: (() => Promise<void>) | null = null;
  readonly #timers = new Set<NodeJS.Timeout>();
  #name: string;
  readonly #schemaMajor: number | undefined;

  /** `schemaMajor`: as an app of a later year would write. */
  constructor(name: string, schemaMajor?: number) {
    this.#name = name;
    this.#schemaMajor = schemaMajor;
    this.folder = mkdtempSync(join(tmpdir(), 'samenspel-vault-'));
    this.open();
  }

  get file(): string {
    return join(this.folder, 'store.db');
  }

  open(): void {
    const timers = this.#timers;
    const deps: VaultDeps = {
      host: 'memory',
      appVersion: '0.1.0',
      ...(this.#schemaMajor === undefined ? {} : { documentSchemaMajor: this.#schemaMajor }),
      dataFolder: this.folder,
      clock: systemClock,
      random: systemRandom,
      logger: { event: (name) => void this.events.push(name) },
      stretch: () => Promise.reject(new Error('not used')),
      keychain: null,
      openSocket: null,
      machine: nodeMachine(),
      keyPolicy: PRODUCTION_KEY_POLICY,
      setTimer: (run, ms) => {
        // Engine pauses (2 s before sealing) are shortened: the tests are about order, not about waiting.
        // Ten minutes are a limit for held papers, and a rhythm of attestations otherwise.
        if (this.takesTimer(run, ms)) return { cancel: () => undefined };
        const isLimit = ms === LIMIT_MS || (ms === HELD_FOR_MS && this.sharing.engine.held.current !== null);
        const timer = setTimeout(
          () => {
            timers.delete(timer);
            // As an open session does (openSession.ts).
            attemptLater(run, () => this.events.push('vault.laterFailed'));
          },
          isLimit ? ms : Math.min(ms, 30),
        );
        timers.add(timer);
        return { cancel: () => clearTimeout(timer) };
      },
      end: () => undefined,
    };
    const opened = openStore({
      file: this.file,
      key: secret(1),
      clock: deps.clock,
      logger: deps.logger,
      appVersion: '0.1.0',
    });
    if (!opened.ok) throw new Error(opened.error.tag);
    const store = opened.value;
    if (!loadIdentity(store, secret(2))) {
      const facts = { name: this.#name, jobTitle: 'wijkteam', practice: false, createdAtMs: 0 };
      storeIdentity(store, newIdentity(deps.random), facts, { identityKey: secret(2), random: deps.random });
    }
    const who = loadIdentity(store, secret(2));
    if (!who) throw new Error('no identity');
    let sharing: TeamSharing | null = null;
    const documents = new DocumentStore({
      store,
      me: who.me,
      deps,
      emit: () => undefined,
      isShared: () => true,
      mayRead: (documentId) => {
        const state = sharing?.engine.keeper.state;
        return !state?.rooms.has(documentId) || mayUseRoom(state, who.identity.deviceId, documentId);
      },
      onSaved: (documentId) => sharing?.noteSaved(documentId),
    });
    this.vault = {
      profileId: newId(deps.random),
      profileFolder: this.folder,
      practice: false,
      store,
      documents,
      audit: createAuditLog({ store, key: secret(3), clock: deps.clock, me: who.me }),
      me: who.me,
      identity: who.identity,
      keys: { database: secret(1), identity: secret(2), audit: secret(3), header: secret(4), pin: secret(5) },
      deps,
      emit: () => undefined,
      lockSoon: () => void this.events.push('lock'),
      wipeSoon: (afterwards) => {
        this.events.push('wipe');
        this.afterWipe = afterwards ?? null;
      },
    };
    sharing = new TeamSharing(this.vault, (server, listener) => this.openSocket(server, listener));
    this.sharing = sharing;
    this.engine = sharing.engine;
    sharing.start();
  }

  /** As when the process ends: what is committed is there, nothing else. */
  close(): void {
    for (const timer of this.#timers) clearTimeout(timer);
    this.#timers.clear();
    this.sharing.joining.stop();
    this.engine.stop();
    this.vault.documents.end();
    this.vault.store.close();
  }

  restart(): void {
    this.close();
    this.open();
  }

  /** A backup of the closed store, and back. */
  copyTo(name: string): void {
    copyFileSync(this.file, join(this.folder, name));
  }
  restoreFrom(name: string): void {
    for (const suffix of ['-wal', '-shm']) rmSync(this.file + suffix, { force: true });
    copyFileSync(join(this.folder, name), this.file);
  }

  remove(): void {
    this.close();
    rmSync(this.folder, { recursive: true, force: true });
  }

  get facts() {
    const { userId, deviceId, signPublicKey, boxPublicKey } = this.vault.identity;
    return {
      user: userId,
      device: deviceId,
      signPublicKey: bytesToHex(signPublicKey),
      boxPublicKey: bytesToHex(boxPublicKey),
    };
  }

  createHousehold(name: string): DocumentId {
    const [made] = this.vault.documents.create([
      {
        householdId: newId<HouseholdId>(systemRandom),
        kind: 'household',
        fill: (doc, writer) => void createRecord(doc, 'household', { name, status: 'NIEUW' }, writer),
      },
    ]);
    if (!made) throw new Error('no household');
    return made.documentId;
  }

  #change(documentId: DocumentId, change: Parameters<DocumentStore['change']>[1]): void {
    const outcome = this.vault.documents.change(documentId, change);
    if (!outcome.ok) throw new Error('refused');
  }

  rename(documentId: DocumentId, name: string): void {
    this.#change(documentId, (doc, writer) => ok(setFields(doc, 'household', 'household', { name }, writer)));
  }

  setAddress(documentId: DocumentId, postcode: string, houseNumber: string): void {
    this.#change(documentId, (doc, writer) =>
      ok(setFields(doc, 'household', 'household', { postcode, houseNumber }, writer)),
    );
  }

  shield(documentId: DocumentId): void {
    this.#change(documentId, (doc, writer) => ok(setFields(doc, 'household', 'household', { shielded: true }, writer)));
  }

  addPerson(documentId: DocumentId, firstName: string): void {
    this.#change(documentId, (doc, writer) =>
      ok(createRecord(doc, 'persons', { firstName, membership: 'WOONT_HIER' }, writer)),
    );
  }

  addNote(documentId: DocumentId, text: string): void {
    this.#change(documentId, (doc, writer) => {
      const id = createRecord(
        doc,
        'conversations',
        { date: '2026-11-21', context: 'THUIS', author: this.vault.me.userId },
        writer,
      );
      const written = replaceText(doc, 'conversations', id, 'whatIsGoingOn', text);
      if (!written.ok) throw new Error('text refused');
      return ok(id);
    });
  }

  read<T>(
    documentId: DocumentId,
    read: Parameters<DocumentStore['read']>[1] extends (doc: infer D) => unknown ? (doc: D) => T : never,
  ): T | null {
    const outcome = this.vault.documents.read(documentId, read);
    return outcome.ok ? outcome.value : null;
  }

  persons(documentId: DocumentId): readonly string[] {
    return (
      this.read(documentId, (doc) =>
        readRecords(doc, 'persons')
          .map((record) => String(record.values.firstName))
          .toSorted(),
      ) ?? []
    );
  }

  names(documentId: DocumentId): readonly string[] {
    return (
      this.read(documentId, (doc) => {
        const record = readRecord(doc, 'household', 'household');
        const conflicts = record?.conflicts.name?.map((entry) => String(entry.value)) ?? [];
        return conflicts.length > 0 ? conflicts.toSorted() : [String(record?.values.name)];
      }) ?? []
    );
  }

  /** Envelopes of a room that are still there. */
  lanesOf(room: string): number {
    return this.engine.lanes.size(room).rows;
  }

  texts(documentId: DocumentId): readonly string[] {
    return (
      this.read(documentId, (doc) =>
        readRecords(doc, 'conversations').map((record) =>
          readText(doc, 'conversations', RecordId.parse(record.id), 'whatIsGoingOn'),
        ),
      ) ?? []
    );
  }
}

export const eventually = (check: () => void | Promise<void>): Promise<void> =>
  vi.waitFor(check, { timeout: 60_000, interval: 20 });

/** Everything that was written is on the server's disk. */
export const allShared = (...vaults: readonly TestVault[]): Promise<void> =>
  eventually(() => {
    for (const vault of vaults) {
      expect(vault.engine.status().state).toBe('online');
      expect(vault.engine.waitingRooms()).toEqual([]);
    }
  });
