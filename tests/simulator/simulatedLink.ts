/**
 * One connection between a laptop and the server without a socket: two queues of messages, from which the simulation
 * takes one at a time, twice, out of order, or not at all. Breaking it loses what is on its way.
 */
import { EventEmitter } from 'node:events';
import type { WebSocket } from 'ws';
import { decodeFrame } from '../../shared/sync/frames.ts';
import type { SocketListener, SyncSocket } from '../../electron/vault/sync/syncSocket.ts';

/** What the server takes for a WebSocket of the package `ws`. */
class ServerEnd extends EventEmitter {
  readonly OPEN = 1;
  readyState = 1;
  readonly bufferedAmount = 0;
  readonly #link: SimulatedLink;
  constructor(link: SimulatedLink) {
    super();
    this.#link = link;
  }
  send(bytes: Uint8Array): void {
    this.#link.noteSent(new Uint8Array(bytes));
  }
  close(code?: number): void {
    this.#link.endedBy('server', code ?? 1005);
  }
  terminate(): void {
    this.#link.endedBy('server', null);
  }
  ping(): void {
    this.emit('pong');
  }
}

/** Sees every message when it is sent. */
export interface LinkWatch {
  fromServer(bytes: Uint8Array): void;
  fromDevice(bytes: Uint8Array): void;
}

export class SimulatedLink {
  readonly toServer: Uint8Array[] = [];
  readonly toDevice: Uint8Array[] = [];
  readonly #listener: SocketListener;
  readonly #serverEnd: ServerEnd;
  readonly #watch: LinkWatch;
  #isOpen = true;
  /** The code with which the server closed; its last messages still arrive before it. */
  #closing: number | null | undefined = undefined;

  constructor(listener: SocketListener, watch: LinkWatch) {
    this.#listener = listener;
    this.#watch = watch;
    this.#serverEnd = new ServerEnd(this);
  }

  get isOpen(): boolean {
    return this.#isOpen;
  }

  get serverEnd(): WebSocket {
    return this.#serverEnd as unknown as WebSocket;
  }

  get deviceEnd(): SyncSocket {
    return {
      send: (bytes) => {
        if (!this.#isOpen || this.#closing !== undefined) return;
        this.#watch.fromDevice(bytes);
        this.toServer.push(new Uint8Array(bytes));
      },
      close: () => this.endedBy('device', null),
    };
  }

  noteSent(bytes: Uint8Array): void {
    if (!this.#isOpen || this.#closing !== undefined) return;
    this.#watch.fromServer(bytes);
    this.toDevice.push(bytes);
  }

  endedBy(side: 'server' | 'device', code: number | null): void {
    if (!this.#isOpen || this.#closing !== undefined) return;
    this.#serverEnd.readyState = 3;
    this.#closing = code;
    this.toServer.length = 0;
    this.#serverEnd.emit('close', code ?? 1006);
    if (side === 'device' || this.toDevice.length === 0) this.#finish();
  }

  /** The cable is out: what is on its way is lost. */
  cut(): void {
    this.toDevice.length = 0;
    this.endedBy('device', null);
    if (this.#isOpen) this.#finish();
  }

  #finish(): void {
    if (!this.#isOpen) return;
    this.#isOpen = false;
    this.toDevice.length = 0;
    this.#listener.closed(this.#closing ?? null, { reason: 'UNREACHABLE', status: null });
  }

  deliverToServer(): void {
    const bytes = this.toServer.shift();
    if (bytes) this.#serverEnd.emit('message', Buffer.from(bytes), true);
  }

  deliverToDevice(): void {
    const bytes = this.toDevice.shift();
    if (bytes) this.#listener.message(bytes);
    if (this.#closing !== undefined && this.toDevice.length === 0) this.#finish();
  }

  /** A hostile or broken way in between; only room messages, because everything else ends the connection. */
  meddle(how: 'repeat' | 'swap' | 'drop', queue: 'toDevice' | 'toServer', at: number): boolean {
    const messages = this[queue];
    const one = messages[at];
    const other = messages[at + 1];
    if (!one || decodeFrame(one)?.kind !== 'room') return false;
    if (how === 'repeat') messages.splice(at, 0, one);
    else if (how === 'drop') messages.splice(at, 1);
    else if (other && decodeFrame(other)?.kind === 'room') messages.splice(at, 2, other, one);
    else return false;
    return true;
  }
}
