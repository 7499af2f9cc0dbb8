/**
 * The real vault process, as it was built into out/ and started as the loopback host starts it, with a screen in this
 * test. `npm test` builds first, and so do the tests that are run alone (build/buildForTests.ts).
 */
import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { HOST_PROTOCOL_VERSION, parseVaultMessage, type HostMessage } from '../../electron/vault/hostProtocol.ts';
import { createClient, type Client } from '../../shared/contract/client.ts';
import { outFolder } from '../../build/bundleEntries.ts';

const built = join(outFolder, 'vault/main.js');

export interface VaultChild {
  readonly client: Client;
  /** Resolves when the process is gone and everything that it said has been heard. */
  readonly gone: Promise<void>;
  /** SIGKILL: the process does nothing more, not even finish a write. */
  kill(): void;
  /** Asks what was loaded first to do its work (drawnWaits.ts). */
  signal(): void;
  /** Everything that it wrote to its log so far. */
  log(): string;
}

/**
 * Starts a vault on this data folder; its client may be used as soon as this resolves. `preload`: a module that the process
 * loads first.
 */
export async function startVault(
  dataFolder: string,
  environment: Readonly<Record<string, string>> = {},
  preload?: string,
): Promise<VaultChild> {
  const child = fork(built, [], {
    serialization: 'advanced',
    execArgv: preload === undefined ? [] : ['--import', pathToFileURL(preload).href],
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    // A hundred starts of the same program.
    env: { NODE_COMPILE_CACHE: join(outFolder, 'reports/compiled'), ...environment },
  });
  const tell = (message: HostMessage): void => {
    if (child.connected) child.send(message, () => undefined);
  };
  let receive: (bytes: Uint8Array) => void = () => undefined;
  let closed: () => void = () => undefined;
  let log = '';
  child.stderr?.on('data', (part: Buffer) => (log += part.toString('utf8')));
  const ready = Promise.withResolvers<void>();
  child.on('message', (value) => {
    const message = parseVaultMessage(value);
    if (message?.type === 'ready') ready.resolve();
    else if (message?.type === 'message') receive(message.bytes);
    else if (message?.type === 'closed') closed();
  });
  // Closed, not only ended: then its last words are in the log.
  const gone = Promise.all([once(child, 'close'), channelClosed(child)]).then(() => closed());
  void gone.then(() => ready.reject(new Error(`the vault ended before it was ready: ${log}`)));
  tell({
    type: 'start',
    protocol: HOST_PROTOCOL_VERSION,
    host: 'loopback',
    appVersion: '0.1.0',
    dataFolder,
    keychain: false,
  });
  await ready.promise;
  tell({ type: 'connect', screenId: 'screen' });
  const client = createClient(
    {
      send: (bytes) => tell({ type: 'message', screenId: 'screen', bytes }),
      onMessage: (listener) => (receive = listener),
      onClose: (listener) => (closed = listener),
      close: () => tell({ type: 'disconnect', screenId: 'screen' }),
    },
    { setTimer: () => ({ cancel: () => undefined }) },
  );
  return {
    client,
    gone,
    kill: () => void child.kill('SIGKILL'),
    signal: () => void child.kill('SIGUSR2'),
    log: () => log,
  };
}

/** What was sent before the end is still delivered: only after this nothing more comes. */
async function channelClosed(child: ChildProcess): Promise<void> {
  if (child.connected) await once(child, 'disconnect');
}
