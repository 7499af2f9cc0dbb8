/**
 * Seals what was saved into envelopes of the own lane: all unsealed rows of a document become one change, cut into parts
 * when large. Before that, keys are given or replaced when the team log asks for it.
 *
 * One transaction: envelopes, lane clock, and the rows marked as sealed exist together or not at all.
 */
import * as Y from 'yjs';
import {
  MAX_ENVELOPE_BYTES,
  envelopeKinds,
  parseEnvelope,
  sealEnvelope,
  signKeybox,
  type CoverEntry,
  type SigningDevice,
} from '../../../shared/sync/envelope.ts';
import type { EnvelopeBody } from '../../../shared/sync/envelopeBody.ts';
import { mayUseRoom, readersOf, type TeamState } from '../../../shared/sync/teamLog.ts';
import type { Clock, Random } from '../../../shared/deps.ts';
import { isWritable } from '../documents/documentLog.ts';
import type { DocumentStore } from '../documents/documentStore.ts';
import type { Store } from '../store/open.ts';
import type { DueKeys, EpochKey, Keyring } from './keyring.ts';
import type { Lane, LaneStore } from './laneStore.ts';

/** Room for header, cover, padding and signature inside one envelope. */
const PART_BYTES = MAX_ENVELOPE_BYTES / 2;

export interface SealerParts {
  readonly store: Store;
  readonly documents: DocumentStore;
  readonly lanes: LaneStore;
  readonly keyring: Keyring;
  readonly device: SigningDevice;
  readonly appVersion: string;
  readonly schemaMajor: number;
  readonly clock: Clock;
  readonly random: Random;
}

export class Sealer {
  readonly #parts: SealerParts;
  constructor(parts: SealerParts) {
    this.#parts = parts;
  }

  /** Rows of a document that are not in an envelope yet. */
  unsealed(room: string): number {
    return (
      this.#parts.store.db
        .prepare<[string], number>('SELECT count(*) FROM document_update WHERE document_id = ? AND sealed = 0')
        .pluck()
        .get(room) ?? 0
    );
  }

  /** False for a document that came from a colleague. */
  isMadeHere(room: string): boolean {
    const by = this.#parts.store.db
      .prepare<[string], string>('SELECT created_by FROM document WHERE document_id = ?')
      .pluck()
      .get(room);
    return by !== undefined && by !== '';
  }

  /**
   * Seals everything that waits in a room. Only call it when the server's state of the room is known: a lane that the
   * server has further than we have is not ours to continue. 'postponed': a key must be replaced, nothing waits to be
   * written under it, and `isOurTurn` says that another laptop does that.
   */
  seal(state: TeamState, room: string, isOurTurn: () => boolean = () => true): 'sealed' | 'nothing' | 'postponed' {
    const { store, lanes, documents, device } = this.#parts;
    const facts = documents.facts(room);
    if (!facts) return 'nothing';
    return store.transaction(() => {
      const before = lanes.ownLane(room);
      const rows = this.#unsealedRows(room);
      const due = this.#parts.keyring.due(state, room);
      // The first time the whole state, when the document was made here: rows of before there was a team may be folded together.
      const whole = !before && this.isMadeHere(room);
      // What we took in of who lost access counts for the others once we named it.
      const names = this.#frontier(room).some((lane) => lane.device !== '' && !mayUseRoom(state, lane.device, room));
      const writes = whole || rows.length > 0;
      if (!writes && !due.replace && due.give.length === 0 && !names) return 'nothing';
      if (!writes && due.replace && !isOurTurn()) return 'postponed';
      const first = before ?? lanes.startLane(room, device.device);
      const { lane, key } = this.#giveKeys(state, room, first, due);
      if (!key) return 'nothing';
      if (writes) {
        const change = whole ? documents.stateOf(room) : Y.mergeUpdates(rows.map((row) => row.bytes));
        this.#appendChange(lane, key, change, { documentKind: facts.kind, householdId: facts.householdId }, []);
        this.#markSealed(room, rows.at(-1)?.seq ?? 0);
      } else if (names) this.attestHeads(room, new Uint8Array());
      return 'sealed';
    });
  }

  /**
   * Writes a new lane with everything that the server does not have of the old one: after a restore, or a clone. It is a
   * snapshot, so that what a lost compaction of ours removed here is covered again. False when it cannot be done now.
   */
  renewLane(room: string): boolean {
    const { store, lanes, documents, device, keyring } = this.#parts;
    const facts = documents.facts(room);
    const key = keyring.newest(room);
    if (!facts || !key) return false;
    return store.transaction(() => {
      const old = lanes.ownLane(room);
      if (old) {
        // A key that was given in what goes now has been given to nobody: it is given again in the new lane.
        for (const row of lanes.rows(room, old.client, old.acked)) {
          const gone = row.bytes[1] === envelopeKinds.KEYBOX ? parseEnvelope(row.bytes) : null;
          if (gone) keyring.forgetReaders(room, gone.keyEpoch);
        }
        lanes.forgetUnacknowledged(old);
      }
      const cover = lanes
        .lanes(room)
        .filter((lane) => lane.applied > 0)
        .map((lane) => ({ lane: lane.lane, seq: lane.applied - 1, head: lane.appliedHead }));
      const lane = lanes.startLane(room, device.device);
      const about = { documentKind: facts.kind, householdId: facts.householdId };
      this.#appendChange(lane, key, documents.stateOf(room), about, cover);
      this.#markSealed(room, Number.MAX_SAFE_INTEGER);
      return true;
    });
  }

