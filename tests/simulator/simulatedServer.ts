/** The real server behind simulated connections: its sockets' code, hub, group commit, room log and team log, over a database in memory. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { decodeFrame } from '../../shared/sync/frames.ts';
import { decodeLaneVector } from '../../shared/sync/syncMessages.ts';
import type { SocketListener } from '../../electron/vault/sync/syncSocket.ts';
import { ServerConfig } from '../../sync-server/config.ts';
import { GroupCommit } from '../../sync-server/groupCommit.ts';
import { Hub } from '../../sync-server/hub.ts';
import { JoinRelay } from '../../sync-server/joinRelay.ts';
import { Quarantine } from '../../sync-server/quarantine.ts';
import { MuxSocket } from '../../sync-server/muxSocket.ts';
import type { ServerParts } from '../../sync-server/parts.ts';
import { RoomLog } from '../../sync-server/roomLog.ts';
import { openServerDatabase, readMeta, type ServerDatabase } from '../../sync-server/store.ts';
import { TeamDirectory } from '../../sync-server/teamDirectory.ts';
import { rememberStatements } from './rememberedStatements.ts';
import type { SeededRandom } from './seededRandom.ts';
import { SimulatedLink } from './simulatedLink.ts';

const config = ServerConfig.parse({ framesPerSecond: 100_000 });

/** Messages go out one by one here: their order is what the simulator plays with. */
const NO_WIRE = { cork: () => undefined, uncork: () => undefined };

export class SimulatedServer {
  readonly #random: SeededRandom;
  #db: ServerDatabase;
  #parts!: ServerParts;
  #links: SimulatedLink[] = [];
  #commitWaits = false;
  /** room → client → clock that was ever acknowledged since the last roll-back. */
  #acked = new Map<string, Map<number, number>>();
  readonly problems: string[] = [];

  constructor(image: Buffer | null, random: SeededRandom) {
    this.#random = random;
    this.#db = openImage(image);
    this.#start();
  }

  get parts(): ServerParts {
    return this.#parts;
  }
  get db(): ServerDatabase {
    return this.#db;
  }
  get commitWaits(): boolean {
    return this.#commitWaits;
  }

  #start(): void {
    const clock = { nowMs: () => 1_790_000_000_000 };
    const logger = {
      event: (name: string) => {
        if (name === 'socket.failed' || name === 'store.failed') this.problems.push(`the server logged ${name}`);
      },
    };
    this.#commitWaits = false;
    const db = this.#db;
    const teams = new TeamDirectory(db);
    const commit = new GroupCommit(db, () => (this.#commitWaits = true));
    this.#parts = {
      config,
      clock,
      random: this.#random,
      logger,
      db,
      commit,
      teams,
      hub: new Hub({ log: new RoomLog(db, config, logger), teams, commit, clock, logger }),
      joins: new JoinRelay(db),
      quarantine: new Quarantine(db),
      incarnation: readMeta(db, 'incarnation') ?? '',
      muxSockets: new Set(),
    };
  }

  connect(listener: SocketListener): SimulatedLink {
    const rooms = new Map<number, string>();
    const link = new SimulatedLink(listener, {
      fromServer: (bytes) => this.#onSent(rooms, bytes),
      fromDevice: (bytes) => {
        const frame = decodeFrame(bytes);
        if (frame?.kind === 'control' && frame.frame.type === 'open') rooms.set(frame.frame.index, frame.frame.room);
      },
    });
    this.#links = [...this.#links.filter((other) => other.isOpen), link];
    this.#parts.muxSockets.add(new MuxSocket(link.serverEnd, NO_WIRE, this.#parts));
    return link;
  }

  /** Nothing is acknowledged before it is committed. */
  #onSent(rooms: ReadonlyMap<number, string>, bytes: Uint8Array): void {
    const frame = decodeFrame(bytes);
    if (frame?.kind !== 'control' || frame.frame.type !== 'ack') return;
    const room = rooms.get(frame.frame.index) ?? '';
    if (this.#db.inTransaction) this.problems.push('acknowledged inside a transaction');
    const known = this.#acked.get(room) ?? new Map<number, number>();
    for (const [client, clock] of decodeLaneVector(frame.frame.stateVector) ?? [])
      known.set(client, Math.max(clock, known.get(client) ?? 0));
    this.#acked.set(room, known);
    this.checkAcknowledged();
  }

  /** Everything that was ever acknowledged is in the committed rows or in the archive. */
  checkAcknowledged(): void {
    const count = this.#db
      .prepare<[string, number, number, string, number, number], number>(
        `SELECT count(DISTINCT clock) FROM (
           SELECT clock FROM envelope WHERE room = ? AND client = ? AND clock < ?
           UNION ALL SELECT clock FROM archive WHERE room = ? AND client = ? AND clock < ?)`,
      )
      .pluck();
    const lane = this.#db
      .prepare<[string, number], number>('SELECT clock FROM lane WHERE room = ? AND client = ?')
      .pluck();
    for (const [room, clients] of this.#acked) {
      for (const [client, clock] of clients) {
        const stored = count.get(room, client, clock, room, client, clock) ?? 0;
        // After a roll-back a lane may come back with removed places, which are in nobody's archive.
        if ((lane.get(room, client) ?? 0) < clock || (stored < clock && !this.wasRolledBack))
          this.problems.push(`acknowledged ${String(clock)} but only ${String(stored)} are stored`);
      }
    }
  }
  wasRolledBack = false;

  commit(): void {
    this.#commitWaits = false;
    this.#parts.commit.flush();
  }

  /** The process ends: connections break, what was not committed is gone. */
  crash(): void {
    for (const link of this.#links) link.cut();
    this.#links = [];
    this.#start();
    this.checkAcknowledged();
  }

  image(): Buffer {
    return this.#db.serialize();
  }

  /** A copy of yesterday is put back. */
  rollBack(image: Buffer): void {
    for (const link of this.#links) link.cut();
    this.#links = [];
    this.#db.close();
    this.#db = openImage(image);
    this.#acked = new Map();
    this.wasRolledBack = true;
    this.#start();
  }

  end(): void {
    for (const link of this.#links) link.cut();
    this.#db.close();
  }
}

/** Without an image: made once in a file with the settings of the real server, then taken into memory. */
function openImage(image: Buffer | null): ServerDatabase {
  if (image) return rememberStatements(new Database(image));
  const folder = mkdtempSync(join(tmpdir(), 'samenspel-simulator-'));
  try {
    const made = openServerDatabase(join(folder, 'server.db'), () => '5e'.repeat(16));
    const bytes = made.serialize();
    made.close();
    // A database in memory has no write-ahead log: the header's two version bytes say so.
    bytes.fill(1, 18, 20);
    return rememberStatements(new Database(bytes));
  } finally {
    rmSync(folder, { recursive: true });
  }
}
