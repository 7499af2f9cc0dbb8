/** One screen, seen from the vault process: its bytes travel as `message` through the host. */
import type { Transport } from '../../shared/contract/transport.ts';
import type { VaultMessage } from './hostProtocol.ts';

export class ScreenTransport implements Transport {
  readonly #screenId: string;
  readonly #post: (message: VaultMessage) => void;
  #listener: ((message: Uint8Array) => void) | null = null;
  #kept: Uint8Array[] = [];
  #onClose: (() => void)[] = [];
  #closed = false;

  constructor(screenId: string, post: (message: VaultMessage) => void) {
    this.#screenId = screenId;
    this.#post = post;
  }

  send(bytes: Uint8Array): void {
    if (!this.#closed) this.#post({ type: 'message', screenId: this.#screenId, bytes });
  }

  onMessage(listener: (message: Uint8Array) => void): void {
    this.#listener = listener;
    for (const message of this.#kept.splice(0)) listener(message);
  }

  onClose(listener: () => void): void {
    if (this.#closed) listener();
    else this.#onClose.push(listener);
  }

  /** The vault lets go of the screen. */
  close(): void {
    if (this.#closed) return;
    this.#post({ type: 'closed', screenId: this.#screenId });
    this.hostClosed();
  }

  /** The host says that the screen is gone. */
  hostClosed(): void {
    if (this.#closed) return;
    this.#closed = true;
    for (const listener of this.#onClose.splice(0)) listener();
  }

  receive(bytes: Uint8Array): void {
    if (this.#closed) return;
    if (this.#listener === null) this.#kept.push(bytes);
    else this.#listener(bytes);
  }
}
