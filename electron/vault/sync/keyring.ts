/**
 * Document keys by epoch. An epoch number is a counter with twelve random bits below it, so that two colleagues who
 * replace a key at the same moment never give two keys one number; the larger number is the newer key. All old keys are
 * kept: history must stay readable.
 */
import sodium from 'libsodium-wrappers-sumo';
import { ORGANISATION_READER, readKeybox, type ParsedEnvelope, type SealedKey } from '../../../shared/sync/envelope.ts';
import type { OrganisationKey } from '../../../shared/sync/organisationKey.ts';
import { mayUseRoom, readersOf, type TeamState } from '../../../shared/sync/teamLog.ts';
import type { Clock, Random } from '../../../shared/deps.ts';
import type { DeviceIdentity } from '../keys/identity.ts';
import type { Store } from '../store/open.ts';

const RANDOM_BITS = 12;
/** Far above what honest colleagues reach, far below what a header holds: nobody can use the numbers up for the others. */
const MAX_COUNTER = 2 ** 19;

export interface EpochKey {
  readonly epoch: number;
  readonly key: Uint8Array;
}

/** A key that these devices (and the organisation) have not been given yet. */
export interface KeyGift extends EpochKey {
  readonly to: readonly string[];
}

export interface DueKeys {
  readonly replace: boolean;
  /** Oldest first. */
  readonly give: readonly KeyGift[];
}

export class Keyring {
  readonly #store: Store;
  readonly #identity: DeviceIdentity;
  readonly #clock: Clock;
  readonly #random: Random;
  /** The organisation key while two papers are typed in; null otherwise. */
  readonly #organisation: () => OrganisationKey | null;

  constructor(
    store: Store,
    identity: DeviceIdentity,
    deps: { clock: Clock; random: Random },
    organisation: () => OrganisationKey | null = () => null,
  ) {
    this.#organisation = organisation;
    this.#store = store;
    this.#identity = identity;
    this.#clock = deps.clock;
    this.#random = deps.random;
  }

  /** Newest first. */
  keysOf(room: string): readonly EpochKey[] {
    return this.#store.db
      .prepare<[string, string], EpochKey>(
        `SELECT key_epoch AS epoch, key FROM document_key WHERE document_id = ?
         UNION SELECT key_epoch, key FROM room_key WHERE room = ? ORDER BY epoch DESC`,
      )
      .all(room, room);
  }

  key(room: string, epoch: number): Uint8Array | null {
    return this.keysOf(room).find((candidate) => candidate.epoch === epoch)?.key ?? null;
  }

  newest(room: string): EpochKey | null {
    return this.keysOf(room)[0] ?? null;
  }

  /** Stores a key. Inside the caller's transaction. */
  keep(room: string, epoch: number, key: Uint8Array): void {
    this.#store.db
      .prepare('INSERT INTO room_key VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING')
      .run(room, epoch, key, this.#clock.nowMs());
  }

  /** A fresh key after the newest one. Inside the caller's transaction. */
  rotate(room: string): EpochKey {
    const counter = ((this.newest(room)?.epoch ?? 0) >>> RANDOM_BITS) + 1;
    const noise = new DataView(this.#random.bytes(2).buffer).getUint16(0) % 2 ** RANDOM_BITS;
    const fresh = { epoch: counter * 2 ** RANDOM_BITS + noise, key: this.#random.bytes(32) };
    this.keep(room, fresh.epoch, fresh.key);
    return fresh;
  }

  /** Devices that were given the key of an epoch. */
  readers(room: string, epoch: number): ReadonlySet<string> {
    return new Set(
      this.#store.db
        .prepare<[string, number], string>('SELECT reader FROM key_reader WHERE room = ? AND key_epoch = ?')
        .pluck()
        .all(room, epoch),
    );
  }

  /** Nobody is known to have this key any more. Inside the caller's transaction. */
  forgetReaders(room: string, epoch: number): void {
    this.#store.db.prepare('DELETE FROM key_reader WHERE room = ? AND key_epoch = ?').run(room, epoch);
  }

  /**
   * What must happen before we write in a room: replace the newest key because somebody who holds it may no longer read,
   * and give keys to readers who miss them. Older keys too: what was written before somebody came, or while somebody was
   * shut out, is still sealed with them.
   */
  due(state: TeamState, room: string): DueKeys {
    const [newest, ...older] = this.keysOf(room);
    if (!newest) return { replace: false, give: [] };
    const wanted = readersOf(state, room).map((device) => device.device);
    const gift = ({ epoch, key }: EpochKey): readonly KeyGift[] => {
      const have = this.readers(room, epoch);
      const to = wanted.filter((device) => !have.has(device));
      return to.length > 0 || !have.has(ORGANISATION_READER) ? [{ epoch, key, to }] : [];
    };
    const replace = [...this.readers(room, newest.epoch)].some(
      (reader) => reader !== ORGANISATION_READER && !mayUseRoom(state, reader, room),
    );
    return { replace, give: [newest, ...older].flatMap(gift).toReversed() };
  }

  /** Seals a key to devices and to the organisation. */
  boxes(state: TeamState, key: Uint8Array, devices: readonly string[]): readonly SealedKey[] {
    const boxes = devices.flatMap((id) => {
      const device = state.devices.get(id);
      return device ? [{ reader: id, sealed: sodium.crypto_box_seal(key, device.boxPublicKey) }] : [];
    });
    return [
      ...boxes,
      { reader: ORGANISATION_READER, sealed: sodium.crypto_box_seal(key, state.organisationBoxPublicKey) },
    ];
  }

  /**
   * Takes the key that a KEYBOX has for this device and remembers who got one. The caller has checked the signature and
   * that the signer may use the room. Inside the caller's transaction. True when a key was new to us.
   */
  take(room: string, envelope: ParsedEnvelope): boolean {
    const boxes = readKeybox(envelope) ?? [];
    if (envelope.keyEpoch >>> RANDOM_BITS > MAX_COUNTER) return false;
    const remember = this.#store.db.prepare('INSERT INTO key_reader VALUES (?, ?, ?) ON CONFLICT DO NOTHING');
    let isNew = false;
    // Who gives a key has it: when the giver loses access it is replaced too.
    remember.run(room, envelope.keyEpoch, envelope.device);
    for (const box of boxes) {
      remember.run(room, envelope.keyEpoch, box.reader);
      const pair = this.#pairOf(box.reader);
      if (!pair || this.key(room, envelope.keyEpoch)) continue;
      const key = open(box.sealed, pair);
      if (!key) continue;
      this.keep(room, envelope.keyEpoch, key);
      isNew = true;
    }
    return isNew;
  }

  #pairOf(reader: string): BoxPair | null {
    if (reader === this.#identity.deviceId) return this.#identity;
    return reader === ORGANISATION_READER ? this.#organisation() : null;
  }
}

type BoxPair = Pick<OrganisationKey, 'boxPublicKey' | 'boxSecretKey'>;

function open(sealed: Uint8Array, pair: BoxPair): Uint8Array | null {
  try {
    return sodium.crypto_box_seal_open(sealed, pair.boxPublicKey, pair.boxSecretKey);
  } catch {
    return null;
  }
}
