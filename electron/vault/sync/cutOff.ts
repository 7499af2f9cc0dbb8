/**
 * Where a device that lost access to a room ends there, also when a hostile server passes on what it signs afterwards.
 *
 * The first colleague who comes into the room after the decision has everything that the server had until then, replaces the
 * key, and names in the frontier of a HEAD how far it took in the lanes of who left. From that new key on, what a device without access signed
 * counts only as far as a colleague named it. So honest earlier work stays, also when a restored server gets it back later,
 * and what is signed afterwards is named by nobody.
 */
import type { ParsedEnvelope } from '../../../shared/sync/envelope.ts';
import { mayUseRoom, type TeamState } from '../../../shared/sync/teamLog.ts';
import type { Keyring } from './keyring.ts';

export class CutOff {
  readonly #state: TeamState;
  readonly #room: string;
  readonly #keyring: Keyring;
  /** Lane → the furthest place that an accepted envelope named. */
  readonly #named = new Map<string, number>();
  #isNew = false;

  constructor(state: TeamState, room: string, keyring: Keyring) {
    this.#state = state;
    this.#room = room;
    this.#keyring = keyring;
  }

  /** Part of the room: by who may write here now, or named by a colleague, or nobody has drawn the line yet. */
  accepts({ device, lane, seq }: ParsedEnvelope): boolean {
    return (
      mayUseRoom(this.#state, device, this.#room) || !this.#isDrawn(device) || (this.#named.get(lane) ?? -1) >= seq
    );
  }

  /** An older key only opens older work, so it harms nobody; a newer one would be written under. */
  acceptsKey(envelope: ParsedEnvelope): boolean {
    const newest = this.#keyring.newest(this.#room);
    return this.accepts(envelope) || (newest !== null && envelope.keyEpoch < newest.epoch);
  }

  /** What the writer of an accepted envelope had taken in. */
  name(places: readonly { readonly lane: string; readonly seq: number }[]): void {
    for (const { lane, seq } of places) {
      if (seq <= (this.#named.get(lane) ?? -1)) continue;
      this.#named.set(lane, seq);
      this.#isNew = true;
    }
  }

  /** True when something was named since the last question. */
  heard(): boolean {
    const was = this.#isNew;
    this.#isNew = false;
    return was;
  }

  /** Somebody replaced the key after this device lost access. */
  #isDrawn(device: string): boolean {
    const newest = this.#keyring.newest(this.#room);
    return newest !== null && !this.#keyring.readers(this.#room, newest.epoch).has(device);
  }
}
