/** The vault as a process: host messages in, host messages out, one vault from `start` to `ended`. */
import { accessSync, constants, mkdirSync } from 'node:fs';
import { isAbsolute } from 'node:path';
import { createVault, type Vault } from './createVault.ts';
import type { HostChannel } from './hostChannel.ts';
import { HOST_PROTOCOL_VERSION, parseHostMessage, type HostMessage, type VaultMessage } from './hostProtocol.ts';
import { createHostRequests, type HostRequests } from './hostRequests.ts';
import { createNodeDeps } from './nodeDeps.ts';
import { ScreenTransport } from './screenTransport.ts';

type Start = HostMessage & { type: 'start' };

/** Serves the host until the vault ends; then the process exits with 0. */
export function runVaultProcess(channel: HostChannel): void {
  const screens = new Map<string, ScreenTransport>();
  let requests: HostRequests | null = null;
  let vault: Vault | null = null;
  let exiting = false;

  const post = (message: VaultMessage): void => channel.post(message);
  const exit = (code: number): void => {
    if (exiting) return;
    exiting = true;
    void channel.drained().then(() => process.exit(code));
  };
  const refuse = (reason: (VaultMessage & { type: 'refused' })['reason']): void => {
    post({ type: 'refused', reason });
    exit(1);
  };

  function start(message: Start): void {
    if (!isUsableFolder(message.dataFolder)) return refuse('DATA_FOLDER');
    requests = createHostRequests(post, { electron: message.host === 'electron' });
    const deps = createNodeDeps({
      host: message.host,
      appVersion: message.appVersion,
      dataFolder: message.dataFolder,
      keychain: message.keychain ? requests.keychain : null,
      stretch: requests.stretch,
      end: () => {
        post({ type: 'ended' });
        exit(0);
      },
    });
    vault = createVault(deps);
    process.on('uncaughtException', (error) => {
      // A bug outside any call: nothing in memory can be trusted any more. The host treats it as a lock.
      deps.logger.event('bug', { where: 'process', kind: error.name });
      vault?.suspect(error);
      process.exit(70);
    });
    post({ type: 'ready' });
  }

  channel.onMessage((value, ports) => {
    const message = parseHostMessage(value);
    if (message === null) {
      if (isOtherProtocol(value)) refuse('PROTOCOL');
      return;
    }
    if (message.type === 'start') {
      if (vault === null) start(message);
      return;
    }
    if (vault === null || requests?.answered(message, ports) === true) return;
    switch (message.type) {
      case 'connect': {
        const screen = new ScreenTransport(message.screenId, post);
        screens.set(message.screenId, screen);
        screen.onClose(() => screens.delete(message.screenId));
        vault.connect(screen);
        break;
      }
      case 'message':
        screens.get(message.screenId)?.receive(message.bytes);
        break;
      case 'disconnect':
        screens.get(message.screenId)?.hostClosed();
        break;
      case 'suspend':
        void vault.suspend();
        break;
      case 'end':
        void vault.end();
        break;
      case 'keychainAnswer':
      case 'stretcherPort':
        break;
    }
  });
  channel.onGone(() => {
    if (vault === null) exit(0);
    else void vault.end();
  });
}

function isUsableFolder(folder: string): boolean {
  // SQLite cannot keep its promises on a network share.
  if (!isAbsolute(folder) || folder.startsWith('\\\\') || folder.startsWith('//')) return false;
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    accessSync(folder, constants.R_OK | constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

function isOtherProtocol(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || !('type' in value) || !('protocol' in value)) return false;
  return value.type === 'start' && value.protocol !== HOST_PROTOCOL_VERSION;
}
