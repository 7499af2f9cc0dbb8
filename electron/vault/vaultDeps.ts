/**
 * What a host (Electron shell, loopback, a test) gives to the vault. The vault never imports electron and never
 * reads the environment for anything secret.
 */
import type { OpenSocket } from './sync/syncSocket.ts';
import type { Clock, Logger, Random } from '../../shared/deps.ts';
import type { Transport } from '../../shared/contract/transport.ts';
import type { KeyPolicy } from './keys/kdf.ts';

export interface KeyStretchRequest {
  readonly passphrase: Uint8Array;
  readonly salt: Uint8Array;
  readonly memoryKiB: number;
  readonly passes: number;
}

/** A secret store of the operating system that is worth the name (not Chromium's `basic_text`). */
export interface Keychain {
  read(name: string): Promise<Uint8Array | null>;
  /** False when it refused; the vault then goes without it. */
  write(name: string, secret: Uint8Array): Promise<boolean>;
}

/** What tells one start of the machine, and one process, from another. */
export interface Machine {
  /** Changes at every start of the machine; null where the system does not say. */
  bootId(): string | null;
  /** Milliseconds since the machine started; nobody can set it back. */
  uptimeMs(): number;
  readonly processId: number;
  /** Something that differs when a process id is used again; null when no such process lives. */
  processMark(processId: number): string | null;
}

export interface Timer {
  cancel(): void;
}

export interface VaultDeps {
  readonly host: 'electron' | 'loopback' | 'memory';
  readonly appVersion: string;
  /** The schema of documents that this app writes, when it is not the one it is built with (a test of an older app meeting it). */
  readonly documentSchemaMajor?: number;
  /** Folder that holds one folder per worker (profiles/<profile id>/). Never on a network share. */
  readonly dataFolder: string;
  readonly clock: Clock;
  readonly random: Random;
  readonly logger: Logger;
  readonly machine: Machine;
  /** How hard a passphrase is stretched, and what a header may not go below. */
  readonly keyPolicy: KeyPolicy;
  /** Argon2id (RFC 9106) in a short-lived process of its own; answers 32 bytes. */
  stretch(request: KeyStretchRequest): Promise<Uint8Array>;
  /** A secret of the operating system's keychain mixed into the passphrase slot; null where there is none. */
  readonly keychain: Keychain | null;
  /** Timers go through here so that tests own them. */
  setTimer(run: () => void, ms: number): Timer;
  /** Makes a connection to the sync server; null where there is no network at all (tests). */
  readonly openSocket: OpenSocket | null;
  /** Ends the vault process: the only way in JavaScript to be sure that keys and plaintext are gone. */
  end(): void;
}

/** One screen at a time talks to the vault. */
export interface ScreenConnection {
  readonly transport: Transport;
}