  /** A snapshot of the whole document that covers exactly `cover`. Inside the caller's transaction. */
  snapshot(room: string, cover: readonly CoverEntry[]): boolean {
    const { lanes, documents, keyring } = this.#parts;
    const facts = documents.facts(room);
    const lane = lanes.ownLane(room);
    const key = keyring.newest(room);
    // A newer app's document may hold what we do not read: we relay it, and never fold it into a snapshot of ours.
    if (!facts || !lane || !key || !isWritable(facts)) return false;
    this.#appendChange(
      lane,
      key,
      documents.stateOf(room),
      { documentKind: facts.kind, householdId: facts.householdId },
      cover,
    );
    return true;
  }

  /** Says in the room what we have seen, without a change: lets a colleague read "heeft dit gezien". */
  attest(room: string): boolean {
    return this.#parts.store.transaction(
      () => this.#frontier(room).length > 0 && this.attestHeads(room, new Uint8Array()),
    );
  }

  /** Writes a HEAD with what this device saw of other rooms. Inside the caller's transaction. */
  attestHeads(room: string, payload: Uint8Array): boolean {
    const { lanes, documents, keyring, device } = this.#parts;
    const facts = documents.facts(room);
    const key = keyring.newest(room);
    if (!facts || !key) return false;
    const about = { documentKind: facts.kind, householdId: facts.householdId, part: 0, parts: 1, payload };
    this.#append(lanes.ownLane(room) ?? lanes.startLane(room, device.device), 'HEAD', key, about, []);
    return true;
  }

  /** A KEYBOX for every key that is due, the newest last. */
  #giveKeys(state: TeamState, room: string, first: Lane, due: DueKeys): { lane: Lane; key: EpochKey | null } {
    const { keyring, lanes, device } = this.#parts;
    const fresh = due.replace ? keyring.rotate(room) : null;
    const gifts = fresh
      ? [...due.give, { ...fresh, to: readersOf(state, room).map((reader) => reader.device) }]
      : due.give;
    let lane = first;
    for (const { epoch, key, to } of gifts) {
      const bytes = signKeybox(
        room,
        { keyEpoch: epoch, lane: lane.lane, seq: lane.clock, prev: lane.appliedHead },
        keyring.boxes(state, key, to),
        device,
      );
      const envelope = parseEnvelope(bytes);
      if (!envelope) throw new Error('a keybox that cannot be read');
      keyring.take(room, envelope);
      lane = lanes.appendOwn(lane, bytes, envelope.hash);
    }
    return { lane, key: keyring.newest(room) };
  }

  #appendChange(
    lane: Lane,
    key: EpochKey,
    change: Uint8Array,
    facts: { documentKind: string; householdId: string },
    cover: readonly CoverEntry[],
  ): Lane {
    const parts = Math.max(1, Math.ceil(change.length / PART_BYTES));
    let current = lane;
    for (let part = 0; part < parts; part++) {
      const payload = change.slice(part * PART_BYTES, (part + 1) * PART_BYTES);
      // Only the last part may promise that the rest can go.
      const last = part === parts - 1;
      const kind = cover.length > 0 && last ? 'SNAPSHOT' : 'UPDATE';
      current = this.#append(current, kind, key, { ...facts, part, parts, payload }, last ? cover : []);
    }
    return current;
  }

  #append(
    lane: Lane,
    kind: 'UPDATE' | 'SNAPSHOT' | 'HEAD',
    key: EpochKey,
    content: Pick<EnvelopeBody, 'documentKind' | 'householdId' | 'part' | 'parts' | 'payload'>,
    cover: readonly CoverEntry[],
  ): Lane {
    const { appVersion, schemaMajor, clock, random, lanes, device, documents } = this.#parts;
    const frontier = this.#frontier(lane.room);
    const body: EnvelopeBody = {
      frontier: frontier.map((other) => ({ lane: other.lane, seq: other.applied - 1 })),
      // What an older app writes again of a newer document stays as new as it is.
      schemaMajor: Math.max(schemaMajor, documents.facts(lane.room)?.schemaMajor ?? 0),
      appVersion,
      writtenAtMs: clock.nowMs(),
      ...content,
    };
    const header = { kind, keyEpoch: key.epoch, lane: lane.lane, seq: lane.clock, prev: lane.appliedHead, cover };
    const bytes = sealEnvelope(lane.room, header, body, key.key, random.bytes(24), device);
    const hash = parseEnvelope(bytes)?.hash;
    if (hash === undefined) throw new Error('an envelope that cannot be read');
    for (const other of frontier) lanes.put({ ...other, frontierSent: other.applied });
    return lanes.appendOwn(lane, bytes, hash);
  }

  /** Lanes that moved since we last said what we had seen. */
  #frontier(room: string): readonly Lane[] {
    return this.#parts.lanes.lanes(room).filter((lane) => lane.mine !== 1 && lane.applied > lane.frontierSent);
  }

  #unsealedRows(room: string): readonly { readonly seq: number; readonly bytes: Uint8Array }[] {
    return this.#parts.store.db
      .prepare<[string], { seq: number; bytes: Uint8Array }>(
        'SELECT seq, bytes FROM document_update WHERE document_id = ? AND sealed = 0 ORDER BY seq',
      )
      .all(room);
  }

  #markSealed(room: string, uptoSeq: number): void {
    this.#parts.store.db
      .prepare('UPDATE document_update SET sealed = 1 WHERE document_id = ? AND sealed = 0 AND seq <= ?')
      .run(room, uptoSeq);
  }
}
