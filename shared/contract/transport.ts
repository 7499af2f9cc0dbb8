/**
 * The narrow waist between screen and vault: whole messages of bytes, in order, both ways. Electron IPC, the
 * loopback WebSocket and the in-memory pair all implement it and pass one suite (tests/contract/transportSuite.ts).
 */
export interface Transport {
  /** Never throws; after close it does nothing. */
  send(message: Uint8Array): void;
  /** One listener; messages that arrive before it is set are kept. */
  onMessage(listener: (message: Uint8Array) => void): void;
  /** Called once, also when the other side went away. */
  onClose(listener: () => void): void;
  close(): void;
}
