/**
 * Electron's message ports as far as we use them, by shape: the vault never imports electron, and tests use doubles.
 */
export interface PortLike {
  on(event: 'message', listener: (event: PortMessage) => void): void;
  postMessage(message: unknown, ports?: readonly unknown[]): void;
  start(): void;
  close(): void;
}

export interface PortMessage {
  readonly data: unknown;
  readonly ports: readonly PortLike[];
}

/** The port to the host of an Electron utilityProcess; null in any other process. */
export function parentPortOf(of: object): Pick<PortLike, 'on' | 'postMessage'> | null {
  if (!('parentPort' in of) || typeof of.parentPort !== 'object' || of.parentPort === null) return null;
  return of.parentPort as Pick<PortLike, 'on' | 'postMessage'>;
}
