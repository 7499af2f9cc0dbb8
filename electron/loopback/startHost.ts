/**
 * The loopback host put together: static bundle over HTTP, bytes over a WebSocket, the vault as a child process. The
 * vault is locked 30 seconds after the last window went away (a reload takes less).
 */
import type { Clock, Random } from '../../shared/deps.ts';
import { CLOSE } from '../../shared/contract/screenProtocol.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import { createAccessTokens } from './accessTokens.ts';
import { startLoopbackServer } from './httpServer.ts';
import { createScreenSockets } from './screenSocket.ts';
import type { LogFile } from '../host/logFile.ts';
import { loadStaticFiles } from '../host/staticFiles.ts';
import { startVaultProcess, type VaultProcessDeps } from '../host/vaultProcess.ts';
import { forkVault } from './forkVault.ts';

export const LOCK_AFTER_LAST_WINDOW_MS = 30_000;

export interface HostOptions {
  readonly dataFolder: string;
  readonly vaultEntry: string;
  /** The built screen with its files.json. */
  readonly rendererFolder: string;
  readonly appVersion: string;
  /** A clock that a person cannot set. */
  readonly clock: Clock;
  readonly random: Random;
  readonly lockAfterLastWindowMs?: number;
  readonly log: LogFile;
  onRefused: VaultProcessDeps['onRefused'];
}

export interface Host {
  /** A fresh one-time address: 60 seconds, one use. */
  newAddress(): string;
  end(): Promise<void>;
}

export async function startHost(
  options: HostOptions,
): Promise<Result<Host, { tag: 'BundleMissing' | 'BundleChanged' }>> {
  const files = await loadStaticFiles(options.rendererFolder);
  if (!files.ok) return err(files.error);
  const tokens = createAccessTokens(options.clock, options.random);
  let lockTimer: NodeJS.Timeout | null = null;

  const vault = startVaultProcess({
    launch: forkVault(options.vaultEntry),
    host: 'loopback',
    dataFolder: options.dataFolder,
    appVersion: options.appVersion,
    onMessage: (screenId, bytes) => sockets.send(screenId, bytes),
    onScreenClosed: (screenId) => sockets.end(screenId, CLOSE.VAULT_ENDED),
    onRefused: (reason) => options.onRefused(reason),
    log: options.log,
  });
  const sockets = createScreenSockets({
    tokens,
    onScreen(screenId) {
      if (lockTimer !== null) clearTimeout(lockTimer);
      lockTimer = null;
      vault.connect(screenId);
    },
    onMessage: (screenId, bytes) => vault.send(screenId, bytes),
    onGone(screenId) {
      vault.disconnect(screenId);
      if (lockTimer !== null) clearTimeout(lockTimer);
      lockTimer = setTimeout(() => vault.suspend(), options.lockAfterLastWindowMs ?? LOCK_AFTER_LAST_WINDOW_MS);
    },
  });
  const server = await startLoopbackServer({
    files: files.value,
    random: options.random,
    onUpgrade: (request, socket, head) => sockets.upgrade(request, socket, head),
  });

  return ok({
    newAddress: () => `http://${server.authority}/#t=${tokens.issue()}`,
    async end() {
      if (lockTimer !== null) clearTimeout(lockTimer);
      sockets.close();
      // Closing the sockets starts the timer again; there is nothing left to lock.
      await Promise.all([server.close(), vault.end()]);
      if (lockTimer !== null) clearTimeout(lockTimer);
    },
  });
}
