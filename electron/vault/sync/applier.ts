/**
 * From envelopes to documents: verify, take keys, decrypt, join parts, merge, apply once.
 *
 * Promises: nothing unauthenticated reaches Yjs; an envelope is applied only after everything its writer had seen
 * (frontier), so nothing is ever applied out of causal order; what a device signed after it lost access is left out (cutOff.ts); what it applied and the mark that it did are one
 * transaction; a gap, a missing key or a bad envelope holds back that lane only, and says which it is.
 */
import * as Y from 'yjs';
import {
  envelopeKinds,
  openEnvelope,
  parseEnvelope,
  verifyEnvelope,
  type ParsedEnvelope,
} from '../../../shared/sync/envelope.ts';
import type { EnvelopeBody } from '../../../shared/sync/envelopeBody.ts';
import { mayHaveWritten, mayUseRoom, type TeamDevice, type TeamState } from '../../../shared/sync/teamLog.ts';
import { documentKinds, type DocumentKind } from '../../../shared/documents/schema.ts';
import { DocumentId, HouseholdId } from '../../../shared/domain/ids.ts';
import type { Clock, Logger } from '../../../shared/deps.ts';
import type { DocumentFacts } from '../documents/documentLog.ts';
import type { DocumentStore } from '../documents/documentStore.ts';
import type { Store } from '../store/open.ts';
import { CutOff } from './cutOff.ts';
import type { HeadWitness } from './headWitness.ts';
import type { Keyring } from './keyring.ts';
import type { Lane, LaneStore } from './laneStore.ts';

/** Why a room is not whole yet. */
export type Hold =
  'WAITS_FOR_KEY' | 'WAITS_FOR_OTHERS' | 'BAD_ENVELOPE' | 'BROKEN_CHAIN' | 'FORGED' | 'UNREADABLE' | 'NEWER_APP';

export interface ApplyOutcome {
  readonly applied: number;
  readonly holds: ReadonlySet<Hold>;
}

export interface ApplierParts {
  readonly store: Store;
  readonly documents: DocumentStore;
  readonly lanes: LaneStore;
  readonly keyring: Keyring;
  readonly witness: HeadWitness;
  readonly clock: Clock;
  readonly logger: Logger;
}

interface Taken {
  readonly envelope: ParsedEnvelope;
  readonly body: EnvelopeBody;
}

/** The lanes as they will be when the transaction commits. */
type LaneMap = Map<string, Lane>;

export class Applier {
  readonly #parts: ApplierParts;
  readonly #takenKeyboxes = new Set<string>();
  constructor(parts: ApplierParts) {
    this.#parts = parts;
  }

