/** What the vault asks of its host: the keychain of the operating system, and under Electron a stretcher. */
import type { HostMessage, VaultMessage } from './hostProtocol.ts';
import { stretchInChild, stretchOverPort } from './nodeStretch.ts';
import type { PortLike } from './parentPort.ts';
import type { Keychain, KeyStretchRequest } from './vaultDeps.ts';

export interface HostRequests {
  readonly keychain: Keychain;
  stretch(request: KeyStretchRequest): Promise<Uint8Array>;
  /** True when the message was an answer to something asked here. */
  answered(message: HostMessage, ports: readonly PortLike[]): boolean;
}

export function createHostRequests(
  post: (message: VaultMessage) => void,
  options: { electron: boolean },
): HostRequests {
  let lastId = 0;
  const secrets = new Map<number, (answer: HostMessage & { type: 'keychainAnswer' }) => void>();
  const ports = new Map<number, (port: PortLike) => void>();

  const askKeychain = (ask: (requestId: number) => VaultMessage): Promise<HostMessage & { type: 'keychainAnswer' }> =>
    new Promise((resolve) => {
      const requestId = ++lastId;
      secrets.set(requestId, resolve);
      post(ask(requestId));
    });

  return {
    keychain: {
      async read(name) {
        const answer = await askKeychain((requestId) => ({ type: 'keychainRead', requestId, name }));
        return answer.ok ? answer.secret : null;
      },
      async write(name, secret) {
        const answer = await askKeychain((requestId) => ({ type: 'keychainWrite', requestId, name, secret }));
        return answer.ok;
      },
    },
    async stretch(request) {
      if (!options.electron) return stretchInChild(request);
      const port = await new Promise<PortLike>((resolve) => {
        const requestId = ++lastId;
        ports.set(requestId, resolve);
        post({ type: 'stretcherWanted', requestId });
      });
      return stretchOverPort(request, port);
    },
    answered(message, received) {
      if (message.type === 'keychainAnswer') {
        secrets.get(message.requestId)?.(message);
        secrets.delete(message.requestId);
        return true;
      }
      if (message.type === 'stretcherPort') {
        const [port] = received;
        if (port !== undefined) ports.get(message.requestId)?.(port);
        ports.delete(message.requestId);
        return true;
      }
      return false;
    },
  };
}
