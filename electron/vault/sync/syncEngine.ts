/**
 * Sharing, for as long as the vault is open: connect when there is a team, come back with full jitter when the connection
 * breaks, and know at every moment what is shared and what is not.
 *
 * The status counts acknowledgements only: "Gedeeld" means on the server's disk, never "sent".
 */
import { bytesToHex } from '../../../shared/sync/bytes.ts';
import type { SigningDevice } from '../../../shared/sync/envelope.ts';
import { DOC_SCHEMA_MAJOR } from '../../../shared/documents/schema.ts';
import { ROOM_KINDS_SHARED_WITH_TEAM } from './sharingRules.ts';
import { parseEnvelope, verifyEnvelope } from '../../../shared/sync/envelope.ts';
import { closeCodes, type ControlFrame } from '../../../shared/sync/frames.ts';
import { hasRole, mayHaveWritten, mayUseRoom, type TeamEvent, type TeamState } from '../../../shared/sync/teamLog.ts';
import type { OpenVault } from '../openVault.ts';
import type { Timer } from '../vaultDeps.ts';
import { Applier } from './applier.ts';
import { Compactor } from './compactor.ts';
import { HeadWitness, type Missing } from './headWitness.ts';
import { Keyring } from './keyring.ts';
import { LaneStore } from './laneStore.ts';
import { HeldOrganisationKey } from './organisationParts.ts';
import { Sealer } from './sealer.ts';
import type { RoomTrouble } from './roomExchange.ts';
import { SyncSession } from './syncSession.ts';
import { isServerAddress, type OpenSocket, type SocketFailure, type SyncSocket } from './syncSocket.ts';
import { followWork } from '../progress.ts';
import { attemptLater } from '../store/laterWork.ts';
import { TeamKeeper } from './teamKeeper.ts';

const BACKOFF_FIRST_MS = 500;
const BACKOFF_CAP_MS = 60_000;

export type SharingState = 'noTeam' | 'offline' | 'connecting' | 'online' | 'revoked' | 'falseLog';

export interface SharingStatus {
  readonly state: SharingState;
  /** Documents with changes that are not on the server's disk. */
  readonly waiting: number;
  readonly lastSharedAtMs: number | null;
  readonly lastContactAtMs: number | null;
  readonly failure: SocketFailure | null;
  readonly troubledRooms: number;
  /** Something is here that only a newer app reads. */
  readonly newerApp: boolean;
  /** The team decided something that only a newer app reads: sharing waits for the update. */
  readonly newerLog: boolean;
  /** What colleagues have and the server does not give. */
  readonly withheld: readonly Missing[];
}

export interface RoomStatus {
  readonly state: 'local' | 'waiting' | 'shared';
  readonly sharedAtMs: number | null;
  /** Users whose device said it has seen everything we wrote here. */
  readonly seenBy: readonly string[];
  readonly trouble: RoomTrouble | null;
}

export interface EngineHooks {
  statusChanged(): void;
  teamChanged(): void;
  applied(room: string): void;
  joinRequest(invite: string, sealed: Uint8Array): void;
  otherFrame(frame: ControlFrame): void;
  /** Connected, and the team log is up to date. */
  online(): void;
  /** The team log says that this device is revoked. `wipe`: its data must go. */
  revoked(wipe: boolean): void;
}

/** Full jitter (never in step with other laptops): anywhere between 0 and the doubled ceiling. */
export function backoffMs(attempt: number, random: number): number {
  return Math.floor(random * Math.min(BACKOFF_CAP_MS, BACKOFF_FIRST_MS * 2 ** Math.min(attempt, 20)));
}

export class SyncEngine {
  readonly keeper: TeamKeeper;
  readonly lanes: LaneStore;
  readonly keyring: Keyring;
  readonly sealer: Sealer;
  /** The organisation key, while two papers are typed in. */
  readonly held: HeldOrganisationKey;
  readonly #vault: OpenVault;
  readonly #openSocket: OpenSocket;
  readonly #hooks: EngineHooks;
  readonly #device: SigningDevice;
  readonly #applier: Applier;
  readonly #compactor: Compactor;
  readonly #witness: HeadWitness;
  readonly #troubles = new Map<string, RoomTrouble>();
  #socket: SyncSocket | null = null;
  #session: SyncSession | null = null;
  #retry: Timer | null = null;
  #attempt = 0;
  #state: SharingState = 'noTeam';
  #failure: SocketFailure | null = null;
  #lastContactAtMs: number | null = null;
  #stopped = false;
  #newerLog = false;

