/** Frames a second with a burst of five seconds' worth: a token bucket on the injected clock. */
import type { Clock } from '../shared/deps.ts';

export class FrameBudget {
  readonly #perSecond: number;
  readonly #clock: Clock;
  #tokens: number;
  #filledAtMs: number;

  constructor(perSecond: number, clock: Clock) {
    this.#perSecond = perSecond;
    this.#clock = clock;
    this.#tokens = perSecond * 5;
    this.#filledAtMs = clock.nowMs();
  }

  /** False when the sender is too fast. A clock that jumps back gives nothing and takes nothing. */
  take(): boolean {
    const now = this.#clock.nowMs();
    const elapsed = Math.max(0, now - this.#filledAtMs);
    this.#filledAtMs = now;
    this.#tokens = Math.min(this.#perSecond * 5, this.#tokens + (elapsed / 1000) * this.#perSecond);
    if (this.#tokens < 1) return false;
    this.#tokens -= 1;
    return true;
  }
}

/** A socket that does not read: above this it is told to come back later instead of filling the server's memory. */
export const MAX_BUFFERED_BYTES = 16 * 1024 * 1024;

/** The same bytes without the habits of a Buffer, whose slice() shares memory; not a copy. */
export const plainView = (data: Buffer): Uint8Array => new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
