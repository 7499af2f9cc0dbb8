/** The line to the host: Electron's parent port where there is one, else the IPC of child_process.fork. */
import { parentPortOf, type PortLike } from './parentPort.ts';
import type { VaultMessage } from './hostProtocol.ts';

export interface HostChannel {
  post(message: VaultMessage): void;
  onMessage(listener: (message: unknown, ports: readonly PortLike[]) => void): void;
  /** The host is gone. */
  onGone(listener: () => void): void;
  /** Settles when what was posted has left this process. */
  drained(): Promise<void>;
}

/** Null when nobody started this process as a vault. */
export function hostChannelOf(self: NodeJS.Process): HostChannel | null {
  const parent = parentPortOf(self);
  if (parent !== null) {
    return {
      post: (message) => parent.postMessage(message),
      onMessage: (listener) => parent.on('message', ({ data, ports }) => listener(data, ports)),
      // Electron ends its utility processes with itself.
      onGone: () => undefined,
      drained: () => new Promise((resolve) => setImmediate(resolve)),
    };
  }
  if (self.send === undefined) return null;
  let last: Promise<void> = Promise.resolve();
  return {
    post(message) {
      if (!self.connected) return;
      last = new Promise((resolve) => void self.send?.(message, undefined, undefined, () => resolve()));
    },
    onMessage: (listener) => void self.on('message', (message) => listener(message, [])),
    onGone: (listener) => void self.on('disconnect', listener),
    drained: () => last,
  };
}