  constructor(vault: OpenVault, openSocket: OpenSocket, hooks: EngineHooks) {
    const { store, documents, identity, deps } = vault;
    this.#vault = vault;
    this.#openSocket = openSocket;
    this.#hooks = hooks;
    this.#device = {
      device: identity.deviceId,
      signPublicKey: identity.signPublicKey,
      signSecretKey: identity.signSecretKey,
    };
    this.keeper = new TeamKeeper(store, deps.clock);
    this.lanes = new LaneStore(store, deps);
    this.held = new HeldOrganisationKey(deps);
    this.keyring = new Keyring(store, identity, deps, () => this.held.current);
    this.sealer = new Sealer({
      store,
      documents,
      lanes: this.lanes,
      keyring: this.keyring,
      device: this.#device,
      appVersion: deps.appVersion,
      schemaMajor: deps.documentSchemaMajor ?? DOC_SCHEMA_MAJOR,
      clock: deps.clock,
      random: deps.random,
    });
    this.#witness = new HeadWitness({
      store,
      lanes: this.lanes,
      keeper: this.keeper,
      device: identity.deviceId,
      clock: deps.clock,
      auditHead: () => {
        const head = vault.audit.head();
        return head === null ? null : { seq: head.seq, mac: bytesToHex(head.mac) };
      },
    });
    this.#applier = new Applier({
      store,
      documents,
      lanes: this.lanes,
      keyring: this.keyring,
      witness: this.#witness,
      clock: deps.clock,
      logger: deps.logger,
    });
    this.#compactor = new Compactor({ store, lanes: this.lanes, sealer: this.sealer });
  }

  get device(): SigningDevice {
    return this.#device;
  }

  /** Begins to share when there is a team; call it again after founding or joining one. */
  start(): void {
    if (this.#stopped || this.#socket || !this.keeper.membership) return;
    this.#retry?.cancel();
    this.#retry = null;
    this.#connect();
  }

  stop(): void {
    this.#stopped = true;
    this.held.drop();
    this.#retry?.cancel();
    this.#session?.end();
    this.#socket?.close();
  }

  /** Tries at once, also when the next try is far off. */
  shareNow(): void {
    if (this.#session?.online) this.#session.shareNow();
    else {
      this.#attempt = 0;
      this.start();
    }
  }

  noteSaved(documentId: string): void {
    this.#session?.noteSaved(documentId);
    this.#hooks.statusChanged();
  }

  noteLookedAt(documentId: string): void {
    this.#session?.noteLookedAt(documentId);
  }

  /** Keeps a decision and signs it as soon as there is a connection. Inside the caller's transaction. */
  decide(...events: readonly TeamEvent[]): void {
    for (const event of events) this.keeper.intend(event);
  }

  /** After the transaction with `decide`. */
  announce(): void {
    this.#session?.announce();
  }

  /** Opens with the held organisation key what no colleague gave us a key for. */
  openWithHeldKey(): void {
    const { state } = this.keeper;
    if (!state || !this.held.current) return;
    for (const room of this.lanes.rooms()) {
      if (!mayUseRoom(state, this.#device.device, room)) continue;
      this.#vault.store.transaction(() => {
        for (const bytes of this.lanes.keyboxes(room)) {
          const envelope = parseEnvelope(bytes);
          const author = envelope ? state.devices.get(envelope.device) : undefined;
          if (!envelope || !author || !mayHaveWritten(state, author.device, room)) continue;
          if (verifyEnvelope(room, envelope, author.signPublicKey)) this.keyring.take(room, envelope);
        }
      });
    }
    this.#session?.recheck();
  }

  send(frame: Parameters<SyncSession['send']>[0]): boolean {
    if (!this.#session?.online) return false;
    this.#session.send(frame);
    return true;
  }

  status(): SharingStatus {
    const { db } = this.#vault.store;
    return {
      state: this.#state,
      waiting: this.waitingRooms().length,
      lastSharedAtMs: db.prepare<[], number | null>('SELECT max(acked_at_ms) FROM room_sync').pluck().get() ?? null,
      lastContactAtMs: this.#lastContactAtMs,
      failure: this.#failure,
      troubledRooms: this.#troubles.size,
      newerApp: [...this.#troubles.values()].includes('NEWER_APP'),
      newerLog: this.#newerLog,
      withheld: this.keeper.state ? this.#witness.withheld(this.keeper.state) : [],
    };
  }

  /** Shared documents with something that the server did not acknowledge. */
  waitingRooms(): readonly string[] {
    return this.#vault.store.db
      .prepare<[], string>(
        `SELECT document_id FROM document d
         LEFT JOIN room_sync s ON s.room = d.document_id LEFT JOIN lane l ON l.room = d.document_id AND l.mine = 1
         WHERE coalesce(s.shared, 1) = 1 AND d.kind IN ('household', 'restricted', 'team') AND (EXISTS (SELECT 1 FROM team)) AND (
           EXISTS (SELECT 1 FROM document_update u WHERE u.document_id = d.document_id AND u.sealed = 0)
           OR (l.client IS NOT NULL AND l.acked < l.clock)
           OR (l.client IS NULL AND d.created_by <> ''))`,
      )
      .pluck()
      .all();
  }

  /** When something that this device wrote last came here. */
  lastReceivedAtMs(device: string): number | null {
    return (
      this.#vault.store.db
        .prepare<[string], number | null>(
          `SELECT max(e.received_at_ms) FROM outer_envelope e JOIN lane l ON l.room = e.room AND l.client = e.client
           WHERE l.device = ?`,
        )
        .pluck()
        .get(device) ?? null
    );
  }

  roomStatus(room: string): RoomStatus {
    const { db } = this.#vault.store;
    const own = this.lanes.ownLane(room);
    const state = this.keeper.state;
    const sharedAtMs =
      db.prepare<[string], number | null>('SELECT acked_at_ms FROM room_sync WHERE room = ?').pluck().get(room) ?? null;
    const isOpen = state !== null && (room === state.teamRoom || state.rooms.has(room));
    const waiting =
      this.sealer.unsealed(room) > 0 || (own === null ? isOpen && this.sealer.isMadeHere(room) : own.acked < own.clock);
    const seenBy = own
      ? db
          .prepare<[string, string, number], string>(
            'SELECT device FROM seen_by WHERE room = ? AND lane = ? AND seq >= ?',
          )
          .pluck()
          .all(room, own.lane, this.lanes.lastChange(own))
          .flatMap((device) => state?.devices.get(device)?.user ?? [])
      : [];
    return {
      state: waiting ? 'waiting' : isOpen ? 'shared' : 'local',
      sharedAtMs,
      seenBy: [...new Set(seenBy)].filter((user) => user !== this.#vault.me.userId),
      trouble: this.#troubles.get(room) ?? null,
    };
  }

  #connect(): void {
    const { membership } = this.keeper;
    if (!membership || !isServerAddress(membership.server)) return;
    this.#become('connecting');
    let socket: SyncSocket | null = null;
    const { deps } = this.#vault;
    // A disk that is full now: the server keeps what it has, and all of it is told again at the next connection.
    const guarded = (run: () => void): void =>
      void attemptLater(run, ({ tag }) => {
        deps.logger.event('sync.storeFailed', { tag });
        socket?.close();
      });
    const session = new SyncSession(
      { send: (bytes) => socket?.send(bytes), close: () => socket?.close() },
      {
        store: this.#vault.store,
        keeper: this.keeper,
        lanes: this.lanes,
        sealer: this.sealer,
        applier: this.#applier,
        compactor: this.#compactor,
        witness: this.#witness,
        device: this.#device,
        deps: { ...deps, setTimer: (run, ms) => deps.setTimer(() => guarded(run), ms) },
        roomsByRecency: (state) => this.#roomsByRecency(state),
        followReceiving: () => followWork(this.#vault, { work: 'RECEIVE', of: 0 }),
        roomsToAnnounce: (state) => this.#roomsToAnnounce(state),
      },
      {
        online: () => {
          this.#attempt = 0;
          this.#failure = null;
          this.#newerLog = false;
          this.#lastContactAtMs = this.#vault.deps.clock.nowMs();
          this.#become('online');
          this.#checkRevoked();
          this.#hooks.online();
        },
        changed: () => this.#hooks.statusChanged(),
        applied: (room) => this.#hooks.applied(room),
        trouble: (room, trouble) => this.#noteTrouble(room, trouble),
        teamChanged: () => {
          this.#hooks.teamChanged();
          this.#checkRevoked();
        },
        joinRequest: (invite, sealed) => this.#hooks.joinRequest(invite, sealed),
        otherFrame: (frame) => this.#hooks.otherFrame(frame),
        newerLog: () => {
          this.#newerLog = true;
          socket?.close();
        },
        falseLog: () => {
          this.#become('falseLog');
          socket?.close();
        },
      },
    );
    socket = this.#openSocket(membership.server, {
      opened: () => undefined,
      message: (bytes) => {
        this.#lastContactAtMs = deps.clock.nowMs();
        guarded(() => {
          if (!session.receive(bytes)) socket?.close();
        });
      },
      closed: (code, failure) => this.#onClosed(session, code, failure),
    });
    this.#socket = socket;
    this.#session = session;
  }

  #onClosed(session: SyncSession, code: number | null, failure: SocketFailure | null): void {
    session.end();
    if (this.#session !== session) return;
    this.#session = null;
    this.#socket = null;
    if (this.#stopped) return;
    this.#failure = failure;
    if (code === closeCodes.REVOKED) {
      this.#checkRevoked();
      return this.#become('revoked');
    }
    if (this.#state !== 'falseLog') this.#become('offline');
    this.#tryLater();
  }

  #tryLater(): void {
    const { deps } = this.#vault;
    const noise = new DataView(deps.random.bytes(4).slice().buffer).getUint32(0) / 2 ** 32;
    const again = (): void => {
      if (
        !attemptLater(
          () => this.start(),
          () => undefined,
        )
      )
        this.#tryLater();
    };
    this.#retry = deps.setTimer(again, backoffMs(this.#attempt, noise));
    this.#attempt += 1;
  }

  #become(state: SharingState): void {
    this.#state = state;
    this.#hooks.statusChanged();
  }

  #checkRevoked(): void {
    const own = this.keeper.state?.devices.get(this.#device.device);
    if (own?.revoked) this.#hooks.revoked(own.wipe);
  }

  #noteTrouble(room: string, trouble: RoomTrouble | null): void {
    if ((this.#troubles.get(room) ?? null) === trouble) return;
    if (trouble === null) this.#troubles.delete(room);
    else this.#troubles.set(room, trouble);
    this.#hooks.statusChanged();
  }

  #roomsByRecency(state: TeamState): readonly string[] {
    const known = this.#vault.store.db
      .prepare<[], string>(
        `SELECT d.document_id FROM document d LEFT JOIN household h ON h.household_id = d.household_id
         ORDER BY coalesce(h.changed_at_ms, d.created_at_ms) DESC`,
      )
      .pluck()
      .all();
    // A new laptop knows no document yet: the room that was opened last is tried first.
    const rooms = new Set([...known, ...[...state.rooms.keys()].toReversed()]);
    return [...rooms].filter((room) => state.rooms.has(room) && mayUseRoom(state, this.#device.device, room));
  }

  #roomsToAnnounce(state: TeamState) {
    // A lead who does not work with households looks in with a reason; so does everybody who only has another role.
    const team = [...state.rolesByUser.keys()].filter(
      (user) => hasRole(state, user, 'MEDEWERKER') && user !== this.#vault.me.userId,
    );
    return this.#vault.store.db
      .prepare<[], { room: string; kind: 'household' | 'restricted' }>(
        `SELECT d.document_id AS room, d.kind FROM document d LEFT JOIN room_sync s ON s.room = d.document_id
         WHERE d.kind IN ('household', 'restricted') AND coalesce(s.shared, 1) = 1 AND d.created_by <> '' ORDER BY d.created_at_ms`,
      )
      .all()
      .filter(({ room }) => !state.rooms.has(room))
      .map(({ room, kind }) => ({ room, kind, ...(ROOM_KINDS_SHARED_WITH_TEAM.has(kind) ? { users: team } : {}) }));
  }
}
