/** One laptop: real store, documents, lanes, keys and engine; its clock, timers, chance and network belong to the simulation. */
import { DocumentStore } from '../../electron/vault/documents/documentStore.ts';
import { loadIdentity, newIdentity, storeIdentity } from '../../electron/vault/keys/identity.ts';
import { PRODUCTION_KEY_POLICY } from '../../electron/vault/keys/kdf.ts';
import { nodeMachine } from '../../electron/vault/nodeMachine.ts';
import type { OpenVault } from '../../electron/vault/openVault.ts';
import { createAuditLog } from '../../electron/vault/store/audit.ts';
import type { Store } from '../../electron/vault/store/open.ts';
import { Compactor } from '../../electron/vault/sync/compactor.ts';
import { SyncEngine } from '../../electron/vault/sync/syncEngine.ts';
import type { VaultDeps } from '../../electron/vault/vaultDeps.ts';
import { newId } from '../../shared/domain/ids.ts';
import { bytesToHex } from '../../shared/sync/bytes.ts';
import type { TeamEvent } from '../../shared/sync/teamLog.ts';
import { memoryStore } from './memoryStore.ts';
import type { SeededRandom } from './seededRandom.ts';
import type { SimulatedLink } from './simulatedLink.ts';
import type { SimulatedServer } from './simulatedServer.ts';

/** Thrown in the middle of a transaction: the process is gone. */
export class SimulatedCrash extends Error {}

const secret = (byte: number): Uint8Array => new Uint8Array(32).fill(byte);

interface PendingTimer {
  readonly atMs: number;
  readonly run: () => void;
}

export class SimulatedDevice {
  readonly name: string;
  readonly #random: SeededRandom;
  readonly #server: () => SimulatedServer;
  #timers: PendingTimer[] = [];
  #nowMs: number;
  #crashIn = Number.POSITIVE_INFINITY;
  /** Code that catches everything may live on for a moment; it can no longer write. */
  #isDead = false;
  readonly #assertAlive = (): void => {
    if (this.#isDead) throw new SimulatedCrash();
  };
  #store: Store;
  #vault!: OpenVault;
  #engine!: SyncEngine;
  isCutOff = false;
  link: SimulatedLink | null = null;
  #unreachable: (() => void)[] = [];

  constructor(options: {
    name: string;
    image: Buffer | null;
    random: SeededRandom;
    server: () => SimulatedServer;
    nowMs: number;
  }) {
    this.name = options.name;
    this.#random = options.random;
    this.#server = options.server;
    this.#nowMs = options.nowMs;
    this.#store = memoryStore(options.image, this.#assertAlive);
    this.#open();
  }

  get engine(): SyncEngine {
    return this.#engine;
  }
  get store(): Store {
    return this.#store;
  }
  get documents(): DocumentStore {
    return this.#vault.documents;
  }
  get userId(): string {
    return this.#vault.me.userId;
  }
  get deviceFacts() {
    const { userId, deviceId, signPublicKey, boxPublicKey } = this.#vault.identity;
    return {
      user: userId,
      device: deviceId,
      signPublicKey: bytesToHex(signPublicKey),
      boxPublicKey: bytesToHex(boxPublicKey),
    };
  }
  get isDead(): boolean {
    return this.#isDead;
  }
  get timers(): number {
    return this.#timers.length;
  }
  get refusedConnections(): number {
    return this.#unreachable.length;
  }