  /** Applies everything in a room that can be applied now. */
  apply(state: TeamState, room: string): ApplyOutcome {
    const holds = new Set<Hold>();
    const cutOff = new CutOff(state, room, this.#parts.keyring);
    let applied = 0;
    // Each round may bring a key, or the envelope that another lane waits for.
    for (;;) {
      holds.clear();
      const round = this.#round(state, room, holds, cutOff);
      applied += round;
      if (round === 0 && !cutOff.heard()) return { applied, holds };
    }
  }

  #round(state: TeamState, room: string, holds: Set<Hold>, cutOff: CutOff): number {
    const { store, documents, lanes } = this.#parts;
    const before = lanes.lanes(room);
    const next: LaneMap = new Map(before.map((lane) => [lane.lane, lane]));
    const taken: Taken[] = [];
    let progress = true;
    const keyboxes = store.transaction(() => this.#takeKeys(state, room, cutOff));
    for (const hash of keyboxes) this.#takenKeyboxes.add(hash);
    return store.transaction(() => {
      while (progress) {
        progress = false;
        for (const lane of before) {
          const moved = this.#advance(state, room, lane.lane, next, holds, cutOff);
          if (moved === null) continue;
          progress = true;
          taken.push(...moved);
        }
      }
      const changes = taken.filter((item) => item.envelope.kind !== 'HEAD');
      const payloads = changes.map((item) => item.body).filter((body) => body.payload.length > 0);
      const changed = before.filter((lane) => next.get(lane.lane)?.applied !== lane.applied);
      if (changed.length === 0) return 0;
      const remember = (): void => {
        for (const lane of changed) lanes.put(next.get(lane.lane) ?? lane);
        for (const item of taken) {
          this.#noteSeen(room, item, next);
          // The word of a colleague about other rooms; only the team room carries it.
          if (item.envelope.kind === 'HEAD' && item.body.payload.length > 0 && room === state.teamRoom)
            this.#parts.witness.take(item.envelope.device, item.body.payload);
        }
      };
      const joined = joinParts(changes);
      const first = payloads[0];
      if (joined.length === 0 || !first) {
        remember();
        return changed.length;
      }
      const facts = factsOf(room, payloads);
      if (!facts) {
        holds.add('UNREADABLE');
        return 0;
      }
      const whole = documents.merge(
        facts,
        joined.length === 1 ? (joined[0] ?? new Uint8Array()) : Y.mergeUpdates(joined),
        {
          inTransaction: remember,
          author: writerOf(state, taken),
        },
      );
      if (!whole) {
        holds.add('WAITS_FOR_OTHERS');
        return 0;
      }
      return changed.length;
    });
  }

  /**
   * Keys first, wherever they stand: a key may come after what it opens was compacted into a snapshot, and also in a place
   * that a snapshot of another lane covered before it came.
   */
  #takeKeys(state: TeamState, room: string, cutOff: CutOff): readonly string[] {
    const taken: string[] = [];
    const departed: ParsedEnvelope[] = [];
    const take = (envelope: ParsedEnvelope): void => {
      this.#parts.keyring.take(room, envelope);
      taken.push(envelope.hash);
    };
    for (const bytes of this.#parts.lanes.keyboxes(room)) {
      const envelope = parseEnvelope(bytes);
      if (envelope?.kind !== 'KEYBOX' || this.#takenKeyboxes.has(envelope.hash)) continue;
      const author = authorOf(state, room, envelope);
      if (!author || !verifyEnvelope(room, envelope, author.signPublicKey)) continue;
      if (mayUseRoom(state, author.device, room)) take(envelope);
      else departed.push(envelope);
    }
    // Of who lost access last: what colleagues gave says whether they may still give.
    for (const envelope of departed) if (cutOff.acceptsKey(envelope)) take(envelope);
    return taken;
  }

  /** Takes one whole change (all its parts) of a lane, or null when that cannot be done now. */
  #advance(
    state: TeamState,
    room: string,
    laneId: string,
    next: LaneMap,
    holds: Set<Hold>,
    cutOff: CutOff,
  ): readonly Taken[] | null {
    const lane = next.get(laneId);
    if (!lane || lane.mine === 1 || lane.applied >= lane.clock) return null;
    const rows = this.#parts.lanes.rows(room, lane.client, lane.applied);
    const taken: Taken[] = [];
    let { applied, appliedHead } = lane;
    for (const row of rows) {
      if (row.clock !== applied) {
        // Removed by a compaction: its content comes back in a snapshot, whose cover moves this lane on.
        holds.add('WAITS_FOR_OTHERS');
        return this.#jumpToSnapshot(state, room, lane, rows, next, holds, cutOff);
      }
      const envelope = parseEnvelope(row.bytes);
      const author = envelope ? authorOf(state, room, envelope) : undefined;
      if (!envelope || !author) return hold(holds, envelope ? 'FORGED' : 'BAD_ENVELOPE');
      if (!verifyEnvelope(room, envelope, author.signPublicKey)) return hold(holds, 'FORGED');
      if (envelope.prev !== appliedHead) return hold(holds, 'BROKEN_CHAIN');
      if (!cutOff.accepts(envelope)) return null;
      if (envelope.kind === 'NEWER') return hold(holds, 'NEWER_APP');
      applied += 1;
      appliedHead = envelope.hash;
      if (envelope.kind === 'KEYBOX') {
        next.set(laneId, { ...lane, applied, appliedHead });
        return [];
      }
      const body = this.#open(room, envelope, holds);
      if (!body) return null;
      cutOff.name([...body.frontier, ...envelope.cover]);
      if (envelope.kind !== 'SNAPSHOT' && !isReady(body, next)) return hold(holds, 'WAITS_FOR_OTHERS');
      taken.push({ envelope, body });
      if (body.part + 1 < body.parts) continue;
      next.set(laneId, { ...lane, applied, appliedHead });
      if (envelope.kind === 'SNAPSHOT') coverLanes(envelope, next);
      return taken;
    }
    // The rest of a large change has not come yet.
    holds.add('WAITS_FOR_OTHERS');
    return null;
  }

