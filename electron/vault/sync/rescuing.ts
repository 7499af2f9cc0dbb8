/**
 * Work that lost its room: changes of this laptop that the team does not have, in a document that this worker may no longer
 * write in. They go sealed into quarantine, where a lead takes them over or declines them. Nothing is dropped: what was not
 * acknowledged is brought again.
 */
import * as Y from 'yjs';
import { openEnvelope, parseEnvelope } from '../../../shared/sync/envelope.ts';
import { bytesToHex, concatBytes } from '../../../shared/sync/bytes.ts';
import type { ControlFrame } from '../../../shared/sync/frames.ts';
import { RESCUE_PART_BYTES, sealRescue } from '../../../shared/sync/quarantine.ts';
import { mayUseRoom, type TeamState } from '../../../shared/sync/teamLog.ts';
import type { OpenVault } from '../openVault.ts';
import type { SyncEngine } from './syncEngine.ts';

export type RescueFrame = Extract<ControlFrame, { type: 'rescue' }>;

export interface Rescue {
  readonly room: string;
  readonly item: string;
  readonly frames: readonly RescueFrame[];
}

/** Rooms of the log with changes of ours that the team does not have, and that we may not write in any more. */
export function roomsToRescue(engine: SyncEngine): readonly string[] {
  const { state } = engine.keeper;
  if (!state) return [];
  return engine
    .waitingRooms()
    .filter((room) => state.rooms.has(room) && !mayUseRoom(state, engine.device.device, room));
}

/** Seals what waits in one room. Null when there is nothing to read after all. */
export function rescueOf(vault: OpenVault, engine: SyncEngine, state: TeamState, room: string): Rescue | null {
  const facts = vault.documents.facts(room);
  const updates = unshared(vault, engine, room);
  if (!facts || updates.length === 0) return null;
  const item = bytesToHex(vault.deps.random.bytes(16));
  const work = {
    room,
    householdId: facts.householdId,
    documentKind: facts.kind,
    user: vault.me.userId,
    update: updates.length === 1 ? (updates[0] ?? new Uint8Array()) : Y.mergeUpdates([...updates]),
  };
  const sealed = sealRescue(state, item, work, vault.deps.random.bytes(56), engine.device);
  const parts = Math.ceil(sealed.length / RESCUE_PART_BYTES);
  const frames = Array.from({ length: parts }, (_, part): RescueFrame => ({
    type: 'rescue',
    item,
    part,
    parts,
    room,
    sealed: sealed.slice(part * RESCUE_PART_BYTES, (part + 1) * RESCUE_PART_BYTES),
  }));
  return { room, item, frames };
}

/** Rows that were never sealed, and what was sealed without ever reaching the server. */
function unshared(vault: OpenVault, engine: SyncEngine, room: string): readonly Uint8Array[] {
  const updates: Uint8Array[] = [];
  const own = engine.lanes.ownLane(room);
  let parts: Uint8Array[] = [];
  for (const row of own ? engine.lanes.rows(room, own.client, own.acked) : []) {
    const envelope = parseEnvelope(row.bytes);
    const key = envelope ? engine.keyring.key(room, envelope.keyEpoch) : null;
    const body = envelope && key ? openEnvelope(room, envelope, key) : null;
    if (!body?.ok || body.value.payload.length === 0) continue;
    parts.push(body.value.payload);
    if (body.value.part + 1 < body.value.parts) continue;
    updates.push(concatBytes(...parts));
    parts = [];
  }
  const rows = vault.store.db
    .prepare<[string], Uint8Array>(
      'SELECT bytes FROM document_update WHERE document_id = ? AND sealed = 0 ORDER BY seq',
    )
    .pluck()
    .all(room);
  return [...updates, ...rows.map((bytes) => new Uint8Array(bytes))];
}

/**
 * The server has it on disk: nothing waits here any more. The lane is retired, so that access given back later begins with the
 * whole state, this work included.
 */
export function settleRescue(vault: OpenVault, engine: SyncEngine, room: string): void {
  vault.store.transaction(() => {
    const own = engine.lanes.ownLane(room);
    if (own) {
      engine.lanes.forgetUnacknowledged(own);
      const kept = engine.lanes.ownLane(room);
      if (kept) engine.lanes.put({ ...kept, mine: 2 });
    }
    vault.store.db.prepare('UPDATE document_update SET sealed = 1 WHERE document_id = ? AND sealed = 0').run(room);
  });
}