  #deps(): VaultDeps {
    return {
      host: 'memory',
      appVersion: '0.1.0',
      dataFolder: '',
      clock: { nowMs: () => this.#nowMs },
      random: {
        bytes: (length) => {
          this.#crashIn -= 1;
          if (this.#crashIn <= 0 && this.#store.db.inTransaction) this.#isDead = true;
          this.#assertAlive();
          return this.#random.bytes(length);
        },
      },
      logger: { event: () => undefined },
      stretch: () => Promise.reject(new Error('not used')),
      keychain: null,
      openSocket: null,
      machine: nodeMachine(),
      keyPolicy: PRODUCTION_KEY_POLICY,
      setTimer: (run, ms) => {
        const timer = { atMs: this.#nowMs + ms, run };
        this.#timers.push(timer);
        return {
          cancel: () => {
            this.#timers = this.#timers.filter((other) => other !== timer);
          },
        };
      },
      end: () => undefined,
    };
  }

  #open(): void {
    const deps = this.#deps();
    const store = this.#store;
    if (!loadIdentity(store, secret(2))) {
      const facts = { name: this.name, jobTitle: 'wijkteam', practice: false, createdAtMs: 0 };
      storeIdentity(store, newIdentity(deps.random), facts, { identityKey: secret(2), random: deps.random });
    }
    const who = loadIdentity(store, secret(2));
    if (!who) throw new Error('no identity');
    let engine: SyncEngine | null = null;
    const documents = new DocumentStore({
      store,
      me: who.me,
      deps,
      emit: () => undefined,
      isShared: () => true,
      onSaved: (documentId) => engine?.noteSaved(documentId),
    });
    this.#vault = {
      profileId: newId(this.#random),
      profileFolder: '',
      practice: false,
      store,
      documents,
      audit: createAuditLog({ store, key: secret(3), clock: deps.clock, me: who.me }),
      me: who.me,
      identity: who.identity,
      keys: { database: secret(1), identity: secret(2), audit: secret(3), header: secret(4), pin: secret(5) },
      deps,
      emit: () => undefined,
      lockSoon: () => undefined,
      wipeSoon: () => undefined,
    };
    engine = new SyncEngine(
      this.#vault,
      (_server, listener) => {
        if (this.isCutOff) {
          this.#unreachable.push(() => listener.closed(null, { reason: 'UNREACHABLE', status: null }));
          return { send: () => undefined, close: () => undefined };
        }
        this.link = this.#server().connect(listener);
        return this.link.deviceEnd;
      },
      {
        statusChanged: () => undefined,
        teamChanged: () => undefined,
        applied: () => undefined,
        joinRequest: () => undefined,
        otherFrame: () => undefined,
        online: () => undefined,
        revoked: () => undefined,
      },
    );
    this.#engine = engine;
    engine.start();
  }

  /** The connection that could not be made says so. */
  tellUnreachable(): void {
    this.#unreachable.shift()?.();
  }

  runNextTimer(): void {
    const next = this.#timers.toSorted((a, b) => a.atMs - b.atMs)[0];
    if (!next) return;
    this.#timers = this.#timers.filter((other) => other !== next);
    this.#nowMs = Math.max(this.#nowMs, next.atMs);
    next.run();
  }

  /** The process dies inside a coming transaction, when it asks for the n-th piece of chance. */
  crashSoon(after: number): void {
    this.#crashIn = after;
  }

  #stop(): void {
    this.#crashIn = Number.POSITIVE_INFINITY;
    this.#isDead = false;
    this.#engine.stop();
    this.link?.cut();
    this.link = null;
    this.#timers = [];
    this.#unreachable = [];
    this.#vault.documents.end();
    this.#timers = [];
  }

  /** The process ends without a word and starts again: only what was committed is there. */
  restart(): void {
    if (this.#store.db.inTransaction) throw new Error('a transaction outlived the crash');
    this.#stop();
    this.#open();
  }

  image(): Buffer {
    return this.#store.db.serialize();
  }

  /** An older copy of the disk is put back. */
  restoreFrom(image: Buffer): void {
    this.#stop();
    this.#store.close();
    this.#store = memoryStore(image, this.#assertAlive);
    this.#open();
  }

  /** A decision about the team, kept and signed as soon as there is a connection. */
  decide(...events: readonly TeamEvent[]): void {
    this.#store.transaction(() => this.#engine.decide(...events));
    this.#engine.announce();
  }

  /** As the app does it at idle, without waiting until the room is large. */
  compact(room: string): boolean {
    const compactor = new Compactor({ store: this.#store, lanes: this.#engine.lanes, sealer: this.#engine.sealer });
    const compacted = compactor.compact(room) !== null;
    if (compacted) this.#engine.shareNow();
    return compacted;
  }

  end(): void {
    this.#stop();
    this.#store.close();
  }
}
