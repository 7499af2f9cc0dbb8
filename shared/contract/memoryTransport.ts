/**
 * Two ends of a transport in one process, for tests and tools. Messages are copied and arrive in order in a later
 * microtask, so that nothing that works here can depend on shared memory or on a synchronous answer.
 */
import type { Transport } from './transport.ts';

/** A connected pair: what one end sends, the other end receives. Closing one end closes both. */
export function createMemoryTransportPair(): readonly [Transport, Transport] {
  const left = new End();
  const right = new End();
  left.peer = right;
  right.peer = left;
  return [left, right];
}

class End implements Transport {
  peer: End | null = null;
  #kept: Uint8Array[] = [];
  #onMessage: ((message: Uint8Array) => void) | null = null;
  #onClose: (() => void)[] = [];
  #closed = false;

  send(message: Uint8Array): void {
    if (this.#closed) return;
    const copy = message.slice();
    void Promise.resolve().then(() => this.peer?.receive(copy));
  }

  receive(message: Uint8Array): void {
    if (this.#closed) return;
    if (this.#onMessage === null) this.#kept.push(message);
    else this.#onMessage(message);
  }

  onMessage(listener: (message: Uint8Array) => void): void {
    this.#onMessage = listener;
    for (const message of this.#kept.splice(0)) listener(message);
  }

  onClose(listener: () => void): void {
    if (this.#closed) listener();
    else this.#onClose.push(listener);
  }

  close(): void {
    if (this.#closed) return;
    this.#closed = true;
    for (const listener of this.#onClose.splice(0)) listener();
    // After what was sent before: closing never overtakes a message.
    void Promise.resolve().then(() => this.peer?.close());
  }
}
