/**
 * Quarantine, both ends. Of who lost access: brings what the team does not have, and forgets it here only after the server has
 * it on disk. Of a lead: keeps what came in, sealed as it is, until somebody takes it over or declines it.
 */
import { z } from 'zod';
import { concatBytes } from '../../../shared/sync/bytes.ts';
import { ORGANISATION_READER } from '../../../shared/sync/envelope.ts';
import type { ControlFrame } from '../../../shared/sync/frames.ts';
import { openRescue, type BoxReader, type RescuedWork } from '../../../shared/sync/quarantine.ts';
import { hasRole } from '../../../shared/sync/teamLog.ts';
import type { OpenVault } from '../openVault.ts';
import { rescueOf, roomsToRescue, settleRescue } from './rescuing.ts';
import type { SyncEngine } from './syncEngine.ts';

const PREFIX = 'quarantine.';
const StoredPart = z.object({
  item: z.string(),
  part: z.number(),
  parts: z.number(),
  room: z.string(),
  device: z.string(),
  receivedAtMs: z.number(),
  sealed: z.string(),
});
type StoredPart = z.infer<typeof StoredPart>;

export interface QuarantineItem {
  readonly item: string;
  readonly room: string;
  readonly device: string;
  readonly receivedAtMs: number;
  /** Every part is here. */
  readonly complete: boolean;
}

export class QuarantineKeeper {
  readonly #vault: OpenVault;
  readonly #engine: SyncEngine;
  readonly #changed: () => void;
  /** Item on its way → its room and the parts that the server has not confirmed. */
  readonly #bringing = new Map<string, { readonly room: string; readonly left: Set<number> }>();

  constructor(parts: { vault: OpenVault; engine: SyncEngine; changed: () => void }) {
    this.#vault = parts.vault;
    this.#engine = parts.engine;
    this.#changed = parts.changed;
  }

  /** Connected: asks what waits, and brings again what was not confirmed. */
  onOnline(): void {
    this.#bringing.clear();
    const { state } = this.#engine.keeper;
    if (state && hasRole(state, this.#vault.me.userId, 'TEAMLEIDER')) this.#engine.send({ type: 'readQuarantine' });
    this.bringLost();
  }

  /** Work of ours in rooms that we may not use any more. */
  bringLost(): void {
    const { state } = this.#engine.keeper;
    if (!state || state.devices.get(this.#engine.device.device)?.revoked !== false) return;
    const onTheirWay = new Set([...this.#bringing.values()].map(({ room }) => room));
    for (const room of roomsToRescue(this.#engine)) {
      if (onTheirWay.has(room)) continue;
      const rescue = rescueOf(this.#vault, this.#engine, state, room);
      if (!rescue || !rescue.frames.every((frame) => this.#engine.send(frame))) continue;
      this.#bringing.set(rescue.item, { room, left: new Set(rescue.frames.map(({ part }) => part)) });
    }
  }

  hear(frame: ControlFrame): void {
    if (frame.type === 'rescued') this.#confirmed(frame.item, frame.part);
    else if (frame.type === 'quarantined') this.#keep(frame);
    else if (frame.type === 'settleQuarantine') this.forget(frame.item);
  }

  items(): readonly QuarantineItem[] {
    const byItem = Map.groupBy(this.#parts(), ({ item }) => item);
    return [...byItem.values()]
      .flatMap(([first, ...others]) =>
        first
          ? [
              {
                item: first.item,
                room: first.room,
                device: first.device,
                receivedAtMs: first.receivedAtMs,
                complete: others.length + 1 === first.parts,
              },
            ]
          : [],
      )
      .toSorted((a, b) => a.receivedAtMs - b.receivedAtMs || (a.item < b.item ? -1 : 1));
  }

  /** The work in an item; null when it is not whole, not ours to read, or not what that device signed. */
  open(item: string): RescuedWork | null {
    const { state } = this.#engine.keeper;
    const parts = this.#parts(item).toSorted((a, b) => a.part - b.part);
    const [first] = parts;
    if (!state || !first || parts.length !== first.parts) return null;
    const sealed = concatBytes(...parts.map((part) => Uint8Array.from(Buffer.from(part.sealed, 'base64'))));
    const { identity } = this.#vault;
    const organisation = this.#engine.held.current;
    const readers: BoxReader[] = [
      { reader: identity.deviceId, boxPublicKey: identity.boxPublicKey, boxSecretKey: identity.boxSecretKey },
      ...(organisation ? [{ reader: ORGANISATION_READER, ...organisation }] : []),
    ];
    const work = openRescue(state, item, first.device, sealed, readers);
    return work?.room === first.room ? work : null;
  }

  /** A lead decided: the server lets it go and tells the other leads. False without a connection. */
  settle(item: string): boolean {
    return this.#engine.send({ type: 'settleQuarantine', item });
  }

  forget(item: string): void {
    const { store } = this.#vault;
    store.transaction(() => store.db.prepare('DELETE FROM ui_state WHERE key GLOB ?').run(`${PREFIX}${item}.*`));
    this.#changed();
  }

  #confirmed(item: string, part: number): void {
    const bringing = this.#bringing.get(item);
    bringing?.left.delete(part);
    if (!bringing || bringing.left.size > 0) return;
    this.#bringing.delete(item);
    settleRescue(this.#vault, this.#engine, bringing.room);
    this.#changed();
  }

  #keep(frame: Extract<ControlFrame, { type: 'quarantined' }>): void {
    const { store, deps } = this.#vault;
    const { type: _type, sealed, ...facts } = frame;
    if (!/^[0-9a-f]{32}$/.test(frame.item)) return;
    const part: StoredPart = { ...facts, sealed: Buffer.from(sealed).toString('base64') };
    store.transaction(() =>
      store.db
        .prepare('INSERT INTO ui_state VALUES (?, ?, ?) ON CONFLICT (key) DO NOTHING')
        .run(`${PREFIX}${frame.item}.${String(frame.part)}`, JSON.stringify(part), deps.clock.nowMs()),
    );
    this.#changed();
  }

  #parts(item = '*'): readonly StoredPart[] {
    return this.#vault.store.db
      .prepare<[string], string>('SELECT value FROM ui_state WHERE key GLOB ?')
      .pluck()
      .all(`${PREFIX}${item}.*`)
      .flatMap((text) => StoredPart.safeParse(JSON.parse(text)).data ?? []);
  }
}

/** Eight characters to tell dossiers apart by, without a name. */
export const markOfRoom = (room: string): string =>
  room.slice(0, 4).toUpperCase() + '-' + room.slice(4, 8).toUpperCase();