  /** A lane whose past was compacted away: a snapshot further on in it may cover exactly what is missing. */
  #jumpToSnapshot(
    state: TeamState,
    room: string,
    lane: Lane,
    rows: readonly { readonly clock: number; readonly bytes: Uint8Array }[],
    next: LaneMap,
    holds: Set<Hold>,
    cutOff: CutOff,
  ): readonly Taken[] | null {
    const start = rows.findIndex((row) => row.bytes[1] !== envelopeKinds.KEYBOX);
    const first = rows[start];
    const parts: Taken[] = [];
    for (const row of rows.slice(Math.max(0, start))) {
      if (!first || row.clock !== first.clock + parts.length) return null;
      const envelope = parseEnvelope(row.bytes);
      const author = envelope ? authorOf(state, room, envelope) : undefined;
      if (!envelope || !author || !verifyEnvelope(room, envelope, author.signPublicKey)) return hold(holds, 'FORGED');
      if (!cutOff.accepts(envelope)) return null;
      if (envelope.kind === 'NEWER') return hold(holds, 'NEWER_APP');
      if (envelope.kind === 'KEYBOX' || envelope.kind === 'HEAD') return null;
      const body = this.#open(room, envelope, holds);
      if (body) cutOff.name([...body.frontier, ...envelope.cover]);
      if (!body || body.part !== parts.length) return null;
      parts.push({ envelope, body });
      if (body.part + 1 < body.parts) continue;
      const covered = envelope.cover.find((entry) => entry.lane === lane.lane)?.seq ?? -1;
      if (envelope.kind !== 'SNAPSHOT' || covered < first.clock - 1) return null;
      next.set(lane.lane, { ...lane, applied: row.clock + 1, appliedHead: envelope.hash });
      coverLanes(envelope, next);
      return parts;
    }
    return null;
  }

  #open(room: string, envelope: ParsedEnvelope, holds: Set<Hold>): EnvelopeBody | null {
    const key = this.#parts.keyring.key(room, envelope.keyEpoch);
    if (!key) return hold(holds, 'WAITS_FOR_KEY');
    const body = openEnvelope(room, envelope, key);
    return body.ok ? body.value : hold(holds, 'UNREADABLE');
  }

  /** What the writer said it had seen of our own lanes. */
  #noteSeen(room: string, { envelope, body }: Taken, lanes: LaneMap): void {
    const put = this.#parts.store.db.prepare(
      `INSERT INTO seen_by VALUES (?, ?, ?, ?, ?)
       ON CONFLICT (room, device, lane) DO UPDATE SET seq = excluded.seq, seen_at_ms = excluded.seen_at_ms WHERE excluded.seq > seq`,
    );
    for (const entry of [...body.frontier, ...envelope.cover]) {
      const lane = lanes.get(entry.lane);
      if (lane && lane.mine !== 0) put.run(room, envelope.device, entry.lane, entry.seq, this.#parts.clock.nowMs());
    }
  }
}

/** Who signed it, when that device was ever among the writers of this room. */
const authorOf = (state: TeamState, room: string, envelope: ParsedEnvelope): TeamDevice | undefined =>
  mayHaveWritten(state, envelope.device, room) ? state.devices.get(envelope.device) : undefined;

function hold(holds: Set<Hold>, reason: Hold): null {
  holds.add(reason);
  return null;
}

/** Everything that the writer had seen is in our document, or will be in this same round. */
const isReady = (body: EnvelopeBody, lanes: LaneMap): boolean =>
  body.frontier.every((entry) => {
    const lane = lanes.get(entry.lane);
    return lane !== undefined && (lane.mine === 1 || lane.applied > entry.seq);
  });

/** A snapshot stands for everything under its cover. */
function coverLanes(envelope: ParsedEnvelope, lanes: LaneMap): void {
  for (const entry of envelope.cover) {
    const lane = lanes.get(entry.lane);
    if (!lane || lane.mine === 1 || lane.applied > entry.seq) continue;
    lanes.set(entry.lane, { ...lane, applied: entry.seq + 1, appliedHead: entry.head });
  }
}

/** The one colleague who wrote all of it; '?' when there are several, or when a snapshot holds the words of others. */
function writerOf(state: TeamState, taken: readonly Taken[]): string {
  const authors = new Set(
    taken.map(({ envelope }) =>
      envelope.kind === 'SNAPSHOT' ? '?' : (state.devices.get(envelope.device)?.user ?? '?'),
    ),
  );
  return authors.size === 1 ? ([...authors][0] ?? '?') : '?';
}

/** Whole changes: parts are consecutive in `taken`. */
function joinParts(taken: readonly Taken[]): Uint8Array[] {
  const changes: Uint8Array[] = [];
  let pending: Uint8Array[] = [];
  for (const { body } of taken) {
    if (body.payload.length === 0) continue;
    pending.push(body.payload);
    if (body.part + 1 < body.parts) continue;
    const whole = new Uint8Array(pending.reduce((sum, part) => sum + part.length, 0));
    let offset = 0;
    for (const part of pending) {
      whole.set(part, offset);
      offset += part.length;
    }
    changes.push(whole);
    pending = [];
  }
  return changes;
}

function factsOf(room: string, bodies: readonly EnvelopeBody[]): DocumentFacts | null {
  const first = bodies[0];
  const documentId = DocumentId.safeParse(room);
  const householdId = HouseholdId.safeParse(first?.householdId);
  if (!first || !documentId.success || !householdId.success || !Object.hasOwn(documentKinds, first.documentKind))
    return null;
  return {
    documentId: documentId.data,
    householdId: householdId.data,
    kind: first.documentKind as DocumentKind,
    schemaMajor: Math.max(...bodies.map((body) => body.schemaMajor)),
  };
}
