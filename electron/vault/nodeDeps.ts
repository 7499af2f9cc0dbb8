/** Composition root: the real clock, random bytes, timers, machine and log for a vault process. */
import { randomBytes } from 'node:crypto';
import { PRODUCTION_KEY_POLICY } from './keys/kdf.ts';
import { nodeMachine } from './nodeMachine.ts';
import { proxyFromEnvironment, webSocketOpener } from './sync/syncSocket.ts';
import type { Keychain, KeyStretchRequest, VaultDeps } from './vaultDeps.ts';

export interface NodeDepsOptions {
  readonly host: VaultDeps['host'];
  readonly appVersion: string;
  readonly dataFolder: string;
  readonly keychain: Keychain | null;
  stretch(request: KeyStretchRequest): Promise<Uint8Array>;
  end(): void;
}

export function createNodeDeps(options: NodeDepsOptions): VaultDeps {
  return {
    host: options.host,
    appVersion: options.appVersion,
    dataFolder: options.dataFolder,
    clock: { nowMs: () => Date.now() },
    random: { bytes: (length) => Uint8Array.from(randomBytes(length)) },
    logger: {
      // One line of JSON per event; ids and counts only (shared/deps.ts).
      event: (name, facts) => void process.stderr.write(`${JSON.stringify({ event: name, ...facts })}\n`),
    },
    machine: nodeMachine(),
    keyPolicy: PRODUCTION_KEY_POLICY,
    stretch: options.stretch,
    keychain: options.keychain,
    setTimer(run, ms) {
      const timer = setTimeout(run, ms);
      return { cancel: () => clearTimeout(timer) };
    },
    openSocket: webSocketOpener(proxyFromEnvironment(process.env)),
    end: options.end,
  };
}
